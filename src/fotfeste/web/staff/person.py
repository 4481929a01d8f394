"""A person's own file at the desk: powers of attorney, consents, impartiality."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste.access.models import Employee
from fotfeste.access.people import identities
from fotfeste.access.policy import (
    NotAllowedError,
    Relation,
    may_see,
)
from fotfeste.ledger.fence import fenced
from fotfeste.office.lists import ListedCase, cases_of
from fotfeste.procedures.care.commands import OpenCare
from fotfeste.procedures.kinds import PROCEDURES, Kind
from fotfeste.procedures.person.events import MessageReceived
from fotfeste.procedures.person.stages import NOTHING_KNOWN
from fotfeste.web import telling
from fotfeste.web.carrying_out import carried_out, status_of
from fotfeste.web.staff import door
from fotfeste.web.staff.out_of_reach import impossible
from fotfeste.web.staff.steps import STEPS, step_by_key
from fotfeste.web.step_form import Setting
from fotfeste.web.who import Colleague, desk_page


@require_safe
@desk_page
def person(
    request: HttpRequest, who: Colleague, municipality: str, person: UUID
) -> HttpResponse:
    """Show who may act for the person, what they have consented to, and their cases."""
    opened, _ = door.opened_person(who, person)
    with fenced(municipality):
        found = identities(municipality, [person], who.office.keys)
        cases = cases_of(municipality, person)
        names = {e.id: e.name for e in Employee.objects.all()}
    known = opened.history.known
    return render(
        request,
        "staff/person.html",
        {
            "case": opened,
            "person": person,
            "identity": found.get(person),
            "cases": [
                (case, telling.STAGES.get(case.stage, case.stage))
                for case in cases
                if case.kind != Kind.PERSON and is_seen(who, person, case)
            ],
            "from_person": [
                one for one in known.messages if isinstance(one, MessageReceived)
            ],
            "powers": [(p, p in known.powers_on(who.today)) for p in known.powers],
            "consents": [(c, who.today <= c.valid_to) for c in known.consents],
            "disqualified": [
                (d, names.get(d.employee, "")) for d in known.disqualified
            ],
            "steps": [step for step in STEPS if step.command in opened.steps],
            "impossible": impossible(opened),
            "may_open": who.may_give(OpenCare),
            "timeline": telling.timeline(opened),
        },
    )


@require_http_methods(["GET", "POST"])
@desk_page
def person_step(
    request: HttpRequest, who: Colleague, municipality: str, person: UUID, key: str
) -> HttpResponse:
    """Record something that holds in every case of the person."""
    chosen = step_by_key(key)
    if chosen is None or chosen.command not in PROCEDURES[Kind.PERSON].commands:
        raise Http404
    if not who.may_give(chosen.command):
        raise NotAllowedError
    sent = request.method == "POST"
    opened, whom = door.opened_person(who, person, sending=sent)
    if request.method == "GET" and chosen.command not in opened.steps:
        return redirect("person", municipality, person)
    setting = Setting(opened, who.today, who.office)
    form = chosen.form(request.POST if sent else None, setting)
    if form.is_valid() and carried_out(
        form, form.command, opened, who.actor, who.office, whom
    ):
        return redirect("person", municipality, person)
    return render(
        request,
        "staff/person_step.html",
        {"step": chosen, "form": form, "case": opened, "person": person},
        status=status_of(form),
    )


def is_seen(who: Colleague, person: UUID, case: ListedCase) -> bool:
    """Test that the employee may see the case: a list tells that it exists."""
    desk = who.office.book.desk_pack(who.actor.municipality, who.today)
    relation = Relation(person, NOTHING_KNOWN, desk, who.today)
    decided = case.stage == "application.Notified"
    return may_see(who.actor, relation, Kind(case.kind), decided=decided)
