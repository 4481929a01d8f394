"""Stories beside an application: help that is given, kin, contact, representatives."""

from datetime import timedelta
from uuid import UUID

from fotfeste.demo.people import MadeUpCitizen, MadeUpEmployee
from fotfeste.demo.stories import Story, apply, begin, decided, invite, meet
from fotfeste.ledger.log import uuid7
from fotfeste.office.handle import Office
from fotfeste.procedures.application import commands as application
from fotfeste.procedures.application.events import ApplicationContent
from fotfeste.procedures.care import commands as care
from fotfeste.procedures.consequences import care_stream
from fotfeste.procedures.contact import commands as contact
from fotfeste.procedures.information import commands as information
from fotfeste.procedures.person import commands as person
from fotfeste.procedures.person.events import Scope
from fotfeste.procedures.report import commands as report


def start_help(story: Story) -> UUID:
    """Let the first service that was granted start, with a plan; return its case."""
    offer = next(o.id for o in story.pack.offers if o.apply and o.for_whom == "self")
    stream = care_stream(story.stream, offer)
    story.later(8).desk(care.StartCare(on=story.today), "deliver", stream=stream)
    story.desk(
        care.MakePlan(
            own_words="Jeg vil ha noe å stå opp til.",
            goals="Én avtale i uka som jeg holder.",
            measures="Vi går en tur sammen hver tirsdag, og snakker om uka.",
            took_part=f"{story.citizen.name}, søsteren og Ali Kontakt",
        ),
        "deliver",
        stream=stream,
    )
    story.desk(
        care.MakeAppointment(
            appointment=uuid7(),
            day=story.today + timedelta(days=40),
            at="10.00",
            place="Aktivitetshuset",
        ),
        "deliver",
        stream=stream,
    )
    return stream


def announce_change(story: Story, stream: UUID) -> None:
    """Have it announced that the service will be less."""
    story.later(20).desk(
        care.GiveAdvanceNotice(
            what="change",
            proposal="Vi vurderer én samtale annenhver uke i stedet for hver uke.",
            reason="Du har fortalt at det går bedre, og at du har begynt på kurs.",
            comment_by=story.today + timedelta(days=40),
        ),
        stream=stream,
    )


def ask_the_doctor(story: Story) -> None:
    """Consent to asking the doctor, who answers."""
    whom = "Fastlegen"
    story.person(
        person.GiveConsent(
            consent=uuid7(),
            source=whom,
            purpose="Å vurdere hva jeg trenger",
            fields="Helsen min det siste året",
            valid_to=story.today + timedelta(days=365),
            how="online",
        ),
        story.party.id,
    )
    request = uuid7()
    story.desk(
        information.RequestInformation(
            request=request,
            source=whom,
            what="Hvordan har helsen vært det siste året?",
            why="Helsen har mye å si for hva slags hjelp som passer.",
            due_on=story.today + timedelta(days=14),
        )
    )
    story.later(4).desk(
        information.RecordInformation(
            request=request,
            answer="Sover dårlig. Får behandling for høyt blodtrykk.",
            on=story.today,
        )
    )


def represent(story: Story, representative: Story) -> None:
    """Let another act for the person, by a written power of attorney."""
    story.desk(
        person.GivePowerOfAttorney(
            power=uuid7(),
            representative=representative.party.id,
            name=representative.citizen.name,
            ground="written",
            scopes=tuple(Scope),
            valid_from=story.today,
            valid_to=story.today + timedelta(days=365),
            address="Fullmaktveien 2\n2008 Fjerdingby",
        ),
        "receive",
        stream=story.party.id,
    )


def be_in_touch(story: Story) -> None:
    """Be in touch without applying."""
    story.desk(
        contact.MakeContact(
            name=story.citizen.name,
            place="activity-house",
            note="Vil gjerne ha en prat innimellom.",
            on=story.today,
            agreed=True,
        ),
        "deliver",
    )


def apply_as_kin(story: Story) -> None:
    """Apply for support of one's own, as next of kin, where that is offered."""
    wants = tuple(o.id for o in story.pack.offers if o.apply and o.for_whom == "kin")
    if not wants:
        return
    story.person(
        application.SubmitApplication(
            application=ApplicationContent(
                name=story.citizen.name,
                wants=wants,
                situation="Jeg er sliten, og trenger noen å snakke med.",
                stay="lives",
                role="kin",
            )
        )
    )


def report_worry(story: Story) -> None:
    """Report that one worries about somebody."""
    command = report.SubmitReport(
        reporter=story.citizen.name,
        about="En bror",
        tie="Søster",
        words="Han svarer ikke på telefon, og drikker mye mer enn før.",
    )
    stream = uuid7()
    story.person(command, stream)


def tell_further(
    municipality: str,
    people: dict[str, MadeUpCitizen],
    staff: list[MadeUpEmployee],
    office: Office,
) -> None:
    """Let those who are not only applicants live through their story."""

    def story(key: str, days_ago: int) -> Story:
        return begin(municipality, people[key], staff, office, days_ago)

    tone = decided(story("tone", 60), "grant")
    announce_change(tone, start_help(tone))
    ask_the_doctor(meet(invite(apply(story("ole", 14)))))
    represent(story("knut", 1), story("berit", 1))
    be_in_touch(story("roger", 2))
    apply_as_kin(story("bente", 3))
    report_worry(story("bente", 3))
