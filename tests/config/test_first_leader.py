"""The first leader of a municipality is given access from outside."""

import io
from argparse import Namespace

import pytest

from fotfeste.access.models import Employee
from fotfeste.config import first_leader
from fotfeste.demo.people import synthetic_number
from fotfeste.ledger.fence import fenced

pytestmark = pytest.mark.django_db


def given(monkeypatch, number, unit="tjenestekontoret"):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{number}\n"))
    asked = Namespace(municipality="raelingen", unit=unit, name="Ola Først")
    return first_leader.leader(asked)


def test_the_first_leader_is_given_access(monkeypatch, capsys):
    assert given(monkeypatch, synthetic_number(1)) == 0
    assert "is a leader until" in capsys.readouterr().out
    with fenced("raelingen"):
        assert Employee.objects.get(name="Ola Først").role == "leader"
    assert given(monkeypatch, synthetic_number(1)) == 1
    assert "has this number already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("number", "unit", "told"),
    [
        ("12345678901", "tjenestekontoret", "not a national identity number"),
        (synthetic_number(1), "romstasjonen", "No such unit"),
    ],
)
def test_what_is_wrong_is_told(monkeypatch, capsys, number, unit, told):
    assert given(monkeypatch, number, unit) == 1
    assert told in capsys.readouterr().err
