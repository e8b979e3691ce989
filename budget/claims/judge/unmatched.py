"""Judges "geen enkel programma stijgt sterker dan JD": that no line of a level goes beyond one that is named."""

from __future__ import annotations

from budget.claims.bind.context import moves
from budget.claims.bind.credits import credit_of
from budget.claims.bind.rounds import round_of
from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.amounts import no_check
from budget.claims.judge.truth import true_figure, value_of
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.claims.read.language import RELATIVE, SMALLER
from budget.claims.read.strange import strange
from budget.model import Credit, Level
from budget.queries import ReasonCode
from budget.tree import lines_of_level

__all__ = ["none_beyond"]

_MORE = frozenset({"meer", "groter", "hoger", "sterker", "sneller", "harder"})


def none_beyond(scene: Scene) -> Draft | None:
    """Judge that nothing of a level is beyond one line; None when no such thing is said."""
    words = scene.read.every
    units = [hit for hit in scene.read.hits if "unit_level" in hit.kinds]
    groups = scene.groups
    more, less = not _MORE.isdisjoint(words), not SMALLER.isdisjoint(words)
    if "geen" not in words or "dan" not in words or not units or len(groups) != 1 or more == less:
        return None
    line = scene.explanation.lines[groups[0].lines[0]]
    level = Level.PROGRAMME if units[0].has("unit_level", "programme") else Level.ISE
    if not words.index("geen") < units[0].first < words.index("dan") < groups[0].first or line.level is not level:
        return None
    signs = {sign for place, sign in moves(scene.read, scene.whole) if words[place] not in _MORE | SMALLER}
    kind = Kind.LEVEL if not signs else Kind.PCT if not RELATIVE.isdisjoint(words) else Kind.DELTA
    credit, foreign = credit_of(scene, 0)
    at = round_of(scene, 0, kind)
    if foreign or isinstance(at, ReasonCode) or len(signs) > 1 or any(strange(scene.read, s) for s in scene.segments):
        return no_check(at if isinstance(at, ReasonCode) else ReasonCode.NOT_UNDERSTOOD, (line.id,), None)
    sign = next(iter(signs), 1)
    rivals = lines_of_level(scene.explanation, level, None)
    figures = {one.id: true_figure(scene.explanation, one, kind, credit or Credit.VAK, at) for one in rivals}
    sizes = {one: (value_of(figure) or 0) * sign for one, figure in figures.items()}
    mine = sizes[line.id]
    beyond = [one for one, size in sizes.items() if (size > mine if more else size < mine) and (not signs or size > 0)]
    holds = not beyond and (not signs or mine > 0)
    shown = (figures[line.id], *(figures[one] for one in beyond[:2]))
    return Draft(
        Verdict.TRUE if holds else Verdict.FALSE,
        Kind.COMPARE,
        Ground(Why.AGREES if holds else Why.DIFFERS, None, shown),
        (line.id,),
        credit or Credit.VAK,
        at if kind is Kind.LEVEL else None,
        slides=(line.slide,),
        credit_named=credit is not None,
    )
