"""What can be recorded about a person, on one page: what is not listed is refused."""

from dataclasses import replace

from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.person import commands as do
from fotfeste.procedures.person import events as did
from fotfeste.procedures.person import rules
from fotfeste.procedures.person import stages as at
from fotfeste.procedures.refusal import RefusalCode, Refused, require, require_known


def decide(  # noqa: C901, PLR0912 - all of it at a glance
    case: at.Case, command: do.Command, here: Circumstances
) -> list[did.Event]:
    """Return what happens, or raise Refused with the reason and its provision."""
    file = case.file or at.NOTHING_KNOWN
    match command:
        case do.GivePowerOfAttorney():
            return [rules.power(command, here)]
        case do.RevokePowerOfAttorney(power=key):
            require_known(key, {p.power for p in file.powers})
            return [did.PowerOfAttorneyRevoked(power=key, on=here.today)]
        case do.GiveConsent():
            return [rules.consent(command, here)]
        case do.AskForConsent():
            return [rules.consent_asked(command, file, here)]
        case do.AnswerConsent(consent=key):
            require_known(key, {asked.consent for asked in file.asked})
            [asked] = [one for one in file.asked if one.consent == key]
            return [rules.consent_answered(command, asked, here)]
        case do.WithdrawConsent(consent=key):
            require_known(key, {c.consent for c in file.consents})
            return [did.ConsentWithdrawn(consent=key, on=here.today)]
        case do.WishContact():
            wished = did.ContactWished(
                phone=command.phone,
                email=command.email,
                avoid=command.avoid,
                words=command.words,
                language=command.language,
                on=here.today,
            )
            return [] if file.contact and _same(file.contact, wished) else [wished]
        case do.WriteMessage(message=key, words=words):
            require(words, RefusalCode.OWN_WORDS_MISSING)
            return [did.MessageReceived(message=key, words=words, on=here.today)]
        case do.AnswerMessage(message=key, words=words):
            require_known(key, {one.message for one in file.unanswered})
            require(words, RefusalCode.ANSWER_MISSING, "fvl § 11 a første ledd")
            return [did.MessageAnswered(message=key, words=words, on=here.today)]
        case do.SettleMessage(message=key, reason=reason):
            require_known(key, {one.message for one in file.unanswered})
            require(reason, RefusalCode.REASON_MISSING)
            return [did.MessageSettled(message=key, reason=reason, on=here.today)]
        case do.SendMessage(words=words):
            require(words, RefusalCode.ANSWER_MISSING)
            return [did.MessageSent(words=words, on=here.today)]
        case do.DisqualifyEmployee():
            return [rules.disqualification(command, file, here)]
        case do.EndDisqualification(employee=employee, explanation=explanation):
            require_known(employee, {d.employee for d in file.disqualified})
            require(explanation, RefusalCode.REASON_MISSING, "fvl § 6")
            return [
                did.DisqualificationEnded(
                    employee=employee, explanation=explanation, on=here.today
                )
            ]
        case _:
            return _access(file, command, here)


def _access(file: at.File, command: do.Command, here: Circumstances) -> list[did.Event]:
    """Return what happens about visits, and about who may see the cases."""
    match command:
        case do.NoteSafety(words=words):
            require(words, RefusalCode.NOTE_EMPTY)
            return [did.SafetyNoted(words=words, on=here.today)]
        case do.EndSafetyNote(reason=reason):
            require(file.safety, RefusalCode.NOT_NOW)
            require(reason, RefusalCode.REASON_MISSING)
            return [did.SafetyNoteEnded(reason=reason, on=here.today)]
        case do.CloseCircle():
            return [rules.circle(command, here)]
        case do.OpenCircle(reason=reason):
            require(file.circle, RefusalCode.NOT_NOW)
            require(reason, RefusalCode.REASON_MISSING)
            return [did.CircleOpened(reason=reason, on=here.today)]
        case do.BarAccess(employee=employee, name=name):
            if any(one.employee == employee for one in file.barred):
                return []
            return [did.AccessBarred(employee=employee, name=name, on=here.today)]
        case do.LiftBar(employee=employee):
            require_known(employee, {one.employee for one in file.barred})
            return [did.BarLifted(employee=employee, on=here.today)]
        case _:
            raise Refused.because(RefusalCode.NOT_NOW)


def _same(before: did.ContactWished, now: did.ContactWished) -> bool:
    return replace(before, on=now.on) == now
