"""Every page of made-up people in every stage, by day and by night."""

from typing import Literal

import pytest
from tests.browser.people import People

pytestmark = pytest.mark.browser

SERVED = ("eksempel", "enebakk", "nordre-follo", "raelingen")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_anybody_can_read(
    people: People, width: int, scheme: Literal["light", "dark"]
) -> None:
    anybody = people.nobody(width, color_scheme=scheme)
    for path in ("/", "/hjelp-na/", "/logg-inn/", "/logg-inn/?til=/raelingen/arbeid/"):
        anybody.go(path)
    for municipality in SERVED:
        anybody.go(f"/{municipality}/")
    for path in ("/finnes-ikke/", "/raelingen/finnes-ikke/", "/oppegard/"):
        anybody.go(path, status=404)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_cases_in_every_stage(
    people: People, width: int, scheme: Literal["light", "dark"]
) -> None:
    for key in ("nora", "jonas", "per", "sara", "mohammed", "elle"):
        person = people.citizen(key, width, color_scheme=scheme)
        person.go("/raelingen/mine-saker/")
        found = person.page.locator("article a")
        cases = [link.get_attribute("href") for link in found.all()]
        # The made-up people's own stories are the oldest; other tests add to them.
        for case in cases[-2:]:
            person.go(case or "")
            letters = person.page.locator("main h3 a")
            for letter in [link.get_attribute("href") for link in letters.all()]:
                person.go(letter or "")
        person.go("/raelingen/mine-saker/hvem-har-lest/")


def test_the_desk_by_night(people: People, width: int) -> None:
    kari = people.employee("Kari", "raelingen", width, color_scheme="dark")
    kari.go("/raelingen/arbeid/")
    cases = [a.get_attribute("href") for a in kari.page.locator("table a").all()]
    for case in cases[:4]:
        kari.go(case or "")
        steps = kari.page.locator("section[aria-labelledby=neste] .ff-actions a")
        for step in [link.get_attribute("href") for link in steps.all()]:
            kari.go(step or "")
