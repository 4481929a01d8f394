"""The addresses of a real installation."""

from django.urls import include, path

from fotfeste.config.health import health
from fotfeste.web.sign_in import not_connected

urlpatterns = [
    path("helse/", health),
    path("logg-inn/", not_connected, name="sign-in"),
    path("", include("fotfeste.web.urls")),
]
