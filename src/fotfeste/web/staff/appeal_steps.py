"""The steps of an appeal at the desk, in the order of the procedure."""

from fotfeste.law.periods import end
from fotfeste.procedures.appeal import commands as appeal
from fotfeste.web.forms import Day, Line, Words
from fotfeste.web.staff import appeal_forms
from fotfeste.web.staff.step import Step
from fotfeste.web.step_form import Setting, form_for


def _mend_by(setting: Setting) -> dict[str, object]:
    period = setting.book.term("appeal.mend", setting.today).length
    return {"mend_by": end(setting.today, period, setting.book.calendar)}


APPEAL_STEPS: tuple[Step, ...] = (
    Step("mangler", appeal.AskForMending, form_for(
            appeal.AskForMending,
            defects=Words("Hva mangler klagen?", required=True, rows=4,
                help_text="For eksempel underskrift, fullmakt, eller hvilket vedtak"
                    " det gjelder."),
            mend_by=Day("Frist for å rette"),
            prefilled=_mend_by,
        ),
        "Be om retting", "Send brevet",
        "Mangler klagen noe, får personen en kort frist. Den avvises ikke før"
        " fristen er ute.",
        "fvl § 32, pbrl § 7-3", weight="side", group="Klagen"),
    Step("rettet", appeal.MendAppeal, form_for(
            appeal.MendAppeal,
            words=Words("Hva har personen rettet?", required=True, rows=4),
        ),
        "Klagen er rettet", "Lagre", "Skriv inn det personen har sagt eller sendt."),
    Step("ta-til-behandling", appeal.AdmitLateAppeal, appeal_forms.AdmitLateAppealForm,
         "Behandle klagen likevel", "Ta klagen til behandling",
         "Er det ikke personens skyld, eller er det gode grunner, kan klagen tas opp.",
         "fvl § 31"),
    Step("avvis", appeal.DismissAppeal, appeal_forms.DismissAppealForm,
         "Avvis klagen", "Avvis klagen",
         "Personen får brev med begrunnelse, og kan klage på avvisningen.",
         "fvl §§ 31, 33", weight="side"),
    Step("oppretthold", appeal.UpholdDecision, appeal_forms.UpholdDecisionForm,
         "Hold på vedtaket", "Lagre uttalelsen",
         "Skriv hva dere mener om klagen. Så sender dere den videre.", "fvl § 33"),
    Step("omgjor", appeal.ReverseDecision, appeal_forms.ReverseDecisionForm,
         "Omgjør vedtaket", "Omgjør vedtaket",
         "Saken åpnes igjen, og personen skal ha et nytt vedtak.", "fvl § 33"),
    Step("oversend", appeal.ForwardAppeal, appeal_forms.ForwardAppealForm,
         "Send klagen til klageinstansen", "Send klagen",
         "Vi lager ett samlet dokument. Du laster det ned og sender det.",
         "fvl § 33"),
    Step("resultat", appeal.RecordOutcome, appeal_forms.RecordOutcomeForm,
         "Skriv inn resultatet", "Lagre resultatet",
         "Blir vedtaket endret eller opphevet, åpnes saken igjen.", "fvl § 34"),
    Step("omgjor-delvis", appeal.ReversePart, form_for(
            appeal.ReversePart,
            reason=Words("Hva omgjøres, og hvorfor?", required=True, rows=4),
            statement=Words("Uttalelse om resten av klagen", required=True, rows=6),
        ),
        "Omgjør en del", "Omgjør en del",
        "Saken åpnes for det som omgjøres. Resten sendes til klageinstansen.",
        "fvl § 33", weight="side", group="Klagen"),
    Step("klagen-tar-tid", appeal.GiveAppealDelayNotice, form_for(
            appeal.GiveAppealDelayNotice,
            reason=Words("Hvorfor tar det tid?", required=True, rows=4,
                help_text="Personen får lese dette."),
            expected_on=Day("Når kan personen vente svar?"),
        ),
        "Gi beskjed om forsinkelse", "Send brevet",
        "Brevet sier hvorfor det tar tid, og når svaret kommer.", "fvl § 11 a",
        weight="side", group="Klagen"),
    Step("sagt-om-klagen", appeal.CommentOnAppeal, form_for(
            appeal.CommentOnAppeal,
            words=Words("Hva sa personen?", required=True, rows=5),
        ),
        "Skriv ned det personen sier", "Lagre",
        "Sier personen mer om klagen, skal det følge med.", "fvl § 11 d",
        weight="side", group="Klagen"),
    Step("klagen-trekkes", appeal.WithdrawAppeal, form_for(
            appeal.WithdrawAppeal,
            reason=Words("Hva sa personen?", required=True, rows=3),
        ),
        "Personen trekker klagen", "Avslutt klagen",
        "Bare når personen selv har sagt det.", weight="side", group="Avslutning"),
    Step("krav-om-utgifter", appeal.ClaimCosts, form_for(
            appeal.ClaimCosts,
            claim=Words("Hva kreves dekket?", required=True, rows=4),
        ),
        "Registrer krav om utgifter", "Lagre kravet",
        "Er vedtaket endret, kan personen kreve å få dekket det saken kostet.",
        "fvl § 36", weight="side", group="Klagen"),
    Step("avgjor-utgifter", appeal.DecideCosts, form_for(
            appeal.DecideCosts,
            covered=Line("Hva dekkes?", help_text="La feltet stå tomt hvis ikke noe"
                " dekkes."),
            reason=Words("Begrunnelse", required=True, rows=4),
        ),
        "Avgjør kravet om utgifter", "Send vedtaket",
        "Personen får vedtaket i brev, og kan klage.", "fvl § 36"),
)  # fmt: skip
"""Every step of an appeal."""
