"""Editions of a pack: two people, from a day to come, seen by all, never half."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.db.utils import DatabaseError

from fotfeste.access.models import Employee
from fotfeste.ledger.fence import fenced
from fotfeste.ledger.log import ConflictError
from fotfeste.office import editions, installation
from fotfeste.office.edition_check import (
    LONGEST,
    EditionRefusedError,
    Lack,
    approved_of,
    book_with,
    judged,
)
from fotfeste.office.editions import By, State
from fotfeste.office.handle import OSLO
from fotfeste.office.keeping_up import look_once
from fotfeste.rulebook.editions import Edition

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=OSLO)
OLA = By(UUID(int=1), "Ola Leder", NOW)
BERIT = By(UUID(int=2), "Berit Sjef", NOW)
FIRST = date(2026, 4, 1)
pytestmark = pytest.mark.django_db


def text(day=FIRST, *changes, municipality="raelingen", file="2020-01-01"):
    source = installation.folder_texts()[f"municipalities/{municipality}/{file}.yaml"]
    made = source.replace(f"valid_from: {file}", f"valid_from: {day}")
    for old, new in changes:
        assert old in made
        made = made.replace(old, new)
    return made


def edition(day=FIRST, *changes):
    return Edition("raelingen", day, text(day, *changes))


FREE = ("price: Tjenesten er gratis.", "price: Alt hos oss er gratis.")
BROKEN = ("second_person: false", "second_person: kanskje")


def refused(lack, do, *arguments, **more):
    with pytest.raises(EditionRefusedError) as no:
        do(*arguments, **more)
    assert no.value.lack is lack
    return no.value


def proposed(*changes, day=FIRST, by=OLA):
    draft = editions.begin(edition(day, *(changes or [FREE])), by)
    return editions.propose(draft, by, installation.rulebook())


def approved(*changes, day=FIRST):
    book = installation.rulebook()
    return editions.approve(proposed(*changes, day=day), BERIT, book)


def test_an_edition_holds_from_its_day_and_what_was_before_ends(book):
    approved()
    after = installation.rulebook()
    assert after.pack("raelingen", FIRST).price == "Alt hos oss er gratis."
    before = after.pack("raelingen", FIRST - timedelta(days=1))
    assert before.price == "Tjenesten er gratis."
    assert before.valid_to == date(2026, 3, 31)
    assert book.pack("raelingen", FIRST).price == "Tjenesten er gratis.", "is no other"
    assert after.pack("enebakk", FIRST) is book.pack("enebakk", FIRST)
    assert len(after.terms()) == len(book.terms())


def test_what_events_keep_tells_of_the_editions_of_that_municipality_only(book):
    approved()
    after = installation.rulebook()
    assert book.fingerprint("raelingen") == book.digest
    kept = after.fingerprint("raelingen")
    assert kept.startswith(f"{book.digest}+") and kept != book.digest
    assert after.fingerprint("enebakk") == book.digest


def test_a_successors_editions_are_told_by_the_cases_it_took_over(book):
    then = book.with_packs("nordre-follo", book.packs["nordre-follo"], "abc")
    assert then.fingerprint("oppegard") == f"{book.digest}+abc"


def test_another_process_sees_it_when_it_looks_and_not_before(monkeypatch):
    approved()
    monkeypatch.setattr(installation, "_learnt", {})
    assert installation.rulebook().editions == {}
    assert installation.learn_editions() is True
    assert set(installation.rulebook().editions) == {"raelingen"}
    assert installation.learn_editions() is False, "nothing new"


def test_to_ask_for_the_rulebook_asks_no_database(django_assert_num_queries):
    approved()
    with django_assert_num_queries(0):
        installation.rulebook()
    with django_assert_num_queries(1):
        installation.learn_editions()


def test_a_database_that_is_away_leaves_what_is_known(monkeypatch, caplog):
    approved()
    known = installation.rulebook()

    def away():
        raise DatabaseError("away")

    monkeypatch.setattr("fotfeste.office.approved.stamp", away)
    monkeypatch.setattr(connection, "close", lambda: None)
    look_once()
    assert installation.rulebook() is known
    assert "Could not look" in caplog.text


def test_an_edition_that_has_become_unsound_leaves_what_was_known(monkeypatch, caplog):
    approved()
    known = installation.rulebook().pack("raelingen", FIRST)
    with connection.cursor() as cursor, fenced("raelingen"):
        cursor.execute(
            "INSERT INTO office_edition VALUES ('raelingen', %s, '2026-05-01', 'x: 1',"
            " 1, 'approved', %s, %s, '[]')",
            [UUID(int=9), UUID(int=1), UUID(int=2)],
        )
    assert installation.learn_editions() is True
    assert installation.rulebook().pack("raelingen", FIRST) is known
    assert "The editions of «raelingen» has faults" in caplog.text
    monkeypatch.setattr(installation, "_learnt", {})
    with pytest.raises(installation.UnsoundRulebookError, match="2026-05-01"):
        installation.learn_editions(strict=True)


def test_nobody_approves_their_own():
    refused(
        Lack.SAME_PERSON, editions.approve, proposed(), OLA, installation.rulebook()
    )


def test_the_database_too_asks_for_two_people():
    kept = proposed()
    with pytest.raises(DatabaseError, match="two_people"), fenced("raelingen"):
        connection.cursor().execute(
            "UPDATE office_edition SET state = 'approved', approved_by = proposed_by,"
            " version = version + 1 WHERE id = %s",
            [kept.id],
        )


@pytest.mark.parametrize(
    "change",
    [
        "text = 'x'",
        "valid_from = '2026-05-01'",
        "state = 'withdrawn', text = 'x'",
        "trail = '[]', state = 'withdrawn'",
        "state = 'approved'",
    ],
)
def test_what_is_proposed_stands(change):
    kept = proposed()
    with pytest.raises(DatabaseError), fenced("raelingen"):
        connection.cursor().execute(
            f"UPDATE office_edition SET {change}, version = version + 1 WHERE id = %s",
            [kept.id],
        )


@pytest.mark.parametrize("order", ["DELETE FROM", "TRUNCATE"])
def test_no_edition_is_taken_away(order):
    proposed()
    with pytest.raises(DatabaseError, match="permission denied"), fenced("raelingen"):
        connection.cursor().execute(f"{order} office_edition")


def test_what_is_withdrawn_stays_so():
    kept = editions.withdraw(proposed(), OLA)
    with pytest.raises(ConflictError):
        editions.propose(kept, OLA, installation.rulebook())
    with pytest.raises(DatabaseError, match="cannot become"), fenced("raelingen"):
        connection.cursor().execute(
            "UPDATE office_edition SET state = 'draft', version = version + 1"
        )


def test_of_two_who_write_one_wins_and_the_other_is_told():
    draft = editions.begin(edition(), OLA)
    editions.write(draft, edition(FIRST, FREE), BERIT)
    with pytest.raises(ConflictError):
        editions.write(draft, edition(), OLA)
    kept = editions.one("raelingen", draft.id)
    assert FREE[1] in kept.edition.text
    assert [done.what for done in kept.trail] == ["begun", "written"]


def test_faults_are_kept_in_a_draft_and_never_proposed():
    draft = editions.begin(edition(FIRST, BROKEN), OLA)
    assert "kanskje" in editions.one("raelingen", draft.id).edition.text
    refused(Lack.FAULTY, editions.propose, draft, OLA, installation.rulebook())


def test_less_than_the_law_gives_is_refused():
    less = (
        FREE[0],
        FREE[0] + "\npromises:\n  - {id: appeal, value: 2 weeks, text: To}",
    )
    draft = editions.begin(edition(FIRST, less), OLA)
    refused(Lack.FAULTY, editions.propose, draft, OLA, installation.rulebook())
    fault = judged(draft.edition).problems[0]
    assert "no more than the law's" in fault.what
    assert fault.path == ("promises", 0, "value")


@pytest.mark.parametrize("broken", ["[", "", "a: b", "\x00", "- x", "valid_from: ja"])
def test_what_is_no_pack_is_told_and_kills_nothing(broken):
    found = judged(Edition("raelingen", FIRST, broken))
    assert found.rulebook is None and found.problems


@pytest.mark.parametrize("days", [-400, -1, 0])
def test_the_past_and_today_are_never_written_anew(days):
    day = NOW.date() + timedelta(days=days)
    refused(Lack.DAY_PASSED, editions.begin, edition(day), OLA)


def test_a_day_that_came_while_it_lay_there_is_refused():
    kept = proposed()
    late = replace(BERIT, at=datetime(2026, 4, 1, 8, 0, tzinfo=OSLO))
    refused(Lack.DAY_PASSED, editions.approve, kept, late, installation.rulebook())


def test_the_last_minute_of_the_day_before_is_too_late_for_all_to_see_it():
    kept = proposed()
    late = replace(BERIT, at=datetime(2026, 3, 31, 23, 59, 30, tzinfo=OSLO))
    refused(Lack.DAY_PASSED, editions.approve, kept, late, installation.rulebook())


def test_a_day_has_one_edition():
    approved()
    refused(Lack.DAY_TAKEN, editions.begin, edition(), OLA)


def test_the_day_of_a_file_in_the_folder_is_taken(monkeypatch):
    texts = {**installation.folder_texts(), edition().file: "x"}
    monkeypatch.setattr(installation, "folder_texts", lambda: texts)
    refused(Lack.DAY_TAKEN, editions.begin, edition(), OLA)


def test_two_proposed_for_one_day_are_not_both_approved():
    one, other = proposed(), proposed()
    book = installation.rulebook()
    editions.approve(one, BERIT, book)
    refused(Lack.DAY_TAKEN, editions.approve, other, BERIT, book)


def test_a_file_that_never_ends_is_refused():
    long = Edition("raelingen", FIRST, "x" * (LONGEST + 1))
    refused(Lack.TOO_LONG, editions.begin, long, OLA)


def test_a_unit_where_somebody_works_is_not_taken_away():
    with fenced("raelingen"):
        Employee.objects.create(
            municipality="raelingen", id=UUID(int=77), name="Kari", role="caseworker",
            unit="rustjenesten", valid_from=date(2020, 1, 1), valid_to=None,
        )  # fmt: skip
    gone = [
        (
            "  - id: rustjenesten\n    name: Rustjenesten\n",
            "  - id: ny\n    name: Ny\n",
        ),
        ("  deliver: rustjenesten", "  deliver: ny"),
    ]
    draft = editions.begin(edition(FIRST, *gone), OLA)
    book = installation.rulebook()
    no = refused(Lack.UNIT_IN_USE, editions.propose, draft, OLA, book)
    assert no.facts == {"units": "rustjenesten"}


def test_it_is_sent_back_with_a_comment_and_written_in_again():
    kept = proposed()
    refused(Lack.COMMENT_MISSING, editions.send_back, kept, BERIT, " ")
    back = editions.send_back(kept, BERIT, "Prisen er ikke avklart.")
    assert back.state is State.DRAFT and back.proposed_by is None
    assert back.trail[-1].comment == "Prisen er ikke avklart."
    editions.write(back, edition(), OLA)


def test_it_is_withdrawn_before_its_day_and_not_after():
    kept = approved()
    late = replace(BERIT, at=datetime(2026, 4, 1, 8, 0, tzinfo=OSLO))
    refused(Lack.IN_FORCE, editions.withdraw, kept, late)
    editions.withdraw(kept, OLA)
    assert installation.rulebook().pack("raelingen", FIRST).price == FREE[0][7:]
    assert installation.rulebook().editions == {}


def test_one_that_another_rests_on_is_not_withdrawn():
    base = approved()
    later = date(2026, 5, 1)
    short = f"valid_from: {later}\nextends: raelingen/{FIRST}\nsource: {{title: T, owner: R}}\n"
    draft = editions.begin(Edition("raelingen", later, short), OLA)
    book = installation.rulebook()
    editions.approve(editions.propose(draft, OLA, book), BERIT, book)
    refused(Lack.FAULTY, editions.withdraw, base, BERIT)


def test_no_other_municipality_sees_or_rests_on_it():
    kept = approved()
    assert editions.one("enebakk", kept.id) is None
    assert editions.all_of("enebakk") == []
    text = f"valid_from: {FIRST}\nextends: raelingen/{FIRST}\n"
    found = judged(Edition("enebakk", FIRST, text))
    assert "is not a pack one can build on" in found.problems[0].what


def test_the_book_with_it_is_what_will_be():
    kept = proposed()
    book = installation.rulebook()
    then = book_with(book, kept.edition)
    editions.approve(kept, BERIT, book)
    assert then.packs == installation.rulebook().packs
    assert then.editions == installation.rulebook().editions
    assert [e.file for e in approved_of("raelingen")] == [kept.edition.file]
