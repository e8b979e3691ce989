"""Finds what a sentence claims beside its figures: directions of other lines, superlatives, labels of reasons."""

from __future__ import annotations

from budget.claims.bind.caused import Cause
from budget.claims.bind.scene import Scene, bound
from budget.claims.judge.directions import direction_of, multiple, multiple_at
from budget.claims.judge.labels import named_nature
from budget.claims.judge.placed import Found
from budget.claims.judge.ranked import alone_in, apposed, place_in_order, ranks_a_line
from budget.claims.judge.turned import only_supposed
from budget.claims.read.words import Hit

__all__ = ["directions_along", "labels_along", "multiples_along", "ranks_along"]


def directions_along(scene: Scene, told: set[str]) -> list[Found]:
    """Directions of other lines beside a figure: "krijgt er 4 miljoen bij, en loopbanen daalt"."""
    found: list[Found] = []
    for index, segment in enumerate(scene.segments):
        own = scene.abouts[index]
        if segment.spots or not own.groups or own.groups[0].lines[0] in told:
            continue
        draft = direction_of(scene, index)
        if draft is not None:
            found.append((draft, scene.read.words[segment.first].start, scene.read.words[segment.last - 1].end))
    return found


def ranks_along(scene: Scene) -> list[Found]:
    """Superlatives beside a figure or a cause: "de grootste stijger is JF, dat met 2,7 miljoen groeit"."""
    found: list[Found] = []
    for index, segment in enumerate(scene.segments):
        own = [hit for hit in scene.read.hits_in(segment.first, segment.last) if hit.has("rank")]
        own = [hit for hit in own if not _is_hedge(scene, index, hit)]
        if not own:
            continue
        alone = alone_in(scene, index) if ranks_a_line(scene, index, own[0]) else apposed(scene, index, own[0])
        draft = place_in_order(alone) if alone is not None else None
        if draft is None:
            continue
        words = scene.read.words
        behind = max((spot.end for spot in segment.spots if spot.end <= words[own[0].first].start), default=0)
        first = next(word.start for word in words[segment.first :] if word.start >= behind)
        found.append((only_supposed(scene, draft), first, words[own[0].end - 1].end))
    return found


def _is_hedge(scene: Scene, index: int, hit: Hit) -> bool:
    """Whether a superlative only bounds the figure behind it: "met op zijn minst 50 miljoen"."""
    end = scene.read.words[hit.end - 1].end
    spans = [spot.span for spot in scene.segments[index].spots if spot.span.hedge is not None]
    return any(one.start >= end and not scene.read.low[end : one.start].strip() for one in spans)


def multiples_along(scene: Scene) -> list[Found]:
    """What a sentence concludes of its figures in a stretch behind them: "..., dus verdrievoudigt het"."""
    place = multiple_at(scene)
    segment = scene.segment_at(place)
    figures = [spot for one in scene.segments for spot in one.spots]
    if place < 0 or segment is None or segment.spots or not figures or figures[0].start > segment.start:
        return []
    draft = multiple(scene)
    words = scene.read.words
    return [(only_supposed(scene, draft), words[segment.first].start, words[segment.last - 1].end)] if draft else []


def labels_along(scene: Scene, cause: Cause | None) -> list[Found]:
    """Labels said of a policy in a segment without a figure: "en is nieuw beleid"; a cause is no label."""
    found: list[Found] = []
    for index, segment in enumerate(scene.segments):
        if cause is not None and segment.first <= cause.at < segment.last:
            continue
        draft = named_nature(scene, index, bound(scene, index).about)
        if draft is not None and segment.last > segment.first:
            behind = segment.spots[-1].end if segment.spots else 0  # the label of a figure stands behind it
            own = scene.read.words[segment.first : segment.last]
            first = next((one for one in own if one.start >= behind), own[0])
            found.append((draft, first.start, scene.read.words[segment.last - 1].end))
    return found
