"""Every text in every language: nothing hard-coded, nothing lost, nothing passed off."""

import ast
import re
from html.parser import HTMLParser
from pathlib import Path
from uuid import UUID

import pytest
from babel.messages.pofile import read_po
from django.test import Client
from django.utils import translation
from scripts.catalogue import found
from tests.web.test_citizen import citizen, filled_in

from fotfeste.jobs.followers import follow
from fotfeste.letters.wording import in_language
from fotfeste.rulebook.pack import Notice
from fotfeste.web.who import office_now

pytestmark = pytest.mark.django_db
SOURCE, RULEBOOK = found.SOURCE, found.RULEBOOK
PLACES = (SOURCE / "locale", RULEBOOK / "locale")
COMPLETE = ("nn", "en")
TEMPLATES = SOURCE / "web" / "templates"
OURS = sorted(
    path
    for path in TEMPLATES.rglob("*.html")
    if "staff" not in path.relative_to(TEMPLATES).parts
)


def catalogue(place: Path, language: str):
    with (place / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language)


def ids(messages):
    return {
        (m.id if isinstance(m.id, str) else tuple(m.id), m.context)
        for m in messages
        if m.id
    }


@pytest.mark.parametrize("language", [*COMPLETE, "se"])
@pytest.mark.parametrize(
    ("place", "find"), [(PLACES[0], found.of_program), (PLACES[1], found.of_rulebook)]
)
def test_the_catalogue_holds_every_text_and_no_other(place, find, language):
    assert ids(catalogue(place, language)) == ids(find()), "make texts"


@pytest.mark.parametrize("language", COMPLETE)
@pytest.mark.parametrize("place", PLACES)
def test_the_language_is_complete(place, language):
    lacking = [
        m.id
        for m in catalogue(place, language)
        if m.id
        and (m.fuzzy or not all([m.string] if isinstance(m.string, str) else m.string))
    ]
    assert not lacking


_FILLED = re.compile(r"%\(\w+\)s|\{\w*\}|<[^>]+>")


@pytest.mark.parametrize("language", COMPLETE)
@pytest.mark.parametrize("place", PLACES)
def test_what_is_filled_in_is_the_same(place, language):
    def parts(text):
        return sorted(_FILLED.findall(text))

    wrong = [
        (one, said)
        for m in catalogue(place, language)
        if m.id
        for one, said in zip(
            [m.id] if isinstance(m.id, str) else m.id,
            [m.string] if isinstance(m.id, str) else m.string,
            strict=True,
        )
        if parts(one) != parts(said)
    ]
    assert not wrong


class _Texts(HTMLParser):
    """What of a template a person would read, or hear read."""

    def __init__(self):
        super().__init__()
        self.texts = []

    def handle_data(self, data):
        self.texts.append(data)

    def handle_starttag(self, tag, attrs):
        del tag
        heard = ("aria-label", "title", "alt", "placeholder", "content")
        self.texts += [value or "" for name, value in attrs if name in heard]


_SAME_EVERYWHERE = {
    "Fotfeste",
    "Esc",
    "width=device-width, initial-scale=1",
    "no-referrer",
}


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.name)
def test_no_text_of_a_template_is_hard_coded(file):
    text = re.sub(
        r"{%\s*blocktranslate.*?endblocktranslate\s*%}|{%.*?%}|{{.*?}}|{#.*?#}",
        "",
        file.read_text(encoding="utf-8"),
        flags=re.DOTALL,
    )
    reader = _Texts()
    reader.feed(text)
    written = {t.strip(" \n.,:–·()") for t in reader.texts}
    words = {t for t in written if re.search(r"[a-zæøå]{2}", t)}
    assert words <= _SAME_EVERYWHERE


def _code():
    web = SOURCE / "web"
    for file in (
        *web.glob("*.py"),
        *web.glob("citizen/*.py"),
        *web.glob("public/*.py"),
    ):
        if file.name not in ("urls.py", "desk_urls.py", "linked_data.py"):
            yield file


_NORWEGIAN = re.compile(r"[æøå]|^[A-ZÆØÅ][a-zæøå]+ .*[.?]$")
_STORED = {  # a consent as it was given, and a language by its own name
    "Å vurdere hva jeg trenger",
    "Det som er viktig for søknaden",
    "Bokmål",
}


