"""Why a line moves: the stated reasons against its change of VAK; VEK has none in the document."""

from __future__ import annotations

from budget.answers import Answer, Figure, ReasonBody, ReasonSum, Status
from budget.causes import gaps_of, sums_below
from budget.figures import driver_figures, figure_of
from budget.held import change_figures, presumption
from budget.model import Catalog, Credit, Explanation
from budget.provenance import line_sources, sources
from budget.queries import Measure, ReasonCode, ReasonQuery
from budget.scope import explanation_for

__all__ = ["answer"]


def answer(query: ReasonQuery, catalog: Catalog) -> Answer:
    """The reasons of a line, or of each ISE below an aggregate, with the change of VAK as principal figure.

    Without any stated reason, or for VEK, the status is no_data and the change stands in the body only.
    """
    explanation = explanation_for(catalog, query.document, (query.subject,))
    line = explanation.lines[query.subject]
    credit = query.credit or Credit.VAK
    sums, without = sums_below(explanation, line)
    known = credit is Credit.VAK and bool(sums)
    held = presumption(query.presumed, change_figures(line, credit, explanation), line, explanation, doubted=False)
    body = ReasonBody(line, credit, sums, without, query.direction, gaps_of(explanation, line.id), held)
    slides = [source.slide.number for source in line_sources(explanation, (line,))]
    slides += [reason.slide for one in sums for reason in one.reasons]
    stated = [one.stated_eur for one in sums if one.stated_eur is not None]
    value: int | None = line.amounts.vak_delta
    if query.summed:
        value = sum(stated) if stated else None  # a cause without an amount adds up to nothing
    return Answer(
        query,
        Status.OK if known else Status.NO_DATA,
        "reason",
        explanation.document,
        (line.id,),
        credit,
        None,
        (
            figure_of(line, Measure.DELTA, Credit.VAK, explanation.document.draft_round, explanation),
            *_drivers(explanation, sums),
        )
        if known
        else (),
        sources(explanation, slides),
        body,
        value if known else None,
        reason_code=None if known else ReasonCode.NO_REASON_GIVEN,
    )


def _drivers(explanation: Explanation, sums: tuple[ReasonSum, ...]) -> list[Figure]:
    figures: list[Figure] = []
    for one in sums:
        figures += driver_figures(explanation, one.reasons)
        if one.rest_eur:
            figures.append(Figure(one.line.id, "rest", Credit.VAK, None, one.rest_eur))
    return figures
