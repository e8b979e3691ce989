"""Explained words."""

from __future__ import annotations

from budget.answers import Status
from budget.queries import GlossaryQuery


def test_a_word_of_general_knowledge_is_explained_without_a_source(ask, catalog):
    own = [term.id for term in catalog.glossary.values() if not term.from_source]
    got = ask(GlossaryQuery((own[0],)))
    assert (got.status, got.kind, got.subjects, got.sources) == (Status.OK, "glossary", ("wse",), ())


def test_a_word_the_document_explains_names_its_slide(ask, catalog):
    for term in catalog.glossary.values():
        if term.from_source and term.slide is not None:
            assert [one.slide.number for one in ask(GlossaryQuery((term.id,))).sources] == [term.slide]
