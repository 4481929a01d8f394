"""The demo: made-up people, on this machine only, in a database marked as a demo."""

import os

from fotfeste.config.settings.base import *

SECRET_KEY = "only for the demo, with made-up people, on this machine"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
DATABASES = databases(os.environ["DATABASE_URL"])
INSTALLED_APPS = [*INSTALLED_APPS, "fotfeste.demo"]
ROOT_URLCONF = "fotfeste.demo.urls"
FOTFESTE_IDENTITY = "demo"
FOTFESTE_NOTICES = f"file:{ROOT / '.fotfeste' / 'varsler.jsonl'}"
DEBUG = False
