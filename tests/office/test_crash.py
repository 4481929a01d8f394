"""A process killed while registrations stream in loses none and doubles none."""

import json
import os
import signal
import subprocess
import sys

from django.db import connections

from fotfeste.ledger.verify import verify


def registering(key: str) -> subprocess.Popen[str]:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "fotfeste.config.settings.test",
        "FOTFESTE_TEST_DATABASE": connections["default"].settings_dict["NAME"],
    }
    return subprocess.Popen(
        [sys.executable, "-m", "tests.office.registering", key],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_kill_nine_loses_nothing_acknowledged_and_doubles_nothing(place):
    acknowledged = []
    for round_number in range(3):
        wanted = len(acknowledged) + 25 + 10 * round_number
        with registering(place.key) as process:
            assert process.stdout is not None
            while len(acknowledged) < wanted:
                line = process.stdout.readline()
                assert line, "the process ended by itself"
                acknowledged.append(json.loads(line))
            process.send_signal(signal.SIGKILL)
            rest = [line for line in process.stdout if line.endswith("\n")]
            acknowledged += [json.loads(line) for line in rest]
    held = rows(place.key)
    for stream, reference in acknowledged:
        assert held[stream] == reference, "what was acknowledged is there"
    assert len(acknowledged) >= 75
    assert len(held) - len(acknowledged) <= 3, "one a kill may be unanswered, no more"
    numbers = sorted(held.values())
    assert numbers == [f"2026-{n:05}" for n in range(1, len(held) + 1)]
    assert [f for f in verify()[1] if f.municipality == place.key] == []
    assert jobs(place.key) == len(held), "each has its job, once"


def rows(key):
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT stream::text, reference FROM office_case WHERE municipality = %s",
            [key],
        )
        return dict(cursor.fetchall())


def jobs(key):
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT count(DISTINCT args->>'stream') FROM procrastinate_jobs"
            " WHERE args->>'municipality' = %s",
            [key],
        )
        return cursor.fetchone()[0]
