"""A sum or difference of lines that somebody worked out, done again and held against the outcome; no words."""

from __future__ import annotations

from fractions import Fraction

from budget.answers import Answer, ArithmeticBody, Figure, Status
from budget.figures import figure_of
from budget.model import Catalog, Credit, Round
from budget.nodata import Missing, no_data
from budget.provenance import line_sources
from budget.queries import ArithmeticQuery, Measure, ReadNumber, ReasonCode
from budget.rounding import rounds_to
from budget.scope import explanation_for, settled_round

__all__ = ["answer"]

_PCT_UNITS = 10_000  # a read percentage counts in 1/10000 of a percent


def answer(query: ArithmeticQuery, catalog: Catalog) -> Answer:
    """The outcome of first minus (or plus) the others, and whether a claimed outcome is exact, rounded or differs."""
    explanation = explanation_for(catalog, query.document, query.subjects, query.round)
    lines = tuple([explanation.lines[subject] for subject in query.subjects])
    kind = "compare" if query.operator == "-" else "sum"
    credit = query.credit or Credit.VAK
    at = settled_round(explanation.document, query.round, change=query.measure is not Measure.LEVEL)
    if query.measure is Measure.PCT and not all(line.amounts.base(credit) for line in lines):
        at = ReasonCode.NO_FIGURE
    if isinstance(at, ReasonCode):
        return no_data(query, explanation, lines, Missing(kind, at, query.credit, query.round))
    figures = tuple([figure_of(line, query.measure, credit, at, explanation) for line in lines])
    level = at if query.measure is Measure.LEVEL else None
    outcome = _outcome(query.operator, figures, credit, level)
    body = ArithmeticBody(lines, query.operator, figures, outcome, query.claimed, _verdict(outcome, query.claimed))
    return Answer(
        query,
        Status.OK,
        kind,
        explanation.document,
        tuple([line.id for line in lines]),
        credit,
        level,
        (outcome, *figures),
        line_sources(explanation, lines),
        body,
        outcome.value_eur,
        outcome.value_pct,
    )


def _outcome(operator: str, figures: tuple[Figure, ...], credit: Credit, at: Round | None) -> Figure:
    sign = -1 if operator == "-" else 1
    measure = "difference" if operator == "-" else "sum"
    euros = [figure.value_eur for figure in figures if figure.value_eur is not None]
    if len(euros) == len(figures):
        return Figure(figures[0].subject, measure, credit, at, euros[0] + sign * sum(euros[1:]))
    parts = [figure.value_pct for figure in figures if figure.value_pct is not None]
    return Figure(figures[0].subject, measure, credit, at, None, parts[0] + sign * sum(parts[1:], Fraction(0)))


def _verdict(outcome: Figure, claimed: ReadNumber | None) -> str | None:
    """How a claimed outcome compares; an unsigned claim is held against the size alone, another unit always differs."""
    if claimed is None:
        return None
    value: Fraction
    if outcome.value_eur is not None:
        if claimed.kind != "eur":
            return "differs"
        value = Fraction(outcome.value_eur)
    elif outcome.value_pct is not None and claimed.kind == "pct":
        value = outcome.value_pct * _PCT_UNITS
    else:
        return "differs"
    said = claimed.value
    if not claimed.signed:
        value, said = abs(value), abs(said)
    if value == said:
        return "exact"
    return "rounded" if rounds_to(value, said, claimed.step) else "differs"
