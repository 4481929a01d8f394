"""What one procedure causes in another: event → commands, in the same transaction."""

from dataclasses import dataclass
from uuid import UUID

from fotfeste.procedures.appeal import commands as appeal_commands
from fotfeste.procedures.appeal import events as appeal_events
from fotfeste.procedures.application import commands as application_commands
from fotfeste.procedures.application import events as application_events
from fotfeste.procedures.kinds import Command, Event


@dataclass(frozen=True, slots=True)
class Consequence:
    """A command to another case."""

    stream: UUID
    command: Command


def consequences(stream: UUID, event: Event) -> tuple[Consequence, ...]:
    """Return what the event in the stream causes in other cases.

    An appeal opens its own case (fvl § 28). Of one that was dismissed the application
    lets go, so that the dismissal can be appealed. A decision that is reversed, changed
    or set aside opens the application again (fvl §§ 33 second paragraph, 34).
    """
    match event:
        case application_events.DecisionAppealed():
            return (Consequence(event.appeal, _opened(stream, event)),)
        case appeal_events.DecisionReversed(case=case, reason=reason):
            return (Consequence(case, application_commands.ReopenCase(reason=reason)),)
        case appeal_events.AppealDismissed(case=case):
            return (Consequence(case, application_commands.EndAppeal(appeal=stream)),)
        case appeal_events.OutcomeRecorded(outcome=outcome) if (
            outcome is not appeal_events.Outcome.UPHELD
        ):
            return (
                Consequence(
                    event.case, application_commands.ReopenCase(reason=event.summary)
                ),
            )
        case _:
            return ()


def _opened(
    stream: UUID, event: application_events.DecisionAppealed
) -> appeal_commands.OpenAppeal:
    return appeal_commands.OpenAppeal(
        case=stream,
        name=event.name,
        decided_on=event.decided_on,
        appeal_by=event.appeal_by,
        body=event.body,
        sent_on=event.sent_on,
        channel=event.channel,
        dissatisfied_with=event.dissatisfied_with,
        change_wanted=event.change_wanted,
        why_late=event.why_late,
    )
