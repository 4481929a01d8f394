"""Who may give which command, and see which case: the whole policy, on one page."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.application import commands as application
from fotfeste.procedures.care import commands as care
from fotfeste.procedures.contact import commands as contact
from fotfeste.procedures.documents import commands as documents
from fotfeste.procedures.handling import commands as handling
from fotfeste.procedures.information import commands as information
from fotfeste.procedures.kinds import Command, Kind
from fotfeste.procedures.person import commands as person
from fotfeste.procedures.person.events import Scope
from fotfeste.procedures.person.stages import File as PersonFile
from fotfeste.procedures.remedy import commands as remedy
from fotfeste.procedures.report import commands as report
from fotfeste.rulebook.pack import Pack, StepName


class Role(StrEnum):
    """In which capacity somebody acts."""

    CITIZEN = "citizen"
    REPRESENTATIVE = "representative"
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

    @property
    def at_desk(self) -> bool:
        """Test that they act as an employee."""
        return self.role in DESK


SYSTEM_ID = UUID(int=0)

_PARTY = frozenset({Role.CITIZEN})
DESK = frozenset({Role.CASEWORKER, Role.LEADER})
_EITHER = _PARTY | DESK
_LEADER = frozenset({Role.LEADER})
_SYSTEM = frozenset({Role.SYSTEM})

MAY: dict[type[Command], frozenset[Role]] = {
    application.SubmitApplication: _PARTY,
    application.RegisterApplication: DESK | _SYSTEM,
    application.ConfirmApplication: _EITHER,
    application.PassApplication: DESK,
    application.DismissApplication: _LEADER,
    application.CloseCase: DESK,
    application.ArrangeInterview: DESK,
    application.RecordInterview: DESK,
    application.CorrectInterview: _EITHER,
    application.RecordMissedInterview: DESK,
    application.CancelInterview: _EITHER,
    application.RecordFindings: DESK,
    application.CommentOnCase: _EITHER,
    application.GiveDelayNotice: DESK,
    application.ProposeDecision: DESK,
    application.ApproveDecision: _LEADER,
    application.ReturnDecision: _LEADER,
    application.ReverseDecision: DESK,
    application.ReopenCase: DESK,
    application.WithdrawApplication: _EITHER,
    information.RequestInformation: DESK,
    information.RemindSource: DESK,
    information.RecordInformation: DESK,
    information.PresentInformation: DESK,
    information.OmitPresentation: DESK,
    information.EndRequest: DESK,
    information.WarnForChildren: DESK,
    information.WarnInPregnancy: DESK,
    information.WarnInEmergency: DESK,
    information.AgreeCooperation: DESK,
    documents.AskForDocuments: _EITHER,
    documents.GiveDocuments: DESK,
    documents.FileDocument: DESK,
    documents.SendDocument: _PARTY,
    documents.RefuseAccess: DESK,
    remedy.MakeDecisionAvailable: _SYSTEM,
    remedy.GiveReminder: DESK | _SYSTEM,
    remedy.OpenDecision: _PARTY | _SYSTEM,
    remedy.AskForGrounds: _EITHER,
    remedy.GiveGrounds: DESK,
    remedy.AppealDecision: _PARTY,
    remedy.RegisterAppeal: DESK,
    remedy.EndAppeal: _SYSTEM,
    remedy.SettleAppeal: _SYSTEM,
    remedy.ReopenDecision: _SYSTEM,
    remedy.AskForSuspension: _EITHER,
    remedy.DecideSuspension: DESK,
    remedy.CorrectDecision: DESK,
    remedy.AskForSupervision: _EITHER,
    appeal.OpenAppeal: _SYSTEM,
    appeal.AskForMending: DESK,
    appeal.MendAppeal: _EITHER,
    appeal.CommentOnAppeal: _EITHER,
    appeal.GiveAppealDelayNotice: DESK,
    appeal.WithdrawAppeal: _EITHER,
    appeal.AdmitLateAppeal: DESK,
    appeal.DismissAppeal: DESK,
    appeal.UpholdDecision: DESK,
    appeal.ReverseDecision: DESK,
    appeal.ReversePart: DESK,
    appeal.ForwardAppeal: DESK,
    appeal.RecordOutcome: DESK,
    appeal.ClaimCosts: _EITHER,
    appeal.DecideCosts: DESK,
    care.GrantCare: _SYSTEM,
    care.WithdrawGrant: _SYSTEM,
    care.OpenCare: DESK,
    care.StartCare: DESK,
    care.MakePlan: DESK,
    care.MakeAppointment: DESK,
    care.CancelAppointment: _EITHER,
    care.ReviewNeed: DESK,
    care.GiveAdvanceNotice: DESK,
    care.AnswerNotice: _EITHER,
    care.DropChange: DESK,
    care.ProposeChange: DESK,
    care.ApproveChange: _LEADER,
    care.ReturnChange: _LEADER,
    care.EffectChange: DESK,
    care.EndCare: DESK,
    contact.MakeContact: DESK,
    contact.NoteContact: DESK,
    contact.TurnContact: DESK,
    contact.EndContact: DESK,
    report.SubmitReport: _PARTY,
    report.RegisterReport: DESK,
    report.RecordInvestigation: DESK,
    report.GiveFeedback: DESK,
    person.GivePowerOfAttorney: _EITHER,
    person.RevokePowerOfAttorney: _EITHER,
    person.GiveConsent: _EITHER,
    person.AskForConsent: DESK,
    person.AnswerConsent: _EITHER,
    person.WithdrawConsent: _EITHER,
    person.WishContact: _EITHER,
    person.WriteMessage: _PARTY,
    person.AnswerMessage: DESK,
    person.SettleMessage: DESK,
    person.SendMessage: DESK,
    person.DisqualifyEmployee: DESK,
    person.EndDisqualification: _LEADER,
    person.NoteSafety: DESK,
    person.EndSafetyNote: DESK,
    person.CloseCircle: _LEADER,
    person.OpenCircle: _LEADER,
    person.BarAccess: _PARTY,
    person.LiftBar: _PARTY,
    handling.AssignCase: DESK,
    handling.ConfirmImpartiality: DESK,
    handling.GiveBackCase: DESK,
    handling.WriteNote: DESK,
    handling.CorrectNote: DESK,
}
"""Which roles may give a command at all."""

SCOPE: dict[type[Command], Scope] = {
    application.SubmitApplication: Scope.APPLY,
    application.ConfirmApplication: Scope.APPLY,
    application.WithdrawApplication: Scope.APPLY,
    application.CommentOnCase: Scope.APPLY,
    application.CorrectInterview: Scope.APPLY,
    application.CancelInterview: Scope.ATTEND,
    care.CancelAppointment: Scope.ATTEND,
    care.AnswerNotice: Scope.APPLY,
    documents.AskForDocuments: Scope.DOCUMENTS,
    documents.SendDocument: Scope.APPLY,
    remedy.OpenDecision: Scope.LETTERS,
    remedy.AskForGrounds: Scope.APPEAL,
    remedy.AppealDecision: Scope.APPEAL,
    remedy.AskForSuspension: Scope.APPEAL,
    remedy.AskForSupervision: Scope.APPEAL,
    appeal.MendAppeal: Scope.APPEAL,
    appeal.CommentOnAppeal: Scope.APPEAL,
    appeal.WithdrawAppeal: Scope.APPEAL,
    appeal.ClaimCosts: Scope.APPEAL,
}
"""What a representative may do, and what the power must cover for it (fvl § 12).

