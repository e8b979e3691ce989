"""Judges a line that is said to move more or less than the one told before it, without "dan": "stijgt nog meer"."""

from __future__ import annotations

from budget.answers import Figure
from budget.claims.bind.context import moves
from budget.claims.bind.credits import credit_of
from budget.claims.bind.rounds import round_of
from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.amounts import no_check
from budget.claims.judge.truth import true_figure, value_of
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.claims.read.language import OF_PACE
from budget.model import Credit, Line
from budget.queries import ReasonCode

__all__ = ["outdone"]

_MORE = frozenset({"meer", "minder"})
_LESS = frozenset({"minder", "trager"})
_STRENGTHENS = frozenset({"nog", "zelfs", "veel", "iets", "wel", "fors"})
_REACH = 4  # words from a verb to its comparative: "stijgt wel nog veel meer"


def outdone(scene: Scene, index: int, place: int, line: Line) -> Draft | None:
    """Judge "maar Y stijgt nog meer"; `place` is the word that says up or down. None when nothing is compared.

    In euro; a word of pace ("sterker") may mean percent as well, and is judged only where both say the same.
    """
    word = _comparative(scene, index, place)
    if word is None:
        return None
    rival, sign = _before(scene, index)
    own = _sign(scene, index, place)
    credit, foreign = credit_of(scene, index)
    at = round_of(scene, index, Kind.DELTA)
    if rival is None or foreign or isinstance(at, ReasonCode) or not sign or (own and own != sign):
        return no_check(at if isinstance(at, ReasonCode) else ReasonCode.NOT_UNDERSTOOD, (line.id,), None)
    used = credit or Credit.VAK
    holds: set[bool] = set()
    shown: tuple[Figure, ...] = ()
    for kind in (Kind.PCT, Kind.DELTA) if word in OF_PACE else (Kind.DELTA,):
        shown = tuple(true_figure(scene.explanation, one, kind, used, at) for one in (line, rival))
        mine, other = ((value_of(one) or 0) * sign for one in shown)
        if other <= 0:
            return no_check(ReasonCode.NOT_UNDERSTOOD, (line.id,), None)
        holds.add(mine > 0 and (mine < other if word in _LESS else mine > other))
    if len(holds) > 1:
        return no_check(ReasonCode.NOT_UNDERSTOOD, (line.id,), None)
    true = holds == {True}
    ground = Ground(Why.AGREES if true else Why.DIFFERS, None, shown)
    slides = tuple(dict.fromkeys((line.slide, rival.slide)))
    verdict = Verdict.TRUE if true else Verdict.FALSE
    return Draft(verdict, Kind.COMPARE, ground, (line.id, rival.id), used, slides=slides, credit_named=bool(credit))


def _comparative(scene: Scene, index: int, place: int) -> str | None:
    """The comparative that goes with the word of movement, or is that word itself: "maar competenties nog meer"."""
    segment = scene.segments[index]
    words = scene.read.keys(segment.first, segment.last)
    at = place - segment.first
    if "dan" in words:
        return None
    if words[at] in _MORE | OF_PACE:
        return words[at] if at and words[at - 1] in _STRENGTHENS and at == len(words) - 1 else None
    return next((word for word in words[at + 1 : at + 1 + _REACH] if word in _MORE | OF_PACE), None)


def _sign(scene: Scene, index: int, place: int) -> int:
    """The direction the segment says itself; 0 when only a comparative stands there."""
    if scene.read.words[place].key in _MORE | OF_PACE:
        return 0
    return next((sign for at, sign in moves(scene.read, scene.segments[index]) if at == place), 0)


def _before(scene: Scene, index: int) -> tuple[Line | None, int]:
    """The one line that was told to move before, and its direction; (None, 0) when that is not clear."""
    lines = scene.explanation.lines
    for at in range(index - 1, -1, -1):
        groups = scene.abouts[at].groups
        if not groups:
            continue
        signs = {sign for _, sign in moves(scene.read, scene.segments[at])}
        known = len(groups) == 1 and len(signs) == 1
        return (lines[groups[0].lines[0]], signs.pop()) if known else (None, 0)
    last = scene.last
    if index or last is None or not last.moved or last.strange or len(last.about.groups) != 1:
        return None, 0
    line = lines[last.about.groups[0].lines[0]]
    return line, 1 if line.amounts.vak_delta > 0 else -1
