"""A no to one of two, an appeal, and the way to the appellate instance and back."""

import pytest
from tests.browser.applying import apply, open_mine
from tests.browser.desk import handle_to_proposal, open_case, today
from tests.browser.people import People
from tests.browser.waiting import wait_for_link

pytestmark = pytest.mark.browser

STATEMENT = "Vi har vurdert saken på nytt. Samtalene dekker behovet nå."


def test_a_refusal_is_appealed_and_set_aside(people: People, width: int) -> None:
    nora = people.citizen("nora", width)
    kari = people.employee("Kari", "enebakk", width)
    reference = apply(nora, "enebakk")
    handle_to_proposal(kari, "enebakk", reference, "Ja", "Nei")

    open_mine(nora, "enebakk", reference)
    wait_for_link(nora, "Les vedtaket")
    nora.follow("Les vedtaket")
    nora.sees("Derfor ble det nei.", "klage")
    nora.follow("Tilbake til saken")
    nora.follow("Klag på vedtaket")
    nora.press("Send klagen")
    nora.sees("Se over dette", "Skriv hva du er misfornøyd med.")
    words = "Jeg trenger mer enn samtaler."
    nora.page.get_by_label("Hva er du misfornøyd med?").fill(words)
    nora.press("Send klagen")
    nora.sees("du har klaget", "Vedtaket er påklaget")

    nora.follow("Mine saker")
    nora.come(nora.page.get_by_role("link", name="Klage ").first)
    wait_for_link(nora, "Vi har fått klagen din")
    appeal = nora.page.title().removeprefix("Sak ").split()[0]

    open_case(kari, "enebakk", appeal)
    kari.sees(words)
    kari.follow("Hold på vedtaket")
    kari.page.get_by_label("Kommunens uttalelse").fill(STATEMENT)
    kari.press("Lagre uttalelsen")
    kari.follow("Send klagen til klageinstansen")
    kari.press("Send klagen")
    wait_for_link(kari, "Oversending av klage")
    assert kari.download("Oversending av klage").startswith(b"%PDF")

    nora.page.reload()
    wait_for_link(nora, "Klagen er sendt videre (kopi til deg)")
    nora.follow("Klagen er sendt videre (kopi til deg)")
    nora.sees(STATEMENT)

    kari.follow("Skriv inn resultatet")
    kari.page.get_by_label("Vedtaket er opphevet og sendt tilbake").check()
    kari.page.get_by_label("Når ble det avgjort?").fill(today().isoformat())
    kari.page.get_by_label("Kort om avgjørelsen").fill("Saken er for lite opplyst.")
    kari.press("Lagre resultatet")
    kari.sees("Klagen er avgjort")

    open_case(kari, "enebakk", reference)
    kari.sees("Saken er åpnet igjen", "Til vurdering", "Skriv vedtak")
    open_mine(nora, "enebakk", reference)
    wait_for_link(nora, "Saken behandles på nytt")
