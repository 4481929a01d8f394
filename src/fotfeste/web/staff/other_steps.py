"""The steps of a contact, of a report, and on a person's own file, at the desk."""

from typing import Any
from uuid import UUID

from fotfeste.access.people import Identity, enrol
from fotfeste.ledger.log import uuid7
from fotfeste.procedures.contact import commands as contact
from fotfeste.procedures.person import commands as person
from fotfeste.procedures.person.events import Scope
from fotfeste.procedures.report import commands as report
from fotfeste.web.choices import (
    SCOPES,
    consents,
    consents_asked,
    first_of,
    in_a_year,
    powers,
    sources,
    unanswered,
)
from fotfeste.web.contact_form import ContactForm
from fotfeste.web.forms import Day, IdentityNumber, Line, One, Several, Words
from fotfeste.web.staff.colleagues import disqualified, employees
from fotfeste.web.staff.step import Step
from fotfeste.web.staff.turning import TurnContactForm
from fotfeste.web.step_form import Setting, StepForm, form_for

PLACES = [
    ("advice", "Råd, på telefon eller her"),
    ("outreach", "Ute, der folk er"),
    ("activity-house", "På aktivitetshuset"),
]


class PowerForm(StepForm):
    """Who may act for the person, and in what."""

    name = Line("Navnet til fullmektigen", required=True)
    number = IdentityNumber("Fødselsnummeret til fullmektigen", max_length=20,
        help_text="11 sifre. Da kan fullmektigen logge inn som seg selv.")  # fmt: skip
    address = Words("Adressen til fullmektigen", rows=3, max_length=400)
    ground = One(
        "Hva slags fullmakt?",
        [
            ("written", "Skriftlig fullmakt"),
            ("lawyer", "Advokat"),
            ("guardian", "Verge"),
            ("future-power", "Fremtidsfullmakt"),
        ],
        initial="written",
    )
    mandate = Words("Verge: hva sier mandatet?", rows=3)
    scopes = Several("Hva kan fullmektigen gjøre?")
    valid_from = Day("Fra og med")
    valid_to = Day("Til og med", required=False, help_text="Kan stå tomt.")
    copies = One(
        "Skal personen få kopi av brevene?",
        [("yes", "Ja"), ("no", "Nei")],
        initial="yes",
    )
    is_employee = One(
        "Arbeider fullmektigen med slike saker i kommunen?",
        [("no", "Nei"), ("yes", "Ja")],
        initial="no",
    )

    def prefilled(self, setting: Setting) -> dict[str, Any]:
        """Return that the power holds from today."""
        return {"valid_from": setting.today}

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
            address=data["address"],
            ground=data["ground"],
            scopes=tuple(Scope(scope) for scope in data["scopes"]),
            valid_from=data["valid_from"],
            valid_to=data["valid_to"],
            copies=data["copies"] == "yes",
            mandate=data["mandate"],
            is_employee=data["is_employee"] == "yes",
        )


