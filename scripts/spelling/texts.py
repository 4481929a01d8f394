"""All the Norwegian texts there are."""

from itertools import chain
from pathlib import Path

from scripts.spelling.catalogues import in_catalogues
from scripts.spelling.pages import in_docs, in_templates
from scripts.spelling.text import ROOT, Text
from scripts.spelling.yaml_files import in_yaml

_READERS = (in_yaml, in_catalogues, in_templates, in_docs)


def all_texts(root: Path = ROOT) -> list[Text]:
    """Return every text under the folder, each with its file and its place."""
    found = chain.from_iterable(read(root) for read in _READERS)
    return [text for text in found if text.text]
