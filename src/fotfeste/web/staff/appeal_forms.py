"""The forms of an appeal's steps, in the order of the procedure."""

from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.appeal import events as appeal_events
from fotfeste.web.forms import Day, One, Words
from fotfeste.web.step_form import form_for

AdmitLateAppealForm = form_for(
    appeal.AdmitLateAppeal,
    reason=Words("Hvorfor behandles klagen likevel?", required=True, rows=4),
)

DismissAppealForm = form_for(
    appeal.DismissAppeal,
    reason=Words(
        "Hvorfor kan klagen ikke behandles?",
        required=True,
        rows=4,
        help_text="Personen får lese dette, og kan klage på det.",
    ),
)

UpholdDecisionForm = form_for(
    appeal.UpholdDecision,
    statement=Words(
        "Kommunens uttalelse",
        required=True,
        rows=8,
        help_text="Sendes til klageinstansen, med kopi til personen.",
    ),
)

ReverseDecisionForm = form_for(
    appeal.ReverseDecision,
    reason=Words("Hvorfor omgjøres vedtaket?", required=True, rows=5),
)

ForwardAppealForm = form_for(appeal.ForwardAppeal)
"""Nothing to fill in: the bundle is made of what is there."""

RecordOutcomeForm = form_for(
    appeal.RecordOutcome,
    outcome=One(
        "Hva ble resultatet?",
        [
            ("upheld", "Vedtaket står"),
            ("changed", "Vedtaket er endret"),
            ("set-aside", "Vedtaket er opphevet og sendt tilbake"),
        ],
        coerce=appeal_events.Outcome,
    ),
    decided_on=Day("Når ble det avgjort?"),
    summary=Words("Kort om avgjørelsen", required=True, rows=4),
)
