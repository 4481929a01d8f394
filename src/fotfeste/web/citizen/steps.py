"""The steps of a case that are the person's own: address, words, command and form."""

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext_lazy as _

from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.application import commands as application
from fotfeste.procedures.care import commands as care
from fotfeste.procedures.documents import commands as documents
from fotfeste.procedures.kinds import Command
from fotfeste.procedures.remedy import commands as remedy
from fotfeste.web.citizen import step_forms as forms
from fotfeste.web.lazy import Text
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
    title: Text
    about: Text
    button: Text
    law: str = ""
    weight: Literal["main", "side"] = "main"
    part: str = ""


CITIZEN_STEPS: tuple[CitizenStep, ...] = (
    CitizenStep("si-ja", application.ConfirmApplication, forms.ConfirmForm,
         _("Si ja til søknaden"),
         _("Noen har hjulpet deg å fylle ut. Les det som står, og si ja hvis det"
         " stemmer."),
         _("Ja, det stemmer"), part="citizen/_said.html"),
    CitizenStep("svar-pa-varsel", care.AnswerNotice, forms.AnswerNoticeForm,
         _("Si hva du mener"),
         _("Vi bestemmer ikke noe før du har svart, eller fristen er ute."),
         _("Send svaret"), law="fvl § 16"),
    CitizenStep("rett-klagen", appeal.MendAppeal, forms.MendForm,
         _("Rett klagen"), _("Brevet du fikk, sier hva som mangler."), _("Send")),
    CitizenStep("uttalelse", application.CommentOnCase, forms.CommentForm,
         _("Si mer om saken"),
         _("Det du skriver, blir en del av saken. De som vurderer den, leser det."),
         _("Send")),
    CitizenStep("rett-samtalen", application.CorrectInterview,
         forms.CorrectInterviewForm, _("Rett noe i samtalen"),
         _("Det du skriver, blir stående ved siden av. Det som sto der før, blir ikke"
         " slettet."),
         _("Send"), law="hpl § 42", weight="side"),
    CitizenStep("mer-om-klagen", appeal.CommentOnAppeal, forms.CommentOnAppealForm,
         _("Si mer om klagen"), _("Det du skriver, følger med klagen."), _("Send")),
    CitizenStep("klage", remedy.AppealDecision, forms.AppealForm,
         _("Klag på vedtaket"),
         _("Du kan ringe oss hvis du vil ha hjelp til å skrive."),
         _("Send klagen"), part="citizen/_appeal_period.html"),
    CitizenStep("send-fil", documents.SendDocument, forms.SendDocumentForm,
         _("Send bilder og papirer"),
         _("Det du sender, blir en del av saken. De som vurderer den, ser det."),
         _("Send"), weight="side"),
    CitizenStep("passer-ikke", application.CancelInterview, forms.CancelInterviewForm,
         _("Tiden passer ikke"), _("Det er helt greit. Vi finner en ny tid."),
         _("Avlys samtalen"), weight="side"),
    CitizenStep("avlys", care.CancelAppointment, forms.CancelAppointmentForm,
         _("Avlys en avtale"), _("Det er helt greit. Vi finner en ny tid."),
         _("Avlys"), weight="side"),
    CitizenStep("begrunnelse", remedy.AskForGrounds, forms.GroundsForm,
         _("Be om begrunnelse"),
         _("Du får brev om hvorfor. Da begynner klagefristen på nytt."),
         _("Send"), law="fvl § 24", weight="side"),
    CitizenStep("utsettelse", remedy.AskForSuspension, forms.SuspensionForm,
         _("Be om at vedtaket venter"),
         _("Du kan be om at ingenting endres før klagen er avgjort."),
         _("Send"), law="fvl § 42", weight="side"),
    CitizenStep("utgifter", appeal.ClaimCosts, forms.CostsForm,
         _("Krev å få dekket utgifter"),
         _("Ble vedtaket endret, kan du få dekket det du måtte betale for å få det"
         " til."),
         _("Send kravet"), law="fvl § 36", weight="side"),
    CitizenStep("dokumenter", documents.AskForDocuments, forms.DocumentsForm,
         _("Be om å få se dokumentene"),
         _("Du har rett til å se det som er skrevet om deg i saken."),
         _("Send"), law="fvl § 18", weight="side"),
    CitizenStep("tilsyn", remedy.AskForSupervision, forms.SupervisionForm,
         _("Be om tilsyn"),
         _("Mener du at noen har brutt plikten sin, kan Statsforvalteren se på det."
         " Det er noe annet enn en klage."),
         _("Send"), law="pbrl § 7-4", weight="side"),
    CitizenStep("trekk", application.WithdrawApplication, forms.WithdrawForm,
         _("Trekk søknaden"),
         _("Da stopper vi saken, og du får ikke noe vedtak."
         " Du kan søke igjen når som helst."),
         _("Trekk søknaden"), weight="side"),
    CitizenStep("trekk-klagen", appeal.WithdrawAppeal, forms.WithdrawAppealForm,
         _("Trekk klagen"),
         _("Da gjelder vedtaket. Er fristen ikke ute, kan du klage på nytt."),
         _("Trekk klagen"), weight="side"),
)  # fmt: skip
"""Every step a person can take in their own case, as the case page lists them."""


def citizen_step_by_key(key: str) -> CitizenStep | None:
    """Return the step with the address, or None."""
    return next((step for step in CITIZEN_STEPS if step.key == key), None)
