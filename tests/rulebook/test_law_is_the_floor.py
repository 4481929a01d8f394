"""A municipality can promise more than the law, never less (X-05)."""

from datetime import date, timedelta

import pytest

from fotfeste.law.citation import Citation
from fotfeste.law.periods import Period, end
from fotfeste.rulebook.check import check

RAELINGEN = "municipalities/raelingen/2020-01-01.yaml"
ENEBAKK = "municipalities/enebakk/2017-08-02.yaml"


@pytest.fixture
def small(texts):
    """The national files and two municipalities, which is quicker to read."""
    keep = ("national/", "municipalities/raelingen/", "municipalities/enebakk/")
    return {file: text for file, text in texts.items() if file.startswith(keep)}


def promising(texts, period):
    promise = f"promises:\n  - id: appeal\n    value: {period}\n    text: Du har tid.\n"
    return {**texts, RAELINGEN: texts[RAELINGEN] + promise}


@pytest.mark.parametrize(
    "period", ["1 day", "3 weeks", "27 days", "28 days", "4 weeks"]
)
def test_no_more_than_the_law_is_no_promise(small, period):
    [problem] = check(promising(small, period)).problems
    assert problem.file == RAELINGEN
    assert "law" in problem.what


def test_what_is_less_than_the_law_on_some_days_is_no_promise(small):
    # From a Saturday 20 working days end on a Friday, four weeks on a Saturday.
    period = "20 working-days"
    [problem] = check(promising(small, period)).problems
    assert problem.file == RAELINGEN
    assert "law" in problem.what


@pytest.mark.parametrize(
    "period", ["29 days", "1 month", "5 weeks", "1 year", "21 working-days"]
)
def test_more_than_the_law_is_a_promise(small, period):
    checked = check(promising(small, period))
    assert checked.problems == []
    [pack] = checked.rulebook.packs["raelingen"]
    assert pack.promise("appeal").value == Period(period)


@pytest.mark.parametrize(
    ("basis", "period"),
    [
        ("hol § 3-1", "4 weeks"),
        ("hol § 3-2 første ledd nr. 6 bokstav b", "4 weeks"),
        ("hol § 3-6", "4 weeks"),
        ("hol § 7-1", "4 weeks"),
        ("pbrl § 2-5", "4 weeks"),
        ("sotjl § 18", "3 weeks"),
        ("sotjl § 27", "3 weeks"),
        ("bosl § 6", "3 weeks"),
        ("fvl § 21", "3 weeks"),
    ],
)
@pytest.mark.parametrize("year", [2012, 2017, 2025, 2026])
def test_the_legal_basis_decides_the_period_to_appeal(book, basis, period, year):
    on = date(year, 8, 2)
    route = book.appeal_route(Citation(basis), on)
    assert book.term(route.term, on).length == Period(period)


def test_every_offer_of_every_pack_can_be_appealed_for_at_least_the_laws_period(book):
    for packs in book.packs.values():
        for pack in packs:
            for offer in pack.offers:
                day = pack.valid_from
                route = book.appeal_route(offer.basis[0], day)
                length = book.term(route.term, day).length
                floor = (
                    "4 weeks" if offer.basis[0].law in {"hol", "pbrl"} else "3 weeks"
                )
                assert length == Period(floor), (pack.source.title, offer.id)


def test_what_a_page_has_printed_changes_no_period(small):
    said = "value: 3 weeks"
    assert small[ENEBAKK].count(said) == 1
    for printed in ("1 week", "3 weeks", "6 weeks"):
        texts = {
            **small,
            ENEBAKK: small[ENEBAKK].replace(said, f"value: {printed}"),
        }
        book = check(texts).rulebook
        on = date(2017, 8, 2)
        route = book.appeal_route(Citation("hol § 3-2"), on)
        assert book.term(route.term, on).length == Period("4 weeks")


@pytest.mark.parametrize(
    ("printed", "notes"),
    [("3 weeks", 1), ("27 days", 1), ("4 weeks", 0), ("6 weeks", 0)],
)
def test_only_what_is_less_than_the_law_gets_a_note(small, printed, notes):
    small[ENEBAKK] = small[ENEBAKK].replace("value: 3 weeks", f"value: {printed}")
    assert len(check(small).notes) == notes


@pytest.mark.parametrize(
    ("printed", "notes"),
    [("4 weeks", 0), ("28 days", 0), ("1 month", 0), ("30 days", 1), ("6 weeks", 1)],
)
def test_more_time_to_answer_than_the_law_gives_gets_a_note(small, printed, notes):
    small[RAELINGEN] += (
        "published:\n  - term: preliminary-answer\n"
        f"    value: {printed}\n    where: Kommunens side\n"
    )
    found = [note for note in check(small).notes if note.file == RAELINGEN]
    assert len(found) == notes
    assert all("1 month" in note.what for note in found)


def test_no_text_of_a_pack_says_how_many_weeks_one_has_to_appeal(book):
    for packs in book.packs.values():
        for pack in packs:
            words = " ".join(pack.appeal).lower()
            assert "uke" not in words, pack.source.title
            assert "siste dag" in words, pack.source.title


def test_four_weeks_are_never_shorter_than_three(book):
    for days in range(0, 800, 7):
        day = date(2026, 1, 1) + timedelta(days)
        assert end(day, Period("4 weeks"), book.calendar) > end(
            day, Period("3 weeks"), book.calendar
        )
