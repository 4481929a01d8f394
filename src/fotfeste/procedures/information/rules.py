"""What the law requires before others are asked, or told."""

from uuid import UUID

from fotfeste.law.citation import Citation
from fotfeste.law.finding import Finding
from fotfeste.procedures import time_limits
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.information import commands as do
from fotfeste.procedures.information import events as did
from fotfeste.procedures.information import stages as at
from fotfeste.procedures.person.events import ConsentGiven
from fotfeste.procedures.refusal import (
    Lack,
    RefusalCode,
    Refused,
    require,
    require_known,
)
from fotfeste.rulebook.book import Rulebook

GROUNDS: dict[type[do.Disclosure], tuple[str, str]] = {
    do.WarnForChildren: ("children", "disclosure.children"),
    do.WarnInPregnancy: ("pregnancy", "disclosure.pregnancy"),
    do.WarnInEmergency: ("emergency", "disclosure.emergency"),
}
"""The grounds the law names for telling without consent, and their rule."""


def consented(source: str, here: Circumstances) -> ConsentGiven:
    """Return the consent that lets the source tell, or the recipient know, today.

    Law: hpl § 22, fvl § 13 a no. 1. Without it nobody is asked and nobody told.
    """
    consent = here.person.consent_to(source, here.today)
    if consent is None:
        raise Refused.because(
            RefusalCode.CONSENT_MISSING, "hpl § 22", "fvl § 13 a nr. 1", source=source
        )
    return consent


def requested(
    command: do.RequestInformation, here: Circumstances
) -> did.InformationRequested:
    """Return the request: of whom, what, why and by when (fvl § 17, hpl § 22)."""
    require(command.source, RefusalCode.SOURCE_MISSING, "fvl § 17 første ledd")
    consent = consented(command.source, here)
    require(command.what, RefusalCode.REASON_MISSING, "fvl § 17 første ledd")
    require(command.why, RefusalCode.REASON_MISSING, "fvl § 17 første ledd")
    require(command.due_on > here.today, RefusalCode.DAY_NOT_AHEAD)
    return did.InformationRequested(
        request=command.request,
        source=command.source,
        what=command.what,
        why=command.why,
        due_on=command.due_on,
        consent=consent.consent,
        on=here.today,
    )


def reminded(
    command: do.RemindSource, track: at.Information, here: Circumstances
) -> did.SourceReminded:
    """Return that the source is asked again; the consent must still hold."""
    request = _named(command.request, track, "waiting")
    consented(request.source, here)
    require(command.due_on > here.today, RefusalCode.DAY_NOT_AHEAD)
    return did.SourceReminded(
        request=command.request, due_on=command.due_on, on=here.today
    )


def received(
    command: do.RecordInformation, track: at.Information, here: Circumstances
) -> did.InformationReceived:
    """Return the answer; it is filed even when the consent has ended meanwhile."""
    _named(command.request, track, "waiting")
    require(command.answer, RefusalCode.REASON_MISSING)
    require(
        command.on <= here.today,
        RefusalCode.ARRIVED_LATER_THAN_TODAY,
        day=str(command.on),
    )
    return did.InformationReceived(
        request=command.request, answer=command.answer, on=command.on
    )


def presented(
    command: do.PresentInformation, track: at.Information, here: Circumstances
) -> did.InformationPresented:
    """Return that the party is shown what came in (fvl § 17 second paragraph)."""
    _named(command.request, track, "answered")
    require(
        command.comment_by > here.today,
        RefusalCode.DAY_NOT_AHEAD,
        "fvl § 17 andre ledd",
    )
    return did.InformationPresented(
        request=command.request,
        comment_by=here.for_party(command.comment_by),
        on=here.today,
    )


def omitted(
    command: do.OmitPresentation, track: at.Information, here: Circumstances
) -> did.PresentationOmitted:
    """Return that the party is not shown it, with the reason the law has.

    Law: fvl § 17 second paragraph a-c.
    """
    _named(command.request, track, "answered")
    require(command.reason, RefusalCode.REASON_MISSING, "fvl § 17 andre ledd")
    return did.PresentationOmitted(
        request=command.request, reason=command.reason, on=here.today
    )


def ended(
    command: do.EndRequest, track: at.Information, here: Circumstances
) -> did.RequestEnded:
    """Return that the answer is no longer waited for, with the reason."""
    _named(command.request, track, "waiting")
    require(command.reason, RefusalCode.REASON_MISSING, "fvl § 17 første ledd")
    return did.RequestEnded(
        request=command.request, reason=command.reason, on=here.today
    )


def disclosed(command: do.Disclosure, here: Circumstances) -> did.InformationDisclosed:
    """Return that somebody was told without consent, on the ground the law names.

    Law: hpl § 33 (children), § 32 (pregnancy), § 31 (emergency); pbrl § 3-6 third
    paragraph: the party is told of it, unless there is a reason not to.
    """
    ground, rule = GROUNDS[type(command)]
    term = here.book.term(rule, here.today)
    law = str(term.citation)
    require(command.recipient, RefusalCode.SOURCE_MISSING, law)
    require(command.what, RefusalCode.REASON_MISSING, law)
    require(command.why, RefusalCode.REASON_MISSING, law)
    return did.InformationDisclosed(
        ground=ground,  # type: ignore[arg-type]
        basis=law,
        recipient=command.recipient,
        what=command.what,
        why=command.why,
        on=here.today,
        silent=command.silent,
    )


def cooperation(
    command: do.AgreeCooperation, track: at.Information, here: Circumstances
) -> did.CooperationAgreed:
    """Return that another service works on the case too (hpl § 25, by consent)."""
    require(command.service, RefusalCode.SOURCE_MISSING, "hpl § 25")
    require(
        command.service not in track.cooperating,
        RefusalCode.ASKED_ALREADY,
        "hpl § 25",
    )
    consent = consented(command.service, here)
    return did.CooperationAgreed(
        service=command.service, consent=consent.consent, on=here.today
    )


def not_presented(track: at.Information) -> list[Lack]:
    """Return what a decision lacks: what came in and the party has not been shown.

    Law: fvl § 17 second paragraph.
    """
    law = (Citation("fvl § 17 andre ledd"),)
    return [
        Lack(RefusalCode.NOT_PRESENTED, law, {"source": request.source})
        for request in track.in_state("answered")
    ]


def clocks(track: at.Information, book: Rulebook) -> list[Clock]:
    """Return the clocks of sources that have not answered by the day they were given.

    A day we gave ourselves: it rests on no law.
    """
    return [
        time_limits.clock("information", Finding(request.due_on, ()), book)
        for request in track.in_state("waiting")
    ]


def _named(key: UUID, track: at.Information, state: at.State) -> at.Request:
    there = {request.key: request for request in track.in_state(state)}
    require_known(key, there)
    return there[key]
