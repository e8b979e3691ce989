"""Holds a number that somebody presumes against the true value, as the rules for claims do; no words."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from budget.answers import Figure
from budget.asked import Measure, Presumed
from budget.figures import figure_of
from budget.model import Credit, Explanation, Line
from budget.rounding import rounds_to

__all__ = ["change_figures", "holds", "nearly", "presumption"]

_PCT_UNITS = 10_000  # a read percentage counts in 1/10000 of a percent
_NEAR = Fraction(5, 100)
_ALMOST = Fraction(2, 100)
_BELOW = frozenset({"bijna", "net geen", "een kleine", "krap", "nagenoeg"})
_ABOVE = frozenset({"ruim", "dik", "een dikke", "iets meer dan"})
_ABOUT = frozenset({"zowat", "ongeveer", "circa", "rond", "om en bij", "plusminus", "pakweg"})
_MORE = frozenset({"meer dan", "boven", "minstens"})
_LESS = frozenset({"minder dan", "onder", "nog geen"})


def holds(presumed: Presumed, figures: Sequence[Figure]) -> bool | None:
    """Whether a presumed number is the value of the first figure of its unit; None when none has that unit.

    On absolute values: what is said of the direction is judged apart (DOMAIN, verdicts on claims).
    """
    number = presumed.number
    for figure in figures:
        if number.kind == "eur" and figure.value_eur is not None:
            return _fits(Fraction(abs(figure.value_eur)), presumed)
        if number.kind == "pct" and figure.value_pct is not None:
            return _fits(abs(figure.value_pct) * _PCT_UNITS, presumed)
    return None


def nearly(presumed: Presumed, figures: Sequence[Figure]) -> bool:
    """Whether a presumed number without a hedge comes within two percent of the first figure of its unit."""
    number = presumed.number
    for figure in figures:
        value = figure.value_eur if number.kind == "eur" else figure.value_pct
        if value is not None and presumed.hedge is None:
            true = abs(Fraction(value)) * (1 if number.kind == "eur" else _PCT_UNITS)
            return abs(true - abs(number.value)) <= _ALMOST * true
    return False


def _fits(true: Fraction, presumed: Presumed) -> bool:
    said = abs(presumed.number.value)
    hedge = presumed.hedge
    if hedge in _BELOW:
        return (1 - _NEAR) * said <= true < said
    if hedge in _ABOVE:
        return said <= true <= (1 + _NEAR) * said
    if hedge in _ABOUT:
        return abs(true - said) <= _NEAR * true
    if hedge in _MORE:
        return true > said
    if hedge in _LESS:
        return true < said
    return rounds_to(true, said, presumed.number.step)


def presumption(
    presumed: Presumed | None, figures: Sequence[Figure], line: Line, explanation: Explanation, *, doubted: bool
) -> bool | None:
    """Whether a number that a question takes for granted is one of the asked figures of a line.

    None when there is none to judge. A number that is another figure of the same line is not judged either, unless
    it is in doubt: it may have been said of that one.
    """
    if presumed is None:
        return None
    held = holds(presumed, figures)
    if held is False and not doubted and any(holds(presumed, [one]) for one in _all(line, explanation)):
        return None
    return held


def change_figures(line: Line, credit: Credit, explanation: Explanation) -> tuple[Figure, ...]:
    """The change of a line in euro, and in percent where there is a base for it."""
    measures = (Measure.DELTA, Measure.PCT) if line.amounts.base(credit) else (Measure.DELTA,)
    return tuple([figure_of(line, one, credit, explanation.document.draft_round, explanation) for one in measures])


def _all(line: Line, explanation: Explanation) -> list[Figure]:
    document = explanation.document
    rounds = (document.base_round, document.draft_round)
    levels = [figure_of(line, Measure.LEVEL, one, at, explanation) for one in Credit for at in rounds]
    return [*levels, *(figure for one in Credit for figure in change_figures(line, one, explanation))]
