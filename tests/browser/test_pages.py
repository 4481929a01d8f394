"""The pages that no journey comes by, and the main ones by night."""

import pytest
from tests.browser.desk import open_case_of
from tests.browser.people import People, Visitor

pytestmark = pytest.mark.browser

SERVED = ("eksempel", "enebakk", "nordre-follo", "raelingen")


def test_what_anybody_can_read(people: People, width: int) -> None:
    anybody = people.nobody(width)
    for path in (
        "/", "/hjelp-na/", "/tilgjengelighet/", "/veien-til-hjelp/", "/logg-inn/",
        "/logg-inn/?til=/raelingen/arbeid/",
    ):  # fmt: skip
        anybody.go(path)
    for municipality in SERVED:
        anybody.go(f"/{municipality}/")
    for path in ("/finnes-ikke/", "/raelingen/finnes-ikke/"):
        anybody.go(path, status=404)


def test_a_municipality_that_is_no_more_leads_to_the_next(people: People) -> None:
    anybody = people.nobody(1280)
    anybody.go("/oppegard/")
    anybody.sees("Nordre Follo kommune")


def test_every_letter(people: People, width: int) -> None:
    for key in ("mohammed", "elle"):
        person = people.citizen(key, width)
        for case in _links(person, "/eksempel/mine-saker/", "article a"):
            for letter in _links(person, case, "main h3 a"):
                person.go(letter)


def test_saying_more_and_withdrawing(people: People, width: int) -> None:
    amina = people.citizen("amina", width)
    (case,) = _links(amina, "/eksempel/mine-saker/", "article a")[-1:]
    amina.go(case)
    amina.follow("Si mer om saken")
    amina.press("Send")
    amina.sees("Se over dette")
    amina.page.get_by_label("Hva vil du si?").fill("Jeg kan best om morgenen.")
    amina.press("Send")
    amina.sees("Jeg kan best om morgenen.")
    amina.follow("Trekk søknaden")
    amina.follow("Tilbake til saken")


def test_the_main_pages_by_night(people: People, width: int) -> None:
    per = people.citizen("per", width, color_scheme="dark")
    for path in ("/", "/hjelp-na/", "/raelingen/", "/enebakk/sok/", "/logg-inn/"):
        per.go(path)
    per.go("/enebakk/sok/hjelp/")
    per.press("Lagre og gå videre")
    per.sees("Se over dette")
    *_, case = _links(per, "/enebakk/mine-saker/", "article a")
    per.go(case)
    per.follow("Les vedtaket")
    per.go("/enebakk/mine-saker/hvem-har-lest/")

    kari = people.employee("Kari", "enebakk", width, color_scheme="dark")
    open_case_of(kari, "enebakk", "Lars")
    kari.follow("Skriv vedtak")


def _links(who: Visitor, path: str, places: str) -> list[str]:
    """Open a page, and return where the links in those places lead."""
    who.go(path)
    found = [link.get_attribute("href") for link in who.page.locator(places).all()]
    return [address for address in found if address]
