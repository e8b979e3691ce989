"""One line over another, of the level or of the change, as an exact percentage."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from budget.answers import Answer, Figure, ShareBody, Status
from budget.figures import figure_of
from budget.model import Catalog, Credit
from budget.nodata import Missing, no_data
from budget.provenance import line_sources
from budget.queries import Measure, ReasonCode, ShareQuery
from budget.scope import explanation_for, settled_round
from budget.tree import inside, overlap

__all__ = ["answer"]


def answer(query: ShareQuery, catalog: Catalog) -> Answer:
    """Part over whole in percent; of nothing there is no share (no_data). Measure.PCT counts as the level."""
    explanation = explanation_for(catalog, query.document, (query.part, query.whole), query.round)
    part, whole = explanation.lines[query.part], explanation.lines[query.whole]
    added = tuple([explanation.lines[one] for one in query.added])
    credit = query.credit or Credit.VAK
    measure = Measure.DELTA if query.measure is Measure.DELTA else Measure.LEVEL
    at = settled_round(explanation.document, query.round, change=measure is Measure.DELTA)
    if added and overlap(explanation, (part, *added)):
        return no_data(query, explanation, (part, *added), Missing("sum", ReasonCode.OTHER_SCOPE, query.credit))
    if isinstance(at, ReasonCode):
        return no_data(query, explanation, (part, whole), Missing("share", at, query.credit, query.round))
    one = figure_of(part, measure, credit, at, explanation)
    if added:
        others = [figure_of(line, measure, credit, at, explanation).value_eur or 0 for line in added]
        one = replace(one, value_eur=(one.value_eur or 0) + sum(others))
    all_ = figure_of(whole, measure, credit, at, explanation)
    if not all_.value_eur or one.value_eur is None:
        return no_data(query, explanation, (part, whole), Missing("share", ReasonCode.NO_FIGURE, query.credit))
    basis = at if measure is Measure.LEVEL else None
    share = Figure(part.id, "share", credit, basis, None, Fraction(one.value_eur * 100, all_.value_eur))
    return Answer(
        query,
        Status.OK,
        "share",
        explanation.document,
        (part.id, *query.added, whole.id),
        credit,
        basis,
        (share, one, all_),
        line_sources(explanation, (part, *added, whole)),
        ShareBody(part, whole, one, all_, share, measure, inside(explanation, part, whole), added),
        None,
        share.value_pct,
    )
