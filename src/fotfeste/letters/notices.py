"""Notices by SMS and e-mail: that there is something new, and never what it is."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, Protocol

from django.db import connection, transaction

from fotfeste.ledger.fence import fenced


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice to one person."""

    channel: Literal["sms", "email"]
    to: str
    sender: str
    text: str


class Sender(Protocol):
    """Whoever carries notices; raises when it cannot, and is asked again."""

    def send(self, notice: Notice) -> None:
        """Send the notice."""


@dataclass(frozen=True, slots=True)
class ToFile:
    """Writes each notice as a line of a file: the demo's telephone."""

    file: Path

    def send(self, notice: Notice) -> None:
        """Add the notice to the file."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with self.file.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(asdict(notice), ensure_ascii=False) + "\n")


def sender(address: str) -> Sender | None:
    """Return who carries notices, by the installation's setting; None: nobody does.

    address: «file:» and a path.
    Raises:  ValueError - the setting names nothing that we know.
    """
    if not address:
        return None
    kind, _, rest = address.partition(":")
    if kind == "file" and rest:
        return ToFile(Path(rest))
    raise ValueError(f"FOTFESTE_NOTICES is «{address}». Write file: and a path")


def send_once(municipality: str, event: str, notice: Notice, carrier: Sender) -> None:
    """Send the notice of the event, unless it has been sent.

    Sent and noted together: should the program die between, it is sent again.
    """
    with fenced(municipality), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO letters_notice VALUES (%s, %s, now()) ON CONFLICT DO NOTHING",
            [municipality, event],
        )
        if cursor.rowcount:
            carrier.send(notice)