Consents and powers of attorney are the person's alone to give.
"""

STEP: dict[type[Command], StepName] = {
    application.RegisterApplication: "receive",
    application.ConfirmApplication: "receive",
    application.PassApplication: "receive",
    application.DismissApplication: "decide",
    application.CloseCase: "decide",
    application.ArrangeInterview: "interview",
    application.RecordInterview: "interview",
    application.CorrectInterview: "interview",
    application.RecordMissedInterview: "interview",
    application.CancelInterview: "interview",
    application.RecordFindings: "decide",
    application.CommentOnCase: "decide",
    application.GiveDelayNotice: "decide",
    application.ProposeDecision: "decide",
    application.ApproveDecision: "decide",
    application.ReturnDecision: "decide",
    application.ReverseDecision: "decide",
    application.ReopenCase: "decide",
    application.WithdrawApplication: "decide",
    information.RequestInformation: "decide",
    information.RemindSource: "decide",
    information.RecordInformation: "decide",
    information.PresentInformation: "decide",
    information.OmitPresentation: "decide",
    information.EndRequest: "decide",
    information.WarnForChildren: "decide",
    information.WarnInPregnancy: "decide",
    information.WarnInEmergency: "decide",
    information.AgreeCooperation: "decide",
    documents.AskForDocuments: "decide",
    documents.GiveDocuments: "decide",
    documents.FileDocument: "receive",
    documents.RefuseAccess: "decide",
    remedy.AskForGrounds: "decide",
    remedy.GiveReminder: "decide",
    remedy.GiveGrounds: "decide",
    remedy.RegisterAppeal: "receive",
    remedy.AskForSuspension: "appeal",
    remedy.DecideSuspension: "appeal",
    remedy.CorrectDecision: "decide",
    remedy.AskForSupervision: "appeal",
    appeal.AskForMending: "appeal",
    appeal.MendAppeal: "appeal",
    appeal.CommentOnAppeal: "appeal",
    appeal.GiveAppealDelayNotice: "appeal",
    appeal.WithdrawAppeal: "appeal",
    appeal.AdmitLateAppeal: "appeal",
    appeal.DismissAppeal: "appeal",
    appeal.UpholdDecision: "appeal",
    appeal.ReverseDecision: "appeal",
    appeal.ReversePart: "appeal",
    appeal.ForwardAppeal: "appeal",
    appeal.RecordOutcome: "appeal",
    appeal.ClaimCosts: "appeal",
    appeal.DecideCosts: "appeal",
    care.OpenCare: "deliver",
    care.StartCare: "deliver",
    care.MakePlan: "deliver",
    care.MakeAppointment: "deliver",
    care.CancelAppointment: "deliver",
    care.ReviewNeed: "deliver",
    care.GiveAdvanceNotice: "decide",
    care.AnswerNotice: "decide",
    care.DropChange: "decide",
    care.ProposeChange: "decide",
    care.ApproveChange: "decide",
    care.ReturnChange: "decide",
    care.EffectChange: "deliver",
    care.EndCare: "deliver",
    contact.MakeContact: "deliver",
    contact.NoteContact: "deliver",
    contact.TurnContact: "deliver",
    contact.EndContact: "deliver",
    report.RegisterReport: "receive",
    report.RecordInvestigation: "decide",
    report.GiveFeedback: "decide",
}
"""To which of the pack's steps an employee's command belongs; its unit does it.

