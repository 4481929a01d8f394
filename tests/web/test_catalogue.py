"""The catalogue: written as data, checked, approved by a second person, from a day."""

import re
from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.cast import begun, citizen, employee

from fotfeste.demo.stories import apply
from fotfeste.ledger import log
from fotfeste.office import editions, installation
from fotfeste.office.handle import OSLO
from fotfeste.procedures.kinds import governing_pack, replay
from fotfeste.rulebook.pack import Pack
from fotfeste.web import who
from fotfeste.web.staff.catalogue.part_form import form_of
from fotfeste.web.staff.catalogue.parts import PARTS, WHOLE_FILE_ONLY, asked
from fotfeste.web.staff.catalogue.words import words
from fotfeste.web.who import office_now

pytestmark = pytest.mark.django_db
CATALOGUE = "/raelingen/arbeid/katalog/"


def today():
    return office_now().now.astimezone(OSLO).date()


def in_days(days):
    return today() + timedelta(days=days)


@pytest.fixture
def ola(book):
    return employee(book, role="leader")


@pytest.fixture
def berit(book):
    return employee(book, step="deliver", role="leader")


def begin(client, days=10, **more):
    sent = client.post(CATALOGUE, {"valid_from": str(in_days(days)), **more})
    assert sent.status_code == 302, sent.content.decode()
    return sent.url


def page(client, url, **more):
    return client.get(url, more).content.decode()


def seen(client, url):
    return re.search(r'name="seen" value="(\d+)"', page(client, url))[1]


def fields(text):
    """Return what a browser would send of the form on the page."""
    form = text[text.index('<form method="post" novalidate>') :]
    found = {}
    for name, value in re.findall(
        r'<input type="(?:text|hidden|date|number)" name="([^"]+)"(?: value="([^"]*)")?',
        form,
    ):
        found[name] = value
    for name, value in re.findall(
        r'<textarea name="([^"]+)"[^>]*>\n?([^<]*)</textarea>', form
    ):
        found[name] = value
    for tag in re.findall(r"<input [^>]*checked[^>]*>", form):
        name, value = (
            re.search(r'name="([^"]+)"', tag)[1],
            re.search(r'value="([^"]*)"', tag)[1],
        )
        found.setdefault(name, []).append(value)
    return found


def write(client, url, **changed):
    """Fill in the page as it stands, with some of it changed, and send it."""
    text = page(client, url)
    return client.post(url, {**fields(text), "seen": seen(client, url), **changed})


def do(client, url, what, **more):
    return client.post(url, {"do": what, "seen": seen(client, url), **more})


def approved(ola, berit, days=10):
    url = begin(ola, days)
    assert write(ola, f"{url}skriv/siden/", price="Alt hos oss er gratis.").url == url
    assert do(ola, url, "propose").status_code == 302
    assert do(berit, url, "approve").status_code == 302
    return url


@pytest.fixture
def later(monkeypatch):
    """Let days pass for every page."""

    def pass_days(days):
        class Later(datetime):
            @classmethod
            def now(cls, tz=None):
                return super().now(tz) + timedelta(days=days)

        monkeypatch.setattr(who, "datetime", Later)

    return pass_days


def test_from_a_draft_to_what_citizens_see_on_its_day(ola, berit, later):
    url = approved(ola, berit)
    public = Client().get("/raelingen/").content.decode()
    assert "Alt hos oss er gratis." not in public
    later(9)
    assert "Alt hos oss er gratis." not in Client().get("/raelingen/").content.decode()
    later(10)
    assert "Alt hos oss er gratis." in Client().get("/raelingen/").content.decode()
    assert "Gjelder nå" in page(
        employee(installation.rulebook(), role="leader"), CATALOGUE
    )
    assert url


def test_a_case_keeps_its_rules_and_a_new_case_has_the_new(ola, berit, later):
    before = apply(begun("raelingen", "jonas", days_ago=1))
    url = begin(ola, 10)
    write(ola, f"{url}skriv/saken/", second_person="yes")
    do(ola, url, "propose")
    do(berit, url, "approve")
    later(11)
    after = apply(begun("raelingen", "amina", days_ago=0))
    book = installation.rulebook()

    def governed(story):
        history = log.read("raelingen", story.stream, story.office.keys)
        case = replay(history.kind, history.events)
        return governing_pack(case, "raelingen", book, in_days(11)), history

    assert governed(before)[0].second_person is False
    assert governed(after)[0].second_person is True


