"""What the desk may want about the handling of a case."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.procedures.handling.events import Regime


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignCase:
    """Give the case to an employee, oneself or another (tildeling).

    name:      what the employee is called, for the timeline.
    impartial: that nothing ties the employee to the person (fvl § 6); only they
               themselves can say so.
    """

    employee: UUID
    name: str
    impartial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmImpartiality:
    """Say that nothing ties oneself to the person (habilitet)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveBackCase:
    """Let go of the case, so that another can take it (tildeling)."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteNote:
    """Note what happened (journalnotat).

    on:     the day it happened, which may be before today.
    signed: who writes it, and as what.
    """

    note: UUID
    regime: Regime
    on: date
    words: str
    signed: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectNote:
    """Correct a note without erasing what stood there (journalnotat)."""

    note: UUID
    words: str
    reason: str
    signed: str


Command = AssignCase | ConfirmImpartiality | GiveBackCase | WriteNote | CorrectNote
