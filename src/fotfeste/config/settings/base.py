"""What all ways of running share."""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.conf.locale import LANG_INFO
from psycopg.conninfo import conninfo_to_dict

ROOT = Path(__file__).resolve().parents[4]

INSTALLED_APPS = [
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    "fotfeste.ledger",
    "fotfeste.access",
    "fotfeste.office",
    "fotfeste.letters",
    "fotfeste.jobs",
    "fotfeste.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "fotfeste.web.answers.Answers",
]
ROOT_URLCONF = "fotfeste.config.urls"
WSGI_APPLICATION = "fotfeste.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "fotfeste.web.shell.shell",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "fotfeste.web.templatetags.norwegian",
                "fotfeste.web.templatetags.languages",
            ],
        },
    }
]

LANGUAGE_CODE = "nb"
LANGUAGES = [
    ("nb", "Bokmål"),
    ("nn", "Nynorsk"),
    ("en", "English"),
    ("se", "Davvisámegiella"),
]
# Django knows no Northern Sámi of its own: what it says itself comes in bokmål.
LANG_INFO["se"] = {
    "code": "se",
    "name": "Northern Sami",
    "name_local": "davvisámegiella",
    "bidi": False,
}
USE_I18N = True
TIME_ZONE = "Europe/Oslo"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The same on every page for a minute: whom to call, and whether they answer now.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SESSION_ENGINE = "fotfeste.access.sessions"
SESSION_COOKIE_AGE = 2 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "fotfeste"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "fotfeste.web.answers.form_too_old"
FOTFESTE_NOTICES = os.environ.get("FOTFESTE_NOTICES", "")
# A file with each municipality's account with SvarUt (TOML); without it, or without the
# municipality in it, no letter is carried digitally, and nothing says that it was.
FOTFESTE_SVARUT = os.environ.get("FOTFESTE_SVARUT", "")
# ClamAV, as "unix:/run/clamav/clamd.ctl" or "tcp:host:3310"; without it nothing is
# looked through, and nothing says that it was.
FOTFESTE_CLAMAV = os.environ.get("FOTFESTE_CLAMAV", "")
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "staticfiles"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
# A file that is sent in is sealed before it touches a disk: it is held in memory.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

FOTFESTE_RULEBOOK = os.environ.get("FOTFESTE_RULEBOOK", str(ROOT / "rulebook"))
# The first is asked first: the program's own texts, then those of the rulebook.
LOCALE_PATHS = [
    str(Path(__file__).resolve().parents[2] / "locale"),
    str(Path(FOTFESTE_RULEBOOK) / "locale"),
]
FOTFESTE_KEYS = os.environ.get("FOTFESTE_KEYS", str(ROOT / ".fotfeste" / "keys"))

PROCRASTINATE_ON_APP_READY = "fotfeste.config.followers.register"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}


def databases(url: str, *, pool: bool = True) -> dict[str, Any]:
    """Return Django's settings for the database at a URL.

    `default` runs as the role that owns nothing; `owner` migrates, verifies and erases.
    """
    given = {key: str(value) for key, value in conninfo_to_dict(url).items()}
    owner: dict[str, Any] = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": given.pop("dbname", ""),
        "USER": given.pop("user", ""),
        "PASSWORD": given.pop("password", ""),
        "HOST": given.pop("host", ""),
        "PORT": given.pop("port", ""),
        "OPTIONS": given,
    }
    runtime = {**owner, "OPTIONS": {**given, **_RUNTIME}}
    if pool:
        runtime["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 8, "timeout": 15}
    return {"default": runtime, "owner": owner}


# What is asked again and again is prepared by the server, values sent beside it.
_RUNTIME = {
    "options": "-c role=fotfeste_runtime -c statement_timeout=15000",
    "server_side_binding": True,
    "prepare_threshold": 5,
}
