"""The service for other programs: CPSV-AP-NO by itself, schema.org in the page.

The profile and its shapes are Digdir's (CPSV-AP-NO 1.1); the subjects are from Los.
"""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override
from django.views.decorators.http import require_safe
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, RDFS, SKOS, XSD

from fotfeste.rulebook.book import Rulebook
from fotfeste.rulebook.pack import DatedIdentity, Offer, Pack
from fotfeste.web.public.here import here

CPSV = Namespace("http://purl.org/vocab/cpsv#")
CV = Namespace("http://data.europa.eu/m8g/")
CPSVNO = Namespace("https://data.norge.no/vocabulary/cpsvno#")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
LANGUAGE = "http://publications.europa.eu/resource/authority/language/NOB"
LOS = "https://psi.norge.no/los/ord/"
SUBJECTS = {
    "": "hjelp-ved-rusavhengighet",
    "gambling": "spilleavhengighet",
    "activity-house": "aktiviteter-og-livsmestring-for-rusavhengige",
}
"""Los words by topic; the first is about the whole service."""


@require_safe
def turtle(request: HttpRequest, municipality: str) -> HttpResponse:
    """Give the service as Turtle."""
    made = _graph(request, municipality).serialize(format="turtle")
    return HttpResponse(made, content_type="text/turtle; charset=utf-8")


@require_safe
def json_ld(request: HttpRequest, municipality: str) -> HttpResponse:
    """Give the service as JSON-LD."""
    made = _graph(request, municipality).serialize(format="json-ld")
    return HttpResponse(made, content_type="application/ld+json")


def _graph(request: HttpRequest, municipality: str) -> Graph:
    at = here(municipality)
    page = request.build_absolute_uri(_address("service", municipality))
    return described(at.pack, at.identity, page, at.book, at.on)


def _address(page: str, municipality: str) -> str:
    """Return the address in bokmål: a thing has one name, whatever one reads it in."""
    with override("nb"):
        return reverse(page, args=[municipality])


def described(
    pack: Pack, who: DatedIdentity, page: str, book: Rulebook, on: date
) -> Graph:
    """Return the service and each of its offers, by CPSV-AP-NO.

    page: the absolute address of the service page; everything is named from it.
    """
    graph = Graph()
    names = {topic.id: topic.name for topic in book.everyday_words(on).topics}
    for prefix, space in (("cpsv", CPSV), ("cv", CV), ("cpsvno", CPSVNO), ("eli", ELI)):
        graph.bind(prefix, space)
    owner, whole = URIRef(f"{page}#kommunen"), URIRef(f"{page}#tjenesten")
    _owner(graph, owner, who, page)
    contact = _contact(graph, pack, page)
    result = _thing(graph, URIRef(f"{page}#vedtak"), CPSVNO.PossibleOutput)
    graph.add((result, DCTERMS.title, _nb("Hjelp, med eller uten vedtak")))
    graph.add((result, DCTERMS.description, _nb(pack.lead)))
    laws = {cite: _law(graph, page, cite, book) for cite in {str(c) for c in pack.law}}

    def service(node: URIRef, title: str, what: str, subject: str) -> None:
        _thing(graph, node, CPSV.PublicService)
        concept = URIRef(f"{LOS}{subject}")
        graph.add((concept, RDF.type, SKOS.Concept))
        for predicate, value in (
            (DCTERMS.title, _nb(title)),
            (DCTERMS.description, _nb(what)),
            (DCTERMS.language, URIRef(LANGUAGE)),
            (CV.hasCompetentAuthority, owner),
            (CV.contactPoint, contact),
            (CPSVNO.hasPossibleOutput, result),
            (CV.thematicArea, concept),
            (FOAF.homepage, URIRef(page)),
        ):
            graph.add((node, predicate, value))

    service(whole, pack.service, pack.lead, SUBJECTS[""])
    for law in laws.values():
        graph.add((whole, CV.hasLegalResource, law))
    for offer in pack.offers:
        node = URIRef(f"{page}#tilbud-{offer.id}")
        service(node, offer.name, offer.what, _subject(offer))
        graph.add((node, DCTERMS.isPartOf, whole))
        for topic in offer.topics:
            graph.add((node, DCAT.keyword, _nb(names[topic])))
    return graph


def _subject(offer: Offer) -> str:
    return next((SUBJECTS[t] for t in offer.topics if t in SUBJECTS), SUBJECTS[""])


def _owner(graph: Graph, owner: URIRef, who: DatedIdentity, page: str) -> None:
    place = URIRef(f"{page}#sted")
    graph.add((owner, RDF.type, CV.PublicOrganisation))
    graph.add((owner, DCTERMS.identifier, Literal(who.number)))
    graph.add((owner, SKOS.prefLabel, _nb(who.name)))
    graph.add((owner, DCTERMS.spatial, place))
    graph.add((place, RDF.type, DCTERMS.Location))
    graph.add((place, RDFS.label, _nb(who.name)))


def _contact(graph: Graph, pack: Pack, page: str) -> URIRef:
    unit = pack.unit(pack.steps.receive)
    node = URIRef(f"{page}#snakk")
    graph.add((node, RDF.type, CV.ContactPoint))
    graph.add((node, CV.contactPage, URIRef(node)))
    if unit.phone:
        graph.add((node, CV.telephone, Literal(f"tel:{unit.phone.replace(' ', '')}")))
    return node


def _law(graph: Graph, page: str, cite: str, book: Rulebook) -> URIRef:
    short, _, place = cite.partition(" ")
    act = book.acts[short]
    node = URIRef(
        f"{page}#{short}-{''.join(c for c in place if c.isalnum() or c == '-')}"
    )
    graph.add((node, RDF.type, ELI.LegalResource))
    graph.add((node, DCTERMS.title, _nb(f"{act.name} {place}")))
    return node


def _thing(graph: Graph, node: URIRef, kind: URIRef) -> URIRef:
    graph.add((node, RDF.type, kind))
    graph.add((node, DCTERMS.identifier, Literal(str(node), datatype=XSD.anyURI)))
    return node


def _nb(words: str) -> Literal:
    return Literal(words, lang="nb")


_MARKUP = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def for_search_engines(
    pack: Pack, who: DatedIdentity, absolute: Callable[[str], str], municipality: str
) -> SafeString:
    """Return the service as schema.org's GovernmentService, to stand in the page."""
    page = absolute(_address("service", municipality))
    unit = pack.unit(pack.steps.receive)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": pack.service,
        "description": pack.lead,
        "url": page,
        "inLanguage": "nb",
        "serviceType": "Hjelp ved rus og avhengighet",
        "provider": {"@type": "GovernmentOrganization", "name": who.name},
        "areaServed": {"@type": "AdministrativeArea", "name": who.name},
        "availableChannel": {
            "@type": "ServiceChannel",
            "serviceUrl": absolute(_address("apply", municipality)),
            "name": unit.name,
        },
        "hasOfferCatalog": {
            "@type": "OfferCatalog",
            "name": "Dette kan du få hjelp til",
            "itemListElement": [
                {
                    "@type": "Offer",
                    "itemOffered": {
                        "@type": "Service",
                        "name": offer.name,
                        "description": offer.what,
                    },
                }
                for offer in pack.offers
            ],
        },
    }
    text = json.dumps(data, ensure_ascii=False).translate(_MARKUP)
    return mark_safe(text)  # noqa: S308 - no sign of markup is left in it
