"""What holds in all of a person's cases, as they see it: powers and consents."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste.access.people import Identity, enrol
from fotfeste.ledger.log import uuid7
from fotfeste.letters.wording import length
from fotfeste.office.open_case import OpenCase, open_person
from fotfeste.procedures import time_limits
from fotfeste.procedures.kinds import Command
from fotfeste.procedures.person import commands as person
from fotfeste.procedures.person.events import MessageReceived, Scope
from fotfeste.web import telling
from fotfeste.web.carrying_out import carried_out, status_of
from fotfeste.web.choices import (
    SCOPES,
    consents,
    consents_asked,
    in_a_year,
    powers,
    sources,
)
from fotfeste.web.citizen.barring import BarForm, barred
from fotfeste.web.citizen.steps import CitizenStep
from fotfeste.web.contact_form import ContactForm
from fotfeste.web.forms import Day, IdentityNumber, Line, One, Several, Words
from fotfeste.web.step_form import Setting, StepForm, form_for
from fotfeste.web.who import Citizen, citizen_page


class PowerForm(StepForm):
    """Whom one lets act, and in what."""

    name = Line(_("Navnet til den som skal handle for deg"), required=True)
    number = IdentityNumber(
        _("Fødselsnummeret til den som skal handle for deg"),
        required=True,
        max_length=20,
        help_text=_("11 sifre. Da kan hun eller han logge inn som seg selv."),
    )
    scopes = Several(_("Hva kan hun eller han gjøre?"))
    valid_to = Day(
        _("Til og med hvilken dag?"),
        required=False,
        help_text=_("Kan stå tomt."),
    )
    copies = One(
        _("Vil du ha kopi av brevene?"),
        [("yes", _("Ja")), ("no", _("Nei"))],
        initial="yes",
    )

    def prepare(self, setting: Setting) -> None:
        """Offer what a power can cover."""
        del setting
        self.fields["scopes"].choices = SCOPES  # type: ignore[attr-defined]

    def command(self) -> person.GivePowerOfAttorney:
        """Return the power, to one who is thereby known to the municipality."""
        data, setting = self.cleaned_data, self.setting
        named_by_themselves = Identity(
            data["name"] if not data["number"] else "", data["number"]
        )
        known = enrol(
            setting.case.actor.municipality, named_by_themselves, setting.office.keys
        )
        return person.GivePowerOfAttorney(
            power=uuid7(),
            representative=known.id,
            name=data["name"],
            ground="written",
            scopes=tuple(Scope(scope) for scope in data["scopes"]),
            valid_from=setting.today,
            valid_to=data["valid_to"],
            copies=data["copies"] == "yes",
        )


class ConsentForm(StepForm):
    """Whom one lets tell, about what, for what, and how long."""

    source = One(_("Hvem sier du ja til?"), [])
    fields_ = Words(_("Hva kan de fortelle, eller få vite?"), required=True, rows=3)
    purpose = Words(_("Hva skal det brukes til?"), required=True, rows=2)
    valid_to = Day(_("Til og med hvilken dag?"))

    def prefilled(self, setting: Setting) -> dict[str, Any]:
        """Return a purpose and a day, to be changed."""
        return {"purpose": _("Å vurdere hva jeg trenger"), **in_a_year(setting)}

    def prepare(self, setting: Setting) -> None:
        """Offer whom the municipality commonly asks."""
        self.fields["source"].choices = sources(setting)  # type: ignore[attr-defined]

    def command(self) -> person.GiveConsent:
        """Return the consent."""
        data = self.cleaned_data
        return person.GiveConsent(
            consent=uuid7(),
            source=data["source"],
            purpose=data["purpose"],
            fields=data["fields_"],
            valid_to=data["valid_to"],
            how="online",
        )


class AnswerForm(StepForm):
    """Whether one says yes to what the municipality asks."""

    consent = One(_("Hvem gjelder det?"), [], coerce=UUID)
    answer = One(
        _("Hva svarer du?"),
        [("yes", _("Ja")), ("no", _("Nei"))],
    )

    def prepare(self, setting: Setting) -> None:
        """Offer what is asked."""
        asked = consents_asked(setting)
        self.fields["consent"].choices = asked  # type: ignore[attr-defined]
        if len(asked) == 1:
            self.fields["consent"].initial = asked[0][0]

    def command(self) -> person.AnswerConsent:
        """Return the answer."""
        data = self.cleaned_data
        return person.AnswerConsent(
            consent=data["consent"], answer=data["answer"], how="online"
        )


PERSON_STEPS: tuple[CitizenStep, ...] = (
    CitizenStep("kontakt", person.WishContact, ContactForm,
        _("Si hvordan det er trygt å nå deg"),
        _("Vi sender beskjed på SMS eller e-post når det er noe nytt. Den sier aldri"
        " hva det gjelder."),
        _("Lagre"), weight="side"),
    CitizenStep("svar", person.AnswerConsent, AnswerForm,
        _("Svar på det vi spør om"),
        _("Du bestemmer selv. Du kan ombestemme deg når du vil."),
        _("Send svaret"), law="hpl § 22"),
    CitizenStep("gi-fullmakt", person.GivePowerOfAttorney, PowerForm,
        _("La noen handle for deg"),
        _("Den du velger, logger inn som seg selv. Du kan trekke det tilbake når du"
        " vil."),
        _("Gi fullmakt"), law="fvl § 12"),
    CitizenStep("gi-samtykke", person.GiveConsent, ConsentForm,
        _("Si ja til at vi snakker med andre"),
        _("Sier du nei, spør vi ingen. Du får hjelp likevel, men vi vet kanskje"
        " mindre."),
        _("Si ja"), law="hpl § 22"),
    CitizenStep("trekk-fullmakt", person.RevokePowerOfAttorney, form_for(
            person.RevokePowerOfAttorney,
            power=One(_("Hvem skal ikke lenger handle for deg?"), [], coerce=UUID),
            choices={"power": powers},
        ),
        _("Trekk tilbake en fullmakt"), _("Den slutter å gjelde med en gang."),
        _("Trekk tilbake"), weight="side"),
    CitizenStep("trekk-samtykke", person.WithdrawConsent, form_for(
            person.WithdrawConsent,
            consent=One(_("Hva vil du trekke tilbake?"), [], coerce=UUID),
            choices={"consent": consents},
        ),
        _("Trekk tilbake et ja"), _("Fra nå spør vi dem ikke om noe mer."),
        _("Trekk tilbake"), weight="side"),
    CitizenStep("steng-ute", person.BarAccess, BarForm,
        _("Steng en ansatt ute fra sakene dine"),
        _("Kjenner du noen som arbeider her? Da kan du hindre at de ser sakene dine."
        " Er liv i fare, kan de se dem likevel. Da ser du det her."),
        _("Steng ute"), weight="side", law="pjl § 17"),
    CitizenStep("slipp-inn", person.LiftBar, form_for(
            person.LiftBar,
            employee=One(_("Hvem skal få se sakene igjen?"), [], coerce=UUID),
            choices={"employee": barred},
        ),
        _("La en ansatt se sakene igjen"), _("Det gjelder med en gang."),
        _("La dem se"), weight="side"),
)  # fmt: skip
"""Every step a person can take on their own file."""


@require_safe
@citizen_page
def mine(request: HttpRequest, who: Citizen, municipality: str) -> HttpResponse:
    """Show who may act for one, and what one has said yes to."""
    opened = _opened(who)
    known = opened.history.known
    return render(
        request,
        "citizen/mine_person.html",
        {
            "powers": [(p, p in known.powers_on(who.today)) for p in known.powers],
            "consents": [(c, who.today <= c.valid_to) for c in known.consents],
            "asked": known.asked,
            "contact": known.contact,
            "steps": [s for s in PERSON_STEPS if s.command in opened.steps],
            "timeline": telling.timeline_for_party(opened),
        },
    )


MessageForm = form_for(
    person.WriteMessage,
    new_keys=("message",),
    words=Words(_("Hva vil du spørre om, eller si?"), required=True, rows=5),
)


@require_http_methods(["GET", "POST"])
@citizen_page
def messages(request: HttpRequest, who: Citizen, municipality: str) -> HttpResponse:
    """Show what the person and the service have written, and let one write more."""
    if request.method == "POST":
        who = who.known()
    opened = _opened(who)
    setting = Setting(opened, who.today, who.office)
    form = MessageForm(request.POST if request.method == "POST" else None, setting)
    if form.is_valid() and _done(form, opened, who):
        return redirect("messages", municipality)
    known, book = opened.history.known, who.office.book
    waiting = [
        time_limits.of_term("message.answer", one.on, book).value
        for one in known.unanswered
    ]
    period = book.term("message.answer", who.today).length
    return render(
        request,
        "citizen/messages.html",
        {
            "messages": [
                (one, isinstance(one, MessageReceived)) for one in known.messages
            ],
            "answer_by": min(waiting, default=None),
            "period": length(period),
            "form": form,
        },
        status=status_of(form),
    )


@require_http_methods(["GET", "POST"])
@citizen_page
def step(
    request: HttpRequest, who: Citizen, municipality: str, key: str
) -> HttpResponse:
    """Give or take back a power of attorney or a consent."""
    chosen = next((step for step in PERSON_STEPS if step.key == key), None)
    if chosen is None:
        raise Http404
    if request.method == "POST":
        who = who.known()
    opened = _opened(who)
    if request.method == "GET" and chosen.command not in opened.steps:
        return redirect("my-person", municipality)
    setting = Setting(opened, who.today, who.office)
    form = chosen.form(request.POST if request.method == "POST" else None, setting)
    if form.is_valid() and _done(form, opened, who):
        return redirect("my-person", municipality)
    return render(
        request,
        "citizen/person_step.html",
        {"step": chosen, "form": form},
        status=status_of(form),
    )


def _done(form: StepForm, opened: OpenCase, who: Citizen) -> bool:
    """Test that what was asked is done: now, or by the first click of two."""
    command = form.command()
    stale = form.cleaned_data["seen"] < opened.history.version
    if stale and _is_recorded(command, opened, who):
        return True
    return carried_out(form, lambda: command, opened, who.actor, who.office, who.party)


NEW_KEY: dict[type[Command], str] = {
    person.WriteMessage: "message",
    person.GiveConsent: "consent",
    person.GivePowerOfAttorney: "power",
}
"""What gets a key of its own each time it is sent, and the name of the key."""


def _is_recorded(command: Command, opened: OpenCase, who: Citizen) -> bool:
    """Test that the last thing recorded, by oneself, is what is asked once more."""
    last, key = opened.history.records[-1], NEW_KEY.get(type(command))
    if key is None or last.actor != who.party.id:
        return False
    asked, done = asdict(command), asdict(last.event)
    return key in done and all(
        asked[name] == done[name] for name in asked.keys() & done.keys() - {key}
    )


def _opened(who: Citizen) -> OpenCase:
    return open_person(who.actor, who.party, who.office)
