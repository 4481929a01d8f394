"""`fotfeste rulebook languages`: make what is translated ready to be read."""

from argparse import Namespace
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def languages(arguments: Namespace) -> int:
    """Make ready the catalogues of a rulebook's folder; say how complete each is."""
    folder: Path = arguments.folder
    for file in sorted((folder / "locale").glob("*/LC_MESSAGES/django.po")):
        said, all_of_them = make_ready(file)
        print(f"{file.parents[1].name}: {said} of {all_of_them} texts")
    return 0


def make_ready(file: Path) -> tuple[int, int]:
    """Write beside a catalogue the form that a running program reads (.mo).

    Returns how many texts are translated, of how many. Source: GNU gettext's formats.
    """
    with file.open("rb") as source:
        catalog = read_po(source, locale=file.parents[1].name)
    with file.with_suffix(".mo").open("wb") as target:
        write_mo(target, catalog)
    texts = [message for message in catalog if message.id]
    return sum(bool(message.string) for message in texts), len(texts)
