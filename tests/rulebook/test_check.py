"""The check of a rulebook: each fault is pointed at, with what to do about it."""

from datetime import date

import pytest

from fotfeste.rulebook.check import check

ENEBAKK = "municipalities/enebakk/2017-08-02.yaml"
RAELINGEN = "municipalities/raelingen/2020-01-01.yaml"
OPPEGARD = "municipalities/oppegard/2012-01-01.yaml"
EKSEMPEL = "municipalities/eksempel/2025-01-06.yaml"
FVL = "national/forvaltningsloven/1995-04-01.yaml"
PBRL = "national/pasient-og-brukerrettighetsloven/2012-01-01.yaml"
HOLIDAYS = "national/holidays/1995-02-24.yaml"
NAMES = "national/names.yaml"
ROUTES = "national/appeal-routes/2012-01-01.yaml"
CONTACTS = "national/contacts/2026-01-01.yaml"
GUIDANCE = "national/guidance/2026-01-01.yaml"
EXAMPLES = "municipalities/oppegard/scenarios.yaml"
NORDRE_FOLLO = "municipalities/nordre-follo/2020-01-01.yaml"
NORDRE_FOLLO_LATER = "municipalities/nordre-follo/2024-07-01.yaml"


def line_of(text, fragment):
    """Return the line (from 1) on which the fragment begins; it must stand once."""
    assert text.count(fragment) == 1, fragment
    return text[: text.index(fragment)].count("\n") + 1


def spoiled(texts, file, old, new):
    assert texts[file].count(old) == 1, f"«{old}» stands in {file} not exactly once"
    return {**texts, file: texts[file].replace(old, new)}


def the_problem(texts, file, line):
    """Return the problem at the place; fails unless the check says it helpfully."""
    checked = check(texts)
    assert checked.rulebook is None
    found = [p for p in checked.problems if (p.file, p.line) == (file, line)]
    assert found, "\n".join(map(str, checked.problems))
    assert all(problem.what.strip() and problem.todo.strip() for problem in found)
    return found[0]


def test_the_real_rulebook_has_no_problems(texts):
    checked = check(texts)
    assert checked.problems == []
    assert checked.rulebook is not None


def test_a_note_names_the_three_weeks_of_enebakk_with_file_and_line(texts):
    [note] = [note for note in check(texts).notes if note.file == ENEBAKK]
    assert note.line == line_of(texts[ENEBAKK], "value: 3 weeks")
    assert "3 weeks" in note.what
    assert "4 weeks" in note.what
    assert note.todo


def test_a_municipality_that_prints_no_period_gets_no_note(texts):
    assert {note.file for note in check(texts).notes} == {
        ENEBAKK,
        "municipalities/standard/2025-01-06.yaml",
    }


