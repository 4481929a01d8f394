"""What the law and the pack require before each step of an application."""

from collections.abc import Iterator
from datetime import date

from fotfeste.law.citation import Citation
from fotfeste.law.finding import Finding
from fotfeste.procedures import time_limits
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application import events as did
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.documents import rules as documents
from fotfeste.procedures.information import rules as information
from fotfeste.procedures.refusal import Lack, RefusalCode, Refused, require
from fotfeste.procedures.remedy import rules as remedy
from fotfeste.rulebook.book import NoRuleInForceError, Rulebook
from fotfeste.rulebook.pack import Pack

GROUNDS = (Citation("fvl § 24 første ledd"), Citation("fvl § 25"))
WRITTEN = (Citation("fvl § 23"),)
INVESTIGATED = (Citation("fvl § 17 første ledd"),)
PARTICIPATION = (Citation("pbrl § 3-1"),)
DUTY = (Citation("hol § 3-1"),)
HEARD = (Citation("fvl § 16 første ledd"), Citation("fvl § 17 andre ledd"))

_BEST = (did.Outcome.GRANT, did.Outcome.PART, did.Outcome.REFUSAL)
TRIES = 2
"""How many invitations a person may let pass before silence can close a case."""


def require_application(
    application: did.ApplicationContent, received_on: date, here: Circumstances
) -> None:
    """Refuse an application that came from the future, or asks for nothing we have."""
    require(
        received_on <= here.today,
        RefusalCode.ARRIVED_LATER_THAN_TODAY,
        day=str(received_on),
    )
    try:
        pack = here.book.pack(here.municipality, received_on)
    except NoRuleInForceError as error:
        raise Refused.because(
            RefusalCode.NO_SERVICE_THEN, day=str(received_on)
        ) from error
    require(application.name, RefusalCode.NAME_MISSING, "fvl § 11")
    require(application.wants, RefusalCode.NOTHING_APPLIED_FOR, "fvl § 11")
    for number, key in enumerate(application.wants):
        require(
            key not in application.wants[:number],
            RefusalCode.OFFER_TWICE,
            offer=key,
        )
        offer = pack.offer(key)
        require(
            offer is not None and offer.apply and offer.for_whom == application.role,
            RefusalCode.NOT_OFFERED,
            "hol § 3-2",
            offer=key,
        )


def findings(
    command: do.RecordFindings, file: at.File, here: Circumstances
) -> list[did.FindingRecorded]:
    """Return the findings on criteria that the pack has, each with its reason.

    Law: fvl §§ 17, 25. A finding that says what the last one said leaves no trace.
    """
    assessed = here.pack(file.received_on).assessments(file.role, file.wants)
    names = {one.key: one.name for one in assessed}
    require(command.findings, RefusalCode.REASON_MISSING, "fvl § 25")
    found = []
    for given in command.findings:
        key = given.criterion, given.offer
        require(key in names, RefusalCode.UNKNOWN_CRITERION, criterion=given.criterion)
        require(
            given.reason,
            RefusalCode.REASON_MISSING,
            "fvl § 25",
            criterion=names[key],
        )
        finding = did.FindingRecorded(
            criterion=given.criterion,
            name=names[key],
            outcome=given.outcome,
            reason=given.reason,
            evidence=given.evidence,
            offer=given.offer,
            own_view=given.own_view,
        )
        if finding != file.finding(*key):
            found.append(finding)
    return found


def delay_notice(
    command: do.GiveDelayNotice, file: at.File, here: Circumstances
) -> did.DelayNoticeGiven:
    """Return the notice that says why it takes time and when to expect a decision.

    Law: fvl § 11 a second and third paragraph. A notice whose day has passed is due
    again, which the act of 2025 § 17 makes law and we do already.
    """
    basis = "fvl § 11 a andre ledd"
    require(command.reason, RefusalCode.REASON_MISSING, basis)
    require(
        command.expected_on > here.today, RefusalCode.EXPECTED_DATE_NOT_AHEAD, basis
    )
    return did.DelayNoticeGiven(
        reason=command.reason,
        expected_on=command.expected_on,
        due_on=decision_due(file, here.book).value,
    )


def proposed_decision(
    command: do.ProposeDecision, file: at.File, here: Circumstances
) -> did.Decision:
    """Return the decision with all it needs, or refuse with all that is missing.

    Law: fvl §§ 17, 23-25, pbrl § 3-1, hol § 3-1; the pack's required criteria.
    """
    pack = here.pack(file.received_on)
    lacks = [
        *_findings_missing(file, pack),
        *_not_heard(file, here.today),
        *_made_worse(command, file),
        *_services_missing(command, file, here.today),
        *_told_missing(command),
    ]
    if lacks:
        raise Refused(*lacks)
    return did.Decision(
        services=tuple(_service(proposal, pack) for proposal in command.services),
        how_reached=command.how_reached,
        took_part=command.took_part,
        own_view=command.own_view,
        other_support=command.other_support,
        weight=command.weight,
    )


