"""To whom the letters of a case go, how they go, and what goes with them."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.ledger.decided import decided
from tests.letters.test_letters import words
from tests.procedures.events import CRITERIA, PROPOSAL, SAID
from tests.procedures.test_care import GRANT

from fotfeste.access.policy import SYSTEM_ID, Actor, Role
from fotfeste.jobs import letters as letter_jobs
from fotfeste.ledger.log import uuid7
from fotfeste.letters.content import Letter, LetterKind
from fotfeste.letters.pdf import pdf
from fotfeste.procedures.appeal import commands as appeal_do
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.care import commands as care_do
from fotfeste.procedures.care.events import Ending
from fotfeste.procedures.consequences import care_stream
from fotfeste.procedures.documents import commands as documents_do
from fotfeste.procedures.information import commands as information_do
from fotfeste.procedures.person import commands as person_do
from fotfeste.procedures.person.events import Scope
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.procedures.remedy.events import DecisionMadeAvailable
from fotfeste.procedures.report import commands as report_do

TODAY = date(2026, 3, 2)
ADDRESS = "Gjemmeveien 7\n2025 Fjerdingby"
WITH_CONTACT = replace(
    SAID, phone="99 99 99 99", email="nora@example.org", safe_contact="Ring først."
)
NORA = ("Nora Testdatter",)
BROTHER = ("Bror Testsønn", "På vegne av Nora Testdatter", "Veien 2", "2025 Fjerdingby")


@pytest.fixture
def nora(place):
    return place.party(0)


@pytest.fixture
def give(place, nora):
    """Let Nora give somebody the power to get her letters, and return its key."""

    def give(name="Bror Testsønn", n=1, scopes=(Scope.LETTERS,), **changes):
        power = uuid7()
        given = {
            "valid_from": TODAY,
            "address": "Veien 2\n2025 Fjerdingby",
            "ground": "written",
        } | changes
        command = person_do.GivePowerOfAttorney(
            power=power,
            representative=place.party(n).id,
            name=name,
            scopes=scopes,
            **given,
        )
        place.does(command, place.citizen(nora), nora.id, nora)
        return power

    return give


@pytest.fixture
def acknowledged(place, nora):
    """Apply, and return the acknowledgement."""

    def acknowledged() -> Letter:
        stream = uuid7()
        apply = do.SubmitApplication(application=SAID)
        place.does(apply, place.citizen(nora), stream, nora)
        return place.letters(stream, nora)[LetterKind.ACKNOWLEDGEMENT]

    return acknowledged


# --- the representative ------------------------------------------------------------


def test_a_representative_gets_the_letter_and_the_party_a_copy(acknowledged, give):
    give()
    letter = acknowledged()
    assert (letter.recipient, letter.copies) == (BROTHER, NORA)


def test_the_party_gets_no_copy_who_wants_none(acknowledged, give):
    give(copies=False)
    letter = acknowledged()
    assert (letter.recipient, letter.copies) == (BROTHER, ())


def test_of_several_representatives_the_others_get_copies(acknowledged, give):
    give()
    give("Advokat Test", n=2, ground="lawyer")
    letter = acknowledged()
    assert letter.recipient == BROTHER
    assert letter.copies == ("Advokat Test", *NORA)


def test_a_power_that_is_not_of_letters_changes_no_address(acknowledged, give):
    give(scopes=(Scope.APPLY, Scope.DOCUMENTS, Scope.ATTEND, Scope.APPEAL))
    letter = acknowledged()
    assert (letter.recipient, letter.copies) == (NORA, ())


def test_an_expired_or_coming_power_gets_no_letters(place, acknowledged, give):
    give(valid_to=TODAY)
    give(valid_from=date(2026, 4, 1), n=2)
    place.later(1)
    assert acknowledged().recipient == NORA


def test_a_revoked_power_gets_no_letters(place, nora, acknowledged, give):
    power = give()
    revoke = person_do.RevokePowerOfAttorney(power=power)
    place.does(revoke, place.citizen(nora), nora.id)
    assert acknowledged().recipient == NORA


def test_the_decision_and_what_follows_on_an_appeal_go_to_the_representative(
    place, nora, give
):
    give()
    _, stream, _ = decided(place)
    key = appeal_and_forward(place, nora, stream)
    for of, kind in (
        (stream, LetterKind.DECISION),
        (key, LetterKind.APPEAL_ACKNOWLEDGEMENT),
        (key, LetterKind.FORWARDING_COPY),
    ):
        assert place.letters(of, nora)[kind].recipient == BROTHER
    out = place.letters(key, nora)[LetterKind.FORWARDING]
    assert out.recipient[0] not in (*NORA, *BROTHER)
    assert out.copies == ()


def appeal_and_forward(place, nora, stream):
    key = uuid7()
    appeal = remedy_do.AppealDecision(
        appeal=key, dissatisfied_with="For lite.", change_wanted=""
    )
    place.does(appeal, place.citizen(nora), stream)
    place.follow(key)
    place.does(appeal_do.UpholdDecision(statement="Vi står på det."), place.desk(), key)
    place.does(appeal_do.ForwardAppeal(), place.desk(), key)
    return key


def documents_of(place, nora):
    """Ask for the documents and get them; return the letter they came with."""
    stream, _ = place.apply(nora)
    place.does(documents_do.AskForDocuments(), place.citizen(nora), stream)
    place.does(documents_do.GiveDocuments(how="Kopi."), place.desk(), stream)
    return place.letters(stream, nora)[LetterKind.DOCUMENTS]


def test_who_may_get_letters_does_not_get_the_documents(place, nora, give):
    give(scopes=(Scope.LETTERS,))
    letter = documents_of(place, nora)
    assert (letter.recipient, letter.copies) == (NORA, ())


def test_who_may_see_the_documents_gets_them(place, nora, give):
    give(scopes=(Scope.DOCUMENTS,))
    letter = documents_of(place, nora)
    assert (letter.recipient, letter.copies) == (BROTHER, NORA)


def test_a_representative_on_paper_has_the_time_the_post_takes(place, nora, give):
    _, alone, _ = decided(place, 1)
    give()
    _, stream, _ = decided(place)
    days = [
        next(
            event.on
            for event in place.history(key).events
            if isinstance(event, DecisionMadeAvailable)
        )
        for key in (alone, stream)
    ]
    assert days == [TODAY, date(2026, 3, 9)]


# --- the address -------------------------------------------------------------------


def register(place, nora, **said):
    stream = uuid7()
    command = do.RegisterApplication(
        application=replace(WITH_CONTACT, address=ADDRESS, **said),
        channel="paper",
        arrived_on=TODAY,
    )
    place.does(command, place.desk(), stream, nora)
    return stream


def test_a_letter_on_paper_has_the_partys_address(place, nora):
    stream = register(place, nora)
    letter = place.letters(stream, nora)[LetterKind.ACKNOWLEDGEMENT]
    assert letter.recipient == (*NORA, "Gjemmeveien 7", "2025 Fjerdingby")


def test_a_protected_address_is_never_printed(place, nora, printed):
    stream = register(place, nora, protected=True)
    decide(place, stream)
    key = appeal_and_forward(place, nora, stream)
    place.does(documents_do.AskForDocuments(), place.citizen(nora), stream)
    place.does(documents_do.GiveDocuments(how="Kopi."), place.desk(), stream)
    assert {one.by_post for one in place.kept(stream)} == {True}
    assert len(printed) == 6 == len([*place.kept(stream), *place.kept(key)])
    for letter, bundle in printed:
        assert "Gjemmeveien" not in f"{letter} {bundle}", letter.kind


@pytest.fixture
def printed(monkeypatch):
    """What is printed from now on: each letter with the documents that go with it."""
    found = []

    def keep(letter, bundle=()):
        found.append((letter, bundle))
        return pdf(letter, bundle)

    monkeypatch.setattr(letter_jobs, "pdf", keep)
    return found


def decide(place, stream):
    findings = tuple(
        do.Finding(criterion=c, offer=o, outcome="met", reason="Ja", evidence="Samtale")
        for c, o in CRITERIA
    )
    for command in (
        do.RecordInterview(on=TODAY, took_part="Nora", own_words="Jeg vil"),
        do.RecordFindings(findings=findings),
        PROPOSAL,
    ):
        place.does(command, place.desk(), stream)


# --- on paper or not ---------------------------------------------------------------


def test_who_applied_on_paper_gets_all_letters_by_post(place, nora):
    stream = register(place, nora)
    invite = do.ArrangeInterview(on=TODAY, at="10.00", place="Her")
    place.does(invite, place.desk(), stream)
    decide(place, stream)
    assert len(place.kept(stream)) == 3
    assert all(one.by_post for one in place.kept(stream))


def test_who_applied_online_reads_them_online_and_is_reminded_on_paper(place):
    _, stream, _ = decided(place)
    place.later(8)
    place.does(remedy_do.GiveReminder(), place.desk(), stream)
    posted = {one.kind: one.by_post for one in place.kept(stream)}
    assert posted == {LetterKind.DECISION: False, LetterKind.REMINDER: True}


def test_letters_to_others_are_not_the_partys(place, nora):
    stream, _ = place.apply(nora)
    consent = person_do.GiveConsent(
        consent=UUID(int=9), source="Fastlegen", purpose="Vurdere", fields="Medisiner",
        valid_to=date(2026, 6, 1), how="online",
    )  # fmt: skip
    place.does(consent, place.citizen(nora), nora.id, nora)
    ask = information_do.RequestInformation(
        request=UUID(int=10), source="Fastlegen", what="Medisiner", why="Vurdere",
        due_on=date(2026, 3, 16),
    )  # fmt: skip
    place.does(ask, place.desk(), stream)
    [kept] = [k for k in place.kept(stream) if k.kind is LetterKind.INFORMATION_REQUEST]
    assert not kept.to_party
    letter = place.letters(stream, nora)[LetterKind.INFORMATION_REQUEST]
    assert letter.recipient == ("Fastlegen",)
    assert "til og med 1. juni 2026" in words(letter)


def test_who_reports_on_paper_is_answered_on_paper(place, nora):
    stream = uuid7()
    command = report_do.RegisterReport(
        reporter="Mor Testdatter", about="Nora", tie="Datter", words="Uro.",
        address="Morveien 1", arrived_on=TODAY,
    )  # fmt: skip
    place.does(command, place.desk(), stream, nora)
    assert place.letters(stream, nora)[LetterKind.REPORT_RECEIVED].recipient == (
        "Mor Testdatter",
        "Morveien 1",
    )
    assert [one.by_post for one in place.kept(stream)] == [True]


# --- death -------------------------------------------------------------------------


def test_nothing_is_sent_when_death_closes_a_case(place, nora):
    stream, _ = place.apply(nora)
    close = do.CloseCase(closing="death", on=TODAY)
    place.does(close, place.desk(), stream)
    assert place.kept(stream) == []


def test_nothing_is_sent_when_death_ends_a_service(place, nora):
    stream = running(place, nora)
    died = care_do.EndCare(ending=Ending.DEATH, on=TODAY)
    place.does(died, place.desk("rustjenesten"), stream)
    assert place.kept(stream) == []


def test_who_ends_a_service_by_wish_gets_a_letter(place, nora):
    stream = running(place, nora)
    enough = care_do.EndCare(ending=Ending.WISH, on=TODAY, reason="Nora sa det")
    place.does(enough, place.desk("rustjenesten"), stream)
    assert [one.kind for one in place.kept(stream)] == [LetterKind.CARE_ENDED]


def running(place, nora):
    """Return a service of Nora's that has started."""
    stream = uuid7()
    system = Actor(place.key, Role.SYSTEM, SYSTEM_ID)
    place.does(GRANT, system, stream, nora)
    place.does(care_do.StartCare(on=TODAY), place.desk("rustjenesten"), stream)
    return stream


