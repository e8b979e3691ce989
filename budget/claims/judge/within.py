"""Finds what a figure behind "waarvan" or "daarvan" is a portion of, and judges it as the line that makes it."""

from __future__ import annotations

from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.amounts import claimed_of, line_amount, no_check
from budget.claims.read.segments import Segment, Spot
from budget.claims.read.subjects import Group
from budget.model import Level, Line
from budget.queries import ReasonCode
from budget.resolve.lines import Candidates, narrow, part_of

__all__ = ["portion_amount", "whole_of"]

_OF_IT = frozenset({"waarvan", "daarvan", "hiervan", "waaronder"})
_LEADS = 3  # words


def portion_amount(scene: Scene, index: int, spot: Spot, group: Group) -> Draft:
    """Judge a figure of a line, as the part of the whole that its clause says it is."""
    lines = _portion(scene, index, group)
    if not lines:
        return no_check(ReasonCode.OTHER_SCOPE, group.lines[:1], claimed_of(spot))
    return line_amount(scene, index, spot, lines)


def whole_of(scene: Scene, index: int) -> Candidates:
    """What a part is taken of when no line is named with it: the line of the policy it is told of, else the domain."""
    own = scene.abouts[index]
    reasons = [one for name in own.policies for one in scene.explanation.policy_reasons.get(name, ())]
    lines = tuple(dict.fromkeys(one.line for one in reasons))
    return lines if len(lines) == 1 and not own.groups else (scene.explanation.total.id,)


def _portion(scene: Scene, index: int, group: Group) -> Candidates:
    """The lines a name stands for as a part of the whole that its clause points to; () when it is no part of it."""
    segment = scene.segments[index]
    explanation = scene.explanation
    points = not _OF_IT.isdisjoint(scene.read.keys(segment.first, segment.first + _LEADS))
    if not segment.first <= group.first < segment.last:
        return group.lines
    whole = _whole(scene, index) if points else _summed_up(scene, index)
    if whole is None or whole.id == explanation.total.id:
        return group.lines
    if whole.level is Level.TOTAL:
        found = part_of(group.lines, whole.id, explanation)
    else:
        found = tuple(one for one in narrow(group.lines, whole, explanation) if one != whole.id)
    return found if points or found else group.lines


def _whole(scene: Scene, index: int) -> Line | None:
    """What "waarvan" points to: the line named last before its clause, in the sentence or in the one before."""
    lines = scene.explanation.lines
    before = [group for one in scene.abouts[:index] for group in one.groups]
    if before:
        return lines[before[-1].lines[0]]
    last = scene.last
    if last is None or last.strange or len(last.about.groups) != 1:
        return None
    return lines[last.about.groups[0].lines[0]]


def _summed_up(scene: Scene, index: int) -> Line | None:
    """The head of a part table whose parts are told behind a colon: "VDAB krijgt 716 miljoen: 549 voor ..."."""
    lead = next((place for place in range(index) if _ends_in_colon(scene, scene.segments[place])), -1)
    before = [group for one in scene.abouts[: lead + 1] for group in one.groups]
    if not before or not scene.segments[lead].spots:
        return None
    line = scene.explanation.lines[before[-1].lines[0]]
    return line if line.level is Level.TOTAL else None


def _ends_in_colon(scene: Scene, segment: Segment) -> bool:
    return scene.read.low[segment.end - 1 : segment.end] == ":"
