"""What the made-up people have lived through: cases in every stage."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal
from uuid import UUID

from fotfeste.access.people import Identity, Party, enrol
from fotfeste.access.policy import Actor, Role
from fotfeste.demo.interview import interview
from fotfeste.demo.people import MadeUpCitizen, MadeUpEmployee
from fotfeste.jobs.followers import follow
from fotfeste.ledger import log
from fotfeste.ledger.log import uuid7
from fotfeste.office.handle import FOLLOWED, OSLO, Office, handle
from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application.events import ApplicationContent, Outcome
from fotfeste.procedures.kinds import Command
from fotfeste.procedures.remedy import commands as remedy
from fotfeste.rulebook.pack import Pack, StepName


@dataclass
class Story:
    """One person's case as it goes on, told from the day it began."""

    municipality: str
    citizen: MadeUpCitizen
    staff: list[MadeUpEmployee]
    pack: Pack
    office: Office
    party: Party
    stream: UUID

    @property
    def today(self) -> date:
        """Return the day the story has come to."""
        return self.office.now.astimezone(OSLO).date()

    def later(self, days: int) -> "Story":
        """Let days pass; the story never runs past the real day."""
        now = self.office.now + timedelta(days=days)
        self.office = replace(self.office, now=now)
        return self

    def person(self, command: Command, stream: UUID | None = None) -> "Story":
        """Let the person do something."""
        actor = Actor(self.municipality, Role.CITIZEN, self.party.id)
        return self._do(command, actor, stream)

    def desk(
        self,
        command: Command,
        step: StepName = "decide",
        role: str = "caseworker",
        stream: UUID | None = None,
    ) -> "Story":
        """Let an employee of the step's unit do something."""
        unit = self.pack.unit_for(step)
        employee = next(e for e in self.staff if e.unit == unit and e.role == role)
        actor = Actor(self.municipality, Role(role), employee.id, unit)
        return self._do(command, actor, stream)

    def _do(self, command: Command, actor: Actor, stream: UUID | None) -> "Story":
        stream = stream or self.stream
        history = log.read(self.municipality, stream, self.office.keys)
        seen = history.version if history else 0
        handle(
            command,
            actor=actor,
            stream=stream,
            seen=seen,
            office=self.office,
            party=self.party,
        )
        self.follow_up(stream, seen)
        return self

    def follow_up(self, stream: UUID, seen: int) -> None:
        """Let the followers do their part at the time of the story."""
        history = log.read(self.municipality, stream, self.office.keys)
        for record in history.records[seen:] if history else ():
            if type(record.event) in FOLLOWED:
                follow(self.municipality, stream, record.version, self.office)


def begin(
    municipality: str,
    citizen: MadeUpCitizen,
    staff: list[MadeUpEmployee],
    office: Office,
    days_ago: int,
) -> Story:
    """Return a story that begins some days before the real day."""
    at = office.now - timedelta(days=days_ago)
    book = office.book
    pack = book.pack(municipality, at.astimezone(OSLO).date())
    party = enrol(municipality, Identity(citizen.name, citizen.number), office.keys)
    here = [employee for employee in staff if employee.municipality == municipality]
    return Story(
        municipality, citizen, here, pack, replace(office, now=at), party, uuid7()
    )


def apply(story: Story) -> Story:
    """Apply online."""
    return story.person(do.SubmitApplication(application=_said(story)))


def apply_on_paper(story: Story) -> Story:
    """Apply by a letter that came two days before it was registered."""
    said = replace(_said(story), address="Prøveveien 1\n2025 Fjerdingby")
    return story.desk(
        do.RegisterApplication(
            application=said,
            channel="paper",
            arrived_on=story.today - timedelta(days=2),
        ),
        "receive",
    )


def invite(story: Story) -> Story:
    """Be invited to an interview in a few days."""
    on = story.today + timedelta(days=3)
    place = story.pack.unit(story.pack.steps.interview).name
    return story.desk(do.ArrangeInterview(on=on, at="10.00", place=place), "interview")


def meet(story: Story) -> Story:
    """Have the interview."""
    story.later(3)
    return story.desk(interview(story.today, story.citizen.name), "interview")


