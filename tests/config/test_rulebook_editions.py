"""`fotfeste rulebook export` and `import`: what one writes, the other reads."""

from argparse import Namespace
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta

import pytest
from tests.office.test_editions import BERIT, OLA, edition

from fotfeste.config import rulebook_check, rulebook_editions
from fotfeste.office import editions, installation
from fotfeste.office.handle import OSLO

pytestmark = pytest.mark.django_db
DAY = (datetime.now(UTC).astimezone(OSLO) + timedelta(days=9)).date()  # noqa: TID251


@pytest.fixture(autouse=True)
def set_up_already(monkeypatch):
    monkeypatch.setattr(rulebook_editions, "set_up", nullcontext)


@pytest.fixture
def approved():
    book = installation.rulebook()
    draft = editions.begin(edition(DAY), OLA)
    return editions.approve(editions.propose(draft, OLA, book), BERIT, book)


def export(folder, *municipalities):
    return rulebook_editions.export(
        Namespace(folder=folder, municipality=list(municipalities))
    )


def read_in(file, municipality="raelingen"):
    return rulebook_editions.read_in(Namespace(file=file, municipality=municipality))


def test_what_is_exported_is_read_in_as_the_same_draft(approved, tmp_path):
    assert export(tmp_path) == 0
    written = tmp_path / approved.edition.file
    assert written.read_text("utf-8") == approved.edition.text
    editions.withdraw(approved, OLA)
    assert read_in(written) == 0
    kept = next(k for k in editions.all_of("raelingen") if k.state == "draft")
    assert kept.edition == approved.edition


def test_a_folder_with_the_file_is_sound_and_means_the_same(approved, tmp_path):
    export(tmp_path)
    texts = dict(installation.folder_texts())
    old = "municipalities/raelingen/2020-01-01.yaml"
    last = DAY - timedelta(days=1)
    texts[old] = texts[old].replace("\nsource:", f"\nvalid_to: {last}\nsource:", 1)
    texts[approved.edition.file] = (tmp_path / approved.edition.file).read_text("utf-8")
    from fotfeste.rulebook.check import check

    result = check(texts)
    assert result.problems == []
    assert result.rulebook.packs == installation.rulebook().packs


def test_a_file_that_says_something_else_is_left(approved, tmp_path, capsys):
    export(tmp_path)
    file = tmp_path / approved.edition.file
    assert export(tmp_path) == 0, "the same again is nothing new"
    file.write_text("mine", "utf-8")
    assert export(tmp_path, "raelingen") == 1
    assert file.read_text("utf-8") == "mine"
    assert "left as it is" in capsys.readouterr().err


def test_what_is_not_there_is_not_exported(tmp_path, capsys):
    assert export(tmp_path, "enebakk") == 1
    assert "enebakk" in capsys.readouterr().err


def test_a_file_with_faults_becomes_a_draft_and_the_faults_are_told(tmp_path, capsys):
    file = tmp_path / "x.yaml"
    file.write_text(f"valid_from: {DAY}\nprice: x\n", "utf-8")
    assert read_in(file) == 1
    assert "missing required field" in capsys.readouterr().out
    assert [k.edition.text for k in editions.all_of("raelingen")] == [
        file.read_text("utf-8")
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"\xff", "cannot be read"), (b"price: x", "no valid_from"), (b"[", "no valid_from"),
     (b"valid_from: 2020-01-01", "day-passed")],
)  # fmt: skip
def test_what_cannot_be_a_draft_is_told(tmp_path, capsys, content, told):
    file = tmp_path / "x.yaml"
    file.write_bytes(content)
    assert read_in(file) == 1
    assert told in capsys.readouterr().err
    assert editions.all_of("raelingen") == []


def test_a_file_for_nobody_is_told(tmp_path, capsys):
    file = tmp_path / "x.yaml"
    file.write_text("x: 1", "utf-8")
    assert read_in(file, "tull") == 1
    assert "raelingen" in capsys.readouterr().err
    assert read_in(tmp_path / "none.yaml") == 1


def test_the_editions_of_the_installation_are_checked(approved, capsys):
    checked = Namespace(folder=installation._folder(), editions=True)
    assert rulebook_check.check(checked) == 0
    assert "1 editions, 0 to mend." in capsys.readouterr().out
