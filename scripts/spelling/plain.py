"""A text as it is read: without markup, placeholders and citations."""

import re

_UNREAD = re.compile(
    r"""
    <!--.*?--> | \{\#.*?\#\} | <[^<>]*>         # comments, tags
    | https?://\S+ | \bwww\.\S+ | \S+@\S+\.\w+  # addresses
    | \b[a-z_]+(?:\.[a-z_]+)+\b                 # ung.no, a name in the program
    | \]\([^)]*\)                               # where a link of Markdown leads
    | `[^`]*`                                   # code
    | %\(\w+\)[sd] | %[sd]                      # placeholders
    | \{\{.*?\}\} | \{%.*?%\} | \{[^{}]*\}
    | §+\s*\d+(?:-\d+)*(?:\s[a-zæøå]\b)?        # § 11 a
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*-?")


def plain(text: str) -> str:
    """Return what is read of the text.

    >>> plain("<b>Svar</b> innen {day}, se fvl § 11 a.")
    'Svar innen , se fvl .'
    """
    without = _UNREAD.sub(" ", text.replace("\xad", ""))
    return " ".join(without.split())


def words(text: str) -> list[str]:
    """Return the words of a plain text. One letter alone is none.

    >>> words("Helse- og omsorg i 2026: v/NAV.")
    ['Helse-', 'og', 'omsorg', 'NAV']
    """
    return [word for word in _WORD.findall(text) if len(word) > 1]
