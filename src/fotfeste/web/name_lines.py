"""A name on one short line or two, for a picture where there is little room."""

TEXT = 13
"""How high a letter is, in the units of the picture."""

_WIDEST = 76
_MOST_LINES = 2
_NARROW, _BROAD = frozenset("iljtfrI.,:;'!|()- "), frozenset("mwMW@%&ÆØÅGOQ")


def name_lines(text: str) -> tuple[str, ...]:
    """Return the text on two short lines at the most; what is left out has a sign."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer) <= _WIDEST:
            lines[-1] = longer
        else:
            lines.append(word)
    shown = [_short(line) for line in lines[:_MOST_LINES]] or ["?"]
    if len(lines) > _MOST_LINES:
        shown[-1] = _short(shown[-1].rstrip("…"), is_all=False)
    return tuple(shown)


def _short(line: str, *, is_all: bool = True) -> str:
    """Return as much of the line as there is room for, with a sign if that is not all.

    is_all: whether nothing comes after the line.
    """
    if is_all and width_of(line) <= _WIDEST:
        return line
    kept = line
    while kept and width_of(f"{kept}…") > _WIDEST:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def width_of(text: str) -> float:
    """Return about how wide the text is, and rather too much than too little."""
    return sum(TEXT * _share(sign) for sign in text)


def _share(sign: str) -> float:
    """Return how much of its height a sign is wide."""
    if sign in _NARROW:
        return 0.38
    if ord(sign) > 0x2E80:
        return 1.4
    return 0.9 if sign in _BROAD else 0.64 if sign.islower() else 0.7
