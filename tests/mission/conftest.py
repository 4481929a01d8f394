"""What the tests of the mission read: public pages, procedures and real cases."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client

from fotfeste.access.models import Employee
from fotfeste.access.people import Party
from fotfeste.access.policy import SYSTEM_ID
from fotfeste.demo import stories
from fotfeste.demo.fill import staff_of
from fotfeste.demo.people import citizens
from fotfeste.law.citation import Citation
from fotfeste.ledger import log
from fotfeste.ledger.fence import fenced
from fotfeste.letters import archive
from fotfeste.letters.compose import application as application_letters
from fotfeste.letters.compose.decision import decision as decision_letter
from fotfeste.letters.compose.occasion import Occasion
from fotfeste.letters.content import Facts, Letter, Numbered, Paragraph, Points, Table
from fotfeste.letters.wording import Texts
from fotfeste.office import installation
from fotfeste.office.handle import OSLO
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.application import events as did
from fotfeste.procedures.application.events import ApplicationContent, Outcome
from fotfeste.procedures.circumstances import Circumstances
from fotfeste.procedures.consequences import consequences
from fotfeste.procedures.kinds import PROCEDURES, Kind, clocks, decide, evolve
from fotfeste.procedures.person import stages as person_stages
from fotfeste.procedures.person.stages import NOTHING_KNOWN
from fotfeste.procedures.refusal import Refused
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.rulebook.check import check
from fotfeste.web import refusals
from fotfeste.web.who import office_now

PERSON, CASEWORKER, LEADER = UUID(int=1), UUID(int=2), UUID(int=3)
APPLICATION = UUID(int=7)


# --- pages -------------------------------------------------------------------------


class _Blocks(HTMLParser):
    """Collects the text of each paragraph, heading and list item of a page."""

    _KINDS = frozenset(
        ("p", "li", "h1", "h2", "h3", "dt", "dd", "summary", "td", "th", "legend")
    )

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag in self._KINDS:
            self.open.append([tag, []])

    def handle_endtag(self, tag):
        if tag in self._KINDS and any(tag == kind for kind, _ in self.open):
            while True:
                kind, words = self.open.pop()
                self.found.append(_plain(" ".join(words)))
                if kind == tag:
                    return

    def handle_data(self, data):
        for _, words in self.open:
            words.append(data)


def _plain(text):
    return re.sub(r"\s+([.,:])", r"\1", " ".join(text.split()))


@dataclass(frozen=True)
class Page:
    """A page as a reader meets it: a list of paragraphs, headings and list items."""

    html: str
    blocks: list[str]

    def tells(self, *stems):
        """Test that one paragraph or point holds every one of the stems."""
        return any(
            all(re.search(stem, block, re.IGNORECASE) for stem in stems)
            for block in self.blocks
        )

    def says(self, text):
        """Test that a text of the pack stands on the page, word for word."""
        return any(_plain(text) in block for block in self.blocks)

    def card(self, title):
        """Return all that stands under an offer or a unit with the title."""
        under = [b for b in self.blocks if b.startswith(_plain(title)) and b != title]
        assert under, f"«{title}» is not on the page"
        return max(under, key=len)


def read(html):
    """Return a page of the HTML."""
    parser = _Blocks()
    parser.feed(html)
    return Page(html, [block for block in parser.found if block])


@pytest.fixture
def reader(settings):
    """Return somebody with a browser, not signed in, without a single cookie."""
    settings.WHITENOISE_AUTOREFRESH = True  # styles are collected elsewhere
    return Client()


@pytest.fixture
def today():
    """Return the day on which the pages are read."""
    return office_now().now.astimezone(OSLO).date()


@pytest.fixture
def guidance(book, today):
    """Return what every municipality's pages tell."""
    return book.national_guidance(today)


@pytest.fixture
def front_page(reader):
    """Return the front page."""
    return read(reader.get("/").content.decode())


@pytest.fixture
def service_page(reader):
    """Fetch a municipality's service page, all of it."""

    def fetch(municipality):
        answer = reader.get(f"/{municipality}/")
        assert answer.status_code == 200
        return read(answer.content.decode())

    return fetch


@pytest.fixture
def own_page(service_page, guidance):
    """Fetch what a municipality says itself: its page without the national layer."""
    national = {_plain(t) for s in guidance.sections for t in (s.title, *s.text)}
    points = {_plain(point) for s in guidance.sections for point in s.points}

    def fetch(municipality):
        page = service_page(municipality)
        return replace(
            page, blocks=[b for b in page.blocks if b not in national | points]
        )

    return fetch


@pytest.fixture
def pack(book, today):
    """Return a municipality's pack of today."""
    return lambda municipality: book.pack(municipality, today)


