"""Help that is given, representatives, reports and contacts, as people meet them."""

import pytest
from tests.browser.desk import open_case_of
from tests.browser.people import People, Visitor

pytestmark = pytest.mark.browser


def test_who_is_told_of_a_change_says_what_they_mean(
    people: People, width: int
) -> None:
    tone = people.citizen("tone", width)
    tone.go("/raelingen/mine-saker/")
    tone.page.get_by_role("link", name="Oppfølging ved avhengighet").first.click()
    tone.look()
    tone.sees("Vi vurderer å endre hjelpen.")
    tone.follow("Varsel om endring")
    tone.sees("Du kan svare til og med")
    tone.follow("Tilbake til saken")
    tone.follow("Si hva du mener")
    tone.press("Send svaret")
    tone.sees("Se over dette")
    tone.follow("Tilbake til saken")
    tone.follow("Avlys en avtale")


def test_who_acts_for_another_sees_their_case_and_says_so(
    people: People, width: int
) -> None:
    berit = people.citizen("berit", width)
    berit.go("/raelingen/mine-saker/")
    berit.sees("På vegne av Knut Papirsøker")
    berit.page.get_by_role("article").get_by_role("link").first.click()
    berit.look()
    berit.sees("på vegne av Knut Papirsøker")
    berit.go("/raelingen/sok/hvem/")
    berit.sees("For Knut Papirsøker")


def test_a_person_lets_somebody_act_and_asks_nobody_without_a_yes(
    people: People, width: int
) -> None:
    ole = people.citizen("ole", width)
    ole.go("/raelingen/mine-saker/fullmakter/")
    ole.sees("Fastlegen")
    for step in ("gi-fullmakt", "gi-samtykke", "trekk-samtykke"):
        ole.go(f"/raelingen/mine-saker/fullmakter/{step}/")
    ole.go("/raelingen/mine-saker/fullmakter/gi-fullmakt/")
    ole.press("Gi fullmakt")
    ole.sees("Se over dette")
    ole.go("/raelingen/meld-bekymring/")
    ole.press("Send meldingen")
    ole.sees("Se over dette")


def test_every_step_beside_a_case_at_the_desk(people: People, width: int) -> None:
    kari = people.employee("Kari", "raelingen", width)
    open_case_of(kari, "raelingen", "Ole")
    _go_through_all(kari)
    open_case_of(kari, "raelingen", "Ole")
    kari.follow("Fullmakter, samtykker og alle saker")
    for step in ("Registrer fullmakt", "Registrer samtykke", "Meld om inhabilitet"):
        kari.follow(step)
        kari.follow("Tilbake til personen")
    kari.go("/raelingen/arbeid/ny-melding/")
    kari.press("Registrer meldingen")
    kari.sees("Se over dette")


def test_every_step_of_a_service_at_the_desk(people: People, width: int) -> None:
    ali = people.employee("Ali", "raelingen", width)
    open_case_of(ali, "raelingen", "Tone")
    _go_through_all(ali)
    ali.go("/raelingen/arbeid/ny-kontakt/")
    ali.page.get_by_label("Nei. Da lagrer vi ingenting.").check()
    ali.press("Lagre kontakten")
    ali.sees("Se over dette")


def _go_through_all(who: Visitor) -> None:
    """Open every step that the case page offers, one after the other."""
    places = who.page.locator(".ff-actions a, .ff-steps a")
    found = [link.get_attribute("href") for link in places.all()]
    assert found
    for address in found:
        who.go(str(address))
