"""What must hold before anything is served."""

from django.conf import settings
from django.db import connections

from fotfeste.exchange.svarut import require_sound_accounts
from fotfeste.office import installation


class WrongDatabaseError(RuntimeError):
    """A demo was pointed at a real municipality's database, or the other way."""


def require_sound_installation() -> None:
    """Refuse to start on an unsound rulebook, or on a database of another kind.

    Raises: UnsoundRulebookError, UnsoundAccountsError, WrongDatabaseError - each says
    what to do.
    """
    book = installation.rulebook()
    require_sound_accounts(settings.FOTFESTE_SVARUT, book.municipalities)
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT identity FROM config_installation")
        row = cursor.fetchone()
    _require_own(row[0] if row else "nothing")
    installation.learn_editions(strict=True)


def require_own_database() -> None:
    """Refuse a database of another kind, before anything in it is changed."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT to_regclass('config_installation') IS NOT NULL")
        if cursor.fetchone() == (True,):
            cursor.execute("SELECT identity FROM config_installation")
            row = cursor.fetchone()
            if row:
                _require_own(row[0])


def _require_own(marked: str) -> None:
    if marked != settings.FOTFESTE_IDENTITY:
        raise WrongDatabaseError(
            f"The database is marked «{marked}», and this is"
            f" «{settings.FOTFESTE_IDENTITY}». The demo and a real municipality never"
            " share a database: set DATABASE_URL to the right one."
        )


def mark_installation() -> None:
    """Mark a database that is not marked yet as what this installation is."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "CREATE TABLE IF NOT EXISTS config_installation"
            " (identity text NOT NULL,"
            " one boolean PRIMARY KEY DEFAULT true CHECK (one))"
        )
        cursor.execute("GRANT SELECT ON config_installation TO fotfeste_runtime")
        cursor.execute(
            "INSERT INTO config_installation (identity) VALUES (%s)"
            " ON CONFLICT DO NOTHING",
            [settings.FOTFESTE_IDENTITY],
        )
