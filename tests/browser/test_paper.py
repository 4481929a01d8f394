"""An application on paper, registered by an employee."""

import pytest
from tests.browser.desk import today
from tests.browser.people import People, Visitor
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
    kari.sees("Prøve Papirsen: venter på utskrift")
    assert kari.download("Vi har fått søknaden din").startswith(b"%PDF")
    put_in_the_post(kari)


def put_in_the_post(kari: Visitor) -> None:
    """Print what waits, say that it is sent, and take it back the same day."""
    page = kari.page
    kari.go("/raelingen/arbeid/utskrift/")
    kari.sees("Prøve Papirsen", "Får brev på papir")
    kari.press("Lag en bunke av de valgte")
    kari.sees("Foran hvert brev ligger et ark med adressen")
    page.get_by_label("Lagt i posten").check()
    kari.press("Meld brevene sendt")
    kari.sees("Brevet til Prøve Papirsen er ikke skrevet ut ennå")
    batch = page.url
    assert kari.download("Åpne filen og skriv ut").startswith(b"%PDF")
    kari.go(batch)
    page.get_by_label("Lagt i posten").check()
    kari.press("Meld brevene sendt")
    kari.sees("Sendt i dag", "lagt i posten")
    kari.follow("Angre for Prøve Papirsen")
    page.get_by_label("Hvorfor?").fill("Det lå igjen på pulten.")
    kari.press("Angre")
    kari.sees("Skrevet ut, men ikke meldt sendt")
