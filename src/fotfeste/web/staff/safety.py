"""What one must see before anything else in a case: the safety of those concerned."""

from uuid import UUID

from fotfeste.ledger import log
from fotfeste.office.open_case import OpenCase
from fotfeste.procedures.appeal import stages as appeal
from fotfeste.procedures.application import stages as application
from fotfeste.procedures.application.events import ApplicationContent
from fotfeste.procedures.care import stages as care
from fotfeste.procedures.kinds import Kind, replay
from fotfeste.web.templatetags.norwegian import avoided
from fotfeste.web.who import Colleague


def what_was_said(opened: OpenCase, who: Colleague) -> ApplicationContent | None:
    """Return what the person applied with, also in what came of the application.

    A service and an appeal are about the same person: what is not safe there is not
    safe here.
    """
    match opened.case.file:
        case application.File(application=received):
            return received.application
        case care.File(grant=grant):
            return _applied(grant.application, who)
        case appeal.File(received=received):
            return _applied(received.case, who)
        case _:
            return None


def _applied(stream: UUID | None, who: Colleague) -> ApplicationContent | None:
    if stream is None:
        return None
    history = log.read(who.actor.municipality, stream, who.office.keys)
    if history is None or history.kind is not Kind.APPLICATION:
        return None
    file = replay(history.kind, history.events).file
    return file.application.application if isinstance(file, application.File) else None


def see_first(
    opened: OpenCase, said: ApplicationContent | None
) -> list[tuple[str, str]]:
    """Return what to know and the words; what the person has said since comes first."""
    known = opened.history.known
    wished = known.contact
    avoid = {*(wished.avoid if wished else ()), *(said.avoid if said else ())}
    found = [
        ("Før et besøk", known.safety.words if known.safety else ""),
        ("Ikke trygt", f"{avoided(sorted(avoid))}." if avoid else ""),
        ("Ta hensyn til", wished.words if wished else ""),
        ("Lukket krets", "Bare noen få ansatte kan se sakene." if known.circle else ""),
    ]
    if said:
        found += [
            ("Ta hensyn til", said.safe_contact),
            ("Sperret adresse", "Den skrives aldri på brev." if said.protected else ""),
            ("Barn", said.children),
            ("Tolk", said.interpreter),
            ("Det haster", said.urgent),
            ("Legg til rette", said.adaptation),
        ]
    return [(what, words) for what, words in dict.fromkeys(found) if words]
