"""A case from the application to the letter, told in commands of ordinary length."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal
from uuid import UUID

from bench.people import employee_at, mark
from fotfeste.access.people import Identity, Party, enrol
from fotfeste.access.policy import Actor, Role
from fotfeste.jobs.followers import follow
from fotfeste.ledger import log
from fotfeste.ledger.log import uuid7
from fotfeste.office.handle import OSLO, Office, handle
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application.events import ApplicationContent, Outcome
from fotfeste.procedures.kinds import Command
from fotfeste.rulebook.pack import Pack, StepName

SITUATION = (
    "Det har glidd ut det siste året. Jeg drikker mer enn jeg vil, mest om kveldene når"
    " jeg er alene. Jeg har vært borte fra jobben flere ganger, og sjefen har begynt å"
    " spørre. Jeg har prøvd å slutte to ganger på egen hånd. Den første gangen gikk det"
    " bra i tre uker, den andre gangen bare noen dager. Jeg sover dårlig."
)
WISHES = (
    "Noen å snakke med, som ikke dømmer. Jeg vil sove om natta og komme tilbake på"
    " jobb, og jeg vil at ungene skal kunne stole på meg igjen."
)
OWN_WORDS = (
    "Jeg vil ha tilbake hverdagen. Kveldene er verst, og helgene. Jeg skjønte at det"
    " var alvor da datteren min spurte om jeg var syk. Det er lettere å la være når jeg"
    " har noe å gjøre, og når noen venter på meg."
)
REASON = (
    "Det kom fram i samtalen, og det stemmer med det som står i søknaden. Personen"
    " forteller selv om hvordan det har vært, og har gitt oss lov til å snakke med"
    " fastlegen, som bekrefter bildet."
)


@dataclass(frozen=True, slots=True)
class Desk:
    """A municipality's pack on the day, and who acts at which step."""

    municipality: str
    pack: Pack
    actors: dict[tuple[StepName, str], Actor]


def desk_of(municipality: str, office: Office) -> Desk:
    """Return the municipality's desk."""
    pack = office.book.pack(municipality, _day(office))
    actors: dict[tuple[StepName, str], Actor] = {}
    steps: tuple[StepName, ...] = ("interview", "decide")
    for step in steps:
        for role in ("caseworker", "leader"):
            unit = pack.unit_for(step)
            known = employee_at(municipality, unit, role)
            actors[step, role] = Actor(municipality, Role(role), known.id, unit)
    return Desk(municipality, pack, actors)


@dataclass
class OneCase:
    """A case that somebody leads from step to step."""

    desk: Desk
    party: Party
    office: Office
    stream: UUID
    seen: int = 0

    @property
    def today(self) -> date:
        """Return the day the case has come to."""
        return _day(self.office)

    def submit(self) -> None:
        """Apply for all the pack has, in one's own words."""
        actor = Actor(self.desk.municipality, Role.CITIZEN, self.party.id)
        self._give(do.SubmitApplication(application=application(self.desk.pack)), actor)

    def arrange(self) -> None:
        """Invite to an interview in three days."""
        self._at("interview", arranged(self.today + timedelta(days=3)))

    def interview(self) -> None:
        """Hold the interview, three days on."""
        now = self.office.now + timedelta(days=3)
        self.office = replace(self.office, now=now)
        self._at("interview", held(self.today))

    def find(self) -> None:
        """Assess every criterion of the pack."""
        self._at("decide", found(self.desk.pack))

    def decide(self) -> None:
        """Propose a decision, and approve it where that takes a second person."""
        self._at("decide", proposed(self.desk.pack, self.today))
        if self.desk.pack.second_person:
            self._at("decide", do.ApproveDecision(), "leader")

    def _at(self, step: StepName, command: Command, role: str = "caseworker") -> None:
        self._give(command, self.desk.actors[step, role])

    def _give(self, command: Command, actor: Actor) -> None:
        self.seen = handle(
            command,
            actor=actor,
            stream=self.stream,
            seen=self.seen,
            office=self.office,
            party=self.party,
        ).version