def assess(story: Story) -> Story:
    """Have the criteria assessed."""
    findings = tuple(
        do.Finding(
            criterion=one.criterion.id,
            offer=one.offer.id if one.offer else "",
            outcome="met",
            reason="Det kom fram i samtalen, og stemmer med søknaden.",
            evidence="Samtale og søknad",
        )
        for one in story.pack.assessments("self", _wants(story))
    )
    return story.desk(do.RecordFindings(findings=findings))


def propose(story: Story, outcome: Literal["grant", "refusal"] = "grant") -> Story:
    """Have a decision proposed, or made where no second person is asked for."""
    refused = outcome == "refusal"
    wants = _wants(story)
    services = tuple(
        do.ServiceProposal(
            offer=key,
            outcome=Outcome.REFUSAL if refused and n else Outcome.GRANT,
            grounds=(
                "Vi kom fram til at samtalene dekker det du trenger nå."
                if refused and n
                else "Du trenger fast støtte for å komme dit du vil, og dette hjelper."
            ),
            amount="" if refused and n else "Én time i uka",
            starts_on=None if refused and n else story.today + timedelta(days=7),
            review_on=None if refused and n else story.today + timedelta(days=180),
        )
        for n, key in enumerate(wants)
    )
    return story.desk(
        do.ProposeDecision(
            services=services,
            how_reached="Vi leste søknaden og snakket med deg.",
            took_part=f"{story.citizen.name} og Kari Saksbehandler",
            own_view="Du vil helst ha samtaler.",
            weight="Det har vi lagt stor vekt på. Derfor begynner vi med samtalene.",
        )
    )


def approve(story: Story) -> Story:
    """Have the proposal approved, where the pack asks a second person to."""
    if not story.pack.second_person:
        return story
    return story.desk(do.ApproveDecision(), role="leader")


def delay(story: Story) -> Story:
    """Be told that it takes time."""
    return story.later(25).desk(
        do.GiveDelayNotice(
            reason="Flere er syke, og samtalene tar lengre tid enn vi ønsker.",
            expected_on=story.today + timedelta(days=20),
        )
    )


def appeal_it(story: Story) -> UUID:
    """Appeal the decision, and return the key of the appeal's case."""
    key = uuid7()
    story.later(5).person(
        remedy.AppealDecision(
            appeal=key,
            dissatisfied_with="Jeg trenger mer enn samtaler.",
            change_wanted="Jeg vil ha det andre jeg søkte om også.",
        )
    )
    story.follow_up(key, 0)
    return key


def forward(story: Story, key: UUID) -> None:
    """Have the decision upheld and the appeal sent on."""
    statement = "Vi har vurdert saken på nytt. Samtalene dekker behovet nå."
    story.later(4).desk(
        appeal.UpholdDecision(statement=statement), "appeal", stream=key
    )
    story.desk(appeal.ForwardAppeal(), "appeal", stream=key)


def tell_all(
    municipality: str,
    people: dict[str, MadeUpCitizen],
    staff: list[MadeUpEmployee],
    office: Office,
) -> None:
    """Let everybody live through their story, in one municipality."""

    def story(key: str, days_ago: int) -> Story:
        return begin(municipality, people[key], staff, office, days_ago)

    apply(story("jonas", 4))
    invite(apply(story("amina", 6)))
    meet(invite(apply(story("lars", 12))))
    propose(assess(meet(invite(apply(story("ingrid", 20))))))
    decided(story("per", 18), "grant")
    appeal_it(decided(story("sara", 30), "refusal"))
    sent = decided(story("mohammed", 45), "refusal")
    forward(sent, appeal_it(sent))
    delay(apply(story("elle", 27)))
    apply_on_paper(story("knut", 1))


def decided(story: Story, outcome: Literal["grant", "refusal"]) -> Story:
    """Apply, be heard, get a decision and open it."""
    told = approve(propose(assess(meet(invite(apply(story)))), outcome))
    return told.person(remedy.OpenDecision())


def _wants(story: Story) -> tuple[str, ...]:
    own = [o.id for o in story.pack.offers if o.apply and o.for_whom == "self"]
    return tuple(own[:2])


def _said(story: Story) -> ApplicationContent:
    return ApplicationContent(
        name=story.citizen.name,
        wants=_wants(story),
        situation="Det har glidd ut det siste året. Jeg drikker mer enn jeg vil.",
        wishes="Noen å snakke med, som ikke dømmer.",
        stay="lives",
        phone="99 99 99 99",
        safe_contact="Ikke legg igjen beskjed på telefonen.",
    )
