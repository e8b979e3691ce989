"""When a true value rounds to a printed one; the precision of what was written decides, never a tolerance."""

from __future__ import annotations

from fractions import Fraction

__all__ = ["rounds_to"]


def rounds_to(true: int | Fraction, written: int, step: int) -> bool:
    """Whether `true` rounded to a whole number of steps is `written`, either way on a tie; all in one unit, signed.

    >>> rounds_to(57_697_000, 57_700_000, 100_000)
    True
    >>> rounds_to(57_697_000, 58_000_000, 100_000)
    False
    """
    whole = true.denominator
    return abs(true.numerator - written * whole) * 2 <= step * whole
