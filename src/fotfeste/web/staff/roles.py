"""What each role may do, drawn from the rules of access themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fotfeste.access.duties import MAY_ALSO, Duty
from fotfeste.access.policy import MAY, SCOPE, Actor, Relation, Role, may_give
from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.application import commands as application
from fotfeste.procedures.care import commands as care
from fotfeste.procedures.kinds import PROCEDURES, Command, Kind
from fotfeste.procedures.person import commands as person
from fotfeste.procedures.person.stages import NOTHING_KNOWN
from fotfeste.procedures.remedy import commands as remedy
from fotfeste.procedures.report import commands as report
from fotfeste.web import telling
from fotfeste.web.choices import SCOPES
from fotfeste.web.citizen.mine_person import PERSON_STEPS
from fotfeste.web.citizen.steps import CITIZEN_STEPS
from fotfeste.web.lazy import Text
from fotfeste.web.staff.opening import NEW_CARE, OPENINGS
from fotfeste.web.staff.steps import STEPS
from fotfeste.web.who import Colleague, desk_page

WITHOUT_STEP: dict[type[Command], str] = {
    application.SubmitApplication: "Send søknad",
    application.RegisterApplication: "Registrer søknad",
    remedy.OpenDecision: "Åpne vedtaket",
    report.SubmitReport: "Send melding om bekymring",
    person.WriteMessage: "Skriv melding til kommunen",
    remedy.MakeDecisionAvailable: "Legg vedtaket ut til personen",
    remedy.EndAppeal: "Før i vedtaket at klagen er trukket eller avvist",
    remedy.SettleAppeal: "Før i vedtaket hvordan klagen gikk",
    remedy.ReopenDecision: "Åpne vedtaket igjen etter en klage",
    appeal.OpenAppeal: "Opprett klagesak",
    care.GrantCare: "Opprett hjelpen når vedtaket er ja",
    care.WithdrawGrant: "Ta bort hjelpen når vedtaket er omgjort",
}
"""What is done on a page of its own, or by the system, in words."""

DUTIES: dict[Duty, str] = {
    Duty.REGISTER_OWN_LEAVE: "Registrer eget fravær og stedfortreder",
    Duty.REGISTER_LEAVE: "Registrer andres fravær",
    Duty.EMPLOY: "Gi, endre og avslutt ansattes tilgang",
    Duty.REVIEW_LOG: "Gå gjennom enhetens innsynslogg",
    Duty.OVERSEE: "Se tavla, og hva sakene mangler",
    Duty.RUN_CATALOGUE: "Skriv og godkjenn kommunens katalog",
}
"""What is done besides cases, in words."""

ROLES: dict[Role, str] = {
    Role.CASEWORKER: "Saksbehandler",
    Role.LEADER: "Leder",
    Role.CITIZEN: "Den saken gjelder",
    Role.REPRESENTATIVE: "Fullmektig",
    Role.SYSTEM: "Systemet",
}
"""What every role is called, in the order of the columns."""


YES, ALL = ("Ja",), ("Alle enheter",)


@dataclass(frozen=True, slots=True)
class Row:
    """Something that is done, and who may: words for each role that may.

    command: the command, or the duty.
    """

    command: type[Command] | Duty
    title: Text
    may: dict[Role, tuple[Text, ...]]


@require_safe
@desk_page
def roles(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """Show the table: of all roles, or of the one that is chosen."""
    chosen = next((r for r in ROLES if r == request.GET.get("rolle")), None)
    shown = [chosen] if chosen else list(ROLES)
    groups = [
        (heading, [row for row in rows if any(map(row.may.get, shown))])
        for heading, rows in table(who)
    ]
    return render(
        request,
        "staff/roles.html",
        {
            "groups": [
                (heading, [(row.title, _cells(row, shown)) for row in rows])
                for heading, rows in groups
                if rows
            ],
            "heads": [ROLES[role] for role in shown],
            "roles": list(ROLES.items()),
            "role": chosen,
        },
    )  # fmt: skip


def table(who: Colleague) -> list[tuple[Text, list[Row]]]:
    """Return everything that can be done, by kind of case, and who may do it."""
    listed = titles()
    groups: list[tuple[Text, list[Row]]] = []
    placed: set[type[Command]] = set()
    for kind in Kind:
        commands = [c for c in listed if c in PROCEDURES[kind].commands]
        rows = [_row(c, listed[c], who) for c in commands if c not in placed]
        placed.update(commands)
        groups.append((telling.KINDS[kind], rows))
    besides = [
        Row(duty, DUTIES[duty], dict.fromkeys(having, YES))
        for duty, having in MAY_ALSO.items()
    ]
    return [*groups, ("Utenom sakene", besides)]


def titles() -> dict[type[Command], Text]:
    """Return what every command is called: at the desk, or else to the citizen."""
    openings = [*OPENINGS.values(), NEW_CARE]
    named: Iterable[tuple[type[Command], Text]] = (
        *((step.command, step.title) for step in (*CITIZEN_STEPS, *PERSON_STEPS)),
        *WITHOUT_STEP.items(),
        *((opening.command, opening.title) for opening in openings),
        *((step.command, step.title) for step in STEPS),
    )
    words = dict(named)
    return {command: words[command] for command in MAY}


def _cells(row: Row, shown: list[Role]) -> list[tuple[str, tuple[Text, ...]]]:
    return [(ROLES[role], row.may.get(role, ())) for role in shown]


def _row(command: type[Command], title: Text, who: Colleague) -> Row:
    may: dict[Role, tuple[Text, ...]] = {}
    for role in (Role.CASEWORKER, Role.LEADER):
        may[role] = _units(command, role, who)
    if Role.CITIZEN in MAY[command]:
        may[Role.CITIZEN] = YES
    if command in SCOPE:
        may[Role.REPRESENTATIVE] = (dict(SCOPES)[SCOPE[command]],)
    if Role.SYSTEM in MAY[command]:
        may[Role.SYSTEM] = YES
    return Row(command, title, may)


def _units(command: type[Command], role: Role, who: Colleague) -> tuple[str, ...]:
    """Return the units in which the role may: asked of the rule, unit by unit."""
    where = who.actor.municipality
    desk = who.office.book.desk_pack(where, who.today)
    relation = Relation(None, NOTHING_KNOWN, desk, who.today)
    names = tuple(
        unit.name
        for unit in desk.units
        if may_give(command, Actor(where, role, UUID(int=1), unit.id), relation)
    )
    return ALL if len(names) == len(desk.units) else names
