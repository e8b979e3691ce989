"""Tells what a number without a unit is: times, a count, or money in a context of money; it judges none."""

from __future__ import annotations

from budget.claims.bind.scene import Scene
from budget.claims.read.language import COUNTED
from budget.claims.read.segments import Spot
from budget.claims.read.subjects import is_about

__all__ = ["TIMES", "behind_times", "is_bare", "is_loose", "is_times"]

_NEAR = 3
_BARE_NEXT = frozenset("in naar tot en of voor van is op bij aan met dat die te zijn was wordt waren".split())
_LEADING = frozenset({"van", "naar", "tot", "op", "met", "rond", "krijgt", "is", "bedraagt", "of", "en"})
TIMES = frozenset({"keer", "maal"})


def is_times(scene: Scene, spot: Spot) -> bool:
    """Whether a number says how many times: "3 keer"."""
    return spot.span.number.kind == "qty" and not TIMES.isdisjoint(_behind(scene, spot)[:1])


def behind_times(scene: Scene, spot: Spot) -> bool:
    """Whether a number stands behind "maal" or "factor"."""
    before = scene.read.low[: spot.start].rstrip()
    return before.endswith(("maal", "keer", "factor"))


def _behind(scene: Scene, spot: Spot) -> list[str]:
    return scene.read.behind(spot.end, _NEAR)


def is_bare(scene: Scene, spot: Spot) -> bool:
    """Whether a number counts nothing, so that it may be money in a context of money."""
    behind = next(iter(scene.read.words[scene.read.place(spot.end) :]), None)
    if spot.high is None and spot.span.number.scale == 0 and spot.span.number.value < _NEAR:
        return False
    if behind is None or scene.read.low[spot.end : behind.start].strip():
        return True
    if behind.key in {"meer", "minder", "extra", "erbij"}:
        return True
    return behind.key in _BARE_NEXT or behind.key == "tot"


def is_loose(scene: Scene, index: int, spot: Spot) -> bool:
    """Whether a bare number stands by itself: no hedge, no preposition before it and nothing named in its stretch."""
    before = scene.read.before(spot.start, 1)
    segment = scene.segments[index]
    counted = not COUNTED.isdisjoint(scene.read.keys(segment.first, segment.last))
    named = counted or is_about(scene.abouts[index])
    return not named and spot.span.hedge is None and not _LEADING & set(before)
