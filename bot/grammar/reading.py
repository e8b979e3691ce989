"""Reads a typed text into a Frame, in one pass; it decides nothing."""

from __future__ import annotations

import re

from bot.grammar.frame import NAME_KINDS, Frame, Hit
from bot.grammar.spelling import know_words
from budget.numbers_nl import find_numbers
from budget.resolve.lexicon import Lexicon
from budget.resolve.text import fold, words

__all__ = ["GREETINGS", "read"]

_SILENT = frozenset({"filler"})
_AMOUNT_WORDS = frozenset(
    {"miljoen", "miljard", "mln", "mld", "mio", "mia", "procent", "procentpunt", "duizend", "euro"}
)
_COUNTED = frozenset(
    "trajecten jobs slides ises programmas doelstellingen acties maatregelen stijgers dalers grootste kleinste".split()
)
_NUMBERED = frozenset("top slide slides dia dias pagina blz artikel nummer nr eerste laatste de".split())
_DIGIT = re.compile(r"\d")
GREETINGS = frozenset(
    "beste dag hallo hoi hey geachte collega goedemorgen goeiemorgen goedemiddag goeiedag goedendag goeiendag "
    "goedenavond goeienavond salu hi".split()
)
"""Words that open a message to somebody."""
_CLOSINGS = frozenset({"groeten", "groetjes", "mvg", "groet"})
_GREETING_WORDS = 4
_SIGNATURE_WORDS = 6


def read(text: str, lexicon: Lexicon) -> Frame:
    """Read a text of at most LIMIT characters; linear in its length, never fails."""
    folded = fold(text)
    every = words(folded)
    first, last = _without_courtesies(every)
    frame = Frame(folded, every if last - first == len(every) else every[first:last], first)
    if _DIGIT.search(frame.folded) is not None or not _AMOUNT_WORDS.isdisjoint(frame.words):
        _read_numbers(frame, lexicon.years)
    know_words(frame, lexicon)
    _read_phrases(frame, lexicon)
    return frame


def _without_courtesies(every: list[str]) -> tuple[int, int]:
    """Give where a question starts and ends between who it is addressed to and who signed it.

    "Dag Jan, ..." and "... Groeten, Sofie": names of people would else be read as words of the question.
    """
    first, last = 0, len(every)
    if _CLOSINGS.isdisjoint(every) and (not every or every[0] not in GREETINGS):
        return first, last
    if every and every[0] in GREETINGS and "," in every[: _GREETING_WORDS + 1]:
        comma = every.index(",")
        first = comma + 1 if comma + 1 < last else 0
    if not _CLOSINGS.isdisjoint(every[-_SIGNATURE_WORDS:]):
        for at in range(last - 1, max(first, last - _SIGNATURE_WORDS - 1), -1):
            if every[at] in _CLOSINGS:
                return first, at
    return first, last


def _read_numbers(frame: Frame, known_years: frozenset[int]) -> None:
    """Tell years from other numbers; a year has four digits, or two behind a round's letters or an apostrophe."""
    folded = frame.folded
    spans = find_numbers(folded)
    dates = [(span.start, span.end) for span in spans if span.looks_like == "date"]
    frame.dates = tuple([folded[start:end] for start, end in dates])
    years: set[int] = set()
    for place, (word, start, _end) in enumerate(frame.places):
        if not word.isdigit() or any(first <= start < last for first, last in dates):
            continue
        before, after = frame.word(place - 1), frame.word(place + 1)
        if after in _AMOUNT_WORDS or after in {"%", "€"} or before == "€":
            continue
        value = int(word) if len(word) <= 4 else 0  # noqa: PLR2004 - a year has at most four digits
        if len(word) == 4 and 1900 <= value <= 2100:  # noqa: PLR2004
            frame.years.append((value, place))
        elif len(word) == 2 and 15 <= value <= 35 and _is_short_year(2000 + value, before, after, known_years):  # noqa: PLR2004
            frame.years.append((2000 + value, place))
        else:
            continue
        years.add(start)
    frame.numbers = [span for span in spans if span.start not in years and span.looks_like not in {"year", "date"}]


def _is_short_year(year: int, before: str, after: str, known_years: frozenset[int]) -> bool:
    """Whether a number of two digits is a year: behind what announces one, or a year of a document."""
    if after in _COUNTED or before in _NUMBERED:
        return False
    if before in {"bo", "ba", "jaar", "in", "opmaak", "begrotingsopmaak", "begrotingsaanpassing", "tov", "sinds"}:
        return True
    return (len(before) == 4 and before.isdigit()) or year in known_years  # noqa: PLR2004 - "2021/22"


def _inside_numbers(frame: Frame) -> set[int]:
    """Give the places of the words that belong to an amount."""
    inside: set[int] = set()
    spans = iter(frame.numbers)
    span = next(spans, None)
    for place, (_word, start, _end) in enumerate(frame.places):
        while span is not None and span.end <= start:
            span = next(spans, None)
        if span is None:
            break
        if span.start <= start:
            inside.add(place)
    return inside


def _read_phrases(frame: Frame, lexicon: Lexicon) -> None:
    """Find the longest known phrase at every word; words inside an amount are left to the number."""
    read = frame.words
    lengths, phrases = lexicon.lengths, lexicon.phrases
    amounts = _inside_numbers(frame) if frame.numbers else ()
    place, count = 0, len(read)
    while place < count:
        if place in amounts:
            place += 1
            continue
        word = read[place]
        counts = lengths.get(word)
        meanings = None
        size = 1
        if counts is not None:
            for size in counts:
                if size == 1:
                    meanings = phrases.get(word)
                elif place + size <= count:
                    meanings = phrases.get(" ".join(read[place : place + size]))
                if meanings is not None:
                    break
            else:
                size = 1
        if meanings is not None:
            for kind, targets in meanings:
                if kind in NAME_KINDS:
                    frame.names.append(Hit(kind, targets, place, place + size))
                elif kind not in _SILENT:
                    found = frame.marks.setdefault(kind, {})
                    for target in targets:
                        found.setdefault(target, place)
        elif word == "%":
            frame.marks.setdefault("measure", {}).setdefault("pct", place)
        elif word[0].isalpha():
            # A word known only as a part of longer phrases says nothing by itself, so it is unknown too.
            frame.unknown.append(place)
        place += size
