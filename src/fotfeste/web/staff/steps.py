"""The steps of a case at the desk: address, words, command and form of each."""

from dataclasses import dataclass
from typing import Literal

from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.application import commands as application
from fotfeste.procedures.kinds import Command
from fotfeste.web.staff import appeal_forms
from fotfeste.web.staff import application_forms as forms
from fotfeste.web.step_form import StepForm


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the case page: its address, what it is called, and its form.

    law:    the provision that asks for it, shown beside.
    weight: main steps lead the case on; side steps are there when needed.
    """

    key: str
    command: type[Command]
    form: type[StepForm]
    title: str
    button: str
    about: str
    law: str = ""
    weight: Literal["main", "side"] = "main"


STEPS: tuple[Step, ...] = (
    Step("avtal-samtale", application.ArrangeInterview, forms.ArrangeInterviewForm,
         "Avtal samtale", "Send innkalling",
         "Personen får et brev med tid og sted."),
    Step("skriv-samtale", application.RecordInterview, forms.RecordInterviewForm,
         "Skriv inn samtalen", "Lagre samtalen",
         "Det viktigste er det personen selv sier.", "pbrl § 3-1"),
    Step("ikke-holdt", application.RecordMissedInterview,
         forms.RecordMissedInterviewForm,
         "Samtalen ble ikke holdt", "Lagre", "Avtal en ny samtale etterpå.",
         weight="side"),
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
    Step("registrer-klage", application.RegisterAppeal, forms.RegisterAppealForm,
         "Registrer klage", "Registrer klagen",
         "For klager som ikke kommer på nettet.", "fvl §§ 28–32", weight="side"),
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
)  # fmt: skip
"""Every step an employee can take in a case, in the order of the procedures."""


def step_by_key(key: str) -> Step | None:
    """Return the step with the address, or None."""
    return next((step for step in STEPS if step.key == key), None)
