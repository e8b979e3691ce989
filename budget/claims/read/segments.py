"""Cuts a sentence into the stretches that each say one thing, with the figures in them; it gives none a subject."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from budget.claims.read.verbs import finite_at
from budget.claims.read.words import NAMES, Read
from budget.numbers_nl import NumberSpan

__all__ = ["Segment", "Spot", "cut", "spots_of"]

_MARK = re.compile(r"[;:()?!…]|,|\s[-–—]\s|\.(?=\s)")
_CUTS = frozenset(
    "maar terwijl waarvan ofwel oftewel waarmee waardoor hoewel want omdat doordat waarbij tegenover tov waarin".split()
)
_CAUSES = frozenset({"wegens", "vanwege", "dankzij"})
_CUTS_BETWEEN = frozenset({"en", "of", "tegen", "versus", "vs", "dan", "plus"})
_RANGE = re.compile(r"\s*(?:à|a|tot|-|–|en|tot en met|t/m)\s*")
_BETWEEN = re.compile(r"(?:\btussen(?: de)?|\bvan(?: de)?)\s*$")
_BEFORE_NAME = frozenset({"ook", "de", "het", "ise", "programma"})
_NEXT = 4  # words of a name with "voor" or "de" before it
_LARGE = 100  # below it a number in words is a word: "een", "twee"
_HEDGE_WORDS = 24  # characters a hedge before a number may take


class Spot(Struct, frozen=True):
    """A figure of a sentence; `high` is the other end when two numbers are one range."""

    span: NumberSpan
    high: NumberSpan | None
    start: int  # with its hedge
    end: int


class Segment(Struct, frozen=True):
    """A stretch of a sentence: its characters, its words, and the figures in it."""

    start: int
    end: int
    first: int
    last: int  # last-plus-one word
    spots: tuple[Spot, ...]


def spots_of(read: Read, units: frozenset[str] = frozenset()) -> list[Spot]:
    """The numbers of a sentence that can be figures, with ranges as one.

    One in words is a figure where it counts one of the `units`: "duizend extra jobs".
    """
    figures = [
        one
        for one in read.numbers
        if one.looks_like in {"", "foreign"} or (one.looks_like == "word" and _counts(read, one, units))
    ]
    found: list[Spot] = []
    skip = False
    for place, one in enumerate(figures):
        if skip:
            skip = False
            continue
        after = figures[place + 1] if place + 1 < len(figures) else None
        if after is not None and _is_range(read.low, one, after):
            found.append(Spot(one, after, _hedged(read, one), after.end))
            skip = True
        else:
            found.append(Spot(one, None, _hedged(read, one), one.end))
    return found


def _counts(read: Read, span: NumberSpan, units: frozenset[str]) -> bool:
    """Whether a unit stands close behind a number."""
    if span.number.value < _LARGE:
        return False
    at = read.place(span.end)
    return not units.isdisjoint(read.keys(at, at + 2))


def _is_range(low: str, one: NumberSpan, after: NumberSpan) -> bool:
    if one.number.kind != after.number.kind or after.start - one.end > 10:  # noqa: PLR2004 - " tot en met "
        return False
    joint = _RANGE.fullmatch(low, one.end, after.start)
    if joint is None or one.number.value > after.number.value:
        return False
    word = joint.group().strip()
    before = _BETWEEN.search(low, max(0, one.start - 12), one.start)
    if word == "en":
        return before is not None and before.group().startswith("tussen")
    if word != "tot":
        return True
    if any(mark.isalpha() for mark in one.number.text):
        return False  # with a unit of its own it is no lower end: "groeit met 4 miljoen tot 42 miljoen"
    return before is None or not before.group().startswith("van")


def _hedged(read: Read, span: NumberSpan) -> int:
    """Where the words of the hedge before a number start."""
    if span.hedge is None:
        return span.start
    stretch = read.low[max(0, span.start - _HEDGE_WORDS) : span.start]
    at = stretch.rfind(span.hedge)
    return span.start if at < 0 else span.start - len(stretch) + at


def cut(read: Read, spots: list[Spot]) -> list[Segment]:
    """The segments of a sentence in order; each figure stands in one."""
    bounds = sorted({0, len(read.text), *_marks(read, spots), *_conjunctions(read, spots)})
    found: list[Segment] = []
    word = spot = 0
    for start, end in itertools.pairwise(bounds):
        first = word
        while word < len(read.words) and read.words[word].start < end:
            word += 1
        taken = spot
        while spot < len(spots) and spots[spot].span.start < end:
            spot += 1
        if word > first or spot > taken:
            found.append(Segment(start, end, first, word, tuple(spots[taken:spot])))
    return found


def _inside(at: int, spots: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spots)


def _marks(read: Read, spots: list[Spot]) -> Iterator[int]:
    """Places of punctuation that parts; a comma between two names and brackets around a name do not."""
    numbers = [(one.start, one.end) for one in read.numbers] + [(one.start, one.end) for one in spots]
    held = _names_in_brackets(read)
    ends = {read.words[hit.end - 1].end for hit in read.hits if not NAMES.isdisjoint(hit.kinds)}
    starts = {read.words[hit.first].start for hit in read.hits if not NAMES.isdisjoint(hit.kinds)}
    parted = 0
    for found in _MARK.finditer(read.low):
        at = found.start()
        if _inside(at, numbers) or at in held or (found.end() < len(read.low) and found.end() in held):
            continue
        if found.group() == ",":
            next_word = read.low[at + 1 :].lstrip(" '\"")
            follows = len(read.low) - len(next_word)
            if at in ends and follows in starts and not _parts(read, spots, (parted, at)):
                continue
        if found.group().startswith("."):
            continue
        parted = found.end()
        yield parted


def _parts(read: Read, spots: list[Spot], stretch: tuple[int, int]) -> bool:
    """Whether a comma between two names parts two figures: "4 miljoen voor X, Y 5 miljoen"."""
    start, at = stretch
    ahead = next((one.start for one in spots if one.start > at), -1)
    if ahead < 0 or not any(start <= one.start < at for one in spots):
        return False
    behind = read.words[read.place(at) : read.place(ahead)]
    named = [hit for hit in read.hits if not NAMES.isdisjoint(hit.kinds) and at < read.words[hit.first].start < ahead]
    return len(behind) <= _NEXT and len(named) == 1 and "," not in read.low[at + 1 : ahead]


def _names_in_brackets(read: Read) -> set[int]:
    """Places of brackets that hold nothing but a name: "(werk)", "(incl. VDAB)"."""
    held: set[int] = set()
    open_at = -1
    for at, mark in enumerate(read.low):
        if mark == "(":
            open_at = at
        elif mark == ")" and open_at >= 0:
            inside = [place for place, word in enumerate(read.words) if open_at < word.start < at]
            named = [place for place in inside if place in read.at and not NAMES.isdisjoint(read.at[place].kinds)]
            extra = [read.words[place].key for place in inside if place not in named]
            if named and all(key in {"incl", "inclusief", "de", "het", "ise", "programma", "tak"} for key in extra):
                held.update((open_at, at))
            open_at = -1
    return held


def _conjunctions(read: Read, spots: list[Spot]) -> Iterator[int]:
    """Places of words that start another statement."""
    ranges = [(one.start, one.end) for one in spots]
    figures = [one.span.start for one in spots]
    for place, word in enumerate(read.words):
        if _inside(word.start, ranges):
            continue
        hit = read.at.get(place)
        if hit is not None and hit.first != place:
            continue
        if word.key in _CUTS or (word.key in _CAUSES and any(at < word.start for at in figures)):
            yield word.start
        elif word.key in _CUTS_BETWEEN and (place not in read.at or not NAMES & read.at[place].kinds.keys()):
            left = any(at < word.start for at in figures)
            right = any(at > word.start for at in figures)
            if (left and right) or (word.key == "en" and _says_of_another(read, place)):
                yield word.start


def _says_of_another(read: Read, place: int) -> bool:
    """Whether "en" starts a statement of another line: "X stijgt en Y daalt", not "X en Y stijgen"."""
    ahead = place + 1
    while read.keys(ahead, ahead + 1) and read.words[ahead].key in _BEFORE_NAME:
        ahead += 1
    hit = read.at.get(ahead)
    if hit is None or not hit.has("line") or not finite_at(read, hit.end):
        return False
    return any(finite_at(read, at) for at in range(place))
