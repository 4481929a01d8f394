"""The forms of an appeal's steps, in the order of the procedure."""

from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.appeal import events as appeal_events
from fotfeste.web.forms import Day, One, Words
from fotfeste.web.staff.step_form import StepForm


class AdmitLateAppealForm(StepForm):
    """Why the late appeal is heard."""

    reason = Words("Hvorfor behandles klagen likevel?", required=True, rows=4)

    def command(self) -> appeal.AdmitLateAppeal:
        """Return the admission."""
        return appeal.AdmitLateAppeal(reason=self.cleaned_data["reason"])


class DismissAppealForm(StepForm):
    """Why the late appeal is not heard."""

    reason = Words(
        "Hvorfor kan klagen ikke behandles?",
        required=True,
        rows=4,
        help_text="Personen får lese dette, og kan klage på det.",
    )

    def command(self) -> appeal.DismissAppeal:
        """Return the dismissal."""
        return appeal.DismissAppeal(reason=self.cleaned_data["reason"])


class UpholdDecisionForm(StepForm):
    """What the municipality says of the appeal."""

    statement = Words(
        "Kommunens uttalelse",
        required=True,
        rows=8,
        help_text="Sendes til klageinstansen, med kopi til personen.",
    )

    def command(self) -> appeal.UpholdDecision:
        """Return the statement."""
        return appeal.UpholdDecision(statement=self.cleaned_data["statement"])


class ReverseDecisionForm(StepForm):
    """Why the decision is reversed."""

    reason = Words("Hvorfor omgjøres vedtaket?", required=True, rows=5)

    def command(self) -> appeal.ReverseDecision:
        """Return the reversal."""
        return appeal.ReverseDecision(reason=self.cleaned_data["reason"])


class ForwardAppealForm(StepForm):
    """Nothing to fill in: the bundle is made of what is there."""

    def command(self) -> appeal.ForwardAppeal:
        """Return the forwarding."""
        return appeal.ForwardAppeal()


class RecordOutcomeForm(StepForm):
    """What the appellate instance came to."""

    outcome = One(
        "Hva ble resultatet?",
        [
            ("upheld", "Vedtaket står"),
            ("changed", "Vedtaket er endret"),
            ("set-aside", "Vedtaket er opphevet og sendt tilbake"),
        ],
    )
    decided_on = Day("Når ble det avgjort?")
    summary = Words("Kort om avgjørelsen", required=True, rows=4)

    def command(self) -> appeal.RecordOutcome:
        """Return the outcome."""
        data = self.cleaned_data
        return appeal.RecordOutcome(
            outcome=appeal_events.Outcome(data["outcome"]),
            decided_on=data["decided_on"],
            summary=data["summary"],
        )