# --- bundles -----------------------------------------------------------------------


def bundle_of(printed):
    letter, bundle = printed[-1]
    assert letter.kind is LetterKind.DOCUMENTS
    return {document.title.rsplit(",", 1)[0]: str(document) for document in bundle}


def test_the_bundle_holds_what_was_said_and_what_was_sent(place, nora, printed):
    stream = uuid7()
    apply = do.SubmitApplication(application=replace(WITH_CONTACT, address=ADDRESS))
    place.does(apply, place.citizen(nora), stream, nora)
    desk = place.desk()
    for command in (
        do.ArrangeInterview(on=TODAY, at="10.00", place="Rådhuset"),
        do.GiveDelayNotice(reason="Flere er syke.", expected_on=date(2026, 4, 20)),
        do.CommentOnCase(words="Jeg har tid."),
    ):
        place.does(command, desk, stream)
    decide(place, stream)
    place.does(documents_do.AskForDocuments(), place.citizen(nora), stream)
    place.does(documents_do.GiveDocuments(how="Kopi."), desk, stream)
    bundle = bundle_of(printed)
    application = bundle["Søknad"]
    for said in ("99 99 99 99", "nora@example.org", "Ring først.", "Gjemmeveien 7"):
        assert said in application
    assert "Rådhuset" in bundle["Innkalling til samtale"]
    assert "2. mars 2026" in bundle["Innkalling til samtale"]
    assert "Flere er syke." in bundle["Brev om at saken tar tid"]
    assert "20. april 2026" in bundle["Brev om at saken tar tid"]
    assert "Jeg har tid." in bundle["Uttalelse"]
    assert "Samtaler med en fagperson" in bundle["Vedtak i saken din"]
    assert {"Samtale om behov", "Vurdering av vilkår"} <= set(bundle)


