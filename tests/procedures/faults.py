"""Faults that the state machine has found and that are not mended yet: none but these.

Each has a smallest example in `test_faults.py`, which says when it is mended; then its
line goes away here and there, and the state machine minds it again.
"""

KNOWN: dict[str, str] = {
    "no-pack-after-merger": "a remedy or a service asks for a pack that has ended",
    "refused-and-started": "a service starts though a later decision refused it",
    "costs-after-withdrawal": "costs are claimed in an appeal that was withdrawn",
    "effect-before-letter": "a change takes effect before the posted letter has come",
    "restored-for-the-dead": "a won appeal restores a service that ended otherwise",
    "effect-before-appeal": "a change told late takes effect within the appeal period",
    "information-for-ever": "a source is waited for where nothing can be done about it",
    "closed-before-it-came": "a case is closed, and decided on, before it came",
}
"""By name, what is wrong."""
