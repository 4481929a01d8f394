"""Every page and its errors, as people see them who set their machine differently."""

import io
import zipfile
from collections.abc import Iterable, Iterator

import pytest
from django.urls import URLPattern, URLResolver
from tests.browser.applying import NEXT
from tests.browser.desk import open_case
from tests.browser.faces import FACES, LONG_NAME, Face, Look, Looks
from tests.browser.people import People, Visitor
from tests.browser.waiting import wait_for_link

from fotfeste.demo.people import synthetic_number
from fotfeste.web import urls
from fotfeste.web.citizen.mine_person import PERSON_STEPS
from fotfeste.web.citizen.questions import QUESTIONS

pytestmark = pytest.mark.browser

EMPTY, FULL = "/enebakk", "/eksempel"
"""Where Nora has nothing, and where Per has something of everything."""
NOT_PAGES = {
    "document", "guide-style", "json-ld", "letter-pdf", "paper-form", "turtle",  # files
    "colours", "receipt-pdf",
    "leave", "sign-out", "throw-away",  # lead elsewhere
}  # fmt: skip


@pytest.fixture(scope="module")
def full(everybody: People) -> Iterator[None]:
    """Let Per have a message, two powers, two consents, and be asked for two more."""
    per = everybody.citizen("per", 1280)
    mine = f"{FULL}/mine-saker"
    per.go(f"{mine}/meldinger/")
    per.page.get_by_role("textbox").last.fill("Når er samtalen?")
    per.press("Send")
    for serial in (40, 41):
        per.go(f"{mine}/fullmakter/gi-fullmakt/")
        per.page.get_by_label("Navnet til").fill(LONG_NAME)
        per.page.get_by_label("Fødselsnummeret").fill(synthetic_number(serial))
        per.page.get_by_role("checkbox").first.check()
        per.press("Gi fullmakt")
    for source in (-1, -2):
        per.go(f"{mine}/fullmakter/gi-samtykke/")
        per.page.get_by_role("radio").nth(source).check()
        per.page.get_by_label("Hva kan de fortelle").fill("Om jeg har et sted å bo.")
        per.press("Si ja")
    for _ in range(2):
        per.go(f"{mine}/fullmakter/steng-ute/")
        per.page.get_by_role("radio").first.check()  # not Kari, who asks below
        per.press("Steng ute")
    per.go(f"{mine}/")
    per.page.locator("article a").last.click()
    reference = per.page.title().split()[1]
    wait_for_link(per, "Les vedtaket")
    _ask_for_consent(everybody.employee("Kari", "eksempel", 1280), reference)
    yield
    per.page.context.close()


def _ask_for_consent(kari: Visitor, reference: str) -> None:
    open_case(kari, "eksempel", reference)
    kari.follow("Fullmakter, samtykker og alle saker")
    for source in (0, 1):
        kari.follow("Be om samtykke")
        kari.page.get_by_role("radio").nth(source).check()
        kari.page.get_by_label("Hva skal det brukes til?").fill("Å vurdere behovet.")
        kari.page.get_by_label("Hva kan de fortelle").fill("Hvilke medisiner du får.")
        kari.press("Spør personen")
    kari.page.context.close()


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("face", FACES.values(), ids=FACES)
def test_every_page_can_be_used(people: People, face: Face) -> None:
    looks = Looks(people, face)
    nora, per = looks.of("nora"), looks.of("per")
    _read_what_anybody_can(nora)
    _ask_and_be_asked(nora)
    _see_everything(per)
    assert not looks.faults, "\n".join(looks.faults)
    assert looks.names == _pages() - NOT_PAGES | {"sign-in", "download"}


def _read_what_anybody_can(nora: Look) -> None:
    nora.open(
        "/", "/hjelp-na/", "/veien-til-hjelp/", "/tilgjengelighet/", "/logg-inn/",
        f"{FULL}/", f"{FULL}/veien-til-hjelp/", f"{FULL}/finn/", "/andre-kommuner/",
        "/nasjonalt/treatment/", f"/en{FULL}/", f"/nn{FULL}/", "/se/",
    )  # fmt: skip
    nora.open("/finnes-ikke/", f"{FULL}/finnes-ikke/", status=404)
    for words in ("sønnen min drikker", "x" * 200):
        nora.page.goto(f"{FULL}/finn/")
        nora.page.get_by_role("searchbox").fill(words)
        nora.press("Finn")
        nora.look()


def _ask_and_be_asked(nora: Look) -> None:
    """Apply without sending: each question, asked and wrongly answered."""
    nora.open(f"{EMPTY}/sok/")
    for question in QUESTIONS:
        nora.open_and_err(f"{EMPTY}/sok/{question.key}/")
    for key in ("hvem", "hjelp", "bosted"):
        nora.page.goto(f"{EMPTY}/sok/{key}/")
        if key != "hvem":  # there, an answer is chosen already
            nora.page.locator("main .ff-choice input").last.check()
        nora.press(NEXT)
        # It says what is lacking, and at last nothing is.
        nora.open(f"{EMPTY}/sok/kontroller/")
    nora.open_and_err(f"{EMPTY}/sok/vedlegg/")
    mine = f"{EMPTY}/mine-saker/"
    nora.open(mine, f"{EMPTY}/sok/")
    nora.press("Slett svarene")
    nora.open(mine, f"{mine}meldinger/", f"{mine}fullmakter/", f"{mine}hvem-har-lest/")


def _see_everything(per: Look) -> None:
    mine = f"{FULL}/mine-saker/"
    per.open(mine, f"{mine}fullmakter/", f"{mine}hvem-har-lest/")
    per.open(f"{FULL}/logget-inn/")
    per.open_and_err(f"{mine}meldinger/")
    per.open_and_err(f"{FULL}/meld-bekymring/")
    for step in PERSON_STEPS:
        per.open_and_err(f"{mine}fullmakter/{step.key}/")
    _look_into_the_case(per, mine)
    packed = per.page.request.get(f"{mine}last-ned/").body()
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        page = file.read("les-meg.html").decode()
    per.page.goto(mine)
    per.page.set_content(page)
    per.look()
    per.all.names.add("download")


def _look_into_the_case(per: Look, mine: str) -> None:
    per.page.goto(mine)
    case = str(per.page.locator("article a").last.get_attribute("href"))
    per.open(case, f"{case}kvittering/", f"{case}samtale/")
    for step in ("klage", "rett-samtalen"):
        per.open_and_err(f"{case}{step}/")
    per.page.goto(case)
    letters = per.page.locator("main h3 a").all()
    found = [str(link.get_attribute("href")) for link in letters]
    assert found
    per.open(*found)


def _pages(patterns: Iterable[object] = urls.urlpatterns) -> set[str]:
    """Return the names of all the addresses that are not the desk's."""
    found: set[str] = set()
    for one in patterns:
        if isinstance(one, URLResolver):
            found |= _pages(one.url_patterns)
        elif isinstance(one, URLPattern) and "arbeid/" not in str(one.pattern):
            found.add(str(one.name))
    return found