@pytest.fixture
def offered(own_page, pack):
    """Assert that an offer is on its municipality's page, with each of the stems."""

    def look(municipality, key, *stems):
        offer = pack(municipality).offer(key)
        assert offer is not None, f"{municipality} has no offer «{key}»"
        card = own_page(municipality).card(offer.name)
        for text in (offer.name, offer.what, offer.price):
            assert _plain(text) in card, f"«{text}» is not on the page"
        for stem in stems:
            assert re.search(stem, card, re.IGNORECASE), f"«{stem}» not in «{card}»"

    return look


# --- the rulebook's texts ----------------------------------------------------------


@pytest.fixture(scope="session")
def texts():
    """Return the texts of the rulebook folder."""
    return installation.texts_in(Path(settings.FOTFESTE_RULEBOOK))


@pytest.fixture(scope="session")
def checked(texts):
    """Return what the check says of the rulebook."""
    return check(texts)


# --- procedures --------------------------------------------------------------------


class Walk:
    """A case that goes its way through the pure procedures, day by day."""

    def __init__(self, book, municipality, today, kind=Kind.APPLICATION):
        self.book, self.municipality, self.today = book, municipality, today
        self.case, self.events = PROCEDURES[kind].start, []
        self.pack = book.pack(municipality, today)
        self.person = NOTHING_KNOWN

    def later(self, days):
        """Let days pass."""
        self.today += timedelta(days=days)
        return self

    def knowing(self, *about):
        """Let this be what holds for the person in every case."""
        self.person = person_stages.replay(about).opened
        return self

    def here(self, by):
        """Return the circumstances of the next command."""
        return Circumstances(self.today, by, self.municipality, self.book, self.person)

    def does(self, command, by=CASEWORKER):
        """Give a command, and return what happened."""
        here = self.here(by)
        events = decide(self.case, command, here)
        for event in events:
            self.case = evolve(self.case, event)
        self.events += events
        return events

    def lacks(self, command, by=CASEWORKER):
        """Return what stands in the way of a command that must be refused."""
        here = self.here(by)
        with pytest.raises(Refused) as refused:
            decide(self.case, command, here)
        return {lack.code.value: lack for lack in refused.value.lacks}

    def told(self, command, by=CASEWORKER):
        """Return the words in which a command is refused."""
        here = self.here(by)
        with pytest.raises(Refused) as refused:
            decide(self.case, command, here)
        return " ".join(refusals.told(refused.value, self.pack))

    @property
    def clocks(self):
        """Return the running clocks by their term."""
        running = clocks(self.case, self.municipality, self.book)
        return {clock.term: clock for clock in running}

    def application(self, *wants, **said):
        """Return what an applicant says."""
        first = next(offer.id for offer in self.pack.offers if offer.apply)
        return ApplicationContent(
            **{
                "name": "Nora Testdatter",
                "wants": wants or (first,),
                "situation": "Det har glidd ut.",
                "stay": "lives",
            }
            | said
        )

    def apply(self, *wants, **said):
        """Apply online."""
        application = self.application(*wants, **said)
        self.does(do.SubmitApplication(application=application), PERSON)
        return self

    def meet(self, **said):
        """Hold the mapping interview."""
        words = {"took_part": "Nora og Kari", "own_words": "Jeg vil sove."} | said
        self.does(do.RecordInterview(on=self.today, **words))
        return self

    def assessed(self):
        """Return what is to be assessed, each with the service it is about."""
        file = self.case.opened
        return [one.key for one in self.pack.assessments(file.role, file.wants)]

    def assess(self, *leave_out, outcome="met"):
        """Assess every criterion of the pack but some."""
        self.does(
            do.RecordFindings(
                findings=tuple(
                    do.Finding(
                        criterion=criterion,
                        offer=offer,
                        outcome=outcome,
                        reason="Det kom fram i samtalen.",
                        evidence="Samtalen",
                    )
                    for criterion, offer in self.assessed()
                    if criterion not in leave_out
                )
            )
        )
        return self

    def proposal(self, outcome="grant", service=(), **changes):
        """Return a whole proposal for everything applied for, with some changes."""
        services = tuple(
            do.ServiceProposal(
                **{
                    "offer": key,
                    "outcome": Outcome(outcome),
                    "grounds": "Fordi det hjelper deg dit du vil.",
                    "amount": "Én time i uka",
                    "starts_on": self.today + timedelta(days=7),
                    "review_on": self.today + timedelta(days=180),
                }
                | dict(service)
            )
            for key in self.case.opened.wants
        )
        told = {
            "how_reached": "Vi leste søknaden og snakket med deg.",
            "took_part": "Nora Testdatter og Kari Saksbehandler",
            "own_view": "Du vil helst ha samtaler.",
            "weight": "Det har vi lagt stor vekt på.",
            "other_support": "Ring oss når du vil." if outcome == "refusal" else "",
        }
        return do.ProposeDecision(**{"services": services} | told | changes)

    def decide(self, outcome="grant"):
        """Decide, with a second person where the pack asks for one."""
        self.does(self.proposal(outcome))
        if self.pack.second_person:
            self.does(do.ApproveDecision(), LEADER)
        return self

    def make_available(self):
        """Let the person read the decision."""
        self.does(remedy_do.MakeDecisionAvailable(on=self.today))
        return self

    def notified(self, outcome="grant"):
        """Go the whole way to a decision that the person can read."""
        return self.apply().meet().assess().decide(outcome).make_available()

    def care(self):
        """Go on in the one service that the decision granted."""
        [caused] = consequences(APPLICATION, self.events[-1], self.case)
        care = Walk(self.book, self.municipality, self.today, Kind.CARE)
        care.does(caused.command, SYSTEM_ID)
        return care

    def decision_letter(self):
        """Return the decision letter, as it is written on the day the walk is at."""
        made = [e for e in self.events if isinstance(e, did.DecisionMade)][-1]
        file, notice = self.case.opened, self.case.opened.latest.told
        return words_of(decision_letter(self.occasion(), file, made, notice))

    def delay_letter(self, notice):
        """Return the letter of a delay notice."""
        return words_of(application_letters.delay_notice(self.occasion(), notice))

    def occasion(self):
        """Return what a letter of the day is written from."""
        names = {CASEWORKER: "Kari Saksbehandler", LEADER: "Ola Leder"}
        said = self.case.opened.application.application
        return Occasion(
            self.municipality, self.book, self.pack, self.today, "2026-00001",
            said.name, said.address, names, Texts(),
            self.book.desk_pack(self.municipality, self.today),
        )  # fmt: skip


