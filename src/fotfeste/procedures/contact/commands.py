"""What somebody may want in a low-threshold contact."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.procedures.application.events import ApplicationContent
from fotfeste.procedures.contact.events import Place
from fotfeste.procedures.information.commands import Disclosure


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeContact:
    """Keep that somebody was in touch (kontakt).

    agreed: the person lets it be kept. Where they do not, nothing is kept at all.
    """

    name: str
    place: Place
    note: str
    on: date
    agreed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteContact:
    """Keep that there was contact again (kontakt)."""

    place: Place
    note: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnContact:
    """Let the contact become an application (kontakt).

    application: the key the application's own case will have.
    asked_on:    when the person first asked for what they now apply for.
    """

    application: UUID
    content: ApplicationContent
    asked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class EndContact:
    """Let the contact be over (avslutning)."""

    reason: str = ""


Command = MakeContact | NoteContact | TurnContact | EndContact | Disclosure
