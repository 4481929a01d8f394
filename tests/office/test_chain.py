"""The chain from an application to the appellate instance, through the one door."""

import pytest

from fotfeste.demo.fill import _employ, staff_of
from fotfeste.demo.people import citizens
from fotfeste.demo.stories import (
    appeal_it,
    apply,
    approve,
    assess,
    begin,
    forward,
    invite,
    meet,
    propose,
)
from fotfeste.ledger.fence import fenced
from fotfeste.letters import archive

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "municipality", ["raelingen", "eksempel", "enebakk", "nordre-follo"]
)
def test_everybody_can_go_the_whole_way(municipality, office):
    today = office.now.date()
    staff = staff_of(office, today)
    _employ([e for e in staff if e.municipality == municipality], today)
    story = begin(municipality, citizens()[0], staff, office, 0)
    approve(propose(assess(meet(invite(apply(story)))), "refusal"))
    key = appeal_it(story)
    forward(story, key)
    with fenced(municipality):
        kinds = [k.kind for k in archive.letters_of(municipality, [story.stream, key])]
    assert kinds == [
        "acknowledgement",
        "invitation",
        "decision",
        "appeal-acknowledgement",
        "forwarding",
        "forwarding-copy",
    ]
