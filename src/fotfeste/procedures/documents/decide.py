"""Access to the documents, on one page: what is not listed is refused."""

from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.documents import commands as do
from fotfeste.procedures.documents import events as did
from fotfeste.procedures.documents import rules
from fotfeste.procedures.documents import stages as at
from fotfeste.procedures.refusal import RefusalCode, Refused, require


def decide(
    access: at.Access, command: do.Command, here: Circumstances
) -> list[did.Event]:
    """Return what happens, or raise Refused with the reason and its provision."""
    if isinstance(command, do.FileDocument):
        return [rules.filed(command, here)]
    if isinstance(command, do.SendDocument):
        known = {paper.digest for paper in access.filed}
        return [] if command.digest in known else [rules.received(command, here)]
    match access.asked_on, command:
        case None, do.AskForDocuments(which=which):
            return [did.DocumentsAskedFor(which=which, on=here.today)]
        case None, _:
            raise Refused.because(RefusalCode.NOT_NOW)
        case _, do.GiveDocuments(how=how):
            require(how, RefusalCode.REASON_MISSING, "fvl § 20")
            return [did.DocumentsGiven(how=how, on=here.today)]
        case _, do.RefuseAccess():
            return [rules.refused(command, here)]
        case _:
            raise Refused.because(RefusalCode.NOT_NOW)
