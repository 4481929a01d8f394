"""What another rulebook would change in open cases, and who has them from its day."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from msgspec import structs

from fotfeste.jobs import followers
from fotfeste.law.periods import Period
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import uuid7
from fotfeste.office import installation, new_units
from fotfeste.office import what_if as asked
from fotfeste.office.handle import handle
from fotfeste.office.what_if import Change, What, as_if_always, look
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.care.commands import OpenCare
from fotfeste.rulebook.check import check
from fotfeste.rulebook.pack import Criterion, Promise

FIRST = date(2026, 4, 1)
VIEWER = UUID(int=1)


def with_edition(place, **changes):
    """Return the place's rulebook with an edition from FIRST."""
    book = place.office.book
    before = book.packs[place.key][-1]
    ended = structs.replace(before, valid_to=FIRST - timedelta(days=1))
    edition = structs.replace(before, valid_from=FIRST, **changes)
    return book.with_packs(place.key, [ended, edition], "edition")


def found(place, then, *, always=False, after=None):
    then = as_if_always(then, place.key, FIRST) if always else then
    books = (place.office.book, then)
    return look(place.key, FIRST, books, place.office.keys, VIEWER, after)


def steps(place, **units):
    return structs.replace(place.office.book.packs[place.key][-1].steps, **units)


def test_the_same_rulebook_changes_nothing(place):
    place.apply()
    seen = found(place, place.office.book)
    assert (seen.seen, seen.changed, seen.after) == (1, [], None)


def test_a_case_goes_to_the_unit_that_does_the_step_then(place):
    place.apply()
    then = with_edition(place, steps=steps(place, interview="rustjenesten"))
    ((listed, changes),) = found(place, then).changed
    office = "Tjenestekontoret for helse og omsorg (THO)"
    assert changes == (Change(What.UNIT, "", office, "Rustjenesten"),)
    assert listed.reference == "2026-00001"


def test_a_unit_that_has_another_step_changes_nothing_in_the_case(place):
    place.apply()
    then = with_edition(place, steps=steps(place, appeal="rustjenesten"))
    assert found(place, then).changed == []


NEW = Criterion(id="ny", name="Noe nytt", question="Hva?", required=True)
PROMISE = Promise(id="mapping-interview", value=Period("1 weeks"), text="En uke.")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("criterion", Change(What.FINDING, "Noe nytt", "no", "yes")),
        ("second", Change(What.SECOND_PERSON, "", "no", "yes")),
        ("offer", Change(What.OFFER, "Samtaler med en fagperson", "yes", "no")),
        ("promise", Change(What.CLOCK, "mapping-interview", "", "2026-03-09")),
    ],
)
def test_a_case_keeps_the_pack_of_its_day_and_a_new_one_meets_the_other(
    place, change, expected
):
    place.apply()
    pack = place.office.book.packs[place.key][-1]
    changes = {
        "criterion": {"criteria": [*pack.criteria, NEW]},
        "second": {"second_person": True},
        "offer": {"offers": [o for o in pack.offers if o.id != "samtaler"]},
        "promise": {"promises": [PROMISE]},
    }
    then = with_edition(place, **changes[change])
    assert found(place, then).changed == [], "the case came before"
    ((_, changed),) = found(place, then, always=True).changed
    assert expected in changed


def test_an_act_with_other_days_changes_the_clocks_it_would_have_governed(place):
    place.apply()  # on 2 March 2026
    texts = dict(installation.folder_texts())
    file = next(f for f in texts if f.endswith("/prepared.yaml"))
    texts[file] = texts[file].replace("value: 1 month", "value: 2 months", 1)
    own = place.office.book
    for day, changed in ((date(2026, 3, 1), True), (date(2026, 3, 3), False)):
        book = check(texts, {"nfvl": day}).rulebook
        then = replace(
            book, municipalities=own.municipalities, packs=own.packs, _terms={}
        )
        expected = [
            (Change(What.CLOCK, "preliminary-answer", "2026-04-02", "2026-05-02"),)
        ]
        told = [changes for _, changes in found(place, then).changed]
        assert told == (expected if changed else [])


def test_a_step_that_is_no_longer_possible_is_told(place, monkeypatch):
    place.apply()
    then = with_edition(place)
    other_acts = dict(then.act_versions)  # as when an act has come into force
    then = replace(then, act_versions=other_acts, _terms={})

    def possible(case, here):
        both = {do.ArrangeInterview, do.CloseCase}
        return both - ({do.CloseCase} if here.book is then else set())

    monkeypatch.setattr(asked, "possible", possible)
    ((_, changes),) = found(place, then).changed
    assert changes == (Change(What.STEP, "CloseCase", "yes", "no"),)


def test_a_change_of_help_that_is_given_follows_the_desk(place):
    opened = do_open_care(place)
    then = with_edition(place, second_person=True)
    ((listed, changes),) = found(place, then).changed
    assert listed.stream == opened
    assert changes == (Change(What.SECOND_PERSON, "", "no", "yes"),)


def do_open_care(place):
    stream = uuid7()
    handle(
        OpenCare(
            offer="rad", amount="Én samtale i uka", starts_on=date(2026, 3, 2),
            ends_on=None, review_on=date(2026, 6, 1), party="Nora Testdatter",
        ),
        actor=place.desk("rustjenesten"), stream=stream, seen=0, office=place.office,
        party=place.party(),
    )  # fmt: skip
    return stream


def test_many_cases_are_looked_through_a_part_at_a_time(place, monkeypatch):
    monkeypatch.setattr(asked, "MOST", 2)
    monkeypatch.setattr("fotfeste.office.lists.PAGE", 2)
    for serial in range(5):
        place.apply(place.party(serial))
    then = with_edition(place, steps=steps(place, interview="rustjenesten"))
    references, after = [], None
    for seen in (2, 2, 1):
        part = found(place, then, after=after)
        assert part.seen == seen
        references += [listed.reference for listed, _ in part.changed]
        after = part.after
    assert after is None
    assert sorted(references) == [f"2026-{n:05}" for n in range(1, 6)]


def unit_of(place):
    with fenced(place.key), connection.cursor() as cursor:
        cursor.execute("SELECT unit FROM office_case")
        return cursor.fetchone()[0]


def test_the_lists_follow_the_units_from_the_first_day_and_not_before(place):
    place.apply()
    then = with_edition(place, steps=steps(place, interview="rustjenesten"))
    assert new_units.follow(place.key, then, FIRST - timedelta(days=1)) == 0
    assert unit_of(place) == "tjenestekontoret"
    assert new_units.follow(place.key, then, FIRST) == 1
    assert unit_of(place) == "rustjenesten"
    assert new_units.follow(place.key, then, FIRST) == 0, "once is enough"


def test_what_has_held_for_long_is_not_looked_at_again(place):
    place.apply()
    then = with_edition(place, steps=steps(place, interview="rustjenesten"))
    late = FIRST + new_units.RECENT + timedelta(days=1)
    assert new_units.follow(place.key, then, late) == 0


def test_a_day_without_a_pack_moves_nothing(place):
    assert new_units.follow(place.key, place.office.book, date(1900, 1, 1)) == 0


def test_every_municipality_is_looked_after_by_the_worker(monkeypatch, committed):
    seen = []
    monkeypatch.setattr(new_units, "follow", lambda m, b, day: seen.append((m, day)))
    followers.follow_units(1_775_001_720)  # 2 minutes past midnight in Norway
    assert {m for m, _ in seen} == set(installation.rulebook().municipalities)
    assert {day for _, day in seen} == {FIRST}
