"""Tells the verbs of a budget: what a line gets, rises or falls by; it judges nothing."""

from __future__ import annotations

from budget.claims.read.language import FALLS, HARMLESS, RISES
from budget.claims.read.words import Read

__all__ = ["finite_at", "verb_at"]

_PAST = frozenset({"kreeg", "had", "ging", "kwam", "lag", "bedroeg", "ontving"})
# Small words of a budget that end as a verb does.
_NO_VERBS = frozenset(
    "aan achteruit afgelopen begroot beleidsdomein beleidskrediet betaalkrediet binnen budget budgetten dan dat dit "
    "departement domein een en fout geen groot hen het hun in inbegrepen investeringen jaren klein krediet kredieten "
    "met middelen mijn miljoen niet omdat post posten pot steun tegen ten tot uit uitgaven van vooruit waarvan want "
    "wat zowat".split()
)


def verb_at(read: Read, place: int) -> bool:
    """Whether a word is a verb of a budget."""
    if place >= len(read.words):
        return False
    key = read.words[place].key
    hit = read.at.get(place)
    moves = hit is not None and (hit.has("measure", "rise") or hit.has("measure", "fall"))
    return moves or key in RISES or key in FALLS or (key in HARMLESS and key[-1:] in "tn") or key in _PAST


def finite_at(read: Read, place: int) -> bool:
    """Whether a word is such a verb for sure, as it stands behind its subject: "loopbanen daalt", not "meer"."""
    key = read.words[place].key if place < len(read.words) else ""
    return key[-1:] in {"t", "n"} and key not in _NO_VERBS and verb_at(read, place)
