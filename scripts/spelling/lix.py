"""The readability index of Björnsson. Ours to keep: 40 or lower."""

import re

HARDEST = 40
_LONG = 6
_WORD = re.compile(r"[\w-]+")
_END = re.compile(r"[.?!:](?:\s|$)")


def lix(text: str) -> float:
    """Return the readability index: words a sentence, and long words in a hundred.

    >>> lix("Du kan klage. Vi hjelper deg.")
    19.666666666666664
    """
    words = _WORD.findall(text)
    sentences = _END.findall(text)
    long_words = [word for word in words if len(word) > _LONG]
    return len(words) / len(sentences) + 100 * len(long_words) / len(words)


def ended(text: str) -> str:
    """Return the text as a sentence: a heading or a label has no full stop."""
    return text if text[-1] in ".?!:" else f"{text}."
