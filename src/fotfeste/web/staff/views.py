"""The desk: the work list, a case, its steps, and applications from outside the net."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste.access.people import Party, identities, party
from fotfeste.access.policy import NotAllowedError, NotFoundError
from fotfeste.access.readings import note_reading
from fotfeste.ledger.fence import fenced
from fotfeste.letters import archive
from fotfeste.letters.wording import weekday
from fotfeste.office import attachments
from fotfeste.office.lists import After, find_by_reference, worklist
from fotfeste.office.open_case import OpenCase, open_case
from fotfeste.procedures.appeal import stages as appeal_stages
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.application.commands import (
    ArrangeInterview,
    ProposeDecision,
    RecordFindings,
    RecordInterview,
    RegisterApplication,
)
from fotfeste.procedures.care import stages as care
from fotfeste.procedures.kinds import PROCEDURES, Command, Kind
from fotfeste.procedures.remedy.stages import Decision
from fotfeste.web import telling
from fotfeste.web.carrying_out import carried_out, status_of
from fotfeste.web.citizen.letters import as_file, as_pdf
from fotfeste.web.staff.letter_lines import letter_lines
from fotfeste.web.staff.opening import OPENINGS
from fotfeste.web.staff.step import Step
from fotfeste.web.staff.steps import STEPS, step_by_key
from fotfeste.web.step_form import Setting
from fotfeste.web.who import Colleague, desk_page


@require_safe
@desk_page
def work(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """List the unit's cases by the day something is due."""
    reference = request.GET.get("sak", "").replace("\x00", "").strip()
    with fenced(municipality):
        if reference:
            found = find_by_reference(municipality, reference)
            if found:
                return redirect("case", municipality, found.stream)
        own = who.employee.municipality == municipality
        unit = who.employee.unit if own else None
        page, after = worklist(municipality, unit, _after(request))
        names = identities(municipality, {c.person for c in page}, who.office.keys)
    today = who.today
    desk = who.office.book.desk_pack(municipality, today)
    return render(
        request,
        "staff/work.html",
        {
            "rows": [
                {
                    "case": case,
                    "name": names[case.person].name if case.person in names else "",
                    "stage": telling.STAGES.get(case.stage, case.stage),
                    "clock": telling.CLOCKS[case.due_term],
                    "late": case.due_on is not None and case.due_on < today,
                }
                for case in page
            ],
            "after": after,
            "first": "etter" not in request.GET,
            "unit": desk.unit(who.employee.unit),
            "may_register": own and who.may_give(RegisterApplication),
            "openings": [
                (key, opening.title)
                for key, opening in OPENINGS.items()
                if own and who.may_give(opening.command)
            ],
            "taken_over": _taken_over(who, municipality),
            "not_found": reference,
        },
    )


@require_safe
@desk_page
def case(
    request: HttpRequest, who: Colleague, municipality: str, stream: UUID
) -> HttpResponse:
    """Show a case: what is due, what can be done now, and all that has happened."""
    opened = _opened(who, stream)
    if opened.history.kind is Kind.PERSON:
        return redirect("person", municipality, stream)
    with fenced(municipality):
        letters = letter_lines(
            municipality,
            stream,
            Party(opened.history.person, opened.history.wrapped),
            who.office.keys,
        )
        known = identities(municipality, [opened.history.person], who.office.keys)
        note_reading(
            municipality,
            who.employee,
            person=opened.history.person,
            stream=stream,
            ground="Saken ligger hos enheten",
            at=who.office.now,
        )
    today = who.today
    return render(
        request,
        "staff/case.html",
        {
            "case": opened,
            "stage": telling.STAGES[_stage_name(opened)],
            "file": opened.case.file,
            "powers": opened.history.known.powers_on(today),
            "barred": opened.history.known.is_disqualified(who.actor.id),
            "identity": known.get(opened.history.person),
            "wants": _wants(opened),
            "clocks": [
                (clock, telling.CLOCKS[clock.term], clock.act_by < today)
                for clock in opened.clocks
            ],
            "main_steps": _steps(opened, "main"),
            "side_steps": _grouped(_steps(opened, "side")),
            "waiting": _waiting(opened, who),
            "timeline": telling.timeline(opened),
            "stream": stream,
            "letters": letters,
        },
    )


@require_http_methods(["GET", "POST"])
@desk_page
def step(
    request: HttpRequest, who: Colleague, municipality: str, stream: UUID, key: str
) -> HttpResponse:
    """Take a step in a case."""
    chosen = step_by_key(key)
    if chosen is None:
        raise Http404
    opened = _opened(who, stream)
    if not who.may_give(chosen.command):
        raise NotAllowedError
    belongs = chosen.command in PROCEDURES[opened.history.kind].commands
    if not belongs or (request.method == "GET" and chosen.command not in opened.steps):
        return redirect("case", municipality, stream)
    with fenced(municipality):
        note_reading(
            municipality,
            who.employee,
            person=opened.history.person,
            stream=stream,
            ground="Arbeidet med saken",
            at=who.office.now,
        )
    setting = Setting(opened, who.today, who.office)
    sent = request.method == "POST"
    form = chosen.form(
        request.POST if sent else None, setting, request.FILES if sent else None
    )
    if form.is_valid() and carried_out(
        form, form.command, opened, who.actor, who.office
    ):
        return redirect("case", municipality, stream)
    return render(
        request,
        "staff/step.html",
        {
            "step": chosen,
            "form": form,
            "case": opened,
            "file": opened.case.file,
            "wants": _wants(opened),
            "proposal": getattr(opened.case.stage, "decision", None),
            "change": getattr(opened.case.stage, "change", None),
            "timeline": telling.timeline(opened),
        },
        status=status_of(form),
    )


