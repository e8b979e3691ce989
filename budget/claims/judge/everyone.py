"""Judges what is said of all lines of a level, of the only ones, or of so many: "alle ISE's van JD stijgen"."""

from __future__ import annotations

from budget.claims.bind.context import moves
from budget.claims.bind.credits import credit_of
from budget.claims.bind.rounds import round_of
from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.amounts import no_check
from budget.claims.judge.truth import true_figure
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.claims.read.language import AROUND_LINES, EXCLUDES, ONLY
from budget.claims.read.words import Hit
from budget.model import Credit, Level, Line
from budget.numbers_nl.words import word_value
from budget.queries import ReasonCode
from budget.tree import lines_of_level

__all__ = ["everyone"]

_ALL = frozenset({"alle", "elk", "elke", "ieder", "iedere"})
_EXCEPT = EXCLUDES | {"uitzondering"}
_UNITS = {"ise": Level.ISE, "programme": Level.PROGRAMME}


def everyone(scene: Scene) -> Draft | None:
    """Judge what is said of all lines of a level, of the only ones, or of so many; None when nothing is."""
    read = scene.read
    words = read.every
    moved = moves(read, scene.whole)
    units = [hit for hit in read.hits if "unit_level" in hit.kinds]
    only = not ONLY.isdisjoint(words)
    objectives = any(hit.has("unit_level", "objective") for hit in units)
    if (
        not moved
        or objectives
        or not (only or units)
        or any(one.natures or one.policies or one.reasons for one in scene.abouts)
    ):
        return None
    direction = moved[0][1]
    groups = scene.groups
    programme = any(hit.has("unit_level", "programme") for hit in units)
    level = Level.PROGRAMME if programme else Level.ISE
    if groups:
        level = scene.explanation.lines[groups[0].lines[0]].level
    credit, foreign = credit_of(scene, 0)
    at = round_of(scene, 0, Kind.DELTA)
    if foreign or isinstance(at, ReasonCode) or level not in {Level.ISE, Level.PROGRAMME}:
        return no_check(at if isinstance(at, ReasonCode) else ReasonCode.NOT_UNDERSTOOD, (), None)
    head = _head(scene, units)
    if head is not None:
        groups, level = [], _UNITS[next(iter(units[0].kinds["unit_level"]))]
    rivals = lines_of_level(scene.explanation, level, head)
    figures = [true_figure(scene.explanation, line, Kind.DELTA, credit or Credit.VAK, at) for line in rivals]
    moving = {figure.subject for figure in figures if (figure.value_eur or 0) * direction > 0}
    named = {group.lines[0] for group in groups}
    apart = _left_out(scene)
    if apart and (only or not units or not _is_clear(scene, apart, named, rivals)):
        return no_check(ReasonCode.NOT_UNDERSTOOD, tuple(sorted(apart)), None)
    told, every = (only, named), {line.id for line in rivals}
    holds = _said_apart(scene, apart, moving, every) if apart else _said_of(scene, told, moving, len(every))
    if holds is None:
        return None
    # What makes it wrong is shown: the lines that move although they should not, or do not although they should.
    shown = tuple(figure for figure in figures if (figure.subject in moving) == (holds or only)) or tuple(figures)
    return Draft(
        Verdict.TRUE if holds else Verdict.FALSE,
        Kind.RANK,
        Ground(Why.AGREES if holds else Why.DIFFERS, None, shown),
        tuple(group.lines[0] for group in groups) or ((head or scene.explanation.total).id,),
        credit or Credit.VAK,
        slides=(scene.explanation.total.slide,),
        credit_named=credit is not None,
    )


def _head(scene: Scene, units: list[Hit]) -> Line | None:
    """The line all lines of a lower level are said to be of: "alle ISE's van JD"; None without one."""
    groups = scene.groups
    if len(groups) != 1 or not units or units[0].kinds["unit_level"][0] not in _UNITS:
        return None
    line = scene.explanation.lines[groups[0].lines[0]]
    between = scene.read.keys(units[0].end, groups[0].first)
    of_it = between[:1] in (["van"], ["binnen"], ["onder"], ["in"], ["bij"]) and set(between[1:]) <= AROUND_LINES
    return line if of_it and line.level is not _UNITS[units[0].kinds["unit_level"][0]] else None


def _is_clear(scene: Scene, apart: set[str], named: set[str], rivals: tuple[Line, ...]) -> bool:
    """Whether nothing else is named beside the lines left out, which are of those that are meant."""
    return apart == named and apart <= {line.id for line in rivals} and _count_apart(scene) is None


def _left_out(scene: Scene) -> set[str]:
    """The lines that are left out of all: "op X en Y na", "behalve X"."""
    words = scene.read.every
    groups = scene.groups
    if not groups:
        return set()
    first, last = groups[0], groups[-1]
    if words[last.end : last.end + 1] == ["na"] and "op" in words[max(0, first.first - 2) : first.first]:
        return {group.lines[0] for group in groups}
    mark = next((place for place, word in enumerate(words) if word in _EXCEPT), -1)
    return {group.lines[0] for group in groups if group.first > mark} if mark >= 0 else set()


def _count_apart(scene: Scene) -> int | None:
    """How many are left out by number: 2 for "op twee na" and "op twee ISE's na"; None when none are."""
    words = scene.read.every
    for place, word in enumerate(words[:-2]):
        count = word_value(words[place + 1]) if word == "op" else None
        if count is not None and "na" in words[place + 2 : place + 4]:
            return count
    return None


def _said_apart(scene: Scene, apart: set[str], moving: set[str], every: set[str]) -> bool | None:
    """Whether all move but the ones left out, or none but these; None when neither is said."""
    words = scene.read.every
    if "geen" in words:
        return moving == apart
    return moving == every - apart if not _ALL.isdisjoint(words) else None


def _said_of(scene: Scene, said: tuple[bool, set[str]], moving: set[str], every: int) -> bool | None:
    """Whether the lines that move are the ones that are said to; None when no such thing is said."""
    only, named = said
    words = scene.read.every
    if only and named:
        return named == moving
    if named:
        return None
    apart = _count_apart(scene) or 0
    if "geen" in words:
        return len(moving) == apart
    if not _ALL.isdisjoint(words):
        return len(moving) == every - apart
    counts = [value for word in words if word not in {"een", "het"} and (value := word_value(word)) is not None]
    counts += [one.number.value for one in scene.read.numbers if one.looks_like == "" and one.number.kind == "qty"]
    if len(counts) > 1:
        counts = [one for one in counts if one != every] or counts  # "van de zeven ISE's dalen er twee"
    return len(moving) == counts[0] if counts else None
