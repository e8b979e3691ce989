"""All names of a catalog as one phrase index: what a word or phrase can stand for; it decides nothing."""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections.abc import Iterable

from budget.model import Catalog, Level, Line, Name
from budget.resolve.text import phrase_key
from budget.resolve.typos import TypoIndex

__all__ = ["Lexicon", "Meaning"]

Meaning = tuple[str, tuple[str, ...]]
"""A kind ("line", "policy", "measure" ...) and the ids or values it points to."""

# Kinds whose words are worth more than others when a typing error could be either; fillers are worth nothing.
_WEIGHTS = {
    "line": 3,
    "policy": 3,
    "reason": 3,
    "branch": 2,
    "filler": 0,
    "elsewhere": 1,
    "opinion": 0,
    "order_to_bot": 0,
}
_LONG_WORD = 6  # letters of a word that is worth abbreviating
_MOST_CONTINUATIONS = 24  # a start with more continuations is no abbreviation
_ALIKE = 0.65  # how much of a word a name must share to be suggested for it
_NEAR_WORDS = 400  # names compared when suggesting; more would make a refusal slow on a large catalog


class Lexicon:
    """The phrase index of one catalog.

    `phrases` maps a folded phrase to its meanings; `lengths` the first word of a phrase to the word counts to try,
    longest first; `words` every word that stands in some phrase.
    """

    __slots__ = ("_abbreviable", "_nameable", "catalog", "lengths", "phrases", "typos", "words", "years")

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        merged: dict[str, dict[str, dict[str, None]]] = {}
        weights: dict[str, int] = {}
        for name in _all_names(catalog):
            key = phrase_key(name.text)
            if not key:
                continue
            merged.setdefault(key, {}).setdefault(name.kind, {}).update(dict.fromkeys(name.targets))
            weight = _WEIGHTS.get(name.kind, 1)
            for word in key.split(" "):
                if weights.get(word, -1) < weight:
                    weights[word] = weight
        _spell_out(catalog, merged)
        _drop_composed(catalog, merged)
        for kinds in merged.values():
            # A policy's own name means the policy, also where its one reason is called the same.
            if "policy" in kinds:
                kinds.pop("reason", None)
        self.phrases: dict[str, tuple[Meaning, ...]] = {
            key: tuple((kind, tuple(targets)) for kind, targets in kinds.items())
            for key, kinds in merged.items()
            if kinds
        }
        lengths: dict[str, set[int]] = {}
        for key in self.phrases:
            parts = key.split(" ")
            lengths.setdefault(parts[0], set()).add(len(parts))
        self.lengths = {word: tuple(sorted(counts, reverse=True)) for word, counts in lengths.items()}
        self.words = weights
        self.years = frozenset(
            one.year
            for explanation in catalog.explanations.values()
            for one in (explanation.document.base_round, explanation.document.draft_round)
        )
        self.typos = TypoIndex(weights, self.phrases)
        self._nameable: dict[str, list[str]] | None = None
        self._abbreviable: list[str] | None = None

    def abbreviated(self, start: str) -> str | None:
        """Give the known word of which only the start was typed ("veerkr."); None when it could be several things."""
        if self._abbreviable is None:
            self._abbreviable = sorted(
                word
                for word, weight in self.words.items()
                if weight > 0 and len(word) >= _LONG_WORD and word in self.phrases
            )
        first = bisect_left(self._abbreviable, start)
        found: list[str] = []
        for word in self._abbreviable[first : first + _MOST_CONTINUATIONS]:
            if not word.startswith(start):
                break
            found.append(word)
        if not found or not set(self.phrases[found[0]]).intersection(*(self.phrases[word] for word in found)):
            return None
        return min(found, key=lambda word: (len(word), word))

    def near(self, word: str, most: int = 3) -> tuple[str, ...]:
        """Give names of lines and policies that look like a word, nearest first; empty when none does."""
        if self._nameable is None:
            self._nameable = {}
            for key, meanings in self.phrases.items():
                if any(kind in {"line", "policy", "reason"} for kind, _ in meanings):
                    bucket = self._nameable.setdefault(key[0], [])
                    if len(bucket) < _NEAR_WORDS:
                        bucket.append(key)
        bucket = self._nameable.get(word[:1], [])
        found = difflib.get_close_matches(word[:40], bucket, n=most, cutoff=_ALIKE)
        return tuple(dict.fromkeys([self._own_name(key) for key in found]))

    def _own_name(self, key: str) -> str:
        """Give the name that a thing bears itself for one of its spellings; the spelling when it stands for several."""
        targets = {one for kind, ids in self.phrases[key] if kind in {"line", "policy", "reason"} for one in ids}
        if len(targets) != 1:
            return key
        only = targets.pop()
        for explanation in self.catalog.explanations.values():
            if only in explanation.lines:
                return explanation.lines[only].name
            if only in explanation.policies:
                return explanation.policies[only].name
            if only in explanation.reasons:
                return explanation.reasons[only].name
        return key


def _all_names(catalog: Catalog) -> Iterable[Name]:
    """Give the shared names, those of each document, and the names that lines, policies and terms bear themselves."""
    yield from catalog.names
    for explanation in catalog.explanations.values():
        yield from explanation.names
        for line in explanation.lines.values():
            yield from _line_names(line)
        for policy in explanation.policies.values():
            yield Name(policy.name, "policy", (policy.id,))
            yield Name(policy.id, "policy", (policy.id,))
        for reason in explanation.reasons.values():
            if reason.amount is not None:
                yield Name(reason.name, "reason", (reason.id,))
    for term in catalog.glossary.values():
        yield Name(term.name, "glossary", (term.id,))
        if term.expansion:
            yield Name(term.expansion, "glossary", (term.id,))


def _line_names(line: Line) -> Iterable[Name]:
    yield Name(line.name, "line", (line.id,))
    if "-" not in line.id:
        # A longer id would read as words: "je-activering" is no "je" and no "activering".
        yield Name(line.id, "line", (line.id,))
    if line.level is Level.ISE:
        yield Name(line.label, "line", (line.id,))
    if line.level is Level.PROGRAMME and line.programme is not None and line.whole is None:
        yield Name(f"programma {line.programme}", "line", (line.id,))


def _spell_out(catalog: Catalog, merged: dict[str, dict[str, dict[str, None]]]) -> None:
    """Let an abbreviation written in full mean what the abbreviation means: "sociale inschakelingseconomie" is SINE."""
    for term in catalog.glossary.values():
        full = merged.get(phrase_key(term.expansion), {})
        for kind, targets in merged.get(phrase_key(term.name), {}).items():
            if kind in {"line", "policy", "reason"}:
                full.setdefault(kind, {}).update(targets)


def _drop_composed(catalog: Catalog, merged: dict[str, dict[str, dict[str, None]]]) -> None:
    """Drop names such as "Activering (werk)" whose first part is itself a name for several lines.

    The words beside an ambiguous name narrow it anyway, and then they can also do so for two: "activering werk en SE".
    """
    for explanation in catalog.explanations.values():
        for line in explanation.lines.values():
            base, bracket, _ = line.name.partition("(")
            shared = merged.get(phrase_key(base), {}).get("line", {}) if bracket else {}
            if len(shared) > 1 and line.id in shared:
                merged.get(phrase_key(line.name), {}).pop("line", None)
