"""Lines of one level in order of a measure; ties stay in table order."""

from __future__ import annotations

from fractions import Fraction

from budget.answers import Answer, Figure, RankBody, Status
from budget.figures import figure_of
from budget.model import Catalog, Credit, Explanation, Line
from budget.nodata import Missing, no_data
from budget.provenance import line_sources
from budget.queries import Bound, Measure, RankQuery, ReasonCode
from budget.scope import explanation_for, settled_round
from budget.tree import inside, lines_of_level

__all__ = ["answer"]

Entry = tuple[Line, Figure]
_PCT_UNITS = 10_000  # a read percentage counts in 1/10000 of a percent


def answer(query: RankQuery, catalog: Catalog) -> Answer:
    """The lines in the asked order, first entry's figure as principal; that nothing rises (or falls) is an answer."""
    explanation = explanation_for(catalog, query.document, (query.parent,) if query.parent else (), query.round)
    parent = explanation.lines[query.parent] if query.parent is not None else None
    head = parent or explanation.total
    credit = query.credit or Credit.VAK
    measure = query.measure
    at = settled_round(explanation.document, query.round, change=measure is not Measure.LEVEL)
    candidates = _kept(lines_of_level(explanation, query.level, parent), query, explanation)
    if isinstance(at, ReasonCode) or not candidates:
        code = at if isinstance(at, ReasonCode) else ReasonCode.NOT_IN_DOCUMENT
        return no_data(query, explanation, (head,), Missing("rank", code, query.credit, query.round))
    ranked = _ranked(query, [(line, figure_of(line, measure, credit, at, explanation)) for line in candidates], credit)
    place = query.place
    if query.of is not None:
        ids = [line.id for line, _ in ranked]
        place = ids.index(query.of) + 1 if query.of in ids else len(ids) + 1
    entries = tuple(ranked[place - 1 :][: query.count])
    if not entries and (place > 1 or query.after is not None):
        return no_data(query, explanation, (head,), Missing("rank", ReasonCode.NOT_IN_DOCUMENT, query.credit))
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
        RankBody(
            entries,
            len(ranked),
            measure,
            credit,
            at if level else None,
            query.descending,
            query.direction,
            place,
            tuple([explanation.lines[one] for one in (*query.without, *filter(None, (query.after,)))]),
        ),
        first.value_eur if first and not query.counted else None,
        first.value_pct if first and not query.counted else None,
        len(ranked) if query.counted else None,
    )


def _ranked(query: RankQuery, entries: list[Entry], credit: Credit) -> list[Entry]:
    """The asked entries in the asked order."""
    ranked = [
        (line, figure)
        for line, figure in entries
        if (not query.direction or line.amounts.delta(credit) * query.direction > 0)
        and (query.measure is not Measure.PCT or line.amounts.base(credit))
        and (query.bound is None or _beyond(figure, query.bound, query.direction))
    ]
    ranked.sort(key=_value, reverse=query.descending)
    if query.after is None:
        return ranked
    ids = [line.id for line, _ in ranked]
    return ranked[ids.index(query.after) + 1 :] if query.after in ids else []


def _kept(lines: tuple[Line, ...], query: RankQuery, explanation: Explanation) -> tuple[Line, ...]:
    """The lines without those to be left out and what stands below them."""
    if not query.without:
        return lines
    out = [explanation.lines[one] for one in query.without]
    return tuple([line for line in lines if not any(line is one or inside(explanation, line, one) for one in out)])


def _beyond(figure: Figure, bound: Bound, direction: int) -> bool:
    """Whether a line lies beyond a number; "daalt meer dan 5 %" is of the size of the fall."""
    euros = Fraction(figure.value_eur or 0)
    value = euros if bound.number.kind == "eur" else (figure.value_pct or Fraction(0)) * _PCT_UNITS
    if direction:
        value *= direction
    if value == bound.number.value:
        return bound.included
    return (value > bound.number.value) is bound.above


def _value(entry: Entry) -> int | Fraction:
    figure = entry[1]
    if figure.value_eur is not None:
        return figure.value_eur
    return figure.value_pct if figure.value_pct is not None else 0
