"""From the parts that were read to one rulebook."""

from datetime import date

from fotfeste.law.calendar import Calendar, Holiday
from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.instruments import Instrument
from fotfeste.rulebook.national import (
    AccessControl,
    Acts,
    ActVersion,
    AppealRoutes,
    Contacts,
    Guidance,
    Holidays,
    IndividualDecisions,
    Names,
    SmallCells,
)
from fotfeste.rulebook.pack import Municipality, Pack
from fotfeste.rulebook.reading import Reading, folder_of
from fotfeste.rulebook.way_to_help import EverydayWords, WayToHelp


def assembled(reading: Reading, fingerprint: str) -> Rulebook:
    """Return the rulebook that the parts make, each of which has been found sound."""
    packs: dict[str, list[Pack]] = {}
    for file, pack in reading.of(Pack).items():
        packs.setdefault(folder_of(file), []).append(pack)
    instruments: dict[str, list[Instrument]] = {}
    for file, instrument in reading.of(Instrument).items():
        instruments.setdefault(folder_of(file), []).append(instrument)
    versions: dict[str, list[ActVersion]] = {}
    for version in reading.of(ActVersion).values():
        versions.setdefault(version.law, []).append(version)
    return Rulebook(
        digest=fingerprint,
        acts={
            act.short: act for acts in reading.of(Acts).values() for act in acts.acts
        },
        act_versions=versions,
        calendar=_calendar(list(reading.of(Holidays).values())),
        names={
            thing.id: thing.names
            for names in reading.of(Names).values()
            for thing in names.things
        },
        contacts=list(reading.of(Contacts).values()),
        routes=list(reading.of(AppealRoutes).values()),
        guidance=list(reading.of(Guidance).values()),
        ways=list(reading.of(WayToHelp).values()),
        words=list(reading.of(EverydayWords).values()),
        individual_decisions=list(reading.of(IndividualDecisions).values()),
        small_cells=list(reading.of(SmallCells).values()),
        access_control=list(reading.of(AccessControl).values()),
        instruments=instruments,
        municipalities={
            folder_of(file): one for file, one in reading.of(Municipality).items()
        },
        packs=packs,
    )


def _calendar(versions: list[Holidays]) -> Calendar:
    return Calendar(
        tuple(
            Holiday(
                entry.name,
                _month_day(entry.date),
                entry.after_easter,
                version.valid_from,
                version.valid_to or date.max,
            )
            for version in versions
            for entry in version.holidays
        )
    )


def _month_day(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    month, _, day = text.partition("-")
    return int(month), int(day)
