"""The demo's door cannot be opened in a real installation, by any setting."""

import os
import subprocess
import sys

import pytest
from django.db import connections

from fotfeste.config import start

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "fotfeste.config.settings.production",
    "FOTFESTE_SECRET": "x" * 60,
    "FOTFESTE_HOSTS": "example.org",
    "FOTFESTE_KEYS": ".",
    "DATABASE_URL": "postgresql://nobody@localhost/none",
}


def python(program, **environment):
    clean = {k: v for k, v in os.environ.items() if not k.startswith("FOTFESTE")}
    return subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env={**clean, **environment},
        check=False,
    )


def test_production_has_no_demo_in_it_whatever_is_set():
    program = (
        "import django; django.setup();"
        "from django.conf import settings; from django.urls import resolve;"
        "print('fotfeste.demo' in settings.INSTALLED_APPS, settings.ROOT_URLCONF,"
        " resolve('/logg-inn/').func.__module__, settings.DEBUG)"
    )
    done = python(program, **PRODUCTION, FOTFESTE_DEMO="1", DEMO="true", DEBUG="true")
    assert done.stdout.split() == [
        "False", "fotfeste.config.urls", "fotfeste.web.sign_in", "False",
    ], done.stderr  # fmt: skip


@pytest.mark.parametrize(
    "name", ["FOTFESTE_SECRET", "FOTFESTE_HOSTS", "FOTFESTE_KEYS", "DATABASE_URL"]
)
def test_production_does_not_start_without_what_it_needs(name):
    given = {k: v for k, v in PRODUCTION.items() if k != name}
    clean = dict(given.items())
    environment = {k: v for k, v in os.environ.items() if k != name}
    done = subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"],
        capture_output=True, text=True, env={**environment, **clean}, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert f"{name} is not set" in done.stderr


def test_the_demo_refuses_a_database_that_is_not_its_own(committed, settings):
    settings.FOTFESTE_IDENTITY = "demo"
    with pytest.raises(start.WrongDatabaseError, match="never share a database"):
        start.require_sound_installation()


def test_the_mark_of_a_database_is_set_once(committed, settings):
    settings.FOTFESTE_IDENTITY = "production"
    start.mark_installation()
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT identity FROM config_installation")
        assert cursor.fetchall() == [("test",)]


def test_the_demo_listens_on_this_machine_only():
    program = (
        "import django; django.setup(); from django.conf import settings;"
        "print(*settings.ALLOWED_HOSTS)"
    )
    done = python(
        program,
        DJANGO_SETTINGS_MODULE="fotfeste.config.settings.demo",
        DATABASE_URL=PRODUCTION["DATABASE_URL"],
    )
    assert set(done.stdout.split()) == {"localhost", "127.0.0.1", "[::1]"}, done.stderr
