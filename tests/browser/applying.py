"""Applying for help as a person does it: ten questions, a last look, sent."""

from dataclasses import dataclass

from tests.browser.people import Visitor

NEXT = "Lagre og gå videre"


@dataclass(frozen=True)
class Answers:
    """What somebody answers to the ten questions."""

    wants: int = 2
    situation: str = "Det har glidd ut det siste året. Jeg drikker mer enn jeg vil."
    wishes: str = "Noen å snakke med, som ikke dømmer."
    urgent: str = "Jeg er redd for å miste leiligheten."
    phone: str = "99 99 99 99"
    email: str = "noen@example.no"
    address: str = "Prøveveien 1\n2025 Fjerdingby"
    safe_contact: str = "Ikke legg igjen beskjed på telefonen."
    interpreter: str = "Polsk"
    adaptation: str = "Jeg hører dårlig på venstre øre."
    children: str = "Ei jente på sju år."

    def words(self) -> tuple[str, ...]:
        """Return everything that was written, line by line."""
        written = (
            self.situation, self.wishes, self.urgent, self.phone, self.email,
            self.address, self.safe_contact, self.interpreter, self.adaptation, self.children,
        )  # fmt: skip
        return tuple(line for text in written for line in text.splitlines())


def answer_all(who: Visitor, municipality: str, answers: Answers) -> None:
    """Go from the service page through every question, to the last look."""
    who.go(f"/{municipality}/")
    who.follow("Søk om hjelp")
    who.follow("Begynn")
    page = who.page
    who.press(NEXT)  # for oneself, as is chosen already
    for box in page.get_by_role("checkbox").all()[: answers.wants]:
        box.check()
    who.press(NEXT)
    page.get_by_label("Hvordan har du det nå?").fill(answers.situation)
    who.press(NEXT)
    page.get_by_label("Hva ønsker du at skal bli bedre?").fill(answers.wishes)
    who.press(NEXT)
    page.get_by_label("Er det noe som haster?").fill(answers.urgent)
    who.press(NEXT)
    page.get_by_label("Jeg bor i kommunen").check()
    who.press(NEXT)
    page.get_by_label("Telefon", exact=True).fill(answers.phone)
    page.get_by_label("E-post", exact=True).fill(answers.email)
    page.get_by_label("Adresse for brev").fill(answers.address)
    page.get_by_label("Ikke send brev hjem").check()
    page.get_by_label("Er det noe annet vi må ta hensyn til?").fill(
        answers.safe_contact
    )
    who.press(NEXT)
    page.get_by_label("Er det barn hjemme hos deg?").fill(answers.children)
    who.press(NEXT)
    page.get_by_label("Trenger du tolk?").fill(answers.interpreter)
    page.get_by_label("Er det noe annet?").fill(answers.adaptation)
    who.press(NEXT)
    who.sees("Hvem kan vi snakke med om deg?")
    who.press(NEXT)
    assert page.url.endswith(f"/{municipality}/sok/kontroller/")


def apply(who: Visitor, municipality: str, answers: Answers | None = None) -> str:
    """Apply, and return the reference on the receipt."""
    answer_all(who, municipality, answers or Answers())
    who.press("Send søknaden")
    return reference_on(who)


def reference_on(who: Visitor) -> str:
    """Return the reference that the receipt gives."""
    who.sees("Takk, vi har fått søknaden din")
    return who.page.locator("strong.ff-number").inner_text()


def open_mine(who: Visitor, municipality: str, reference: str) -> None:
    """Open one's own case from the list of them."""
    who.go(f"/{municipality}/mine-saker/")
    who.come(who.page.get_by_role("main").get_by_role("link", name=reference))
