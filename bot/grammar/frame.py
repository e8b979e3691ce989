"""What was read of a typed text: which known words stand where; what they mean together is decided elsewhere."""

from __future__ import annotations

from msgspec import Struct

from budget.numbers_nl import NumberSpan
from budget.resolve.text import Token, tokens

__all__ = ["NAME_KINDS", "Frame", "Hit"]

NAME_KINDS = frozenset({"line", "branch", "policy", "reason", "glossary"})
"""Kinds that name things in the documents; every other kind is a word of the question itself."""


class Hit(Struct, frozen=True):
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
        "dates",
        "folded",
        "marks",
        "names",
        "numbers",
        "unknown",
        "words",
        "years",
    )

    def __init__(self, folded: str, words: list[str], skipped: int) -> None:
        self.folded = folded
        self.words = words
        self._skipped = skipped  # words of the text before the first of these
        self._places: list[Token] | None = None
        self.names: list[Hit] = []
        self.marks: dict[str, dict[str, int]] = {}
        self.numbers: list[NumberSpan] = []
        self.years: list[tuple[int, int]] = []  # (year, place of its word)
        self.dates: tuple[str, ...] = ()  # whole dates as typed; they belong to no budget round
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
        for word in reversed(self.words):
            if word[0].isalnum():
                return word
        return ""

    def typed(self, place: int) -> str:
        """The word at a place with the capitals it was typed with."""
        return self.places[place][0]

    def heard(self) -> str:
        """The unknown words as they were typed, in order."""
        return " ".join(self.typed(place) for place in self.unknown)
