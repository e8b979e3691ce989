"""Reads a typed text into a Frame: which known words stand where; what they mean together is decided elsewhere."""

from __future__ import annotations

import re
from typing import NamedTuple

from budget.numbers_nl import NumberSpan, find_numbers
from budget.resolve.lexicon import Lexicon
from budget.resolve.text import Token, fold, tokens, words

__all__ = ["GREETINGS", "Frame", "Hit", "read"]

# Names of things in the documents; every other kind is a word of the question itself.
_NAME_KINDS = frozenset({"line", "branch", "policy", "reason", "glossary"})
_SILENT = frozenset({"filler"})
_AMOUNT_WORDS = frozenset(
    {"miljoen", "miljard", "mln", "mld", "mio", "mia", "procent", "procentpunt", "duizend", "euro"}
)
_SPLIT_RIGHT = frozenset({"measure", "nature", "share", "why", "total", "credit", "rest"})
_COUNTED = frozenset("trajecten jobs slides ises programmas doelstellingen acties maatregelen stijgers dalers grootste kleinste".split())
_NUMBERED = frozenset("top slide slides dia dias pagina blz artikel nummer nr eerste laatste de".split())
_SHORTEST_PART = 3
_SHORTEST_JOINED = 7
_DOTTED = 3  # letters of an abbreviation with its dot
_UNDOTTED = 6  # and without: shorter ones could be another word
_DIGIT = re.compile(r"\d")
GREETINGS = frozenset("beste dag hallo hoi hey geachte collega goedemorgen goeiemorgen goedemiddag goeiedag hi".split())
_CLOSINGS = frozenset({"groeten", "groetjes", "mvg", "groet"})
_GREETING_WORDS = 4
_SIGNATURE_WORDS = 6


class Hit(NamedTuple):
    """A known word or phrase: its kind, what it points to, and its first and last-plus-one word."""

    kind: str
    targets: tuple[str, ...]
    first: int
    end: int


