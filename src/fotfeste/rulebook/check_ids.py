"""The check of ids: on no day do two acts say the same term."""

from collections.abc import Iterator
from datetime import date

from fotfeste.rulebook.documents import Problem
from fotfeste.rulebook.national import ActVersion
from fotfeste.rulebook.reading import Reading

_Held = tuple[date, date, str, str, int]


def one_act_each(reading: Reading) -> Iterator[Problem]:
    """Yield the terms that an act says while another still says them."""
    held: dict[str, list[_Held]] = {}
    for file, act in reading.of(ActVersion).items():
        last = act.valid_to or date.max
        for n, term in enumerate(act.terms):
            first = term.valid_from or act.valid_from
            held.setdefault(term.id, []).append((first, last, act.law, file, n))
    for key, ones in held.items():
        until, whose = date.min, ""
        for first, last, law, file, n in sorted(ones):
            if first <= until:
                yield reading.documents[file].problem(
                    ("terms", n, "id"),
                    f"«{key}» is said by {whose} and {law} on the same day, {first}",
                    "Let one of them end the day before, or give it an id of its own",
                )
            if last >= until:
                until, whose = last, law
