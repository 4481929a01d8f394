"""What has happened about the handling of a case."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Regime(StrEnum):
    """Under which law a note is kept (forvaltningssak, pasientjournal).

    CASE_FILE:     fvl § 11 d, arkivlova.
    HEALTH_RECORD: hpl §§ 39-44, pjl: rules of its own for access and correction.
    """

    CASE_FILE = "case-file"
    HEALTH_RECORD = "health-record"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAssigned:
    """The case was given to an employee (tildeling).

    impartial: whether they have said that nothing ties them to the person (fvl § 6).
    """

    employee: UUID
    name: str
    impartial: bool
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpartialityConfirmed:
    """Who has the case said that nothing ties them to the person (habilitet)."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseGivenBack:
    """Nobody has the case any more; it waits for somebody to take it (tildeling)."""

    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWritten:
    """An employee noted what happened (journalnotat).

    on:         the day it happened.
    written_on: the day it was written down.
    signed:     who wrote it, and as what (hpl § 40).
    """

    note: UUID
    regime: Regime
    on: date
    written_on: date
    title: str
    words: str
    signed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCorrected:
    """A note was corrected; what stood there is kept (journalnotat).

    Law: hpl § 42.
    """

    note: UUID
    words: str
    reason: str
    signed: str
    on: date


Event = (
    CaseAssigned | ImpartialityConfirmed | CaseGivenBack | NoteWritten | NoteCorrected
)