class Frame:
    """What was read: words in order, hits on names, marks of the question, numbers, years and unknown words.

    `marks` maps a kind to {meaning: place of its first word}; `unknown` holds places of words nobody knows;
    `corrected` maps a typed word to the known one it was read as.
    """

    __slots__ = (
        "_places",
        "_skipped",
        "corrected",
        "dated",
        "folded",
        "marks",
        "names",
        "numbers",
        "unknown",
        "words",
        "years",
    )

    def __init__(self, folded: str) -> None:
        self.folded = folded
        every = words(folded)
        first, last = _without_courtesies(every)
        self.words = every if last - first == len(every) else every[first:last]
        self._skipped = first
        self._places: list[Token] | None = None
        self.names: list[Hit] = []
        self.marks: dict[str, dict[str, int]] = {}
        self.numbers: list[NumberSpan] = []
        self.years: list[tuple[int, int]] = []  # (year, place of its word)
        self.dated = False  # a whole date was read; it belongs to no budget round
        self.unknown: list[int] = []
        self.corrected: dict[str, str] = {}

    @property
    def places(self) -> list[Token]:
        """The words as typed with their start and end; found on first need, as few questions need them."""
        if self._places is None:
            self._places = tokens(self.folded)[self._skipped : self._skipped + len(self.words)]
        return self._places

    def has(self, kind: str, meaning: str) -> bool:
        """Whether a mark of this kind and meaning was read."""
        found = self.marks.get(kind)
        return found is not None and meaning in found

    def word(self, place: int) -> str:
        """The word at a place, "" beyond either end."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    @property
    def final(self) -> str:
        """The last word that is no sign, "" without one."""
        return next((word for word in reversed(self.words) if word[0].isalnum()), "")

    def typed(self, place: int) -> str:
        """The word at a place with the capitals it was typed with."""
        return self.places[place][0]

    def heard(self) -> str:
        """The unknown words as they were typed, in order."""
        return " ".join(self.typed(place) for place in self.unknown)


def read(text: str, lexicon: Lexicon) -> Frame:
    """Read a text of at most LIMIT characters; linear in its length, never fails."""
    frame = Frame(fold(text))
    if _DIGIT.search(frame.folded) is not None or not _AMOUNT_WORDS.isdisjoint(frame.words):
        _read_numbers(frame, lexicon.years)
    _know_words(frame, lexicon)
    _read_phrases(frame, lexicon)
    return frame


def _without_courtesies(every: list[str]) -> tuple[int, int]:
    """Give where a question starts and ends between who it is addressed to and who signed it.

    "Dag Jan, ..." and "... Groeten, Sofie": names of people would else be read as words of the question.
    """
    first, last = 0, len(every)
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
    spans = find_numbers(frame.folded)
    dates = [(span.start, span.end) for span in spans if span.looks_like == "date"]
    frame.dated = bool(dates)
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
    """Whether a number of two digits is a year: behind what announces one, or a year of the documents beside no thing."""
    if after in _COUNTED or before in _NUMBERED:
        return False
    if before in {"bo", "ba", "jaar", "in", "opmaak", "begrotingsopmaak", "begrotingsaanpassing", "tov", "sinds"}:
        return True
    return (len(before) == 4 and before.isdigit()) or year in known_years  # noqa: PLR2004 - "2021/22"


def _know_words(frame: Frame, lexicon: Lexicon) -> None:
    """Replace every unknown word by what it stands for: one known word, or the two it is made of or part of."""
    known = lexicon.words
    every = frame.words
    if known.keys() >= set(every):
        return
    place = 0
    while place < len(every):
        word = every[place]
        if word in known or not word[0].isalpha():
            place += 1
            continue
        if word[-1] == "+" and not _read_plus(frame, place, lexicon):
            continue
        parts = _split(every[place], lexicon)
        if parts is not None:
            _part(frame, place, parts)
            place += 2
        elif _join(frame, place, lexicon):
            place = max(0, place - 1)
        else:
            _correct(frame, place, lexicon)
            place += 1


def _read_plus(frame: Frame, place: int, lexicon: Lexicon) -> bool:
    """Read a mistyped name that ends in "+" ("jobonus+"); else drop the sign, which then adds, and give False."""
    word = frame.words[place][:-1]
    name = word if word in lexicon.words else lexicon.typos.find(word)
    if name is not None and f"{name}+" in lexicon.words:
        frame.corrected[frame.words[place]] = frame.words[place] = f"{name}+"
        return True
    frame.words[place] = word
    frame.marks.setdefault("sum", {}).setdefault("plus", place)
    return False


def _part(frame: Frame, place: int, parts: tuple[str, str]) -> None:
    places = frame.places
    typed, start, end = places[place]
    cut = len(parts[0])
    frame.words[place : place + 1] = parts
    places[place : place + 1] = [(typed[:cut], start, start + cut), (typed[cut:], start + cut, end)]
    frame.years = [(year, at + 1 if at > place else at) for year, at in frame.years]


def _join(frame: Frame, place: int, lexicon: Lexicon) -> bool:
    """Join a word with its neighbour when together they are one name ("loop banen"); False when they are not."""
    for first in (place, place - 1):
        if first < 0 or first + 1 >= len(frame.words):
            continue
        whole = frame.words[first] + frame.words[first + 1]
        if len(whole) < _SHORTEST_JOINED or not _is_name(whole, lexicon):
            continue
        places = frame.places
        places[first : first + 2] = [(places[first][0] + places[first + 1][0], places[first][1], places[first + 1][2])]
        frame.words[first : first + 2] = [whole]
        frame.years = [(year, at - 1 if at > first else at) for year, at in frame.years]
        return True
    return False


def _correct(frame: Frame, place: int, lexicon: Lexicon) -> None:
    """Read a word as the one it abbreviates or mistypes, when there is just one."""
    word = frame.words[place]
    end = frame.places[place][2]
    shortest = _DOTTED if frame.folded[end : end + 1] == "." else _UNDOTTED
    read_as = lexicon.abbreviated(word) if len(word) >= shortest else None
    read_as = read_as or lexicon.typos.find(word)
    if read_as is not None:
        frame.corrected[word] = frame.words[place] = read_as


def _is_name(phrase: str, lexicon: Lexicon) -> bool:
    return any(kind in _NAME_KINDS for kind, _ in lexicon.phrases.get(phrase, ()))


def _split(word: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Part a compound such as "loopbaanbudget", or two glued words ("duurzamearbeidsmarkt"); None when it is neither."""
    phrases = lexicon.phrases
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        left, right = word[:cut], word[cut:]
        if f"{left} {right}" in phrases:
            return left, right
        meanings = phrases.get(right)
        if meanings is None or not any(kind in _SPLIT_RIGHT for kind, _ in meanings):
            continue
        for name in (left, left[:-1] if left[-1] == "s" else ""):
            if _is_name(name, lexicon):
                return name, right
    return None


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
                if kind in _NAME_KINDS:
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
