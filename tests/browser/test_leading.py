"""What only a leader does: access, leave and the log, looked at in both widths."""

from datetime import timedelta

import pytest
from tests.browser.desk import open_case_of, today
from tests.browser.people import People

from fotfeste.demo.people import synthetic_number

pytestmark = pytest.mark.browser
DESK = "/enebakk/arbeid"


def test_somebody_is_given_access_stands_in_and_leaves(
    people: People, width: int
) -> None:
    leader = people.employee("Ola Leder", "enebakk", width)
    leader.go(f"{DESK}/ansatte/")
    leader.follow("Gi en ny ansatt tilgang")
    leader.press("Gi tilgang")
    leader.sees("Se over dette")
    name, page = f"Anne Ny {width}", leader.page
    page.get_by_label("Navn").fill(name)
    page.get_by_label("Fødselsnummer").fill(synthetic_number(width))
    page.locator("[name=unit]").first.check()
    leader.press("Gi tilgang")
    leader.sees(name, "Gitt av Ola Leder")
    address = page.url
    leader.go(f"{DESK}/fravaer/")
    page.get_by_label("Hvem blir borte?").select_option(index=1)
    page.get_by_label("Siste dag borte").fill(today().isoformat())
    leader.press("Registrer fravær")
    leader.sees("Se over dette")
    later = today() + timedelta(days=width)
    page.goto(address)
    page.get_by_text("Gi en ny periode", exact=True).click()
    page.get_by_label("Til og med").fill(later.replace(year=2099).isoformat())
    leader.press("Gi tilgang")
    leader.sees("Tilgang kan vare til")
    page.goto(address)
    page.get_by_text("Slutter", exact=True).click()
    leader.look()
    leader.press("Avslutt tilgangen")
    leader.sees("Har ikke tilgang lenger.")
    leader.go(f"{DESK}/ansatte/")
    leader.sees("Har sluttet")


def test_the_log_is_reviewed(people: People, width: int) -> None:
    open_case_of(
        people.employee("Kari Saksbehandler", "enebakk", width), "enebakk", "Jonas"
    )
    leader = people.employee("Ola Leder", "enebakk", width)
    for path in (
        "innsynslogg/",
        "innsynslogg/?sak=x&fra=x",
        "innsynslogg/varsler/",
        "innsynslogg/varsler/?til=2020-01-01",
        "om-meg/",
        "fravaer/",
        "roller/",
        "roller/?rolle=representative",
    ):
        leader.go(f"{DESK}/{path}")
    leader.go(f"{DESK}/innsynslogg/")
    leader.follow("Vis navnene på denne siden")
    leader.sees("Jonas Prøvesen")


def test_the_rooms_of_a_leader_by_night(people: People) -> None:
    leader = people.employee("Ola Leder", "enebakk", 1280, color_scheme="dark")
    for path in ("ansatte/", "fravaer/", "roller/", "innsynslogg/", "om-meg/"):
        leader.go(f"{DESK}/{path}")
