"""My cases: where they stand, what has been said, the letters, and who has read."""

from contextlib import suppress
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste.access.people import identities
from fotfeste.access.policy import NotFoundError, Role
from fotfeste.access.readings import readings_of
from fotfeste.ledger.fence import fenced
from fotfeste.letters import archive
from fotfeste.letters.occasions import first_letter
from fotfeste.letters.pdf import pdf
from fotfeste.office import drafts
from fotfeste.office.lists import ListedCase, cases_of
from fotfeste.office.open_case import OpenCase, open_case, open_person
from fotfeste.office.representation import represented_by
from fotfeste.procedures import time_limits
from fotfeste.procedures.appeal import rules as appeal_rules
from fotfeste.procedures.appeal import stages as appeal_stages
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.kinds import PROCEDURES, Kind
from fotfeste.procedures.person.events import MessageReceived
from fotfeste.procedures.remedy import commands as remedy
from fotfeste.procedures.remedy.events import DecisionMadeAvailable
from fotfeste.procedures.remedy.stages import Decision, Decisions
from fotfeste.web import telling
from fotfeste.web.carrying_out import carried_out, status_of
from fotfeste.web.citizen.letters import LETTER_TITLES
from fotfeste.web.citizen.steps import CITIZEN_STEPS, citizen_step_by_key
from fotfeste.web.step_form import Setting, StepForm
from fotfeste.web.told_of_readings import visits
from fotfeste.web.who import Citizen, citizen_page


@require_safe
@citizen_page
def my_cases(request: HttpRequest, who: Citizen, municipality: str) -> HttpResponse:
    """List the person's cases, each with where it stands."""
    with fenced(municipality):
        listed = _cases(municipality, who.party.id)
        represented = represented_by(municipality, who.party.id, who.today)
        people = [one.person for one in represented]
        names = identities(municipality, people, who.office.keys)
        theirs = {one: _cases(municipality, one) for one in people}
    known = open_person(who.actor, who.party, who.office).history.known
    return render(
        request,
        "citizen/my_cases.html",
        {
            "cases": _told(who, listed),
            "represented": [
                (names[one].name, _told(who, theirs[one]))
                for one in people
                if one in names
            ],
            "draft": drafts.load(
                municipality, who.party, who.office.keys, who.office.now
            ),
            "asked": known.asked,
            "last_message": max(
                (m.on for m in known.messages if not isinstance(m, MessageReceived)),
                default=None,
            ),
        },
    )


@require_safe
@citizen_page
def my_case(
    request: HttpRequest, who: Citizen, municipality: str, stream: UUID
) -> HttpResponse:
    """Show one case: where it is, what comes next, what one can do, and the letters."""
    case = open_case(who.actor, stream, who.office)
    with fenced(municipality):
        kept = archive.letters_of(municipality, [stream])
    return render(
        request,
        "citizen/my_case.html",
        {
            "case": case,
            "standing": telling.standing(case),
            "timeline": telling.timeline_for_party(case),
            "letters": [(one, LETTER_TITLES[one.kind]) for one in kept if one.to_party],
            "unit": case.desk.unit(case.desk.steps.decide),
            "steps": [step for step in CITIZEN_STEPS if step.command in case.steps],
            "kind": telling.title(case),
            "decision": _latest(case),
            "decision_event": _told_in(case),
            "may_appeal": remedy.AppealDecision in case.steps,
            "on_behalf_of": _represented_name(case, who, municipality),
            "may_read": case.may_read,
            **_expected(case, who),
        },
    )


@require_safe
@citizen_page
def receipt(
    request: HttpRequest, who: Citizen, municipality: str, stream: UUID
) -> HttpResponse:
    """Tell that the application has come in, and what happens now."""
    case = open_case(who.actor, stream, who.office)
    return render(
        request, "citizen/receipt.html", {"case": case, **_expected(case, who)}
    )


@require_safe
@citizen_page
def receipt_pdf(
    request: HttpRequest, who: Citizen, municipality: str, stream: UUID
) -> HttpResponse:
    """Hand over the acknowledgement as PDF at once, before it lies among the letters.

    Law: eforv § 6: who sends something gets a receipt with its number and time.
    """
    case = open_case(who.actor, stream, who.office)
    if not isinstance(case.case, at.Case) or not case.may_read:
        raise NotFoundError
    return HttpResponse(
        pdf(first_letter(case.history, case.case, who.office)),
        content_type="application/pdf",
        headers={"Content-Disposition": 'inline; filename="kvittering.pdf"'},
    )


