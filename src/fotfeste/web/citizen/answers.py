"""What the answers come to: what is lacking, what is shown, what is applied for."""

from typing import get_args

from django.utils.html import format_html
from django.utils.translation import gettext as _

from fotfeste.procedures.application.events import ApplicationContent, Role
from fotfeste.procedures.person.events import Avoid
from fotfeste.rulebook.pack import Pack
from fotfeste.web.choices import AVOID
from fotfeste.web.citizen.questions import Answers, Question, asked_of
from fotfeste.web.forms import Several


def offered(pack: Pack, role: Role | None = None) -> list[tuple[str, str]]:
    """Return what can be applied for, by key, each with a sentence on what it is.

    role: for whose need; None for all.
    """
    return [
        (o.id, format_html("<strong>{}</strong><br>{}", _(o.name), _(o.what)))
        for o in pack.offers
        if o.apply and role in (None, o.for_whom)
    ]


def role_of(answers: Answers) -> Role:
    """Return for whose need one applies: a person's own, or next of kin's."""
    return "kin" if answers.get("whom") == "kin" else "self"


def wants_field(pack: Pack, role: Role) -> Several:
    """Return the question of what one applies for, with the pack's own offers."""
    field = Several(_("Hva vil du ha hjelp med?"), help_text=_("Velg så mange du vil."))
    field.choices = offered(pack, role)
    return field


def unanswered(answers: Answers) -> list[str]:
    """Return what must be answered before the application can be sent."""
    faults = []
    if not answers.get("whom"):
        faults.append(_("Du har ikke svart på hvem du søker for. Velg «Endre»."))
    if not answers.get("wants"):
        faults.append(
            _("Du har ikke valgt hva du søker om. Velg «Endre» ved spørsmålet.")
        )
    if not answers.get("stay"):
        faults.append(
            _("Du har ikke svart på hvor du bor. Velg «Endre» ved spørsmålet.")
        )
    return faults


def content(name: str, answers: Answers) -> ApplicationContent:
    """Return the application that the answers make."""
    text = {key: value for key, value in answers.items() if isinstance(value, str)}
    wants = answers.get("wants", [])
    return ApplicationContent(
        name=name,
        wants=tuple(wants) if isinstance(wants, list) else (),
        situation=text.get("situation", ""),
        stay="lives" if text.get("stay") == "lives" else "stays",
        wishes=text.get("wishes", ""),
        urgent=text.get("urgent", ""),
        phone=text.get("phone", ""),
        email=text.get("email", ""),
        address=text.get("address", ""),
        safe_contact=text.get("safe_contact", ""),
        avoid=_avoid(answers),
        interpreter=text.get("interpreter", ""),
        adaptation=text.get("adaptation", ""),
        children=text.get("children", ""),
        role=role_of(answers),
        helper=text.get("helper", ""),
    )


def _avoid(answers: Answers) -> tuple[Avoid, ...]:
    said = answers.get("avoid", [])
    return tuple(key for key in get_args(Avoid) if key in said)


def answered(
    answers: Answers, pack: Pack
) -> list[tuple[Question, list[tuple[str, str]]]]:
    """Return every question with its labels and answers, to be checked."""
    names = {offer.id: _(offer.name) for offer in pack.offers} | {
        key: str(text) for key, text in AVOID
    }
    shown = []
    for asked in asked_of(answers):
        rows = []
        for field_name, field in asked.form.base_fields.items():
            value = answers.get(field_name, "")
            if isinstance(value, list):
                value = ", ".join(names.get(key, key) for key in value)
            elif field_name in ("stay", "whom"):
                chosen = dict(getattr(field, "choices", []))
                other = _("For en annen, med fullmakt") if value else ""
                value = str(chosen.get(value, other))
            rows.append((str(field.label), value))
        shown.append((asked, rows))
    return shown
