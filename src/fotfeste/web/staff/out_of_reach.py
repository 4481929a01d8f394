"""The steps that cannot be taken now, each with why: never hidden."""

from dataclasses import dataclass

from fotfeste.access.policy import DESK, MAY, STEP, Role
from fotfeste.office.case_row import stage_name
from fotfeste.office.open_case import OpenCase
from fotfeste.procedures.kinds import PROCEDURES, Command, Kind
from fotfeste.procedures.refusal import RefusalCode, Refused
from fotfeste.rulebook.pack import Pack
from fotfeste.web import refusals, telling
from fotfeste.web.staff.step import Step
from fotfeste.web.staff.steps import STEPS


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """A step that the employee cannot take now, and why, with the provision."""

    step: Step
    why: str


def impossible(opened: OpenCase) -> list[OutOfReach]:
    """Return every step of this kind of case that cannot be taken now, and why."""
    commands = PROCEDURES[opened.history.kind].commands
    return [
        OutOfReach(step, _why(step.command, opened))
        for step in STEPS
        if step.command in commands and step.command not in opened.steps
    ]


def _why(command: type[Command], opened: OpenCase) -> str:
    refused = opened.impossible.get(command)
    if refused is None:
        return _whose(command, opened.desk)
    if _only_not_now(refused):
        if opened.history.kind is Kind.PERSON:
            return "Det er ikke noe slikt på personen nå."
        where = telling.STAGES[stage_name(opened.history.kind, opened.case)]
        return f"Ikke nå: saken står på «{where}»."
    return " ".join(refusals.told(refused, opened.pack))


def _only_not_now(refused: Refused) -> bool:
    return all(lack.code is RefusalCode.NOT_NOW for lack in refused.lacks)


def _whose(command: type[Command], desk: Pack) -> str:
    """Return who does it, where the case is open to it and the employee is not."""
    step = STEP.get(command)
    unit = desk.unit(desk.unit_for(step)) if step else None
    leads = MAY[command] & DESK == {Role.LEADER}
    who = "en leder" if leads else "en ansatt"
    return f"Det gjør {who} i {unit.name}." if unit else f"Det gjør {who}."
