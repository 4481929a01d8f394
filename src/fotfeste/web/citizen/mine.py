"""My cases: where they stand, what has been said, the letters, and who has read."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste.access.readings import readings_of
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import uuid7
from fotfeste.letters import archive
from fotfeste.office import drafts
from fotfeste.office.handle import OSLO
from fotfeste.office.lists import cases_of
from fotfeste.office.open_case import OpenCase, open_case
from fotfeste.procedures import time_limits
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application import stages as at
from fotfeste.web import telling
from fotfeste.web.carrying_out import carried_out, status_of
from fotfeste.web.citizen.letters import LETTER_TITLES
from fotfeste.web.forms import Form, Seen, Words
from fotfeste.web.who import Citizen, citizen_page


@require_safe
@citizen_page
def my_cases(request: HttpRequest, who: Citizen, municipality: str) -> HttpResponse:
    """List the person's cases, each with where it stands."""
    with fenced(municipality):
        listed = cases_of(municipality, who.party.id)
    cases = [open_case(who.actor, row.stream, who.office) for row in listed]
    return render(
        request,
        "citizen/my_cases.html",
        {
            "cases": [(case, telling.standing(case)) for case in cases],
            "draft": drafts.load(municipality, who.party, who.office.keys),
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
            "letters": [letter for letter in kept if letter.to_party],
            "titles": LETTER_TITLES,
            "unit": case.pack.unit(case.pack.steps.decide),
            "steps": {step.__name__ for step in case.steps},
            "notice": getattr(case.case.stage, "notice", None),
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


class CommentForm(Form):
    """What the person wants to say."""

    words = Words("Hva vil du si?", required=True, rows=8)
    seen = Seen()


class WithdrawForm(Form):
    """Why the application is withdrawn, if one wants to say."""

    reason = Words("Hvorfor? Du trenger ikke svare.", rows=3)
    seen = Seen()


class AppealForm(Form):
    """What one is dissatisfied with, and what should change."""

    dissatisfied_with = Words(
        "Hva er du misfornøyd med?",
        required=True,
        rows=6,
        help_text="Skriv med dine egne ord. Én setning er nok.",
        error_messages={"required": "Skriv hva du er misfornøyd med."},
    )
    change_wanted = Words("Hva vil du ha endret?", rows=4)
    why_late = Words(
        "Kommer klagen etter fristen? Skriv hvorfor.",
        rows=3,
        help_text="La feltet stå tomt hvis du klager i tide.",
    )
    seen = Seen()


@require_http_methods(["GET", "POST"])
@citizen_page
def comment(
    request: HttpRequest, who: Citizen, municipality: str, stream: UUID
) -> HttpResponse:
    """Let the person say more before there is a decision."""
    return _step(request, who, stream, CommentForm, do.CommentOnCase, "comment")


@require_http_methods(["GET", "POST"])
@citizen_page
def withdraw(
    request: HttpRequest, who: Citizen, municipality: str, stream: UUID
) -> HttpResponse:
    """Let the person withdraw the application, after a warning."""
    return _step(request, who, stream, WithdrawForm, do.WithdrawApplication, "withdraw")


@require_http_methods(["GET", "POST"])
@citizen_page
def appeal(
    request: HttpRequest, who: Citizen, municipality: str, stream: UUID
) -> HttpResponse:
    """Let the person appeal the decision."""
    return _step(request, who, stream, AppealForm, do.AppealDecision, "appeal")


@require_safe
@citizen_page
def who_has_read(request: HttpRequest, who: Citizen, municipality: str) -> HttpResponse:
    """Show every time an employee has opened one of the person's cases."""
    today = who.office.now.astimezone(OSLO).date()
    pack = who.office.book.pack(municipality, today)
    units = {unit.id: unit.name for unit in pack.units}
    with fenced(municipality):
        readings = readings_of(municipality, who.party.id)
    return render(
        request,
        "citizen/who_has_read.html",
        {"readings": [(r, units.get(r.unit, r.unit)) for r in readings]},
    )


def _step(
    request: HttpRequest,
    who: Citizen,
    stream: UUID,
    form_type: type[Form],
    command_type: type[do.CommentOnCase | do.WithdrawApplication | do.AppealDecision],
    name: str,
) -> HttpResponse:
    """Show the form, or carry out what it asks and go back to the case."""
    case = open_case(who.actor, stream, who.office)
    if command_type not in case.steps:
        return redirect("my-case", who.actor.municipality, stream)
    post = request.POST if request.method == "POST" else None
    form = form_type(post, initial={"seen": case.history.version})
    if form.is_valid():
        data = {k: v for k, v in form.cleaned_data.items() if k != "seen"}
        if command_type is do.AppealDecision:
            data["appeal"] = uuid7()
        if carried_out(form, command_type(**data), case, who.actor, who.office):
            return redirect("my-case", who.actor.municipality, stream)
    return render(
        request,
        f"citizen/{name}.html",
        {
            "form": form,
            "case": case,
            "notice": getattr(case.case.stage, "notice", None),
        },
        status=status_of(form),
    )


def _expected(case: OpenCase, who: Citizen) -> dict[str, object]:
    """Return when to expect what: the law's day, or the one a notice gave."""
    stage, book = case.case.stage, who.office.book
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
