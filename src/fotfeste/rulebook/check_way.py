"""The check of the way to help: every door exists, every path ends at one."""

from collections.abc import Iterator
from itertools import product

from fotfeste.rulebook.documents import Document, Problem
from fotfeste.rulebook.national import Contacts, Guidance, Names
from fotfeste.rulebook.pack import Pack
from fotfeste.rulebook.reading import Reading
from fotfeste.rulebook.way_to_help import EverydayWords, WayToHelp

MOST_QUESTIONS = 6


def way_to_help(reading: Reading) -> Iterator[Problem]:
    """Yield the doors and topics that lead nowhere, and the paths that end at none."""
    for file, way in reading.of(WayToHelp).items():
        document = reading.documents[file]
        yield from _questions(document, way)
        yield from _doors(document, way, reading)
        yield from _paths(document, way)
    topics = _topics(reading)
    for file, pack in reading.of(Pack).items():
        for n, offer in enumerate(pack.offers):
            for topic in set(offer.topics) - topics:
                yield reading.documents[file].problem(
                    ("offers", n, "topics"),
                    f"«{topic}» is no topic of the everyday words",
                    f"Choose among {', '.join(sorted(topics))}",
                )


def _questions(document: Document, way: WayToHelp) -> Iterator[Problem]:
    if len(way.questions) > MOST_QUESTIONS:
        yield document.problem(
            ("questions", MOST_QUESTIONS),
            f"There are more than {MOST_QUESTIONS} questions",
            "Ask less: who reads this has little strength",
        )
    answers = [answer.id for question in way.questions for answer in question.answers]
    for n, question in enumerate(way.questions):
        for answer in question.answers:
            if answers.count(answer.id) > 1:
                yield document.problem(
                    ("questions", n, "answers"),
                    f"«{answer.id}» is the id of more than one answer",
                    "Give each answer an id of its own",
                )


def _doors(document: Document, way: WayToHelp, reading: Reading) -> Iterator[Problem]:
    answers = {q.id: {answer.id for answer in q.answers} for q in way.questions}
    there = _places(reading)
    for n, door in enumerate(way.doors):
        if len(door.leads_to) != 1:
            yield document.problem(
                ("doors", n),
                f"«{door.id}» leads to {len(door.leads_to)} places",
                "Write exactly one of line, page, guidance, topic and site",
            )
        for kind, known in there.items():
            place = getattr(door, kind)
            if place and place not in known:
                yield document.problem(
                    ("doors", n, kind),
                    f"There is no {kind} «{place}»",
                    f"Choose among {', '.join(sorted(known))}",
                )
        for topic in set(door.topics) - there["topic"]:
            yield document.problem(
                ("doors", n, "topics"),
                f"«{topic}» is no topic of the everyday words",
                f"Choose among {', '.join(sorted(there['topic']))}",
            )
        for question, fits in door.when.items():
            for answer in set(fits) - answers.get(question, set()):
                yield document.problem(
                    ("doors", n, "when"),
                    f"«{question}: {answer}» is no answer to a question here",
                    "Mend the spelling, or take it away",
                )


def _paths(document: Document, way: WayToHelp) -> Iterator[Problem]:
    """Yield each set of answers that no sure door is open for.

    A door to a topic is not sure: a municipality may offer nothing of it.
    """
    sure = [door for door in way.doors if not door.topic]
    keys = [question.id for question in way.questions]
    for path in product(*([a.id for a in q.answers] for q in way.questions)):
        answers = dict(zip(keys, path, strict=True))
        if not any(door.is_open(answers) for door in sure):
            yield document.problem(
                ("doors",),
                f"No door is open for {', '.join(path)}",
                "Let a door be open for it",
            )
            return


def _places(reading: Reading) -> dict[str, set[str]]:
    return {
        "line": {line.id for c in reading.of(Contacts).values() for line in c.lines},
        "guidance": {
            section.id for g in reading.of(Guidance).values() for section in g.sections
        },
        "topic": _topics(reading),
    }


def national_pages(reading: Reading) -> Iterator[Problem]:
    """Yield what the national pages name and nobody has."""
    there = {
        "lines": _places(reading)["line"],
        "names": {
            one.id for names in reading.of(Names).values() for one in names.things
        },
    }
    for file, guidance in reading.of(Guidance).items():
        for n, section in enumerate(guidance.sections):
            for kind, known in there.items():
                for key in set(getattr(section, kind)) - known:
                    yield reading.documents[file].problem(
                        ("sections", n, kind),
                        f"«{key}» is none of the {kind} there are",
                        f"Choose among {', '.join(sorted(known))}",
                    )


def _topics(reading: Reading) -> set[str]:
    return {t.id for words in reading.of(EverydayWords).values() for t in words.topics}
