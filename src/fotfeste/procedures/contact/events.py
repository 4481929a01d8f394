"""What has happened in a low-threshold contact."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from fotfeste.procedures.application.events import ApplicationContent
from fotfeste.procedures.information.events import InformationDisclosed

Place = Literal["advice", "outreach", "activity-house"]
"""Where the contact took place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactMade:
    """Somebody was in touch for the first time, and lets it be kept (kontakt).

    note: what the person lets us keep; may be empty.
    """

    name: str
    place: Place
    note: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactNoted:
    """There was contact again (kontakt)."""

    place: Place
    note: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactTurned:
    """The contact became an application, which keeps its date (kontakt)."""

    application: UUID
    content: ApplicationContent
    first_on: date
    asked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactEnded:
    """The contact is over (avslutning)."""

    on: date
    reason: str


Event = ContactMade | ContactNoted | ContactTurned | ContactEnded | InformationDisclosed
