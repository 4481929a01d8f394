"""A form on paper: the questions of a page, with room to write (PDF/A-2a, PDF/UA-1)."""

import json
from dataclasses import asdict, dataclass

from fotfeste.letters import pdf


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """One question.

    options: what one can tick.
    lines:   how many lines there are to write on.
    """

    ask: str
    help: str
    options: tuple[str, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class PaperForm:
    """All of a form."""

    title: str
    sender: str
    language: str
    page: str
    lead: tuple[str, ...]
    questions: tuple[PaperQuestion, ...]
    close: tuple[str, ...]


def as_pdf(form: PaperForm) -> bytes:
    """Return the form as a tagged PDF, ready for the printer."""
    return pdf.compiled("form.typ", json.dumps(asdict(form), ensure_ascii=False))
