"""Judges what is said of a stated reason itself: the label the source gives it, and how firm its change is."""

from __future__ import annotations

import re

from budget.causes import reason_sum
from budget.claims.bind.context import moves
from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.drivers import LABELS, bearing
from budget.claims.judge.weights import cause_draft
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.claims.read.language import WORKED
from budget.claims.read.subjects import About
from budget.model import Credit, Nature, Reason

__all__ = ["firmness", "named_nature"]

_ONLY = frozenset({"alleen", "enkel", "uitsluitend", "slechts"})
_WORD = re.compile(r"[^\W\d_]+")


def named_nature(scene: Scene, index: int, named: About) -> Draft | None:
    """Judge "de jobbonus+ is nieuw beleid": the label the source gives a reason; None for anything else."""
    own = scene.abouts[index]
    segment = scene.segments[index]
    if not own.natures or not (named.policies or named.reasons) or moves(scene.read, segment):
        return None
    words = scene.read.keys(segment.first, segment.last)
    natures = [hit.first for hit in scene.read.hits if "nature" in hit.kinds and "reason" not in hit.kinds]
    if segment.spots and not ("is" in words and any(place > segment.first + words.index("is") for place in natures)):
        return None
    if LABELS.isdisjoint(words):
        return None
    reasons = [scene.explanation.reasons[one] for one in named.reasons]
    reasons = reasons or [one for name in named.policies for one in scene.explanation.policy_reasons.get(name, ())]
    if not reasons:
        return None
    denied = not {"geen", "niet", "evenmin"}.isdisjoint(words)
    nature = Nature(own.natures[0])
    right = all(one.nature is nature for one in reasons)
    rivals = _beside(scene, index, nature, {one.id for one in reasons})
    holds = (right and not rivals) != denied
    if holds and segment.spots:
        return None  # the figure is what is claimed, and its label goes with it
    verdict = Verdict.TRUE if holds else Verdict.FALSE
    reasons = [*reasons, *rivals]
    ground = Ground(Why.AGREES if holds else Why.DIFFERS, reasons=tuple(reasons))
    slides = tuple(dict.fromkeys(one.slide for one in reasons))
    line = scene.explanation.total.id if rivals else reasons[0].line
    return Draft(verdict, Kind.REASON, ground, (line,), Credit.VAK, slides=slides)


def _beside(scene: Scene, index: int, nature: Nature, told: set[str]) -> list[Reason]:
    """The other reasons of a nature, when what is named is said to be the only one: "alleen de jobbonus is ..."."""
    segment = scene.segments[index]
    words = scene.read.keys(segment.first, segment.last)
    named = next((hit.first for hit in scene.read.hits if hit.has("policy") or hit.has("reason")), segment.first)
    before = scene.read.keys(segment.first, max(segment.first, named))
    if "enige" not in words and _ONLY.isdisjoint(before):
        return []
    return [one for one in bearing(scene.explanation, scene.explanation.total, nature) if one.id not in told]


def firmness(scene: Scene) -> Draft | None:
    """Judge what is said of how firm a change is, against the words of its stated cause: "de daling is tijdelijk"."""
    groups = scene.groups
    policies = {policy for one in scene.abouts for policy in one.policies}
    words = set(scene.read.every)
    pool = [one for one in scene.explanation.reasons.values() if one.cause]
    for one in pool:
        told = set(_WORD.findall(one.cause.lower()))
        if not (any(one.line in group.lines for group in groups) or one.policy in policies):
            continue
        for word, opposites in WORKED.items():
            if word in told and words & {word, f"{word}e"}:
                return _held(scene, one, words, told)
            if word in told and not words.isdisjoint(opposites):
                return _firm(scene, one, Verdict.FALSE)
        if one.policy in policies and one.amount is None and "vastgelegd" in told & words:
            return _held(scene, one, words, told)
    return None


def _held(scene: Scene, one: Reason, words: set[str], told: set[str]) -> Draft:
    """True when the years and the words of the sentence are those of the cause."""
    years = {str(span.number.value) for span in scene.read.numbers if span.looks_like == "year"}
    known = years <= set(re.findall(r"\d{4}", one.cause))
    denied = "niet" in words or "geen" in words
    held = known and not denied and _in_place(scene, one)
    return (
        _firm(scene, one, Verdict.TRUE if held else Verdict.FALSE) if told else _firm(scene, one, Verdict.UNCHECKABLE)
    )


def _in_place(scene: Scene, one: Reason) -> bool:
    """Whether what was committed is said of the same year as in the cause."""
    said = [span for span in scene.read.numbers if span.looks_like == "year"]
    done = re.search(r"in (\d{4}) vastgelegd", one.cause)
    words = scene.read.every
    if done is None or "vastgelegd" not in words or not said:
        return True
    return any(span.number.value == int(done[1]) for span in said)


def _firm(scene: Scene, one: Reason, verdict: Verdict) -> Draft:
    line = scene.explanation.lines[one.line]
    why = Why.AGREES if verdict is Verdict.TRUE else Why.DIFFERS
    summed = reason_sum(scene.explanation, one.line)
    reasons = summed.reasons if summed is not None else (one,)
    return cause_draft(scene, line, (verdict, why), reasons)
