"""Finds who is said to speak in front of a sentence, "DE SMEDT: ...", so that the name is no part of what is said."""

from __future__ import annotations

import re

from budget.claims.bind.supposed import asks_openly
from budget.claims.read.words import NAMES, Read, read
from budget.resolve.lexicon import Lexicon

__all__ = ["label_end"]

_NAME = r"@?[\w.'’-]+"
_LABEL = re.compile(rf"\s*({_NAME}(?: {_NAME}){{0,4}})(?:\s\([^()\n]{{1,40}}\))?\s?:\s+(?=\S)")
_PARTICLES = frozenset("van de der den het t ten ter te von di da".split())
_TITLES = frozenset(
    "minister viceminister voorzitter mevrouw meneer heer collega dames staatssecretaris schepen journalist spreker "
    "commissaris ondervoorzitter".split()
)
_FIRST_CLAUSE = re.compile(r"[,;:]\s")


def label_end(text: str, lexicon: Lexicon) -> int:
    """Where the label of a speaker ends; 0 without one, or where the sentence behind it needs it as its subject."""
    found = _LABEL.match(text)
    if found is None or not _is_person(found[1]):
        return 0
    named = read(found[1], lexicon)
    if any(not NAMES.isdisjoint(hit.kinds) or "other_subject" in hit.kinds.get("elsewhere", ()) for hit in named.hits):
        return 0
    words = found[1].split()
    if words[0].lower() in _TITLES or (found[1].isupper() and words[0].lower() in _PARTICLES and len(words) > 1):
        return found.end()  # a speaker of a transcript, and no body that could get money
    said = read(text[found.end() :], lexicon)
    return found.end() if _has_subject(said) else 0


def _is_person(label: str) -> bool:
    """Whether every word is one of a name, or a title comes first."""
    words = label.split()
    if words[0].lower() in _TITLES:
        return True
    return all(word[:1].isupper() or word[:1] == "@" or word.lower() in _PARTICLES for word in words)


def _has_subject(said: Read) -> bool:
    """Whether the first clause that says anything names what the document has before it comes to a figure, or asks."""
    spoken = next((word.start for at, word in enumerate(said.words) if not _leads_in(said, at)), 0)
    stop = _FIRST_CLAUSE.search(said.low, spoken)
    end = min([stop.start() if stop is not None else len(said.low), *(one.start for one in said.numbers[:1])])
    if asks_openly(said):
        return True
    return any(not NAMES.isdisjoint(hit.kinds) and said.words[hit.first].start < end for hit in said.hits)


def _leads_in(said: Read, place: int) -> bool:
    """Whether a word only leads in what is said: "tot slot: ..."."""
    hit = said.at.get(place)
    return hit is not None and hit.kinds.keys() == {"filler"} and hit.end - hit.first > 1