def passed(command: do.PassApplication, here: Circumstances) -> did.ApplicationPassed:
    """Return that it is passed on; outside the municipality only as the person agrees.

    Law: fvl § 11 fourth paragraph: who comes to the wrong place is shown the right one.
    That they applied here is itself a secret (hol § 12-1, hpl § 21).
    """
    law = "fvl § 11 fjerde ledd"
    require(command.recipient, RefusalCode.SOURCE_MISSING, law)
    require(
        command.inside or command.agreed,
        RefusalCode.CONSENT_MISSING,
        "hpl § 22",
        source=command.recipient,
    )
    return did.ApplicationPassed(recipient=command.recipient, on=here.today)


def closed(command: do.CloseCase, file: at.File, here: Circumstances) -> did.CaseClosed:
    """Return that the case is closed without a decision, on a ground that lets it.

    Law: death ends the claim; who stays elsewhere has the right there (hol § 3-1). To
    be silent is no withdrawal: the person was invited more than once, and it can always
    be taken up again (fvl §§ 11, 17).
    """
    require(command.on <= here.today, RefusalCode.DAY_NOT_YET)
    require(
        file.received_on <= command.on,
        RefusalCode.BEFORE_START,
        day=str(file.received_on),
    )
    if command.closing == "no-contact":
        law = "fvl § 17 første ledd"
        require(file.missed >= TRIES, RefusalCode.NOT_TRIED_ENOUGH, law)
    if command.closing != "death":
        require(command.reason, RefusalCode.REASON_MISSING, "fvl § 11")
    return did.CaseClosed(closing=command.closing, reason=command.reason, on=command.on)


def reversal(command: do.ReverseDecision, here: Circumstances) -> did.CaseReopened:
    """Return that one's own decision is taken up again, the party heard first.

    Law: fvl § 35 (when it may be changed without an appeal), § 16 (advance notice). To
    the party's good, nothing needs to be waited for.
    """
    require(command.reason, RefusalCode.REASON_MISSING, "fvl § 35")
    require(
        command.comment_by is None or command.comment_by > here.today,
        RefusalCode.DAY_NOT_AHEAD,
        "fvl § 16 første ledd",
    )
    return did.CaseReopened(
        on=here.today,
        reason=command.reason,
        cause="own-initiative",
        comment_by=command.comment_by and here.for_party(command.comment_by),
    )


def decision_due(file: at.File, book: Rulebook) -> Finding[date]:
    """Return the day by which there must be a decision or a delay notice.

    After a notice, it is the day the notice gave: then a new one is due, which is our
    practice until the act of 2025 § 17 makes it law.
    """
    due = time_limits.preliminary_answer(file.waiting_since, book)
    if file.expected_on is None:
        return due
    return Finding(file.expected_on, (), {"expected_on": file.expected_on})


def clocks(case: at.Case, municipality: str, book: Rulebook) -> tuple[Clock, ...]:
    """Return what is to be done in the case, each with its last day, soonest first."""
    found: list[Clock] = []
    if case.file is None:
        return ()
    pack = book.pack(municipality, case.file.received_on)
    if isinstance(case.stage, at.Undecided | at.Decided):
        due = decision_due(case.file, book)
        term = "preliminary-answer" if case.file.expected_on is None else "new-notice"
        found.append(time_limits.clock(term, due, book))
    if isinstance(case.stage, at.Received | at.Invited) and pack.promise(
        "mapping-interview"
    ):
        due = time_limits.mapping_interview(case.file.received_on, book, pack)
        found.append(time_limits.clock("mapping-interview", due, book))
    if isinstance(case.stage, at.Mapped | at.Proposed) and pack.promise(
        "decision-after-mapping"
    ):
        start = max(case.stage.held_on, case.file.waiting_since)
        due = time_limits.decision_after_mapping(start, book, pack)
        found.append(time_limits.clock("decision-after-mapping", due, book))
    if isinstance(case.stage, at.Undecided):
        found.extend(information.clocks(case.file.information, book))
    found.extend(documents.clocks(case.file.access, book))
    found.extend(remedy.clocks(case.file.decisions, book))
    return tuple(sorted(found, key=lambda clock: clock.act_by))


