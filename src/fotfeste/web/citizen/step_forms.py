"""The forms of the steps that a person can take in their own case."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from fotfeste.letters.wording import in_language
from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.application import commands as application
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.care import commands as care
from fotfeste.procedures.documents import commands as documents
from fotfeste.procedures.remedy import commands as remedy
from fotfeste.web.attached import EXAMPLE, FILE, TITLE, Attached, in_case, keep_in_case
from fotfeste.web.choices import (
    appointments,
    decisions,
    interviews,
    parts_of_interview,
)
from fotfeste.web.forms import Line, One, Several, Words
from fotfeste.web.step_form import Setting, StepForm, form_for


def parts(setting: Setting) -> list[tuple[str, str]]:
    """Return the services that the decision is about, where there are several."""
    stage = setting.case.case.stage
    if not isinstance(stage, at.Notified):
        return []
    services = [(s.offer, in_language(s.name)) for s in stage.decision.services]
    return services if len(services) > 1 else []


CommentForm = form_for(
    application.CommentOnCase,
    words=Words(_("Hva vil du si?"), required=True, rows=8),
)

CorrectInterviewForm = form_for(
    application.CorrectInterview,
    choices={"interview": interviews, "part": parts_of_interview},
    interview=One(_("Hvilken samtale?"), [], coerce=int),
    part=One(_("Hva vil du rette?"), []),
    words=Words(
        _("Hva er riktig?"),
        required=True,
        rows=6,
        help_text=_("Skriv med dine egne ord."),
    ),
)

ConfirmForm = form_for(application.ConfirmApplication)

CancelInterviewForm = form_for(
    application.CancelInterview,
    reason=Words(_("Når passer det bedre? Du trenger ikke svare."), rows=3),
)

AppealForm = form_for(
    remedy.AppealDecision,
    new_keys=("appeal",),
    choices={"number": decisions, "parts": parts},
    under={
        _("1. Hva gjelder klagen?"): ("number", "parts"),
        _("2. Hva er galt, og hva bør endres?"): ("dissatisfied_with", "change_wanted"),
        _("3. Kommer klagen etter fristen?"): ("why_late",),
    },
    number=One(_("Hvilket vedtak klager du på?"), [], coerce=int),
    parts=Several(
        _("Hva klager du på?"),
        required=False,
        help_text=_("Velger du ingenting, er det alt."),
    ),
    dissatisfied_with=Words(
        _("Hva er du misfornøyd med?"),
        required=True,
        rows=6,
        help_text=_("Skriv med dine egne ord. Én setning er nok."),
        error_messages={"required": _("Skriv hva du er misfornøyd med.")},
    ),
    change_wanted=Words(_("Hva vil du ha endret?"), rows=4),
    why_late=Words(
        _("Skriv hvorfor den kommer sent"),
        rows=3,
        help_text=_("La feltet stå tomt hvis du klager i tide."),
    ),
)

GroundsForm = form_for(
    remedy.AskForGrounds,
    choices={"number": decisions},
    number=One(_("Hvilket vedtak?"), [], coerce=int),
    words=Words(_("Hva vil du vite mer om?"), rows=4),
)

SuspensionForm = form_for(
    remedy.AskForSuspension,
    choices={"number": decisions},
    number=One(_("Hvilket vedtak?"), [], coerce=int),
    words=Words(_("Hvorfor bør vedtaket vente?"), required=True, rows=4),
)

SupervisionForm = form_for(
    remedy.AskForSupervision,
    words=Words(_("Hva har skjedd?"), required=True, rows=6),
)

DocumentsForm = form_for(
    documents.AskForDocuments,
    which=Words(_("Hva vil du se? La feltet stå tomt hvis du vil se alt."), rows=3),
)


class SendDocumentForm(StepForm):
    """A picture or a paper for the case."""

    title = Line(TITLE, required=True, help_text=EXAMPLE)
    file = Attached(FILE)

    def command(self) -> documents.SendDocument:
        """Return what is sent, with the file kept."""
        taken = self.cleaned_data["file"]
        return documents.SendDocument(
            document=keep_in_case(self.setting, taken),
            title=self.cleaned_data["title"],
            digest=taken.digest,
            scanned=taken.scanned,
        )

    def is_done(self) -> bool:
        """Test that the same file lies in the case."""
        return in_case(self.setting, self.cleaned_data["file"]) is not None


WithdrawForm = form_for(
    application.WithdrawApplication,
    reason=Words(_("Hvorfor? Du trenger ikke svare."), rows=3),
)

MendForm = form_for(
    appeal.MendAppeal, words=Words(_("Skriv det som mangler"), required=True, rows=6)
)

CommentOnAppealForm = form_for(
    appeal.CommentOnAppeal, words=Words(_("Hva vil du si?"), required=True, rows=6)
)

WithdrawAppealForm = form_for(
    appeal.WithdrawAppeal,
    reason=Words(_("Hvorfor? Du trenger ikke svare."), rows=3),
)

CostsForm = form_for(
    appeal.ClaimCosts,
    claim=Words(
        _("Hva har du hatt av utgifter?"),
        required=True,
        rows=5,
        help_text=_("For eksempel til advokat. Skriv hva, hvor mye og hvorfor."),
    ),
)

AnswerNoticeForm = form_for(
    care.AnswerNotice, words=Words(_("Hva mener du?"), required=True, rows=8)
)

CancelAppointmentForm = form_for(
    care.CancelAppointment,
    appointment=One(_("Hvilken avtale?"), [], coerce=UUID),
    reason=Words(_("Når passer det bedre? Du trenger ikke svare."), rows=3),
    choices={"appointment": appointments},
)
