"""The steps of a service that is given, at the desk."""

from uuid import UUID

from fotfeste.law.periods import Period, end
from fotfeste.procedures.care import commands as care
from fotfeste.procedures.care import stages as at
from fotfeste.procedures.care.events import Ending
from fotfeste.web.choices import appointments, comment_by
from fotfeste.web.forms import Day, Line, One, Words
from fotfeste.web.staff.step import Step
from fotfeste.web.step_form import Setting, form_for

_WHAT = [("change", "Endre hjelpen"), ("end", "Avslutte hjelpen")]


def _proposal(setting: Setting) -> dict[str, object]:
    stage, file = setting.case.case.stage, setting.case.case.file
    if not isinstance(stage, at.Noticed) or not isinstance(file, at.File):
        return {}
    answers = "\n".join(answer.words for answer in file.answers)
    return {
        "what": stage.notice.what,
        "grounds": stage.notice.reason,
        "own_view": answers,
    }


def _review_on(setting: Setting) -> dict[str, object]:
    return {"review_on": end(setting.today, Period("6 months"), setting.book.calendar)}


def _today(setting: Setting) -> dict[str, object]:
    return {"on": setting.today}


CARE_STEPS: tuple[Step, ...] = (
    Step("start-hjelp", care.StartCare, form_for(
            care.StartCare, on=Day("Når startet hjelpen?"), prefilled=_today),
        "Hjelpen er startet", "Lagre",
        "Hjelpen kan ikke starte før den dagen vedtaket sier."),
    Step("plan", care.MakePlan, form_for(
            care.MakePlan,
            own_words=Words("Hva vil personen selv?", required=True, rows=5),
            goals=Words("Mål", required=True, rows=3),
            measures=Words("Hva gjør vi, og hva gjør personen?", rows=4),
            took_part=Line("Hvem var med?", required=True, max_length=400,
                help_text="Personen selv, og gjerne noen fra nettverket."),
        ),
        "Lag en plan sammen", "Lagre planen",
        "Planen lages med personen og dem personen vil ha med.", "pbrl § 3-1",
        weight="side", group="Hjelpen"),
    Step("avtale", care.MakeAppointment, form_for(
            care.MakeAppointment,
            new_keys=("appointment",),
            day=Day("Hvilken dag?"),
            at=Line("Klokka", required=True, max_length=20),
            place=Line("Hvor?", required=True),
        ),
        "Avtal et møte", "Lagre avtalen", "Personen ser avtalen på sine sider.",
        weight="side", group="Hjelpen"),
    Step("avlys", care.CancelAppointment, form_for(
            care.CancelAppointment,
            appointment=One("Hvilken avtale?", [], coerce=UUID),
            reason=Words("Hvorfor?", rows=2),
            choices={"appointment": appointments},
        ),
        "Avlys en avtale", "Avlys", "Finn gjerne en ny tid med en gang.",
        weight="side", group="Hjelpen"),
    Step("ny-vurdering", care.ReviewNeed, form_for(
            care.ReviewNeed,
            own_words=Words("Hva sier personen selv?", required=True, rows=4),
            assessment=Words("Hva har dere kommet til?", required=True, rows=4),
            review_on=Day("Når skal behovet vurderes neste gang?"),
            prefilled=_review_on,
        ),
        "Vurder behovet på nytt", "Lagre vurderingen",
        "Skal hjelpen bli mindre eller ta slutt, må personen varsles først.",
        "hol § 4-1"),
    Step("varsle-endring", care.GiveAdvanceNotice, form_for(
            care.GiveAdvanceNotice,
            what=One("Hva vurderer dere?", _WHAT),
            proposal=Words("Hva vil dere gjøre?", required=True, rows=4,
                help_text="Personen får lese dette."),
            reason=Words("Hvorfor?", required=True, rows=4),
            comment_by=Day("Frist for personen til å svare"),
            prefilled=comment_by,
        ),
        "Varsle en endring", "Send varselet",
        "Personen skal få si sin mening før dere bestemmer noe.", "fvl § 16",
        weight="side", group="Hjelpen"),
    Step("svar-pa-varsel", care.AnswerNotice, form_for(
            care.AnswerNotice, words=Words("Hva sa personen?", required=True, rows=5)),
        "Skriv ned personens svar", "Lagre",
        "Svarer personen på telefon eller i et møte, skriver du det her.",
        "fvl § 11 d", weight="side", group="Hjelpen"),
    Step("la-vaere", care.DropChange, form_for(
            care.DropChange, reason=Words("Hvorfor?", required=True, rows=3,
                help_text="Personen får lese dette.")),
        "Ikke endre noe", "Send brevet", "Hjelpen går som før.",
        weight="side", group="Hjelpen"),
    Step("vedtak-om-endring", care.ProposeChange, form_for(
            care.ProposeChange,
            what=One("Hva bestemmes?", _WHAT),
            amount=Line("Hvor mye hjelp blir det?", max_length=400,
                help_text="La feltet stå tomt hvis hjelpen avsluttes."),
            grounds=Words("Begrunnelse", required=True, rows=6),
            own_view=Words("Hva mener personen, og hva har det fått å si?",
                required=True, rows=4),
            from_on=Day("Fra hvilken dag?",
                help_text="Etter at klagefristen er ute, hvis det ikke haster."),
            necessity=Words("Hvis det ikke kan vente: hvorfor?", rows=3),
            prefilled=_proposal,
        ),
        "Skriv vedtak om endringen", "Gjør vedtak",
        "Alt skal begrunnes, og personen kan klage.", "fvl §§ 23–25"),
    Step("godkjenn-endring", care.ApproveChange, form_for(care.ApproveChange),
        "Godkjenn endringen", "Godkjenn og send",
        "Les forslaget. Når du godkjenner, får personen vedtaket."),
    Step("endring-tilbake", care.ReturnChange, form_for(
            care.ReturnChange, comment=Words("Hva må endres?", required=True, rows=4)),
        "Send tilbake", "Send tilbake", "Den som foreslo, ser hva du skriver.",
        weight="side", group="Hjelpen"),
    Step("sett-i-verk", care.EffectChange, form_for(
            care.EffectChange, on=Day("Fra hvilken dag?"), prefilled=_today),
        "Sett endringen i verk", "Lagre",
        "Ikke før vedtaket sier det, og ikke mens det venter på en klage."),
    Step("avslutt-hjelp", care.EndCare, form_for(
            care.EndCare,
            ending=One("Hvorfor avsluttes hjelpen?", [
                ("decision", "Det er gjort vedtak om det"),
                ("period", "Perioden i vedtaket er over"),
                ("wish", "Personen vil ikke ha hjelpen lenger"),
                ("moved", "Personen oppholder seg ikke her lenger"),
                ("death", "Personen er død"),
            ], coerce=Ending),
            on=Day("Fra hvilken dag?"),
            reason=Words("Hva har skjedd?", rows=3,
                help_text="Personen får lese dette. Er personen død, sendes"
                    " ingenting."),
            prefilled=_today,
        ),
        "Avslutt hjelpen", "Avslutt hjelpen",
        "Vil ikke personen selv, må det være varslet og vedtatt.", "fvl § 16",
        weight="side", group="Avslutning"),
)  # fmt: skip
"""Every step of a service; giving one without a decision has a page of its own."""