def _findings_missing(file: at.File, pack: Pack) -> Iterator[Lack]:
    for one in file.unassessed(pack):
        facts = {"criterion": one.name}
        yield Lack(RefusalCode.FINDING_MISSING, INVESTIGATED, facts)


def _not_heard(file: at.File, today: date) -> Iterator[Lack]:
    yield from information.not_presented(file.information)
    if file.comment_by and today <= file.comment_by:
        facts = {"day": str(file.comment_by)}
        yield Lack(RefusalCode.COMMENT_PERIOD_RUNNING, HEARD, facts)


def _made_worse(command: do.ProposeDecision, file: at.File) -> Iterator[Lack]:
    """Yield what would be worse than before, when the party was not heard on it.

    Law: fvl §§ 16, 35: opened again to their good, without notice.
    """
    before = file.decided.services if file.to_good and file.decided else ()
    outcomes = {service.offer: _BEST.index(service.outcome) for service in before}
    for proposal in command.services:
        known = outcomes.get(proposal.offer)
        if known is not None and _BEST.index(proposal.outcome) > known:
            yield Lack(RefusalCode.NOT_NOTICED, HEARD[:1], {"offer": proposal.offer})


def _services_missing(
    command: do.ProposeDecision, file: at.File, today: date
) -> Iterator[Lack]:
    decided = [proposal.offer for proposal in command.services]
    for key in sorted({key for key in decided if decided.count(key) > 1}):
        yield Lack(RefusalCode.OFFER_TWICE, (), {"offer": key})
    for key in file.wants:
        if key not in decided:
            yield Lack(RefusalCode.SERVICE_UNDECIDED, WRITTEN, {"offer": key})
    for proposal in command.services:
        if proposal.offer not in file.wants:
            yield Lack(
                RefusalCode.SERVICE_NOT_APPLIED_FOR, (), {"offer": proposal.offer}
            )
        yield from _service_missing(proposal, today)


def _service_missing(proposal: do.ServiceProposal, today: date) -> Iterator[Lack]:
    facts = {"offer": proposal.offer}
    if not proposal.grounds.strip():
        yield Lack(RefusalCode.GROUNDS_MISSING, GROUNDS, facts)
    if proposal.outcome is did.Outcome.REFUSAL:
        return
    if not proposal.amount.strip():
        yield Lack(RefusalCode.AMOUNT_MISSING, WRITTEN, facts)
    if proposal.starts_on is None:
        yield Lack(RefusalCode.START_MISSING, WRITTEN, facts)
    if proposal.review_on is None:
        yield Lack(RefusalCode.REVIEW_DATE_MISSING, DUTY, facts)
    elif proposal.review_on <= today:
        yield Lack(RefusalCode.REVIEW_DATE_PASSED, DUTY, facts)
    starts_on = proposal.starts_on
    later = [day for day in (proposal.ends_on, proposal.review_on) if day]
    if starts_on and any(day < starts_on for day in later):
        yield Lack(RefusalCode.PERIOD_BACKWARDS, (), facts)


def _told_missing(command: do.ProposeDecision) -> Iterator[Lack]:
    if not command.how_reached.strip():
        yield Lack(RefusalCode.HOW_REACHED_MISSING, GROUNDS)
    if not command.took_part.strip():
        yield Lack(RefusalCode.TOOK_PART_MISSING, GROUNDS)
    if not command.own_view.strip():
        yield Lack(RefusalCode.OWN_VIEW_MISSING, PARTICIPATION)
    if not command.weight.strip():
        yield Lack(RefusalCode.WEIGHT_MISSING, PARTICIPATION)
    all_refused = all(s.outcome is did.Outcome.REFUSAL for s in command.services)
    if all_refused and not command.other_support.strip():
        yield Lack(RefusalCode.OTHER_SUPPORT_MISSING, DUTY)


def _service(proposal: do.ServiceProposal, pack: Pack) -> did.ServiceDecision:
    offer = pack.offer(proposal.offer)
    if offer is None:
        raise Refused.because(RefusalCode.NOT_OFFERED, offer=proposal.offer)
    granted = proposal.outcome is not did.Outcome.REFUSAL
    return did.ServiceDecision(
        offer=offer.id,
        name=offer.name,
        outcome=proposal.outcome,
        basis=tuple(str(citation) for citation in offer.basis),
        grounds=proposal.grounds,
        amount=proposal.amount if granted else "",
        starts_on=proposal.starts_on if granted else None,
        ends_on=proposal.ends_on if granted else None,
        review_on=proposal.review_on if granted else None,
        price=offer.price,
    )
