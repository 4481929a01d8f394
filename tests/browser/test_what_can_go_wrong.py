"""Twice, too late, at once, by the wrong person, or with words nobody foresaw."""

import pytest
from playwright.sync_api import expect
from tests.browser.applying import NEXT, Answers, answer_all, reference_on
from tests.browser.desk import open_case, open_case_of, today
from tests.browser.people import People, Visitor

pytestmark = pytest.mark.browser

WAITING = {390: "Jonas", 1280: "Elle Áhkku"}
STRANGE = Answers(
    situation="<script>alert('hei')</script> & <b>fet</b> 🙂👩‍👩‍👧 {{ 7|add:7 }}",
    wishes="أريد المساعدة. שלום, jeg heter محمد.",
    urgent="langt" * 400,
    address="<img src=x onerror=alert(1)>\n\"'; DROP TABLE",
    interpreter="العربية",
)


def test_a_double_click_sends_one_application(people: People, width: int) -> None:
    nora = people.citizen("nora", width)
    before = _number_of_cases(nora)
    answer_all(nora, "nordre-follo", Answers())
    nora.page.get_by_role("button", name="Send søknaden").dblclick()
    expect(nora.page.get_by_role("heading", level=1)).to_contain_text("Takk")
    nora.look()
    assert reference_on(nora)
    nora.page.go_back()
    nora.look()
    assert not nora.page.get_by_role("button", name="Send søknaden").count()
    assert _number_of_cases(nora) == before + 1


def test_two_tabs_on_a_case_lose_nothing(people: People, width: int) -> None:
    first = people.employee("Kari", "nordre-follo", width)
    open_case_of(first, "nordre-follo", "Jonas")
    second = first.tab()
    second.go(first.page.url)
    for tab, place in ((first, "Rådhuset"), (second, "Biblioteket")):
        tab.follow("Avtal samtale")
        tab.page.get_by_label("Hvilken dag?").fill(today().isoformat())
        tab.page.get_by_label("Klokka").fill("12.30")
        tab.page.get_by_label("Hvor?").fill(place)
    first.press("Send innkalling")
    second.press("Send innkalling", status=409)
    second.sees("Noen andre har gjort noe i saken mens du skrev.")
    assert second.page.get_by_label("Hvor?").input_value() == "Biblioteket"
    assert second.page.get_by_label("Klokka").input_value() == "12.30"
    second.press("Send innkalling")
    second.sees("Biblioteket", "Rådhuset")


def test_a_draft_outlives_the_session(people: People, width: int) -> None:
    nora = people.citizen("elle", width)
    nora.go("/enebakk/sok/hjelp/")
    nora.page.get_by_role("checkbox").first.check()
    nora.press(NEXT)
    nora.page.get_by_label("Hvordan har du det nå?").fill("Dette er lagret.")
    nora.press(NEXT)
    nora.page.get_by_label("Hva ønsker du at skal bli bedre?").fill("Mye.\nAlt.")
    nora.page.context.clear_cookies()
    nora.press(NEXT, status=403)
    nora.sees("Du er blitt logget ut")
    nora.press("Send på nytt", status=403)
    with nora.page.context.expect_page() as opened:
        nora.page.get_by_role("link", name="Logg inn på nytt").click()
    opened.value.get_by_role("button", name="Bli Elle").click()
    expect(opened.value.get_by_role("heading", level=1)).to_contain_text("igjen")
    nora.press("Send på nytt")
    nora.sees("Er det noe som haster?")
    nora.go("/enebakk/sok/")
    nora.sees("Du har begynt på en søknad")
    nora.follow("Fortsett")
    nora.sees("Dette er lagret.", "Mye.", "Alt.", "Før du kan sende")
    assert not nora.page.get_by_role("button", name="Send søknaden").count()
    nora.go("/enebakk/sok/")
    nora.press("Slett svarene")
    nora.go("/enebakk/sok/")
    assert not nora.page.get_by_text("Du har begynt på en søknad").count()


