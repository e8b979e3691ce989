"""Search."""

from __future__ import annotations

import pytest

from budget.answers import Status
from budget.queries import SearchQuery


def test_search_finds_an_item_by_the_beginning_of_a_word(ask):
    got = ask(SearchQuery("dienstencheq"))
    assert got.status is Status.OK
    assert got.body.hits[0].name == "Dienstencheques"
    assert got.subjects[0] == "jd-loopbanen"


def test_search_wants_every_word(ask):
    both = ask(SearchQuery("langdurig zieken")).body.hits
    assert both
    assert set(both) <= set(ask(SearchQuery("zieken")).body.hits)
    assert ask(SearchQuery("zieken telewerk")).status is Status.NOT_FOUND


def test_search_overlooks_accents_and_capitals(ask):
    assert ask(SearchQuery("TELEWÈRK")).body.hits == ask(SearchQuery("telewerk")).body.hits


@pytest.mark.parametrize("text", ["xyzzy", "", "   ", "?!", "🔥"])
def test_a_search_without_result_names_nothing(ask, text):
    got = ask(SearchQuery(text))
    assert (got.status, got.subjects, got.sources, got.body.hits) == (Status.NOT_FOUND, (), (), ())


def test_a_search_shows_an_item_once_per_name_and_command(ask):
    hits = ask(SearchQuery("re-integratie")).body.hits
    assert len({(hit.name, hit.command) for hit in hits}) == len(hits)
