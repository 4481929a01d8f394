"""The entry point of the web server."""

import os

from django.core.wsgi import get_wsgi_application

from fotfeste.config.start import require_sound_installation
from fotfeste.office.keeping_up import keep_up

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fotfeste.config.settings.production")
application = get_wsgi_application()
require_sound_installation()
keep_up()
