"""Judges a line held against several at once: two or more by name, all others, the rest; together or one by one."""

from __future__ import annotations

from msgspec import Struct

from budget.answers import Figure
from budget.claims.bind.context import moves
from budget.claims.bind.credits import credit_of
from budget.claims.bind.rounds import round_of
from budget.claims.bind.scene import Draft, Scene, led_by
from budget.claims.judge.amounts import no_check
from budget.claims.judge.truth import true_figure, value_of
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.claims.read.language import OF_PACE, RELATIVE, SMALLER
from budget.claims.read.segments import Segment
from budget.claims.read.strange import excluded, strange
from budget.model import Credit, Level, Line
from budget.queries import ReasonCode
from budget.tree import inside, lines_of_level, overlap

__all__ = ["LARGER", "against", "compared_at", "is_round"]

LARGER = frozenset("meer groter hoger sterker sneller harder zwaarder feller ruimer duurder".split())
_TOGETHER = frozenset("samen opgeteld gezamenlijk tezamen samengeteld bijeen samengenomen gecombineerd".split())
_OTHERS = frozenset({"andere", "anderen", "overige"})
_REST = frozenset({"rest"})
_ALL = frozenset({"al", "alle", "elk", "elke", "ieder", "iedere"})
_PLAIN = frozenset(
    "de het en of aan naar in bij voor van ise ises programma programmas posten lijnen uitgavenposten ook dat die "
    "er nog ooit bo wse beleidsdomein domein begroting totaal euro vak vek toe".split()
) - {"ooit", "totaal"}
# More than the document holds, or a part of what stands behind "dan".
_BEYOND = frozenset("vlaamse vlaanderen overheid regering helft derde kwart tiende dubbel dubbele meeste".split())
_REACH = 6  # words between "meer" and "dan": "krijgt meer geld in 2022 dan"
_PAST = frozenset({"voorheen", "tevoren", "vroeger", "voordien", "vorig", "vorige", "eerst", "nu", "vandaag"})
_SEVERAL = 2


class _Side(Struct, frozen=True):
    """What a line is held against: the lines, and whether as one sum, one by one, or (None) perhaps either."""

    lines: tuple[Line, ...]
    together: bool | None
    is_sure: bool = True  # whether the lines are all of one kind with what is held against them


def compared_at(scene: Scene, segment: Segment) -> int:
    """The place of the "dan" of a comparison in a stretch; -1 without one."""
    words = scene.read.words
    for place in range(segment.first, segment.last):
        if words[place].key == "dan" and not (LARGER | SMALLER).isdisjoint(
            scene.read.keys(max(0, place - _REACH), place)
        ):
            return place
    return -1


def is_round(scene: Scene, at: int) -> bool:
    """Whether a line is compared with itself of another year: "meer dan in 2021", "dan vorig jaar"."""
    segment = scene.around(at)
    ahead = range(at + 1, segment.last)
    if any(
        scene.read.at[place].has("relative_round") or scene.read.at[place].has("round_kind")
        for place in ahead
        if place in scene.read.at
    ):
        return True
    end = scene.read.words[at].end
    years = [one for one in scene.read.numbers if one.looks_like == "year" and end <= one.start < segment.end]
    if years and _others(scene, at, segment) is None:
        return True
    return not _PAST.isdisjoint(scene.read.keys(at + 1, at + 3))


def against(scene: Scene, at: int, kind: Kind | None = None) -> Draft | None:
    """Judge "X krijgt meer dan Y en Z samen"; `at` is its "dan", `kind` what is compared when a figure tells it.

    None when only one line, a year or nothing known stands behind it.
    """
    if at < 0:
        return None
    segment = scene.around(at)
    others = _others(scene, at, segment)
    named = [group for group in scene.groups if at < group.first < segment.last]
    if others is None and len(named) < (_SEVERAL if kind is None else 1):
        return None
    if others is not None and named:
        return no_check(ReasonCode.NOT_UNDERSTOOD, (), None)  # "dan alle andere ISE's van JD"
    subject = _subject(scene, at)
    if subject is None:
        return no_check(ReasonCode.NOT_UNDERSTOOD, (), None)
    if others is not None:
        side = _rivals(scene, at, subject, together=others)
    else:
        lines = tuple(scene.explanation.lines[group.lines[0]] for group in named)
        side = _Side(lines, together=not _TOGETHER.isdisjoint(scene.read.keys(at, segment.last)))
    if side is None or not _is_plain(scene, at, segment) or _goes_on(scene, segment):
        return no_check(ReasonCode.NOT_UNDERSTOOD, (subject.id,), None)
    return _held(scene, subject, side, (at, kind))


def _goes_on(scene: Scene, segment: Segment) -> bool:
    """Whether more is said behind it that changes what is held against what: "..., op activering na"."""
    return any(one.first >= segment.last and not one.spots and one.last > one.first for one in scene.segments)


def _subject(scene: Scene, at: int) -> Line | None:
    """The one line in front of "dan": in its own stretch, or what that is about."""
    index = max(0, scene.index_at(at))
    before = [group for group in scene.abouts[index].groups if group.first < at]
    if not before:
        named = led_by(scene, index) if index else None
        if named is None or named.strange or named.excluded:
            return None
        before = list(named.about.groups)
    if len(before) != 1:
        return None
    return scene.explanation.lines[before[0].lines[0]]