What is not here, on a person's own file, every unit of the service may do.
"""

DELIVERED = frozenset({Kind.CARE, Kind.CONTACT, Kind.PERSON})
"""The kinds of case that a unit that only delivers sees from the first day."""

PRIVATE = frozenset({Kind.PERSON, Kind.CONTACT, Kind.REPORT})
"""The kinds of case that are the person's alone, whoever may act for them."""


class NotAllowedError(Exception):
    """This person may not do this here."""


class NotFoundError(Exception):
    """There is no such case for this person; whether it exists is itself a secret."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What an actor's access to a case rests on.

    party:  whom the case is about; None before there is anybody.
    person: what is known of them in every case.
    desk:   the pack whose units do the steps today.
    """

    party: UUID | None
    person: PersonFile
    desk: Pack
    today: date


def in_capacity(actor: Actor, party: UUID) -> Actor:
    """Return the actor as what they are in a case of the party.

    Who signs in as a citizen and is not the party acts as themselves, for the party,
    and only within a power of attorney (fvl § 12, eforv § 10).
    """
    if actor.role is Role.CITIZEN and actor.id != party:
        return replace(actor, role=Role.REPRESENTATIVE)
    return actor


def may_give(kind: type[Command], actor: Actor, relation: Relation) -> bool:
    """Test that the actor may give commands of this kind in the case."""
    roles = MAY[kind]
    if actor.role is Role.CITIZEN:
        return actor.role in roles and actor.id == relation.party
    if actor.role is Role.REPRESENTATIVE:
        scope = SCOPE.get(kind)
        return scope is not None and _represents(actor, relation, scope)
    if actor.role not in roles:
        return False
    if actor.role is Role.SYSTEM:
        return True
    step = STEP.get(kind)
    if step is None:
        return actor.unit in _units(relation.desk)
    return actor.unit == relation.desk.unit_for(step)


def may_see(actor: Actor, relation: Relation, kind: Kind, *, decided: bool) -> bool:
    """Test that the actor may see the case.

    A unit that only delivers sees an application when a decision is to be delivered.
    Who is outside a closed circle, or barred by the person, sees nothing (pjl § 17).
    A representative sees what letters and documents they were given to see.
    """
    match actor.role:
        case Role.CITIZEN:
            return actor.id == relation.party
        case Role.REPRESENTATIVE:
            return kind not in PRIVATE and any(
                _represents(actor, relation, scope) for scope in Scope
            )
        case Role.SYSTEM:
            return True
        case Role.CASEWORKER | Role.LEADER:
            pass
    if relation.person.is_closed_to(actor.id):
        return False
    steps = relation.desk.steps
    handles = {steps.receive, steps.interview, steps.decide, steps.appeal}
    delivers = actor.unit == steps.deliver and (decided or kind in DELIVERED)
    return actor.unit in handles or delivers


def letters_scopes(kind: Kind) -> frozenset[Scope]:
    """Return the scopes that cover the letters of a case of the kind.

    Who may appeal for somebody gets the letters of the appeal (fvl § 12).
    """
    appeals = {Scope.APPEAL} if kind is Kind.APPEAL else set()
    return frozenset({Scope.LETTERS, *appeals})


def may_read(actor: Actor, relation: Relation, *scopes: Scope) -> bool:
    """Test that the actor may read what one of the scopes is of, in a case they see."""
    own = actor.role is not Role.REPRESENTATIVE
    return own or any(_represents(actor, relation, scope) for scope in scopes)


def _represents(actor: Actor, relation: Relation, scope: Scope) -> bool:
    return relation.person.may_act(actor.id, scope, relation.today)


def _units(desk: Pack) -> set[str]:
    steps = desk.steps
    return {steps.receive, steps.interview, steps.decide, steps.deliver, steps.appeal}
