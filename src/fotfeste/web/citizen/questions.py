"""The questions of an application, one a page, and what each is asked for."""

from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html

from fotfeste.procedures.application.events import ApplicationContent, Role
from fotfeste.rulebook.pack import Pack
from fotfeste.web.forms import Form, Line, One, Several, Words

Answers = dict[str, str | list[str]]
_WHOM = "Hvem søker du for?"
OWN = [
    ("self", "For meg selv"),
    ("kin", "For meg selv, som pårørende til noen andre"),
]
"""For whose sake one can apply without a power of attorney."""


class Whom(Form):
    """For whose sake one applies, and who helps."""

    whom = One(_WHOM, OWN, initial="self")
    helper = Line(
        "Er det noen som hjelper deg å fylle ut?",
        help_text="Skriv navnet hvis du vil. Den som hjelper, trenger ikke fullmakt.",
    )

    @property
    def groups(self) -> list[tuple[str, str, list[Any]]]:
        """Return both fields, under the question."""
        return [("", "", list(self.visible_fields()))]


class Wants(Form):
    """What one applies for."""

    wants = Several("Hva vil du ha hjelp med?")


class Situation(Form):
    """How it is, in one's own words."""

    situation = Words(
        "Hvordan har du det nå?",
        rows=8,
        help_text="Skriv så mye eller lite du vil, med dine egne ord.",
    )


class Wishes(Form):
    """What one hopes for."""

    wishes = Words("Hva ønsker du at skal bli bedre?", rows=6)


class Urgent(Form):
    """What cannot wait."""

    urgent = Words(
        "Er det noe som haster?",
        rows=4,
        help_text="For eksempel bolig, helse, barn eller at du er gravid.",
    )


class Stay(Form):
    """Where one is."""

    stay = One(
        "Hvor bor du?",
        [
            ("lives", "Jeg bor i kommunen"),
            ("stays", "Jeg oppholder meg i kommunen nå"),
        ],
    )


_REACH = "Hvordan kan vi nå deg?"


class Contact(Form):
    """How to reach one, safely: one question with four answers."""

    phone = Line("Telefon", kind="tel", autocomplete="tel")
    email = Line("E-post", kind="email", autocomplete="email")
    address = Words("Adresse for brev", rows=3, max_length=400)
    safe_contact = Words(
        "Er det noe vi må ta hensyn til?",
        rows=3,
        help_text="For eksempel: ikke send brev hjem, eller ikke legg igjen beskjed.",
    )

    @property
    def groups(self) -> list[tuple[str, str, list[Any]]]:
        """Return all the fields, under the question."""
        return [(_REACH, "", list(self.visible_fields()))]


class Interpreter(Form):
    """In which language one wants to talk."""

    interpreter = Line(
        "Trenger du tolk?",
        help_text="Skriv hvilket språk. La feltet stå tomt hvis du ikke trenger tolk.",
    )


@dataclass(frozen=True, slots=True)
class Question:
    """A page with one question: its form, and why we ask.

    heading: what is asked, where that is not the label of the only field.
    """

    key: str
    form: type[Form]
    why: str
    heading: str = ""


QUESTIONS = (
    Question(
        "hvem",
        Whom,
        "Da vet vi hvem saken gjelder. Er du pårørende, får du din egen sak. Den sier"
        " ingenting om den andre.",
        _WHOM,
    ),
    Question(
        "hjelp",
        Wants,
        "Da vet vi hva vi skal svare på. Alt du velger, får du et eget svar på.",
    ),
    Question(
        "situasjon",
        Situation,
        "Da slipper du å fortelle alt fra begynnelsen når vi møtes.",
    ),
    Question("onsker", Wishes, "Det du vil, er det viktigste når vi lager en plan."),
    Question("haster", Urgent, "Da vet vi hva vi må ta først."),
    Question(
        "bosted",
        Stay,
        "Du har rett til hjelp der du er. Du trenger ikke ha adresse i kommunen.",
    ),
    Question(
        "kontakt",
        Contact,
        "Da når vi deg på en måte som er trygg. Alt er frivillig.",
        _REACH,
    ),
    Question("sprak", Interpreter, "Du har rett til tolk, og det er gratis."),
)


def question(key: str) -> Question | None:
    """Return the question with the key, or None."""
    return next((q for q in QUESTIONS if q.key == key), None)


def following(key: str) -> Question | None:
    """Return the question after the one with the key; None after the last."""
    keys = [q.key for q in QUESTIONS]
    after = keys.index(key) + 1
    return QUESTIONS[after] if after < len(keys) else None


def offered(pack: Pack, role: Role | None = None) -> list[tuple[str, str]]:
    """Return what can be applied for, by key, each with a sentence on what it is.

    role: for whose need; None for all.
    """
    return [
        (o.id, format_html("<strong>{}</strong><br>{}", o.name, o.what))
        for o in pack.offers
        if o.apply and role in (None, o.for_whom)
    ]


def role_of(answers: Answers) -> Role:
    """Return for whose need one applies: a person's own, or next of kin's."""
    return "kin" if answers.get("whom") == "kin" else "self"


def wants_field(pack: Pack, role: Role) -> Several:
    """Return the question of what one applies for, with the pack's own offers."""
    field = Several("Hva vil du ha hjelp med?", help_text="Velg så mange du vil.")
    field.choices = offered(pack, role)
    return field


def unanswered(answers: Answers) -> list[str]:
    """Return what must be answered before the application can be sent."""
    faults = []
    if not answers.get("whom"):
        faults.append("Du har ikke svart på hvem du søker for. Velg «Endre».")
    if not answers.get("wants"):
        faults.append("Du har ikke valgt hva du søker om. Velg «Endre» ved spørsmålet.")
    if not answers.get("stay"):
        faults.append("Du har ikke svart på hvor du bor. Velg «Endre» ved spørsmålet.")
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
        interpreter=text.get("interpreter", ""),
        role=role_of(answers),
        helper=text.get("helper", ""),
    )


def answered(
    answers: Answers, pack: Pack
) -> list[tuple[Question, list[tuple[str, str]]]]:
    """Return every question with its labels and answers, to be checked."""
    names = {offer.id: offer.name for offer in pack.offers}
    shown = []
    for asked in QUESTIONS:
        rows = []
        for field_name, field in asked.form.base_fields.items():
            value = answers.get(field_name, "")
            if isinstance(value, list):
                value = ", ".join(names.get(key, key) for key in value)
            elif field_name in ("stay", "whom"):
                chosen = dict(getattr(field, "choices", []))
                value = chosen.get(value, "For en annen, med fullmakt" if value else "")
            rows.append((str(field.label), value))
        shown.append((asked, rows))
    return shown