def _others(scene: Scene, at: int, segment: Segment) -> bool | None:
    """Whether all others are meant one by one (False) or together (True); None when they are not what is meant."""
    words = scene.read.keys(at + 1, segment.last)
    units = any(hit.has("unit_level") for hit in scene.read.hits if at < hit.first < segment.last)
    every = units and not _ALL.isdisjoint(words)
    if _REST.isdisjoint(words) and _OTHERS.isdisjoint(words) and not every:
        return None
    return not _TOGETHER.isdisjoint(words)


def _rivals(scene: Scene, at: int, subject: Line, *, together: bool) -> _Side | None:
    """All other lines of the level that is named, or else of the subject's own; None without such a level."""
    units = {unit for hit in scene.read.hits if hit.first > at for unit in hit.kinds.get("unit_level", ())}
    level = Level.PROGRAMME if "programme" in units else Level.ISE if "ise" in units else subject.level
    if level not in {Level.PROGRAMME, Level.ISE} or len(units) > 1 or subject.scope != scene.explanation.total.id:
        return None
    explanation = scene.explanation
    lines = tuple(
        one
        for one in lines_of_level(explanation, level, None)
        if not inside(explanation, one, subject) and not inside(explanation, subject, one)
    )
    words = scene.read.keys(at, len(scene.read.words))
    either = not together and (not _REST.isdisjoint(words) or "het" in words)  # "de rest", "al het andere"
    return _Side(lines, None if either else together, is_sure=level is subject.level)


def _is_plain(scene: Scene, at: int, segment: Segment) -> bool:
    """Whether every word behind "dan" is read: a name, the others, together, a year."""
    known = _PLAIN | _OTHERS | _REST | _ALL | _TOGETHER
    if not _BEYOND.isdisjoint(scene.read.keys(at + 1, segment.last)):
        return False
    for place in range(at + 1, segment.last):
        hit = scene.read.at.get(place)
        if hit is not None and not hit.kinds.keys() <= {"filler", "elsewhere", "glossary"}:
            continue
        if scene.read.words[place].key not in known:
            return False
    return not any(strange(scene.read, one, known) or excluded(scene.read, one) for one in scene.segments)


def _held(scene: Scene, subject: Line, side: _Side, of: tuple[int, Kind | None]) -> Draft:
    """Hold the sizes against each other; a change counts in the direction that is said."""
    at, told = of
    words = scene.read.every
    near = scene.read.keys(max(0, at - _REACH), at)
    larger, smaller = not LARGER.isdisjoint(near), not SMALLER.isdisjoint(near)
    signs = {sign for place, sign in moves(scene.read, scene.whole) if words[place] not in LARGER | SMALLER}
    kind = told or (Kind.DELTA if signs or not OF_PACE.isdisjoint(near) else Kind.LEVEL)
    if kind is not Kind.LEVEL and not RELATIVE.isdisjoint(words):
        kind = Kind.PCT
    credit, foreign = credit_of(scene, 0)
    setting = round_of(scene, 0, Kind.LEVEL if kind is Kind.LEVEL else Kind.DELTA)
    unclear = larger == smaller or len(signs) > 1 or not {"niet", "geen", "nooit", "amper"}.isdisjoint(words)
    lines = (subject, *side.lines)
    if foreign or isinstance(setting, ReasonCode) or unclear or (kind is Kind.PCT and side.together is not False):
        code = setting if isinstance(setting, ReasonCode) else ReasonCode.NOT_UNDERSTOOD
        return no_check(code, (subject.id,), None)
    if side.together is not False and overlap(scene.explanation, list(lines)):
        return no_check(ReasonCode.NOT_UNDERSTOOD, (subject.id,), None)
    figures = [true_figure(scene.explanation, one, kind, credit or Credit.VAK, setting) for one in lines]
    sign = next(iter(signs), 1) if kind is not Kind.LEVEL else 1
    sizes = [(value_of(one) or 0) * sign for one in figures]
    each = all((sizes[0] > one) if larger else (sizes[0] < one) for one in sizes[1:])
    summed = sizes[0] > sum(sizes[1:]) if larger else sizes[0] < sum(sizes[1:])
    moved = kind is Kind.LEVEL or sizes[0] > 0
    holds = moved and (each if side.together is False else summed)
    if (side.together is None and each != summed) or (holds and not side.is_sure):
        return no_check(ReasonCode.NOT_UNDERSTOOD, (subject.id,), None)
    shown = _shown(figures, sign)
    return Draft(
        Verdict.TRUE if holds else Verdict.FALSE,
        Kind.COMPARE,
        Ground(Why.AGREES if holds else Why.DIFFERS, None, shown),
        (subject.id, *(one.id for one in side.lines)),
        credit or Credit.VAK,
        setting if kind is Kind.LEVEL else None,
        slides=tuple(dict.fromkeys(one.slide for one in lines)),
        credit_named=credit is not None,
    )


def _shown(figures: list[Figure], sign: int) -> tuple[Figure, ...]:
    """The line, and the others from the largest down."""
    return (figures[0], *sorted(figures[1:], key=lambda one: -(value_of(one) or 0) * sign))
