"""What a stranger cannot reach, forge or break: found by trying."""

import pytest
from tests.ledger.place import Place

from fotfeste.access.people import Identity, enrol, identities, named
from fotfeste.access.policy import NotFoundError
from fotfeste.demo.people import synthetic_number
from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import ConflictError
from fotfeste.office.handle import RESERVED, handle
from fotfeste.procedures.report.commands import SubmitReport

REPORT = SubmitReport(reporter="Nora", about="En", tie="Venn", words="Bekymret")


def reported(place: Place, party, stream):
    return handle(
        REPORT, actor=place.citizen(party), stream=stream, seen=0,
        office=place.office, party=party,
    )  # fmt: skip


def test_no_case_takes_the_key_of_a_person(place):
    victim, other = place.party(1), place.party(2)
    stream, _ = place.apply(victim)
    with pytest.raises((ConflictError, NotFoundError)):
        reported(place, other, victim.id)
    assert log.read(place.key, stream, place.office.keys).version == 1
    assert log.read(place.key, victim.id, place.office.keys) is None


@pytest.mark.parametrize("stream", sorted(RESERVED))
def test_no_case_takes_the_key_of_nobody(place, stream):
    with pytest.raises(NotFoundError):
        reported(place, place.party(), stream)


def test_nobody_decides_what_another_is_called(place):
    number = synthetic_number(7)
    unknown = enrol(place.key, Identity("", number), place.office.keys)
    named(place.key, unknown, Identity("Jonas Prøvesen", number), place.office.keys)
    with fenced(place.key):
        found = identities(place.key, [unknown.id], place.office.keys)
    assert found[unknown.id].name == "Jonas Prøvesen"
