"""The one door of the domain: a query goes to the module of its kind; nothing is understood or computed here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from budget.answers import Answer
from budget.compute import (
    action,
    arithmetic,
    audit,
    choice,
    compare,
    figure,
    glossary,
    help,  # noqa: A004 -- the kind of question is called help
    lookup,
    nature,
    picked,
    policy,
    rank,
    reason,
    refusal,
    rest,
    search,
    share,
    source,
    structure,
    sum,  # noqa: A004 -- the kind of question is called sum
)
from budget.model import Catalog
from budget.queries import (
    ActionQuery,
    ArithmeticQuery,
    AuditQuery,
    CausesQuery,
    ChoiceQuery,
    CompareQuery,
    CreditCompareQuery,
    FigureQuery,
    GlossaryQuery,
    HelpQuery,
    LookupQuery,
    NatureQuery,
    PolicyQuery,
    Query,
    RankQuery,
    ReasonQuery,
    RefusalQuery,
    RestQuery,
    SearchQuery,
    ShareQuery,
    SourceQuery,
    StructureQuery,
    SumQuery,
)

__all__ = ["answer"]

# Any: each function takes its own query type, which the key beside it names.
_ROADS: Mapping[type, Callable[[Any, Catalog], Answer]] = {
    FigureQuery: figure.answer,
    ReasonQuery: reason.answer,
    PolicyQuery: policy.answer,
    ActionQuery: action.answer,
    NatureQuery: nature.answer,
    CausesQuery: picked.answer,
    RestQuery: rest.answer,
    RankQuery: rank.answer,
    CompareQuery: compare.answer,
    CreditCompareQuery: compare.answer_credits,
    ShareQuery: share.answer,
    SumQuery: sum.answer,
    ArithmeticQuery: arithmetic.answer,
    StructureQuery: structure.answer,
    GlossaryQuery: glossary.answer,
    SourceQuery: source.answer,
    LookupQuery: lookup.answer,
    AuditQuery: audit.answer,
    SearchQuery: search.answer,
    ChoiceQuery: choice.answer,
    RefusalQuery: refusal.answer,
    HelpQuery: help.answer,
}


def answer(query: Query, catalog: Catalog) -> Answer:
    """The answer to a query, figures and sources included.

    Raises KeyError when the query holds an id the catalog does not have: ids come from the catalog's own names.
    """
    return _ROADS[type(query)](query, catalog)
