"""The rule of tolerance: what a number may be off and still be true or nearly so; it knows no line and no text."""

from __future__ import annotations

from fractions import Fraction

from budget.claims.model import Claimed, Verdict, Why
from budget.numbers_nl import HEDGES
from budget.rounding import rounds_to

__all__ = ["Judged", "judge", "signed"]

Judged = tuple[Verdict, Why]

_BELOW = Fraction(95, 100)
_ABOVE = Fraction(105, 100)
_ABOUT = Fraction(5, 100)
_CLOSE = 50  # what is off is at most one of so many parts: 2 %


def signed(claimed: Claimed, direction: int) -> int:
    """The claimed value with the sign its sentence gives it; a written sign wins."""
    value = claimed.number.value
    if claimed.number.signed or not direction:
        return value
    return abs(value) * direction


def judge(true: int | Fraction, value: int, claimed: Claimed) -> Judged:
    """Hold `value` (the claimed number, signed) against the truth, both in the units of the claimed number.

    First the sign; then, on sizes, the claim's own precision or only its hedge; then 2 % (DOMAIN, verdicts on claims).

    >>> from budget.queries import ReadNumber
    >>> judge(57_697_000, 57_700_000, Claimed(ReadNumber("eur", 57_700_000, 100_000, False, "57,7 miljoen")))[0].value
    'true'
    """
    scale: int = 10**claimed.number.scale
    whole: int = true.denominator  # all sizes are multiplied by it: whole numbers are held against each other
    t, c = abs(true.numerator) * scale, abs(value) * whole
    if true and (true > 0) != (value > 0) and value:
        return Verdict.FALSE, Why.SIGN
    if claimed.high is not None:
        return _between(t, c, abs(claimed.high.value) * whole)
    hedge = HEDGES.get(claimed.hedge) if claimed.hedge is not None else None
    if hedge is None:
        if rounds_to(t, c, claimed.number.step * whole):
            return Verdict.TRUE, Why.AGREES
    elif _hedged(hedge, t, c):
        return Verdict.TRUE, Why.HEDGE
    if t and abs(t - c) * _CLOSE <= t:
        return Verdict.APPROX, Why.CLOSE if hedge is None else Why.HEDGE_FAILS
    return Verdict.FALSE, Why.DIFFERS if hedge is None else Why.HEDGE_FAILS


def _hedged(hedge: str, t: int, c: int) -> bool:
    match hedge:
        case "just_below":
            return c * _BELOW <= t < c
        case "just_above":
            return c <= t <= c * _ABOVE
        case "about":
            return abs(t - c) <= _ABOUT * t
        case "above":
            return t > c
        case "at_most":
            return t <= c
        case _:
            return t < c


def _between(t: int, low: int, high: int) -> Judged:
    if low <= t <= high:
        return Verdict.TRUE, Why.AGREES
    near = low if t < low else high
    if abs(t - near) * _CLOSE <= t:
        return Verdict.APPROX, Why.CLOSE
    return Verdict.FALSE, Why.DIFFERS
