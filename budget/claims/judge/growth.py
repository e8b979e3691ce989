"""Judges how many times as large a line becomes: "gaat maal 2,3", "groeit met een factor twee"."""

from __future__ import annotations

from fractions import Fraction

from budget.answers import Figure
from budget.claims.bind.credits import credit_of
from budget.claims.bind.rounds import round_of
from budget.claims.bind.scene import Draft, Scene, bound
from budget.claims.judge.amounts import no_check
from budget.claims.judge.rule import judge
from budget.claims.judge.truth import true_figure
from budget.claims.model import Claimed, Ground, Kind, Verdict, Why
from budget.figures import other
from budget.model import Credit, Line
from budget.numbers_nl.words import word_value
from budget.queries import ReadNumber, ReasonCode

__all__ = ["grown"]

_TIMES = frozenset({"maal", "keer", "factor"})
_COMPARED = frozenset({"dan", "als", "zo", "zoveel"})


def grown(scene: Scene) -> Draft | None:
    """Judge a growth said in times; None when none is, or when two lines are held against each other."""
    words = scene.read.words
    place, claimed = next(
        ((place, said) for place, word in enumerate(words) if word.key in _TIMES and (said := _said(scene, place))),
        (-1, None),
    )
    if claimed is None or not _COMPARED.isdisjoint(scene.read.keys(place, len(words))):
        return None
    index = max(0, scene.index_at(place))
    about = bound(scene, index)
    if about.strange or about.excluded or len(about.about.groups) != 1 or about.about.policies:
        return None
    line = scene.explanation.lines[about.about.groups[0].lines[0]]
    credit, foreign = credit_of(scene, index)
    at = round_of(scene, index, Kind.DELTA)
    if foreign or isinstance(at, ReasonCode):
        return no_check(at if isinstance(at, ReasonCode) else ReasonCode.OTHER_CREDIT, (line.id,), claimed)
    return _judged(scene, line, credit, claimed)


def _said(scene: Scene, place: int) -> Claimed | None:
    """The number right behind "maal"; one in front of it makes it a comparison: "drie keer zo groot"."""
    end = scene.read.words[place].end
    for span in scene.read.numbers:
        if span.start >= end and not scene.read.low[end : span.start].strip():
            return Claimed(span.number, span.hedge) if span.number.kind == "qty" else None
    behind = scene.read.words[place + 1 : place + 2]
    value = word_value(behind[0].key) if behind and not scene.read.low[end : behind[0].start].strip() else None
    if value is None or value < 2:  # noqa: PLR2004 - "een keer"
        return None
    return Claimed(ReadNumber("qty", value, 1, signed=False, text=behind[0].key))


def _judged(scene: Scene, line: Line, credit: Credit | None, claimed: Claimed) -> Draft:
    own = credit or Credit.VAK
    verdict, why = judge(_times(line, own), claimed.number.value, claimed)
    if verdict is not Verdict.TRUE and credit is None:
        second = judge(_times(line, other(own)), claimed.number.value, claimed)
        verdict, why = (Verdict.HALF, Why.OTHER_CREDIT) if second[0] is Verdict.TRUE else (verdict, why)
    document = scene.explanation.document
    rounds = (document.base_round, document.draft_round)
    figures = tuple(true_figure(scene.explanation, line, Kind.LEVEL, own, one) for one in rounds)
    truth = Figure(line.id, "ratio", own, None, None, _times(line, own))
    ground = Ground(why, truth, figures)
    named = credit is not None
    return Draft(verdict, Kind.RATIO, ground, (line.id,), own, None, claimed, slides=(line.slide,), credit_named=named)


def _times(line: Line, credit: Credit) -> Fraction:
    base = line.amounts.base(credit)
    return Fraction(line.amounts.draft(credit), base) if base else Fraction(0)
