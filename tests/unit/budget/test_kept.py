"""Indexes per loaded document."""

from __future__ import annotations

from budget.kept import kept_by_identity


class Loaded:
    """Stands for a document: found by identity, not by what it holds."""


def test_an_index_is_built_once_per_document():
    built: list[Loaded] = []
    index = kept_by_identity(lambda one: built.append(one) or len(built))
    one, two = Loaded(), Loaded()
    assert [index(one), index(two), index(one), index(two)] == [1, 2, 1, 2]


def test_old_documents_make_room_and_are_built_again():
    built: list[Loaded] = []
    index = kept_by_identity(lambda one: built.append(one) or len(built))
    first = Loaded()
    index(first)
    for _ in range(40):
        index(Loaded())
    assert index(first) == 42
