"""Given, when, then for access to the documents of a case."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.procedures.events import NOTIFIED, RECEIVED

from fotfeste.procedures.application import rules
from fotfeste.procedures.documents import commands as do
from fotfeste.procedures.documents import events as did
from fotfeste.procedures.refusal import RefusalCode as No
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.procedures.remedy import events as remedy_did
from fotfeste.procedures.remedy.stages import DecisionKind

TODAY = date(2026, 3, 2)
ASKED = did.DocumentsAskedFor(which="", on=TODAY)
REFUSE = do.RefuseAccess(
    which="Notatet fra møtet",
    provision="fvl § 18 a første ledd",
    reason="Det er skrevet for vår egen forberedelse.",
)
REFUSED = did.AccessRefused(
    which="Notatet fra møtet",
    provision="fvl § 18 a første ledd",
    reason="Det er skrevet for vår egen forberedelse.",
    given="",
    on=TODAY,
)


def test_the_party_asks_for_all_documents_or_for_some(application):
    case = application.given(RECEIVED)
    case.when(do.AskForDocuments()).then(ASKED)
    some = case.when(do.AskForDocuments(which="Legens svar"))
    some.then(did.DocumentsAskedFor(which="Legens svar", on=TODAY))


def test_one_request_at_a_time_is_answered(application):
    application.given(RECEIVED, ASKED).when(do.AskForDocuments()).then_refused(
        No.NOT_NOW
    )


def test_after_a_decision_one_can_still_ask(application):
    application.given(*NOTIFIED).when(do.AskForDocuments()).then(ASKED)


def test_the_documents_are_given_and_it_is_told_how(application, book):
    case = application.given(RECEIVED, ASKED)
    case.when(do.GiveDocuments(how="")).then_refused(No.REASON_MISSING)
    after = case.when(do.GiveDocuments(how="Kopi i brev"))
    after.then(did.DocumentsGiven(how="Kopi i brev", on=TODAY))
    assert "documents.answer" in terms(case, book)
    assert "documents.answer" not in terms(after, book)


def terms(spec, book):
    return {clock.term for clock in rules.clocks(spec.case, "raelingen", book)}


def test_nobody_answers_what_was_not_asked(application):
    case = application.given(RECEIVED)
    case.when(do.GiveDocuments(how="Kopi")).then_refused(No.NOT_NOW)
    case.when(REFUSE).then_refused(No.NOT_NOW)


def test_a_refusal_is_a_decision_that_the_party_is_to_be_told_of(application):
    after = application.given(RECEIVED, ASKED).when(REFUSE).then(REFUSED)
    pending = after.case.opened.decisions.pending
    assert (pending.kind, pending.bases) == (
        DecisionKind.ACCESS,
        ("fvl § 18 a første ledd",),
    )


@pytest.mark.parametrize(
    "provision",
    [
        "",
        "Taushetsplikt",
        "fvl § 18 a",  # which paragraph?
        "fvl § 24 første ledd",  # no exemption
        "fvl § 18 første ledd",  # the right itself
        "pbrl § 3-6 første ledd",
    ],
)
def test_a_refusal_names_the_exemption_down_to_the_paragraph(application, provision):
    case = application.given(RECEIVED, ASKED)
    no = case.when(replace(REFUSE, provision=provision))
    no.then_refused(No.PROVISION_UNCLEAR)
    assert "fvl § 21 første ledd" in no.no.lacks[0].basis


@pytest.mark.parametrize(
    "provision",
    [
        "fvl § 18 b første ledd",
        "fvl § 18 c første ledd",
        "fvl § 18 d første ledd",
        "fvl § 19 første ledd bokstav d",
        "pbrl § 5-1 andre ledd",
    ],
)
def test_the_exemptions_of_the_law_are_enough(application, provision):
    case = application.given(RECEIVED, ASKED)
    case.when(replace(REFUSE, provision=provision)).then_some(did.AccessRefused)


@pytest.mark.parametrize("part", ["which", "reason"])
def test_a_refusal_says_what_and_why(application, part):
    case = application.given(RECEIVED, ASKED)
    case.when(replace(REFUSE, **{part: " "})).then_refused(No.REASON_MISSING)


@pytest.mark.parametrize(
    ("provision", "last_day"),
    [
        ("fvl § 19 første ledd bokstav d", date(2026, 3, 23)),  # three weeks
        ("pbrl § 5-1 andre ledd", date(2026, 3, 30)),  # four
    ],
)
def test_a_refused_access_is_appealed_by_the_day_its_own_basis_gives(
    application, provision, last_day
):
    refused = replace(REFUSED, provision=provision)
    told = application.given(RECEIVED, ASKED, refused).when(
        remedy_do.MakeDecisionAvailable(on=TODAY)
    )
    [notice] = told.then_some(remedy_did.DecisionMadeAvailable).came
    assert notice.appeal_by == last_day


def test_access_is_given_again_when_the_appeal_over_it_is_won(application):
    told = remedy_did.DecisionMadeAvailable(
        on=TODAY, appeal_by=date(2026, 3, 23), basis=("fvl § 29",), body="Statsforv."
    )
    case = application.given(RECEIVED, ASKED, REFUSED, told)
    case.when(remedy_do.ReopenDecision(number=1, reason="Medhold")).then(
        did.DocumentsAskedFor(which="Medhold", on=TODAY)
    )


@pytest.mark.parametrize("exempt", ["", "fvl § 18 a første ledd"])
def test_a_paper_is_filed_with_whether_the_party_sees_it(application, exempt):
    file = do.FileDocument(
        document=UUID(int=7), title="Notat", digest="0", exempt=exempt
    )
    after = application.given(RECEIVED).when(file)
    assert bool(after.case.opened.access.open_to_party) is not bool(exempt)


@pytest.mark.parametrize("exempt", ["fvl § 19", "fvl § 24 første ledd", "nei"])
def test_a_paper_is_exempt_only_on_a_ground_of_the_law(application, exempt):
    file = do.FileDocument(
        document=UUID(int=7), title="Notat", digest="", exempt=exempt
    )
    application.given(RECEIVED).when(file).then_refused(No.PROVISION_UNCLEAR)