CHANGES = {
    "text that is not YAML": (
        (RAELINGEN, "service: Rustjenesten\n", "service: [Rustjenesten\n"),
        "service_line_or_after",
        "not YAML",
    ),
    "a key nobody knows": (
        (RAELINGEN, "second_person: true", "second_persona: true"),
        "second_persona",
        "second_persona",
    ),
    "a key that is unknown deep inside": (
        (RAELINGEN, "    about: Gir hjelpen", "    abuot: Gir hjelpen"),
        "    abuot",
        "abuot",
    ),
    "a date that does not exist": (
        (RAELINGEN, "next_review: 2027-05-22", "next_review: 2027-02-30"),
        "next_review",
        "2027-02-30",
    ),
    "a key that stands twice": (
        (RAELINGEN, "age_from: 18", "age_from: 18\nage_from: 16"),
        "age_from: 16",
        "age_from",
    ),
    "periods that overlap": (
        (NAMES, "valid_to: 2020-12-31, nb: Fylkesmannen", "nb: Fylkesmannen"),
        "{valid_from: 2021-01-01, nb: Statsforvalteren",
        "overlaps",
    ),
    "a period that is missing": (
        (NAMES, "valid_to: 2020-12-31, nb: Fylkes", "valid_to: 2019-12-31, nb: Fylkes"),
        "{valid_from: 2021-01-01, nb: Statsforvalteren",
        "2020-01-01 to 2020-12-31",
    ),
    "a period that ends before it begins": (
        (OPPEGARD, "valid_to: 2019-12-31", "valid_to: 2009-12-31"),
        "valid_to: 2009-12-31",
        "before it begins",
    ),
    "an unknown unit of time": (
        (PBRL, "value: 4 weeks", "value: 4 fortnights"),
        "value: 4 fortnights",
        "4 fortnights",
    ),
    "a unit of the municipality that does not exist": (
        (RAELINGEN, "  deliver: rustjenesten", "  deliver: rustjensten"),
        "  deliver: rustjensten",
        "rustjensten",
    ),
    "an act nobody knows": (
        (ENEBAKK, "law: [hol § 3-1, hol § 3-2, ", "law: [hol § 3-1, khol § 3-2, "),
        "law: [hol",
        "khol",
    ),
    "an act version of an unknown act": (
        (PBRL, "law: pbrl", "law: prbl"),
        "law: prbl",
        "prbl",
    ),
    "a citation that is none": (
        (PBRL, "cite: § 7-5", "cite: paragraf 7-5"),
        "cite: paragraf 7-5",
        "paragraf 7-5",
    ),
    "an offer without a legal basis": (
        (OPPEGARD, "    basis: [hol § 7-1, hol § 7-2]", "    basis: []"),
        "    basis: []",
        "no legal basis",
    ),
    "an offer whose basis nobody can appeal": (
        (OPPEGARD, "    basis: [hol § 7-1, hol § 7-2]", "    basis: [dl § 148]"),
        "    basis: [dl § 148]",
        "appeal route",
    ),
    "a review before the update": (
        (RAELINGEN, "next_review: 2027-05-22", "next_review: 2026-05-22"),
        "next_review",
        "next review",
    ),
    "a base that does not exist": (
        (EKSEMPEL, "extends: standard/2025-01-06", "extends: standard/2025-01-07"),
        "extends: standard/2025-01-07",
        "standard/2025-01-07",
    ),
    "a pack that builds on itself": (
        (EKSEMPEL, "extends: standard/2025-01-06", "extends: eksempel/2025-01-06"),
        "extends: eksempel/2025-01-06",
        "eksempel/2025-01-06",
    ),
    "a term id that stands twice": (
        (FVL, "id: appeal.form", "id: guidance"),
        "cite: § 11\n",
        "twice",
    ),
    "a route to a term nobody knows": (
        (ROUTES, "{basis: bosl, term: appeal.general", "{basis: bosl, term: appeals"),
        "{basis: bosl",
        "appeals",
    ),
    "a holiday both on a date and after Easter": (
        (HOLIDAYS, 'date: "05-17", cite', 'date: "05-17", after_easter: 3, cite'),
        'date: "05-17"',
        "either",
    ),
    "a holiday on no day of the year": (
        (HOLIDAYS, 'date: "05-17"', 'date: "05-37"'),
        'date: "05-37"',
        "05-37",
    ),
    "a holiday that most years lack": (
        (HOLIDAYS, 'date: "05-17"', 'date: "02-29"'),
        'date: "02-29"',
        "every year",
    ),
    "a holiday written as a week": (
        (HOLIDAYS, 'date: "05-17"', 'date: "W20-1"'),
        'date: "W20-1"',
        "W20-1",
    ),
    "a holiday far after Easter": (
        (HOLIDAYS, "after_easter: -3", "after_easter: 101"),
        "after_easter: 101",
        "too far",
    ),
    "a holiday far before Easter": (
        (HOLIDAYS, "after_easter: -3", "after_easter: -61"),
        "after_easter: -61",
        "too far",
    ),
    "holidays that end, and none after them": (
        (
            HOLIDAYS,
            "valid_from: 1995-02-24\n",
            "valid_to: 2030-12-31\nvalid_from: 1995-02-24\n",
        ),
        "valid_to",
        "2031-01-01",
    ),
    "a route whose basis is no citation": (
        (ROUTES, "{basis: hol,", "{basis: hol § x,"),
        "{basis: hol § x,",
        "not a citation",
    ),
    "a route for half an act": (
        (ROUTES, "{basis: hol,", "{basis: hol kapittel 3,"),
        "{basis: hol kapittel 3,",
        "hol kapittel 3",
    ),
    "a route to a term without a period": (
        (
            ROUTES,
            "{basis: hol, term: appeal.health-and-care,",
            "{basis: hol, term: appeal.late,",
        ),
        "{basis: hol, term: appeal.late,",
        "no period",
    ),
    "a needed period that is gone": (
        (FVL, "    value: 1 month\n", ""),
        "  - id: preliminary-answer",
        "no period",
    ),
    "an act that stands twice": (
        ("national/acts.yaml", "{short: hpl,", "{short: hol,"),
        "{short: hol, name: helsepersonelloven",
        "twice",
    ),
    "a second thing with the same id in a pack that builds on another": (
        (
            EKSEMPEL,
            "  - id: residence\n",
            "  - id: residence\n    name: En\n  - id: residence\n",
        ),
        "  - id: residence\n    question",
        "twice",
    ),
    "a help line that stands twice": (
        (CONTACTS, "  - id: police\n", "  - id: medical-emergency\n"),
        "  - id: medical-emergency\n    name: Politiet",
        "twice",
    ),
    "taking away what is not there": (
        (EKSEMPEL, "  - id: kommunen", "  - id: komunen"),
        "  - id: komunen",
        "«komunen» is not among the units",
    ),
    "a municipality with a name for part of its days": (
        (
            "municipalities/oppegard/municipality.yaml",
            "valid_to: 2019-12-31",
            "valid_to: 2015-12-31",
        ),
        "valid_to: 2015-12-31",
        "no name",
    ),
    "a municipality that has its name too late": (
        (
            "municipalities/eksempel/municipality.yaml",
            "valid_from: 2020-01-01",
            "valid_from: 2025-01-07",
        ),
        "identities:",
        "no name",
    ),
    "a successor that comes too late": (
        (
            "municipalities/oppegard/municipality.yaml",
            "successor: nordre-follo",
            "successor: eksempel",
        ),
        "successor: eksempel",
        "2020-01-01",
    ),
    "a text of no words": (
        (RAELINGEN, "price: Tjenesten er gratis.", 'price: ""'),
        'price: ""',
        "no words",
    ),
    "a text of spaces in a list": (
        (RAELINGEN, "values: [Respekt, Ansvar, Redelighet]", 'values: [Respekt, " "]'),
        "values: [",
        "no words",
    ),
    "a blank help line": (
        (CONTACTS, "purpose: Når noen er i fare nå", 'purpose: "\u200b"'),
        'purpose: "\u200b"',
        "no words",
    ),
    "a blank title of the guidance": (
        (GUIDANCE, "\ntitle: ", "\ntitle: '  ' # "),
        "title: '  '",
        "no words",
    ),
    "a day that nobody will see": (
        (RAELINGEN, "next_review: 2027-05-22", "next_review: 9999-12-31"),
        "next_review: 9999-12-31",
        "9999-12-31",
    ),
    "a worked example of an unknown term": (
        (EXAMPLES, "term: preliminary-answer", "term: preliminary"),
        "term: preliminary",
        "preliminary",
    ),
    "a worked example with an unknown key": (
        (EXAMPLES, "basis: hol", "bassis: hol"),
        "bassis: hol",
        "bassis",
    ),
    "a worked example on a day that does not exist": (
        (EXAMPLES, "from: 2019-01-31", "from: 2019-02-31"),
        "from: 2019-02-31",
        "2019-02-31",
    ),
    "a worked example of a basis that is none": (
        (EXAMPLES, "basis: hol § 3-2 første ledd nr. 6 bokstav b", "basis: hol § b"),
        "basis: hol § b",
        "hol § b",
    ),
    "a worked example of an unknown municipality": (
        (
            "municipalities/eksempel/scenarios.yaml",
            "municipality: eksempel",
            "municipality: eksmepel",
        ),
        "  - term: appeal",
        "eksmepel",
    ),
    "a successor nobody knows": (
        (
            "municipalities/oppegard/municipality.yaml",
            "successor: nordre-follo",
            "successor: nordre-foll",
        ),
        "successor: nordre-foll",
        "nordre-foll",
    ),
}


