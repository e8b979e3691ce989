"""Lines of one level in order of a measure; ties stay in table order."""

from __future__ import annotations

from fractions import Fraction

from budget.answers import Answer, Figure, RankBody, Status
from budget.figures import figure_of
from budget.model import Catalog, Credit, Line
from budget.nodata import Missing, no_data
from budget.provenance import line_sources
from budget.queries import Measure, RankQuery, ReasonCode
from budget.scope import explanation_for, settled_round
from budget.tree import lines_of_level

__all__ = ["answer"]

Entry = tuple[Line, Figure]


def answer(query: RankQuery, catalog: Catalog) -> Answer:
    """The lines in the asked order, first entry's figure as principal; that nothing rises (or falls) is an answer."""
    explanation = explanation_for(catalog, query.document, (query.parent,) if query.parent else (), query.round)
    parent = explanation.lines[query.parent] if query.parent is not None else None
    head = parent or explanation.total
    credit = query.credit or Credit.VAK
    measure = query.measure
    at = settled_round(explanation.document, query.round, change=measure is not Measure.LEVEL)
    candidates = lines_of_level(explanation, query.level, parent)
    if isinstance(at, ReasonCode) or not candidates:
        code = at if isinstance(at, ReasonCode) else ReasonCode.NOT_IN_DOCUMENT
        return no_data(query, explanation, (head,), Missing("rank", code, query.credit, query.round))
    ranked: list[Entry] = [
        (line, figure_of(line, measure, credit, at, explanation))
        for line in candidates
        if (not query.direction or line.amounts.delta(credit) * query.direction > 0)
        and (measure is not Measure.PCT or line.amounts.base(credit))
    ]
    ranked.sort(key=_value, reverse=query.descending)
    entries = tuple(ranked[: query.count])
    level = measure is Measure.LEVEL
    first = entries[0][1] if entries else None
    return Answer(
        query,
        Status.OK,
        "rank",
        explanation.document,
        tuple([line.id for line, _ in entries]) or (head.id,),
        credit,
        at if level else None,
        tuple([figure for _, figure in entries]),
        line_sources(explanation, [line for line, _ in entries] or [head]),
        RankBody(entries, len(ranked), measure, credit, at if level else None, query.descending, query.direction),
        first.value_eur if first else None,
        first.value_pct if first else None,
    )


def _value(entry: Entry) -> int | Fraction:
    figure = entry[1]
    if figure.value_eur is not None:
        return figure.value_eur
    return figure.value_pct if figure.value_pct is not None else 0
