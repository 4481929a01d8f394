"""What somebody may want about the documents of a case."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForDocuments:
    """Ask to see the documents of the case (innsyn)."""

    which: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveDocuments:
    """Give the documents that were asked for (innsyn)."""

    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseAccess:
    """Refuse access to some or all, with the provision and the reason (innsyn)."""

    which: str
    provision: str
    reason: str
    given: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDocument:
    """File a scanned paper in the case (saksdokument).

    document: the key of the kept file, and `digest` its SHA-256.
    exempt:   the provision by which the party does not see it; empty where they do.
    scanned:  whether the file was looked through for viruses.
    """

    document: UUID
    title: str
    digest: str
    exempt: str = ""
    scanned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SendDocument:
    """Send a picture or a paper to one's own case (saksdokument).

    document: the key of the kept file, and `digest` its SHA-256.
    scanned:  whether the file was looked through for viruses.
    """

    document: UUID
    title: str
    digest: str
    scanned: bool


Command = AskForDocuments | GiveDocuments | RefuseAccess | FileDocument | SendDocument
