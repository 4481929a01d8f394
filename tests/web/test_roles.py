"""The table of what each role may do: every command, and just what the rules say."""

from uuid import UUID

import pytest
from tests.web.cast import citizen, employee

from fotfeste.access.duties import MAY_ALSO, Duty
from fotfeste.access.models import Employee
from fotfeste.access.policy import MAY, SCOPE, Actor, Relation, Role, may_give
from fotfeste.office.handle import OSLO
from fotfeste.procedures.person.stages import NOTHING_KNOWN
from fotfeste.web.staff.opening import NEW_CARE, OPENINGS
from fotfeste.web.staff.roles import ALL, DUTIES, ROLES, WITHOUT_STEP, table, titles
from fotfeste.web.staff.steps import STEPS
from fotfeste.web.who import Colleague, office_now

PAGE = "/raelingen/arbeid/roller/"


def rows(municipality):
    actor = Actor(municipality, Role.LEADER, UUID(int=1), "")
    who = Colleague(actor, Employee(municipality=municipality), office_now())
    return [row for _, group in table(who) for row in group]


def test_every_command_and_every_duty_stands_in_the_table_once():
    found = [row.command for row in rows("raelingen")]
    assert len(found) == len(set(found))
    assert set(found) == {*MAY, *Duty}


def test_words_are_written_only_where_no_step_has_them():
    steps = {step.command for step in STEPS}
    opened = {opening.command for opening in [*OPENINGS.values(), NEW_CARE]}
    assert not set(WITHOUT_STEP) & (steps | opened)
    assert all(str(title).strip() for title in titles().values())
    assert set(DUTIES) == set(Duty) == set(MAY_ALSO)
    assert set(ROLES) == set(Role)


@pytest.mark.parametrize("municipality", ["raelingen", "enebakk", "nordre-follo"])
def test_every_cell_says_what_the_rule_says(book, municipality):
    today = office_now().now.astimezone(OSLO).date()
    pack = book.desk_pack(municipality, today)
    relation = Relation(None, NOTHING_KNOWN, pack, today)
    for row in rows(municipality):
        if isinstance(row.command, Duty):
            assert set(row.may) == MAY_ALSO[row.command]
            continue
        for role in (Role.CASEWORKER, Role.LEADER):
            for unit in pack.units:
                actor = Actor(municipality, role, UUID(int=1), unit.id)
                told = row.may[role]
                says = told == ALL or unit.name in told
                assert says == may_give(row.command, actor, relation), row.title
        roles = MAY[row.command]
        assert (Role.CITIZEN in row.may) == (Role.CITIZEN in roles)
        assert (Role.SYSTEM in row.may) == (Role.SYSTEM in roles)
        assert (Role.REPRESENTATIVE in row.may) == (row.command in SCOPE)


@pytest.mark.django_db
def test_the_table_is_shown_and_filtered_by_role(book):
    ola = employee(book, role="leader")
    every = ola.get(PAGE).content.decode()
    for title in titles().values():
        assert str(title) in every
    mine = ola.get(PAGE, {"rolle": "caseworker"}).content.decode()
    assert "Godkjenn vedtaket" in every and "Godkjenn vedtaket" not in mine
    assert '?rolle=caseworker" aria-current="true">' in mine
    assert "Godkjenn vedtaket" in ola.get(PAGE, {"rolle": "x"}).content.decode()


@pytest.mark.django_db
def test_every_employee_may_read_it_and_nobody_else(book):
    assert employee(book).get(PAGE).status_code == 200
    assert employee(book, "enebakk").get(PAGE).status_code == 302
    assert citizen().get(PAGE).status_code == 302
