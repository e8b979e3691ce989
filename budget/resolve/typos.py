"""Finds the known word a mistyped one stands for, through an index of deletes; it never scans the vocabulary."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from zlib import crc32

__all__ = ["TypoIndex", "edits"]

_SHORT = 4  # below this many letters a typing error cannot be told from another word
_LONG = 8  # from this many letters two errors still leave one reading
_SECOND_ERROR_LIMIT = 6_000  # words; above it the index keeps one error per word, for memory's sake


_SUM_BITS = 32  # of a checksum, above the place of the word it belongs to
_PLACE = (1 << _SUM_BITS) - 1
_PARTS = 64  # in which the index is put in order, by the highest bits of a checksum
_PART_BITS = _SUM_BITS - 6


def _deletes(word: bytes) -> Iterator[bytes]:
    """Give the word with each single letter left out."""
    return (word[:i] + word[i + 1 :] for i in range(len(word)))


def _checksums(word: str, *, double: bool) -> set[int]:
    """Give the checksums of a word's spellings with at most one letter left out, or two."""
    whole = word.encode()
    spelled = {whole, *_deletes(whole)}
    if double:
        for shorter in tuple(spelled):
            spelled.update(_deletes(shorter))
    return {crc32(one) for one in spelled}


def edits(left: str, right: str, most: int) -> int:
    """Count the typing errors between two words: a letter extra, missing, wrong, or two swapped; `most + 1` when more.

    >>> edits("bugdet", "budget", 2), edits("werken", "werk", 1)
    (1, 2)
    """
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, previous, row = row, before, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, previous[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


class TypoIndex:
    """Known words by their spellings with a letter or two left out, built on first need.

    `weights` orders readings at the same distance: the higher one wins (a budget term before a filler word). `meanings`
    tells what a word stands for: words that stand for the same thing are one reading ("digibank", "digibanken").
    """

    # A row of numbers, checksum above word, in order: a mapping of all those spellings takes twenty times the room.
    # Two spellings with one checksum do no harm, as every word that is found is held against what was typed.

    __slots__ = ("_ambitious", "_index", "_known", "_meanings", "_weights")

    def __init__(self, weights: Mapping[str, int], meanings: Mapping[str, tuple[object, ...]]) -> None:
        self._weights = weights
        self._meanings = meanings
        self._ambitious = len(weights) <= _SECOND_ERROR_LIMIT
        self._known: list[str] = []
        self._index: array[int] | None = None

    def _build(self) -> array[int]:
        self._known = [word for word in self._weights if len(word) >= _SHORT and word.isalpha()]
        # Put in order part by part: the numbers of a list take six times the room of a row.
        parts = [array("Q") for _ in range(_PARTS)]
        for place, word in enumerate(self._known):
            double = self._ambitious and self._weights[word] > 0 and len(word) >= _LONG
            for checksum in _checksums(word, double=double):
                parts[checksum >> _PART_BITS].append(checksum << _SUM_BITS | place)
        index = array("Q")
        for part in parts:
            index.extend(sorted(part))
        return index

    def _alike(self, word: str, *, double: bool) -> list[str]:
        """Give the known words that share a spelling with a word, those of other words with its checksum among them."""
        if self._index is None:
            self._index = self._build()
        index = self._index
        places: set[int] = set()
        for checksum in _checksums(word, double=double):
            at = bisect_left(index, checksum << _SUM_BITS)
            while at < len(index) and index[at] >> _SUM_BITS == checksum:
                places.add(index[at] & _PLACE)
                at += 1
        return [self._known[place] for place in sorted(places)]

    def find(self, word: str) -> str | None:
        """Give the known word meant by an unknown one; None when there is none or two are equally near.

        One error is forgiven from 4 letters on (a swap of letters only, at exactly 4), two from 8 letters on.
        """
        if len(word) < _SHORT or not word.isalpha() or len(word) > 40:  # noqa: PLR2004 - no Dutch budget word is longer
            return None
        double = self._ambitious and len(word) >= _LONG
        found: dict[str, tuple[int, int]] = {}
        for known in self._alike(word, double=double):
            most = 2 if double and len(known) >= _LONG and self._weights[known] > 0 else 1
            errors = edits(word, known, most)
            if errors <= most and _fits_short(word, known):
                found[known] = (errors, -self._weights[known])
        if not found:
            return None
        best = min(found.values())
        return self._one_reading(word, [known for known, rank in found.items() if rank == best])

    def _one_reading(self, word: str, names: list[str]) -> str | None:
        """Give the one word among equally near ones: they mean the same, or one alone begins alike."""
        if len(names) > 1 and self._mean_the_same(names):
            return names[0]
        if len(names) > 1:
            names = [known for known in names if known[:3] == word[:3]]
        return names[0] if len(names) == 1 or (names and self._mean_the_same(names)) else None

    def _mean_the_same(self, names: list[str]) -> bool:
        """Whether all words share a meaning, beside what else some of them may stand for."""
        shared = set(self._meanings.get(names[0], ()))
        for one in names[1:]:
            shared &= set(self._meanings.get(one, ()))
        return bool(shared)


def _fits_short(word: str, known: str) -> bool:
    """Whether a short word may be read as another one: four letters only when two of them are swapped."""
    if min(len(word), len(known)) > _SHORT:
        return True
    return sorted(word) == sorted(known)
