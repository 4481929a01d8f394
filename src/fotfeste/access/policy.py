"""Who may give which command, and see which case: the whole policy, on one page."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.application import commands as application
from fotfeste.procedures.kinds import Command
from fotfeste.rulebook.pack import Pack, StepName


class Role(StrEnum):
    """In which capacity somebody acts."""

    CITIZEN = "citizen"
    CASEWORKER = "caseworker"
    LEADER = "leader"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts: in which municipality, as what, and in which unit.

    unit: the unit's key in the pack; empty for citizens and the system.
    """

    municipality: str
    role: Role
    id: UUID
    unit: str = ""


SYSTEM_ID = UUID(int=0)

_PARTY = frozenset({Role.CITIZEN})
_DESK = frozenset({Role.CASEWORKER, Role.LEADER})
_LEADER = frozenset({Role.LEADER})
_SYSTEM = frozenset({Role.SYSTEM})

MAY: dict[type[Command], frozenset[Role]] = {
    application.SubmitApplication: _PARTY,
    application.RegisterApplication: _DESK,
    application.ArrangeInterview: _DESK,
    application.RecordInterview: _DESK,
    application.RecordMissedInterview: _DESK,
    application.RecordFindings: _DESK,
    application.CommentOnCase: _PARTY,
    application.GiveDelayNotice: _DESK,
    application.ProposeDecision: _DESK,
    application.ApproveDecision: _LEADER,
    application.ReturnDecision: _LEADER,
    application.MakeDecisionAvailable: _SYSTEM,
    application.OpenDecision: _PARTY,
    application.AppealDecision: _PARTY,
    application.RegisterAppeal: _DESK,
    application.EndAppeal: _SYSTEM,
    application.ReopenCase: _SYSTEM,
    application.WithdrawApplication: _PARTY,
    appeal.OpenAppeal: _SYSTEM,
    appeal.AdmitLateAppeal: _DESK,
    appeal.DismissAppeal: _DESK,
    appeal.UpholdDecision: _DESK,
    appeal.ReverseDecision: _DESK,
    appeal.ForwardAppeal: _DESK,
    appeal.RecordOutcome: _DESK,
}
"""Which roles may give a command at all."""

STEP: dict[type[Command], StepName] = {
    application.RegisterApplication: "receive",
    application.ArrangeInterview: "interview",
    application.RecordInterview: "interview",
    application.RecordMissedInterview: "interview",
    application.RecordFindings: "decide",
    application.GiveDelayNotice: "decide",
    application.ProposeDecision: "decide",
    application.ApproveDecision: "decide",
    application.ReturnDecision: "decide",
    application.RegisterAppeal: "receive",
    appeal.AdmitLateAppeal: "appeal",
    appeal.DismissAppeal: "appeal",
    appeal.UpholdDecision: "appeal",
    appeal.ReverseDecision: "appeal",
    appeal.ForwardAppeal: "appeal",
    appeal.RecordOutcome: "appeal",
}
"""To which of the pack's steps an employee's command belongs; its unit does it."""


class NotAllowedError(Exception):
    """This person may not do this here."""


class NotFoundError(Exception):
    """There is no such case for this person; whether it exists is itself a secret."""


def may_give(kind: type[Command], actor: Actor, party: UUID | None, pack: Pack) -> bool:
    """Test that the actor may give commands of this kind in a case of the party.

    party: whom the case is about; None before there is anybody.
    """
    if actor.role not in MAY[kind]:
        return False
    if actor.role is Role.CITIZEN:
        return actor.id == party
    if actor.role is Role.SYSTEM:
        return True
    return actor.unit == pack.unit_for(STEP[kind])


def may_see(actor: Actor, party: UUID, pack: Pack, *, decided: bool) -> bool:
    """Test that the actor may see a case of the party.

    A unit that only delivers sees the case when there is a decision to deliver on.
    """
    if actor.role is Role.CITIZEN:
        return actor.id == party
    if actor.role is Role.SYSTEM:
        return True
    steps = pack.steps
    handles = {steps.receive, steps.interview, steps.decide, steps.appeal}
    return actor.unit in handles or (decided and actor.unit == steps.deliver)
