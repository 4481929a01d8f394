"""A leader changes an offer, another approves it: on a telephone and at a desk."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.browser.people import People, Visitor

pytestmark = pytest.mark.browser
CATALOGUE = "/raelingen/arbeid/katalog/"
OFFERS = {
    390: ("samtaler", "Samtaler med en fagperson", "Samtaler når du vil"),
    1280: ("hap", "Hasjavvenning (HAP)", "Slutte med hasj"),
}
"""By width, an offer of its own: what one has changed, the next one meets."""


def _begin(ola: Visitor, width: int) -> str:
    """Begin an edition on a day of the width's own, and return its address."""
    day = datetime.now(UTC).date() + timedelta(days=width)  # noqa: TID251
    ola.go(CATALOGUE)
    ola.press("Lag utgaven")
    ola.sees("Se over dette")
    ola.page.get_by_label("Fra hvilken dag skal den gjelde?").fill(str(day))
    ola.press("Lag utgaven")
    return ola.page.url


def test_an_offer_is_changed_and_approved_by_another(
    people: People, width: int
) -> None:
    ola = people.employee("Ola", "raelingen", width)
    berit = people.employee("Berit", "raelingen", width)
    key, before, after = OFFERS[width]
    url = _begin(ola, width)
    for part in ("Teksten på siden", "Hvem gjør hva", "Løfter om tid", "Hele filen"):
        ola.follow(part)
        ola.go(url)

    ola.follow("Tilbud")
    ola.follow(before)
    ola.page.get_by_label("Hvor står det i loven?").fill("paragraf tre")
    ola.page.get_by_label("Hva heter det?").fill(after)
    ola.press("Lagre")
    ola.sees("«paragraf tre» er ikke en henvisning til en lov")
    ola.go(url)
    ola.sees("Dette må rettes")
    ola.follow(f"Tilbud: {key}")
    ola.page.get_by_label("Hvor står det i loven?").fill("hol § 3-2 første ledd nr. 5")
    ola.press("Lagre")
    ola.sees(before, after)
    ola.page.get_by_text("Forskjellen i filen, linje for linje").click()
    ola.look()
    ola.press("Foreslå utgaven")
    ola.sees("En annen leder må godkjenne den")

    berit.go(url)
    berit.follow("Se siden slik innbyggerne får den")
    berit.sees("Forhåndsvisning", after)
    berit.follow("Tilbake til utgaven")
    berit.follow("Se hva den endrer i åpne saker")
    berit.sees("Ingen av disse sakene endres")
    berit.follow("Vis hva nye saker møter")
    berit.go(url)
    berit.press("Send tilbake")
    berit.sees("Skriv hva som må ses på igjen")
    berit.press("Godkjenn utgaven")
    berit.sees("Godkjent")
    berit.go(CATALOGUE)
    berit.follow("Se hva forvaltningsloven av 2025 endrer i åpne saker")
    kari = people.employee("Kari", "raelingen", width)
    kari.go(url, status=403)
