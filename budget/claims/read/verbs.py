"""Tells the verbs of a budget: what a line gets, rises or falls by; it judges nothing."""

from __future__ import annotations

from budget.claims.read.language import FALLS, HARMLESS, RISES
from budget.claims.read.words import Read

__all__ = ["verb_at"]

_PAST = frozenset({"kreeg", "had", "ging", "kwam", "lag", "bedroeg", "ontving"})


def verb_at(read: Read, place: int) -> bool:
    """Whether a word is a verb of a budget."""
    if place >= len(read.words):
        return False
    key = read.words[place].key
    hit = read.at.get(place)
    moves = hit is not None and (hit.has("measure", "rise") or hit.has("measure", "fall"))
    return moves or key in RISES or key in FALLS or (key in HARMLESS and key[-1:] in "tn") or key in _PAST