def test_the_bundle_of_a_service_holds_its_plan_reviews_and_notices(
    place, nora, printed
):
    stream = running(place, nora)
    delivers = place.desk("rustjenesten")
    for command, actor in (
        (
            care_do.MakePlan(
                own_words="Jeg vil sove.", goals="Sove", measures="", took_part="Nora"
            ),
            delivers,
        ),
        (
            care_do.ReviewNeed(
                own_words="Bedre.", assessment="Fortsatt", review_on=date(2026, 9, 1)
            ),
            delivers,
        ),
        (
            care_do.GiveAdvanceNotice(
                what="change", proposal="Sjeldnere", reason="Bedring",
                comment_by=date(2026, 3, 16),
            ),
            place.desk(),
        ),
        (care_do.AnswerNotice(words="Helst ikke."), place.citizen(nora)),
        (documents_do.AskForDocuments(), place.citizen(nora)),
        (documents_do.GiveDocuments(how="Kopi."), place.desk()),
    ):  # fmt: skip
        place.does(command, actor, stream)
    bundle = bundle_of(printed)
    assert "Jeg vil sove." in bundle["Plan"]
    assert "Fortsatt" in bundle["Ny vurdering"]
    assert "Sjeldnere" in bundle["Forhåndsvarsel"]
    assert "Helst ikke." in bundle["Uttalelse"]


# --- what the service inherits -----------------------------------------------------


def test_a_protected_address_is_not_printed_on_the_letters_of_a_service(
    place, nora, printed
):
    stream = register(place, nora, protected=True)
    decide(place, stream)
    place.later(14)
    day = place.office.now.date()
    delivers, care = place.desk("rustjenesten"), care_stream(stream, "samtaler")
    place.does(care_do.StartCare(on=day), delivers, care)
    notice = care_do.GiveAdvanceNotice(
        what="change", proposal="Sjeldnere", reason="Bedring",
        comment_by=date(2026, 3, 30),
    )  # fmt: skip
    place.does(notice, place.desk(), care)
    assert [one.kind for one in place.kept(care)] == [LetterKind.ADVANCE_NOTICE]
    for letter, bundle in printed:
        assert "Gjemmeveien" not in f"{letter} {bundle}", letter.kind
