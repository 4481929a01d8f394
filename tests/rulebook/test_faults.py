"""Each fault of a rulebook is pointed at, with what to do about it."""

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

CHANGES = {
    "text that is not YAML": (
        (RAELINGEN, "service: Rustjenesten\n", "service: [Rustjenesten\n"),
        "service_line_or_after",
        "not YAML",
    ),
    "a key nobody knows": (
        (RAELINGEN, "second_person: false", "second_persona: true"),
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
        (FVL, "    value: 1 month\n    cite: § 11 a", "    cite: § 11 a"),
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
def test_a_fault_is_pointed_at_by_file_and_line_with_what_to_do(
    texts, fault, line_of, spoiled, the_problem
):
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