@pytest.mark.parametrize("file", list(_code()), ids=lambda file: file.name)
def test_no_text_of_the_code_is_hard_coded(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    said = {
        id(argument)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and "gettext" in _called(call)
        for argument in ast.walk(call)
    }
    told = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)
    }  # docstrings
    wrong = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in said | told
        and _NORWEGIAN.search(node.value)
        and node.value not in _STORED
    ]
    assert not wrong


def _called(call):
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    return "gettext" if name == "_" else name


@pytest.mark.parametrize(
    ("address", "language", "text"),
    [
        ("/raelingen/", "nb", "Slik søker du"),
        ("/nn/raelingen/", "nn", "Slik søkjer du"),
        ("/en/raelingen/", "en", "How to apply"),
        ("/en/hjelp-na/", "en", "poison"),
        ("/nn/veien-til-hjelp/", "nn", "Vegen til hjelp"),
    ],
)
def test_the_address_says_the_language(address, language, text):
    page = Client().get(address).content.decode()
    assert f'<html lang="{language}"' in page
    assert text.casefold() in page.casefold()


def test_every_page_leads_to_itself_in_each_language():
    page = Client().get("/en/raelingen/").content.decode()
    for address in (
        "/raelingen/",
        "/nn/raelingen/",
        "/en/raelingen/",
        "/se/raelingen/",
    ):
        assert f'<a class="ds-link" href="{address}"' in page
    assert 'href="/en/raelingen/sok/"' in page, "and every link stays in it"


def test_sami_falls_back_and_says_so():
    page = Client().get("/se/raelingen/").content.decode()
    assert '<html lang="nb"' in page, "it is read aloud as what it is"
    assert "ikke oversatt til nordsamisk" in page
    assert "Davvisámegiella" in page and "Giella" in page


def test_the_desk_is_in_bokmål():
    assert Client().get("/en/raelingen/arbeid/").status_code == 404


def test_the_browser_does_not_choose_for_the_reader():
    page = Client(headers={"accept-language": "en"}).get("/raelingen/")
    assert '<html lang="nb"' in page.content.decode()


def test_who_applies_in_english_gets_letters_in_english():
    client = citizen()
    filled_in(client)
    sent = client.post("/en/raelingen/sok/kontroller/")
    assert "/en/raelingen/mine-saker/" in sent.url
    receipt = client.get(sent.url).content.decode()
    assert "application" in receipt
    pdf = client.get(sent.url.removesuffix("kvittering/") + "kvittering.pdf")
    assert pdf.content.startswith(b"%PDF")
    stream = re.search(r"([0-9a-f-]{36})", sent.url)[1]
    follow("raelingen", UUID(stream), 1, office_now())
    case = client.get(sent.url.removesuffix("kvittering/")).content.decode()
    letter = re.search(r'href="([^"]+acknowledgement/)"', case)
    shown = client.get(letter[1]).content.decode()
    assert "We have received your application" in shown


@pytest.mark.parametrize("language", ["nb", "nn", "en", "se"])
def test_dates_are_said_in_the_language(language):
    from datetime import date

    from fotfeste.letters.wording import weekday

    said = {
        "nb": "fredag 27. februar 2026",
        "nn": "fredag 27. februar 2026",
        "en": "Friday 27 February 2026",
        "se": "fredag 27. februar 2026",
    }
    with translation.override(language):
        assert weekday(date(2026, 2, 27)) == said[language]


@pytest.mark.parametrize(
    "path",
    ["/en//evil.example/x/", "/en-gb/raelingen/", "/finnes-ikke/x/y/z/", "/logg-inn/"],
)
def test_a_page_that_is_not_there_leads_to_no_other_language(path):
    page = Client().get(path).content.decode()
    assert "hreflang" not in page and "evil.example" not in page


def test_a_thing_has_one_name_in_all_languages():
    page = Client().get("/en/raelingen/tjeneste.ttl").content.decode()
    assert "/raelingen/#tjenesten" in page and "/en/" not in page
    page = Client().get("/en/raelingen/").content.decode()
    assert '"http://testserver/raelingen/"' in page


def test_a_law_that_is_said_in_english_is_not_marked_as_norwegian():
    page = Client().get("/en/raelingen/").content.decode()
    assert '<span lang="nb">Municipal Health' not in page
    assert 'lang="nb">' not in Client().get("/nn/raelingen/").content.decode().replace(
        'lang="nb" hreflang', ""
    )


def test_a_notice_is_in_the_persons_language():
    with translation.override("en"):
        assert in_language(Notice().quiet).startswith("You have")
