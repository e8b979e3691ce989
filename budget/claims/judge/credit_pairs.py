"""Judges the two credits of one line held against each other: equal, or so much apart."""

from __future__ import annotations

from msgspec.structs import replace

from budget.answers import Figure
from budget.claims.bind.context import moves
from budget.claims.bind.credits import credits_in, names_both
from budget.claims.bind.rounds import round_of
from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.amounts import claimed_of, no_check
from budget.claims.judge.rule import judge
from budget.claims.judge.truth import true_figure
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.claims.read.segments import Spot
from budget.claims.read.strange import strange
from budget.model import Credit, Line, Round
from budget.queries import ReasonCode

__all__ = ["credit_difference", "credits_equal"]

_EQUAL = frozenset({"gelijk", "evenveel", "hetzelfde", "dezelfde", "identiek"})
_SIZES = frozenset({"groot", "hoog", "veel", "sterk"})
_STAYS = frozenset({"blijft", "blijven", "bleef", "bleven"})
_MORE = frozenset({"hoger", "meer", "groter"})
_LESS = frozenset({"lager", "minder", "kleiner"})


def credits_equal(scene: Scene) -> Draft | None:
    """Judge "VAK en VEK zijn gelijk", also with "maar niet in 2021"; None when no such thing is said."""
    index = next((at for at, one in enumerate(scene.segments) if _says_equal(scene, at)), -1)
    if index < 0 or len(scene.groups) > 1 or any(one.spots for one in scene.segments):
        return None
    line = _line(scene)
    words = scene.read.keys(scene.segments[index].first, scene.segments[index].last)
    kind = Kind.DELTA if moves(scene.read, scene.segments[index]) else Kind.LEVEL
    said = [(_round(scene, index), "niet" not in words)]
    denied = [at for at, one in enumerate(scene.segments) if "niet" in scene.read.keys(one.first, one.last)]
    said += [(_round(scene, later), False) for later in denied if later > index]
    odd = next((word for word in (strange(scene.read, one) for one in scene.segments) if word), "")
    if odd:
        return no_check(ReasonCode.OTHER_SUBJECT, (line.id,), None, odd)
    figures: list[Figure] = []
    holds = True
    for at, is_equal in said:
        if isinstance(at, ReasonCode):
            return no_check(at, (line.id,), None)
        pair = [true_figure(scene.explanation, line, kind, credit, at) for credit in Credit]
        figures += pair
        holds = holds and (pair[0].value_eur == pair[1].value_eur) == is_equal
    return _draft(line, (Verdict.TRUE, Why.AGREES) if holds else (Verdict.FALSE, Why.DIFFERS), figures)


def _says_equal(scene: Scene, index: int) -> bool:
    segment = scene.segments[index]
    words = scene.read.keys(segment.first, segment.last)
    even = "even" in words[:-1] and words[words.index("even") + 1] in _SIZES
    return names_both(scene, index) and (even or not _EQUAL.isdisjoint(words)) and _STAYS.isdisjoint(words)


def _round(scene: Scene, index: int) -> Round | ReasonCode:
    """The round a segment names itself; the draft round when it names none."""
    segment = scene.segments[index]
    if any(one.looks_like == "year" and segment.start <= one.start < segment.end for one in scene.read.numbers):
        return round_of(scene, index, Kind.LEVEL)
    return scene.explanation.document.draft_round


def _line(scene: Scene) -> Line:
    groups = scene.groups or (list(scene.last.about.groups) if scene.last is not None else [])
    return scene.explanation.lines[groups[0].lines[0]] if groups else scene.explanation.total


def _draft(line: Line, judged: tuple[Verdict, Why], figures: list[Figure]) -> Draft:
    ground = Ground(judged[1], None, tuple(figures))
    return Draft(judged[0], Kind.COMPARE, ground, (line.id,), slides=(line.slide,), credit_named=True)


def credit_difference(scene: Scene, index: int, spot: Spot) -> Draft | None:
    """Judge "het VEK ligt 14,9 miljoen hoger dan het VAK"; None when two credits of one line are not compared."""
    words = scene.read.words[scene.read.place(spot.end) :]
    behind = next((place for place, word in enumerate(words) if word.key == "dan"), -1)
    if spot.span.number.kind != "eur" or not 0 < behind <= 2 or len(scene.groups) > 1:  # noqa: PLR2004 - "euro hoger"
        return None
    way = words[behind - 1].key
    named = credits_in(scene, scene.whole)
    first = next((credit for place, credit in named if scene.read.words[place].start < spot.start), None)
    other = next((credit for place, credit in named if scene.read.words[place].start > words[behind].start), None)
    if way not in _MORE | _LESS or first is None or other is None or first is other:
        return None
    line, claimed = _line(scene), claimed_of(spot)
    at = round_of(scene, index, Kind.LEVEL, spot)
    odd = next((word for word in (strange(scene.read, one) for one in scene.segments) if word), "")
    if odd or isinstance(at, ReasonCode):
        return no_check(at if isinstance(at, ReasonCode) else ReasonCode.OTHER_SUBJECT, (line.id,), claimed, odd)
    figures = [true_figure(scene.explanation, line, Kind.LEVEL, credit, at) for credit in (first, other)]
    apart = (figures[0].value_eur or 0) - (figures[1].value_eur or 0)
    judged = judge(apart, abs(claimed.number.value) * (1 if way in _MORE else -1), claimed)
    draft = _draft(line, judged, figures)
    truth = Figure(line.id, "difference", None, at, apart)
    return replace(draft, ground=replace(draft.ground, figure=truth), claimed=claimed)
