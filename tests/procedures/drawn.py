"""Commands filled in from their type hints: a new command needs no line here."""

import types
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from random import Random
from typing import Literal, Union, get_args, get_origin, get_type_hints
from uuid import UUID

BLANK = ("", " ")
SAID = ("Fordi det er slik.", "Én time i uka", "محمد 🙂 <b>")
FAR = (-400, -30, -7, -1, 0, 1, 7, 30, 60, 120, 400)


@dataclass(frozen=True)
class Known:
    """What somebody who fills in a form has at hand.

    keys:  what exists, by the name of the field that names it.
    words: what can be chosen, by the name of the field it is written in.
    """

    today: date
    keys: dict[str, list[UUID]]
    words: dict[str, list[str]]
    new: UUID


@dataclass
class Hand:
    """How one command is filled in: which days, and how much is left empty."""

    random: Random
    known: Known
    days: str
    blank: float
    step: int
    nth: int = 0

    def day(self) -> date:
        """Return a day: today, each later than the one before, earlier, or any."""
        offset = {
            "today": 0,
            "from-today": self.nth * self.step,
            "ahead": (self.nth + 1) * self.step,
            "behind": -self.step,
            "any": self.random.choice(FAR),
        }[self.days]
        self.nth += 1
        return self.known.today + timedelta(days=offset)

    def text(self, name: str) -> str:
        """Return what is written: a choice where there is one, else words or nothing."""
        if self.random.random() < self.blank:
            return self.random.choice(BLANK)
        return self.random.choice(self.known.words.get(name) or SAID)

    def key(self, name: str) -> UUID:
        """Return the key of something that exists, or a new one."""
        return self.random.choice([*self.known.keys.get(name, [])[-2:], self.known.new])


def filled(kind: type, hand: Hand) -> object:
    """Return the command with every field filled in by its name and its type."""
    return kind(**{name: _value(name, hint, hand) for name, hint in _hints(kind)})


DAYS = ("today", "from-today", "ahead", "behind", "any")


def hands(random: Random, known: Known) -> list[Hand]:
    """Return some ways to fill in a command, as one who is told what is wrong tries."""
    blank = random.choice((0, 0, 0.2, 0.2, 0.6))
    step = random.choice((1, 7, 14, 30, 60, 120))
    order = random.sample(DAYS, k=len(DAYS))
    if random.random() < 0.5:
        order.insert(0, "ahead")
    return [Hand(random, known, days, blank, step) for days in order]


@lru_cache
def _hints(kind: type) -> tuple[tuple[str, object], ...]:
    hints = get_type_hints(kind)
    return tuple((f.name, hints[f.name]) for f in fields(kind))


def _value(name, hint, hand):
    if hint is str:
        return hand.text(name)
    if hint is date:
        return hand.day()
    if hint is UUID:
        return hand.key(name)
    if hint is bool:
        return hand.random.random() < 0.8
    if hint is int:
        return hand.random.choice((0, 0, 0, 1, 2, 3))
    origin = get_origin(hint)
    if origin is Literal:
        return hand.random.choice(get_args(hint))
    if origin in (Union, types.UnionType):
        one = hand.random.choice(get_args(hint))
        return None if one is type(None) else _value(name, one, hand)
    if origin is tuple:
        return _several(name, get_args(hint)[0], hand)
    if is_dataclass(hint):
        return filled(hint, hand)
    assert issubclass(hint, Enum), f"say here how a {hint} is filled in"
    return hand.random.choice(list(hint))


def _several(name, hint, hand):
    """Return one for each that can be chosen, or some of them."""
    if is_dataclass(hint):
        first, _ = _hints(hint)[0]
        if first not in hand.known.words:
            return tuple(filled(hint, hand) for _ in range(hand.random.choice((0, 1))))
        return tuple(_about(hint, first, key, hand) for key in hand.known.words[first])
    if name in hand.known.words:
        few = hand.random.choice((0, 1, 1, 2))
        choices = hand.known.words[name]
        return tuple(hand.random.sample(choices, k=min(few, len(choices))))
    if hint is str:
        return ()
    if hint is UUID:
        return tuple(hand.key(name) for _ in range(hand.random.choice((0, 1, 2))))
    every = list(get_args(hint) if get_origin(hint) is Literal else hint)
    return tuple(hand.random.sample(every, k=hand.random.randint(0, len(every))))


def _about(hint, first, key, hand):
    nth = hand.nth
    values = {name: _value(name, kind, hand) for name, kind in _hints(hint)}
    hand.nth = nth
    if isinstance(key, tuple):
        return hint(**{**values, first: key[0], "offer": key[1]})
    return hint(**{**values, first: key})
