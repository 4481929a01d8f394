"""What holds for a low-threshold contact: as little as possible, and only as agreed."""

from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.contact import commands as do
from fotfeste.procedures.contact import events as did
from fotfeste.procedures.contact import stages as at
from fotfeste.procedures.refusal import RefusalCode, require


def made(command: do.MakeContact, here: Circumstances) -> did.ContactMade:
    """Return the first contact; without the person's word nothing is kept.

    Law: hol § 3-3, § 3-2 first paragraph no. 1; the records of a contact are the
    person's own choice as long as no health care is given (hpl § 39).
    """
    require(command.agreed, RefusalCode.RECORD_NOT_WANTED, "hpl § 21")
    require(command.name, RefusalCode.NAME_MISSING)
    require(command.on <= here.today, RefusalCode.DAY_NOT_YET)
    return did.ContactMade(
        name=command.name, place=command.place, note=command.note, on=command.on
    )


def noted(
    command: do.NoteContact, file: at.File, here: Circumstances
) -> did.ContactNoted:
    """Return that there was contact again."""
    require(command.on <= here.today, RefusalCode.DAY_NOT_YET)
    require(file.first.on <= command.on, RefusalCode.PERIOD_BACKWARDS)
    return did.ContactNoted(place=command.place, note=command.note, on=command.on)


def turned(
    command: do.TurnContact, file: at.File, here: Circumstances
) -> did.ContactTurned:
    """Return that it became an application, which keeps the date they first asked.

    Law: fvl § 11 a third paragraph: the month runs from when the enquiry came.
    """
    require(command.asked_on <= here.today, RefusalCode.DAY_NOT_YET)
    require(file.first.on <= command.asked_on, RefusalCode.PERIOD_BACKWARDS)
    return did.ContactTurned(
        application=command.application,
        content=command.content,
        first_on=file.first.on,
        asked_on=command.asked_on,
    )


def clocks(case: at.Case) -> tuple[Clock, ...]:
    """Return nothing: a contact asks nobody to do anything by a day."""
    del case
    return ()
