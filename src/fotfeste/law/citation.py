"""A citation (lovhenvisning): which provision of which act, as a value."""

import re
from dataclasses import dataclass

_ORDINALS = "første|andre|annet|tredje|fjerde|femte|sjette|sjuende|åttende"
_PLACE = re.compile(
    rf"§ (?P<paragraph>\d+(?:-\d+)?(?: [a-z])?)"
    rf"(?: (?P<ledd>{_ORDINALS}) ledd)?"
    rf"(?: (?P<punktum>{_ORDINALS}) punktum)?"
    r"(?: nr\. (?P<number>\d+))?"
    r"(?: bokstav (?P<letter>[a-z]))?"
)
_LAW = re.compile(r"[a-zæøå][a-zæøåA-ZÆØÅ-]*")


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision: the act's short name and the place in it (lovhenvisning).

    >>> Citation.parse("hol § 3-2 første ledd nr. 6 bokstav b").paragraph
    '3-2'
    """

    law: str
    place: str

    def __str__(self) -> str:
        return f"{self.law} {self.place}"

    @property
    def paragraph(self) -> str:
        """Return the number of the paragraph, with its letter if it has one."""
        return self.parts["paragraph"] or ""

    @property
    def parts(self) -> dict[str, str | None]:
        """Return paragraph, ledd, punktum, number and letter; None where unnamed."""
        match = _PLACE.fullmatch(self.place)
        return match.groupdict() if match else {}

    def covers(self, other: "Citation") -> bool:
        """Test that the other provision is this one, or stands inside it.

        >>> Citation.parse("hol § 3-2").covers(Citation.parse("hol § 3-2 a"))
        False
        """
        return self.law == other.law and all(
            mine is None or mine == other.parts[name]
            for name, mine in self.parts.items()
        )

    @classmethod
    def parse(cls, text: str) -> "Citation":
        """Return the citation that the text writes, such as "fvl § 29 første ledd".

        Raises: ValueError - the text is not a citation; says what one looks like.
        """
        law, _, place = text.strip().partition(" ")
        if not _LAW.fullmatch(law) or not _PLACE.fullmatch(place):
            raise ValueError(
                f"«{text}» is not a citation. Write the act's short name, § and place,"
                " such as «pbrl § 7-5» or «hol § 3-2 første ledd nr. 6 bokstav b»"
            )
        return cls(law, place)
