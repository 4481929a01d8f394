"""A citation (lovhenvisning): which provision of which act, as a value."""

import re
from functools import lru_cache

_ORDINALS = "første|andre|annet|tredje|fjerde|femte|sjette|sjuende|åttende"
_PLACE = re.compile(
    rf"§ (?P<paragraph>\d+(?:-\d+)?(?: [a-z])?)"
    rf"(?: (?P<ledd>{_ORDINALS}) ledd)?"
    rf"(?: (?P<punktum>{_ORDINALS}) punktum)?"
    r"(?: nr\. (?P<number>\d+))?"
    r"(?: bokstav (?P<letter>[a-z]))?",
    re.ASCII,
)
_LAW = re.compile(r"[a-zæøå][a-zæøåA-ZÆØÅ-]*")


class Citation(str):
    """A provision, written as the act's short name and the place (lovhenvisning).

    Raises: ValueError - the text is not a citation; says what one looks like.

    >>> Citation("hol § 3-2 første ledd nr. 6 bokstav b").paragraph
    '3-2'
    """

    __slots__ = ()

    def __new__(cls, text: str) -> "Citation":
        """Return the citation that the text writes."""
        law, _, place = text.partition(" ")
        if not _LAW.fullmatch(law) or not _PLACE.fullmatch(place):
            raise ValueError(
                f"«{text}» is not a citation. Write the act's short name, § and place,"
                " such as «pbrl § 7-5» or «hol § 3-2 første ledd nr. 6 bokstav b»"
            )
        return super().__new__(cls, text)

    @property
    def law(self) -> str:
        """Return the short name of the act."""
        return self.partition(" ")[0]

    @property
    def place(self) -> str:
        """Return where in the act, from § on."""
        return self.partition(" ")[2]

    @property
    def paragraph(self) -> str:
        """Return the number of the paragraph, with its letter if it has one."""
        return self.parts["paragraph"] or ""

    @property
    def parts(self) -> dict[str, str | None]:
        """Return paragraph, ledd, punktum, number and letter; None where unnamed."""
        return _parts(self.place)

    def covers(self, other: "Citation") -> bool:
        """Test that the other provision is this one, or stands inside it.

        >>> Citation("hol § 3-2").covers(Citation("hol § 3-2 a"))
        False
        """
        return self.law == other.law and all(
            mine is None or mine == other.parts[name]
            for name, mine in self.parts.items()
        )


@lru_cache(maxsize=1024)
def _parts(place: str) -> dict[str, str | None]:
    match = _PLACE.fullmatch(place)
    return match.groupdict() if match else {}