@pytest.mark.parametrize("fault", CHANGES)
def test_a_fault_is_pointed_at_by_file_and_line_with_what_to_do(texts, fault):
    (file, old, new), at, says = CHANGES[fault]
    broken = spoiled(texts, file, old, new)
    if at == "service_line_or_after":
        line = check(broken).problems[0].line
        assert line >= line_of(broken[file], "service: [")
    elif fault == "a term id that stands twice":
        line = line_of(broken[file], at) - 1
    else:
        line = line_of(broken[file], at)
    assert says in the_problem(broken, file, line).what


def test_a_fault_in_an_extended_pack_is_pointed_at_where_it_was_written(texts):
    file = "municipalities/standard/2025-01-06.yaml"
    old = "basis: [hol § 3-2 første ledd nr. 6 bokstav c, hol § 3-1]"
    broken = spoiled(texts, file, old, "basis: []")
    problems = check(broken).problems
    assert {(p.file, p.line) for p in problems} == {
        (file, line_of(broken[file], "basis: []"))
    }


def test_a_promise_of_less_time_to_appeal_than_the_law_is_refused(texts):
    promise = (
        "promises:\n  - id: appeal\n    value: 3 weeks\n    text: Du har tre uker.\n"
    )
    texts[RAELINGEN] += promise
    found = the_problem(
        texts, RAELINGEN, line_of(texts[RAELINGEN], "    value: 3 weeks")
    )
    assert "4 weeks" in found.what
    assert "published" in found.todo


