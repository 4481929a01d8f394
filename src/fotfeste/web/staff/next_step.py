"""Which step leads a case on, and which one answers a clock."""

from datetime import date, timedelta

from fotfeste.office.open_case import OpenCase
from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.application import commands as application
from fotfeste.procedures.application import stages as at
from fotfeste.procedures.care import commands as care
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.documents import commands as documents
from fotfeste.procedures.handling import commands as handling
from fotfeste.procedures.information import commands as information
from fotfeste.procedures.kinds import Command
from fotfeste.procedures.person import commands as person
from fotfeste.procedures.remedy import commands as remedy
from fotfeste.procedures.report import commands as report
from fotfeste.web.staff.step import Step
from fotfeste.web.staff.steps import STEPS

SOON = timedelta(days=7)
"""Before this, what leads a case on comes before what buys it time."""

ANSWERED_BY: dict[str, tuple[type[Command], ...]] = {
    "preliminary-answer": (application.ApproveDecision, application.GiveDelayNotice),
    "new-notice": (application.ApproveDecision, application.GiveDelayNotice),
    "mapping-interview": (application.ArrangeInterview,),
    "decision-after-mapping": (
        application.ApproveDecision,
        application.ProposeDecision,
    ),
    "information": (information.RecordInformation, information.RemindSource),
    "documents.answer": (documents.GiveDocuments,),
    "unopened": (remedy.GiveReminder,),
    "grounds.asked-for": (remedy.GiveGrounds,),
    "suspension.answer": (remedy.DecideSuspension,),
    "appeal-handling": (appeal.UpholdDecision, appeal.GiveAppealDelayNotice),
    "appeal.forward": (appeal.ForwardAppeal, appeal.UpholdDecision),
    "appeal.mend": (),
    "costs": (appeal.DecideCosts,),
    "care-start": (care.StartCare,),
    "review": (care.ReviewNeed,),
    "care-end": (care.GiveAdvanceNotice, care.EndCare),
    "party.heard": (care.ProposeChange, care.DropChange),
    "change-effect": (care.EffectChange,),
    "message.answer": (person.AnswerMessage,),
    "kin.report-feedback": (report.GiveFeedback, report.RecordInvestigation),
}
"""What does what a clock asks for, the best first; nothing where it is another's."""


def answering(opened: OpenCase, clock: Clock | None, today: date) -> Step | None:
    """Return the one step to take now in the case, or None where there is none."""
    leading = _first(opened, (leads_on(opened),))
    if clock is None:
        return leading
    answer = _first(opened, ANSWERED_BY[clock.term])
    delays = {application.GiveDelayNotice, appeal.GiveAppealDelayNotice}
    early = clock.act_by - today > SOON
    if leading and (answer is None or (early and answer.command in delays)):
        return leading
    return answer


def leads_on(opened: OpenCase) -> type[Command]:
    """Return the command that brings the case nearer to its end now."""
    file = opened.case.file
    if handling.ConfirmImpartiality in opened.steps:
        return handling.ConfirmImpartiality
    match opened.case.stage:
        case at.Invited():
            return application.RecordInterview
        case at.Mapped() if isinstance(file, at.File):
            lacking = file.unassessed(opened.pack)
            return (
                application.RecordFindings if lacking else application.ProposeDecision
            )
        case _:
            return application.ArrangeInterview


def _first(opened: OpenCase, commands: tuple[type[Command], ...]) -> Step | None:
    for command in commands:
        for step in STEPS:
            if step.command is command and command in opened.steps:
                return step
    return None
