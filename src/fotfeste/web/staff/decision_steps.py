"""The steps about a decision that is made, at the desk."""

from fotfeste.procedures.remedy import commands as remedy
from fotfeste.web.choices import decisions
from fotfeste.web.forms import Day, Line, One, Words
from fotfeste.web.staff.channels import CHANNELS
from fotfeste.web.staff.step import Step
from fotfeste.web.step_form import Choices, form_for

WHICH: dict[str, Choices] = {"number": decisions}

DECISION_STEPS: tuple[Step, ...] = (
    Step("minn-om-vedtaket", remedy.GiveReminder, form_for(
            remedy.GiveReminder,
            number=One("Hvilket vedtak?", [], coerce=int),
            choices=WHICH,
        ),
        "Minn om vedtaket", "Lag brevet",
        "Er vedtaket ikke åpnet på en uke, får personen et brev på papir.",
        "eforv § 8", weight="side", group="Vedtaket"),
    Step("registrer-klage", remedy.RegisterAppeal, form_for(
            remedy.RegisterAppeal,
            new_keys=("appeal",),
            number=One("Hvilket vedtak?", [], coerce=int),
            channel=One("Hvordan kom klagen?", CHANNELS),
            sent_on=Day("Når ble den sendt eller sagt?",
                help_text="Ved brev: datoen på poststempelet. Den avgjør om klagen"
                    " er i tide."),
            arrived_on=Day("Når kom den hit?", required=False,
                help_text="La feltet stå tomt hvis det er samme dag."),
            dissatisfied_with=Words("Hva klages det på?", required=True, rows=5),
            change_wanted=Words("Hva ønskes endret?", rows=3),
            why_late=Words("Hvis den er for sen: hvorfor?", rows=3),
            choices=WHICH,
        ),
        "Registrer klage", "Registrer klagen",
        "For klager som ikke kommer på nettet, og klager som blir sagt.",
        "fvl §§ 28–32", weight="side", group="Vedtaket"),
    Step("spurt-om-begrunnelse", remedy.AskForGrounds, form_for(
            remedy.AskForGrounds,
            number=One("Hvilket vedtak?", [], coerce=int),
            words=Words("Hva lurer personen på?", rows=3),
            choices=WHICH,
        ),
        "Personen ber om begrunnelse", "Lagre",
        "Klagefristen begynner på nytt når begrunnelsen er gitt.", "fvl §§ 24, 29",
        weight="side", group="Vedtaket"),
    Step("gi-begrunnelse", remedy.GiveGrounds, form_for(
            remedy.GiveGrounds,
            number=One("Hvilket vedtak?", [], coerce=int),
            grounds=Words("Begrunnelse", required=True, rows=8),
            choices=WHICH,
        ),
        "Gi begrunnelsen", "Send begrunnelsen",
        "Personen får brev, og en ny klagefrist.", "fvl §§ 24, 25, 29"),
    Step("spurt-om-utsettelse", remedy.AskForSuspension, form_for(
            remedy.AskForSuspension,
            number=One("Hvilket vedtak?", [], coerce=int),
            words=Words("Hva sier personen?", required=True, rows=3),
            choices=WHICH,
        ),
        "Personen ber om at vedtaket venter", "Lagre",
        "Personen kan be om at vedtaket ikke settes i verk før klagen er avgjort.",
        "fvl § 42", weight="side", group="Vedtaket"),
    Step("avgjor-utsettelse", remedy.DecideSuspension, form_for(
            remedy.DecideSuspension,
            number=One("Hvilket vedtak?", [], coerce=int),
            granted=One("Skal vedtaket vente?", [("yes", "Ja"), ("no", "Nei")],
                coerce=lambda answer: answer == "yes"),
            reason=Words("Begrunnelse", required=True, rows=4),
            choices=WHICH,
        ),
        "Svar på om vedtaket skal vente", "Send svaret",
        "Personen får brev med svaret og grunnen.", "fvl § 42"),
    Step("rett-feil", remedy.CorrectDecision, form_for(
            remedy.CorrectDecision,
            number=One("Hvilket vedtak?", [], coerce=int),
            was=Line("Hva står det?", required=True, max_length=400),
            corrected=Line("Hva skal det stå?", required=True, max_length=400),
            choices=WHICH,
        ),
        "Rett en skrivefeil", "Send rettingen",
        "Bare for åpenbare feil. Skal noe bestemmes på nytt, må saken åpnes.",
        weight="side", group="Vedtaket"),
    Step("tilsyn", remedy.AskForSupervision, form_for(
            remedy.AskForSupervision,
            words=Words("Hva skriver eller sier personen?", required=True, rows=6),
        ),
        "Personen ber om tilsyn", "Lag brevet",
        "Mener personen at plikter er brutt, kan Statsforvalteren se på det."
        " Dere sender brevet videre.", "pbrl § 7-4", weight="side", group="Vedtaket"),
)  # fmt: skip
"""Every step about a decision that the party has been told of."""
