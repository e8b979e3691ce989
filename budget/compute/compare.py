"""Lines side by side, or VAK beside VEK of one line; the difference is first minus second."""

from __future__ import annotations

from budget.answers import Answer, CompareBody, Figure, Status
from budget.figures import difference, figure_of
from budget.model import Catalog, Credit, Explanation, Line, Round
from budget.nodata import Missing, no_data
from budget.provenance import line_sources
from budget.queries import CompareQuery, CreditCompareQuery, Measure, ReasonCode
from budget.scope import explanation_for, settled_round

__all__ = ["answer", "answer_credits"]


def answer(query: CompareQuery, catalog: Catalog) -> Answer:
    """The asked figure of each line; with two lines their difference is the principal figure."""
    explanation = explanation_for(catalog, query.document, query.subjects, query.round)
    lines = tuple([explanation.lines[subject] for subject in query.subjects])
    credit = query.credit or Credit.VAK
    at = settled_round(explanation.document, query.round, change=query.measure is not Measure.LEVEL)
    if not isinstance(at, ReasonCode) and _lacks_base(query.measure, lines, (credit,)):
        at = ReasonCode.NO_FIGURE
    if isinstance(at, ReasonCode):
        return no_data(query, explanation, lines, Missing("compare", at, query.credit, query.round))
    rounds = query.rounds or (at,) * len(lines)
    figures = tuple(
        [figure_of(line, query.measure, credit, one, explanation) for line, one in zip(lines, rounds, strict=True)]
    )
    one_round = query.measure is Measure.LEVEL and not query.rounds
    return _answer(query, explanation, lines, figures, (credit, at if one_round else None))


def answer_credits(query: CreditCompareQuery, catalog: Catalog) -> Answer:
    """VAK and VEK of one line and VAK minus VEK; the credit of the answer is None."""
    explanation = explanation_for(catalog, query.document, (query.subject,), query.round)
    line = explanation.lines[query.subject]
    at = settled_round(explanation.document, query.round, change=query.measure is not Measure.LEVEL)
    if not isinstance(at, ReasonCode) and _lacks_base(query.measure, (line,), tuple(Credit)):
        at = ReasonCode.NO_FIGURE
    if isinstance(at, ReasonCode):
        return no_data(query, explanation, (line,), Missing("compare", at, None, query.round))
    if query.sides:
        apart = tuple([figure_of(line, Measure.LEVEL, credit, one, explanation) for credit, one in query.sides])
        return _answer(query, explanation, (line,), apart, (None, None))
    figures = tuple([figure_of(line, query.measure, credit, at, explanation) for credit in Credit])
    return _answer(query, explanation, (line,), figures, (None, at if query.measure is Measure.LEVEL else None))


def _lacks_base(measure: Measure, lines: tuple[Line, ...], credits_: tuple[Credit, ...]) -> bool:
    return measure is Measure.PCT and not all(line.amounts.base(one) for line in lines for one in credits_)


def _answer(
    query: CompareQuery | CreditCompareQuery,
    explanation: Explanation,
    lines: tuple[Line, ...],
    figures: tuple[Figure, ...],
    basis: tuple[Credit | None, Round | None],
) -> Answer:
    credit, at = basis
    two = len(figures) == 2  # noqa: PLR2004 -- a difference needs exactly two
    gap = difference(figures[0], figures[1], credit=credit, at=at) if two else None
    return Answer(
        query,
        Status.OK,
        "compare",
        explanation.document,
        tuple([line.id for line in lines]),
        credit,
        at,
        (*figures, gap) if gap is not None else figures,
        line_sources(explanation, lines),
        CompareBody(lines, figures, query.measure, credit, at, gap),
        gap.value_eur if gap is not None else None,
        gap.value_pct if gap is not None else None,
    )
