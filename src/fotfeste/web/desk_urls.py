"""The addresses of the desk, which is in bokmål."""

from django.urls import include, path

from fotfeste.web.sign_in import signed_in_at_desk
from fotfeste.web.staff import interview, opening
from fotfeste.web.staff import person as persons
from fotfeste.web.staff import register as registering
from fotfeste.web.staff import views as staff

_desk = [
    path("arbeid/", staff.work, name="work"),
    path("arbeid/logget-inn/", signed_in_at_desk, name="signed-in-at-desk"),
    path("arbeid/ny-soknad/", registering.register, name="register"),
    path("arbeid/person/<uuid:person>/", persons.person, name="person"),
    path("arbeid/person/<uuid:person>/ny-hjelp/", opening.new_care, name="new-care"),
    path(
        "arbeid/person/<uuid:person>/<slug:key>/",
        persons.person_step,
        name="person-step",
    ),
    path("arbeid/sak/<uuid:stream>/", staff.case, name="case"),
    path(
        "arbeid/sak/<uuid:stream>/brev/<uuid:event>/<slug:kind>.pdf",
        staff.letter,
        name="case-letter",
    ),
    path(
        "arbeid/sak/<uuid:stream>/dokument/<uuid:document>/",
        staff.document,
        name="case-document",
    ),
    path(
        "arbeid/sak/<uuid:stream>/samtale/", interview.interview, name="case-interview"
    ),
    path("arbeid/sak/<uuid:stream>/<slug:key>/", staff.step, name="step"),
    path("arbeid/<slug:key>/", opening.opening, name="opening"),
]
urlpatterns = [path("<slug:municipality>/", include(_desk))]
