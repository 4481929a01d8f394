"""The decision letter as PDF."""

import time
from collections.abc import Iterator
from itertools import islice
from statistics import median
from uuid import UUID

from bench.cases import a_case, desk_of
from bench.figures import Figure, milliseconds
from bench.installation import MUNICIPALITIES, Installation
from bench.people import office_now, strangers
from fotfeste.access.people import Party, enrol
from fotfeste.jobs.followers import follow
from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.letters import archive
from fotfeste.letters.content import Letter, LetterKind
from fotfeste.letters.pdf import pdf
from fotfeste.office.handle import Office
from fotfeste.procedures.application.events import DecisionMade

EACH = 40


def measure(place: Installation) -> list[Figure]:
    """Make the PDF of decision letters no two of which are alike."""
    del place
    letters = list(_decision_letters())
    warm_up, measured = letters[: len(MUNICIPALITIES)], letters[len(MUNICIPALITIES) :]
    sizes = [len(pdf(letter)) for letter in warm_up]
    taken = []
    for letter in measured:
        began = time.perf_counter()
        pdf(letter)
        taken.append(time.perf_counter() - began)
    return [
        Figure(
            "letters_per_s",
            round(len(taken) / sum(taken), 1),
            "1/s",
            f"{len(taken)} different decision letters of {len(MUNICIPALITIES)}"
            " municipalities (up to three services, a finding on every criterion), one"
            " after the other in one process, PDF/A-2a and PDF/UA-1",
            target=40,
            limit="typesetting the text itself, one letter at a time in a process",
            details={
                "milliseconds": milliseconds(taken),
                "pdf_bytes": round(median(sizes)),
                "sections": len(letters[0].sections),
            },
        )
    ]


def _decision_letters() -> Iterator[Letter]:
    office = office_now()
    desks = [desk_of(municipality, office) for municipality in MUNICIPALITIES]
    for identity in islice(strangers(), 5_000, 5_000 + EACH):
        for desk in desks:
            party = enrol(desk.municipality, identity, office.keys)
            case = a_case(desk, party, office)
            for step in (
                case.submit, case.arrange, case.interview, case.find, case.decide,
            ):  # fmt: skip
                step()
            yield _letter(desk.municipality, case.stream, case.office)


def _letter(municipality: str, stream: UUID, office: Office) -> Letter:
    """Let the follower write the letter, and return its words."""
    history = log.read(municipality, stream, office.keys)
    assert history
    made = next(r for r in history.records if isinstance(r.event, DecisionMade))
    follow(municipality, stream, made.version, office)
    party = Party(history.person, history.wrapped)
    with fenced(municipality):
        for kept in archive.letters_of(municipality, [stream]):
            if kept.kind is LetterKind.DECISION:
                return archive.letter_text(municipality, kept, party, office.keys)
    raise RuntimeError("The decision has no letter")
