"""One page for each kind of case, and one for each track that goes beside the cases."""

from collections.abc import Iterable

from scripts.reference import markdown as md
from scripts.reference.caused import caused
from scripts.reference.commands import COMMANDS, EVENTS, own_commands, packages
from scripts.reference.diagram import Move, moves
from scripts.reference.steps import Step
from scripts.reference.uses import all_steps
from scripts.reference.wording import (
    command_name,
    event_label,
    event_name,
    full_name,
    heads,
    package_of,
    refusal,
    stage_label,
    stage_name,
    t,
    term_of,
)

from fotfeste.access.policy import MAY, SCOPE, STEP
from fotfeste.law.norwegian import listed
from fotfeste.procedures.kinds import PROCEDURES, Command, Event, Kind

_ALWAYS = frozenset({"NOT_NOW", "DISQUALIFIED"})


def procedure_pages() -> dict[str, str]:
    """Return the page of every kind of case and track, by its file."""
    return {f"procedures/{package}.md": _page(package) for package in packages()}


def drawn(kind: Kind) -> list[Move]:
    """Return the moves that some command can lead to, where it can be given."""
    by_event: dict[str, list[type[Command]]] = {}
    for command in PROCEDURES[kind].commands:
        for event in all_steps()[full_name(command)].facts.builds:
            by_event.setdefault(event, []).append(command)
    names = {event.__name__: full_name(event) for event in PROCEDURES[kind].events}
    return [
        move
        for move in moves(kind)
        if any(
            _is_given_in(command, kind, move.before)
            for command in by_event.get(names[move.event], [])
        )
    ]


def stages_of(step: Step, kind: Kind) -> list[type]:
    """Return the stages of the kind in which the step is given; none means any."""
    held = step.stages.get(kind, set())
    return [
        stage
        for stage in PROCEDURES[kind].stages
        if {full_name(one) for one in stage.__mro__} & held
    ]


def _is_given_in(command: type[Command], kind: Kind, stage: str) -> bool:
    """Test that it can be given there; what goes beside a case needs it opened."""
    listed = stages_of(all_steps()[full_name(command)], kind)
    if listed:
        return stage in {one.__name__ for one in listed}
    start = PROCEDURES[kind].stages[0].__name__
    return package_of(command) == kind or stage != start


def _page(package: str) -> str:
    kind = Kind(package) if package in set(Kind) else None
    commands = own_commands(package)
    return md.page(
        t(f"packages.{package}"),
        md.prose(t(f"about.{package}")),
        *(_stages(kind) if kind else ()),
        md.heading(t("procedure.steps")),
        md.prose(t("procedure.steps_lead")),
        md.table(heads("procedure.step_head"), (_row(c, kind) for c in commands)),
        *(_tracks(kind) if kind else ()),
        *_consequences(package),
        *_refusals(commands),
        f"{t('procedure.see')} {md.link(t('clocks.title'), '../clocks.md')}",
    )


def _stages(kind: Kind) -> list[str]:
    stages = list(PROCEDURES[kind].stages)
    names = {stage.__name__: stage_name(kind, stage) for stage in stages}
    rows = [
        [names[stage.__name__], md.code(stage.__name__), _next(kind, stage.__name__)]
        for stage in stages
    ]
    return [
        md.heading(t("procedure.diagram")),
        md.prose(t("procedure.diagram_lead")),
        _diagram(kind),
        md.heading(t("procedure.stages"), 3),
        md.table(heads("procedure.stage_head"), rows),
        md.heading(t("procedure.stays"), 3),
        md.prose(t("procedure.stays_lead")),
        md.table(heads("procedure.stays_head"), _staying(kind, names)),
    ]


def _diagram(kind: Kind) -> str:
    stages = PROCEDURES[kind].stages
    names = {stage.__name__: stage_label(kind, stage) for stage in stages}
    start = stages[0].__name__
    going = [move for move in drawn(kind) if not move.stays]
    lines = ["```mermaid", "stateDiagram-v2"]
    lines += [
        f"    {stage}: {_plain(name)}"
        for stage, name in names.items()
        if stage != start
    ]
    arrows: dict[tuple[str, str], list[str]] = {}
    for move in going:
        name = event_label(_event(kind, move.event))
        arrows.setdefault((move.before, move.after), []).append(name)
    for (before, after), events in arrows.items():
        told = " / ".join(_plain(event) for event in dict.fromkeys(events))
        lines.append(f"    {'[*]' if before == start else before} --> {after}: {told}")
    left = {move.before for move in going}
    lines += [f"    {stage} --> [*]" for stage in names if stage not in left]
    return "\n".join([*lines, "```"])


