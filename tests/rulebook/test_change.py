"""What changes from a day on, and what is missing then."""

from datetime import date

from fotfeste.rulebook.check import check

RAELINGEN = "municipalities/raelingen/2020-01-01.yaml"
OPPEGARD = "municipalities/oppegard/2012-01-01.yaml"
FVL = "national/forvaltningsloven/1995-04-01.yaml"
PBRL = "national/pasient-og-brukerrettighetsloven/2012-01-01.yaml"
HOLIDAYS = "national/holidays/1995-02-24.yaml"
ROUTES = "national/appeal-routes/2012-01-01.yaml"


def test_two_packs_that_overlap_are_refused(texts, the_problem):
    later = "municipalities/raelingen/2026-12-01.yaml"
    texts[later] = "extends: raelingen/2020-01-01\nvalid_from: 2026-12-01\n"
    found = the_problem(texts, later, 2)
    assert "overlaps" in found.what
    assert "2026-11-30" in found.todo


def test_two_packs_with_days_between_them_are_refused(
    texts, line_of, spoiled, the_problem
):
    file = "municipalities/nordre-follo/2020-01-01.yaml"
    broken = spoiled(texts, file, "valid_to: 2024-06-30", "valid_to: 2024-05-31")
    later = "municipalities/nordre-follo/2024-07-01.yaml"
    line = line_of(texts[later], "valid_from: 2024-07-01")
    found = the_problem(broken, later, line)
    assert "2024-06-01 to 2024-06-30" in found.what


def test_two_packs_out_of_reach_of_the_calendar_are_refused(texts):
    texts["municipalities/raelingen/2026-12-01.yaml"] = (
        "extends: raelingen/2020-01-01\nvalid_from: 0001-01-01\n"
    )
    assert check(texts).problems


def test_a_rule_that_ends_is_missed_from_the_day_after(
    texts, line_of, spoiled, the_problem
):
    broken = spoiled(texts, FVL, "law: fvl\n", "law: fvl\nvalid_to: 2031-05-31\n")
    found = the_problem(broken, FVL, line_of(broken[FVL], "  - id: preliminary-answer"))
    assert "2031-06-01" in found.what


def test_a_route_must_lead_somewhere_on_all_its_days(
    texts, line_of, spoiled, the_problem
):
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
