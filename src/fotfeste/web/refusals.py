"""Refusals in words: what is wrong, what to do, and the provision."""

from datetime import date
from functools import lru_cache
from importlib.resources import files

import yaml
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from fotfeste.letters.wording import day
from fotfeste.procedures.refusal import Lack, Refused
from fotfeste.rulebook.pack import Pack


def conflict() -> ValidationError:
    """Return what is said to one who was slower than another."""
    text = _(
        "Noen andre har gjort noe i saken mens du skrev. Det du skrev, står her ennå."
        " Se hva som er nytt i saken, og send på nytt hvis det fortsatt stemmer."
    )
    return ValidationError(text, code="conflict")


def told(refused: Refused, pack: Pack) -> list[str]:
    """Return everything that stands in the way, a sentence or two for each."""
    return [_told(lack, pack) for lack in refused.lacks]


def _told(lack: Lack, pack: Pack) -> str:
    facts = {name: _in_words(fact) for name, fact in dict(lack.facts).items()}
    offer = pack.offer(facts.get("offer", ""))
    if offer:
        facts["offer"] = _(offer.name)
    text = _(texts()[lack.code]).format_map(_Facts(facts))
    return f"{text} ({', '.join(lack.basis)})" if lack.basis else text


def _in_words(fact: str) -> str:
    """Return a day as it is said; anything else as it is."""
    try:
        return day(date.fromisoformat(fact))
    except ValueError:
        return fact


class _Facts(dict[str, str]):
    """The facts of a refusal; what is not named is «dette»."""

    def __missing__(self, key: str) -> str:
        del key
        return _("dette")


@lru_cache(maxsize=1)
def texts() -> dict[str, str]:
    """Return the text of every refusal, by its code, as it is before translation."""
    source = files("fotfeste.web").joinpath("texts", "refusals.nb.yaml")
    read: dict[str, str] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return read
