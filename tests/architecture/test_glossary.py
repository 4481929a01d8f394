"""One English word for one Norwegian term: the program keeps to its glossary."""

import ast
import re
from collections import Counter

import pytest
import yaml

from fotfeste.law.citation import Citation

_DOINGS = frozenset((
    "Admit", "Admitted", "Agree", "Agreed", "Answer", "Answered", "Appealed",
    "Approve", "Arrange", "Arranged", "Ask", "Asked", "Cancel", "Cancelled",
    "Changing", "Claim", "Claimed", "Close", "Closed", "Comment", "Commented",
    "Concluded", "Confirm", "Confirmed", "Correct", "Corrected", "Decide",
    "Decided", "Disclosed", "Dismiss", "Dismissed", "Disqualified", "Disqualify",
    "Drop", "Dropped", "Effect", "Effected", "End", "Ended", "Filed", "Forward", "Forwarded",
    "Give", "Given", "Grant", "Granted", "Held", "Investigated", "Invited", "Known",
    "Made", "Make", "Mapped", "Mend", "Mended", "Missed", "Note", "Noted",
    "Noticed", "Notified", "Omit", "Omitted", "Open", "Opened", "Pass", "Passed",
    "Present", "Presented", "Propose", "Proposed", "Received", "Record", "Recorded",
    "Refuse", "Refused", "Register", "Remind", "Reminded", "Reopen", "Reopened",
    "Requested", "Restored", "Returned", "Reverse", "Reversed", "Review",
    "Reviewed", "Revoke", "Revoked", "Running", "Settle", "Settled", "Start",
    "Started", "Submit", "Turn", "Turned", "Unconfirmed", "Undecided", "Upheld",
    "Uphold", "Waiting", "Warn", "Withdraw", "Withdrawn", "Wish", "Wished", "Write", "Written", "Lift", "Lifted", "Assign", "Assigned", "Barred", "Send", "Sent",
))  # fmt: skip
"""Verbs in class names: what is done to a thing, or has been."""

_SMALL = frozenset(
    {"Available", "Back", "For", "In", "Late", "Not", "On", "Part", "Partly", "Under"}
)
"""Words that say how, when or where."""

_KEYS = {"english", "nb", "nn", "defined_in", "not_to_be_confused_with"}


@pytest.fixture(scope="module")
def words(root):
    """The entries of the glossary."""
    text = (root / "docs" / "glossary.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)["words"]


@pytest.fixture(scope="module")
def named(procedure_classes):
    """The words of each class name."""
    return {
        f"{file}:{node.lineno} {node.name}": re.findall(r"[A-Z][a-z]*", node.name)
        for file, node in procedure_classes
    }


def test_every_noun_of_a_class_name_is_in_the_glossary(named, words):
    known = {part for entry in words for part in entry["english"].split()}
    unknown = [
        f"{where}: {word}"
        for where, parts in named.items()
        for word in parts
        if word not in _DOINGS | _SMALL and not {word.lower(), _singular(word)} & known
    ]
    assert unknown == []


def test_no_verb_is_listed_that_no_class_is_named_by(named):
    used = {word for parts in named.values() for word in parts}
    assert used >= _DOINGS | _SMALL


def test_every_class_ends_its_first_paragraph_with_its_norwegian_term(
    procedure_classes, words
):
    terms = {entry["nb"] for entry in words}
    wrong = []
    for file, node in procedure_classes:
        first = (ast.get_docstring(node) or "").split("\n\n")[0]
        told = re.search(r"\(([^()]+)\)\.$", first)
        if told is None or told[1] not in terms:
            wrong.append(f"{file}:{node.lineno} {node.name}: {told and told[1]}")
    assert wrong == []


@pytest.mark.parametrize("language", ["english", "nb", "nn"])
def test_no_two_entries_share_a_term(words, language):
    counted = Counter(entry[language] for entry in words)
    assert [term for term, times in counted.items() if times > 1] == []


def test_every_entry_is_filled_in(words):
    for entry in words:
        assert set(entry) - {"note"} == _KEYS, entry
        for language in ("english", "nb", "nn"):
            assert entry[language].strip(), entry
        assert all(entry["not_to_be_confused_with"]), entry


def test_every_definition_is_a_provision_or_says_why_there_is_none(words, acts):
    for entry in words:
        if entry["defined_in"] is None:
            assert entry["note"].strip(), entry
        else:
            assert Citation(entry["defined_in"]).law in acts, entry


@pytest.fixture(scope="module")
def acts(root):
    """The short names of the acts that may be cited."""
    text = (root / "rulebook" / "national" / "acts.yaml").read_text(encoding="utf-8")
    return {act["short"] for act in yaml.safe_load(text)["acts"]}


def _singular(word):
    return {"Children": "child"}.get(word, word.removesuffix("s").lower())