def test_a_promise_of_more_time_to_appeal_than_the_law_is_taken(texts):
    texts[RAELINGEN] += (
        "promises:\n  - id: appeal\n    value: 6 weeks\n    text: Du har seks uker.\n"
    )
    assert check(texts).problems == []


def test_a_file_must_be_named_by_the_day_it_holds_from(texts):
    wrong = "municipalities/raelingen/2020-01-02.yaml"
    texts[wrong] = texts.pop(RAELINGEN)
    found = the_problem(texts, wrong, line_of(texts[wrong], "valid_from: 2020-01-01"))
    assert "2020-01-01.yaml" in found.todo


@pytest.mark.parametrize(
    "file",
    [
        "notes.yaml",
        "national/holiday.yaml",
        "municipalities/raelingen/2020.yaml",
        "municipalities/Rælingen/2020-01-01.yaml",
        "municipalities/2020-01-01.yaml",
    ],
)
def test_a_file_that_has_no_place_in_a_rulebook_is_refused(texts, file):
    texts[file] = "valid_from: 2020-01-01\n"
    assert "no place" in the_problem(texts, file, 1).what


@pytest.mark.parametrize("empty", ["", "\n\n", "# Nothing yet\n", "- a list\n"])
def test_an_empty_file_is_refused(texts, empty):
    texts[RAELINGEN] = empty
    assert check(texts).rulebook is None
    [found] = [p for p in check(texts).problems if p.file == RAELINGEN]
    assert found.line >= 1
    assert "empty" in found.what
    assert found.todo


