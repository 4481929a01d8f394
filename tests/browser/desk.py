"""The steps of a caseworker, from the work list to the letters."""

from datetime import UTC, date, datetime

from tests.browser.people import Visitor

from fotfeste.office.handle import OSLO

GROUNDS = "Det kom fram i samtalen, og stemmer med søknaden."


def today() -> date:
    """Return the day the site goes by."""
    return datetime.now(UTC).astimezone(OSLO).date()  # noqa: TID251 - the site's own


def open_case(who: Visitor, municipality: str, reference: str) -> None:
    """Find a case by its reference."""
    who.go(f"/{municipality}/arbeid/")
    who.page.get_by_label("Saksnummer, fødselsnummer eller navn").fill(reference)
    who.press("Finn")
    who.sees(f"Sak {reference}")


def open_case_of(who: Visitor, municipality: str, name: str) -> None:
    """Open the case of somebody from the work list."""
    who.go(f"/{municipality}/arbeid/saker/")
    who.come(who.page.get_by_role("row", name=name).get_by_role("link").first)


def arrange_interview(who: Visitor) -> None:
    """Invite to a talk today."""
    who.follow("Avtal samtale")
    who.page.get_by_label("Hvilken dag?").fill(today().isoformat())
    who.page.get_by_label("Klokka").fill("10.00")
    who.page.get_by_label("Hvor?").fill("Rådhuset, møterom 2")
    who.press("Send innkalling")
    who.sees("Samtale avtalt")


def record_interview(who: Visitor, own_words: str = "Kveldene er verst.") -> None:
    """Write down what was said."""
    who.follow("Skriv inn samtalen")
    who.page.get_by_label("Hva sa personen selv?").fill(own_words)
    who.page.get_by_label("Mål").fill("Sove om natta.")
    who.press("Lagre samtalen")
    who.sees("Til vurdering", own_words)


def assess(who: Visitor) -> None:
    """Find every criterion met."""
    who.follow("Vurder vilkårene")
    for group in who.page.locator("fieldset.ff-group").all():
        group.get_by_label("Oppfylt", exact=True).check()
        group.get_by_label("Grunn").fill(GROUNDS)
    who.press("Lagre vurderingen")


def propose(who: Visitor, *outcomes: str) -> None:
    """Write the decision, with an outcome («Ja» or «Nei») for each service."""
    who.follow("Skriv vedtak")
    groups = who.page.locator("fieldset.ff-group").all()
    for group, outcome in zip(groups, outcomes, strict=False):
        group.get_by_label(outcome, exact=True).check()
        group.get_by_label("Begrunnelse").fill(f"Derfor ble det {outcome.lower()}.")
        if outcome == "Ja":
            group.get_by_label("Hvor mye?").fill("Én time i uka")
    weight = who.page.get_by_label("Hva har personens mening fått å si?")
    weight.fill("Vi har lagt stor vekt på den.")
    who.press("Gjør vedtak")


def handle_to_proposal(
    who: Visitor, municipality: str, reference: str, *outcomes: str
) -> None:
    """Take a case from its arrival to a decision, or to a proposal for one."""
    open_case(who, municipality, reference)
    arrange_interview(who)
    record_interview(who)
    assess(who)
    propose(who, *outcomes)
