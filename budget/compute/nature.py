"""The sum of the stated amounts of one nature over a line; labels are the source's own, never guessed."""

from __future__ import annotations

from budget.answers import Answer, Figure, NatureBody, Status
from budget.causes import as_counted, sums_below
from budget.figures import driver_figures, part_of_change
from budget.model import Catalog, Credit, Nature, Reason
from budget.nodata import Missing, no_data
from budget.provenance import line_sources, sources
from budget.queries import NatureQuery, ReasonCode
from budget.scope import explanation_for

__all__ = ["answer"]


def answer(query: NatureQuery, catalog: Catalog) -> Answer:
    """What was counted and its sum, whole euro; a line with no reason of this nature, or VEK, gives no_data.

    Where the only reason of a line bears the nature without an amount, the change of that line is the figure.
    """
    explanation = explanation_for(catalog, query.document, (query.subject,))
    line = explanation.lines[query.subject]
    sums, _ = sums_below(explanation, line)
    stated = as_counted(explanation, [reason for one in sums for reason in one.reasons], query.nature)
    bearing = [reason for reason in stated if reason.nature is query.nature]
    if query.credit is Credit.VEK or not bearing:
        code = ReasonCode.NO_REASON_GIVEN if query.credit is Credit.VEK else ReasonCode.NOT_IN_DOCUMENT
        return no_data(query, explanation, (line,), Missing("driver_sum", code, query.credit))
    counted = tuple([reason for reason in bearing if reason.amount is not None])
    total = sum(reason.amount.eur for reason in counted if reason.amount is not None)
    body = NatureBody(
        query.nature,
        line,
        counted,
        total,
        tuple([reason for reason in bearing if reason.amount is None]),
        tuple([reason for reason in stated if _looks_like(reason, query.nature)]),
    )
    value: int | None = total
    if not counted:
        whole = sums[0] if len(sums) == 1 and sums[0].line.id == line.id and len(sums[0].reasons) == 1 else None
        value = whole.delta_eur if whole is not None else None
    figures = [Figure(line.id, "sum" if counted else "delta", Credit.VAK, None, value)] if value is not None else []
    figures += driver_figures(explanation, counted)
    share = part_of_change(total, line.amounts.vak_delta) if query.share and counted else None
    if share is not None:
        figures.insert(0, Figure(line.id, "share", Credit.VAK, None, None, share))
    slides = [reason.slide for reason in bearing]
    if not counted:
        slides += [source.slide.number for source in line_sources(explanation, (line,))]
    return Answer(
        query,
        Status.OK if value is not None else Status.NO_DATA,
        "driver_sum",
        explanation.document,
        (line.id,),
        Credit.VAK,
        None,
        tuple(figures),
        sources(explanation, slides),
        body,
        value if share is None else None,
        share,
        reason_code=None if value is not None else ReasonCode.NO_FIGURE,
    )


def _looks_like(reason: Reason, nature: Nature) -> bool:
    """Whether its name or label sounds like the nature although the source labels it otherwise."""
    return reason.nature is not nature and nature.value in f"{reason.name} {reason.source_label}".casefold()