def test_two_packs_that_overlap_are_refused(texts):
    later = "municipalities/raelingen/2026-12-01.yaml"
    texts[later] = "extends: raelingen/2020-01-01\nvalid_from: 2026-12-01\n"
    found = the_problem(texts, later, 2)
    assert "overlaps" in found.what
    assert "2026-11-30" in found.todo


def test_two_packs_with_days_between_them_are_refused(texts):
    file = "municipalities/nordre-follo/2020-01-01.yaml"
    broken = spoiled(texts, file, "valid_to: 2024-06-30", "valid_to: 2024-05-31")
    later = "municipalities/nordre-follo/2024-07-01.yaml"
    line = line_of(texts[later], "valid_from: 2024-07-01")
    found = the_problem(broken, later, line)
    assert "2024-06-01 to 2024-06-30" in found.what


def test_two_packs_that_build_on_each_other_are_refused(texts):
    standard = "municipalities/standard/2025-01-06.yaml"
    texts[standard] += "extends: eksempel/2025-01-06\n"
    problems = check(texts).problems
    assert {p.file for p in problems} == {standard, EKSEMPEL}
    assert all("build on" in p.what and p.todo for p in problems)


def test_a_municipality_without_a_pack_is_refused(texts):
    del texts[RAELINGEN]
    found = the_problem(texts, "municipalities/raelingen/municipality.yaml", 1)
    assert "no pack" in found.what


def test_a_pack_without_a_municipality_is_refused(texts):
    del texts["municipalities/raelingen/municipality.yaml"]
    assert "municipality.yaml" in the_problem(texts, RAELINGEN, 1).what


@pytest.mark.parametrize("file", ["national/acts.yaml", NAMES, HOLIDAYS, ROUTES])
def test_a_rulebook_without_a_national_file_is_refused(texts, file):
    del texts[file]
    checked = check(texts)
    assert checked.rulebook is None
    assert all(problem.what and problem.todo for problem in checked.problems)


def test_nothing_at_all_is_no_rulebook():
    checked = check({})
    assert checked.rulebook is None
    assert checked.problems


def test_every_problem_of_a_rulebook_is_told_at_once(texts):
    broken = spoiled(texts, PBRL, "value: 4 weeks", "value: 4 fortnights")
    broken = spoiled(broken, RAELINGEN, "age_from: 18", "age: 18")
    assert {p.file for p in check(broken).problems} >= {PBRL, RAELINGEN}


def test_problems_come_in_the_order_of_files_and_lines(texts):
    broken = spoiled(texts, PBRL, "value: 4 weeks", "value: 4 fortnights")
    broken = spoiled(broken, RAELINGEN, "age_from: 18", "age: 18")
    places = [(p.file, p.line) for p in check(broken).problems]
    assert places == sorted(places)


def test_another_text_is_another_fingerprint(texts):
    before = check(texts).rulebook.digest
    texts[RAELINGEN] += "# one more word\n"
    assert check(texts).rulebook.digest != before


def test_two_packs_out_of_reach_of_the_calendar_are_refused(texts):
    texts["municipalities/raelingen/2026-12-01.yaml"] = (
        "extends: raelingen/2020-01-01\nvalid_from: 0001-01-01\n"
    )
    assert check(texts).problems


def test_a_municipality_without_a_name_is_refused(texts):
    file = "municipalities/eksempel/municipality.yaml"
    texts[file] = "identities: []\nmade_up: true\n"
    assert "no name" in the_problem(texts, file, 1).what


def test_what_a_pack_takes_away_stays_away_in_the_pack_built_on_it(texts):
    texts[NORDRE_FOLLO] += "offers:\n  - id: post\n    remove: true\n"
    packs = check(texts).rulebook.packs["nordre-follo"]
    assert [pack.offer("post") for pack in packs] == [None, None]


def test_what_was_taken_away_cannot_be_taken_away_again(texts):
    gone = "offers:\n  - id: post\n    remove: true\n"
    texts[NORDRE_FOLLO] += gone
    texts[NORDRE_FOLLO_LATER] += gone
    line = line_of(texts[NORDRE_FOLLO_LATER], "  - id: post")
    assert "post" in the_problem(texts, NORDRE_FOLLO_LATER, line).what


