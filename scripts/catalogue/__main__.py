"""Keep the catalogues: `update` what is to be said, `compile` what is said.

Each language has two files of GNU gettext (.po), which translators' programs can open:
one for the program, one for the rulebook. The source language is bokmål.
"""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from fotfeste.config.rulebook_languages import make_ready

LANGUAGES = ("nn", "en", "se")


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["update", "compile"])
    if parser.parse_args().what == "compile":
        _compile()
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fotfeste.config.settings.test")
    django.setup()
    from scripts.catalogue import found

    _update(found.SOURCE / "locale", found.of_program)
    _update(found.RULEBOOK / "locale", found.of_rulebook)


def _update(folder: Path, find: Callable[[], Catalog]) -> None:
    """Add what is new to each language, and leave out what is said no more."""
    texts = find()
    for language in LANGUAGES:
        file = folder / language / "LC_MESSAGES" / "django.po"
        catalog = _read(file) if file.exists() else Catalog(locale=language)
        catalog.update(texts, no_fuzzy_matching=True)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as target:
            write_po(
                target,
                catalog,
                ignore_obsolete=True,
                include_lineno=False,
                omit_header=False,
                sort_by_file=False,
                width=100,
            )
        print(f"{file}: {sum(not m.string for m in catalog if m.id)} to be said")


def _compile() -> None:
    """Write the form that a running program reads, beside each file."""
    root = Path(__file__).resolve().parents[2]
    for file in (
        *root.glob("src/fotfeste/locale/*/LC_MESSAGES/django.po"),
        *root.glob("rulebook/locale/*/LC_MESSAGES/django.po"),
    ):
        make_ready(file)


def _read(file: Path) -> Catalog:
    with file.open("rb") as source:
        return read_po(source, locale=file.parents[1].name)


if __name__ == "__main__":
    main()
