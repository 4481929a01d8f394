"""The desk: the work list, a case, its steps, and applications from outside the net."""

from datetime import date
from uuid import UUID

from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste.access.people import Identity, enrol, identities, party
from fotfeste.access.policy import NotAllowedError, NotFoundError, may_give
from fotfeste.access.readings import note_reading
from fotfeste.law import national_identity_number
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import ConflictError, uuid7
from fotfeste.letters import archive
from fotfeste.office.handle import OSLO, handle
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
from fotfeste.procedures.application.events import ApplicationContent
from fotfeste.procedures.kinds import Command, kind_for
from fotfeste.procedures.refusal import Refused
from fotfeste.web import refusals, telling
from fotfeste.web.citizen.mine import LETTER_TITLES, as_pdf
from fotfeste.web.citizen.questions import offered
from fotfeste.web.staff.application_forms import RegisterApplicationForm
from fotfeste.web.staff.step_form import Setting, StepForm
from fotfeste.web.staff.steps import STEPS, Step, step_by_key
from fotfeste.web.who import Colleague, desk_page


@require_safe
@desk_page
def work(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """List the unit's cases by the day something is due."""
    reference = request.GET.get("sak", "").strip()
    with fenced(municipality):
        if reference:
            found = find_by_reference(municipality, reference)
            if found:
                return redirect("case", municipality, found.stream)
        page, after = worklist(municipality, who.employee.unit, _after(request))
        names = identities(municipality, {c.person for c in page}, who.office.keys)
    today = _today(who)
    pack = who.office.book.pack(municipality, today)
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
            "unit": pack.unit(who.employee.unit),
            "may_register": may_give(RegisterApplication, who.actor, None, pack),
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
    with fenced(municipality):
        kept = archive.letters_of(municipality, [stream])
        known = identities(municipality, [opened.history.person], who.office.keys)
        note_reading(
            who.employee,
            person=opened.history.person,
            stream=stream,
            ground="Saken ligger hos enheten",
            at=who.office.now,
        )
    today = _today(who)
    return render(
        request,
        "staff/case.html",
        {
            "case": opened,
            "stage": telling.STAGES[_stage_name(opened)],
            "file": opened.case.file,
            "is_appeal": isinstance(opened.case, appeal_stages.Case),
            "identity": known.get(opened.history.person),
            "wants": _wants(opened),
            "clocks": [
                (clock, telling.CLOCKS[clock.term], clock.act_by < today)
                for clock in opened.clocks
            ],
            "main_steps": _steps(opened, "main"),
            "side_steps": _steps(opened, "side"),
            "waiting": _waiting(opened, who),
            "timeline": telling.timeline(opened),
            "letters": kept,
            "titles": LETTER_TITLES,
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
    if not may_give(chosen.command, who.actor, opened.history.person, opened.pack):
        raise NotAllowedError
    belongs = kind_for(chosen.command) is opened.history.kind
    if not belongs or (request.method == "GET" and chosen.command not in opened.steps):
        return redirect("case", municipality, stream)
    setting = Setting(opened, _today(who), who.office.book)
    form = chosen.form(request.POST if request.method == "POST" else None, setting)
    if form.is_valid() and _carried_out(form, opened, who):
        return redirect("case", municipality, stream)
    return render(
        request,
        "staff/step.html",
        {
            "step": chosen,
            "form": form,
            "case": opened,
            "file": opened.case.file,
            "proposal": getattr(opened.case.stage, "decision", None),
            "timeline": telling.timeline(opened),
        },
        status=409 if form.has_error(NON_FIELD_ERRORS, "conflict") else 200,
    )


@require_http_methods(["GET", "POST"])
@desk_page
def register(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """Register an application that came on paper, by telephone or at the counter."""
    today = _today(who)
    pack = who.office.book.pack(municipality, today)
    if not may_give(RegisterApplication, who.actor, UUID(int=0), pack):
        raise NotAllowedError
    form = RegisterApplicationForm(
        request.POST if request.method == "POST" else None,
        initial={"arrived_on": today, "stream": uuid7()},
    )
    form.fields["wants"].choices = offered(pack)  # type: ignore[attr-defined]
    if form.is_valid() and _number_holds(form):
        stream = _registered(form, who, municipality)
        if stream:
            return redirect("case", municipality, stream)
    return render(request, "staff/register.html", {"form": form, "today": today})


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
                    who.employee,
                    person=opened.history.person,
                    stream=stream,
                    ground="Leste et brev i saken",
                    at=who.office.now,
                )
                return as_pdf(body, kept)
    raise NotFoundError


def _opened(who: Colleague, stream: UUID) -> OpenCase:
    return open_case(who.actor, stream, who.office)


def _carried_out(form: StepForm, opened: OpenCase, who: Colleague) -> bool:
    """Carry out what the form asks; where that is refused, let the form tell why."""
    try:
        handle(
            form.command(),
            actor=who.actor,
            stream=opened.history.stream,
            seen=form.cleaned_data["seen"],
            office=who.office,
        )
    except Refused as no:
        for text in refusals.told(no, opened.pack):
            form.add_error(None, text)
        return False
    except ConflictError:
        form.add_error(None, refusals.conflict())
        form.show_version(opened.history.version)
        return False
    return True


def _number_holds(form: RegisterApplicationForm) -> bool:
    number = national_identity_number.without_spaces(form.cleaned_data["number"])
    if number and national_identity_number.fault(number):
        form.add_error(
            "number", "Nummeret er ikke et fødselsnummer eller D-nummer. Se etter feil."
        )
        return False
    form.cleaned_data["number"] = number
    return True


def _registered(
    form: RegisterApplicationForm, who: Colleague, municipality: str
) -> UUID | None:
    data = dict(form.cleaned_data)
    number, channel = data.pop("number"), data.pop("channel")
    arrived_on, stream = data.pop("arrived_on"), data.pop("stream")
    data["wants"] = tuple(data["wants"])
    today = _today(who)
    if arrived_on > today:
        form.add_error("arrived_on", "Datoen er ikke kommet ennå.")
        return None
    command = RegisterApplication(
        application=ApplicationContent(**data), channel=channel, arrived_on=arrived_on
    )
    person = enrol(municipality, Identity(data["name"], number), who.office.keys)
    try:
        handle(
            command,
            actor=who.actor,
            stream=stream,
            seen=0,
            office=who.office,
            party=person,
        )
    except Refused as no:
        pack = who.office.book.pack(municipality, today)
        for text in refusals.told(no, pack):
            form.add_error(None, text)
        return None
    except ConflictError:
        pass  # the same form was sent before: the case is there
    return UUID(str(stream))


def _after(request: HttpRequest) -> After | None:
    """Return where the page before ended, or None for the first page."""
    due, _, reference = request.GET.get("etter", "").partition("_")
    try:
        return After(date.fromisoformat(due), reference)
    except ValueError:
        return None


def _today(who: Colleague) -> date:
    return who.office.now.astimezone(OSLO).date()


def _steps(opened: OpenCase, weight: str) -> list[Step]:
    """Return the possible steps of the weight, the one that leads on first."""
    possible = [s for s in STEPS if s.command in opened.steps and s.weight == weight]
    return sorted(possible, key=lambda step: step.command is not _leads_on(opened))


def _leads_on(opened: OpenCase) -> type[Command]:
    """Return the command that brings the case nearer to a decision now."""
    match opened.case.stage:
        case at.Invited():
            return RecordInterview
        case at.Mapped() if isinstance(opened.case.file, at.File):
            known = {finding.criterion for finding in opened.case.file.findings}
            lacking = opened.pack.required_criteria() - known
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
    """Return for whom the case waits when this employee can do nothing in it."""
    if opened.steps:
        return ""
    match opened.case.stage:
        case at.Proposed(by=by) if by == who.actor.id:
            return "Du har foreslått vedtaket. En leder må godkjenne det."
        case at.Proposed():
            return "Vedtaket venter på at en leder godkjenner det."
        case at.Decided():
            return "Vedtaket er gjort. Brevet lages nå, og personen får beskjed."
        case appeal_stages.Forwarded():
            return "Klagen ligger hos statsforvalteren."
        case _:
            return "Det er ikke noe du kan gjøre i saken nå."
