"""`fotfeste deadline`: the last day of a time limit, and why."""

import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import date

from fotfeste.config.rulebook_check import sound
from fotfeste.law.citation import Citation
from fotfeste.law.finding import Finding
from fotfeste.law.norwegian import weekday
from fotfeste.law.periods import Period
from fotfeste.procedures import time_limits
from fotfeste.procedures.time_limits import NoPromiseError
from fotfeste.rulebook.book import NoRuleInForceError, Rulebook
from fotfeste.rulebook.pack import Pack

SERVICE = "hol § 3-2"
"""What an appeal is taken to be about when no basis is given: the service itself."""


class NeedsMunicipalityError(Exception):
    """A promise is a municipality's; without one there is nothing to count from."""


def deadline(arguments: Namespace) -> int:
    """Print the last day as an ISO date on the first line, then why."""
    book = sound()
    if book is None:
        return 1
    try:
        pack = _pack(arguments, book)
        bases = [Citation(text) for text in arguments.basis or [SERVICE]]
        found = TERMS[arguments.term](arguments.start, bases, book, pack)
    except (
        NoRuleInForceError,
        NoPromiseError,
        NeedsMunicipalityError,
        ValueError,
        OverflowError,
    ) as no:
        print(f"{no}", file=sys.stderr)
        return 1
    print(found.value)
    for line in _why(arguments.term, bases, found, book):
        print(line)
    return 0


def _pack(arguments: Namespace, book: Rulebook) -> Pack | None:
    if arguments.municipality is None:
        return None
    return book.pack(arguments.municipality, arguments.start)


def _appeal(
    start: date, bases: list[Citation], book: Rulebook, pack: Pack | None
) -> Finding[date]:
    for basis in bases:
        if basis.law not in book.acts:
            known = ", ".join(sorted(book.acts))
            raise ValueError(f"«{basis.law}» is no act we know. Known: {known}.")
    return time_limits.appeal(start, bases, book, pack)


def _preliminary_answer(
    start: date, bases: list[Citation], book: Rulebook, pack: Pack | None
) -> Finding[date]:
    del bases, pack
    return time_limits.preliminary_answer(start, book)


def _promised(
    rule: Callable[[date, Rulebook, Pack], Finding[date]],
) -> Callable[[date, list[Citation], Rulebook, Pack | None], Finding[date]]:
    def found(
        start: date, bases: list[Citation], book: Rulebook, pack: Pack | None
    ) -> Finding[date]:
        del bases
        if pack is None:
            raise NeedsMunicipalityError(
                "This is a municipality's own promise. Say whose: --municipality SLUG"
                f" (one of {', '.join(sorted(book.municipalities))})."
            )
        return rule(start, book, pack)

    return found


TERMS = {
    "appeal": _appeal,
    "preliminary-answer": _preliminary_answer,
    "mapping-interview": _promised(time_limits.mapping_interview),
    "decision-after-mapping": _promised(time_limits.decision_after_mapping),
}
"""The terms one can ask for, each with the very function the procedures use."""


def _why(
    term: str, bases: list[Citation], found: Finding[date], book: Rulebook
) -> list[str]:
    period = found.inputs["period"]
    length = period.in_norwegian() if isinstance(period, Period) else str(period)
    lines = [f"{weekday(found.value).capitalize()} er siste dag. Fristen er {length}."]
    if term == "appeal":
        lines.append(f"Vedtaket bygger på {', '.join(bases)}.")
    if "promise" in found.inputs:
        lines.append(f"Kommunens løfte: {found.inputs['promise']}")
    texts = {term.citation: term.text for term in book.terms() if not term.practice}
    lines += [f"{cite}: {texts[cite]}" for cite in found.basis]
    before = found.inputs.get("before_extension")
    if isinstance(before, date) and before != found.value:
        lines.append(f"Uten flytting: {weekday(before)}.")
    if term == "preliminary-answer":
        act_by = book.calendar.working_day_on_or_before(found.value)
        if act_by != found.value:
            lines.append(
                "Kommunens egen frist flyttes ikke. Siste arbeidsdag før den er"
                f" {weekday(act_by)}."
            )
    return lines
