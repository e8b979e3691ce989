"""Reads a sentence into words with their places, the names and marks they form, and its numbers; it binds nothing."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from msgspec import Struct

from budget.claims.read.language import LEVEL_NOUNS, LOOSE_NAMES
from budget.numbers_nl import NumberSpan, find_numbers, unread_amounts, vague_amounts
from budget.numbers_nl.plaintext import lowered
from budget.resolve.lexicon import Lexicon

__all__ = ["NAMES", "Hit", "Read", "Word", "read"]

NAMES = frozenset({"line", "branch", "policy", "reason"})

_WORD = re.compile(r"[^\W\d_]+(?:-\n[ \t]*[^\W\d_]+)*(?:'s\b)?\+?|&|[%€↑↗▲⬆↓↘▼⬇→➔➡⇒]")
_GAP = re.compile(r"[\s\-'’‘/.]{1,6}|\s*")
# What an arrow says, as people write it between a name and a figure.
_ARROWS = dict.fromkeys("↑↗▲⬆", "stijgt") | dict.fromkeys("↓↘▼⬇", "daalt") | dict.fromkeys("→➔➡⇒", "naar")
_LETTERS = frozenset({"ja", "jb", "jd", "je", "jf", "se"})
_PROGRAMMES = frozenset({"programma", "programmas", "progr", "prog"})
_SHORTEST = 4  # letters of a name that may stand at the start of a compound
Stretch = tuple[int, int, int]
"""A stretch of a sentence: its first and last-plus-one word, and how many figures stand in it."""

_START = attrgetter("start")
_END = attrgetter("end")


class Word(Struct, frozen=True):
    """A word: its key (lower case, no accents), its place, and whether it starts with a capital."""

    key: str
    start: int
    end: int
    capital: bool


class Hit(Struct, frozen=True):
    """A known phrase: all it can mean per kind, and its first and last-plus-one word."""

    kinds: dict[str, tuple[str, ...]]
    first: int
    end: int

    def has(self, kind: str, meaning: str | None = None) -> bool:
        """Whether it can be of this kind (and mean this)."""
        found = self.kinds.get(kind)
        return found is not None and (meaning is None or meaning in found)


class Read(Struct, frozen=True):
    """A sentence as read: `at` maps every word of a hit to that hit."""

    text: str
    low: str
    words: list[Word]
    hits: list[Hit]
    at: dict[int, Hit]
    numbers: tuple[NumberSpan, ...]
    unread: tuple[tuple[int, int], ...]  # where an amount is hinted at, or is none of the numbers
    every: list[str]  # the keys of all words
    odd: dict[Stretch, str]  # what was found strange in a stretch, once that was looked for
    moved: dict[Stretch, list[tuple[int, int]]]  # and the words of one that say up or down

    def keys(self, first: int, end: int) -> list[str]:
        """The keys of some words."""
        return self.every[first:end]

    def hits_in(self, first: int, end: int) -> list[Hit]:
        """The known phrases that start among some words."""
        return [hit for hit in self.hits if first <= hit.first < end]

    def place(self, at: int) -> int:
        """The first word that starts at a character or behind it; as many as there are words when none does."""
        return bisect_left(self.words, at, key=_START)

    def behind(self, at: int, count: int) -> list[str]:
        """The keys of the first words from a character on."""
        first = self.place(at)
        return self.keys(first, first + count)

    def before(self, at: int, count: int) -> list[str]:
        """The keys of the last words that end before a character."""
        end = bisect_right(self.words, at, key=_END)
        return self.keys(max(0, end - count), end)


def read(text: str, lexicon: Lexicon) -> Read:
    """Read one sentence; linear in its length."""
    low = lowered(text)
    numbers = find_numbers(text)
    words = list(_words(low, text, numbers))
    hits = list(_hits(words, low, lexicon))
    at = {place: hit for hit in hits for place in range(hit.first, hit.end)}
    unread = unread_amounts(text, numbers) + vague_amounts(text)
    return Read(text, low, words, hits, at, numbers, unread, [word.key for word in words], {}, {})


def _words(low: str, text: str, numbers: tuple[NumberSpan, ...]) -> Iterator[Word]:
    """The words outside numbers; "helft" and "drie" stay words too."""
    spans = iter([one for one in numbers if low[one.start : one.end].strip("+-") and not _is_word(low, one)])
    span = next(spans, None)
    for found in _WORD.finditer(low):
        start, end = found.span()
        while span is not None and span.end <= start:
            span = next(spans, None)
        if span is not None and span.start <= start < span.end:
            continue
        key = _key(found.group())
        if key:
            yield Word(key, start, end, text[start].isupper())


def _is_word(low: str, span: NumberSpan) -> bool:
    return span.looks_like in {"word", "malformed"} and low[span.start].isalpha()


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    """A word in the spelling of the lexicon."""
    plain = _ARROWS.get(word) or word.replace("'", "")
    if "\n" in plain:
        plain = re.sub(r"-\n[ \t]*", "", plain)
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join([mark for mark in parts if unicodedata.category(mark) != "Mn"])
    return plain


def _hits(words: list[Word], low: str, lexicon: Lexicon) -> Iterator[Hit]:
    place = 0
    while place < len(words):
        hit = _hit_at(words, place, low, lexicon)
        if hit is None:
            place += 1
            continue
        yield hit
        place = hit.end


def _hit_at(words: list[Word], place: int, low: str, lexicon: Lexicon) -> Hit | None:
    """The longest phrase that starts at a word."""
    first = words[place]
    for count in lexicon.lengths.get(first.key, ()):
        end = place + count
        if end > len(words) or not _joined(words, place, end, low):
            continue
        key = " ".join([word.key for word in words[place:end]])
        meanings = lexicon.phrases.get(key)
        if meanings is None:
            continue
        kinds = dict(meanings)
        if kinds.keys() & NAMES and _is_loose(words, place, end, key):
            for kind in NAMES:
                kinds.pop(kind, None)
        if kinds:
            return Hit(kinds, place, end)
    return _compound(first, place, lexicon)


def _is_loose(words: list[Word], place: int, end: int, key: str) -> bool:
    """Whether a name is no name here: an ordinary word, or programme letters in small letters."""
    if key.replace(" ", "_") in LOOSE_NAMES:
        return True
    if key not in _LETTERS:
        return False
    letters = words[place]
    before = words[place - 1].key if place else ""
    return not letters.capital and not (before in _PROGRAMMES and end == place + 1)


def _joined(words: list[Word], first: int, end: int, low: str) -> bool:
    """Whether only spaces, hyphens and the like stand between words."""
    return all(_GAP.fullmatch(low, words[at].end, words[at + 1].start) is not None for at in range(first, end - 1))


def _compound(word: Word, place: int, lexicon: Lexicon) -> Hit | None:
    """A name with a word for money behind it: "loopbaanbudget", "activeringsmiddelen"."""
    for noun in LEVEL_NOUNS:
        if not word.key.endswith(noun) or len(word.key) - len(noun) < _SHORTEST:
            continue
        stem = word.key[: -len(noun)]
        for name in (stem, stem.removesuffix("s")):
            kinds = {kind: targets for kind, targets in lexicon.phrases.get(name, ()) if kind in {"line", "policy"}}
            if kinds and name not in LOOSE_NAMES:
                return Hit(kinds | {"measure": ("level",)}, place, place + 1)
    return None