def test_the_page_as_citizens_will_see_it_is_shown_before_it_is(ola):
    url = begin(ola)
    write(ola, f"{url}skriv/siden/", lead="Vi er her for deg hver dag.")
    text = page(ola, f"{url}vis/", dag=str(in_days(20)))
    assert "Vi er her for deg hver dag." in text
    assert "Forhåndsvisning" in text
    assert (
        "Vi er her for deg hver dag."
        not in Client().get("/raelingen/").content.decode()
    )
    assert page(ola, f"{url}vis/", dag="x") and page(
        ola, f"{url}vis/", dag="1900-01-01"
    )
    assert "Forhåndsvisning" in page(ola, f"{CATALOGUE}vis/{today()}/")


@pytest.mark.parametrize("day", ["1900-01-01", "x", "2026-13-01"])
def test_a_day_without_a_version_is_not_there(ola, day):
    assert ola.get(f"{CATALOGUE}vis/{day}/").status_code == 404
    assert ola.get(f"{CATALOGUE}fil/{day}.yaml").status_code == 404


def test_an_offer_is_written_as_data_and_the_rest_of_the_file_stands(ola):
    url = begin(ola)
    sent = write(ola, f"{url}skriv/tilbud/hap/", name="Slutte med hasj", apply="no")
    assert sent.url == url
    kept = editions.all_of("raelingen")[0]
    assert "name: Slutte med hasj" in kept.edition.text
    assert "# The right to help stands in hol § 3-1" in kept.edition.text
    text = page(ola, url)
    assert "Tilbud: Slutte med hasj: Hva heter det?" in text
    assert "Hasjavvenning (HAP)" in text
    assert "Tatt bort: " in text


def test_an_offer_is_added_with_a_key_of_its_own_and_taken_away(ola):
    url = begin(ola)
    new = f"{url}skriv/tilbud/ny/"
    sent = {
        "seen": seen(ola, new), "name": "Gåtur på lørdag", "what": "Vi går tur.",
        "basis": "hol § 3-2 første ledd nr. 5", "decision": "no", "price": "Gratis",
        "apply": "no", "for_whom": "self", "topics": ["talk"],
    }  # fmt: skip
    assert ola.post(new, sent).url == url
    assert "id: gatur-pa-lordag" in editions.all_of("raelingen")[0].edition.text
    own = f"{url}skriv/tilbud/gatur-pa-lordag/"
    assert write(ola, own, fjern="ja").url == url
    assert "gatur" not in editions.all_of("raelingen")[0].edition.text
    assert ola.get(own).status_code == 404


def test_a_fault_stands_beside_what_it_is_about_and_nothing_is_lost(ola):
    url = begin(ola)
    offer = f"{url}skriv/tilbud/hap/"
    text = write(
        ola, offer, basis="paragraf 3", name="Slutte med hasj"
    ).content.decode()
    assert "«paragraf 3» er ikke en henvisning til en lov" in text
    assert 'value="Slutte med hasj"' in text
    assert "paragraf 3</textarea>" in text
    again = page(ola, offer)
    assert "er ikke en henvisning til en lov" in again, "and it is kept"
    assert "Dette må rettes" in page(ola, url)
    assert f'href="{offer}"' in page(ola, url), "one click to what is wrong"
    assert "Foreslå utgaven" not in page(ola, url)


def test_a_draft_with_faults_is_not_proposed_by_a_forged_form(ola):
    url = begin(ola)
    write(ola, f"{url}skriv/tilbud/hap/", basis="x")
    text = ola.post(url, {"do": "propose", "seen": 2}).content.decode()
    assert "Utgaven har feil. Rett dem først." in text


def test_a_promise_is_written_in_norwegian_and_never_less_than_the_law(ola):
    url = begin(ola)
    new = f"{url}skriv/lofter/ny/"
    sent = {
        "seen": seen(ola, new),
        "id": "appeal",
        "value": "3 uker",
        "text": "Du får tre uker.",
    }
    text = ola.post(new, sent).content.decode()
    assert "Loven er gulvet" in text
    assert 'value="3 uker"' in text
    kept = editions.all_of("raelingen")[0]
    assert "value: 3 weeks" in kept.edition.text
    better = {"value": "8 uker", "text": "Du får åtte uker."}
    assert write(ola, f"{url}skriv/lofter/appeal/", id="appeal", **better).url == url
    assert "Loven er gulvet" not in page(ola, url)


