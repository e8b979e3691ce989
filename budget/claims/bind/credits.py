"""Which credit a figure is of: the one its own clause names, or one that is named for it as well; none is looked up."""

from __future__ import annotations

import itertools

from budget.claims.bind.context import moves
from budget.claims.bind.scene import Scene
from budget.claims.read.segments import Segment, Spot
from budget.model import Credit

__all__ = ["credit_of", "credits_in", "names_both"]

_OF_CREDIT = frozenset(
    "in aan van qua het de als uitgedrukt gerekend gemeten voor bij dat is dan wel althans zowel en beide "
    "allebei".split()
)
_JOINS = frozenset({"en", "als", "of", "plus", "én"})


def credit_of(scene: Scene, index: int, spot: Spot | None = None) -> tuple[Credit | None, bool]:
    """The credit named in a segment, else before it in the sentence, else behind; and whether another kind is meant."""
    segment = scene.segments[index]
    own = scene.read.hits_in(segment.first, segment.last)
    if any(hit.has("other_credit") for hit in own):
        return None, True
    listed = _listed_credit(scene, index)
    if listed is not None:
        return listed, False
    named = credits_in(scene, segment)
    if named:
        return _nearest_credit(scene, named, spot), False
    before = [one for one in credits_in(scene, scene.whole) if one[0] < segment.first]
    if scene.read.low[segment.end - 1] == "(":
        before = []  # "16,1 miljoen (VAK) en 11,2 miljoen (VEK)"
    return (before[-1][1] if before else _credit_behind(scene, index)), False


def credits_in(scene: Scene, segment: Segment) -> list[tuple[int, Credit]]:
    """The credits a stretch names, each with its word."""
    return [
        (hit.first, Credit(name))
        for hit in scene.read.hits
        if "credit" in hit.kinds and segment.first <= hit.first < segment.last and not hit.has("line")
        for name in hit.kinds["credit"]
    ]


def _nearest_credit(scene: Scene, named: list[tuple[int, Credit]], spot: Spot | None) -> Credit:
    """The credit of a figure where its segment names several: "VAK 16,1 miljoen VEK 11,2 miljoen"."""
    if spot is None:
        return named[0][1]
    before = [credit for place, credit in named if scene.read.words[place].end <= spot.start]
    return before[-1] if before else named[0][1]


def _credit_behind(scene: Scene, index: int) -> Credit | None:
    """The credit named behind a segment, by words that say nothing else or that belong to what is said twice.

    "JB stijgt met 5,5 miljoen, in VEK", "de VDAB met 4,4 en JB met 5,5 miljoen in VEK"; but not "maar het VEK daalt".
    """
    ahead = next((one for one in credits_in(scene, scene.whole) if one[0] >= scene.segments[index].last), None)
    if ahead is None:
        return None
    place, credit = ahead
    segment = scene.segment_at(place)
    if segment is None:  # of a part of the sentence that is looked at alone, and the credit stands outside it
        return None
    words = scene.read.words[segment.first : segment.last]
    if segment.spots:
        goes_on = words[0].key == "en" and scene.read.words[place].start >= segment.spots[-1].end
        return credit if goes_on and not moves(scene.read, segment) else None
    return credit if _is_plain(scene, segment) else None


def _is_plain(scene: Scene, segment: Segment) -> bool:
    """Whether a segment says nothing but a credit: ", in VEK", ", zowel in VAK als in VEK"."""
    words = enumerate(scene.read.words[segment.first : segment.last], segment.first)
    rest = [word.key for at, word in words if at not in scene.read.at or not scene.read.at[at].has("credit")]
    return all(word in _OF_CREDIT for word in rest)


def names_both(scene: Scene, index: int) -> bool:
    """Whether a segment says one thing of both credits: "zowel VAK als VEK", "VAK en VEK stijgen allebei"."""
    segment = scene.segments[index]
    words = scene.read.keys(segment.first, segment.last)
    if ("beide", "kredieten") in itertools.pairwise(words):
        return True
    named = credits_in(scene, segment)
    if not named and index + 1 < len(scene.segments):
        behind = scene.segments[index + 1]
        named = credits_in(scene, behind) if not behind.spots and _is_plain(scene, behind) else []
    if {credit for _, credit in named} != set(Credit) or len(segment.spots) > 1 or _listed_credit(scene, index):
        return False
    between = scene.read.keys(named[0][0] + 1, named[-1][0])
    return not _JOINS.isdisjoint(between) and "dan" not in between


def _listed_credit(scene: Scene, index: int) -> Credit | None:
    """The credit of a figure in "resp. 1 en 2 miljoen in VAK en VEK": as many credits as figures, in one order."""
    if {"resp", "respectievelijk"}.isdisjoint(scene.read.every):
        return None
    named = [name for hit in scene.read.hits if not hit.has("line") for name in hit.kinds.get("credit", ())]
    figures = [place for place, segment in enumerate(scene.segments) for _ in segment.spots]
    if len(named) != len(figures) or len(set(named)) < 2 or figures.count(index) != 1:  # noqa: PLR2004 - two credits
        return None
    return Credit(named[figures.index(index)])
