"""The examples in the docstrings of the law are true."""

import doctest
import importlib
import pkgutil

import pytest

from fotfeste import law

MODULES = [
    f"fotfeste.law.{module.name}" for module in pkgutil.iter_modules(law.__path__)
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_docstrings_are_true(name):
    found = doctest.testmod(importlib.import_module(name))
    assert found.failed == 0


def test_there_are_examples():
    modules = map(importlib.import_module, MODULES)
    finder = doctest.DocTestFinder()
    assert sum(len(test.examples) for one in modules for test in finder.find(one)) >= 4