def test_two_pages_of_the_same_new_thing_do_not_hide_each_other(ola):
    url = begin(ola)
    new = f"{url}skriv/gjor-ikke/ny/"
    sent = {
        "seen": seen(ola, new),
        "what": "Vi låner ikke ut penger.",
        "instead": "Spør NAV.",
    }
    assert ola.post(new, sent).status_code == 302
    assert ola.post(new, sent).status_code == 409


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.slug)
def test_every_part_saved_as_it_stands_changes_nothing(ola, part):
    url = begin(ola)
    before = editions.all_of("raelingen")[0].edition.text
    urls = [f"{url}skriv/{part.slug}/"]
    if part.shape == "list":
        urls = re.findall(rf'href="({url}skriv/{part.slug}/[^"]+)"', page(ola, urls[0]))
        assert f"{url}skriv/{part.slug}/ny/" in urls
        urls = [one for one in urls if not one.endswith("/ny/")]
    for one in urls:
        sent = write(ola, one)
        assert sent.status_code == 302, re.findall(
            'class="ff-fault".*', sent.content.decode()
        )
    assert editions.all_of("raelingen")[0].edition.text == before


def test_a_pack_that_builds_on_another_says_only_what_is_its_own(book):
    leader = employee(book, "eksempel", role="leader")
    sent = leader.post("/eksempel/arbeid/katalog/", {"valid_from": str(in_days(5))})
    write(leader, f"{sent.url}skriv/tilbud/arbeid/", price="Koster litt")
    write(leader, f"{sent.url}skriv/tilbud/bolig/", fjern="ja")
    text = editions.all_of("eksempel")[0].edition.text
    assert "extends: standard/2025-01-06" in text
    offers = text[text.index("offers:") :]
    assert "  - id: bolig\n    remove: true\n" in offers
    assert "  - id: arbeid\n    price: Koster litt\n" in offers
    assert "pengestotte" not in offers


def test_every_field_of_a_pack_is_written_somewhere():
    parts = [name for part in PARTS for name in part.fields]
    assert len(parts) == len(set(parts))
    assert set(parts) | set(WHOLE_FILE_ONLY) == set(Pack.__struct_fields__)
    choices = {"units": [], "topics": []}
    for part in PARTS:
        assert list(form_of(part, choices).base_fields) == [
            *asked(part),
            "seen",
        ] or set(form_of(part, choices).base_fields) == {*asked(part), "seen"}


def test_every_word_of_a_field_is_of_a_field():
    named = {
        name if part.shape == "fields" else f"{part.model.__name__}.{name}"
        for part in PARTS
        for name in asked(part)
    }
    assert set(words()["fields"]) == named | set(Pack.__struct_fields__)


def test_the_file_is_downloaded_and_read_in_again_as_the_same(ola):
    url = begin(ola)
    write(ola, f"{url}skriv/siden/", price="Alt hos oss er gratis.")
    file = ola.get(f"{url}fil.yaml")
    assert file["Content-Disposition"].endswith(f'"{in_days(10)}.yaml"')
    sent = SimpleUploadedFile("x.yaml", file.content)
    other = begin(ola, file=sent)
    assert ola.get(f"{other}fil.yaml").content == file.content
    disk = ola.get(f"{CATALOGUE}fil/2020-01-01.yaml").content.decode()
    assert (
        disk == installation.folder_texts()["municipalities/raelingen/2020-01-01.yaml"]
    )


def test_the_whole_file_is_typed_and_its_faults_have_lines(ola):
    url = begin(ola)
    text = editions.all_of("raelingen")[0].edition.text
    bad = text.replace("second_person: false", "second_person: kanskje")
    line = bad.splitlines().index("second_person: kanskje") + 1
    shown = ola.post(f"{url}fil/", {"seen": 1, "text": bad}).content.decode()
    assert f"Linje {line}: Her skal det stå noe annet" in shown
    assert "second_person: kanskje" in shown
    assert ola.post(f"{url}fil/", {"seen": 2, "text": text}).url == url


