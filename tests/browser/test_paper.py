"""An application on paper, registered by an employee."""

import pytest
from tests.browser.desk import today
from tests.browser.people import People
from tests.browser.waiting import wait_for_link

pytestmark = pytest.mark.browser


def test_an_application_on_paper_is_registered(people: People, width: int) -> None:
    kari = people.employee("Kari", "raelingen", width)
    kari.go("/raelingen/arbeid/")
    kari.follow("Registrer søknad")
    page = kari.page
    page.get_by_label("Hva skriver eller sier personen?").fill("Jeg vil slutte.")
    page.get_by_label("Fødselsnummer").fill("12345678901")
    kari.press("Registrer søknaden")
    kari.sees("Se over dette", "Navn – Skriv noe her.", "Velg minst én ting.")
    assert page.get_by_label("Hva skriver eller sier personen?").input_value() == (
        "Jeg vil slutte."
    )

    page.get_by_label("På papir").check()
    page.get_by_label("Hvilken dag kom den?").fill(today().isoformat())
    page.get_by_label("Navn").fill("Prøve Papirsen")
    page.get_by_role("checkbox").first.check()
    page.get_by_label("Bor i kommunen", exact=True).check()
    page.get_by_label("Adresse for brev").fill("Prøveveien 1\n2025 Fjerdingby")
    kari.press("Registrer søknaden")
    kari.sees("Nummeret er ikke et fødselsnummer")

    page.get_by_label("Fødselsnummer").fill("")
    kari.press("Registrer søknaden")
    kari.sees("Prøve Papirsen", "Jeg vil slutte.", "registrert av en ansatt")
    wait_for_link(kari, "Vi har fått søknaden din")
    kari.sees("skriv ut og send i posten i dag")
    assert kari.download("Vi har fått søknaden din").startswith(b"%PDF")
