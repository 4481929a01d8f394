"""A case with a decision that the party can read."""

from tests.procedures.events import CRITERIA, PROPOSAL

from fotfeste.jobs.followers import follow
from fotfeste.ledger import log
from fotfeste.ledger.log import uuid7
from fotfeste.office.handle import handle
from fotfeste.procedures.application import commands as do


def decided(place, serial=0):
    """Return the party, the case and its version."""
    party, stream = place.party(serial), uuid7()
    place.apply(party, stream)
    findings = tuple(
        do.Finding(criterion=c, offer=o, outcome="met", reason="Ja", evidence="Samtale")
        for c, o in CRITERIA
    )
    commands = (
        do.RecordInterview(
            on=place.office.now.date(), took_part="Nora", own_words="Jeg vil"
        ),
        do.RecordFindings(findings=findings),
        PROPOSAL,
    )
    seen = 1
    for command in commands:
        seen = handle(
            command, actor=place.desk(), stream=stream, seen=seen, office=place.office
        ).version
    follow(place.key, stream, seen, place.office)
    return party, stream, log.read(place.key, stream, place.office.keys).version
