"""The addresses of the pages, in Norwegian."""

from django.urls import include, path

from fotfeste.web.citizen import apply, download, letters, mine, mine_person, reporting
from fotfeste.web.leaving import leave
from fotfeste.web.public import guide, linked_data, paper, search
from fotfeste.web.public import views as public
from fotfeste.web.sign_in import signed_in, signed_in_at_desk
from fotfeste.web.sign_out import sign_out
from fotfeste.web.staff import opening
from fotfeste.web.staff import person as persons
from fotfeste.web.staff import register as registering
from fotfeste.web.staff import views as staff

_LETTER = "<uuid:event>/<slug:kind>"

_citizen = [
    path("logget-inn/", signed_in, name="signed-in"),
    path("sok/", apply.start, name="apply"),
    path("sok/kontroller/", apply.review, name="review"),
    path("sok/slett/", apply.throw_away, name="throw-away"),
    path("sok/<slug:key>/", apply.ask, name="ask"),
    path("mine-saker/", mine.my_cases, name="my-cases"),
    path("mine-saker/hvem-har-lest/", mine.who_has_read, name="who-has-read"),
    path("mine-saker/last-ned/", download.everything, name="download"),
    path("mine-saker/meldinger/", mine_person.messages, name="messages"),
    path("mine-saker/fullmakter/", mine_person.mine, name="my-person"),
    path("mine-saker/fullmakter/<slug:key>/", mine_person.step, name="my-person-step"),
    path("meld-bekymring/", reporting.report, name="report"),
    path("mine-saker/<uuid:stream>/", mine.my_case, name="my-case"),
    path("mine-saker/<uuid:stream>/kvittering/", mine.receipt, name="receipt"),
    path(f"mine-saker/<uuid:stream>/brev/{_LETTER}/", letters.letter, name="letter"),
    path(
        "mine-saker/<uuid:stream>/dokument/<uuid:document>/",
        letters.document,
        name="document",
    ),
    path(
        f"mine-saker/<uuid:stream>/brev/{_LETTER}.pdf",
        letters.letter_pdf,
        name="letter-pdf",
    ),
    path("mine-saker/<uuid:stream>/<slug:key>/", mine.citizen_step, name="my-step"),
]
_staff = [
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
        f"arbeid/sak/<uuid:stream>/brev/{_LETTER}.pdf", staff.letter, name="case-letter"
    ),
    path(
        "arbeid/sak/<uuid:stream>/dokument/<uuid:document>/",
        staff.document,
        name="case-document",
    ),
    path("arbeid/sak/<uuid:stream>/<slug:key>/", staff.step, name="step"),
    path("arbeid/<slug:key>/", opening.opening, name="opening"),
]
urlpatterns = [
    path("", public.front, name="front"),
    path("hjelp-na/", public.help_now, name="help-now"),
    path("veien-til-hjelp/", guide.guide, name="guide"),
    path("veien-til-hjelp.css", guide.style, name="guide-style"),
    path("tilgjengelighet/", public.accessibility, name="accessibility"),
    path("forlat/", leave, name="leave"),
    path("logg-ut/", sign_out, name="sign-out"),
    path("<slug:municipality>/", public.service, name="service"),
    path("<slug:municipality>/veien-til-hjelp/", guide.guide, name="guide-here"),
    path("<slug:municipality>/soknad.pdf", paper.paper, name="paper-form"),
    path("<slug:municipality>/tjeneste.ttl", linked_data.turtle, name="turtle"),
    path("<slug:municipality>/tjeneste.jsonld", linked_data.json_ld, name="json-ld"),
    path("<slug:municipality>/finn/", search.search, name="search"),
    path("<slug:municipality>/", include(_citizen)),
    path("<slug:municipality>/", include(_staff)),
]
