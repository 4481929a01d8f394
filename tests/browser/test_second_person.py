"""Where a second person approves: never the proposer, and not without a look."""

import pytest
from tests.browser.applying import apply, open_mine
from tests.browser.desk import handle_to_proposal, open_case, propose
from tests.browser.people import People
from tests.browser.waiting import wait_for_link

pytestmark = pytest.mark.browser


def test_a_leader_sends_back_and_then_approves(people: People, width: int) -> None:
    nora = people.citizen("nora", width)
    kari = people.employee("Kari", "eksempel", width)
    ola = people.employee("Ola", "eksempel", width)
    reference = apply(nora, "eksempel")
    handle_to_proposal(kari, "eksempel", reference, "Ja", "Ja")
    kari.sees("Venter på godkjenning")
    case = kari.page.url
    kari.go(f"{case}godkjenn/", status=403)
    kari.sees("Du har ikke tilgang til dette")

    open_case(ola, "eksempel", reference)
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


def test_a_leader_does_not_approve_their_own_proposal(people: People) -> None:
    nora = people.citizen("nora", 1280)
    ola = people.employee("Ola", "eksempel", 1280)
    reference = apply(nora, "eksempel")
    handle_to_proposal(ola, "eksempel", reference, "Ja", "Ja")
    assert not ola.page.get_by_role("link", name="Godkjenn vedtaket").count()
    case = ola.page.url
    ola.go(f"{case}godkjenn/")
    assert ola.page.url == case
