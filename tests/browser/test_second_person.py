"""Where a second person approves: never the proposer, and not without a look."""

import pytest
from tests.browser.applying import apply, open_mine
from tests.browser.desk import handle_to_proposal, propose
from tests.browser.people import People
from tests.browser.waiting import wait_for_link

pytestmark = pytest.mark.browser


def test_a_second_person_approves(people: People, width: int) -> None:
    nora = people.citizen("nora", width)
    kari = people.employee("Kari", "eksempel", width)
    ola = people.employee("Ola", "eksempel", width)
    reference = apply(nora, "eksempel")
    handle_to_proposal(ola, "eksempel", reference, "Ja", "Ja")
    ola.sees("Venter på godkjenning")

    # A leader may approve, but not what is their own; a caseworker may not at all.
    case = ola.page.url
    assert not ola.page.get_by_role("link", name="Godkjenn vedtaket").count()
    ola.go(f"{case}godkjenn/")
    assert ola.page.url == case
    kari.go(f"{case}godkjenn/", status=403)
    kari.sees("Du har ikke tilgang til dette")

    ola.follow("Send tilbake")
    ola.sees("Derfor ble det ja.")
    ola.press("Send tilbake")
    ola.sees("Se over dette")
    ola.page.get_by_label("Hva må endres?").fill("Skriv hvor ofte samtalene er.")
    ola.press("Send tilbake")

    kari.go(case)
    kari.sees("Skriv hvor ofte samtalene er.")
    propose(kari, "Ja", "Ja")

    ola.page.reload()
    ola.follow("Godkjenn vedtaket")
    ola.press("Godkjenn og send")
    ola.sees("Vedtaket er gjort")

    open_mine(nora, "eksempel", reference)
    wait_for_link(nora, "Les vedtaket")
    nora.follow("Les vedtaket")
    nora.sees("Kari Saksbehandler", "Ola Leder")
