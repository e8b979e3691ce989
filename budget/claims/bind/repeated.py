"""Whether a stretch only adds a figure to the one before, or puts one in its place; no figure is read."""

from __future__ import annotations

from budget.claims.bind.scene import Scene
from budget.claims.read.language import ADVERBS, NEGATIONS

__all__ = ["carries_on"]

_SMALL = frozenset({"in", "het", "de", "van", "voor", "bij", "met"})


def carries_on(scene: Scene, index: int) -> bool:
    """Whether a figure is meant as the one before it: "... en JF met 2", "geen 10 miljoen, wel 5"."""
    return _goes_on(scene, index) or _corrects(scene, index)


def _goes_on(scene: Scene, index: int) -> bool:
    """Whether a segment only adds a name and a figure to the one before: "... stijgt met 10 miljoen en JF met 2"."""
    read, segment = scene.read, scene.segments[index]
    if (
        not index
        or not scene.segments[index - 1].spots
        or read.keys(segment.first, segment.first + 1)
        not in (
            ["en"],
            ["of"],
        )
    ):
        return False
    rest = [place for place in range(segment.first + 1, segment.last) if place not in read.at]
    return all(read.words[place].key in ADVERBS | _SMALL for place in rest)


def _corrects(scene: Scene, index: int) -> bool:
    """Whether a segment only puts a figure in the place of one denied: "krijgt er geen 10 miljoen bij, wel 5"."""
    segment, before = scene.segments[index], scene.segments[index - 1]
    if not index or not before.spots or NEGATIONS.isdisjoint(scene.read.keys(before.first, before.last)):
        return False
    words = set(scene.read.keys(segment.first, segment.last))
    return bool(words & {"wel", "maar"}) and words <= ADVERBS | {"wel", "maar", "euro", "slechts", "eerder"}
