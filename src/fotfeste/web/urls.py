"""The addresses of the pages for all and of one's own, in Norwegian."""

from django.urls import include, path

from fotfeste.web.citizen import (
    apply,
    attaching,
    download,
    interview,
    letters,
    mine,
    mine_person,
    reporting,
)
from fotfeste.web.leaving import leave
from fotfeste.web.public import colours, guide, linked_data, paper, search
from fotfeste.web.public import views as public
from fotfeste.web.sign_in import signed_in
from fotfeste.web.sign_out import sign_out

_LETTER = "<uuid:event>/<slug:kind>"

_citizen = [
    path("logget-inn/", signed_in, name="signed-in"),
    path("sok/", apply.start, name="apply"),
    path("sok/kontroller/", apply.review, name="review"),
    path("sok/vedlegg/", attaching.attach, name="attach"),
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
    path(
        "mine-saker/<uuid:stream>/kvittering.pdf", mine.receipt_pdf, name="receipt-pdf"
    ),
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
    path("mine-saker/<uuid:stream>/samtale/", interview.interview, name="my-interview"),
    path("mine-saker/<uuid:stream>/<slug:key>/", mine.citizen_step, name="my-step"),
]
urlpatterns = [
    path("", public.front, name="front"),
    path("hjelp-na/", public.help_now, name="help-now"),
    path("veien-til-hjelp/", guide.guide, name="guide"),
    path("veien-til-hjelp.css", guide.style, name="guide-style"),
    path("tilgjengelighet/", public.accessibility, name="accessibility"),
    path("nasjonalt/<slug:section>/", public.national, name="national"),
    path("andre-kommuner/", public.elsewhere, name="elsewhere"),
    path("forlat/", leave, name="leave"),
    path("logg-ut/", sign_out, name="sign-out"),
    path("<slug:municipality>/", public.service, name="service"),
    path("<slug:municipality>/farger.css", colours.colours, name="colours"),
    path("<slug:municipality>/veien-til-hjelp/", guide.guide, name="guide-here"),
    path("<slug:municipality>/soknad.pdf", paper.paper, name="paper-form"),
    path("<slug:municipality>/tjeneste.ttl", linked_data.turtle, name="turtle"),
    path("<slug:municipality>/tjeneste.jsonld", linked_data.json_ld, name="json-ld"),
    path("<slug:municipality>/finn/", search.search, name="search"),
    path("<slug:municipality>/", include(_citizen)),
]
