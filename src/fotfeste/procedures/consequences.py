"""What one procedure causes in another: event → commands, in the same transaction."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid5

from fotfeste.procedures.appeal import commands as appeal_commands
from fotfeste.procedures.appeal import events as appeal_events
from fotfeste.procedures.application import commands as application_commands
from fotfeste.procedures.application import events as application_events
from fotfeste.procedures.application import stages as application_stages
from fotfeste.procedures.care import commands as care_commands
from fotfeste.procedures.channel import by_post
from fotfeste.procedures.contact import events as contact_events
from fotfeste.procedures.kinds import Case, Command, Event
from fotfeste.procedures.remedy import commands as remedy_commands
from fotfeste.procedures.remedy import events as remedy_events


@dataclass(frozen=True, slots=True)
class Consequence:
    """A command to another case."""

    stream: UUID
    command: Command


def consequences(stream: UUID, event: Event, after: Case) -> tuple[Consequence, ...]:
    """Return what the event in the stream causes in other cases.

    after: the case with the event in it.

    A decision that the party has been told of starts what it grants (fvl § 27). An
    appeal opens its own case (fvl § 28). Of one that ends without an answer the
    decision lets go, so that it can be appealed again; where it stands, nothing waits
    for the appeal any more. A decision that is reversed, changed or set aside is made
    again (fvl §§ 33 second paragraph, 34). A contact that became an application opens
    it.
    """
    match event, after:
        case remedy_events.DecisionMadeAvailable(), application_stages.Case(
            application_stages.Notified(decision=decision)
        ) if _is_of_services(event, after):
            return tuple(_granted(stream, decision, event, after))
        case remedy_events.DecisionAppealed(), _:
            return (Consequence(event.appeal, _opened(stream, event)),)
        case (
            (
                appeal_events.DecisionReversed(
                    case=origin, number=number, reason=reason
                )
                | appeal_events.DecisionPartlyReversed(
                    case=origin, number=number, reason=reason
                )
            ),
            _,
        ):
            return (_again(origin, number, reason),)
        case appeal_events.OutcomeRecorded(case=origin, number=number), _ if (
            event.outcome is not appeal_events.Outcome.UPHELD
        ):
            return (_again(origin, number, event.summary),)
        case appeal_events.OutcomeRecorded(case=origin), _:
            settled = remedy_commands.SettleAppeal(appeal=stream)
            return (Consequence(origin, settled),)
        case (
            (
                appeal_events.AppealDismissed(case=origin)
                | appeal_events.AppealWithdrawn(case=origin)
            ),
            _,
        ):
            ended = remedy_commands.EndAppeal(appeal=stream)
            return (Consequence(origin, ended),)
        case contact_events.ContactTurned(), _:
            return (_turned(event),)
        case _:
            return ()


def care_stream(application: UUID, offer: str) -> UUID:
    """Return the key of the case in which the application's service is given."""
    return uuid5(application, offer)


def _is_of_services(
    event: remedy_events.DecisionMadeAvailable, after: application_stages.Case
) -> bool:
    decision = after.opened.decisions.named(event.number)
    return decision is not None and decision.kind == "services"


def _granted(
    stream: UUID,
    decision: application_events.Decision,
    told: remedy_events.DecisionMadeAvailable,
    after: application_stages.Case,
) -> Iterator[Consequence]:
    """Yield what begins, and what ends of what an earlier decision had granted."""
    received = after.opened.application
    for service in decision.services:
        if service.starts_on is None or service.review_on is None:
            withdrawn = care_commands.WithdrawGrant(
                grounds=service.grounds, from_on=told.appeal_by + timedelta(days=1)
            )
            yield Consequence(care_stream(stream, service.offer), withdrawn)
            continue
        grant = care_commands.GrantCare(
            application=stream,
            offer=service.offer,
            name=service.name,
            basis=service.basis,
            amount=service.amount,
            starts_on=service.starts_on,
            ends_on=service.ends_on,
            review_on=service.review_on,
            party=received.application.name,
            address=""
            if received.application.protected
            else received.application.address,
            posted=by_post(received.channel),
        )
        yield Consequence(care_stream(stream, service.offer), grant)


def _again(origin: UUID, number: int, reason: str) -> Consequence:
    command = remedy_commands.ReopenDecision(number=number, reason=reason)
    return Consequence(origin, command)


def _turned(event: contact_events.ContactTurned) -> Consequence:
    command = application_commands.RegisterApplication(
        application=event.content,
        channel="contact",
        arrived_on=event.asked_on,
        first_on=event.first_on,
    )
    return Consequence(event.application, command)


def _opened(
    stream: UUID, event: remedy_events.DecisionAppealed
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
        number=event.number,
        title=event.title,
        parts=event.parts,
        received_on=event.received_on or event.sent_on,
    )
