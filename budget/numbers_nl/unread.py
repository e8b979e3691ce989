"""Tells that something stands in a text as an amount and was not read as one: "5e1 miljoen", "٩٩ %", "5.7.7 miljoen".

What is not read must not be passed over: the rest of the sentence would be judged as if it had said no figure at all.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from budget.numbers_nl.find import find_numbers
from budget.numbers_nl.plaintext import lowered
from budget.numbers_nl.span import NumberSpan

__all__ = ["UNIT_WORDS", "unread_amounts", "vague_amounts"]

UNIT_WORDS = frozenset("miljoen miljard biljoen mln mld mio euro eur € procent percent pct %".split())
"""The words beside which an amount is looked for that was not read."""

_SCALE = r"(?:miljoen|miljard|biljoen|mln|mld|mio)"
_MAY_BE = re.compile(rf"{_SCALE}|euro|eur\b|procent|percent|pct|[%€]|[^\x00-\x7f]|[0-9]{{20}}|[0-9][,^*'_.]+[0-9]")
_UNIT = re.compile(rf"(?<![^\W_])(?:(?P<scale>{_SCALE})|euro|eur|procent|percent|pct)(?![^\W_])|[%€]")
_GLUED = re.compile(r"[\w-]{1,60}(?<=[^\W_](?:miljoen|miljard))(?![^\W_])")
_HINT = re.compile(
    r"(?<![^\W_])(?:enkele|paar|tientallen|honderden|duizenden|ettelijke|meerdere|vele)\s{1,3}(?:miljoen|miljard|mln|mld)"
    r"(?:en)?(?![^\W_])|(?<![^\W_])(?:miljoenen|miljarden)(?![^\W_])"
)
_LONG = re.compile(r"[0-9]{20,}")
_LAST = re.compile(r"\S+\s*$")
_END = attrgetter("end")
_WITHIN = 60  # characters before a unit in which what it counts must stand
_TORN = re.compile(r"[,^*'_.×]+")
# What may stand before "miljoen" and is no figure that was missed.
_VAGUE = frozenset(
    (
        "aan aantal bijna dat de deze die duizend duizenden een elk elke en enkele ettelijke euro extra geen half "
        "halve het hoeveel honderd honderden ieder iedere in meerdere met naar of om paar per ruim tiental tientallen "
        "tot van veel vele verschillende wat weinig zoveel"
    ).split()
)


def unread_amounts(text: str, numbers: tuple[NumberSpan, ...] | None = None) -> tuple[tuple[int, int], ...]:
    """Where something stands in a text as an amount and was not read as one; empty when nothing does.

    `numbers` are those of find_numbers when they are known already.

    >>> unread_amounts("JD stijgt met 5e1 miljoen"), unread_amounts("JD stijgt met 57,7 miljoen")
    (((14, 25),), ())
    """
    low = lowered(text)
    if _MAY_BE.search(low) is None:
        return ()
    return tuple(_unread(low, find_numbers(text) if numbers is None else numbers))


def vague_amounts(text: str) -> tuple[tuple[int, int], ...]:
    """Where an amount is only hinted at, which may be far from the true one; empty when nowhere.

    >>> vague_amounts("JD stijgt met honderden miljoenen"), vague_amounts("JD stijgt met 57,7 miljoen")
    (((14, 33),), ())
    """
    return tuple(found.span() for found in _HINT.finditer(text.lower()))


def _unread(low: str, read: tuple[NumberSpan, ...]) -> Iterator[tuple[int, int]]:
    for left, right in itertools.pairwise(read):
        if _TORN.fullmatch(low, left.end, right.start):
            yield left.start, right.end
    yield from (found.span() for found in _LONG.finditer(low))
    for found in _GLUED.finditer(low):
        if not _covered(found.start(), found.end(), read):
            yield found.span()
    for found in _UNIT.finditer(low):
        # A figure that has its unit covers it; a number that stands before a unit and has none was read for a part.
        if not _covered(found.start(), found.end(), read):
            before = _LAST.search(low, max(0, found.start() - _WITHIN), found.start())
            if before is not None and _is_missed(before[0].strip(" ([\"'-"), scaled=found["scale"] is not None):
                yield before.start(), found.end()


def _covered(start: int, end: int, read: tuple[NumberSpan, ...]) -> bool:
    """Whether a stretch lies over a number; they stand in order and apart."""
    at = bisect_right(read, start, key=_END)
    return at < len(read) and read[at].start < end


def _is_missed(word: str, *, scaled: bool) -> bool:
    """Whether a word before a unit is a figure that nobody read."""
    if any(mark.isnumeric() for mark in word):
        return not (len(word) == 4 and word.isdigit())  # noqa: PLR2004 - a year: "in 2022 miljoenen"
    if len(word) == 1 and word.isalpha():
        return word not in {"u", "à", "z"}
    return scaled and word.replace("-", "").isalpha() and word not in _VAGUE
