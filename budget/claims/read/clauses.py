"""Finds where a sentence without figures starts a second statement, of another line; it judges neither."""

from __future__ import annotations

from budget.claims.read.verbs import finite_at
from budget.claims.read.words import Read

__all__ = ["is_joined", "starts"]

_JOINS = frozenset({"en", "maar", "terwijl"})
_BEFORE_NAME = frozenset({"ook", "de", "het", "ise", "programma"})
_ALL = frozenset({"alle", "elk", "elke", "ieder", "iedere"})
_VERBS = frozenset("is hoort blijft verdubbelt halveert verdrievoudigt vermindert".split())
_CAUSES = frozenset({"door", "dankzij", "wegens", "vanwege"})  # "X stijgt door de index en Y door nieuw beleid"
# What is said under a condition, of a year or by somebody holds for all of a sentence: that one is not parted.
_HOLDS = frozenset(
    "als indien stel mocht mochten dat of zou zouden volgens noch zowel niet geen wanneer omdat doordat ondanks".split()
)
_SETTINGS = frozenset({"credit", "round_kind", "relative_round", "other_round", "elsewhere"})


def starts(read: Read, year: int) -> list[int]:
    """Where further statements start, as places in the text: "X is de grootste | en Y daalt"."""
    return [] if any(not _SETTINGS.isdisjoint(hit.kinds) for hit in read.hits) else _all_starts(read, year)


def is_joined(read: Read, year: int) -> bool:
    """Whether a sentence makes several statements that cannot be parted, as its credit or year may hold for all."""
    return bool(_all_starts(read, year))


def _all_starts(read: Read, year: int) -> list[int]:
    words = read.every
    # The year all is of when none is told need not be told again.
    numbers = [one for one in read.numbers if one.looks_like != "year" or one.number.value != year]
    if numbers or "?" in read.text or not _HOLDS.isdisjoint(words):
        return []
    found: list[int] = []
    said = False  # whether a verb was heard since the last start
    for place in range(len(words)):
        if said and _starts(read, place):
            found.append(read.words[place].start)
            said = False
        said = said or _verb(read, place)
    return found


def _starts(read: Read, place: int) -> bool:
    """Whether a word joins a line with a verb of its own: "en Y daalt", ", Y het kleinste"."""
    joined = read.words[place].key in _JOINS
    parted = not read.low[read.words[place - 1].end : read.words[place].start].isspace()
    if not (joined or parted):
        return False
    ahead = place + joined
    credit = read.at.get(ahead + 1)
    if read.keys(ahead, ahead + 1) == ["in"] and credit is not None and credit.has("credit"):
        ahead = credit.end  # "en in VEK daalt Y"
    turned = joined and finite_at(read, ahead)  # "en daalt Y"
    ahead += turned
    while read.keys(ahead, ahead + 1) and read.words[ahead].key in _BEFORE_NAME:
        ahead += 1
    every = read.keys(ahead, ahead + 1) and read.words[ahead].key in _ALL  # "en alle ISE's dalen"
    ahead += bool(every)
    hit = read.at.get(ahead)
    named = hit is not None and hit.first == ahead and (hit.has("line") or (bool(every) and "unit_level" in hit.kinds))
    return hit is not None and named and (turned or _verb(read, hit.end))


def _verb(read: Read, place: int) -> bool:
    if place >= len(read.words):
        return False
    ranked = read.words[place].key == "het" and place + 1 in read.at and read.at[place + 1].has("rank")
    return read.words[place].key in _VERBS | _CAUSES or ranked or finite_at(read, place)
