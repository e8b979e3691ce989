"""One figure of one line under a measure, a credit and a round; exact, never rounded."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from budget.answers import Figure
from budget.kept import kept_by_identity
from budget.model import Amounts, Credit, Explanation, Line, Reason, Round
from budget.queries import Measure

__all__ = ["change_pct", "difference", "driver_figures", "figure_of", "other", "part_of_change"]


def other(credit: Credit) -> Credit:
    """The other of the two credits."""
    return Credit.VEK if credit is Credit.VAK else Credit.VAK


def change_pct(amounts: Amounts, credit: Credit) -> Fraction | None:
    """The change in percent of the base round, exact; None when the base is zero."""
    base = amounts.base(credit)
    return Fraction(amounts.delta(credit) * 100, base) if base else None


def part_of_change(amount: int, delta: int) -> Fraction | None:
    """How much of a change an amount is, in percent, exact; None when it pushes the other way or nothing moves."""
    return Fraction(amount * 100, delta) if amount * delta > 0 else None


def figure_of(line: Line, measure: Measure, credit: Credit, at: Round, explanation: Explanation) -> Figure:
    """The figure of a line, `at` being one of the document's two rounds; only a level keeps it.

    A percentage of nothing has no value at all: look at the base first where it can be zero.
    """
    place = 0 if credit is Credit.VAK else 1
    if measure is Measure.DELTA:
        place += 2
    elif measure is Measure.PCT:
        place += 4
    elif at == explanation.document.base_round:
        place += 6
    if explanation.lines.get(line.id) is not line:
        return _made(line, place, explanation)  # a computed sum of the moment
    kept = _kept(explanation)
    row = kept.get(line.id)
    if row is None:
        row = kept[line.id] = [None] * 8
    found = row[place]
    if found is None:
        found = row[place] = _made(line, place, explanation)
    return found


@kept_by_identity
def _kept(explanation: Explanation) -> dict[str, list[Figure | None]]:  # noqa: ARG001 -- starts empty
    """Figures of the lines asked so far, in the places `figure_of` counts out."""
    return {}


def _made(line: Line, place: int, explanation: Explanation) -> Figure:
    amounts = line.amounts
    credit = Credit.VEK if place % 2 else Credit.VAK
    kind = place // 2
    if kind == 1:
        return Figure(line.id, "delta", credit, None, amounts.delta(credit))
    if kind == 2:  # noqa: PLR2004 -- the third pair of places
        return Figure(line.id, "pct", credit, None, None, change_pct(amounts, credit))
    if kind == 0:
        return Figure(line.id, "level", credit, explanation.document.draft_round, amounts.draft(credit))
    return Figure(line.id, "level", credit, explanation.document.base_round, amounts.base(credit))


@kept_by_identity
def _drivers(explanation: Explanation) -> dict[str, Figure]:
    """The stated amounts as figures, by reason id."""
    return {
        reason.id: Figure(reason.line, "driver", Credit.VAK, None, reason.amount.eur)
        for reason in explanation.reasons.values()
        if reason.amount is not None
    }


def driver_figures(explanation: Explanation, reasons: Iterable[Reason]) -> list[Figure]:
    """The stated amounts of reasons, those without an amount left out."""
    known = _drivers(explanation)
    return [known[reason.id] for reason in reasons if reason.amount is not None]


def difference(first: Figure, second: Figure, *, credit: Credit | None, at: Round | None) -> Figure | None:
    """First minus second, in euro or percentage points; None when either has no value or they differ in kind."""
    if first.value_eur is not None and second.value_eur is not None:
        return Figure(first.subject, "difference", credit, at, first.value_eur - second.value_eur)
    if first.value_pct is not None and second.value_pct is not None:
        return Figure(first.subject, "difference", credit, at, None, first.value_pct - second.value_pct)
    return None
