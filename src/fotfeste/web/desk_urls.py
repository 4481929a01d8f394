"""The addresses of the desk, which is in bokmål."""

from django.urls import include, path

from fotfeste.web.sign_in import signed_in_at_desk
from fotfeste.web.staff import case as cases
from fotfeste.web.staff import finding, looking, my_day, opening, work
from fotfeste.web.staff import person as persons
from fotfeste.web.staff import register as registering

_desk = [
    path("arbeid/", my_day.my_day, name="my-day"),
    path("arbeid/saker/", work.work, name="work"),
    path("arbeid/finn/", finding.find, name="find"),
    path("arbeid/grunn/", looking.look, name="look"),
    path("arbeid/grunner/", looking.given, name="reasons"),
    path("arbeid/logget-inn/", signed_in_at_desk, name="signed-in-at-desk"),
    path("arbeid/ny-soknad/", registering.register, name="register"),
    path("arbeid/person/<uuid:person>/", persons.person, name="person"),
    path("arbeid/person/<uuid:person>/ny-hjelp/", opening.new_care, name="new-care"),
    path(
        "arbeid/person/<uuid:person>/<slug:key>/",
        persons.person_step,
        name="person-step",
    ),
    path("arbeid/sak/<uuid:stream>/", cases.case, name="case"),
    path(
        "arbeid/sak/<uuid:stream>/brev/<uuid:event>/<slug:kind>.pdf",
        cases.letter,
        name="case-letter",
    ),
    path(
        "arbeid/sak/<uuid:stream>/dokument/<uuid:document>/",
        cases.document,
        name="case-document",
    ),
    path("arbeid/sak/<uuid:stream>/<slug:key>/", cases.step, name="step"),
    path("arbeid/<slug:key>/", opening.opening, name="opening"),
]
urlpatterns = [path("<slug:municipality>/", include(_desk))]
