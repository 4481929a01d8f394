"""The command `fotfeste`."""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from fotfeste.config import (
    deadline,
    demo_run,
    first_leader,
    rulebook_check,
    rulebook_editions,
    rulebook_languages,
    rulebook_what_if,
    upkeep,
)

Command = Callable[[argparse.Namespace], int]


def main() -> int:
    """Run the command that was asked for, and return its exit code."""
    arguments = _parser().parse_args()
    command: Command = arguments.command
    return command(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("fotfeste", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_deadline(commands)
    _add_rulebook(commands)
    _add_ledger(commands)
    demo = commands.add_parser("demo", help="everything at once, with made-up people")
    demo.add_argument("--port", type=int, default=8000)
    demo.add_argument("--reset", action="store_true", help="forget what was done")
    demo.set_defaults(command=demo_run.demo)
    migrate = commands.add_parser("migrate", help="bring the database up to date")
    migrate.set_defaults(command=upkeep.migrate)
    keys = commands.add_parser("keys", help="make the master keys that are missing")
    keys.add_argument("municipality", nargs="+", metavar="MUNICIPALITY")
    keys.set_defaults(command=upkeep.make_keys)
    leader = commands.add_parser("leader", help="give the first leader access")
    leader.add_argument("municipality", metavar="MUNICIPALITY")
    leader.add_argument("unit", metavar="UNIT", help="the key of a unit of the pack")
    leader.add_argument("name", metavar="NAME")
    leader.set_defaults(command=first_leader.leader)
    worker = commands.add_parser("worker", help="follow the log: letters and so on")
    worker.set_defaults(command=upkeep.worker)
    return parser


def _add_deadline(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    parser = commands.add_parser(
        "deadline", help="the last day of a time limit, and why"
    )
    parser.add_argument("term", choices=sorted(deadline.TERMS), metavar="TERM")
    parser.add_argument(
        "--from", dest="start", type=_date, required=True, metavar="DATE",
        help="the day it runs from, as year-month-day",
    )  # fmt: skip
    parser.add_argument(
        "--basis", action="append", default=[], metavar="CITATION",
        help='the legal basis of the decision, such as "hol § 3-2"; may be repeated',
    )  # fmt: skip
    parser.add_argument("--municipality", metavar="SLUG")
    parser.set_defaults(command=deadline.deadline)


def _add_rulebook(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    rulebook = commands.add_parser("rulebook", help="check a rulebook")
    actions = rulebook.add_subparsers(required=True, metavar="ACTION")
    check = actions.add_parser("check", help="say all that is wrong in a folder")
    check.add_argument("folder", nargs="?", type=Path, default=_rulebook())
    check.add_argument(
        "--editions", action="store_true",
        help="this installation's editions too, laid over its own folder",
    )  # fmt: skip
    check.set_defaults(command=rulebook_check.check)
    _add_editions(actions)
    said = actions.add_parser("languages", help="make what is translated ready")
    said.add_argument("folder", nargs="?", type=Path, default=_rulebook())
    said.set_defaults(command=rulebook_languages.languages)
    what_if = actions.add_parser(
        "what-if", help="say what a prepared act would change, were it in force"
    )
    what_if.add_argument("law", metavar="ACT", help="its short name, such as nfvl")
    what_if.add_argument("day", type=_date, metavar="DATE", help="its first day")
    what_if.add_argument("folder", nargs="?", type=Path, default=_rulebook())
    what_if.set_defaults(command=rulebook_what_if.what_if)


def _add_editions(
    actions: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    export = actions.add_parser(
        "export", help="write approved editions as files of a rulebook's folder"
    )
    export.add_argument("folder", type=Path, metavar="FOLDER")
    export.add_argument("municipality", nargs="*", metavar="MUNICIPALITY")
    export.set_defaults(command=rulebook_editions.export)
    read = actions.add_parser(
        "import", help="make a draft of a file, for leaders to propose and approve"
    )
    read.add_argument("file", type=Path, metavar="FILE")
    read.add_argument("municipality", metavar="MUNICIPALITY")
    read.set_defaults(command=rulebook_editions.read_in)


def _add_ledger(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    ledger = commands.add_parser("ledger", help="look after the log")
    actions = ledger.add_subparsers(required=True, metavar="ACTION")
    verify = actions.add_parser("verify", help="find changed, missing or added rows")
    verify.set_defaults(command=upkeep.verify)
    rebuild = actions.add_parser(
        "rebuild", help="rebuild the lists, report differences"
    )
    rebuild.set_defaults(command=upkeep.rebuild)


def _rulebook() -> Path:
    own = Path(__file__).resolve().parents[3] / "rulebook"
    return Path(os.environ.get("FOTFESTE_RULEBOOK", own))


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"«{text}» is not a day that exists; write it as 2026-02-27"
        ) from error


if __name__ == "__main__":
    sys.exit(main())
