"""What was drawn and answered in an interview, as a document of the case shows it."""

from fotfeste.letters.content import Paragraph, Points, Section
from fotfeste.letters.wording import Texts, in_language
from fotfeste.procedures.application.events import InterviewCorrected, InterviewHeld
from fotfeste.procedures.interview import InstrumentAnswers, NetworkMember
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.instruments import Instrument


def drawn_and_answered(
    held: InterviewHeld, texts: Texts, book: Rulebook
) -> tuple[Section, ...]:
    """Return the network and the answers as they were recorded, where there are any.

    A sum is no part of the case: it is worked out when somebody looks at the answers.
    """
    found = []
    if held.network_map:
        heading = texts("documents.network_map")
        people = tuple(_member(one, texts) for one in held.network_map)
        found.append(Section("network_map", heading, (Points(people),)))
    for given in held.instruments:
        instrument = book.instrument(given.instrument, given.edition or held.on)
        heading = f"{instrument.name}, {instrument.edition}"
        answers = _answers(given, instrument, texts)
        found.append(Section(given.instrument, heading, (Points(answers),)))
    return tuple(found)


def corrected_part(corrected: InterviewCorrected, texts: Texts) -> Section:
    """Return which part of the interview the person has corrected."""
    part = Paragraph(texts(f"documents.{corrected.part}"))
    return Section("part", texts("documents.part"), (part,))


def _member(one: NetworkMember, texts: Texts) -> str:
    words = (
        texts(f"documents.interview_words.{one.sector}"),
        texts(f"documents.interview_words.near-{one.closeness}"),
        texts(f"documents.interview_words.{one.quality}"),
    )
    return f"{one.who}: {'. '.join(words)}."


def _answers(
    given: InstrumentAnswers, instrument: Instrument, texts: Texts
) -> tuple[str, ...]:
    """Return each answer by its number and label, and what the cut-offs go by."""
    points = given.points
    told = [
        f"{f'{item.id}. ' if instrument.scales else ''}{in_language(item.name)}:"
        f" {points[item.id]}"
        for item in instrument.items
        if item.id in points
    ]
    if given.gender:
        told.append(texts(f"documents.interview_words.{given.gender}"))
    if given.age is not None:
        told.append(texts("documents.interview_words.age", years=str(given.age)))
    return tuple(told)
