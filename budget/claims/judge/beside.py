"""What a sentence says beside a right figure of its line: that another line goes along, or that no other does."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from budget.claims.bind.context import moves
from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.amounts import held_against, line_amount
from budget.claims.judge.rule import judge
from budget.claims.judge.truth import true_figure, value_of
from budget.claims.model import Kind, Verdict, Why
from budget.claims.read.segments import Spot
from budget.model import Credit, Level
from budget.tree import inside, lines_of_level

__all__ = ["beside"]

_ONLY = frozenset({"enkel", "alleen", "uitsluitend", "louter"})
_LIKE = (["net", "als"], ["net", "zoals"], ["evenals"], ["alsook"], ["zoals", "ook"])
_SMALL = frozenset({"de", "het", "ise", "programma", "voor", "bij", "naar", "in"})
_CHANGES = frozenset({Kind.DELTA, Kind.PCT})
_SHOWN = 2
_BOUNDS = frozenset({"meer dan", "boven", "minstens", "ruim", "minder dan", "onder", "nog geen"})


def beside(scene: Scene, index: int, spot: Spot, draft: Draft) -> Draft:
    """A right figure as its whole sentence means it: wrong when it is said of a second line, or of this one only."""
    draft = _filled_in(scene, index, draft)
    if draft.verdict is not Verdict.TRUE or len(draft.subjects) != 1 or draft.ground.figure is None:
        return draft
    return _along(scene, index, spot, _alone(scene, index, draft))


def _filled_in(scene: Scene, index: int, draft: Draft) -> Draft:
    """A bare figure behind "stijgt amper:", which may be the change as well as the level it leads to."""
    before = scene.segments[index - 1] if index else None
    own = scene.segments[index]
    if before is None or before.spots or draft.claimed is None or len(draft.subjects) != 1:
        return draft
    signs = {sign for _, sign in moves(scene.read, before)}
    bare = not scene.read.low[own.start : own.spots[0].start].strip() if own.spots else False
    denied = not {"niet", "geen"}.isdisjoint(scene.read.keys(before.first, before.last))
    level = draft.verdict is Verdict.FALSE and draft.kind is Kind.LEVEL
    if not (level and bare and len(signs) == 1) or denied or scene.read.low[before.end - 1 : before.end] != ":":
        return draft
    at = scene.explanation.document.draft_round
    meant = (Kind.DELTA, signs.pop(), draft.credit if draft.credit_named else None, at)
    second = held_against(scene, draft.subjects, meant, draft.claimed)
    return second if second.verdict is Verdict.TRUE else draft


def _along(scene: Scene, index: int, spot: Spot, draft: Draft) -> Draft:
    """The figure is said of both: "loopbanen stijgt met 57,7 miljoen, net als competenties"."""
    ahead = scene.segments[index + 1] if index + 1 < len(scene.segments) else None
    if ahead is None or ahead.spots or draft.kind not in _CHANGES | {Kind.LEVEL}:
        return draft
    words = scene.read.keys(ahead.first, ahead.last)
    if not any(words[: len(one)] == one for one in _LIKE):
        return draft
    for group in scene.abouts[index + 1].groups:
        second = line_amount(scene, index, spot, group.lines)
        figure = second.ground.figure
        if second.verdict is not Verdict.TRUE and figure is not None and draft.ground.figure is not None:
            ground = replace(second.ground, parts=(draft.ground.figure, figure), figure=None, beside=())
            return replace(draft, verdict=Verdict.FALSE, ground=replace(ground, why=Why.DIFFERS))
    return draft


def _alone(scene: Scene, index: int, draft: Draft) -> Draft:
    """Wrong when other lines go the same way: "enkel de VDAB krijgt 4,2 miljoen extra"."""
    line = scene.explanation.lines.get(draft.subjects[0])
    figure = draft.ground.figure
    if line is None or figure is None or draft.kind not in _CHANGES or not _is_singled(scene, index):
        return draft
    explanation = scene.explanation
    value = value_of(figure) or 0
    level = line.level if line.level in {Level.ISE, Level.PROGRAMME} else Level.ISE
    credit = draft.credit or Credit.VAK
    others = [
        true_figure(explanation, one, draft.kind, credit, explanation.document.draft_round)
        for one in lines_of_level(explanation, level)
        if one.id != line.id and not inside(explanation, one, line) and not inside(explanation, line, one)
    ]
    same = [one for one in others if (value_of(one) or 0) * value > 0]
    if draft.claimed is not None and draft.claimed.hedge in _BOUNDS:  # "enkel JB stijgt met meer dan 100 procent"
        said = draft.claimed.number.value
        same = [one for one in same if judge(value_of(one) or 0, said, draft.claimed)[0] is Verdict.TRUE]
    if not same:
        return draft
    largest = sorted(same, key=lambda one: -abs(Fraction(value_of(one) or 0)))
    ground = replace(draft.ground, why=Why.DIFFERS, figure=None, parts=(figure, *largest[:_SHOWN]))
    return replace(draft, verdict=Verdict.FALSE, ground=ground)


def _is_singled(scene: Scene, index: int) -> bool:
    """Whether "enkel" or "alleen" stands right before the line of a segment."""
    groups = scene.abouts[index].groups
    if not groups:
        return False
    place = groups[0].first - 1
    while place >= scene.segments[index].first and scene.read.words[place].key in _SMALL:
        place -= 1
    return place >= scene.segments[index].first and scene.read.words[place].key in _ONLY
