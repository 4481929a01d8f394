"""A case at the desk: what is due, what can be done, and all that has happened."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste.access.people import Party, identities, party
from fotfeste.access.policy import NotAllowedError, NotFoundError
from fotfeste.access.readings import What
from fotfeste.ledger.fence import fenced
from fotfeste.letters import archive
from fotfeste.letters.wording import weekday
from fotfeste.office import attachments
from fotfeste.office.case_row import stage_name
from fotfeste.office.open_case import OpenCase
from fotfeste.procedures.appeal import stages as appeal_stages
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.care import stages as care
from fotfeste.procedures.handling.commands import AssignCase
from fotfeste.procedures.handling.stages import UNASSIGNED
from fotfeste.procedures.kinds import PROCEDURES, Kind
from fotfeste.procedures.remedy.stages import Decision
from fotfeste.web import telling
from fotfeste.web.carrying_out import carried_out, status_of
from fotfeste.web.citizen.letters import as_file, as_pdf
from fotfeste.web.staff import door, keeping
from fotfeste.web.staff.letter_lines import letter_lines
from fotfeste.web.staff.next_step import leads_on
from fotfeste.web.staff.out_of_reach import impossible
from fotfeste.web.staff.safety import see_first, what_was_said
from fotfeste.web.staff.step import Step
from fotfeste.web.staff.steps import STEPS, step_by_key
from fotfeste.web.step_form import Setting
from fotfeste.web.who import Colleague, desk_page


@require_safe
@desk_page
def case(
    request: HttpRequest, who: Colleague, municipality: str, stream: UUID
) -> HttpResponse:
    """Show a case: what is due, what can be done now, and all that has happened."""
    opened = door.opened(who, stream, What.CASE)
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
    today = who.today
    topic = request.GET.get("om", "")
    timeline = telling.timeline(opened)
    said = what_was_said(opened, who)
    return render(
        request,
        "staff/case.html",
        {
            "case": opened,
            "stage": telling.STAGES[stage_name(opened.history.kind, opened.case)],
            "file": opened.case.file,
            "powers": opened.history.known.powers_on(today),
            "barred": opened.history.known.is_disqualified(who.actor.id),
            "identity": known.get(opened.history.person),
            "wants": _wants(opened),
            "clocks": [
                (clock, telling.CLOCKS[clock.term], clock.act_by < today)
                for clock in opened.clocks
            ],
            "first": see_first(opened, said),
            "said": said,
            "main_steps": _steps(opened, "main"),
            "side_steps": _grouped(_steps(opened, "side")),
            "impossible": impossible(opened),
            "waiting": _waiting(opened, who),
            "topics": [
                (key, name)
                for key, name in telling.TOPICS.items()
                if any(line.about == key for line in timeline)
            ],
            "topic": topic,
            "timeline": _shown(timeline, topic, whole="alt" in request.GET),
            "left_out": "alt" not in request.GET and len(timeline) > LINES,
            "handling": getattr(opened.case.file, "handling", UNASSIGNED),
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
    sent = request.method == "POST"
    opened = door.opened(who, stream, What.STEP, sending=sent)
    takes = chosen.command is AssignCase
    if not who.may_give(chosen.command) or (
        takes and not door.has_part(who, opened.history.person)
    ):
        raise NotAllowedError
    belongs = chosen.command in PROCEDURES[opened.history.kind].commands
    if not belongs or (request.method == "GET" and chosen.command not in opened.steps):
        return redirect("case", municipality, stream)
    setting = Setting(opened, who.today, who.office)
    form = chosen.form(
        request.POST if sent else None, setting, request.FILES if sent else None
    )
    if form.is_valid() and carried_out(
        form, form.command, opened, who.actor, who.office
    ):
        keeping.sent(opened, who, chosen)
        return redirect("case", municipality, stream)
    return render(
        request,
        "staff/step.html",
        {
            "step": chosen,
            "form": form,
            "begun_at": None if sent else keeping.refilled(form, opened, who, chosen),
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
    opened = door.opened(who, stream, What.LETTER)
    known = party(municipality, opened.history.person)
    with fenced(municipality):
        for kept in archive.letters_of(municipality, [stream]):
            if known and kept.event == event and kept.kind == kind:
                body = archive.letter_pdf(municipality, kept, known, who.office.keys)
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
    opened = door.opened(who, stream, What.DOCUMENT)
    kept = attachments.open_kept(opened.history, document, who.office.keys)
    return as_file(kept)


def _steps(opened: OpenCase, weight: str) -> list[Step]:
    """Return the possible steps of the weight, the one that leads on first."""
    possible = [s for s in STEPS if s.command in opened.steps and s.weight == weight]
    return sorted(possible, key=lambda step: step.command is not leads_on(opened))


def _grouped(steps: list[Step]) -> list[tuple[str, list[Step]]]:
    """Return the side steps under their headings."""
    groups: dict[str, list[Step]] = {}
    for step in steps:
        groups.setdefault(step.group, []).append(step)
    return list(groups.items())


LINES = 40
"""How much of the timeline is shown at once; the rest is a click away."""


def _shown(lines: list[telling.Line], topic: str, *, whole: bool) -> list[telling.Line]:
    """Return the lines about the topic; the latest of them unless all are asked for."""
    about = [line for line in lines if topic in ("", line.about)]
    return about if whole else about[:LINES]


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