def test_the_wrong_person_gets_no_further(people: People, width: int) -> None:
    jonas = people.citizen("jonas", width)
    jonas.go("/raelingen/arbeid/")
    jonas.sees("Hvem vil du være?")
    jonas.go("/raelingen/mine-saker/")
    jonas.come(jonas.page.get_by_role("link", name="Søknad").first)
    case = jonas.page.url.rstrip("/").rsplit("/", 1)[-1]

    amina = people.citizen("amina", width)
    amina.go(f"/raelingen/mine-saker/{case}/", status=404)
    elsewhere = people.employee("Kari", "enebakk", width)
    elsewhere.go(f"/raelingen/arbeid/sak/{case}/")
    elsewhere.sees("Hvem vil du være?")
    elsewhere.go(f"/enebakk/arbeid/sak/{case}/", status=404)
    elsewhere.go("/raelingen/mine-saker/")
    elsewhere.sees("Hvem vil du være?")

    delivers = people.employee("Ali", "raelingen", width)
    delivers.go("/raelingen/arbeid/")
    delivers.go(f"/raelingen/arbeid/sak/{case}/", status=404)
    delivers.go("/raelingen/arbeid/ny-soknad/", status=403)
    delivers.go("/raelingen/arbeid/finn/")
    delivers.page.get_by_label("Saksnummer, fødselsnummer").fill("2026-99999")
    delivers.press("Finn")
    delivers.sees("Fant ingen du har del i")


def test_any_words_are_shown_as_they_are(people: People, width: int) -> None:
    mohammed = people.citizen("mohammed", width)
    answer_all(mohammed, "nordre-follo", STRANGE)
    mohammed.sees(*STRANGE.words())
    mohammed.press("Send søknaden")
    reference = reference_on(mohammed)
    mohammed.follow("Se saken min")
    kari = people.employee("Kari", "nordre-follo", width)
    open_case(kari, "nordre-follo", reference)
    kari.sees("محمد الاختبار", *STRANGE.words())


def test_empty_fields_are_told_of_and_nothing_is_lost(
    people: People, width: int
) -> None:
    nora = people.citizen("nora", width)
    nora.go("/enebakk/sok/hjelp/")
    nora.press(NEXT)
    _told_at_the_top_and_at(nora, "Hva vil du ha hjelp med?", "Velg minst én ting.")

    kari = people.employee("Kari", "enebakk", width)
    open_case_of(kari, "enebakk", WAITING[width])
    case = kari.page.url
    for step, typed, sent in (
        ("avtal-samtale", "Klokka", "Send innkalling"),
        ("skriv-samtale", "Mål", "Lagre samtalen"),
        ("forsinkelse", "Hvorfor tar det tid?", "Send brevet"),
    ):
        kari.go(f"{case}{step}/")
        kari.page.get_by_label(typed).fill("Halvferdig")
        kari.press(sent)
        kari.sees("Se over dette")
        assert kari.page.get_by_label(typed).input_value() == "Halvferdig"
        assert kari.page.locator("[aria-invalid=true]").count()

    kari.go(f"{case}vurder/")
    group = kari.page.locator("fieldset.ff-group").first
    group.get_by_label("Grunn").fill("Uten svar")
    kari.press("Lagre vurderingen")
    kari.sees("Velg hva dere fant.")
    assert group.get_by_label("Grunn").input_value() == "Uten svar"
    kari.go(f"{case}skriv-samtale/")
    kari.page.get_by_label("Hva sa personen selv?").fill("Kveldene er verst.")
    kari.press("Lagre samtalen")
    kari.go(f"{case}foresla-vedtak/")
    kari.press("Gjør vedtak")
    kari.sees("Se over dette", "Begrunnelse – Skriv noe her.")
    for group in kari.page.locator("fieldset.ff-group").all()[:2]:
        group.get_by_label("Ja", exact=True).check()
        group.get_by_label("Begrunnelse").fill("Grunnen.")
    kari.press("Gjør vedtak")
    kari.sees("er ikke vurdert")
    assert kari.page.get_by_label("Begrunnelse").first.input_value() == "Grunnen."


def _told_at_the_top_and_at(who: Visitor, field: str, fault: str) -> None:
    summary = who.page.get_by_role("alert")
    assert fault in summary.inner_text()
    assert fault in who.page.get_by_role("group", name=field).inner_text()


def _number_of_cases(who: Visitor) -> int:
    who.go("/nordre-follo/mine-saker/")
    return who.page.get_by_role("article").count()
