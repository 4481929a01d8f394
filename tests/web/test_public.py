"""The public pages: nothing stored, nothing asked of the database, help on every one."""

import pytest
from django.test import Client

from fotfeste.rulebook.book import NoRuleInForceError, Rulebook
from fotfeste.rulebook.pack import Pack

MUNICIPALITIES = ("raelingen", "enebakk", "nordre-follo", "eksempel")
PAGES = ("/", "/hjelp-na/", *(f"/{key}/" for key in MUNICIPALITIES))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_informs_needs_no_database_and_leaves_no_trace(page):
    """Without the database fixture, any query would fail the test."""
    response = Client().get(page)
    assert response.status_code == 200
    assert not response.cookies


@pytest.mark.parametrize("page", [*PAGES, "/finnes-ikke/", "/raelingen/finnes-ikke/"])
def test_help_stands_on_every_page_also_where_nothing_is_found(page):
    text = Client().get(page).content.decode()
    for number in ("tel:113", "tel:112", "tel:116117", "tel:22591300", "tel:91508588"):
        assert number in text, number
    assert "RUStelefonen 08588" in text


def test_the_page_for_when_all_else_fails_has_the_numbers_of_the_rulebook(book):
    from datetime import date

    from django.template.loader import render_to_string

    text = render_to_string("500.html")
    for line in book.lines(date(2026, 11, 22)).lines:
        if line.urgent or line.id == "substance-line":
            assert f"tel:{line.phone.replace(' ', '')}" in text, line.name


def test_a_municipality_that_has_ended_leads_to_its_successor():
    assert Client().get("/oppegard/").url == "/nordre-follo/"


@pytest.mark.parametrize("key", ["standard", "mordor", "oppegard/mine-saker"])
def test_what_is_not_served_is_not_found(key):
    assert Client().get(f"/{key}/").status_code in (302, 404)


@pytest.mark.parametrize("key", MUNICIPALITIES)
def test_everything_in_the_pack_stands_on_its_page(book, key):
    import html
    from datetime import date

    pack = book.pack(key, date(2026, 11, 22))
    text = html.unescape(Client().get(f"/{key}/").content.decode())
    assert isinstance(pack, Pack)
    for said in (
        pack.service, pack.lead, pack.price, *pack.audience, *pack.conditions,
        *pack.content, *pack.process, *pack.waiting, *pack.appeal, *pack.expect_of_us,
        *pack.expect_of_you, *pack.partners, *(o.name for o in pack.offers),
        *(o.what for o in pack.offers), *(u.name for u in pack.units),
        *(n.what for n in pack.not_offered), *(p.text for p in pack.promises),
        *(c.text for c in pack.channels), *(s.title for s in pack.sections),
    ):  # fmt: skip
        assert said in text, said


def test_a_rule_that_is_lacking_is_a_fault_of_ours_and_nothing_that_is_not_found(
    monkeypatch,
):
    def lacking(book, on):
        raise NoRuleInForceError(f"No national guidance is in force on {on}.")

    monkeypatch.setattr(Rulebook, "national_guidance", lacking)
    client = Client(raise_request_exception=False)
    for page in ("/", "/raelingen/"):
        assert client.get(page).status_code == 500
    assert "Noe gikk galt hos oss" in client.get("/").content.decode()
    assert client.get("/mordor/").status_code == 404


def test_the_headers_keep_others_out():
    response = Client().get("/")
    policy = response["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("page", ["/", "/raelingen/", "/hjelp-na/"])
def test_no_page_fetches_anything_from_elsewhere(page):
    import re

    text = Client().get(page).content.decode()
    for address in re.findall(r'(?:src|href)="([^"]+)"', text):
        ours = ("/", "#", "tel:", "http://testserver/")  # whole, for search engines
        assert address.startswith(ours), address


def test_posting_to_a_page_that_informs_is_refused():
    assert Client().post("/raelingen/").status_code == 405
