"""Reads backwards from a number: its sign, its currency, and the words that stand before it."""

from __future__ import annotations

from budget.numbers_nl.units import currency_before

__all__ = ["Lead", "lead_before", "words_before"]

_WINDOW = 40  # characters: no hedge is longer
_OPENS = frozenset(" \t\n\r([{:;\"'=/>~<€*_,")
_SIGNS = frozenset("+-")
_BEFORE_SPACED = frozenset(["", " ", "\n", "\t", "(", ":", "="])
_MINUS_SIGN = "\u2212"
_CURRENCY_ENDS = frozenset("€orkm$£pdf")
_SYMBOL_HEDGES = frozenset("±~≈<>≥")

# Where it starts, the factor of its currency (-1: none, 0: not euro), its sign ("", "+", "-"), a hedge in a symbol.
Lead = tuple[int, int, str, str]


def lead_before(low: str, text: str, floor: int, at: int) -> Lead:
    """Read what belongs to the number that starts at `at`, no further back than `floor`; `text` has the raw signs."""
    start, sign = _sign_before(low, text, floor, at)
    factor = -1
    near = low[start - 1 : start] if start > floor else ""
    if near == " ":
        near = low[start - 2 : start - 1] if start - 1 > floor else ""
    if near in _CURRENCY_ENDS and near:
        currency = currency_before(low, floor, start)
        if currency is not None:
            start, factor = currency
            if not sign:
                start, sign = _sign_before(low, text, floor, start)
    return start, factor, sign, _symbol_before(low, floor, start)


def words_before(low: str, floor: int, at: int) -> list[str]:
    """The last whole words before a number, the nearest last."""
    first = at - _WINDOW
    if first <= floor:
        return low[floor:at].split()
    words = low[first:at].split()
    if words and not low[first - 1].isspace() and not low[first].isspace():
        del words[0]  # cut in two by the window
    return words


def _sign_before(low: str, text: str, floor: int, at: int) -> tuple[int, str]:
    """The sign that ends at `at`, and where it starts; a dash between things and a bullet are no signs."""
    mark = low[at - 1] if at > floor else ""
    if mark in _SIGNS:
        opens = at == 1 or low[at - 2] in _OPENS
        return (at - 1, mark) if opens and not low.endswith(("+/-", "-/+"), 0, at) else (at, "")
    if mark != " " or at - 2 < floor:
        return at, ""
    mark = low[at - 2]
    if mark in _SIGNS:
        return (at - 2, mark) if _is_spaced_sign(low, text, at - 2) else (at, "")
    return _word_sign(low, floor, at) if mark in "ns" else (at, "")


def _is_spaced_sign(low: str, text: str, at: int) -> bool:
    """Whether the "+" or "-" at `at`, a space before its number, is a sign; a hyphen mostly is a bullet or a pause."""
    if low[at - 1 : at] not in _BEFORE_SPACED:
        return False  # "jobbonus+ 15", "+/- 57"
    before = low[max(0, at - 4) : at].rstrip()[-1:]
    if low[at] == "+" or text[at] == _MINUS_SIGN:
        return not before.isdigit()
    return before in {"(", ":", "="}


def _word_sign(low: str, floor: int, at: int) -> tuple[int, str]:
    """A sign in a word: "min 3,8", "plus 3,8", but not between two numbers."""
    for word, sign in (("min ", "-"), ("minus ", "-"), ("plus ", "+")):
        start = at - len(word)
        if start < floor or not low.startswith(word, start):
            continue
        before = low[max(0, start - 3) : start].rstrip()[-1:]
        if before.isdigit() or (start and not low[start - 1].isspace() and low[start - 1] not in _OPENS):
            return at, ""
        return start, sign
    return at, ""


def _symbol_before(low: str, floor: int, at: int) -> str:
    """A hedge glued to the number or one space before it: "±57", "+/- 57", "> 10"."""
    end = at - 1 if low[at - 1 : at] == " " and at > floor else at
    if end <= floor:
        return ""
    mark = low[end - 1]
    if mark in _SYMBOL_HEDGES:
        return mark
    if mark in "+-" and low.endswith(("+/-", "-/+", "+-"), floor, end):
        return "±"
    return ""
