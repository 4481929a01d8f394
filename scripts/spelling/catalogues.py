"""The texts of the gettext catalogues: bokmål is the source, nynorsk a translation."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from scripts.spelling.plain import plain
from scripts.spelling.text import Language, Text

_PATTERNS = (
    "src/fotfeste/locale/*/LC_MESSAGES/*.po",
    "rulebook/locale/*/LC_MESSAGES/*.po",
)


def in_catalogues(root: Path) -> Iterator[Text]:
    """Yield every source text once, and what is said for it in nynorsk."""
    seen: set[str] = set()
    for pattern in _PATTERNS:
        for file in sorted(root.glob(pattern)):
            name = file.relative_to(root).as_posix()
            for message in _messages(file):
                for source in _strings(message.id):
                    if source not in seen:
                        seen.add(source)
                        yield _text(name, message, "nb", source)
                if file.parts[-3] == "nn":
                    for translation in _strings(message.string):
                        yield _text(name, message, "nn", translation)


def _messages(file: Path) -> Iterator[Message]:
    with file.open("rb") as opened:
        for message in read_po(opened):
            if message.id:
                yield message


def _strings(said: str | list[str] | tuple[str, ...] | None) -> list[str]:
    """Return the singular and the plural, or the only string there is."""
    return [said] if isinstance(said, str) else [*(said or ())]


def _text(name: str, message: Message, language: Language, text: str) -> Text:
    where = [f"{file}:{line}" for file, line in message.locations]
    said_in = dict.fromkeys(f"{file} ({language})" for file, _ in message.locations)
    pages = (f"{name} ({language})", *said_in)
    return Text(name, where[0] if where else "", language, plain(text), pages)