def _next(kind: Kind, stage: str) -> str:
    events = {m.event for m in drawn(kind) if m.before == stage and not m.stays}
    told = [_event_told(e) for e in PROCEDURES[kind].events if e.__name__ in events]
    return ", ".join(told) or t("procedure.final")


def _staying(kind: Kind, names: dict[str, str]) -> list[list[str]]:
    staying: dict[str, set[str]] = {}
    for move in drawn(kind):
        if move.stays:
            staying.setdefault(move.event, set()).add(move.before)
    opened = set(list(names)[1:])
    rows = []
    for event in PROCEDURES[kind].events:
        stages = staying.get(event.__name__, set())
        when = ", ".join(name for stage, name in names.items() if stage in stages)
        if stages >= opened:
            when = t("procedure.any_stage")
        if stages:
            rows.append([_event_told(event), when])
    return rows


def _row(command: type[Command], kind: Kind | None) -> list[str]:
    step = all_steps().get(full_name(command), Step())
    stages = stages_of(step, kind) if kind else []
    events = [EVENTS[e] for e in sorted(step.facts.builds) if e in EVENTS]
    codes = sorted(_code(code) for code in step.facts.codes - _ALWAYS)
    return [
        f"{command_name(command)} {md.code(command.__name__)}",
        term_of(command),
        listed(_who(command)),
        ", ".join(stage_name(kind, s) for s in stages if kind)
        or t("procedure.every_stage"),
        ", ".join(_event_told(event) for event in events),
        ", ".join(md.link(md.code(c), f"#{c}") for c in codes) or t("procedure.none"),
    ]


def _who(command: type[Command]) -> list[str]:
    roles = sorted(MAY.get(command, ()))
    told = [t(f"roles.{role}") for role in roles if role.value in ("citizen", "system")]
    if scope := SCOPE.get(command):
        told.append(t(f"scopes.{scope}"))
    desk = [t(f"roles.{r}") for r in roles if r.value in ("caseworker", "leader")]
    if desk:
        unit = f" ({t(f'units.{STEP[command]}')})" if command in STEP else ""
        told.append(f"{' eller '.join(desk)}{unit}")
    return told


def _tracks(kind: Kind) -> list[str]:
    beside: dict[str, list[type[Command]]] = {}
    for command in PROCEDURES[kind].commands:
        if package_of(command) != kind:
            beside.setdefault(package_of(command), []).append(command)
    if not beside:
        return []
    return [
        md.heading(t("procedure.tracks")),
        t("procedure.tracks_lead"),
        md.points(_track(package, beside[package]) for package in sorted(beside)),
    ]


def _track(package: str, given: list[type[Command]]) -> str:
    """Return the link to the track, and which of its steps, where not all are given."""
    link = md.link(t(f"packages.{package}"), f"{package}.md")
    if set(given) == set(own_commands(package)):
        return link
    told = ", ".join(f"{command_name(c)} {md.code(c.__name__)}" for c in given)
    return t("procedure.tracks_some", track=link, steps=told)


def _consequences(package: str) -> list[str]:
    lines = [
        t(
            "procedure.consequence",
            event=_event_told(EVENTS[event]),
            command=f"{command_name(COMMANDS[command])} "
            + md.code(COMMANDS[command].__name__),
            kind=t(f"packages.{package_of(COMMANDS[command])}").lower(),
        )
        for event, command in caused()
        if event in EVENTS and package_of(EVENTS[event]) == package
    ]
    if not lines:
        return []
    return [md.heading(t("procedure.consequences")), md.points(lines)]


def _refusals(commands: Iterable[type[Command]]) -> list[str]:
    steps = [all_steps().get(full_name(command), Step()) for command in commands]
    codes = {_code(code) for step in steps for code in step.facts.codes} | {
        _code(code) for code in _ALWAYS
    }
    lines = [
        f'<a id="{code}"></a>{md.link(md.code(code), f"../refusals.md#{code}")}: '
        + refusal(code)
        for code in sorted(codes)
    ]
    return [md.heading(t("procedure.refusals")), md.points(lines)]


def _event(kind: Kind, name: str) -> type[Event]:
    return next(e for e in PROCEDURES[kind].events if e.__name__ == name)


def _event_told(event: type[Event]) -> str:
    return f"{event_name(event)} {md.code(event.__name__)}"


def _code(name: str) -> str:
    return name.lower().replace("_", "-")


def _plain(text: str) -> str:
    """Return the text without what a diagram would read as its own signs."""
    return text.replace(":", "").replace(";", ",")
