"""Stated causes below a line added up, set against each other, or taken off its change; what is not stated is not."""

from __future__ import annotations

from budget.answers import Answer, CauseGroup, CausesBody, Figure, Status
from budget.causes import as_counted, sums_below
from budget.figures import driver_figures, part_of_change
from budget.model import Catalog, Credit, Explanation, Line, Reason
from budget.nodata import Missing, no_data
from budget.provenance import line_sources, sources
from budget.queries import CausesQuery, Pick, ReasonCode
from budget.scope import explanation_for

__all__ = ["answer"]


def answer(query: CausesQuery, catalog: Catalog) -> Answer:
    """What the picked causes come to, whole euro.

    no_data for VEK (the source gives reasons for VAK only), for a pick with nothing below the line, or no amount in it,
    and for picks that hold the same amount twice.
    """
    explanation = explanation_for(catalog, query.document, (query.subject,))
    line = explanation.lines[query.subject]
    groups = tuple([_group(explanation, line, pick) for pick in query.picks])
    kind = {"-": "compare", "/": "share"}.get(query.operator, "driver_sum")
    code = _withheld(query, groups)
    if code is not None:
        return no_data(query, explanation, _homes(explanation, line, groups), Missing(kind, code, query.credit))
    counted = [reason for group in groups for reason in group.counted]
    outcome = _outcome(query.operator, groups, line)
    homes = _homes(explanation, line, groups[1:] if query.operator == "/" else groups)
    homes = homes if query.operator in {"-", "/"} else (line,)
    share = part_of_change(outcome, groups[0].total_eur) if query.operator == "/" else None
    slides = [reason.slide for group in groups for reason in (*group.counted, *group.uncounted)]
    if query.operator == "off":
        slides += [source.slide.number for source in line_sources(explanation, (line,))]
    measure = {"+": "sum", "-": "difference", "off": "delta", "/": "share"}[query.operator]
    principal = Figure(line.id, measure, Credit.VAK, None, outcome if share is None else None, share)
    return Answer(
        query,
        Status.OK,
        kind,
        explanation.document,
        tuple([one.id for one in homes]),
        Credit.VAK,
        None,
        (principal, *driver_figures(explanation, counted)),
        sources(explanation, slides),
        CausesBody(line, query.operator, groups, outcome),
        outcome if share is None else None,
        share,
    )


def _withheld(query: CausesQuery, groups: tuple[CauseGroup, ...]) -> ReasonCode | None:
    if query.credit is Credit.VEK:
        return ReasonCode.NO_REASON_GIVEN
    if any(not group.counted and not group.uncounted for group in groups):
        return ReasonCode.NOT_IN_DOCUMENT
    if any(not group.counted for group in groups):
        return ReasonCode.NO_FIGURE
    apart = groups[1:] if query.operator == "/" else groups  # a part stands in its whole too
    ids = [reason.id for group in apart for reason in group.counted]
    return ReasonCode.OTHER_SCOPE if len(ids) > len(set(ids)) else None


def _group(explanation: Explanation, line: Line, pick: Pick) -> CauseGroup:
    below, _ = sums_below(explanation, line)
    stated = [reason for one in below for reason in one.reasons]
    name = ""
    if pick.policy is not None:
        name = explanation.policies[pick.policy].name
        found = [reason for reason in stated if reason.policy == pick.policy]
    elif pick.reason is not None:
        name = explanation.reasons[pick.reason].name
        found = [explanation.reasons[pick.reason]]
    elif pick.nature is not None:
        name = pick.nature.value
        found = [reason for reason in as_counted(explanation, stated, pick.nature) if reason.nature is pick.nature]
    else:
        found = [reason for reason in stated if reason.amount is not None and reason.amount.eur * pick.sign > 0]
    counted = tuple([reason for reason in found if reason.amount is not None])
    total = sum(reason.amount.eur for reason in counted if reason.amount is not None)
    return CauseGroup(pick, name, counted, total, tuple([reason for reason in found if reason.amount is None]))


def _outcome(operator: str, groups: tuple[CauseGroup, ...], line: Line) -> int:
    totals = [group.total_eur for group in groups]
    if operator == "/":
        return sum(totals[1:])
    if operator == "-":
        return totals[0] - sum(totals[1:])
    return line.amounts.vak_delta - sum(totals) if operator == "off" else sum(totals)


def _homes(explanation: Explanation, line: Line, groups: tuple[CauseGroup, ...]) -> tuple[Line, ...]:
    """The lines whose change the picked causes explain; the asked one when nothing was found."""
    reasons: list[Reason] = [reason for group in groups for reason in (*group.counted, *group.uncounted)]
    return tuple([explanation.lines[one] for one in dict.fromkeys([reason.line for reason in reasons])]) or (line,)
