"""The readability index of Björnsson (LIX), as a hint to who writes."""

import re

HARDEST = 40
"""What we keep our own texts under."""

_LONG = 6
_WORD = re.compile(r"[\w-]+")
_END = re.compile(r"[.?!:](?:\s|$)")


def lix(text: str) -> int:
    """Return the index: words a sentence, and long words in a hundred.

    >>> lix("Du kan klage. Vi hjelper deg.")
    20
    """
    words = _WORD.findall(text)
    if not words:
        return 0
    sentences = max(1, len(_END.findall(text)))
    long_words = [word for word in words if len(word) > _LONG]
    return round(len(words) / sentences + 100 * len(long_words) / len(words))
