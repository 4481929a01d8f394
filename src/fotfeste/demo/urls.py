"""The addresses of the demo: those of the pages, and the door for made-up people."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from fotfeste.demo.views import sign_in

urlpatterns = [
    path("logg-inn/", sign_in, name="sign-in"),
    path("", include("fotfeste.web.desk_urls")),
    *i18n_patterns(
        path("", include("fotfeste.web.urls")), prefix_default_language=False
    ),
]
