"""One figure of one line under a measure, a credit and a round; exact, never rounded."""

from __future__ import annotations

from fractions import Fraction

from budget.answers import Figure
from budget.model import Amounts, Credit, Explanation, Line, Round
from budget.queries import Measure

__all__ = ["amount_of", "change_pct", "difference", "figure_of", "other", "value_of"]


def other(credit: Credit) -> Credit:
    """The other of the two credits."""
    return Credit.VEK if credit is Credit.VAK else Credit.VAK


def change_pct(amounts: Amounts, credit: Credit) -> Fraction | None:
    """The change in percent of the base round, exact; None when the base is zero."""
    base = amounts.base(credit)
    return Fraction(amounts.delta(credit) * 100, base) if base else None


def amount_of(line: Line, measure: Measure, credit: Credit, at: Round, explanation: Explanation) -> int:
    """Whole euro of a level (in round `at`) or of the change; a percentage has none and counts as the change."""
    amounts = line.amounts
    if measure is not Measure.LEVEL:
        return amounts.delta(credit)
    return amounts.base(credit) if at == explanation.document.base_round else amounts.draft(credit)


def value_of(
    line: Line, measure: Measure, credit: Credit, at: Round, explanation: Explanation
) -> int | Fraction | None:
    """Whole euro, or percent for Measure.PCT; None for a percentage of nothing."""
    if measure is Measure.PCT:
        return change_pct(line.amounts, credit)
    return amount_of(line, measure, credit, at, explanation)


def figure_of(line: Line, measure: Measure, credit: Credit, at: Round, explanation: Explanation) -> Figure:
    """The figure of a line; changes and percentages have no round of their own.

    A percentage of nothing has no value at all: ask `value_of` first where a base can be zero.
    """
    amounts = line.amounts
    if measure is Measure.LEVEL:
        base = at is explanation.document.base_round
        return Figure(line.id, "level", credit, at, amounts.base(credit) if base else amounts.draft(credit))
    if measure is Measure.DELTA:
        return Figure(line.id, "delta", credit, None, amounts.delta(credit))
    return Figure(line.id, "pct", credit, None, None, change_pct(amounts, credit))


def difference(first: Figure, second: Figure, *, credit: Credit | None, at: Round | None) -> Figure | None:
    """First minus second, in euro or percentage points; None when either has no value or they differ in kind."""
    if first.value_eur is not None and second.value_eur is not None:
        return Figure(first.subject, "difference", credit, at, first.value_eur - second.value_eur)
    if first.value_pct is not None and second.value_pct is not None:
        return Figure(first.subject, "difference", credit, at, None, first.value_pct - second.value_pct)
    return None
