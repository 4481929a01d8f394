"""The addresses of the desk, which is in bokmål."""

from django.urls import include, path

from fotfeste.web.sign_in import signed_in_at_desk
from fotfeste.web.staff import opening
from fotfeste.web.staff import person as persons
from fotfeste.web.staff import register as registering
from fotfeste.web.staff import views as staff
from fotfeste.web.staff.catalogue import edition, looking, pages, whole_file, writing

_EDITION = "arbeid/katalog/<uuid:key>"

_catalogue = [
    path("arbeid/katalog/", pages.catalogue, name="catalogue"),
    path("arbeid/katalog/vis/<str:day>/", pages.version, name="catalogue-version"),
    path("arbeid/katalog/lov/<slug:law>/", looking.act, name="catalogue-act"),
    path(
        "arbeid/katalog/fil/<str:day>.yaml",
        pages.version_file,
        name="catalogue-version-file",
    ),
    path(f"{_EDITION}/", edition.edition, name="edition"),
    path(f"{_EDITION}/vis/", looking.preview, name="edition-preview"),
    path(f"{_EDITION}/farger.css", looking.colours, name="edition-colours"),
    path(f"{_EDITION}/hva-hvis/", looking.what_if, name="edition-what-if"),
    path(f"{_EDITION}/fil/", whole_file.whole_file, name="edition-file"),
    path(f"{_EDITION}/fil.yaml", edition.download, name="edition-download"),
    path(f"{_EDITION}/skriv/<slug:slug>/", writing.part, name="edition-part"),
    path(
        f"{_EDITION}/skriv/<slug:slug>/<slug:thing>/",
        writing.thing,
        name="edition-thing",
    ),
]
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
    *_catalogue,
    path("arbeid/<slug:key>/", opening.opening, name="opening"),
]
urlpatterns = [path("<slug:municipality>/", include(_desk))]
