"""What is known about a person in every case."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from uuid import UUID

from fotfeste.procedures.person import events as did
from fotfeste.procedures.refusal import ImpossibleHistoryError


@dataclass(frozen=True, slots=True)
class NotOpened:
    """Nothing is recorded about the person (ingen sak)."""


@dataclass(frozen=True, slots=True)
class Known:
    """Something is recorded that holds in every case (person)."""


Stage = NotOpened | Known


Message = did.MessageReceived | did.MessageAnswered | did.MessageSent
"""What the person and the service have written to each other."""


@dataclass(frozen=True, slots=True)
class File:
    """What holds in every case of the person (saksmappe).

    powers, consents: those not taken back; whether they hold depends on the day.
    asked:            consents that the person has been asked for and not answered.
    disqualified:     by the employee's key.
    contact:          how it is safe to reach them; None where they have not said.
    unanswered:       messages from the person that wait for the service.
    safety:           what one must know before a visit; None where nothing is noted.
    circle:           the only employees who may see the cases; None where all may.
    barred:           employees whom the person keeps from their cases.
    taken_back:       consents that no longer hold, with the day they were taken back.
    """

    received_on: date = date.max
    powers: tuple[did.PowerOfAttorneyGiven, ...] = ()
    consents: tuple[did.ConsentGiven, ...] = ()
    asked: tuple[did.ConsentAskedFor, ...] = ()
    disqualified: tuple[did.EmployeeDisqualified, ...] = ()
    contact: did.ContactWished | None = None
    messages: tuple[Message, ...] = ()
    unanswered: tuple[did.MessageReceived, ...] = ()
    safety: did.SafetyNoted | None = None
    circle: did.CircleClosed | None = None
    barred: tuple[did.AccessBarred, ...] = ()
    taken_back: tuple[tuple[did.ConsentGiven, date], ...] = ()

    @property
    def language(self) -> did.Language:
        """Return the language of letters to the person; bokmål till they have said."""
        return self.contact.language if self.contact else "nb"

    def powers_on(self, day: date) -> tuple[did.PowerOfAttorneyGiven, ...]:
        """Return the powers of attorney that hold on the day."""
        return tuple(p for p in self.powers if _holds(p.valid_from, p.valid_to, day))

    def may_act(self, somebody: UUID, scope: did.Scope, day: date) -> bool:
        """Test that somebody may do this for the person on the day (fvl § 12)."""
        return any(
            power.representative == somebody and scope in power.scopes
            for power in self.powers_on(day)
        )

    def consent_to(self, source: str, day: date) -> did.ConsentGiven | None:
        """Return the consent that lets the source tell or know on the day, or None."""
        wanted = source.casefold().strip()
        for consent in self.consents:
            same = consent.source.casefold().strip() == wanted
            if same and _holds(consent.valid_from, consent.valid_to, day):
                return consent
        return None

    def consented_to(self, source: str, day: date) -> bool:
        """Test that a consent held then, also one that was taken back later."""
        same = source.casefold().strip()
        return self.consent_to(source, day) is not None or any(
            given.source.casefold().strip() == same
            and _holds(given.valid_from, min(given.valid_to, ended), day)
            for given, ended in self.taken_back
        )

    def is_disqualified(self, employee: UUID) -> bool:
        """Test that the employee cannot act in the person's cases (fvl § 6)."""
        return any(one.employee == employee for one in self.disqualified)

    def is_closed_to(self, employee: UUID) -> bool:
        """Test that the employee is kept out: not in the circle, or barred.

        Law: pjl § 17 and hpl § 29 (bar); pjl § 22 (who has no need sees nothing).
        """
        outside = self.circle is not None and employee not in self.circle.employees
        return outside or any(one.employee == employee for one in self.barred)


NOTHING_KNOWN = File()


@dataclass(frozen=True, slots=True)
class Case:
    """A person's own file, beside the cases (sak).

    file: None before anything is recorded.
    """

    stage: Stage
    file: File | None

    @property
    def opened(self) -> File:
        """Return the file of a person about whom something is recorded."""
        if self.file is None:
            raise ImpossibleHistoryError("The person's file was never opened")
        return self.file


START = Case(NotOpened(), None)


def replay(history: Iterable[did.Event]) -> Case:
    """Return what the events make."""
    return reduce(evolve, history, START)


def evolve(case: Case, event: did.Event) -> Case:
    """Return the person's file after one more event. Decides and refuses nothing."""
    file = case.file or File(received_on=event.on)
    return Case(Known(), _file(file, event))


def _file(file: File, event: did.Event) -> File:  # noqa: C901, PLR0912
    match event:
        case did.PowerOfAttorneyGiven():
            return replace(file, powers=(*file.powers, event))
        case did.PowerOfAttorneyRevoked(power=key):
            kept = tuple(p for p in file.powers if p.power != key)
            return replace(file, powers=kept)
        case did.ConsentGiven(consent=key):
            asked = _others(file, key)
            return replace(file, consents=(*file.consents, event), asked=asked)
        case did.ConsentAskedFor():
            return replace(file, asked=(*file.asked, event))
        case did.ConsentRefused(consent=key):
            return replace(file, asked=_others(file, key))
        case did.ConsentWithdrawn(consent=key):
            return _taken_back(file, key, event.on)
        case did.ContactWished():
            return replace(file, contact=event)
        case did.MessageReceived():
            waiting = (*file.unanswered, event)
            return replace(file, messages=(*file.messages, event), unanswered=waiting)
        case did.MessageAnswered(message=key):
            left = _without(file, key)
            return replace(file, messages=(*file.messages, event), unanswered=left)
        case did.MessageSettled(message=key):
            return replace(file, unanswered=_without(file, key))
        case did.MessageSent():
            return replace(file, messages=(*file.messages, event))
        case did.EmployeeDisqualified():
            return replace(file, disqualified=(*file.disqualified, event))
        case did.DisqualificationEnded(employee=employee):
            still = tuple(d for d in file.disqualified if d.employee != employee)
            return replace(file, disqualified=still)
        case _:
            return _seen_by(file, event)


def _seen_by(file: File, event: did.Event) -> File:
    """Return the file after something about visits, or about who may see the cases."""
    match event:
        case did.SafetyNoted():
            return replace(file, safety=event)
        case did.SafetyNoteEnded():
            return replace(file, safety=None)
        case did.CircleClosed():
            return replace(file, circle=event)
        case did.CircleOpened():
            return replace(file, circle=None)
        case did.AccessBarred():
            return replace(file, barred=(*file.barred, event))
        case did.BarLifted(employee=employee):
            free = tuple(one for one in file.barred if one.employee != employee)
            return replace(file, barred=free)
        case _:
            return file


def _taken_back(file: File, consent: UUID, on: date) -> File:
    held = tuple(c for c in file.consents if c.consent != consent)
    ended = tuple((c, on) for c in file.consents if c.consent == consent)
    return replace(file, consents=held, taken_back=(*file.taken_back, *ended))


def _without(file: File, answered: UUID) -> tuple[did.MessageReceived, ...]:
    return tuple(one for one in file.unanswered if one.message != answered)


def _others(file: File, answered: UUID) -> tuple[did.ConsentAskedFor, ...]:
    return tuple(one for one in file.asked if one.consent != answered)


def _holds(first: date, last: date | None, day: date) -> bool:
    return first <= day and (last is None or day <= last)
