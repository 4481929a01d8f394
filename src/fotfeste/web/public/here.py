"""Where and when a public page is: a municipality served today, and its pack."""

from dataclasses import dataclass
from datetime import date

from fotfeste.access.policy import NotFoundError
from fotfeste.office.handle import OSLO, Office
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.pack import DatedIdentity, Pack
from fotfeste.web.who import office_now


@dataclass(frozen=True, slots=True)
class Today:
    """The day in Norway, and the rulebook."""

    office: Office
    on: date

    @property
    def book(self) -> Rulebook:
        """Return the rulebook."""
        return self.office.book


@dataclass(frozen=True, slots=True)
class Here(Today):
    """A municipality on a day: who it is, and what it offers."""

    municipality: str
    identity: DatedIdentity
    pack: Pack


def today() -> Today:
    """Return the day and the rulebook."""
    office = office_now()
    return Today(office, office.now.astimezone(OSLO).date())


def here(municipality: str) -> Here:
    """Return the municipality as it is today.

    Raises: NotFoundError - nobody is served there today.
    """
    now = today()
    if municipality not in now.book.served(now.on):
        raise NotFoundError
    return Here(
        now.office,
        now.on,
        municipality,
        now.book.identity(municipality, now.on),
        now.book.pack(municipality, now.on),
    )
