"""What the law requires of powers of attorney, consents and impartiality."""

from datetime import date

from fotfeste.procedures import time_limits
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.person import commands as do
from fotfeste.procedures.person import events as did
from fotfeste.procedures.person import stages as at
from fotfeste.procedures.refusal import RefusalCode, require
from fotfeste.rulebook.book import Rulebook

OF_AGE = 18
"""Years; only one who is of age can be a representative (fvl § 12: a person of age)."""


def power(
    command: do.GivePowerOfAttorney, here: Circumstances
) -> did.PowerOfAttorneyGiven:
    """Return the power, if it says to whom, for what and since when.

    Law: fvl § 12: any person of age, but no employee of the authority in its own field;
    in writing, unless for a lawyer; vergemålsloven: a guardian acts within the mandate.
    """
    law = "fvl § 12 andre ledd"
    require(
        command.representative != here.party, RefusalCode.REPRESENTATIVE_IS_PARTY, law
    )
    by_mandate = command.ground in ("guardian", "future-power")
    require(
        by_mandate or not command.is_employee,
        RefusalCode.REPRESENTATIVE_IS_EMPLOYEE,
        law,
    )
    born = command.born_on
    require(
        born is None or _years(born, command.valid_from) >= OF_AGE,
        RefusalCode.REPRESENTATIVE_UNDER_AGE,
        law,
    )
    require(command.name, RefusalCode.NAME_MISSING, law)
    require(command.scopes, RefusalCode.SCOPE_MISSING, law)
    guardian = command.ground == "guardian"
    require(
        not by_mandate or command.mandate,
        RefusalCode.MANDATE_MISSING,
        "vgml § 32" if guardian else "vgml § 80",
    )
    require(
        command.valid_to is None
        or max(command.valid_from, here.today) <= command.valid_to,
        RefusalCode.PERIOD_BACKWARDS,
    )
    return did.PowerOfAttorneyGiven(
        power=command.power,
        representative=command.representative,
        name=command.name,
        address=command.address,
        ground=command.ground,
        scopes=command.scopes,
        valid_from=command.valid_from,
        valid_to=command.valid_to,
        copies=command.copies,
        mandate=command.mandate if by_mandate else "",
        on=here.today,
    )


def consent(command: do.GiveConsent, here: Circumstances) -> did.ConsentGiven:
    """Return the consent, if it says from whom, for what, about what and how long.

    Law: hpl § 22, pbrl § 3-6, fvl § 13 a no. 1. It holds from today: nobody consents to
    what has already been done.
    """
    _clear(command, here)
    return did.ConsentGiven(
        consent=command.consent,
        source=command.source,
        purpose=command.purpose,
        fields=command.fields,
        valid_from=here.today,
        valid_to=command.valid_to,
        how=command.how,
        on=here.today,
    )


def consent_asked(
    command: do.AskForConsent, file: at.File, here: Circumstances
) -> did.ConsentAskedFor:
    """Return what the person is asked to say yes to, and what follows from a no.

    Law: pbrl § 3-6 and hpl § 22; help depends on it only where it cannot be sound
    without, and then the reason is written (hol § 4-1).
    """
    _clear(command, here)
    known = {a.consent for a in file.asked} | {c.consent for c in file.consents}
    require(command.consent not in known, RefusalCode.ASKED_ALREADY, "hpl § 22")
    return did.ConsentAskedFor(
        consent=command.consent,
        source=command.source,
        purpose=command.purpose,
        fields=command.fields,
        valid_to=command.valid_to,
        needed=command.needed,
        on=here.today,
    )


def consent_answered(
    command: do.AnswerConsent, asked: did.ConsentAskedFor, here: Circumstances
) -> did.ConsentGiven | did.ConsentRefused:
    """Return the consent as it was asked for, or that the person said no."""
    if command.answer == "no":
        return did.ConsentRefused(
            consent=asked.consent, source=asked.source, on=here.today
        )
    given = do.GiveConsent(
        consent=asked.consent,
        source=asked.source,
        purpose=asked.purpose,
        fields=asked.fields,
        valid_to=asked.valid_to,
        how=command.how,
    )
    return consent(given, here)


def _clear(command: do.GiveConsent | do.AskForConsent, here: Circumstances) -> None:
    for words in (command.source, command.purpose, command.fields):
        require(words, RefusalCode.CONSENT_UNCLEAR, "hpl § 22")
    require(here.today <= command.valid_to, RefusalCode.PERIOD_BACKWARDS)


def disqualification(
    command: do.DisqualifyEmployee, file: at.File, here: Circumstances
) -> did.EmployeeDisqualified:
    """Return that the employee cannot act, and why (fvl § 6).

    A tie that is no relationship or work (§ 6 second paragraph) must be explained.
    """
    require(
        not file.is_disqualified(command.employee), RefusalCode.DISQUALIFIED, "fvl § 6"
    )
    require(
        command.tie != "other" or command.explanation,
        RefusalCode.REASON_MISSING,
        "fvl § 6 andre ledd",
    )
    return did.EmployeeDisqualified(
        employee=command.employee,
        tie=command.tie,
        explanation=command.explanation,
        on=here.today,
    )


def circle(command: do.CloseCircle, here: Circumstances) -> did.CircleClosed:
    """Return that only those named see the person's cases, and who closes them in.

    Law: pjl § 22, pasientjournalforskriften § 13: access for those who need it alone.
    """
    require(command.reason, RefusalCode.REASON_MISSING, "pjl § 22")
    employees = dict.fromkeys((*command.employees, here.by))
    return did.CircleClosed(
        employees=tuple(employees), reason=command.reason, on=here.today
    )


def clocks(case: at.Case, book: Rulebook) -> tuple[Clock, ...]:
    """Return the clock of each message that nobody has answered, soonest first.

    Law: fvl § 11 a first paragraph: without undue delay; how long is a practice.
    """
    waiting = case.file.unanswered if case.file else ()
    found = [
        time_limits.clock(
            "message.answer", time_limits.of_term("message.answer", one.on, book), book
        )
        for one in waiting
    ]
    return tuple(sorted(found, key=lambda clock: clock.act_by))


def _years(born: date, day: date) -> int:
    had_birthday = (day.month, day.day) >= (born.month, born.day)
    return day.year - born.year - (0 if had_birthday else 1)
