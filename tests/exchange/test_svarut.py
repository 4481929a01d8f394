"""SvarUt's contract: what we say is what the official document asks for."""

import json
from datetime import UTC, datetime

import pytest
from tests.exchange.openapi import Api

from fotfeste.demo.people import synthetic_number
from fotfeste.exchange.svarut import FAILED, READ, SvarUt, require_sound_accounts
from fotfeste.letters.carrier import (
    Consignment,
    NotReachedError,
    RefusedOutsideError,
    UnsoundAccountsError,
    account_of,
)

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
LETTER = Consignment(
    reference="0190-en-referanse",
    title="Du har fått et brev",
    name="Nora Testdatter",
    number=synthetic_number(0),
    filename="brev-2026-03-02.pdf",
    pdf=b"%PDF-1.7 et brev",
)


@pytest.fixture
def carrier(stub):
    return SvarUt(account_of("eksempel", stub.settings("eksempel")), NOW)


def test_what_is_said_of_a_letter_is_as_the_official_contract(carrier, api):
    if api is None:
        pytest.skip("SvarUt's official contract is not here: set FOTFESTE_STANDARDS")
    assert api.faults("PersonForsendelse", carrier.described(LETTER)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"tittel": ""},
        {"sikkerhetsniva": "MELLOM"},
        {"finnesIkke": True},
        {"mottaker": {"navn": "Nora"}},
        {"dokumenter": [{"filnavn": "brev.pdf"}]},
    ],
)
def test_the_check_finds_what_is_wrong(carrier, api, change):
    if api is None:
        pytest.skip("SvarUt's official contract is not here: set FOTFESTE_STANDARDS")
    assert api.faults("PersonForsendelse", carrier.described(LETTER) | change)


def test_every_official_status_has_its_meaning(standards):
    file = standards / "svarut/v3/forsendelse-status-api-v3.json"
    if not file.exists():
        pytest.skip("SvarUt's official contract is not here: set FOTFESTE_STANDARDS")
    schema = Api(file).document["components"]["schemas"]["ForsendelseStatus"]
    words = set(schema["properties"]["status"]["enum"])
    assert words >= FAILED | READ


def test_the_addresses_are_those_of_the_official_contracts(carrier, stub, standards):
    if not (standards / "svarut").exists():
        pytest.skip("SvarUt's official contract is not here: set FOTFESTE_STANDARDS")
    key = carrier.send(LETTER)
    carrier.find(LETTER.reference)
    carrier.statuses([key])
    account = stub.accounts["eksempel"]
    asked = {
        (method.lower(), path.removeprefix("/api").replace(account, "{kontoId}"))
        for method, path in stub.asked
        if path != "/token"
    }
    official = {
        (method, path)
        for file in (standards / "svarut").rglob("*.json")
        for path, methods in json.loads(file.read_text("utf-8"))["paths"].items()
        for method in methods
    }
    assert len(asked) == 3 and asked <= official


def test_a_letter_comes_to_svarut_sealed_and_whole(carrier, stub):
    key = carrier.send(LETTER)
    [one] = stub.sent
    assert one["id"] == key
    assert one["documents"] == [LETTER.pdf]
    said = one["forsendelse"]
    assert said["sikkerhetsniva"] == "HOYESTE" and said["kryptert"]
    assert said["kunDigitalLevering"], "never in the post by itself"


def test_what_svarut_is_told_says_nothing_of_what_it_concerns(carrier):
    said = json.dumps(carrier.described(LETTER), ensure_ascii=False).lower()
    for word in ("rus", "vedtak", "søknad", "klage", "helse", "sak"):
        assert word not in said


def test_what_was_sent_is_found_by_our_reference_and_nothing_else(carrier):
    assert carrier.find(LETTER.reference) is None
    key = carrier.send(LETTER)
    assert carrier.find(LETTER.reference) == key
    assert carrier.find("en annen") is None


@pytest.mark.parametrize("status", [400, 404, 413, 422])
def test_a_letter_that_is_turned_down_is_refused_with_the_code(carrier, stub, status):
    stub.mood = status
    with pytest.raises(RefusedOutsideError, match=f"{status} PROVE_FEIL"):
        carrier.send(LETTER)


@pytest.mark.parametrize("status", [401, 403, 408, 429, 500, 502, 503])
def test_what_is_of_the_moment_is_tried_again(carrier, stub, status):
    stub.mood = status
    with pytest.raises(NotReachedError, match=str(status)):
        carrier.send(LETTER)


def test_nobody_at_the_other_end_is_tried_again(carrier, stub):
    stub.close()
    with pytest.raises(NotReachedError):
        carrier.send(LETTER)


def test_a_wish_that_another_has_signed_gets_no_token(carrier, stub, tmp_path):
    from tests.exchange.stub import _pair

    stub.client, _ = _pair("en annen")
    with pytest.raises(NotReachedError):
        carrier.send(LETTER)
    assert stub.sent == []


def test_how_it_goes_is_told_in_our_words(carrier, stub):
    key = carrier.send(LETTER)
    for word, progress in (
        ("SENDT_DIGITALT", "under-way"),
        ("LEST", "read"),
        ("IKKE_LEVERT", "failed"),
    ):
        stub.read(status=word)
        [status] = carrier.statuses([key])
        assert (status.progress, status.word) == (progress, word)


def test_a_file_of_accounts_that_is_wrong_says_so(tmp_path):
    file = tmp_path / "svarut.toml"
    file.write_text('[eksempel]\naddress = "https://example.org"\n', encoding="utf-8")
    with pytest.raises(UnsoundAccountsError, match="account"):
        account_of("eksempel", str(file))
    with pytest.raises(UnsoundAccountsError, match="cannot be used"):
        account_of("eksempel", str(tmp_path / "finnes-ikke.toml"))
    assert account_of("eksempel", "") is None


def test_who_has_no_account_has_no_carrier(stub):
    assert account_of("en-annen", stub.settings("eksempel")) is None


def test_accounts_that_cannot_be_used_stop_the_start(stub, tmp_path):
    file = stub.settings("eksempel")
    require_sound_accounts("", ())
    require_sound_accounts(file, ("eksempel",))
    with pytest.raises(UnsoundAccountsError, match="the rulebook has not"):
        require_sound_accounts(file, ("enebakk",))
    (tmp_path / "maskinporten.pem").write_text("x", encoding="utf-8")
    with pytest.raises(UnsoundAccountsError, match=r"The key in .*maskinporten"):
        require_sound_accounts(file, ("eksempel",))
    (tmp_path / "svarut.pem").write_text("x", encoding="utf-8")
    with pytest.raises(UnsoundAccountsError, match=r"The certificate in .*svarut"):
        require_sound_accounts(file, ("eksempel",))