def test_what_was_taken_away_can_be_given_again(texts):
    offer = (
        "offers:\n  - id: {}\n    name: Post\n    what: Vi skriver til deg.\n"
        "    basis: [hol § 3-1]\n    decision: false\n    price: Gratis\n"
    )
    texts[NORDRE_FOLLO] += "offers:\n  - id: post\n    remove: true\n"
    texts[NORDRE_FOLLO_LATER] += offer.format("post")
    before, after = check(texts).rulebook.packs["nordre-follo"]
    assert before.offer("post") is None
    assert after.offer("post").what == "Vi skriver til deg."


def test_a_pack_cannot_build_on_what_is_no_pack(texts):
    broken = spoiled(
        texts,
        EKSEMPEL,
        "extends: standard/2025-01-06",
        "extends: eksempel/municipality",
    )
    line = line_of(broken[EKSEMPEL], "extends:")
    assert "build on" in the_problem(broken, EKSEMPEL, line).what


def test_a_rule_that_ends_is_missed_from_the_day_after(texts):
    broken = spoiled(texts, FVL, "law: fvl\n", "law: fvl\nvalid_to: 2031-05-31\n")
    found = the_problem(broken, FVL, line_of(broken[FVL], "  - id: preliminary-answer"))
    assert "2031-06-01" in found.what


def test_a_route_must_lead_somewhere_on_all_its_days(texts):
    broken = spoiled(texts, PBRL, "law: pbrl\n", "law: pbrl\nvalid_to: 2031-05-31\n")
    later = PBRL.replace("2012-01-01", "2031-06-01")
    broken[later] = texts[PBRL].replace("2012-01-01", "2031-06-01")
    assert check(broken).problems == []
    broken = spoiled(broken, later, "    value: 4 weeks\n", "")
    found = the_problem(broken, ROUTES, line_of(broken[ROUTES], "{basis: hol,"))
    assert "no period" in found.what


def test_a_route_that_is_gone_is_missed_by_the_packs_of_that_day(texts):
    later = ROUTES.replace("2012-01-01", "2031-06-01")
    texts[later] = texts[ROUTES].replace("2012-01-01", "2031-06-01")
    texts[ROUTES] += "valid_to: 2031-05-31\n"
    assert check(texts).problems == []
    texts[later] = "".join(
        line for line in texts[later].splitlines(True) if "{basis: hol," not in line
    )
    problems = check(texts).problems
    assert {RAELINGEN, OPPEGARD} <= {problem.file for problem in problems}
    assert all("2031-06-01" in problem.what for problem in problems)


def test_holidays_follow_the_file_in_force_on_the_day(texts):
    later = HOLIDAYS.replace("1995-02-24", "2030-05-10")
    texts[later] = texts[HOLIDAYS].replace("1995-02-24", "2030-05-10")
    texts[HOLIDAYS] += "valid_to: 2030-05-09\n"
    texts[later] = "".join(
        line
        for line in texts[later].splitlines(True)
        if "05-" not in line or "2030" in line
    )
    calendar = check(texts).rulebook.calendar
    days = [(2029, 5, 1), (2029, 5, 17), (2030, 5, 1), (2030, 5, 17), (2031, 5, 1)]
    holidays = [calendar.is_holiday(date(*day)) for day in days]
    assert holidays == [True, True, True, False, False]


def test_a_problem_says_its_place_what_is_wrong_and_what_to_do(texts):
    broken = spoiled(texts, EKSEMPEL, "  - id: kommunen", "  - id: komunen")
    [problem] = check(broken).problems
    line = line_of(broken[EKSEMPEL], "  - id: komunen")
    assert str(problem) == (
        f"{EKSEMPEL}:{line}: «komunen» is not among the units of the base."
        " Choose among kommunen, or take the lines away."
    )
