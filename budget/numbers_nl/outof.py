"""Reads "een op de zeven euro" and "1 euro op 5" as a share; a count of anything but euro is left as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from budget.numbers_nl.before import words_before
from budget.numbers_nl.hedges import hedge_before
from budget.numbers_nl.span import Draft
from budget.numbers_nl.words import plain, word_value

__all__ = ["with_shares"]

_PERCENT = 10_000
_FEW = r"(?:[1-9]|[eé][eé]n|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_MANY = r"(?:100|[2-9]|10|20|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twintig|honderd)"
_EURO = r"(?:extra )?euro(?:'?s)?\b"
_ENDS = r"(?=\s+(?:gaat|gaan|ging|gingen|zit|zitten|is|wordt|komt|naar|van|uit)\b|\s*[,.;:!?)]|\s*$)"
_OUT_OF = re.compile(
    rf"(?<![\w.,])(?P<parts>{_FEW}) (?:"
    rf"op (?:de |elke )?(?P<whole>{_MANY}) {_EURO}|{_EURO} op (?:de |elke )?(?P<last>{_MANY}){_ENDS})"
)


def with_shares(drafts: list[Draft], low: str) -> list[Draft]:
    """Put a share in the place of its two numbers; behind "van" they are the ends of a change."""
    if " op " not in low or "euro" not in low:
        return drafts
    shares = list(_shares(low))
    if not shares:
        return drafts
    rest = iter(shares)
    share = next(rest, None)
    kept: list[Draft] = []
    for one in drafts:
        while share is not None and share.end <= one.start:
            share = next(rest, None)
        if share is None or one.end <= share.start:
            kept.append(one)
    return sorted([*kept, *shares], key=lambda one: one.start)


def _shares(low: str) -> Iterator[Draft]:
    for found in _OUT_OF.finditer(low):
        parts, whole = (_value(one) for one in (found["parts"], found["whole"] or found["last"]))
        before = words_before(low, 0, found.start())
        if parts < whole and before[-1:] != ["van"]:
            value = (2 * 100 * _PERCENT * parts + whole) // (2 * whole)
            hedge = hedge_before(before)
            yield Draft(found.start(), found.end(), value, kind="pct", step=_PERCENT, hedge=hedge)


def _value(text: str) -> int:
    return int(text) if text.isdigit() else word_value(plain(text)) or 1
