"""Lines added up in all six figures; lines that hold the same money are not added."""

from __future__ import annotations

from collections.abc import Sequence

from budget.answers import Answer, Status, SumBody
from budget.figures import figure_of
from budget.model import Amounts, Catalog, Credit, Explanation, Level, Line, Round
from budget.nodata import Missing, no_data
from budget.provenance import line_sources
from budget.queries import Measure, ReasonCode, SumQuery
from budget.scope import explanation_for, settled_round
from budget.tree import formed_objective, overlap

__all__ = ["answer"]


def answer(query: SumQuery, catalog: Catalog) -> Answer:
    """The sum of the lines (each once); overlapping lines give no_data/other_scope, an unknown round its own code."""
    explanation = explanation_for(catalog, query.document, query.subjects, query.round)
    asked = tuple([explanation.lines[subject] for subject in dict.fromkeys(query.subjects)])
    credit = query.credit or Credit.VAK
    measure = query.measure
    at = settled_round(explanation.document, query.round, change=measure is not Measure.LEVEL)
    if isinstance(at, Round) and len(asked) > 1 and overlap(explanation, asked):
        at = ReasonCode.OTHER_SCOPE
    if isinstance(at, ReasonCode):
        return no_data(query, explanation, asked, Missing("sum", at, query.credit, query.round))
    objective = formed_objective(explanation, asked)
    lines = tuple([explanation.lines[part] for part in objective.parts]) if objective is not None else asked
    total = _added(explanation, lines, objective)
    figure = figure_of(total, measure, credit, at, explanation)
    level = at if measure is Measure.LEVEL else None
    ids = tuple([line.id for line in lines])
    return Answer(
        query,
        Status.OK,
        "sum",
        explanation.document,
        (objective.id, *ids) if objective is not None else ids,
        credit,
        level,
        (figure, *[figure_of(line, measure, credit, at, explanation) for line in lines]),
        line_sources(explanation, (objective, *lines) if objective is not None else lines),
        SumBody(lines, objective, measure, credit, level, total),
        figure.value_eur,
        figure.value_pct,
    )


def _added(explanation: Explanation, lines: Sequence[Line], objective: Line | None) -> Line:
    if objective is not None:
        return objective
    if len(lines) == 1:
        return lines[0]
    rows = [line.amounts for line in lines]
    amounts = Amounts(
        sum(row.vak_base for row in rows),
        sum(row.vek_base for row in rows),
        sum(row.vak_delta for row in rows),
        sum(row.vek_delta for row in rows),
        sum(row.vak_draft for row in rows),
        sum(row.vek_draft for row in rows),
    )
    name = " + ".join([line.name for line in lines])
    return Line(
        id="+".join([line.id for line in lines]),
        name=name,
        label=name,
        short="+",
        level=Level.OBJECTIVE,
        programme=None,
        parent=None,
        scope=explanation.total.id,
        whole=None,
        parts=tuple([line.id for line in lines]),
        objective=None,
        amounts=amounts,
        slide=lines[0].slide,
    )
