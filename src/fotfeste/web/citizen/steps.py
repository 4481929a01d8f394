"""The steps of a case that are the person's own: address, words, command and form."""

from dataclasses import dataclass
from typing import Literal

from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.application import commands as application
from fotfeste.procedures.care import commands as care
from fotfeste.procedures.documents import commands as documents
from fotfeste.procedures.kinds import Command
from fotfeste.procedures.remedy import commands as remedy
from fotfeste.web.citizen import step_forms as forms
from fotfeste.web.step_form import StepForm


@dataclass(frozen=True, slots=True)
class CitizenStep:
    """A step on the person's case page: its address, what it is called, and its form.

    law:    the provision that gives the right, shown beside.
    weight: main steps are buttons; side steps are there when needed.
    part:   a template with what one should know first, shown above the form.
    """

    key: str
    command: type[Command]
    form: type[StepForm]
    title: str
    about: str
    button: str
    law: str = ""
    weight: Literal["main", "side"] = "main"
    part: str = ""


CITIZEN_STEPS: tuple[CitizenStep, ...] = (
    CitizenStep("si-ja", application.ConfirmApplication, forms.ConfirmForm,
         "Si ja til søknaden",
         "Noen har hjulpet deg å fylle ut. Les det som står, og si ja hvis det"
         " stemmer.",
         "Ja, det stemmer", part="citizen/_said.html"),
    CitizenStep("svar-pa-varsel", care.AnswerNotice, forms.AnswerNoticeForm,
         "Si hva du mener",
         "Vi bestemmer ikke noe før du har svart, eller fristen er ute.",
         "Send svaret", law="fvl § 16"),
    CitizenStep("rett-klagen", appeal.MendAppeal, forms.MendForm,
         "Rett klagen", "Brevet du fikk, sier hva som mangler.", "Send"),
    CitizenStep("uttalelse", application.CommentOnCase, forms.CommentForm,
         "Si mer om saken",
         "Det du skriver, blir en del av saken. De som vurderer den, leser det.",
         "Send"),
    CitizenStep("mer-om-klagen", appeal.CommentOnAppeal, forms.CommentOnAppealForm,
         "Si mer om klagen", "Det du skriver, følger med klagen.", "Send"),
    CitizenStep("klage", remedy.AppealDecision, forms.AppealForm,
         "Klag på vedtaket",
         "Du kan ringe oss hvis du vil ha hjelp til å skrive.",
         "Send klagen", part="citizen/_appeal_period.html"),
    CitizenStep("passer-ikke", application.CancelInterview, forms.CancelInterviewForm,
         "Tiden passer ikke", "Det er helt greit. Vi finner en ny tid.",
         "Avlys samtalen", weight="side"),
    CitizenStep("avlys", care.CancelAppointment, forms.CancelAppointmentForm,
         "Avlys en avtale", "Det er helt greit. Vi finner en ny tid.",
         "Avlys", weight="side"),
    CitizenStep("begrunnelse", remedy.AskForGrounds, forms.GroundsForm,
         "Be om begrunnelse",
         "Du får brev om hvorfor. Da begynner klagefristen på nytt.",
         "Send", law="fvl § 24", weight="side"),
    CitizenStep("utsettelse", remedy.AskForSuspension, forms.SuspensionForm,
         "Be om at vedtaket venter",
         "Du kan be om at ingenting endres før klagen er avgjort.",
         "Send", law="fvl § 42", weight="side"),
    CitizenStep("utgifter", appeal.ClaimCosts, forms.CostsForm,
         "Krev å få dekket utgifter",
         "Ble vedtaket endret, kan du få dekket det du måtte betale for å få det til.",
         "Send kravet", law="fvl § 36", weight="side"),
    CitizenStep("dokumenter", documents.AskForDocuments, forms.DocumentsForm,
         "Be om å få se dokumentene",
         "Du har rett til å se det som er skrevet om deg i saken.",
         "Send", law="fvl § 18", weight="side"),
    CitizenStep("tilsyn", remedy.AskForSupervision, forms.SupervisionForm,
         "Be om tilsyn",
         "Mener du at noen har brutt plikten sin, kan Statsforvalteren se på det."
         " Det er noe annet enn en klage.",
         "Send", law="pbrl § 7-4", weight="side"),
    CitizenStep("trekk", application.WithdrawApplication, forms.WithdrawForm,
         "Trekk søknaden",
         "Da stopper vi saken, og du får ikke noe vedtak."
         " Du kan søke igjen når som helst.",
         "Trekk søknaden", weight="side"),
    CitizenStep("trekk-klagen", appeal.WithdrawAppeal, forms.WithdrawAppealForm,
         "Trekk klagen",
         "Da gjelder vedtaket. Er fristen ikke ute, kan du klage på nytt.",
         "Trekk klagen", weight="side"),
)  # fmt: skip
"""Every step a person can take in their own case, as the case page lists them."""


def citizen_step_by_key(key: str) -> CitizenStep | None:
    """Return the step with the address, or None."""
    return next((step for step in CITIZEN_STEPS if step.key == key), None)
