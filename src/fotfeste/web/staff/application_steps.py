"""The steps of an application at the desk, in the order of the procedure."""

from fotfeste.procedures.application import commands as application
from fotfeste.web.choices import interviews, parts_of_interview
from fotfeste.web.forms import Day, Line, One, Words
from fotfeste.web.staff import application_forms as forms
from fotfeste.web.staff.interview_form import RecordInterviewForm
from fotfeste.web.staff.step import Step
from fotfeste.web.step_form import form_for

APPLICATION_STEPS: tuple[Step, ...] = (
    Step("bekreft", application.ConfirmApplication, form_for(
            application.ConfirmApplication,
            how=Words("Hvordan sa personen ja?", required=True, rows=2,
                help_text="For eksempel på telefon, eller underskrift på papir."),
        ),
        "Personen har sagt ja", "Lagre",
        "Noen har fylt ut for personen. Vi begynner når personen selv har sagt ja."),
    Step("avtal-samtale", application.ArrangeInterview, forms.ArrangeInterviewForm,
         "Avtal samtale", "Send innkalling",
         "Personen får et brev med tid og sted."),
    Step("skriv-samtale", application.RecordInterview, RecordInterviewForm,
         "Skriv inn samtalen", "Lagre samtalen",
         "Det viktigste er det personen selv sier.", "pbrl § 3-1"),
    Step("ikke-holdt", application.RecordMissedInterview,
         forms.RecordMissedInterviewForm,
         "Samtalen ble ikke holdt", "Lagre", "Avtal en ny samtale etterpå.",
         weight="side"),
    Step("rett-samtale", application.CorrectInterview, form_for(
            application.CorrectInterview,
            choices={"interview": interviews, "part": parts_of_interview},
            interview=One("Hvilken samtale?", [], coerce=int),
            part=One("Hva gjelder det?", []),
            words=Words("Hva sa personen?", required=True, rows=4,
                help_text="Det som står der fra før, blir ikke slettet."),
        ),
        "Personen retter noe i samtalen", "Lagre",
        "Er noe feil eller mangelfullt, skal det rettes ved siden av.",
        "hpl § 42", weight="side", group="Opplysninger"),
    Step("vurder", application.RecordFindings, forms.RecordFindingsForm,
         "Vurder vilkårene", "Lagre vurderingen",
         "Skriv hva dere fant, hvorfor, og hvor dere har det fra.", "fvl §§ 17, 25"),
    Step("foresla-vedtak", application.ProposeDecision, forms.ProposeDecisionForm,
         "Skriv vedtak", "Gjør vedtak",
         "Alt det er søkt om, skal ha et svar med begrunnelse.", "fvl §§ 23–25"),
    Step("godkjenn", application.ApproveDecision, forms.ApproveDecisionForm,
         "Godkjenn vedtaket", "Godkjenn og send",
         "Les forslaget. Når du godkjenner, får personen vedtaket."),
    Step("send-tilbake", application.ReturnDecision, forms.ReturnDecisionForm,
         "Send tilbake", "Send tilbake", "Den som foreslo, ser hva du skriver.",
         weight="side"),
    Step("forsinkelse", application.GiveDelayNotice, forms.GiveDelayNoticeForm,
         "Gi beskjed om forsinkelse", "Send brevet",
         "Brevet sier hvorfor det tar tid, og når svaret kommer.",
         "fvl § 11 a", weight="side"),
    Step("passer-ikke", application.CancelInterview, form_for(
            application.CancelInterview,
            reason=Words("Hva sa personen?", rows=2),
        ),
        "Personen kan ikke komme", "Lagre",
        "Meld fra når personen har sagt fra i forveien. Det er greit.",
        weight="side"),
    Step("sagt", application.CommentOnCase, form_for(
            application.CommentOnCase,
            words=Words("Hva sa personen?", required=True, rows=5),
        ),
        "Skriv ned det personen sier", "Lagre",
        "Sier personen noe som betyr noe for saken, skal det skrives ned.",
        "fvl § 11 d", weight="side"),
    Step("vurder-omgjoring", application.ReverseDecision, form_for(
            application.ReverseDecision,
            reason=Words("Hvorfor vurderer dere vedtaket på nytt?", required=True,
                rows=4, help_text="Personen får lese dette."),
            comment_by=Day("Frist for personen til å si sin mening", required=False,
                help_text="La feltet stå tomt bare hvis endringen er til personens"
                    " fordel."),
        ),
        "Vurder vedtaket på nytt", "Åpne saken og send varsel",
        "Uten klage kan dere endre eget vedtak bare når loven lar dere.",
        "fvl §§ 35, 16", weight="side", group="Vedtaket"),
    Step("gjenapne", application.ReopenCase, form_for(
            application.ReopenCase,
            reason=Words("Hvorfor åpnes saken?", required=True, rows=3),
        ),
        "Ta opp saken igjen", "Åpne saken", "Personen trenger ikke søke på nytt."),
    Step("send-videre", application.PassApplication, form_for(
            application.PassApplication,
            recipient=Line("Hvem skal ha den?", required=True),
            inside=One("Er det en annen enhet i kommunen?",
                [("yes", "Ja"), ("no", "Nei")], coerce=lambda answer: answer == "yes"),
            agreed=Words("Hvis nei: hvordan sa personen at det er greit?", rows=2,
                help_text="At noen har søkt her, er taushetsbelagt."),
        ),
        "Send videre til rett sted", "Send videre",
        "Er dere feil sted, sender dere søknaden videre. Personen får brev om hvem"
        " som har den.",
        "fvl § 11", weight="side", group="Avslutning"),
    Step("avvis-soknad", application.DismissApplication, form_for(
            application.DismissApplication,
            reason=Words("Hvorfor kan dere ikke behandle den?", required=True, rows=5,
                help_text="Personen får lese dette, og kan klage på det."),
        ),
        "Avvis søknaden", "Avvis søknaden",
        "Bare når dere ikke har lov til å behandle den. Et nei til hjelp er et avslag.",
        "fvl § 2 tredje ledd", weight="side", group="Avslutning"),
    Step("trukket", application.WithdrawApplication, form_for(
            application.WithdrawApplication,
            reason=Words("Hva sa personen?", required=True, rows=3),
        ),
        "Personen trekker søknaden", "Avslutt saken",
        "Bare når personen selv har sagt det. Personen kan søke igjen.",
        weight="side", group="Avslutning"),
    Step("lukk", application.CloseCase, form_for(
            application.CloseCase,
            closing=One("Hvorfor lukkes saken?", [
                ("moved", "Personen oppholder seg ikke her lenger"),
                ("no-contact", "Vi har invitert flere ganger uten å få kontakt"),
                ("death", "Personen er død"),
            ]),
            on=Day("Fra hvilken dag?"),
            reason=Words("Hva har dere gjort for å få kontakt?", rows=3,
                help_text="Personen får lese dette. Er personen død, sendes"
                    " ingenting."),
            prefilled=lambda setting: {"on": setting.today},
        ),
        "Lukk saken", "Lukk saken",
        "Saken kan alltid tas opp igjen.", weight="side", group="Avslutning"),
)  # fmt: skip
"""Every step of an application; registering one has a page of its own."""
