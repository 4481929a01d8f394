"""What has happened about access to the documents of a case."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsAskedFor:
    """The party asked to see the documents of the case (innsyn).

    which: what they want to see; empty means all.
    """

    which: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsGiven:
    """The party was given the documents (innsyn)."""

    how: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRefused:
    """Access was refused in writing, with the provision; can be appealed (innsyn).

    provision: the very place in the act, down to paragraph or letter.
    given:     what was given all the same.
    """

    which: str
    provision: str
    reason: str
    given: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFiled:
    """A paper was scanned and filed in the case (saksdokument).

    document: the key of the kept file.
    digest:   SHA-256 of the file, so that a change to it is seen.
    exempt:   the provision by which the party does not see it; empty where they do.
    scanned:  whether the file was looked through for viruses.
    """

    document: UUID
    title: str
    digest: str
    on: date
    exempt: str = ""
    scanned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReceived:
    """The party, or who acts for them, sent a picture or a paper (saksdokument).

    document: the key of the kept file.
    digest:   SHA-256 of the file, so that a change to it is seen.
    scanned:  whether the file was looked through for viruses.
    """

    document: UUID
    title: str
    digest: str
    scanned: bool
    on: date


Event = (
    DocumentsAskedFor
    | DocumentsGiven
    | AccessRefused
    | DocumentFiled
    | DocumentReceived
)
