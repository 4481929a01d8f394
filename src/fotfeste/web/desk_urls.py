"""The addresses of the desk, which is in bokmål."""

from django.urls import include, path

from fotfeste.web.sign_in import signed_in_at_desk
from fotfeste.web.staff import opening
from fotfeste.web.staff import person as persons
from fotfeste.web.staff import print_queue as printing
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
    path("arbeid/sak/<uuid:stream>/<slug:key>/", staff.step, name="step"),
    path("arbeid/utskrift/", printing.queue, name="print-queue"),
    path("arbeid/utskrift/<uuid:batch>/", printing.batch, name="print-batch"),
    path(
        "arbeid/utskrift/<uuid:batch>/brev.pdf",
        printing.batch_pdf,
        name="print-batch-pdf",
    ),
    path("arbeid/utskrift/<uuid:key>/angre/", printing.undo, name="print-undo"),
    path("arbeid/utskrift/<uuid:key>/papir/", printing.to_paper, name="print-to-paper"),
    path("arbeid/<slug:key>/", opening.opening, name="opening"),
]
urlpatterns = [path("<slug:municipality>/", include(_desk))]