OTHER_STEPS: tuple[Step, ...] = (
    Step("ny-notis", contact.NoteContact, form_for(
            contact.NoteContact,
            on=Day("Når var det?"),
            place=One("Hvor?", PLACES),
            note=Words("Hva vil personen at vi skriver ned?", rows=4),
            prefilled=lambda setting: {"on": setting.today},
        ),
        "Skriv ned kontakten", "Lagre", "Skriv så lite som mulig."),
    Step("til-soknad", contact.TurnContact, TurnContactForm,
        "Gjør om til søknad", "Lag søknaden",
        "Søknaden beholder dagen personen først spurte om hjelp.", "fvl § 11 a"),
    Step("avslutt-kontakt", contact.EndContact, form_for(
            contact.EndContact, reason=Words("Hvorfor?", rows=2)),
        "Avslutt kontakten", "Avslutt", "Personen kan komme tilbake når som helst.",
        weight="side", group="Avslutning"),
    Step("undersok", report.RecordInvestigation, form_for(
            report.RecordInvestigation,
            assessment=Words("Hva har dere funnet og vurdert?", required=True, rows=8,
                help_text="Skriv også hvordan dere har vurdert hol §§ 10-2 og 10-3."),
            result=One("Hva førte det til?", [
                ("help-offered", "Personen fikk tilbud om hjelp"),
                ("coercion-considered", "Tvang er vurdert"),
                ("nothing-further", "Ikke noe mer å gjøre nå"),
            ]),
        ),
        "Skriv inn undersøkelsen", "Lagre",
        "Den som meldte, får ikke se dette.", "hol § 10-1"),
    Step("tilbakemelding", report.GiveFeedback, form_for(
            report.GiveFeedback,
            words=Words("Hva kan dere si til den som meldte?", required=True, rows=5,
                help_text="At dere er ferdige. Ikke noe om den andre uten samtykke."),
        ),
        "Svar den som meldte", "Send svaret",
        "Loven sier at den som meldte, skal få vite at dere er ferdige.", "hol § 10-1"),
    Step("kontaktonske", person.WishContact, ContactForm,
        "Skriv inn hvordan personen vil nås", "Lagre",
        "Det gjelder i alle saker, og for beskjeder på SMS og e-post.", weight="side"),
    Step("svar-melding", person.AnswerMessage, form_for(
            person.AnswerMessage,
            message=One("Hva svarer du på?", [], coerce=UUID),
            words=Words("Svaret", required=True, rows=6),
            prefilled=first_of("message", unanswered),
            choices={"message": unanswered},
        ),
        "Svar på meldingen", "Send svaret",
        "Personen leser svaret på sidene sine.", "fvl § 11 a"),
    Step("trenger-ikke-svar", person.SettleMessage, form_for(
            person.SettleMessage,
            message=One("Hvilken melding?", [], coerce=UUID),
            reason=Words("Hvorfor?", required=True, rows=2,
                help_text="For eksempel at personen sa takk, eller at dere ringte."),
            prefilled=first_of("message", unanswered),
            choices={"message": unanswered},
        ),
        "Meldingen trenger ikke svar", "Lagre",
        "Fristen for å svare faller bort. Personen kan se at dere har lest den.",
        weight="side"),
    Step("skriv-melding", person.SendMessage, form_for(
            person.SendMessage, words=Words("Meldingen", required=True, rows=6)),
        "Skriv til personen", "Send",
        "Personen leser den på sidene sine. Bruker personen ikke nett, så ring.",
        weight="side"),
    Step("gi-fullmakt", person.GivePowerOfAttorney, PowerForm,
        "Registrer fullmakt", "Lagre fullmakten",
        "Advokat trenger ikke skriftlig fullmakt. Alle andre må ha det på papir.",
        "fvl § 12"),
    Step("trekk-fullmakt", person.RevokePowerOfAttorney, form_for(
            person.RevokePowerOfAttorney,
            power=One("Hvilken fullmakt?", [], coerce=UUID),
            choices={"power": powers},
        ),
        "Trekk tilbake en fullmakt", "Trekk tilbake",
        "Den gjelder ikke lenger fra det øyeblikket du lagrer.", "fvl § 12",
        weight="side"),
    Step("gi-samtykke", person.GiveConsent, form_for(
            person.GiveConsent,
            new_keys=("consent",),
            source=One("Hvem gjelder det?", []),
            purpose=Words("Hva skal det brukes til?", required=True, rows=2),
            fields=Words("Hva kan de fortelle, eller få vite?", required=True, rows=3),
            valid_to=Day("Til og med"),
            how=One("Hvordan samtykket personen?",
                [("written", "Skriftlig"), ("oral", "Muntlig")]),
            prefilled=in_a_year,
            choices={"source": sources},
        ),
        "Registrer samtykke", "Lagre samtykket",
        "Fortell hva som skjer hvis personen sier nei. Hjelpen er ikke avhengig av"
        " et ja.",
        "hpl § 22"),
    Step("be-om-samtykke", person.AskForConsent, form_for(
            person.AskForConsent,
            new_keys=("consent",),
            source=One("Hvem gjelder det?", []),
            purpose=Words("Hva skal det brukes til?", required=True, rows=2),
            fields=Words("Hva kan de fortelle, eller få vite?", required=True, rows=3),
            valid_to=Day("Til og med"),
            needed=Words("Kan hjelpen ikke gis forsvarlig uten? Skriv hvorfor.", rows=3,
                help_text="La det stå tomt når personen får hjelp også etter et nei."
                " Nesten alltid er det slik."),
            prefilled=in_a_year,
            choices={"source": sources},
        ),
        "Be om samtykke", "Spør personen",
        "Personen ser spørsmålet på sidene sine. Bruker personen ikke nett, så spør på"
        " telefon eller i samtalen.",
        "hpl § 22"),
    Step("svar-samtykke", person.AnswerConsent, form_for(
            person.AnswerConsent,
            consent=One("Hva svarte personen på?", [], coerce=UUID),
            answer=One("Hva svarte personen?", [("yes", "Ja"), ("no", "Nei")]),
            how=One("Hvordan svarte personen?",
                [("oral", "Muntlig"), ("written", "Skriftlig")]),
            choices={"consent": consents_asked},
        ),
        "Skriv inn svaret om samtykke", "Lagre svaret",
        "Et nei kan aldri alene være grunn til å avslå all hjelp.", "hpl § 22"),
    Step("trekk-samtykke", person.WithdrawConsent, form_for(
            person.WithdrawConsent,
            consent=One("Hvilket samtykke?", [], coerce=UUID),
            choices={"consent": consents},
        ),
        "Trekk tilbake et samtykke", "Trekk tilbake",
        "Fra nå kan ingen spørre eller fortelle på dette samtykket.", weight="side"),
    Step("inhabil", person.DisqualifyEmployee, form_for(
            person.DisqualifyEmployee,
            employee=One("Hvem?", [], coerce=UUID),
            tie=One("Hvorfor?", [
                ("kin", "I slekt eller familie med personen"),
                ("colleague", "Kollega av personen"),
                ("party", "Er selv part"),
                ("other", "Annen grunn"),
            ]),
            explanation=Words("Forklar", rows=2),
            choices={"employee": employees},
        ),
        "Meld om inhabilitet", "Lagre",
        "Den som er inhabil, kan ikke gjøre noe i saken.", "fvl § 6", weight="side"),
    Step("ikke-inhabil", person.EndDisqualification, form_for(
            person.EndDisqualification,
            employee=One("Hvem?", [], coerce=UUID),
            explanation=Words("Hvorfor gjelder det ikke nå?", required=True, rows=2),
            choices={"employee": disqualified},
        ),
        "Opphev inhabilitet", "Lagre", "Bare en leder kan gjøre dette.", "fvl § 6",
        weight="side"),
)  # fmt: skip
"""Every step of a contact, of a report, and on a person's own file."""
