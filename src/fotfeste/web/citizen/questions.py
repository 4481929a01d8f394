"""The questions of an application, one a page, and what each is asked for."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from fotfeste.web.choices import AVOID
from fotfeste.web.forms import Form, Line, One, Several, Words
from fotfeste.web.lazy import Text

Answers = dict[str, str | list[str]]
_WHOM = _("Hvem søker du for?")
OWN = [
    ("self", _("For meg selv")),
    ("kin", _("For meg selv, som pårørende til noen andre")),
]
"""For whose sake one can apply without a power of attorney."""


class Whom(Form):
    """For whose sake one applies, and who helps."""

    whom = One(_WHOM, OWN, initial="self")
    helper = Line(
        _("Er det noen som hjelper deg å fylle ut?"),
        help_text=_(
            "Skriv navnet hvis du vil. Den som hjelper, trenger ikke fullmakt."
        ),
    )

    @property
    def groups(self) -> list[tuple[str, str, list[Any]]]:
        """Return both fields, under the question."""
        return [("", "", list(self.visible_fields()))]


class Wants(Form):
    """What one applies for."""

    wants = Several(_("Hva vil du ha hjelp med?"))


class Situation(Form):
    """How it is, in one's own words."""

    situation = Words(
        _("Hvordan har du det nå?"),
        rows=8,
        help_text=_("Skriv så mye eller lite du vil, med dine egne ord."),
    )


class Wishes(Form):
    """What one hopes for."""

    wishes = Words(_("Hva ønsker du at skal bli bedre?"), rows=6)


class Urgent(Form):
    """What cannot wait."""

    urgent = Words(
        _("Er det noe som haster?"),
        rows=4,
        help_text=_("For eksempel bolig, helse, barn eller at du er gravid."),
    )


class Stay(Form):
    """Where one is."""

    stay = One(
        _("Hvor bor du?"),
        [
            ("lives", _("Jeg bor i kommunen")),
            ("stays", _("Jeg oppholder meg i kommunen nå")),
        ],
    )


_REACH = _("Hvordan kan vi nå deg?")


class Contact(Form):
    """How to reach one, safely: one question with four answers."""

    phone = Line(_("Telefon"), kind="tel", autocomplete="tel")
    email = Line(_("E-post"), kind="email", autocomplete="email")
    address = Words(_("Adresse for brev"), rows=3, max_length=400)
    avoid = Several(_("Hva skal vi la være?"), required=False)
    safe_contact = Words(
        _("Er det noe annet vi må ta hensyn til?"),
        rows=3,
        help_text=_("For eksempel når på dagen du kan snakke."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["avoid"].choices = AVOID  # type: ignore[attr-defined]

    @property
    def groups(self) -> list[tuple[str, str, list[Any]]]:
        """Return all the fields, under the question."""
        return [(str(_REACH), "", list(self.visible_fields()))]


_ADAPTED = _("Hva må vi legge til rette for?")


class Adapted(Form):
    """In which language one wants to talk, and what else must be arranged."""

    interpreter = Line(
        _("Trenger du tolk?"),
        help_text=_(
            "Skriv hvilket språk. La feltet stå tomt hvis du ikke trenger tolk."
        ),
    )
    adaptation = Words(
        _("Er det noe annet?"),
        rows=3,
        help_text=_("For eksempel syn, hørsel, rullestol, eller at du vil møtes ute."),
    )

    @property
    def groups(self) -> list[tuple[str, str, list[Any]]]:
        """Return both fields, under the question."""
        return [(str(_ADAPTED), "", list(self.visible_fields()))]


class Children(Form):
    """Whether there are children who need something too."""

    children = Words(
        _("Er det barn hjemme hos deg?"),
        rows=4,
        help_text=_("Skriv gjerne hvor gamle de er. Du kan hoppe over spørsmålet."),
    )


class Consents(Form):
    """Whom the municipality may talk with, from the first day."""

    consents = Several(
        _("Hvem kan vi snakke med om deg?"),
        required=False,
        help_text=_(
            "Ingen er også et svar. Sier du nei, får du hjelp likevel. Da spør vi"
            " dem ikke, og det kan ta litt lengre tid å finne ut hva du trenger."
        ),
    )


@dataclass(frozen=True, slots=True)
class Question:
    """A page with one question: its form, and why we ask.

    heading: what is asked, where that is not the label of the only field.
    own:     whether only the person can answer it, and no representative.
    """

    key: str
    form: type[Form]
    why: Text
    heading: Text = ""
    own: bool = False


QUESTIONS = (
    Question(
        "hvem",
        Whom,
        _(
            "Da vet vi hvem saken gjelder. Er du pårørende, får du din egen sak."
            " Den sier ingenting om den andre."
        ),
        _WHOM,
    ),
    Question(
        "hjelp",
        Wants,
        _("Da vet vi hva vi skal svare på. Alt du velger, får du et eget svar på."),
    ),
    Question(
        "situasjon",
        Situation,
        _("Da slipper du å fortelle alt fra begynnelsen når vi møtes."),
    ),
    Question("onsker", Wishes, _("Det du vil, er det viktigste når vi lager en plan.")),
    Question("haster", Urgent, _("Da vet vi hva vi må ta først.")),
    Question(
        "bosted",
        Stay,
        _("Du har rett til hjelp der du er. Du trenger ikke ha adresse i kommunen."),
    ),
    Question(
        "kontakt",
        Contact,
        _("Da når vi deg på en måte som er trygg. Alt er frivillig."),
        _REACH,
    ),
    Question(
        "barn",
        Children,
        _(
            "Da kan vi passe på at barna også får det de trenger. Mange er redde for"
            " dette spørsmålet. Det er ikke for å ta noe fra deg."
        ),
    ),
    Question(
        "tilrettelegging",
        Adapted,
        _(
            "Du har rett til tolk, og det er gratis. Vi vil at du skal klare å være"
            " med."
        ),
        _ADAPTED,
    ),
    Question(
        "samtykke",
        Consents,
        _(
            "Da slipper du å fortelle det samme flere ganger. Du kan trekke det tilbake"
            " når du vil."
        ),
        own=True,
    ),
)


def question(key: str) -> Question | None:
    """Return the question with the key, or None."""
    return next((q for q in QUESTIONS if q.key == key), None)


def asked_of(answers: Answers) -> list[Question]:
    """Return the questions there are, by whom one applies for."""
    own = answers.get("whom", "self") in dict(OWN)
    return [one for one in QUESTIONS if own or not one.own]


def following(key: str, answers: Answers) -> Question | None:
    """Return the question after the one with the key; None after the last."""
    asked = asked_of(answers)
    keys = [q.key for q in asked]
    after = keys.index(key) + 1 if key in keys else len(keys)
    return asked[after] if after < len(keys) else None