@pytest.mark.parametrize(
    "bad", ["[", "a: b", "- x", "x: &a 1", "valid_from: 2027-02-30", "", "%"]
)
def test_what_is_no_pack_is_kept_and_told(ola, bad):
    url = begin(ola)
    shown = ola.post(f"{url}fil/", {"seen": 1, "text": bad})
    assert shown.status_code == 200
    assert "Dette må rettes" in shown.content.decode()
    assert ola.get(url).status_code == 200
    assert ola.get(f"{url}vis/").status_code == 302
    assert ola.get(f"{url}hva-hvis/").status_code == 302
    assert ola.get(f"{url}skriv/siden/").status_code in (200, 302)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"a\x00b", b"x" * 900_000])
def test_a_file_that_cannot_be_read_is_told(ola, content):
    sent = SimpleUploadedFile("x.yaml", content)
    shown = ola.post(CATALOGUE, {"valid_from": str(in_days(3)), "file": sent})
    assert "Filen kan ikke leses" in shown.content.decode()


@pytest.mark.parametrize("days", [0, -1, -400])
def test_a_day_that_has_come_is_refused(ola, days):
    shown = ola.post(CATALOGUE, {"valid_from": str(in_days(days))}).content.decode()
    assert "tidligst gjelde fra i morgen" in shown


def test_the_day_is_moved_with_the_edition(ola):
    url = begin(ola)
    assert write(ola, f"{url}skriv/dager/", valid_from=str(in_days(40))).url == url
    kept = editions.all_of("raelingen")[0]
    assert kept.edition.valid_from == in_days(40)
    assert f"valid_from: {in_days(40)}" in kept.edition.text
    shown = write(ola, f"{url}skriv/dager/", valid_from=str(today()))
    assert "tidligst gjelde fra i morgen" in shown.content.decode()


def test_nobody_approves_what_they_proposed(ola):
    url = begin(ola)
    do(ola, url, "propose")
    assert "Godkjenn utgaven" not in page(ola, url)
    text = ola.post(url, {"do": "approve", "seen": 2}).content.decode()
    assert "Du har selv foreslått denne utgaven" in text


def test_it_is_sent_back_with_a_comment(ola, berit):
    url = begin(ola)
    do(ola, url, "propose")
    assert (
        "Skriv hva som må ses på igjen" in do(berit, url, "send-back").content.decode()
    )
    do(berit, url, "send-back", comment="Se på prisen.")
    assert "«Se på prisen.»" in page(ola, url)
    assert "Utkast" in page(ola, url)


def test_what_is_proposed_is_not_written_in(ola):
    url = begin(ola)
    do(ola, url, "propose")
    assert ola.get(f"{url}skriv/siden/").status_code == 404
    assert ola.post(f"{url}fil/", {"seen": 2, "text": "x: 1"}).status_code == 404


def test_a_stale_page_is_told_and_keeps_what_was_typed(ola, berit):
    url = begin(ola)
    site = f"{url}skriv/siden/"
    stale = {**fields(page(ola, site)), "lead": "Min egen tekst."}
    write(berit, site, lead="Berits tekst.")
    shown = ola.post(site, stale)
    assert shown.status_code == 409
    assert "Noen andre har endret utgaven" in shown.content.decode()
    assert "Min egen tekst.</textarea>" in shown.content.decode()
    assert "Berits tekst." in editions.all_of("raelingen")[0].edition.text


def test_a_stale_decision_is_told(ola, berit):
    url = begin(ola)
    do(ola, url, "propose")
    do(ola, url, "withdraw")
    shown = berit.post(url, {"do": "approve", "seen": 2})
    assert shown.status_code == 409


@pytest.mark.parametrize(
    "forged", [{}, {"do": "x", "seen": 1}, {"do": "approve", "seen": "x"}]
)
def test_a_forged_decision_does_nothing(ola, forged):
    url = begin(ola)
    assert ola.post(url, forged).status_code in (200, 409)
    assert editions.all_of("raelingen")[0].state == "draft"


def test_what_is_approved_is_withdrawn_before_its_day(ola, berit, later):
    url = approved(ola, berit)
    assert do(berit, url, "withdraw").status_code == 302
    later(10)
    assert "Alt hos oss" not in Client().get("/raelingen/").content.decode()


def test_what_holds_is_not_withdrawn(ola, berit, later):
    url = approved(ola, berit)
    later(10)
    assert "Trekk utgaven" not in page(berit, url)
    text = berit.post(url, {"do": "withdraw", "seen": 4}).content.decode()
    assert "Lag en ny utgave i stedet" in text


