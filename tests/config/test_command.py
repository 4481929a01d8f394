"""The command `fotfeste`, as it is run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fotfeste.procedures.time_limits import appeal

COMMAND = Path(sys.executable).with_name("fotfeste")
ROOT = Path(__file__).resolve().parents[2]


def run(*arguments, **environment):
    return subprocess.run(
        [COMMAND, *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "day", "why"),
    [
        (["appeal", "--from", "2026-03-05"], "2026-04-07", "pbrl § 7-5"),
        (["appeal", "--from", "2026-12-03", "--basis", "hol § 3-2"], "2026-12-31", "fire uker"),
        (["appeal", "--from", "2026-04-26", "--basis", "sotjl § 18"], "2026-05-18", "fvl § 29"),
        (["appeal", "--from", "2026-03-02", "--basis", "bosl § 6"], "2026-03-23", "tre uker"),
        (
            ["appeal", "--from", "2026-03-02", "--basis", "sotjl § 18", "--basis", "hol § 3-2"],
            "2026-03-30",
            "pbrl § 7-5",
        ),
        (
            ["appeal", "--from", "2018-03-01", "--municipality", "enebakk"],
            "2018-04-03",
            "pbrl § 7-5",
        ),
        (["preliminary-answer", "--from", "2026-01-31"], "2026-02-28", "fvl § 11 a"),
        (["preliminary-answer", "--from", "2028-01-31"], "2028-02-29", "én måned"),
        (
            ["mapping-interview", "--from", "2018-01-31", "--municipality", "oppegard"],
            "2018-02-14",
            "løfte",
        ),
        (
            ["decision-after-mapping", "--from", "2026-03-02", "--municipality", "nordre-follo"],
            "2026-03-30",
            "løfte",
        ),
    ],
)  # fmt: skip
def test_the_last_day_comes_first_then_why(arguments, day, why):
    done = run("deadline", *arguments)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == day
    assert why in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["appeal", "--from", "2010-01-01"], "2012-01-01"),
        (["appeal", "--from", "2026-02-30"], "2026-02-30"),
        (["appeal", "--from", "2026-03-02", "--basis", "tull"], "is not a citation"),
        (["appeal", "--from", "2026-03-02", "--basis", "xyz § 1"], "no act we know"),
        (["mapping-interview", "--from", "2026-03-02"], "--municipality"),
        (
            [
                "mapping-interview",
                "--from",
                "2026-03-02",
                "--municipality",
                "raelingen",
            ],
            "promises no",
        ),
        (["appeal", "--from", "2026-03-02", "--municipality", "mordor"], "raelingen"),
        (
            ["mapping-interview", "--from", "2021-01-01", "--municipality", "oppegard"],
            "nordre-follo",
        ),
        (["tull", "--from", "2026-03-02"], "appeal"),
    ],
)
def test_a_question_that_cannot_be_answered_says_why_and_what_to_do(arguments, told):
    done = run("deadline", *arguments)
    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_the_procedures_use_the_very_function_the_command_asks():
    from fotfeste.config.deadline import TERMS
    from fotfeste.procedures import time_limits
    from fotfeste.procedures.application import rules

    assert rules.time_limits is time_limits
    assert TERMS.keys() == {
        "appeal", "preliminary-answer", "mapping-interview", "decision-after-mapping",
    }  # fmt: skip
    assert appeal is time_limits.appeal


def test_the_check_notes_where_a_text_says_less_than_the_law():
    done = run("rulebook", "check")
    assert done.returncode == 0
    assert "enebakk/2017-08-02.yaml:" in done.stdout
    assert "3 weeks" in done.stdout


def test_the_check_names_file_and_line_and_what_to_do(tmp_path):
    import shutil

    folder = tmp_path / "rulebook"
    shutil.copytree(ROOT / "rulebook", folder)
    file = folder / "municipalities" / "raelingen" / "2020-01-01.yaml"
    lines = file.read_text("utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("second_person"))
    lines[at] = "second_persom: true"
    file.write_text("\n".join(lines), "utf-8")
    done = run("rulebook", "check", str(folder))
    assert done.returncode == 1
    assert f"raelingen/2020-01-01.yaml:{at + 1}: «second_persom»" in done.stdout
    for refused in (run("deadline", "appeal", "--from", "2026-03-02",
                        FOTFESTE_RULEBOOK=str(folder)),
                    run("demo", "--port", "18999", FOTFESTE_RULEBOOK=str(folder))):  # fmt: skip
        assert refused.returncode == 1, "nothing starts on it"
        assert "second_persom" in refused.stderr


def test_what_an_act_would_change_is_told_before_it_is_in_force():
    done = run("rulebook", "what-if", "nfvl", "2027-07-01")
    assert done.returncode == 0, done.stderr
    assert "appeal.general: fvl § 29 første ledd (3 weeks) → nfvl § 63" in done.stdout
    assert "translation: new, nfvl § 9 fjerde ledd" in done.stdout
    assert "national/ny-forvaltningslov/scenarios.yaml:" in done.stdout


@pytest.mark.parametrize(
    ("law", "day", "told"),
    [
        ("hol", "2027-07-01", "no act that lies prepared"),
        ("nfvl", "1990-01-01", "not before 1990-01-01"),
        ("nfvl", "2027-02-30", "not a day"),
    ],
)
def test_an_act_that_cannot_be_in_force_says_why(law, day, told):
    done = run("rulebook", "what-if", law, day)
    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_not_there_says_so(tmp_path):
    done = run("rulebook", "check", str(tmp_path / "nei"))
    assert done.returncode == 1
    assert "is not a folder" in done.stderr
