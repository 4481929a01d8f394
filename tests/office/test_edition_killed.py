"""A process killed while it approves an edition leaves the old one whole."""

import os
import subprocess
import sys

import pytest
from django.db import connections
from tests.office.test_editions import BERIT, proposed

from fotfeste.office import editions, installation


@pytest.fixture
def withdrawn_after(committed):
    """Take the editions that are really kept out of force again."""
    yield
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE office_edition DISABLE TRIGGER ALL")
        cursor.execute("DELETE FROM office_edition")
        cursor.execute("ALTER TABLE office_edition ENABLE TRIGGER ALL")


_KILLED = """
import os, signal
import django
from django.conf import settings
settings.DATABASES["default"]["NAME"] = os.environ["FOTFESTE_TEST_DATABASE"]
django.setup()
from uuid import UUID
from tests.office.test_editions import BERIT
from fotfeste.office import editions, installation
real = editions._changed
def killed(*given, **more):
    real(*given, **more)
    os.kill(os.getpid(), signal.SIGKILL)
editions._changed = killed
kept = editions.one("raelingen", UUID(os.environ["EDITION"]))
editions.approve(kept, BERIT, installation.rulebook())
"""


def test_a_process_killed_while_it_approves_leaves_the_old_whole(withdrawn_after):
    kept = proposed()
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "fotfeste.config.settings.test",
        "FOTFESTE_TEST_DATABASE": connections["default"].settings_dict["NAME"],
        "EDITION": str(kept.id),
    }
    done = subprocess.run(
        [sys.executable, "-c", _KILLED], env=environment, check=False, timeout=60
    )
    assert done.returncode == -9
    assert editions.one("raelingen", kept.id) == kept
    installation.learn_editions()
    assert installation.rulebook().editions == {}
    editions.approve(kept, BERIT, installation.rulebook())
    assert set(installation.rulebook().editions) == {"raelingen"}