def urls(key):
    own = f"{CATALOGUE}{key}/"
    return [
        CATALOGUE, f"{CATALOGUE}vis/{today()}/", f"{CATALOGUE}fil/2020-01-01.yaml", own,
        f"{own}vis/", f"{own}farger.css", f"{own}hva-hvis/", f"{own}fil/", f"{own}fil.yaml",
        f"{own}skriv/siden/", f"{own}skriv/tilbud/hap/",
    ]  # fmt: skip


def test_the_catalogue_is_for_leaders_of_the_municipality_only(ola, book):
    key = begin(ola).split("/")[-2]
    worker, other = employee(book), employee(book, "enebakk", role="leader")
    for url in urls(key):
        assert worker.get(url).status_code == 403, url
        assert other.get(url).status_code == 302, "to sign in"
        assert citizen().get(url).status_code == 302
        assert other.get(url.replace("/raelingen/", "/enebakk/")).status_code in (
            200,
            404,
        )
    assert other.get(f"/enebakk/arbeid/katalog/{key}/").status_code == 404
    assert worker.post(CATALOGUE, {"valid_from": str(in_days(5))}).status_code == 403


def test_a_successors_leader_has_no_catalogue_of_one_that_has_ended(book):
    leader = employee(book, "nordre-follo", role="leader")
    assert leader.get("/oppegard/arbeid/katalog/").status_code == 403


def test_only_leaders_have_the_room_in_their_menu(ola, book):
    assert "Katalog</a>" in page(ola, "/raelingen/arbeid/")
    assert "Katalog</a>" not in page(employee(book), "/raelingen/arbeid/")


def test_one_leader_alone_is_told_what_to_do(ola, book):
    assert "bare én leder" in page(ola, CATALOGUE)
    employee(book, step="deliver", role="leader")
    assert "bare én leder" not in page(ola, CATALOGUE)


def test_hard_texts_and_texts_in_one_language_only_are_told(ola):
    url = begin(ola)
    hard = " ".join(["kommunehelsetjenesteforvaltningen"] * 20) + "."
    write(ola, f"{url}skriv/siden/", lead=hard)
    text = page(ola, url)
    assert "Tekster som er tunge å lese (1)" in text
    assert "Tekster uten oversettelse (1)" in text


def test_what_would_change_in_open_cases_is_told_without_names(ola):
    story = apply(begun("raelingen", "jonas", days_ago=1))
    url = begin(ola)
    assert "Ingen av disse sakene endres" in page(ola, f"{url}hva-hvis/")
    write(ola, f"{url}skriv/hvem-gjor-hva/", interview="rustjenesten")
    text = page(ola, f"{url}hva-hvis/")
    assert "Enhet: Tjenestekontoret for helse og omsorg (THO) → Rustjenesten" in text
    assert story.stream and "Jonas" not in text
    write(ola, f"{url}skriv/tilbud/samtaler/", fjern="ja")
    assert "Tilbudet «" not in page(ola, f"{url}hva-hvis/")
    new = page(ola, f"{url}hva-hvis/", som="nye")
    assert "Tilbudet «" in new or "Ingen av disse" in new
    assert page(ola, f"{url}hva-hvis/", etter="9999-12-31_x")
    assert page(ola, f"{url}hva-hvis/", etter="tull")


def test_a_part_that_is_not_there_is_not_found(ola):
    url = begin(ola)
    assert ola.get(f"{url}skriv/tull/").status_code == 404
    assert ola.get(f"{url}skriv/siden/tull/").status_code == 404
    assert ola.get(f"{url}skriv/tilbud/tull/").status_code == 404


def test_an_act_on_its_way_tells_what_it_would_change(ola, book):
    apply(begun("raelingen", "jonas", days_ago=1))
    (law,) = installation.prepared_acts()
    address = f"{CATALOGUE}lov/{law}/"
    assert address in page(ola, CATALOGUE)
    text = page(ola, address, dag=str(in_days(100)))
    assert "Saker sett på" in text and "Jonas" not in text
    assert "kan ikke gjelde" not in text
    assert page(ola, address, dag="tull")
    assert ola.get(f"{CATALOGUE}lov/tull/").status_code == 404
    assert employee(book).get(address).status_code == 403
