"""A person applies, is heard, gets a yes, and sees who has read the file."""

import pytest
from tests.browser.applying import Answers, apply, open_mine
from tests.browser.desk import handle_to_proposal
from tests.browser.people import People
from tests.browser.waiting import wait_for_link

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_person_gets_help(people: People, width: int, scripts: bool) -> None:
    nora = people.citizen("nora", width, java_script_enabled=scripts)
    reference = apply(nora, "raelingen")
    nora.follow("Se saken min")
    wait_for_link(nora, "Vi har fått søknaden din")

    kari = people.employee("Kari", "raelingen", width)
    handle_to_proposal(kari, "raelingen", reference, "Ja", "Ja")
    kari.sees("Vedtaket er gjort", *Answers().words())

    nora.page.reload()
    wait_for_link(nora, "Les vedtaket")
    nora.follow("Les vedtaket")
    nora.sees("Vedtak", "Derfor ble det ja.", "Én time i uka", reference)
    assert nora.download("Last ned PDF").startswith(b"%PDF")

    open_mine(nora, "raelingen", reference)
    nora.sees("Vedtaket ble åpnet")
    nora.follow("Se hvem som har lest saken din")
    nora.sees("Kari Saksbehandler", "Arbeider i enheten som har saken din")
