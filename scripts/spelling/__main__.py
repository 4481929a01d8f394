"""Says what is misspelled or hard to read: `make check`. Nothing, when all is well."""

import sys
from concurrent.futures import ProcessPoolExecutor
from itertools import chain

from scripts.spelling.check import Answer, asked, distinct, hard, misspelled, needless
from scripts.spelling.dictionaries import own_files, own_words, speller
from scripts.spelling.text import LANGUAGES, ROOT, Language, Text
from scripts.spelling.texts import all_texts


def _ask(language: Language, said: set[str]) -> Answer:
    return asked(speller(language), said)


def _lists() -> dict[str, list[str]]:
    files = {file for one in LANGUAGES for file in own_files(one)}
    return {
        file.relative_to(ROOT).as_posix(): own_words(file) for file in sorted(files)
    }


def main() -> int:
    """Read the two dictionaries side by side: each takes seconds."""
    texts: dict[Language, list[Text]] = {one: [] for one in LANGUAGES}
    for text in all_texts():
        texts[text.language].append(text)
    with ProcessPoolExecutor(len(texts)) as pool:
        answers = list(pool.map(_ask, texts, map(distinct, texts.values())))
    faults = [
        *chain.from_iterable(
            misspelled(said, answer.unknown)
            for said, answer in zip(texts.values(), answers, strict=True)
        ),
        *needless(_lists(), frozenset().union(*(one.needed for one in answers))),
        *chain.from_iterable(map(hard, texts.values())),
    ]
    for fault in faults:
        print(fault)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
