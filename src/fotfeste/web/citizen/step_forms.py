"""The forms of the steps that a person can take in their own case."""

from fotfeste.procedures.application import commands as application
from fotfeste.web.forms import Words
from fotfeste.web.step_form import form_for

CommentForm = form_for(
    application.CommentOnCase,
    words=Words("Hva vil du si?", required=True, rows=8),
)

AppealForm = form_for(
    application.AppealDecision,
    new_keys=("appeal",),
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

WithdrawForm = form_for(
    application.WithdrawApplication,
    reason=Words("Hvorfor? Du trenger ikke svare.", rows=3),
)