def a_case(desk: Desk, party: Party, office: Office) -> OneCase:
    """Return a case that begins four days ago."""
    begun = replace(office, now=office.now - timedelta(days=4))
    return OneCase(desk, party, begun, uuid7())


def decided(municipality: str, identity: Identity, office: Office) -> OneCase:
    """Return a case led from the application to a decision that can be read.

    The letters are made as the job worker makes them.
    """
    party = enrol(municipality, identity, office.keys)
    case = a_case(desk_of(municipality, office), party, office)
    for step in (case.submit, case.arrange, case.interview, case.find, case.decide):
        step()
    version = 0
    while (history := log.read(municipality, case.stream, office.keys)) and (
        version < history.version
    ):
        version += 1
        follow(municipality, case.stream, version, case.office)
    return case


def application(pack: Pack) -> ApplicationContent:
    """Return an application for up to three offers."""
    return ApplicationContent(
        name="Prøve Person",
        wants=wants(pack),
        situation=f"{SITUATION} {mark()}",
        wishes=f"{WISHES} {mark()}",
        stay="lives",
        phone="99 99 99 99",
        safe_contact="Ikke legg igjen beskjed på telefonen.",
    )


def arranged(on: date) -> do.ArrangeInterview:
    """Return an invitation."""
    return do.ArrangeInterview(on=on, at="10.00", place=f"Rådhuset, rom {mark()}")


def held(on: date) -> do.RecordInterview:
    """Return what was said in an interview."""
    return do.RecordInterview(
        on=on,
        took_part="Prøve Person og Kari Saksbehandler",
        own_words=f"{OWN_WORDS} {mark()}",
        goals="Sove om natta, og være på jobb fem dager i uka innen sommeren.",
        values="Barna mine, og å være til å stole på.",
        resources="Lager mat, går turer, har jobbet som snekker i tolv år.",
        coping="Ringer søsteren min når det blir for mye, eller går ut en tur.",
        network="Søster, en venn fra gamle dager, og naboen som har nøkkel.",
    )


def found(pack: Pack) -> do.RecordFindings:
    """Return a finding on every criterion."""
    findings = tuple(
        do.Finding(
            criterion=one.criterion.id,
            offer=one.offer.id if one.offer else "",
            outcome="met",
            reason=f"{REASON} {mark()}",
            evidence="Søknaden, samtalen og opplysninger fra fastlegen",
        )
        for one in pack.assessments("self", wants(pack))
    )
    return do.RecordFindings(findings=findings)


def proposed(pack: Pack, on: date) -> do.ProposeDecision:
    """Return a decision on every service: the first granted, the last refused."""
    keys = wants(pack)
    last = len(keys) - 1
    services = tuple(
        _service(key, "refusal" if n and n == last else "grant", on)
        for n, key in enumerate(keys)
    )
    return do.ProposeDecision(
        services=services,
        how_reached=f"Vi leste søknaden og snakket med deg og fastlegen. {mark()}",
        took_part="Prøve Person og Kari Saksbehandler",
        own_view=f"Du vil helst ha samtaler. {mark()}",
        weight="Det har vi lagt stor vekt på.",
    )


def wants(pack: Pack) -> tuple[str, ...]:
    """Return up to three of the offers one can apply for."""
    return tuple(offer.id for offer in pack.offers if offer.apply)[:3]


def _service(
    key: str, outcome: Literal["grant", "refusal"], on: date
) -> do.ServiceProposal:
    refused = outcome == "refusal"
    return do.ServiceProposal(
        offer=key,
        outcome=Outcome(outcome),
        grounds=f"Vi har vurdert hva du trenger, og hva som hjelper. {REASON} {mark()}",
        amount="" if refused else "Én time i uka",
        starts_on=None if refused else on + timedelta(days=7),
        review_on=None if refused else on + timedelta(days=180),
    )


def _day(office: Office) -> date:
    return office.now.astimezone(OSLO).date()
