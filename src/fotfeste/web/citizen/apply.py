"""Applying: one question a page, a look over it all, and a receipt."""

from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste.access.people import identities, party
from fotfeste.access.policy import NotAllowedError, NotFoundError
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import ConflictError, known_of
from fotfeste.office import drafts
from fotfeste.office.drafts import Draft
from fotfeste.office.handle import handle
from fotfeste.office.lists import cases_of
from fotfeste.office.representation import represented_by
from fotfeste.procedures.application.commands import SubmitApplication
from fotfeste.procedures.kinds import Kind
from fotfeste.procedures.person.events import Scope
from fotfeste.procedures.refusal import Refused
from fotfeste.rulebook.pack import Pack
from fotfeste.web import refusals
from fotfeste.web.citizen.answers import (
    answered,
    content,
    role_of,
    unanswered,
    wants_field,
)
from fotfeste.web.citizen.attaching import sent_with
from fotfeste.web.citizen.own_file import consents, on_own_file, reach
from fotfeste.web.citizen.questions import (
    OWN,
    QUESTIONS,
    Consents,
    Question,
    Wants,
    Whom,
    asked_of,
    following,
    question,
)
from fotfeste.web.forms import Form
from fotfeste.web.who import Citizen, citizen_page


@require_safe
@citizen_page
def start(request: HttpRequest, who: Citizen, municipality: str) -> HttpResponse:
    """Tell how applying goes, and offer to go on with what is begun."""
    draft = _draft(who, municipality)
    return render(
        request,
        "citizen/start.html",
        {
            "draft": draft,
            "first": QUESTIONS[0],
            "count": len(QUESTIONS),
            "pack": _pack(who, municipality),
        },
    )


@require_http_methods(["GET", "POST"])
@citizen_page
def ask(
    request: HttpRequest, who: Citizen, municipality: str, key: str
) -> HttpResponse:
    """Ask one question; the answer is kept before the next is asked."""
    asked = question(key)
    if asked is None:
        raise Http404
    draft = _draft(who, municipality) or Draft()
    form = _form(asked, who, draft, request)
    if request.method == "POST" and form.is_valid():
        party, office = who.enrolled(), who.office
        with drafts.held(municipality, party, office.keys, office.now) as kept:
            kept.answers.update(form.cleaned_data)
        after = following(key, kept.answers)
        if after is None or "til" in request.GET:
            return redirect("review", municipality)
        return redirect("ask", municipality, after.key)
    keys = [q.key for q in asked_of(draft.answers)]
    if key not in keys:
        return redirect("review", municipality)
    number = keys.index(key)
    return render(
        request,
        "citizen/ask.html",
        {
            "asked": asked,
            "form": form,
            "number": number + 1,
            "count": len(keys),
            "before": keys[number - 1] if number else None,
        },
    )


@require_http_methods(["GET", "POST"])
@citizen_page
def review(request: HttpRequest, who: Citizen, municipality: str) -> HttpResponse:
    """Show all the answers, and send them; sent twice, it is still one application."""
    pack = _pack(who, municipality)
    draft = _draft(who, municipality)
    if draft is None:
        if request.method == "POST":
            return _sent_already(who, municipality)
        return redirect("apply", municipality)
    faults = unanswered(draft.answers)
    if request.method == "POST" and not faults:
        try:
            _send(draft, who, municipality)
        except Refused as refused:
            faults = refusals.told(refused, pack)
        except (NotAllowedError, NotFoundError):
            faults = [
                _("Fullmakten gjelder ikke lenger. Svar på nytt på hvem du søker for.")
            ]
        else:
            return redirect("receipt", municipality, draft.stream)
    return render(
        request,
        "citizen/review.html",
        {
            "answered": answered(draft.answers, pack),
            "faults": faults,
            "documents": draft.documents,
        },
    )


@require_http_methods(["POST"])
@citizen_page
def throw_away(request: HttpRequest, who: Citizen, municipality: str) -> HttpResponse:
    """Throw the draft away."""
    drafts.discard(municipality, who.party)
    return redirect("service", municipality)


def _send(draft: Draft, who: Citizen, municipality: str) -> None:
    """Send the draft, which is thereby a case and no draft any more.

    For another, it is their case: the power of attorney is asked for there.
    """
    name, whom = who.identity.name, who.party
    chosen = str(draft.answers["whom"])
    if chosen not in dict(OWN):
        with fenced(municipality):
            found = identities(municipality, [UUID(chosen)], who.office.keys)
        represented = party(municipality, UUID(chosen))
        if represented is None or UUID(chosen) not in found:
            raise NotFoundError
        name, whom = found[UUID(chosen)].name, represented
    own = whom == who.party
    if own:  # first, so that the first letter goes by it
        on_own_file([reach(draft.answers, who)], who)
    try:
        with transaction.atomic():  # the files are the case's, or the draft's still
            handle(
                SubmitApplication(
                    application=content(name, draft.answers),
                    documents=sent_with(draft, who, whom),
                ),
                actor=who.actor,
                stream=draft.stream,
                seen=0,
                office=who.office,
                party=whom,
            )
    except ConflictError:  # the same draft was sent before: the case is there
        drafts.discard(municipality, who.party)
    if own:
        on_own_file(consents(draft.answers, who), who)
    else:
        drafts.discard(municipality, who.party)


def _form(asked: Question, who: Citizen, draft: Draft, request: HttpRequest) -> Form:
    """Return the form, with what it can be chosen from here."""
    data = request.POST if request.method == "POST" else None
    form = asked.form(data, initial=dict(draft.answers))
    municipality = who.actor.municipality
    if asked.form is Wants:
        pack = _pack(who, municipality)
        form.fields["wants"] = wants_field(pack, role_of(draft.answers))
    if asked.form is Consents:
        sources = _pack(who, municipality).collect_from
        form.fields["consents"].choices = [(one, one) for one in sources]  # type: ignore[attr-defined]
    if asked.form is Whom:
        form.fields["whom"].choices = [*OWN, *_represented(who)]  # type: ignore[attr-defined]
    return form


def _represented(who: Citizen) -> list[tuple[str, str]]:
    """Return whom one may apply for with a power of attorney."""
    municipality = who.actor.municipality
    with fenced(municipality):
        found = represented_by(municipality, who.party.id, who.today)
        people = [one.person for one in found]
        names = identities(municipality, people, who.office.keys)
    return [
        (str(key), _("For {name}").format(name=names[key].name))
        for key in people
        if key in names
        and known_of(municipality, key, who.office.keys).may_act(
            who.party.id, Scope.APPLY, who.today
        )
    ]


def _sent_already(who: Citizen, municipality: str) -> HttpResponse:
    """Lead to what the first click of two sent: the draft is a case by then."""
    with fenced(municipality):
        listed = cases_of(municipality, who.party.id)
    sent = [
        row
        for row in listed
        if row.kind == Kind.APPLICATION and row.received_on == who.today
    ]
    if not sent:
        return redirect("my-cases", municipality)
    latest = max(sent, key=lambda row: row.reference)
    return redirect("receipt", municipality, latest.stream)


def _draft(who: Citizen, municipality: str) -> Draft | None:
    return drafts.load(municipality, who.party, who.office.keys, who.office.now)


def _pack(who: Citizen, municipality: str) -> Pack:
    return who.office.book.pack(municipality, who.today)