@require_http_methods(["GET", "POST"])
@citizen_page
def citizen_step(
    request: HttpRequest, who: Citizen, municipality: str, stream: UUID, key: str
) -> HttpResponse:
    """Take a step in one's own case, and go back to it."""
    case = open_case(who.actor, stream, who.office)
    step = citizen_step_by_key(key)
    if step is None:
        raise Http404
    belongs = step.command in PROCEDURES[case.history.kind].commands
    possible = step.command in case.steps
    represented = case.actor.role is Role.REPRESENTATIVE
    if not belongs or (not possible and (request.method == "GET" or represented)):
        return redirect("my-case", municipality, stream)
    setting = Setting(case, who.today, who.office)
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = step.form(data[0], setting, data[1])
    if form.is_valid():
        moved = not possible and _done_by_oneself(form, case, who)
        sent_twice = moved or form.is_done()
        if sent_twice or carried_out(form, form.command, case, who.actor, who.office):
            return redirect("my-case", municipality, stream)
    return render(
        request,
        "citizen/step.html",
        {"step": step, "form": form, "case": case, "decision": _latest(case)},
        status=status_of(form),
    )


@require_safe
@citizen_page
def who_has_read(request: HttpRequest, who: Citizen, municipality: str) -> HttpResponse:
    """Show every time an employee has read about the person, and on what ground."""
    desk = who.office.book.desk_pack(municipality, who.today)
    units = {unit.id: unit.name for unit in desk.units}
    with fenced(municipality):
        readings = readings_of(municipality, who.party.id)
    return render(
        request,
        "citizen/who_has_read.html",
        {"visits": [(v, units.get(v.unit, v.unit)) for v in visits(readings)]},
    )


def _cases(municipality: str, person: UUID) -> list[ListedCase]:
    """Return the person's cases; their own file has a page of its own."""
    listed = cases_of(municipality, person)
    return [row for row in listed if row.kind != Kind.PERSON]


def _told(who: Citizen, listed: list[ListedCase]) -> list[tuple[OpenCase, str, str]]:
    """Return the cases, each with what it is and where it stands."""
    cases = []
    for row in listed:
        with suppress(NotFoundError):  # a representative does not see them all
            cases.append(open_case(who.actor, row.stream, who.office))
    return [(c, telling.title(c), telling.standing(c)) for c in cases]


def _latest(case: OpenCase) -> Decision | None:
    """Return the latest decision that the party has been told of."""
    decisions: Decisions = getattr(case.case.file, "decisions", Decisions())
    return decisions.named(0)


def _told_in(case: OpenCase) -> UUID | None:
    """Return the event that told of the latest decision: its letter goes by it."""
    told = [
        record.id
        for record in case.history.records
        if isinstance(record.event, DecisionMadeAvailable)
    ]
    return told[-1] if told else None


def _represented_name(case: OpenCase, who: Citizen, municipality: str) -> str:
    """Return on whose behalf one looks at the case; nothing when it is one's own."""
    if case.actor.role is not Role.REPRESENTATIVE:
        return ""
    person = case.history.person
    with fenced(municipality):
        return identities(municipality, [person], who.office.keys)[person].name


def _done_by_oneself(form: StepForm, case: OpenCase, who: Citizen) -> bool:
    """Test that it is the person, and nobody else, who has moved the case since."""
    since = case.history.records[form.cleaned_data["seen"] :]
    return bool(since) and all(record.actor == who.actor.id for record in since)


def _expected(case: OpenCase, who: Citizen) -> dict[str, object]:
    """Return when to expect what: the law's day, or the one a notice gave."""
    stage, book = case.case.stage, who.office.book
    if isinstance(case.case, appeal_stages.Case):
        return {"court": appeal_rules.court_from(case.case, book)}
    if not isinstance(stage, at.Undecided) or not isinstance(case.case.file, at.File):
        return {}
    file = case.case.file
    due = (
        file.expected_on
        or time_limits.preliminary_answer(file.waiting_since, book).value
    )
    found: dict[str, object] = {
        "answer_by": due,
        "delayed": file.expected_on is not None,
    }
    if case.pack.promise("mapping-interview") and isinstance(stage, at.Received):
        promised = time_limits.mapping_interview(file.received_on, book, case.pack)
        found["interview_by"] = promised.value
    return found
