"""The verdict on one claimed number against the true value and those it may be mixed up with; pure arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from budget.model import Credit, Round
from budget.numbers_nl import HEDGES
from budget.queries import ReadNumber
from budget.rounding import rounds_to

__all__ = ["Claimed", "Judgement", "Truth", "Verdict", "judge"]

_FIVE_PERCENT = Fraction(5, 100)
_TWO_PERCENT = Fraction(2, 100)
_CHANGES = frozenset({"delta", "pct", "driver", "sum"})


class Verdict(StrEnum):
    """What can be said of a claim."""

    TRUE = "true"
    APPROX = "approx"
    HALF = "half"
    FALSE = "false"
    UNCHECKABLE = "uncheckable"


@dataclass(frozen=True, slots=True)
class Truth:
    """A true value and what it is of: euro for "eur", 1/10000 percent for "pct", pieces for "qty"; signed."""

    value: Fraction
    unit: str
    measure: str
    subjects: tuple[str, ...]
    credit: Credit | None
    round: Round | None
    slides: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A number as it was claimed, with its hedge; direction is 1, -1, or 0 when no word gives one."""

    number: ReadNumber
    hedge: str | None = None
    direction: int = 0

    @property
    def size(self) -> Fraction:
        """The number without its sign."""
        return abs(Fraction(self.number.value, 10**self.number.scale))

    @property
    def sign(self) -> int:
        """The direction claimed: of the words, else of a written sign; 0 without either."""
        if self.direction:
            return self.direction
        if not self.number.signed:
            return 0
        return -1 if self.number.value < 0 else 1


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with the value that decided it: the true one, or for "half" the one the claim does hold for."""

    verdict: Verdict
    held: Truth | None = None


def judge(claimed: Claimed, truth: Truth, halves: tuple[Truth, ...] = ()) -> Judgement:
    """Judge in the fixed order sign, true, half, approx, false (DOMAIN, verdicts on claims).

    `halves` are the values that make a claim half right: the other credit when none was named, and the twin lines.
    """
    if not _sign_fits(claimed, truth):
        return Judgement(Verdict.FALSE)
    if _holds(claimed, truth):
        return Judgement(Verdict.TRUE, truth)
    for other in halves:
        if _sign_fits(claimed, other) and _holds(claimed, other):
            return Judgement(Verdict.HALF, other)
    if claimed.number.kind == truth.unit and abs(abs(truth.value) - claimed.size) <= abs(truth.value) * _TWO_PERCENT:
        return Judgement(Verdict.APPROX, truth)
    return Judgement(Verdict.FALSE)


def _sign_fits(claimed: Claimed, truth: Truth) -> bool:
    """Whether the direction is right; a level has none, and what does not move neither rises nor falls."""
    if truth.measure not in _CHANGES:
        return claimed.sign >= 0
    return not claimed.sign or truth.value * claimed.sign > 0


def _holds(claimed: Claimed, truth: Truth) -> bool:
    """Rule 1: the hedge decides alone; without one the true value rounds to the claim at the claim's precision."""
    if claimed.number.kind != truth.unit:
        return False
    size, true = claimed.size, abs(truth.value)
    match HEDGES[claimed.hedge] if claimed.hedge is not None else None:
        case None:
            scale: int = 10**claimed.number.scale
            return rounds_to(true * scale, abs(claimed.number.value), claimed.number.step)
        case "just_below":
            return size * (1 - _FIVE_PERCENT) <= true < size
        case "just_above":
            return size <= true <= size * (1 + _FIVE_PERCENT)
        case "about":
            return abs(true - size) <= true * _FIVE_PERCENT
        case "above":
            return true > size
        case _:
            return true < size
