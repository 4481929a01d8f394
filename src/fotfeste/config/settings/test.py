"""Tests, on a real database: the embedded one unless DATABASE_URL names another."""

import os
import tempfile

from fotfeste.config.settings.base import *

SECRET_KEY = "only for tests"  # noqa: S105
ALLOWED_HOSTS = ["*"]
DATABASES = databases(
    os.environ.get("DATABASE_URL", "postgresql://fotfeste@localhost/fotfeste"),
    pool=False,
)
DATABASES["default"]["TEST"] = {"MIRROR": "owner"}
INSTALLED_APPS = [*INSTALLED_APPS, "fotfeste.demo"]
ROOT_URLCONF = "fotfeste.demo.urls"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# The browser tests fetch style sheets from a server that nothing was collected for.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True  # nothing is collected for tests
# A test sees what a page says now, not a minute ago.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
FOTFESTE_KEYS = os.environ.setdefault(
    "FOTFESTE_TEST_KEYS", tempfile.mkdtemp(prefix="fotfeste-keys-")
)
FOTFESTE_IDENTITY = "test"
