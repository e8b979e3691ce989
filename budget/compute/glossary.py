"""What words mean; each term says itself whether the document explains it or we do."""

from __future__ import annotations

from budget.answers import Answer, GlossaryBody, Status
from budget.model import Catalog, Explanation
from budget.provenance import sources
from budget.queries import GlossaryQuery

__all__ = ["answer"]


def answer(query: GlossaryQuery, catalog: Catalog) -> Answer:
    """The asked terms in the order asked; a term of general knowledge has no source.

    Raises KeyError for an unknown id.
    """
    explanation = catalog.default
    terms = tuple([catalog.glossary[term] for term in query.terms])
    slides = [term.slide for term in terms if term.from_source and term.slide is not None]
    return Answer(
        query,
        Status.OK,
        "glossary",
        explanation.document,
        _about(explanation, query.terms),
        None,
        None,
        (),
        sources(explanation, slides),
        GlossaryBody(terms),
    )


def _about(explanation: Explanation, terms: tuple[str, ...]) -> tuple[str, ...]:
    """The ISEs of the policies that are explained; a word of the budget itself belongs to the whole."""
    policies = [explanation.policies[term] for term in terms if term in explanation.policies]
    return tuple(dict.fromkeys([line for one in policies for line in one.lines])) or (explanation.total.id,)
