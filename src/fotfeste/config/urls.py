"""The addresses of a real installation."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from fotfeste.config.health import health
from fotfeste.web.sign_in import not_connected

urlpatterns = [
    path("helse/", health),
    path("", include("fotfeste.web.desk_urls")),
    *i18n_patterns(
        path("logg-inn/", not_connected, name="sign-in"),
        path("", include("fotfeste.web.urls")),
        prefix_default_language=False,
    ),
]
