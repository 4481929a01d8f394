"""A finding says in one line what it rests on."""

from fotfeste.law.citation import Citation
from fotfeste.law.finding import Finding


def test_the_governing_provision_comes_first_and_the_others_follow():
    found = Finding(1, (Citation("pbrl § 7-5"), Citation("dl § 148 andre ledd")))
    assert found.because() == "pbrl § 7-5, jf. dl § 148 andre ledd"


def test_a_promise_rests_on_nothing():
    assert Finding(1, ()).because() == ""
