"""Gives the members of a list or range the unit that is written once: "resp. 650,1 en 96,1 miljoen", "18 à 19 %"."""

from __future__ import annotations

import re
from itertools import pairwise

from budget.numbers_nl.span import Draft

__all__ = ["share_units"]

_LONGEST = 40  # characters between two members
_JOIN = re.compile(
    r"\s*(?:à|a|tot(?: en met)?|t/m|naar|en|of|,? ?resp\.?|,? ?respectievelijk|versus|vs\.?|tegen(?:over)?|-|/)"
    r"\s*(?:(?:de|het|met|naar|van)\s+)?"
)
_JOIN_HEDGED = re.compile(rf"{_JOIN.pattern}(?:[a-z'.±~]+\s*){{0,3}}")
_RANGE = re.compile(r"\s*(?:à|a|tot|-)\s*")
_COMMA = re.compile(r",\s*")
_TOO_LARGE = 100_000  # nobody writes "500.000 miljoen": such a number stands for itself
_MILLION = 10**6


def share_units(drafts: list[Draft], low: str) -> list[Draft]:
    """Share units between neighbours in order, from the last backwards; a number and "en een half" become one."""
    drafts = _with_halves(drafts, low)
    joined = False  # whether the member to the right was itself joined to its right neighbour
    for place in range(len(drafts) - 2, -1, -1):
        left, right = drafts[place], drafts[place + 1]
        between = low[left.end : right.start] if right.start - left.end <= _LONGEST else "."
        pattern = _JOIN if right.hedge is None else _JOIN_HEDGED
        joined = pattern.fullmatch(between) is not None or (joined and _COMMA.fullmatch(between) is not None)
        if joined and _may_take(left) and right.looks_like in {"", "foreign"}:
            _take(left, right)
    for left, right in pairwise(drafts):
        _pass_on(left, right, low[left.end : min(right.start, left.end + _LONGEST)])
    return drafts


def _may_take(draft: Draft) -> bool:
    """Whether a number has no unit of its own: bare, or with a currency before it and no size behind it."""
    if draft.looks_like not in {"", "word"} or draft.scaled:
        return False
    return (draft.kind == "qty" and draft.factor == 1) or (draft.kind == "eur" and draft.factor == 1 and draft.prefixed)


def _take(left: Draft, right: Draft) -> None:
    """Give the left number the unit of the right one, as far as it makes sense."""
    if right.kind == "qty" and right.factor == 1:
        return
    if left.kind == "eur" and right.kind != "eur":
        return
    left.looks_like = right.looks_like
    left.kind = right.kind
    whole: int = left.digits // 10**left.decimals
    if right.factor < _MILLION or right.kind != "eur" or whole < _TOO_LARGE:
        left.factor, left.scaled = right.factor, right.scaled


def _pass_on(left: Draft, right: Draft, between: str) -> None:
    """Carry on what only the first member bears: a reference ("slides 6, 7 en 8") or a currency ("€ 18 à 19")."""
    if right.kind != "qty" or right.factor != 1 or right.looks_like:
        return
    if left.looks_like == "ref" and (_JOIN.fullmatch(between) or _COMMA.fullmatch(between)):
        right.looks_like = "ref"
    elif left.kind == "eur" and left.prefixed and _RANGE.fullmatch(between):
        right.kind, right.factor, right.scaled, right.prefixed = "eur", left.factor, left.scaled, True


def _with_halves(drafts: list[Draft], low: str) -> list[Draft]:
    """Join "2 en een half miljoen" to one number; in words it is one already."""
    result: list[Draft] = []
    for draft in drafts:
        last = result[-1] if result else None
        if (
            last is not None
            and draft.digits == 5  # noqa: PLR2004 - a half
            and draft.decimals == 1
            and low.startswith("een hal", draft.start)
            and last.kind == "qty"
            and not last.decimals
            and low[last.end : draft.start] == " en "
        ):
            last.digits, last.decimals, last.end = last.digits * 10 + 5, 1, draft.end
            last.kind, last.factor, last.scaled = draft.kind, draft.factor, draft.scaled
            continue
        result.append(draft)
    return result
