"""The way to help, the search and the way out, as somebody meets them."""

import pytest
from playwright.sync_api import expect
from tests.browser.people import People

from fotfeste.web.leaving import ELSEWHERE

pytestmark = pytest.mark.browser

OUT_OF_REACH = "chrome-error://chromewebdata/"
"""Where one comes from a test, whose browser reaches no other machine."""


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_doors_shut_as_one_answers_and_nothing_is_sent(
    people: People, width: int, scripts: bool
) -> None:
    somebody = people.nobody(width, java_script_enabled=scripts)
    page, sent = somebody.page, []
    somebody.go("/raelingen/veien-til-hjelp/")
    somebody.look()
    page.on("request", lambda request: sent.append(request.url))
    emergency = page.get_by_role("heading", name="Ring 113", exact=True)
    apply = page.get_by_role("link", name="Søk om hjelp nå")
    assert emergency.is_visible() and apply.is_visible()
    page.get_by_label("Nei, det kan vente litt").check()
    assert not emergency.is_visible() and apply.is_visible()
    page.get_by_label("Ja, det er fare for liv").check()
    assert emergency.is_visible() and not apply.is_visible()
    page.get_by_role("button", name="Begynn på nytt").click()
    assert emergency.is_visible() and apply.is_visible()
    assert sent == [] and page.url.endswith("/veien-til-hjelp/")


def test_everyday_words_find_help(people: People, width: int) -> None:
    somebody = people.nobody(width)
    somebody.go("/raelingen/")
    somebody.page.get_by_label("Skriv med dine egne ord").fill("sønnen min drikker")
    somebody.press("Finn")
    somebody.sees("Støtte til pårørende", "Ring Pårørendetelefonen")
    somebody.look()
    somebody.page.get_by_label("Skriv med dine egne ord").fill("xyzzy")
    somebody.press("Finn")
    somebody.sees("Vi fant ikke noe om «xyzzy»")
    somebody.look()


def test_one_key_leads_out_and_the_way_back_is_shut(people: People, width: int) -> None:
    nora = people.nobody(width)  # a session of its own, for it ends here
    page = nora.page
    nora.go("/logg-inn/")
    nora.come(page.locator("button[value='nora']"))
    nora.go("/raelingen/mine-saker/")
    with page.expect_request(ELSEWHERE):
        page.keyboard.press("Escape")
    expect(page).to_have_url(OUT_OF_REACH)
    page.go_back()
    assert "/mine-saker/" not in page.url, (
        "the page that was left is not in the history"
    )
    again = page.context.new_page()  # the first may still be on its way somewhere
    again.goto("/raelingen/mine-saker/")
    assert "/logg-inn/" in again.url, "and who left is signed out"


def test_one_writes_and_is_asked_for_a_consent(people: People, width: int) -> None:
    nora = people.citizen("nora", width)
    nora.go("/raelingen/mine-saker/meldinger/")
    nora.look()
    nora.page.get_by_label("Hva vil du spørre om, eller si?").fill("Når er samtalen?")
    nora.press("Send")
    nora.sees("Når er samtalen?", "Du får svar senest")
    nora.look()
