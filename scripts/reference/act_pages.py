"""One page for each act, with a section for each § that the program uses."""

from collections.abc import Iterator

from scripts.reference import markdown as md
from scripts.reference.acts import (
    Library,
    Paragraph,
    Place,
    Rule,
    in_order,
    library,
)
from scripts.reference.commands import COMMANDS
from scripts.reference.uses import Use, uses
from scripts.reference.wording import command_name, t, texts

from fotfeste.law.norwegian import day, listed, weekday
from fotfeste.procedures.kinds import Command
from fotfeste.rulebook.national import AppealRoute
from fotfeste.rulebook.scenarios import Scenario

_OWN_PAGES = frozenset(
    {"application", "appeal", "care", "contact", "report", "person"}
    | {"remedy", "documents", "information", "handling"}
)


def act_pages() -> dict[str, str]:
    """Return the page of every act that the program uses, by its file."""
    return {f"law/{law}.md": _page(law) for law in laws()}


def laws() -> list[str]:
    """Return the short names of the acts, in the order of the rulebook's list."""
    used = {place[0] for place in places()}
    return [short for short in library().book.acts if short in used]


def places() -> list[Place]:
    """Return every § that the rulebook has something about, or the program uses."""
    return sorted({*library().paragraphs, *uses()}, key=in_order)


def anchor(place: Place) -> str:
    """Return the address of a § on the page of its act."""
    return f"law/{place[0]}.md#{place[1].replace(' ', '-')}"


def name_of(law: str) -> str:
    """Return the name of an act with a capital letter."""
    name = library().book.acts[law].name
    return name if name[1:2].isupper() else name[:1].upper() + name[1:]


def _page(law: str) -> str:
    known = library()
    source = known.sources.get(law)
    prepared = known.prepared.get(law)
    own = [place for place in places() if place[0] == law]
    replaces = name_of(prepared.replaces) if prepared else ""
    return md.page(
        f"{name_of(law)} ({law})",
        md.link(t("act.lovdata"), source) if source else "",
        md.prose(t("act.prepared", replaces=replaces)) if prepared else "",
        _routes(known, law),
        *(part for place in own for part in _section(known, place)),
    )


def _routes(known: Library, law: str) -> str:
    found = [
        route
        for version in known.book.routes[-1:]
        for route in version.routes
        if route.basis.split(" ")[0] == law and known.rule(route.term, known.checked)
    ]
    if not found or law in known.prepared:
        return ""
    lines = [_route(known, route) for route in found]
    return f"{md.heading(t('act.routes'))}\n\n{md.points(lines)}"


def _route(known: Library, route: AppealRoute) -> str:
    rule = known.rule(route.term, known.checked)
    period = rule.period.in_norwegian() if rule and rule.period else ""
    told = t(
        "act.route_value",
        period=period[:1].upper() + period[1:],
        right=route.right,
        body=known.book.name(route.body, known.checked),
    )
    return f"{t('act.route', basis=route.basis)}: {told}"


def _section(known: Library, place: Place) -> Iterator[str]:
    paragraph = known.paragraphs.get(place, Paragraph())
    yield f'<a id="{place[1].replace(" ", "-")}"></a>\n\n' + md.heading(f"§ {place[1]}")
    for rule in paragraph.rules:
        yield _rule(rule)
    if not paragraph.rules:
        yield md.prose(t("act.no_text"))
    if paragraph.examples:
        examples = sorted(paragraph.examples, key=lambda s: (s.start, s.last_day))
        yield _part("act.examples", (_example(s) for s in examples))
    if paragraph.holidays:
        yield _part("act.holidays", paragraph.holidays)
    if paragraph.offers:
        yield _part("act.offers", sorted(paragraph.offers))
    yield _part("act.uses", _used(uses().get(place, set())))


def _part(key: str, lines: Iterator[str] | list[str]) -> str:
    return f"{t(key)}:\n\n{md.points(lines)}"


def _rule(rule: Rule) -> str:
    place = rule.citation.paragraph.replace(" ", "")
    there = md.link(str(rule.citation), f"{rule.source}/%C2%A7{place}")
    value = rule.period.in_norwegian() if rule.period else ""
    kind = t("act.law")
    if rule.practice:
        kind = f"{t('act.practice')}. {rule.practice}"
    facts = {
        "act.place": there,
        "act.value": value,
        "act.kind": kind if value or rule.practice else "",
        "act.note": rule.note or "",
        "act.valid": md.dates(rule.valid_from, rule.valid_to),
        "act.checked": day(rule.checked),
    }
    lines = [f"{t(key)}: {text.strip()}" for key, text in facts.items() if text]
    return f"**{rule.text.strip()}** ({md.code(rule.id)})\n\n{md.points(lines)}"


def _example(scenario: Scenario) -> str:
    where = f" ({scenario.basis})" if scenario.basis else ""
    return t(
        "act.example",
        start=weekday(scenario.start) + where,
        last_day=weekday(scenario.last_day),
        why=scenario.why.strip(),
    )


def _used(found: set[Use]) -> list[str]:
    """Return a line for each package, in the order of our list of them."""
    lines = []
    for package, name in texts()["packages"].items():
        commands = sorted(command for used, command in found if used == package)
        if not commands:
            continue
        told = [_command(COMMANDS[c]) for c in commands if c]
        if package in _OWN_PAGES:
            if "" in commands:
                told.append(t("procedure.clocks").lower())
            name = md.link(name, f"../procedures/{package}.md")
        lines.append(f"{name}: {listed(told)}" if told else name)
    return lines or [t("act.nowhere")]


def _command(kind: type[Command]) -> str:
    return f"{command_name(kind)} ({md.code(kind.__name__)})"
