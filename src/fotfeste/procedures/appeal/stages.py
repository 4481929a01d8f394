"""Where an appeal stands."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from fotfeste.procedures.appeal import events as did
from fotfeste.procedures.documents import events as documents_did
from fotfeste.procedures.documents import stages as documents
from fotfeste.procedures.documents.stages import NOT_ASKED, Access
from fotfeste.procedures.handling.stages import UNASSIGNED, Handling
from fotfeste.procedures.refusal import ImpossibleHistoryError
from fotfeste.procedures.remedy import events as remedy_did
from fotfeste.procedures.remedy import stages as remedy
from fotfeste.procedures.remedy.stages import NONE_MADE, DecisionKind, Decisions


@dataclass(frozen=True, slots=True)
class NotOpened:
    """Nothing has happened (ingen sak)."""


@dataclass(frozen=True, slots=True)
class Late:
    """The appeal came late; a person says whether it is heard (for sen klage)."""


@dataclass(frozen=True, slots=True)
class Defective:
    """The appeal lacks something that the party can mend (mangelfull klage).

    late: whether it also came late.
    """

    mend_by: date
    late: bool


@dataclass(frozen=True, slots=True)
class UnderReview:
    """The municipality looks at its own decision again (klagebehandling)."""


@dataclass(frozen=True, slots=True)
class Upheld:
    """The decision stands; the appeal is to be forwarded (opprettholdt vedtak)."""

    statement: str


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The appellate instance has the appeal (oversendt klage)."""

    on: date
    statement: str


@dataclass(frozen=True, slots=True)
class Reversed:
    """The decision was reversed; the case is open again (omgjort vedtak)."""


@dataclass(frozen=True, slots=True)
class Dismissed:
    """The appeal was too late and was dismissed (avvisning)."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The party withdrew the appeal (trukket klage)."""


@dataclass(frozen=True, slots=True)
class Concluded:
    """The appellate instance has decided (avgjort klage)."""

    outcome: did.Outcome


Stage = (
    NotOpened
    | Late
    | Defective
    | UnderReview
    | Upheld
    | Forwarded
    | Reversed
    | Dismissed
    | Withdrawn
    | Concluded
)


@dataclass(frozen=True, slots=True)
class File:
    """What came in, and what lies beside the stage (saksmappe).

    reversed_on: when the decision was changed, wholly or partly, by whomever.
    """

    received: did.AppealReceived
    comments: tuple[str, ...] = ()
    expected_on: date | None = None
    reversed_on: date | None = None
    claimed: did.CostsClaimed | None = None
    access: Access = NOT_ASKED
    decisions: Decisions = NONE_MADE
    handling: Handling = UNASSIGNED

    @property
    def received_on(self) -> date:
        """Return the day the municipality had the appeal."""
        return self.received.received_on


@dataclass(frozen=True, slots=True)
class Case:
    """An appeal: where it stands, and its file (sak).

    file: None before it is opened.
    """

    stage: Stage
    file: File | None

    @property
    def opened(self) -> File:
        """Return the file of an appeal that has been opened."""
        if self.file is None:
            raise ImpossibleHistoryError("The appeal was never opened")
        return self.file


START = Case(NotOpened(), None)


def replay(history: Iterable[did.Event]) -> Case:
    """Return the appeal that the events make."""
    return reduce(evolve, history, START)


def evolve(case: Case, event: did.Event) -> Case:
    """Return the appeal after one more event. Decides nothing, refuses nothing."""
    if isinstance(event, did.AppealReceived) and case == START:
        return Case(UnderReview() if event.in_time else Late(), File(event))
    if isinstance(event, documents_did.Event):
        return Case(case.stage, _documents(case.opened, event))
    if isinstance(event, remedy_did.Event):
        decisions = remedy.evolve(case.opened.decisions, event)
        return Case(case.stage, replace(case.opened, decisions=decisions))
    return Case(_stage(case.stage, event), _file(case.opened, event))


def _stage(  # noqa: C901, PLR0912
    stage: Stage, event: did.Event
) -> Stage:
    match stage, event:
        case Late() | UnderReview(), did.MendingAskedFor(mend_by=day):
            return Defective(day, late=isinstance(stage, Late))
        case Defective(late=late), did.AppealMended():
            return Late() if late else UnderReview()
        case Late() | Dismissed(), did.LateAppealAdmitted():
            return UnderReview()
        case Late() | Defective(), did.AppealDismissed():
            return Dismissed()
        case UnderReview(), did.DecisionUpheld(statement=statement):
            return Upheld(statement)
        case UnderReview(), did.DecisionPartlyReversed(statement=statement):
            return Upheld(statement)
        case UnderReview(), did.DecisionReversed():
            return Reversed()
        case Upheld(statement), did.AppealForwarded(on=day):
            return Forwarded(day, statement)
        case Forwarded(), did.OutcomeRecorded(outcome=outcome):
            return Concluded(outcome)
        case (
            (Late() | Defective() | UnderReview() | Upheld() | Forwarded()),
            (did.AppealWithdrawn()),
        ):
            return Withdrawn()
        case (
            (Late() | Defective() | UnderReview() | Upheld()),
            (did.AppealCommented() | did.AppealDelayNoticeGiven()),
        ):
            return stage
        case (
            (Reversed() | Concluded() | Upheld() | Forwarded() | Withdrawn()),
            (did.CostsClaimed() | did.CostsDecided()),
        ):
            return stage
        case _:
            raise ImpossibleHistoryError.of(event, stage)


def _file(file: File, event: did.Event) -> File:
    match event:
        case did.AppealCommented(words=words) | did.AppealMended(words=words):
            return replace(file, comments=(*file.comments, words))
        case did.AppealDelayNoticeGiven(expected_on=day):
            return replace(file, expected_on=day)
        case did.DecisionReversed(on=day) | did.DecisionPartlyReversed(on=day):
            return replace(file, reversed_on=day)
        case did.OutcomeRecorded(outcome=outcome, decided_on=day) if (
            outcome is not did.Outcome.UPHELD
        ):
            return replace(file, reversed_on=day)
        case did.CostsClaimed():
            return replace(file, claimed=event)
        case did.CostsDecided(on=day, reason=reason):
            made = file.decisions.with_one_more(
                DecisionKind.COSTS,
                "Vedtak om sakskostnader",
                day,
                ("fvl § 36",),
                grounds=(reason,),
            )
            return replace(file, claimed=None, decisions=made)
        case did.AppealDismissed():
            return replace(file, decisions=_dismissed(file.decisions, event))
        case _:
            return file


def _dismissed(decisions: Decisions, event: did.AppealDismissed) -> Decisions:
    """Return the decisions and the dismissal, which the party is told of at once."""
    title, bases = "Avvisning av klagen", event.basis[:1]
    kind, why = DecisionKind.DISMISSAL, (event.reason,)
    made = decisions.with_one_more(kind, title, event.on, bases, grounds=why)
    told = remedy_did.DecisionMadeAvailable(
        on=event.on,
        appeal_by=event.appeal_by,
        basis=event.basis[1:],
        body=event.body,
        number=len(made.made),
        posted=True,
    )
    return remedy.evolve(made, told)


def _documents(file: File, event: documents_did.Event) -> File:
    """Return the file after the event; a refusal is a decision that can be appealed."""
    return replace(
        file,
        access=documents.evolve(file.access, event),
        decisions=file.decisions.with_refusal(event),
    )
