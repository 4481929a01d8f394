"""Made-up people. Their numbers are of the synthetic series (month + 80)."""

from dataclasses import dataclass
from uuid import UUID, uuid5

_NAMESPACE = UUID("5f0f7e57-0000-4000-8000-000000000000")
_WEIGHTS_1 = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_WEIGHTS_2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


@dataclass(frozen=True, slots=True)
class MadeUpCitizen:
    """Somebody who may need help, and a line on who they are."""

    key: str
    name: str
    number: str
    about: str


@dataclass(frozen=True, slots=True)
class MadeUpEmployee:
    """Somebody who works in a unit of a municipality."""

    id: UUID
    municipality: str
    name: str
    role: str
    unit: str
    about: str


def synthetic_number(serial: int) -> str:
    """Return the nth synthetic national identity number of our own row of them.

    serial: 0 or more; each gives another number, always well formed.
    """
    found = -1
    for candidate in range(10_000_000):
        day, rest = candidate % 28 + 1, candidate // 28
        nine = [int(d) for d in f"{day:02}{81 + rest % 12:02}85{rest // 12 % 1000:03}"]
        first = -_rest(_WEIGHTS_1, nine) % 11
        second = -_rest(_WEIGHTS_2, [*nine, first]) % 11
        if 10 not in (first, second):
            found += 1
            if found == serial:
                return "".join(map(str, [*nine, first, second]))
    raise ValueError(f"There is no synthetic number {serial}")


def _rest(weights: tuple[int, ...], digits: list[int]) -> int:
    return sum(w * d for w, d in zip(weights, digits, strict=True)) % 11


_CITIZENS = (
    ("nora", "Nora Testdatter", "Har ikke søkt ennå. Begynn her."),
    ("jonas", "Jonas Prøvesen", "Har søkt, og venter på samtale."),
    ("amina", "Amina Eksempel", "Har fått tid til samtale."),
    ("lars", "Lars Mønster", "Har hatt samtale. Saken vurderes."),
    ("ingrid", "Ingrid Tenkt", "Vedtak venter på godkjenning."),
    ("per", "Per Oppdiktet", "Har fått ja. Kan klage."),
    ("sara", "Sara Fiktiva", "Har fått nei på noe, og har klaget."),
    ("mohammed", "محمد الاختبار", "Klagen er sendt videre."),
    ("elle", "Elle Áhkku-Čáhci", "Saken er forsinket, og har fått beskjed."),
    ("knut", "Knut Papirsøker", "Søkte på papir. Berit har fullmakt."),
    ("berit", "Berit Fullmektig", "Handler for Knut."),
    ("tone", "Tone Påhitt", "Får hjelp. Kommunen varsler en endring."),
    ("bente", "Bente Pårørende", "Søker for egen del, og er bekymret for noen."),
    ("ole", "Ole Oppspinn", "Legen har svart. Svaret skal legges fram for Ole."),
    ("roger", "Roger Innom", "Er innom uten å søke."),
)


def citizens() -> list[MadeUpCitizen]:
    """Return the made-up citizens, in the order of their stories."""
    return [
        MadeUpCitizen(key, name, synthetic_number(serial), about)
        for serial, (key, name, about) in enumerate(_CITIZENS)
    ]


def employees(units: dict[str, dict[str, str]]) -> list[MadeUpEmployee]:
    """Return a caseworker and a leader for each unit.

    units: from municipality to unit keys with names, the unit that decides first.
    """
    found = []
    for municipality, named in sorted(units.items()):
        for n, (unit, name) in enumerate(named.items()):
            for role, first, about in (
                ("caseworker", _CASEWORKERS[n % 3], "saksbehandler"),
                ("leader", _LEADERS[n % 3], "leder, kan godkjenne vedtak"),
            ):
                key = uuid5(_NAMESPACE, f"{municipality}/{unit}/{role}")
                found.append(
                    MadeUpEmployee(
                        key, municipality, first, role, unit, f"{about}, {name}"
                    )
                )
    return found


_CASEWORKERS = ("Kari Saksbehandler", "Ali Kontakt", "Marit Oppfølger")
_LEADERS = ("Ola Leder", "Berit Sjef", "Tor Enhetsleder")
