"""Access that begins on a day begins by itself."""

from datetime import timedelta

import pytest
from tests.access.employed import UNIT
from tests.web.cast import employee
from tests.web.test_leave import colleague
from tests.web.test_staff import today

from fotfeste.access import employing
from fotfeste.access.days import Days
from fotfeste.access.policy import Role
from fotfeste.jobs.followers import begin_access
from fotfeste.web.who import office_now

pytestmark = pytest.mark.django_db


def test_access_begins_for_who_has_not_signed_in(book):
    employee(book)
    office, soon = office_now(), today() + timedelta(days=3)
    giver = employing.Giver(employing.OPERATOR, office.now, today(), soon)
    access = employing.Access(UNIT, Role.LEADER, Days(soon, soon))
    kari = colleague("Kari Saksbehandler")
    employing.renew("raelingen", kari.id, access, giver)
    begin_access(int(office.now.timestamp()))
    assert colleague("Kari Saksbehandler").role == "caseworker"
    begin_access(int((office.now + timedelta(days=3)).timestamp()))
    assert colleague("Kari Saksbehandler", role="leader").id == kari.id
