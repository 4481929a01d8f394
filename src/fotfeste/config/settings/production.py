"""A real municipality. Nothing of the demo can be switched on from here."""

import os

from fotfeste.config.settings.base import *


class SettingMissingError(RuntimeError):
    """A setting that production cannot do without is not there."""


def _required(name: str, what: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise SettingMissingError(f"{name} is not set. It is {what}.")
    return value


SECRET_KEY = _required("FOTFESTE_SECRET", "a long random text, the same on all servers")
ALLOWED_HOSTS = _required("FOTFESTE_HOSTS", "the host names, with commas").split(",")
DATABASES = databases(
    _required("DATABASE_URL", "the database, as postgresql://user:password@host/name")
)
FOTFESTE_KEYS = _required("FOTFESTE_KEYS", "the folder with the master keys")
FOTFESTE_IDENTITY = "production"

DEBUG = False
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
