"""What the law requires of an answer to one who asks to see the documents."""

from fotfeste.law.citation import Citation
from fotfeste.procedures import time_limits
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.clock import Clock
from fotfeste.procedures.documents import commands as do
from fotfeste.procedures.documents import events as did
from fotfeste.procedures.documents import stages as at
from fotfeste.procedures.refusal import RefusalCode, require
from fotfeste.rulebook.book import Rulebook

EXEMPTIONS = (
    Citation("fvl § 18 a"),
    Citation("fvl § 18 b"),
    Citation("fvl § 18 c"),
    Citation("fvl § 18 d"),
    Citation("fvl § 19"),
    Citation("pbrl § 5-1"),
)
"""Where the law lets a party be refused; nowhere else."""


def filed(command: do.FileDocument, here: Circumstances) -> did.DocumentFiled:
    """Return that the paper is filed; the party sees it unless the law exempts it.

    Law: fvl § 18 (the party sees the documents), §§ 18 a-19 (what may be kept back).
    """
    require(command.title, RefusalCode.REASON_MISSING)
    require(
        not command.exempt or _is_exemption(command.exempt),
        RefusalCode.PROVISION_UNCLEAR,
        "fvl § 19",
    )
    return did.DocumentFiled(
        document=command.document,
        title=command.title,
        digest=command.digest,
        on=here.today,
        exempt=command.exempt,
        scanned=command.scanned,
    )


def received(command: do.SendDocument, here: Circumstances) -> did.DocumentReceived:
    """Return that the party sent something; they see it themselves (fvl § 18)."""
    require(command.title, RefusalCode.REASON_MISSING)
    return did.DocumentReceived(
        document=command.document,
        title=command.title,
        digest=command.digest,
        scanned=command.scanned,
        on=here.today,
    )


def refused(command: do.RefuseAccess, here: Circumstances) -> did.AccessRefused:
    """Return the refusal, in writing and down to the paragraph or letter.

    Law: fvl § 21 first paragraph: it names the provision, paragraph and letter; the
    grounds of fvl §§ 18 a-19 and pbrl § 5-1 are the only ones.
    """
    law = "fvl § 21 første ledd"
    require(
        _is_exemption(command.provision),
        RefusalCode.PROVISION_UNCLEAR,
        law,
        "fvl § 19",
    )
    require(command.which, RefusalCode.REASON_MISSING, law)
    require(command.reason, RefusalCode.REASON_MISSING, law)
    return did.AccessRefused(
        which=command.which,
        provision=str(Citation(command.provision)),
        reason=command.reason,
        given=command.given,
        on=here.today,
    )


def clocks(access: at.Access, book: Rulebook) -> list[Clock]:
    """Return the clock of a request that is not answered."""
    if access.asked_on is None:
        return []
    due = time_limits.of_term("documents.answer", access.asked_on, book)
    return [time_limits.clock("documents.answer", due, book)]


def _is_exemption(text: str) -> bool:
    try:
        provision = Citation(text)
    except ValueError:
        return False
    exact = "ledd" in provision or "bokstav" in provision
    return exact and any(known.covers(provision) for known in EXEMPTIONS)
