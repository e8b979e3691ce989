"""What of a change of VAK the stated reasons leave open; nothing is explained that the source does not explain."""

from __future__ import annotations

from budget.answers import Answer, Figure, ReasonSum, RestBody, Status
from budget.causes import sum_below
from budget.model import Catalog, Credit, Explanation, Line
from budget.nodata import Missing, no_data
from budget.provenance import line_sources, sources
from budget.queries import ReasonCode, RestQuery
from budget.scope import explanation_for

__all__ = ["answer"]


def answer(query: RestQuery, catalog: Catalog) -> Answer:
    """Change of VAK minus the stated amounts, whole euro, signed; no_data without reasons or without amounts."""
    explanation = explanation_for(catalog, query.document, (query.subject,))
    line = explanation.lines[query.subject]
    one = sum_below(explanation, line)
    if one is None or one.rest_eur is None or one.stated_eur is None:
        code = ReasonCode.NO_REASON_GIVEN if one is None else ReasonCode.NO_FIGURE
        return no_data(query, explanation, (line,), Missing("rest", code, Credit.VAK))
    slides = [source.slide.number for source in line_sources(explanation, (line,))]
    slides += [reason.slide for reason in one.reasons]
    return Answer(
        query,
        Status.OK,
        "rest",
        explanation.document,
        (line.id,),
        Credit.VAK,
        None,
        (
            Figure(line.id, "rest", Credit.VAK, None, one.rest_eur),
            Figure(line.id, "delta", Credit.VAK, None, one.delta_eur),
            Figure(line.id, "sum", Credit.VAK, None, one.stated_eur),
        ),
        sources(explanation, slides),
        RestBody(one, _delta_parts(explanation, line, one)),
        one.rest_eur,
    )


def _delta_parts(explanation: Explanation, line: Line, one: ReasonSum) -> tuple[tuple[Line, int], ...]:
    """The changes of the part lines all these reasons stand for, then what of the line falls outside them."""
    ids = [reason.part_line for reason in one.reasons]
    parts = [explanation.lines[part] for part in dict.fromkeys(ids) if part is not None and part != line.id]
    if not parts or None in ids:
        return ()
    outside = one.delta_eur - sum(part.amounts.vak_delta for part in parts)
    return (*[(part, part.amounts.vak_delta) for part in parts], (line, outside))
