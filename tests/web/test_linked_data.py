"""The service for other programs: sound by the official shapes, with words from Los."""

import json
import re

import pytest
from django.test import Client
from pyshacl import validate
from rdflib import Graph, Namespace
from rdflib.namespace import DCTERMS, RDF, SH

from fotfeste.web.public.linked_data import CPSV, LOS, SUBJECTS

SERVED = ["raelingen", "enebakk", "nordre-follo", "eksempel"]
M8G = Namespace("http://data.europa.eu/m8g/")


@pytest.fixture(scope="module")
def shapes(standards):
    folder = standards / "cpsv-ap-no" / "shacl"
    if not folder.is_dir():
        pytest.skip("The shapes are not here: set FOTFESTE_STANDARDS to their folder")
    found = Graph()
    for name in ("CPSV-AP-NO_shacl_shapes_v1.ttl", "ontologies.ttl"):
        found.parse(folder / name, format="turtle")
    return found


def told(key):
    answer = Client().get(f"/{key}/tjeneste.ttl")
    assert answer["Content-Type"].startswith("text/turtle")
    return Graph().parse(data=answer.content.decode(), format="turtle")


def faults(graph, shapes):
    _, results, _ = validate(graph, shacl_graph=shapes, advanced=False)
    return [
        str(results.value(result, SH.resultMessage))
        for result in results.subjects(RDF.type, SH.ValidationResult)
        if results.value(result, SH.resultSeverity) == SH.Violation
    ]


@pytest.mark.parametrize("key", SERVED)
def test_every_service_is_sound_by_the_official_shapes(shapes, key):
    assert faults(told(key), shapes) == []


def test_the_shapes_say_no_to_what_is_lacking(shapes):
    graph = told("raelingen")
    graph.remove((None, DCTERMS.title, None))
    graph.remove((None, M8G.hasCompetentAuthority, None))
    assert len(faults(graph, shapes)) >= 2


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.parametrize("key", SERVED)
def test_both_forms_say_the_same(key):
    answer = Client().get(f"/{key}/tjeneste.jsonld")
    assert answer["Content-Type"] == "application/ld+json"
    other = Graph().parse(data=answer.content.decode(), format="json-ld")
    assert set(other) == set(told(key))


@pytest.mark.parametrize("key", SERVED)
def test_every_offer_is_a_service(book, key):
    from datetime import date

    pack = book.pack(key, date(2026, 11, 22))
    titles = {str(title) for title in told(key).objects(None, DCTERMS.title)}
    assert {offer.name for offer in pack.offers} | {pack.service} <= titles
    services = list(told(key).subjects(RDF.type, CPSV.PublicService))
    assert len(services) == len(pack.offers) + 1


def test_the_words_are_in_los(standards):
    file = standards / "los" / "all.rdf"
    if not file.is_file():
        pytest.skip("Los is not here: set FOTFESTE_STANDARDS to its folder")
    text = file.read_text(encoding="utf-8")
    for word in SUBJECTS.values():
        assert f'rdf:about="{LOS}{word}"' in text


def test_the_page_says_it_for_search_engines_and_markup_cannot_end_it():
    page = Client().get("/raelingen/").content.decode()
    [block] = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL
    )
    assert not set("<>&") & set(block)
    said = json.loads(block)
    assert said["@type"] == "GovernmentService" and said["name"] == "Rustjenesten"
    names = [
        o["itemOffered"]["name"] for o in said["hasOfferCatalog"]["itemListElement"]
    ]
    assert "Hasjavvenning (HAP)" in names


def test_who_is_not_served_has_no_data():
    assert Client().get("/finnes-ikke/tjeneste.ttl").status_code == 404
