"""What a form offers from the case it is filled in from, on both sides."""

from fotfeste.law.periods import end
from fotfeste.letters.wording import weekday
from fotfeste.procedures.care.stages import File as CareFile
from fotfeste.procedures.remedy.stages import NONE_MADE, Decisions
from fotfeste.web.step_form import Setting


def decisions(setting: Setting) -> list[tuple[str, str]]:
    """Return the decisions that the party has been told of, the latest first."""
    made: Decisions = getattr(setting.case.case.file, "decisions", NONE_MADE)
    return [
        (str(d.number), f"{d.title}, {d.decided_on:%d.%m.%Y}")
        for d in reversed(made.told)
    ]


def appointments(setting: Setting) -> list[tuple[str, str]]:
    """Return the days that are agreed."""
    file = setting.case.case.file
    made = file.appointments if isinstance(file, CareFile) else ()
    return [(str(a.appointment), f"{weekday(a.day)} klokka {a.at}") for a in made]


def comment_by(setting: Setting) -> dict[str, object]:
    """Return the day that a party is commonly given to comment by (fvl § 16)."""
    period = setting.book.term("party.heard-period", setting.today).length
    return {"comment_by": end(setting.today, period, setting.book.calendar)}
