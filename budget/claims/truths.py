"""The true values claims are held against: figures of lines, of reasons, of natures and of counted things."""

from __future__ import annotations

from fractions import Fraction

from budget.causes import as_counted, sums_below
from budget.claims.judge import Truth
from budget.figures import figure_of, other
from budget.model import Credit, Explanation, Line, Nature, Quantity, Reason, Round
from budget.queries import Measure

__all__ = [
    "line_truth",
    "nature_truth",
    "other_credit",
    "quantity_truths",
    "reason_truth",
    "share_truth",
    "twins",
]

_PCT_UNITS = 10_000  # a claimed percentage counts in 1/10000 of a percent


def line_truth(explanation: Explanation, line: Line, measure: Measure, credit: Credit, at: Round) -> Truth | None:
    """A level, change (euro) or change in percent of a line; None for a percentage of nothing."""
    figure = figure_of(line, measure, credit, at, explanation)
    if figure.value_eur is not None:
        return Truth(Fraction(figure.value_eur), "eur", measure.value, (line.id,), credit, figure.round, (line.slide,))
    if figure.value_pct is None:
        return None
    return Truth(figure.value_pct * _PCT_UNITS, "pct", "pct", (line.id,), credit, None, (line.slide,))


def twins(explanation: Explanation, line: Line) -> tuple[Line, ...]:
    """The lines a line is easily taken for: one of the same name in another branch, and the part or the whole."""
    found: list[Line] = []
    for one in explanation.lines.values():
        same = one.level is line.level and one.scope == line.scope and one.label == line.label
        same = same or (one.level is line.level and _stem(one) == _stem(line) and one.scope == line.scope)
        if one.id != line.id and (same or one.whole == line.id or line.whole == one.id):
            found.append(one)
    return tuple(found)


def _stem(line: Line) -> str:
    return line.name.partition(" (")[0].lower()


def share_truth(part: Line, whole: Line, measure: Measure, credit: Credit, at: Round) -> Truth | None:
    """The share of one line in another in 1/10000 of a percent; None when the whole is nothing."""

    def value(line: Line) -> int:
        amounts = line.amounts
        if measure is Measure.DELTA:
            return amounts.delta(credit)
        return amounts.base(credit) if at.kind == "BA" else amounts.draft(credit)

    if not value(whole):
        return None
    size = Fraction(value(part) * 100 * _PCT_UNITS, value(whole))
    return Truth(size, "pct", "share", (part.id, whole.id), credit, at, (part.slide, whole.slide))


def reason_truth(reasons: tuple[Reason, ...]) -> Truth | None:
    """The stated amounts of reasons together, a part of a net amount never beside it; None when none has one."""
    ids = {reason.id for reason in reasons}
    counted = [one for one in reasons if one.amount is not None and one.part_of not in ids]
    if not counted or len(counted) < len([one for one in reasons if one.part_of not in ids]):
        return None
    total = sum(one.amount.eur for one in counted if one.amount is not None)
    lines = tuple(dict.fromkeys(one.line for one in counted))
    slides = tuple(dict.fromkeys(one.slide for one in counted))
    return Truth(Fraction(total), "eur", "driver", lines, Credit.VAK, None, slides)


def nature_truth(explanation: Explanation, line: Line, nature: Nature) -> Truth | None:
    """The stated amounts of one nature below a line together; None when there are none."""
    sums, _ = sums_below(explanation, line)
    bearing = [
        one
        for one in as_counted(explanation, [reason for each in sums for reason in each.reasons], nature)
        if one.nature is nature and one.amount is not None
    ]
    if not bearing:
        return None
    total = sum(one.amount.eur for one in bearing if one.amount is not None)
    slides = tuple(dict.fromkeys(one.slide for one in bearing))
    return Truth(Fraction(total), "eur", "sum", (line.id,), Credit.VAK, None, slides)


def quantity_truths(explanation: Explanation, policies: tuple[str, ...]) -> tuple[tuple[Quantity, Truth], ...]:
    """The counted things of policies with their values; a percentage and an amount keep their unit."""
    found: list[tuple[Quantity, Truth]] = []
    for policy in policies:
        for action in explanation.policy_actions.get(policy, ()):
            for quantity in action.quantities:
                unit = {"euro": "eur", "%": "pct"}.get(quantity.unit, "qty")
                value = Fraction(quantity.value * (_PCT_UNITS if unit == "pct" else 1))
                found.append((quantity, Truth(value, unit, "quantity", action.lines, None, None, (action.slide,))))
    return tuple(found)


def other_credit(explanation: Explanation, line: Line, measure: Measure, credit: Credit, at: Round) -> Truth | None:
    """The same figure of a line in the other credit."""
    return line_truth(explanation, line, measure, other(credit), at)
