"""Holds a sentence against itself: levels against the change they are said to make; it needs no source."""

from __future__ import annotations

import itertools
from fractions import Fraction

from budget.answers import Figure
from budget.claims.bind.bare import is_bare
from budget.claims.bind.context import amount_of
from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.amounts import claimed_of
from budget.claims.judge.truth import PCT
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.claims.read.segments import Spot

__all__ = ["arithmetic"]


def arithmetic(scene: Scene, index: int, spot: Spot) -> Draft | None:
    """A stated change that does not follow from the levels stated beside it; None when it does or has none."""
    ends = _ends(scene, spot)
    if ends is None:
        return None
    first, last = (claimed_of(one) for one in ends)
    amount = amount_of(scene, index, spot)
    claimed = claimed_of(spot)
    change = last.number.value - first.number.value
    room = first.number.step + last.number.step
    if claimed.number.kind == "pct" and first.number.value:
        true = Fraction(abs(change) * 100 * PCT, abs(first.number.value))
        room_pct = Fraction(room * 100 * PCT, abs(first.number.value))
        fits = abs(true - abs(claimed.number.value)) * 2 <= claimed.number.step + 2 * room_pct
    elif claimed.number.kind == "eur" and amount.kind is Kind.DELTA:
        fits = abs(abs(change) - abs(claimed.number.value)) * 2 <= room + claimed.number.step
    else:
        return None
    fits = fits or claimed.hedge is not None
    wrong_way = bool(amount.direction) and change * amount.direction < 0
    if fits and not wrong_way:
        return None
    values = (first.number.value, last.number.value)
    parts = tuple(Figure("", "level", None, None, value) for value in values)
    truth = Figure("", "difference", None, None, change)
    return Draft(Verdict.FALSE, Kind.ARITHMETIC, Ground(Why.CONTRADICTS, truth, parts), claimed=claimed)


def _ends(scene: Scene, spot: Spot) -> tuple[Spot, Spot] | None:
    """The two levels "van X naar Y" that stand before a figure in its sentence."""
    before = [one for segment in scene.segments for one in segment.spots if one.end <= spot.start]
    for first, last in itertools.pairwise(before):
        lead = scene.read.low[max(0, first.start - 12) : first.start].split()
        between = scene.read.low[first.end : last.start].split()
        if ("van" in lead and between[:1] in (["naar"], ["tot"], ["in"])) or ("van" in lead and "naar" in between):
            is_money = last.span.number.kind != "qty" or is_bare(scene, last)  # "van 125 naar 250 uren" is none
            return (first, last) if is_money and _same(first, last) else None
    return None


def _same(first: Spot, last: Spot) -> bool:
    return claimed_of(first).number.kind == claimed_of(last).number.kind == "eur"
