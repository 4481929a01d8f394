"""What the law requires of who handles a case, and of what they note."""

from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.handling import commands as do
from fotfeste.procedures.handling import events as did
from fotfeste.procedures.handling import stages as at
from fotfeste.procedures.refusal import RefusalCode, require


def assignment(command: do.AssignCase, here: Circumstances) -> did.CaseAssigned:
    """Return that the employee has the case.

    Law: fvl § 6: nobody who is disqualified; § 8: the official decides for themselves
    whether they are, so who takes a case says so, and who is given one is asked.
    """
    require(
        not here.person.is_disqualified(command.employee),
        RefusalCode.DISQUALIFIED,
        "fvl § 6",
    )
    require(
        not here.person.is_closed_to(command.employee),
        RefusalCode.CLOSED_TO,
        "pjl § 17",
    )
    itself = command.employee == here.by
    require(command.impartial or not itself, RefusalCode.IMPARTIALITY_UNSAID, "fvl § 8")
    return did.CaseAssigned(
        employee=command.employee,
        name=command.name,
        impartial=itself,
        on=here.today,
    )


def note(command: do.WriteNote, here: Circumstances) -> did.NoteWritten:
    """Return the note, dated when it happened and signed by who writes it.

    Law: hpl §§ 39-40 (health record: dated and signed), fvl § 11 d second paragraph
    (case file: what is said by word of mouth is noted).
    """
    law = "hpl § 40" if command.regime is did.Regime.HEALTH_RECORD else "fvl § 11 d"
    require(command.words, RefusalCode.NOTE_EMPTY, law)
    require(command.on <= here.today, RefusalCode.DAY_NOT_YET, law)
    return did.NoteWritten(
        note=command.note,
        regime=command.regime,
        on=command.on,
        written_on=here.today,
        title=command.title,
        words=command.words,
        signed=command.signed,
    )


def correction(
    handling: at.Handling, command: do.CorrectNote, here: Circumstances
) -> list[did.Event]:
    """Return the correction; what stood there is kept, and why it was wrong.

    Law: hpl § 42: corrected by writing anew or adding, never by erasing. In the case
    file the same is done, so that what was noted stands (fvl § 11 d).
    """
    stands = handling.note(command.note)
    assert stands  # noqa: S101 - `decide` asks for a note that is there
    record = stands.written.regime is did.Regime.HEALTH_RECORD
    law = "hpl § 42" if record else "fvl § 11 d"
    require(command.words, RefusalCode.NOTE_EMPTY, law)
    require(command.reason, RefusalCode.REASON_MISSING, law)
    if stands.words == command.words:
        return []
    return [
        did.NoteCorrected(
            note=command.note,
            words=command.words,
            reason=command.reason,
            signed=command.signed,
            on=here.today,
        )
    ]