@require_safe
@desk_page
def letter(
    request: HttpRequest,
    who: Colleague,
    municipality: str,
    stream: UUID,
    event: UUID,
    kind: str,
) -> HttpResponse:
    """Show a letter of the case as PDF, to be read or printed."""
    opened = _opened(who, stream)
    known = party(municipality, opened.history.person)
    with fenced(municipality):
        for kept in archive.letters_of(municipality, [stream]):
            if known and kept.event == event and kept.kind == kind:
                body = archive.letter_pdf(municipality, kept, known, who.office.keys)
                note_reading(
                    municipality,
                    who.employee,
                    person=opened.history.person,
                    stream=stream,
                    ground="Leste et brev i saken",
                    at=who.office.now,
                )
                return as_pdf(body, kept)
    raise NotFoundError


@require_safe
@desk_page
def document(
    request: HttpRequest,
    who: Colleague,
    municipality: str,
    stream: UUID,
    document: UUID,
) -> HttpResponse:
    """Hand over a document that is filed in the case."""
    opened = _opened(who, stream)
    kept = attachments.open_kept(opened.history, document, who.office.keys)
    with fenced(municipality):
        note_reading(
            municipality,
            who.employee,
            person=opened.history.person,
            stream=stream,
            ground="Leste et dokument i saken",
            at=who.office.now,
        )
    return as_file(kept)


def _opened(who: Colleague, stream: UUID) -> OpenCase:
    return open_case(who.actor, stream, who.office)


def _after(request: HttpRequest) -> After | None:
    """Return where the page before ended, or None for the first page."""
    due, _, reference = request.GET.get("etter", "").replace("\x00", "").partition("_")
    try:
        return After(date.fromisoformat(due), reference)
    except ValueError:
        return None


def _steps(opened: OpenCase, weight: str) -> list[Step]:
    """Return the possible steps of the weight, the one that leads on first."""
    possible = [s for s in STEPS if s.command in opened.steps and s.weight == weight]
    return sorted(possible, key=lambda step: step.command is not _leads_on(opened))


def _grouped(steps: list[Step]) -> list[tuple[str, list[Step]]]:
    """Return the side steps under their headings."""
    groups: dict[str, list[Step]] = {}
    for step in steps:
        groups.setdefault(step.group, []).append(step)
    return list(groups.items())


def _taken_over(who: Colleague, municipality: str) -> list[tuple[str, str]]:
    """Return the municipalities whose running cases were handed to this one."""
    book = who.office.book
    return [
        (key, book.municipality(key).identities[-1].name)
        for key in sorted(book.municipalities)
        if key != municipality and book.desk_of(key, who.today) == municipality
    ]


def _leads_on(opened: OpenCase) -> type[Command]:
    """Return the command that brings the case nearer to a decision now."""
    match opened.case.stage:
        case at.Invited():
            return RecordInterview
        case at.Mapped() if isinstance(opened.case.file, at.File):
            lacking = opened.case.file.unassessed(opened.pack)
            return RecordFindings if lacking else ProposeDecision
        case _:
            return ArrangeInterview


def _stage_name(opened: OpenCase) -> str:
    return f"{opened.history.kind}.{type(opened.case.stage).__name__}"


def _wants(opened: OpenCase) -> list[str]:
    file = opened.case.file
    if not isinstance(file, at.File):
        return []
    offers = [opened.pack.offer(key) for key in file.wants]
    return [offer.name for offer in offers if offer]


def _waiting(opened: OpenCase, who: Colleague) -> str:
    """Return for whom the case waits when nothing this employee can do leads it on."""
    if _steps(opened, "main"):
        return ""
    match opened.case.stage:
        case at.Proposed():
            proposed = opened.case.opened.proposed
            if proposed and proposed.by == who.actor.id:
                return "Du har foreslått vedtaket. En leder må godkjenne det."
            return "Vedtaket venter på at en leder godkjenner det."
        case care.ChangeWaiting(by=by):
            if by == who.actor.id:
                return "Du har foreslått endringen. En leder må godkjenne den."
            return "Endringen venter på at en leder godkjenner den."
        case at.Decided():
            return "Vedtaket er gjort. Brevet lages nå, og personen får beskjed."
        case appeal_stages.Forwarded():
            return "Klageinstansen har klagen. Vi venter på resultatet."
        case at.Notified():
            return _told_of(opened.case.opened.latest)
        case _:
            return "Det er ikke noe du må gjøre i saken nå."


def _told_of(latest: Decision | None) -> str:
    if latest is None or latest.appeal_by is None:
        return "Personen får snart brevet."
    if latest.appeal:
        return "Det er klaget på vedtaket. Klagen er en egen sak."
    last = weekday(latest.appeal_by)
    return f"Personen har fått vedtaket. Klagefristen er {last}."
