"""Level, change or percentage of one or more lines; several are answered side by side, none is chosen."""

from __future__ import annotations

from budget.answers import Answer, Figure, FigureBody, ReasonSum, Source, Status
from budget.causes import gaps_of, sum_below
from budget.figures import figure_of, other
from budget.held import change_figures, nearly, presumption
from budget.model import Catalog, Credit, Explanation, KnownGap, Level, Line, Round, Statement
from budget.nodata import Missing, no_data
from budget.provenance import line_sources, sources
from budget.queries import FigureQuery, Measure, ReasonCode
from budget.scope import explanation_for, settled_round

__all__ = ["answer"]

_MEASURES = tuple(Measure)


def answer(query: FigureQuery, catalog: Catalog) -> Answer:
    """The asked figure of each line; a round the document does not have gives no_data.

    A change or percentage exists for the draft round only: the change that led to the base round is not in there.
    """
    explanation = explanation_for(catalog, query.document, query.subjects, query.round)
    lines = tuple([explanation.lines[subject] for subject in query.subjects])
    credit = query.credit or Credit.VAK
    measure = query.measure
    at = settled_round(explanation.document, query.round, change=measure is not Measure.LEVEL)
    if measure is Measure.PCT and not all(line.amounts.base(credit) for line in lines):
        at = ReasonCode.NO_FIGURE
    if isinstance(at, ReasonCode):
        return no_data(query, explanation, lines, Missing(measure.value, at, query.credit, query.round))
    if len(lines) == 1:
        return _single(query, explanation, lines[0], credit, at)
    return _several(query, explanation, lines, credit, at)


def _single(query: FigureQuery, explanation: Explanation, line: Line, credit: Credit, at: Round) -> Answer:
    measure = query.measure
    level = measure is Measure.LEVEL
    principal = figure_of(line, measure, credit, at, explanation)
    figures = _with_context(query, explanation, line, principal, at)
    statement = explanation.statements.get(line.id)
    reasons = sum_below(explanation, line)
    told = reasons if query.bare else None
    body = FigureBody(
        (line,),
        measure,
        credit,
        at if level else None,
        query.bare,
        (reasons,),
        statement,
        gaps_of(explanation, line.id),
        None if query.presumed is None else _held(query, explanation, line, principal),
        query.presumed is not None and nearly(query.presumed, _asked_figures(query, explanation, line, principal)),
    )
    return Answer(
        query,
        Status.OK,
        str(measure),
        explanation.document,
        (line.id, *line.parts) if line.level is Level.OBJECTIVE else (line.id,),
        credit,
        at if level else None,
        figures,
        _single_sources(explanation, line, told, statement if query.bare else None),
        body,
        principal.value_eur,
        principal.value_pct,
    )


def _held(query: FigureQuery, explanation: Explanation, line: Line, principal: Figure) -> bool | None:
    """Whether the number the question presumes is what was asked; a change may be said in euro and in percent."""
    asked = _asked_figures(query, explanation, line, principal)
    return presumption(query.presumed, asked, line, explanation, doubted=query.doubted)


def _asked_figures(query: FigureQuery, explanation: Explanation, line: Line, principal: Figure) -> tuple[Figure, ...]:
    if query.measure is Measure.LEVEL:
        return (principal,)
    return change_figures(line, query.credit or Credit.VAK, explanation)


def _with_context(
    query: FigureQuery, explanation: Explanation, line: Line, principal: Figure, at: Round
) -> tuple[Figure, ...]:
    credit = query.credit or Credit.VAK
    if query.bare:
        figures = [principal]
        for one in (credit, other(credit)):
            for measure in _MEASURES:
                if measure is Measure.PCT and not line.amounts.base(one):
                    continue
                if one is not credit or measure is not query.measure:
                    figures.append(figure_of(line, measure, one, at, explanation))
        return tuple(figures)
    if query.measure is Measure.PCT and not line.amounts.base(other(credit)):
        return (principal,)
    return (principal, figure_of(line, query.measure, other(credit), at, explanation))


def _single_sources(
    explanation: Explanation, line: Line, reasons: ReasonSum | None, statement: Statement | None
) -> tuple[Source, ...]:
    if reasons is None and statement is None:
        return line_sources(explanation, (line,))
    table = [source.slide.number for source in line_sources(explanation, (line,))]
    if statement is not None:
        table.append(statement.slide)
    if reasons is not None:
        table += [reason.slide for reason in reasons.reasons]
    return sources(explanation, table)


def _several(
    query: FigureQuery, explanation: Explanation, lines: tuple[Line, ...], credit: Credit, at: Round
) -> Answer:
    measure = query.measure
    level = measure is Measure.LEVEL
    gaps: dict[KnownGap, None] = {}
    for line in lines:
        gaps.update(dict.fromkeys(gaps_of(explanation, line.id)))
    body = FigureBody(
        lines,
        measure,
        credit,
        at if level else None,
        query.bare,
        tuple([sum_below(explanation, line) for line in lines]),
        None,
        tuple(gaps),
    )
    return Answer(
        query,
        Status.OK_BOTH,
        measure.value,
        explanation.document,
        tuple([line.id for line in lines]),
        credit,
        at if level else None,
        tuple([figure_of(line, measure, credit, at, explanation) for line in lines]),
        line_sources(explanation, lines),
        body,
    )
