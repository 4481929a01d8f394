"""The addresses of the desk, which is in bokmål."""

from django.urls import include, path

from fotfeste.web.sign_in import signed_in_at_desk
from fotfeste.web.staff import (
    about_me,
    board,
    finding,
    inspection,
    interview,
    keeping,
    leave,
    log,
    log_warnings,
    my_day,
    opening,
    people,
    reason,
    roles,
    work,
)
from fotfeste.web.staff import case as cases
from fotfeste.web.staff import person as persons
from fotfeste.web.staff import print_queue as printing
from fotfeste.web.staff import register as registering
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
    path("arbeid/", my_day.my_day, name="my-day"),
    path("arbeid/saker/", work.work, name="work"),
    path("arbeid/finn/", finding.find, name="find"),
    path("arbeid/grunn/", reason.look, name="look"),
    path("arbeid/grunner/", reason.given, name="reasons"),
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
    path("arbeid/tavla/", board.board, name="board"),
    path("arbeid/tilsyn/", inspection.inspection, name="inspection"),
    path(
        "arbeid/sak/<uuid:stream>/samtale/", interview.interview, name="case-interview"
    ),
    path("arbeid/sak/<uuid:stream>/<slug:key>/", cases.step, name="step"),
    path("arbeid/sak/<uuid:stream>/<slug:key>/utkast/", keeping.keep, name="keep"),
    path("arbeid/fravaer/", leave.leave, name="leave"),
    path("arbeid/fravaer/<uuid:key>/", leave.end, name="end-leave"),
    path("arbeid/ansatte/", people.people, name="people"),
    path("arbeid/ansatte/ny/", people.invite, name="invite"),
    path("arbeid/ansatte/<uuid:key>/", people.employee, name="employee"),
    path("arbeid/ansatte/<uuid:key>/endre/", people.change, name="change-employee"),
    path("arbeid/ansatte/<uuid:key>/slutt/", people.end, name="end-employee"),
    path("arbeid/innsynslogg/", log.log, name="log"),
    path("arbeid/innsynslogg/fil/", log.log_file, name="log-file"),
    path("arbeid/innsynslogg/varsler/", log_warnings.log_warnings, name="log-warnings"),
    path(
        "arbeid/innsynslogg/varsler/<str:key>/",
        log_warnings.log_warning,
        name="log-warning",
    ),
    path("arbeid/roller/", roles.roles, name="roles"),
    path("arbeid/om-meg/", about_me.about_me, name="about-me"),
    path("arbeid/utskrift/", printing.queue, name="print-queue"),
    path("arbeid/utskrift/<uuid:batch>/", printing.batch, name="print-batch"),
    path(
        "arbeid/utskrift/<uuid:batch>/brev.pdf",
        printing.batch_pdf,
        name="print-batch-pdf",
    ),
    path("arbeid/utskrift/<uuid:key>/angre/", printing.undo, name="print-undo"),
    path("arbeid/utskrift/<uuid:key>/papir/", printing.to_paper, name="print-to-paper"),
    *_catalogue,
    path("arbeid/<slug:key>/", opening.opening, name="opening"),
]
urlpatterns = [path("<slug:municipality>/", include(_desk))]
