"""Judges how much a cause weighs: whether it is a stated reason of the line, all of it, most of it, or against it."""

from __future__ import annotations

from itertools import pairwise

from budget.causes import as_counted, sum_below
from budget.claims.bind.caused import Cause, of_all
from budget.claims.bind.scene import Draft, Scene
from budget.claims.bind.told import beyond
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.claims.read.subjects import About
from budget.figures import driver_figures
from budget.model import Credit, Line, Nature, Reason
from budget.queries import ReasonCode

__all__ = ["MOSTLY", "WHOLLY", "adds", "cause_draft", "in_spite", "unknown", "weighed"]

MOSTLY = frozenset("vooral hoofdzakelijk grotendeels voornamelijk merendeels meestal hoofdreden belangrijkste".split())
WHOLLY = frozenset("volledig uitsluitend enkel alleen geheel helemaal integraal louter puur".split())


def unknown(line: Line, code: ReasonCode, reasons: tuple[Reason, ...]) -> Draft:
    """A cause the document does not decide, with the stated reasons of the line."""
    slides = (line.slide, *dict.fromkeys(one.slide for one in reasons))
    ground = Ground(Why.NOTHING, reasons=reasons)
    return Draft(Verdict.UNCHECKABLE, Kind.REASON, ground, (line.id,), code=code, slides=slides)


def weighed(scene: Scene, cause: Cause, line: Line, named: About) -> Draft:
    """Hold the named causes against the stated reasons of a line: are they among them, and how much do they weigh."""
    explanation = scene.explanation
    stated = sum_below(explanation, line)
    reasons = stated.reasons if stated is not None else ()
    fits = _fitting(scene, reasons, named)
    if not fits:
        return cause_draft(scene, line, (Verdict.FALSE, Why.DIFFERS), reasons)
    if beyond(scene, cause, fits):
        return unknown(line, ReasonCode.NOT_IN_DOCUMENT, fits)
    delta = line.amounts.vak_delta
    amounts = [one.amount.eur for one in fits if one.amount is not None]
    words = _weighing(scene, cause)
    total = sum(amounts)
    why = Why.AGREES
    if not amounts:
        holds = True
    elif words & WHOLLY and not words & {"bijna", "nagenoeg", "vrijwel", "haast"}:
        holds = {one.id for one in fits} >= {one.id for one in reasons}
        why = Why.AGREES if holds else Why.ONLY_REASON
    elif words & (MOSTLY | WHOLLY):
        holds = total * delta > 0 and abs(total) * 2 > abs(delta)
    else:
        holds = total * delta > 0
    verdict = Verdict.TRUE if holds else Verdict.FALSE
    return cause_draft(scene, line, (verdict, why if holds or why is Why.ONLY_REASON else Why.PART), fits)


def _weighing(scene: Scene, cause: Cause) -> set[str]:
    """The words that can say how much a cause weighs: not those of an interjection before it."""
    places = range(min(cause.at, cause.first), max(cause.at + 1, cause.end))
    near = [one for one in scene.segments if any(one.first <= place < one.last for place in places)]
    words = of_all(scene, cause).union(*(scene.read.keys(one.first, one.last) for one in near))
    return words - WHOLLY if adds(scene, cause) else words


def adds(scene: Scene, cause: Cause) -> bool:
    """Whether two causes are claimed: "niet alleen door X, maar ook door Y"."""
    return ["maar", "ook"] in [list(pair) for pair in pairwise(scene.read.keys(cause.first, cause.end))]


def in_spite(scene: Scene, line: Line, named: About) -> Draft:
    """Judge "stijgt ondanks SINE": right when what is named works against the change, wrong when it is part of it."""
    stated = sum_below(scene.explanation, line)
    reasons = stated.reasons if stated is not None else ()
    fits = _fitting(scene, reasons, named)
    total = sum(one.amount.eur for one in fits if one.amount is not None)
    if not total:
        return unknown(line, ReasonCode.NOT_IN_DOCUMENT, reasons)
    against = total * line.amounts.vak_delta < 0
    judged = (Verdict.TRUE, Why.AGREES) if against else (Verdict.FALSE, Why.DIFFERS)
    return cause_draft(scene, line, judged, fits)


def _fitting(scene: Scene, reasons: tuple[Reason, ...], named: About) -> tuple[Reason, ...]:
    """The stated reasons that the sentence names."""
    found: dict[str, Reason] = {}
    for name in named.natures:
        nature = Nature(name)
        for one in as_counted(scene.explanation, reasons, nature):
            if one.nature is nature and (not named.policies or one.policy in named.policies):
                found[one.id] = one
    if not named.natures:
        for one in reasons:
            parts = scene.explanation.reason_parts.get(one.id, ())
            if one.policy in named.policies or one.id in named.reasons:
                found[one.id] = one
            found.update({part.id: part for part in parts if part.id in named.reasons})
    return tuple(found.values())


def cause_draft(scene: Scene, line: Line, judged: tuple[Verdict, Why], reasons: tuple[Reason, ...]) -> Draft:
    """A verdict on the cause of a line's change, with the stated reasons it rests on."""
    figures = tuple(driver_figures(scene.explanation, reasons))
    slides = (line.slide, *dict.fromkeys(one.slide for one in reasons))
    ground = Ground(judged[1], None, figures, reasons=reasons)
    return Draft(judged[0], Kind.REASON, ground, (line.id,), Credit.VAK, None, slides=slides)
