"""The door of the desk: who opens a file has a part in it or says why, and is noted."""

from datetime import timedelta
from uuid import UUID

from fotfeste.access.people import Party, party
from fotfeste.access.policy import NotFoundError
from fotfeste.access.readings import Ground, What, note_reading
from fotfeste.access.reasons import Why, give_reason
from fotfeste.ledger.fence import fenced
from fotfeste.office.lists import cases_of
from fotfeste.office.open_case import OpenCase, open_case, open_person
from fotfeste.office.relations import Access, access_to
from fotfeste.procedures.kinds import Kind
from fotfeste.web.who import Colleague

_GRACE = timedelta(hours=24)
"""What was begun while a reason held can be sent a while after: nothing is lost."""


class ReasonNeededError(Exception):
    """The employee has no part in the person's cases, and must say why they look."""

    def __init__(self, stream: UUID) -> None:
        super().__init__(str(stream))
        self.stream = stream


def opened(
    who: Colleague, stream: UUID, what: What | None, *, sending: bool = False
) -> OpenCase:
    """Return the case, and note that the employee has read it, and on what ground.

    what:    None where nothing of the case is shown, so that nothing is read.
    sending: whether a form is sent, and not a page asked for.
    Raises: NotFoundError - there is none for this employee.
            ReasonNeededError - there is one, and they have no part in it.
    """
    try:
        case = open_case(who.actor, stream, who.office)
    except NotFoundError:
        return _in_emergency(who, stream, what or What.STEP)
    access = _access(who, case.history.person, sending=sending)
    if access is None:
        raise ReasonNeededError(stream)
    if what:
        _note(who, case.history.person, stream, access, what)
    return case


def opened_person(
    who: Colleague, person: UUID, *, sending: bool = False
) -> tuple[OpenCase, Party]:
    """Return the person's own file and the person; it is noted as for a case."""
    whom = party(who.actor.municipality, person)
    if whom is None:
        raise NotFoundError
    try:
        file = open_person(who.actor, whom, who.office)
    except NotFoundError:
        return _in_emergency(who, person, What.PERSON), whom
    access = _access(who, person, sending=sending)
    if access is None:
        raise ReasonNeededError(person)
    _note(who, person, person, access, What.PERSON)
    return file, whom


def has_part(who: Colleague, person: UUID) -> bool:
    """Test that the employee has a part in the cases, and not just a reason."""
    access = _access(who, person)
    return access is not None and access.ground not in (
        Ground.REASON,
        Ground.EMERGENCY,
    )


def tell_of_registering(who: Colleague, person: UUID) -> None:
    """Tell the leader where a new case gives a part in what was closed to one.

    Whoever registers what came in gets a part in the person's cases by it. Where there
    were some already, and they had none in them, that is told as any other look is.
    """
    where = who.actor.municipality
    with fenced(where):
        known = [one for one in cases_of(where, person) if one.kind != Kind.PERSON]
        if not known or access_to(
            where, who.employee, person, who.office.now, who.stands_in_for
        ):
            return
        words = "Registrerte en ny sak om personen."
        now = who.office.now
        give_reason(where, who.employee, person, Why.HELP, words, now)


def _in_emergency(who: Colleague, stream: UUID, what: What) -> OpenCase:
    """Return a case that is not the employee's to see, where life is at stake."""
    case = open_case(who.actor, stream, who.office, in_emergency=True)
    access = _access(who, case.history.person)
    if access is None or access.ground is not Ground.EMERGENCY:
        raise NotFoundError
    _note(who, case.history.person, stream, access, what)
    return case


def _access(who: Colleague, person: UUID, *, sending: bool = False) -> Access | None:
    now = who.office.now - _GRACE if sending else who.office.now
    with fenced(who.actor.municipality):
        return access_to(
            who.actor.municipality, who.employee, person, now, who.stands_in_for
        )


def _note(
    who: Colleague, person: UUID, stream: UUID, access: Access, what: What
) -> None:
    with fenced(who.actor.municipality):
        note_reading(
            who.actor.municipality,
            who.employee,
            person=person,
            stream=stream,
            ground=access.ground,
            at=who.office.now,
            what=what,
            reason=access.reason,
        )
