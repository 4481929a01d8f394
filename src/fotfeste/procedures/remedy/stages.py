"""The decisions of a case that can be appealed, each with what came after it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from fotfeste.procedures.documents import events as documents_did
from fotfeste.procedures.remedy import events as did


class DecisionKind(StrEnum):
    """What was decided (vedtak)."""

    SERVICES = "services"
    DISMISSAL = "dismissal"
    CLOSING = "closing"
    ACCESS = "access"
    CHANGE = "change"
    COSTS = "costs"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that can be appealed (vedtak).

    bases:      the provisions it was made under: the appeal period follows from them.
    parts:      what it is about, each of which can be appealed alone.
    notice:     None until the party can read it; reminded_on: of one not opened.
    appeal_by:  last day in time, inclusive; None until the party can read it.
    asked_on:   when the grounds were asked for and not yet given.
    waiting_on: when suspension was asked for and not yet decided.
    reasoned:   whether its grounds were given, with it or afterwards.
    """

    number: int
    kind: DecisionKind
    title: str
    decided_on: date
    bases: tuple[str, ...]
    parts: tuple[str, ...] = ()
    reminded_on: date | None = None
    notice: did.DecisionMadeAvailable | None = None
    appeal_by: date | None = None
    opened_on: date | None = None
    appeal: UUID | None = None
    asked_on: date | None = None
    waiting_on: date | None = None
    suspension: Literal["", "granted", "refused"] = ""
    reasoned: bool = True

    @property
    def told(self) -> did.DecisionMadeAvailable:
        """Return the notice of a decision that the party has been told of."""
        assert self.notice  # noqa: S101 - asked only of those in `Decisions.told`
        return self.notice


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions of a case, in the order they were made (vedtak)."""

    made: tuple[Decision, ...] = ()

    @property
    def pending(self) -> Decision | None:
        """Return the oldest decision the party has not been told of, or None."""
        return next((d for d in self.made if d.notice is None), None)

    @property
    def told(self) -> tuple[Decision, ...]:
        """Return the decisions that the party has been told of."""
        return tuple(d for d in self.made if d.notice is not None)

    def named(self, number: int) -> Decision | None:
        """Return the decision with the number (0: the latest told), or None."""
        if number == 0:
            return self.told[-1] if self.told else None
        return next((d for d in self.told if d.number == number), None)

    def with_one_more(
        self,
        kind: DecisionKind,
        title: str,
        decided_on: date,
        bases: tuple[str, ...],
        parts: tuple[str, ...] = (),
        *,
        grounds: Iterable[str],
    ) -> "Decisions":
        """Return the decisions and one that the party has not been told of.

        grounds: those given with it, for each of what it is about.
        """
        number = len(self.made) + 1
        reasoned = all(given.strip() for given in grounds)
        one = Decision(number, kind, title, decided_on, bases, parts, reasoned=reasoned)
        return Decisions((*self.made, one))

    def with_refusal(self, event: documents_did.Event) -> "Decisions":
        """Return the decisions; a refusal of access is one more (fvl § 21)."""
        if not isinstance(event, documents_did.AccessRefused):
            return self
        return self.with_one_more(
            DecisionKind.ACCESS,
            "Avslag på innsyn",
            event.on,
            (event.provision,),
            grounds=(event.reason,),
        )


NONE_MADE = Decisions()


def evolve(decisions: Decisions, event: did.Event) -> Decisions:  # noqa: C901
    """Return the decisions after one more event. Decides nothing, refuses nothing."""
    match event:
        case did.DecisionMadeAvailable(number=number):
            return _with(decisions, number, notice=event, appeal_by=event.appeal_by)
        case did.ReminderGiven(number=number, on=day):
            return _with(decisions, number, reminded_on=day)
        case did.DecisionOpened(number=number, on=day):
            return _with(decisions, number, opened_on=day)
        case did.GroundsAskedFor(number=number, on=day):
            return _with(decisions, number, asked_on=day)
        case did.GroundsGiven(number=number, appeal_by=last, grounds=grounds):
            decisions = _with(decisions, number, asked_on=None, appeal_by=last)
            return _reasoned(decisions, number) if grounds.strip() else decisions
        case did.DecisionAppealed(number=number, appeal=appeal):
            return _with(decisions, number, appeal=appeal)
        case did.AppealEnded(appeal=appeal):
            number = _appealed(decisions, appeal)
            return _with(decisions, number, appeal=None, suspension="", waiting_on=None)
        case did.AppealSettled(appeal=appeal):
            number = _appealed(decisions, appeal)
            return _with(decisions, number, suspension="", waiting_on=None)
        case did.SuspensionAskedFor(number=number, on=day):
            return _with(decisions, number, waiting_on=day)
        case did.SuspensionDecided(number=number, granted=granted):
            answer = "granted" if granted else "refused"
            return _with(decisions, number, waiting_on=None, suspension=answer)
        case did.DecisionCorrected() | did.SupervisionAskedFor():
            return decisions


def _reasoned(decisions: Decisions, number: int) -> Decisions:
    return _with(decisions, number, reasoned=True)


def _appealed(decisions: Decisions, appeal: UUID) -> int:
    """Return the number of the decision under the appeal; 0 where there is none."""
    return next((d.number for d in decisions.made if d.appeal == appeal), 0)


def _with(decisions: Decisions, number: int, **changes: object) -> Decisions:
    return Decisions(
        tuple(
            replace(d, **changes) if d.number == number else d  # type: ignore[arg-type]
            for d in decisions.made
        )
    )