@pytest.fixture
def make_walk():
    """Begin a case under a rulebook, on a Monday in March 2026 if no day is named."""

    def begin(book, municipality, today=date(2026, 3, 2), **kind):
        return Walk(book, municipality, today, **kind)

    return begin


@pytest.fixture
def walk(book, make_walk):
    """Begin a case under the rulebook as it is."""
    return partial(make_walk, book)


@dataclass(frozen=True)
class LetterWords:
    """The words of a letter: all of them, and those of each section."""

    letter: Letter
    sections: dict[str, str]

    @property
    def all(self):
        """Return every word, with the heading and the sender."""
        head = [self.letter.title, self.letter.sender, *self.letter.contact]
        return "\n".join([*head, *self.sections.values()])


def words_of(letter):
    """Return the words of a letter."""
    return LetterWords(
        letter,
        {
            section.id: "\n".join(word for b in section.blocks for word in _words(b))
            for section in letter.sections
        },
    )


def _words(block):
    match block:
        case Paragraph(text=text):
            return [text]
        case Points(items=items) | Numbered(items=items):
            return items
        case Facts(rows=rows):
            return [" ".join(row) for row in rows]
        case Table(rows=rows):
            return [" | ".join(row) for row in rows]


# --- the chain, with its database --------------------------------------------------


@dataclass
class Chain:
    """A person's case through the one door, letters and all."""

    story: stories.Story

    def __getattr__(self, name):
        return getattr(self.story, name)

    @property
    def history(self):
        """Return what the log holds."""
        return log.read(self.story.municipality, self.story.stream, self.office.keys)

    def letters(self, stream=None):
        """Return the letters of the case, by their kind; the latest of each."""
        story = self.story
        party = Party(story.party.id, story.party.wrapped)
        with fenced(story.municipality):
            kept = archive.letters_of(story.municipality, [stream or story.stream])
            return {
                one.kind.value: words_of(
                    archive.letter_text(
                        story.municipality, one, party, story.office.keys
                    )
                )
                for one in kept
            }


@pytest.fixture
def chain(db, office):
    """Begin a made-up person's case in a municipality, on the office's day."""

    def start(municipality, citizen=0, on=None):
        begun = (
            replace(office, now=datetime(on.year, on.month, on.day, 9, tzinfo=OSLO))
            if on
            else office
        )
        staff = employed(begun, municipality)
        person = citizens()[citizen]
        return Chain(stories.begin(municipality, person, staff, begun, 0))

    return start


def employed(office, municipality):
    """Return the made-up staff of the office's day, the municipality's employed."""
    staff = staff_of(office, office.now.date())
    with fenced(municipality):
        Employee.objects.bulk_create(
            [
                Employee(
                    municipality=municipality,
                    id=one.id,
                    name=one.name,
                    role=one.role,
                    unit=one.unit,
                    valid_from=date(2019, 1, 1),
                )
                for one in staff
                if one.municipality == municipality
            ],
            ignore_conflicts=True,
        )
    return staff


@pytest.fixture
def cite():
    """Return a citation of a text."""
    return Citation
