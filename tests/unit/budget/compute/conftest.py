"""The built-in catalog and a short way to ask it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from budget.answers import Answer
from budget.engine import answer
from budget.model import Catalog
from budget.queries import Query
from budget.store.builtin import builtin_folder
from budget.store.load import load_catalog


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load_catalog(builtin_folder())


@pytest.fixture
def ask(catalog: Catalog) -> Callable[[Query], Answer]:
    return lambda query: answer(query, catalog)
