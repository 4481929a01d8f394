"""The forms of the steps that a person can take in their own case."""

from uuid import UUID

from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.application import commands as application
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.care import commands as care
from fotfeste.procedures.documents import commands as documents
from fotfeste.procedures.remedy import commands as remedy
from fotfeste.web.choices import appointments, decisions
from fotfeste.web.forms import One, Several, Words
from fotfeste.web.step_form import Setting, form_for


def parts(setting: Setting) -> list[tuple[str, str]]:
    """Return the services that the decision is about, where there are several."""
    stage = setting.case.case.stage
    if not isinstance(stage, at.Notified):
        return []
    services = [(s.offer, s.name) for s in stage.decision.services]
    return services if len(services) > 1 else []


CommentForm = form_for(
    application.CommentOnCase,
    words=Words("Hva vil du si?", required=True, rows=8),
)

ConfirmForm = form_for(application.ConfirmApplication)

CancelInterviewForm = form_for(
    application.CancelInterview,
    reason=Words("Når passer det bedre? Du trenger ikke svare.", rows=3),
)

AppealForm = form_for(
    remedy.AppealDecision,
    new_keys=("appeal",),
    choices={"number": decisions, "parts": parts},
    number=One("Hvilket vedtak klager du på?", [], coerce=int),
    parts=Several(
        "Hva klager du på?",
        required=False,
        help_text="Velger du ingenting, er det alt.",
    ),
    dissatisfied_with=Words(
        "Hva er du misfornøyd med?",
        required=True,
        rows=6,
        help_text="Skriv med dine egne ord. Én setning er nok.",
        error_messages={"required": "Skriv hva du er misfornøyd med."},
    ),
    change_wanted=Words("Hva vil du ha endret?", rows=4),
    why_late=Words(
        "Kommer klagen etter fristen? Skriv hvorfor.",
        rows=3,
        help_text="La feltet stå tomt hvis du klager i tide.",
    ),
)

GroundsForm = form_for(
    remedy.AskForGrounds,
    choices={"number": decisions},
    number=One("Hvilket vedtak?", [], coerce=int),
    words=Words("Hva vil du vite mer om?", rows=4),
)

SuspensionForm = form_for(
    remedy.AskForSuspension,
    choices={"number": decisions},
    number=One("Hvilket vedtak?", [], coerce=int),
    words=Words("Hvorfor bør vedtaket vente?", required=True, rows=4),
)

SupervisionForm = form_for(
    remedy.AskForSupervision,
    words=Words("Hva har skjedd?", required=True, rows=6),
)

DocumentsForm = form_for(
    documents.AskForDocuments,
    which=Words("Hva vil du se? La feltet stå tomt hvis du vil se alt.", rows=3),
)

WithdrawForm = form_for(
    application.WithdrawApplication,
    reason=Words("Hvorfor? Du trenger ikke svare.", rows=3),
)

MendForm = form_for(
    appeal.MendAppeal, words=Words("Skriv det som mangler", required=True, rows=6)
)

CommentOnAppealForm = form_for(
    appeal.CommentOnAppeal, words=Words("Hva vil du si?", required=True, rows=6)
)

WithdrawAppealForm = form_for(
    appeal.WithdrawAppeal,
    reason=Words("Hvorfor? Du trenger ikke svare.", rows=3),
)

CostsForm = form_for(
    appeal.ClaimCosts,
    claim=Words(
        "Hva har du hatt av utgifter?",
        required=True,
        rows=5,
        help_text="For eksempel til advokat. Skriv hva, hvor mye og hvorfor.",
    ),
)

AnswerNoticeForm = form_for(
    care.AnswerNotice, words=Words("Hva mener du?", required=True, rows=8)
)

CancelAppointmentForm = form_for(
    care.CancelAppointment,
    appointment=One("Hvilken avtale?", [], coerce=UUID),
    reason=Words("Når passer det bedre? Du trenger ikke svare.", rows=3),
    choices={"appointment": appointments},
)
