"""Judges why something is said to move: stated reasons of a line, their weight, and what the source says of them."""

from __future__ import annotations

import re
from dataclasses import replace

from budget.causes import as_counted, has_cause, reason_sum, sum_below
from budget.claims.amounts import no_check
from budget.claims.caused import SAVINGS, Cause
from budget.claims.context import moves
from budget.claims.credits import credit_of
from budget.claims.language import ACTORS, ADVERBS, WORKED
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.claims.rounds import round_of
from budget.claims.scene import Draft, Scene
from budget.claims.segments import Segment
from budget.claims.strange import strange
from budget.claims.subjects import About, about
from budget.figures import driver_figures
from budget.model import Credit, Line, Nature, Reason
from budget.queries import ReasonCode

__all__ = ["firmness", "named_nature", "reason"]

_MOSTLY = frozenset("vooral hoofdzakelijk grotendeels voornamelijk merendeels meestal hoofdreden belangrijkste".split())
_WHOLLY = frozenset("volledig uitsluitend enkel alleen geheel helemaal integraal louter puur".split())
_LABELS = frozenset({"is", "zijn", "was", "valt", "vallen", "heet", "telt"})
_STEM = 6
_WORD = re.compile(r"[^\W\d_]+")


def reason(scene: Scene, cause: Cause) -> Draft | None:
    """Judge a stated cause of the change of a line; None when it is no cause of a change at all."""
    named = _about_cause(scene, cause)
    drivers = _drivers(scene, cause)
    if drivers:
        return _of_drivers(scene, cause, named, drivers)
    subject = _subject(scene, cause)
    moved = bool(moves(scene.read, scene.whole)) or any(
        word in {"evolutie", "wijziging", "verschil"} for word in scene.read.keys(0, len(scene.read.words))
    )
    meant = bool(named.natures or named.policies or named.reasons or _saves(scene, cause))
    if isinstance(subject, Line) and not moved and any(one.spots for one in scene.segments):
        return _unknown(subject, ReasonCode.NO_REASON_GIVEN, ()) if _is_reason_of_level(scene, cause) else None
    if subject is None or not moved or (not meant and _only_actors(scene, cause)):
        return None
    if isinstance(subject, str):
        return no_check(ReasonCode.OTHER_SUBJECT, (), None, subject)
    credit, _ = credit_of(scene, 0)
    at = round_of(scene, 0, Kind.DELTA)
    if isinstance(at, ReasonCode):
        return no_check(at, (subject.id,), None)
    stated = sum_below(scene.explanation, subject)
    known = [one for one in stated.reasons if has_cause(scene.explanation, one)] if stated is not None else []
    if credit is Credit.VEK or not known:
        return _unknown(subject, ReasonCode.NO_REASON_GIVEN, stated.reasons if stated is not None else ())
    if not meant:
        return _unknown(subject, ReasonCode.NOT_IN_DOCUMENT, tuple(known))
    if moves_wrongly(scene, subject):
        return _draft(scene, subject, (Verdict.FALSE, Why.SIGN), tuple(known))
    return _unless_denied(scene, cause, _weighed(scene, subject, named))


def _drivers(scene: Scene, cause: Cause) -> tuple[Reason, ...]:
    """The stated reasons that are themselves given a cause ("SINE daalt door ..."); () when a line is explained."""
    outside = [hit for hit in scene.read.hits if not cause.first <= hit.first < cause.end]
    if cause.leads or any(hit.has("line") for hit in outside) or not moves(scene.read, scene.whole):
        return ()
    named = [scene.explanation.reasons[one] for hit in outside for one in hit.kinds.get("reason", ())]
    policies = [one for hit in outside for one in hit.kinds.get("policy", ()) if one in scene.explanation.policies]
    return tuple(named or [one for name in policies for one in scene.explanation.policy_reasons.get(name, ())])


def _of_drivers(scene: Scene, cause: Cause, named: About, reasons: tuple[Reason, ...]) -> Draft | None:
    """Judge the cause of a driver: its own nature, of more the document does not tell; None beside a right figure.

    There the figure is what is claimed, and its reason only goes with it.
    """
    lines = tuple(dict.fromkeys(one.line for one in reasons))
    slides = tuple(dict.fromkeys(one.slide for one in reasons))
    if not named.natures or len(reasons) > 1 or reasons[0].nature is Nature.UNSTATED:
        ground = Ground(Why.NOTHING, reasons=reasons)
        code = ReasonCode.NO_REASON_GIVEN
        return Draft(Verdict.UNCHECKABLE, Kind.REASON, ground, lines, code=code, slides=slides)
    holds = reasons[0].nature in {Nature(one) for one in named.natures}
    ground = Ground(Why.AGREES if holds else Why.DIFFERS, reasons=reasons)
    if holds and any(one.spots for one in scene.segments):
        return None
    verdict = Verdict.TRUE if holds else Verdict.FALSE
    return _unless_denied(scene, cause, Draft(verdict, Kind.REASON, ground, lines, Credit.VAK, slides=slides))


def _is_reason_of_level(scene: Scene, cause: Cause) -> bool:
    """Whether a level is said to have a cause ("krijgt 16,1 miljoen omdat ..."): the document explains changes only."""
    word = scene.read.words[cause.at].key
    return word in {"omdat", "doordat", "wegens", "vanwege", "dankzij"} and not cause.leads


def _unless_denied(scene: Scene, cause: Cause, draft: Draft) -> Draft:
    """A cause that is denied: "komt niet door de index" is wrong when it does, "niet alleen" when it is all of it."""
    near = scene.read.keys(max(0, cause.at - 3), cause.first + 2)
    denied = next((place for place, word in enumerate(near) if word in {"niet", "geen", "noch", "evenmin"}), -1)
    if denied < 0:
        return draft
    alone = not _WHOLLY.isdisjoint(near[denied + 1 :])
    partly = alone or not _MOSTLY.isdisjoint(near[denied + 1 :])
    if draft.verdict is Verdict.TRUE:
        return replace(draft, verdict=Verdict.FALSE, ground=replace(draft.ground, why=Why.DENIED))
    if (
        draft.verdict is Verdict.FALSE
        and draft.ground.why is not Why.SIGN
        and (partly or draft.ground.why is Why.DIFFERS)
    ):
        return replace(draft, verdict=Verdict.TRUE, ground=replace(draft.ground, why=Why.AGREES))
    return draft


def moves_wrongly(scene: Scene, line: Line) -> bool:
    """Whether the sentence says that a line rises while it falls, or the other way."""
    found = moves(scene.read, scene.whole)
    delta = line.amounts.vak_delta
    return bool(found) and delta * found[0][1] < 0 and len({sign for _, sign in found}) == 1


def _unknown(line: Line, code: ReasonCode, reasons: tuple[Reason, ...]) -> Draft:
    slides = (line.slide, *dict.fromkeys(one.slide for one in reasons))
    ground = Ground(Why.NOTHING, reasons=reasons)
    return Draft(Verdict.UNCHECKABLE, Kind.REASON, ground, (line.id,), code=code, slides=slides)


def _about_cause(scene: Scene, cause: Cause) -> About:
    segment = Segment(0, 0, cause.first, cause.end, ())
    return about(scene.read, segment, scene.explanation)


def _subject(scene: Scene, cause: Cause) -> Line | str | None:
    """The line whose change is explained; the odd word when it is something else, None when nothing is named."""
    read, lines = scene.read, scene.explanation.lines
    named = scene.groups
    outside = [group for group in named if not cause.first <= group.first < cause.end]
    beside = [group for group in outside if (group.first > cause.at) == cause.leads] or outside
    if beside:
        first, end = (cause.end, len(read.words)) if cause.leads else (0, cause.at)
        odd = strange(read, Segment(0, len(read.text), first, end, ()))
        return odd or lines[beside[0].lines[0]]
    inside_cause = [group for group in named if cause.first <= group.first < cause.end]
    if inside_cause and _about_cause(scene, cause).natures:
        return lines[inside_cause[0].lines[0]]
    policies = [policy for one in scene.abouts for policy in one.policies]
    if policies:
        return None
    odd = strange(read, Segment(0, len(read.text), 0, cause.at, ()))
    if odd:
        return odd
    last = scene.last
    if last is not None and last.about.groups and not last.strange:
        return lines[last.about.groups[0].lines[0]]
    return None


def _only_actors(scene: Scene, cause: Cause) -> bool:
    words = scene.read.keys(cause.first, cause.end)
    groups = {place for group in scene.groups for place in range(group.first, group.end)}
    left = [word for place, word in enumerate(words, cause.first) if place not in groups]
    return all(word in ACTORS or word in ADVERBS or len(word) <= 3 for word in left)  # noqa: PLR2004 - "de", "het"


def _saves(scene: Scene, cause: Cause) -> bool:
    return not SAVINGS.isdisjoint(scene.read.keys(cause.first, cause.end))


def _weighed(scene: Scene, line: Line, named: About) -> Draft:
    """Hold the named causes against the stated reasons of a line: are they among them, and how much do they weigh."""
    explanation = scene.explanation
    stated = sum_below(explanation, line)
    reasons = stated.reasons if stated is not None else ()
    fits = _fitting(scene, reasons, named)
    if not fits:
        return _draft(scene, line, (Verdict.FALSE, Why.DIFFERS), reasons)
    delta = line.amounts.vak_delta
    amounts = [one.amount.eur for one in fits if one.amount is not None]
    words = set(scene.read.keys(0, len(scene.read.words)))
    total = sum(amounts)
    why = Why.AGREES
    if not amounts:
        holds = True
    elif words & _WHOLLY and not words & {"bijna", "nagenoeg", "vrijwel", "haast"}:
        holds = {one.id for one in fits} >= {one.id for one in reasons}
        why = Why.AGREES if holds else Why.ONLY_REASON
    elif words & (_MOSTLY | _WHOLLY):
        holds = total * delta > 0 and abs(total) * 2 > abs(delta)
    else:
        holds = total * delta > 0
    verdict = Verdict.TRUE if holds else Verdict.FALSE
    return _draft(scene, line, (verdict, why if holds or why is Why.ONLY_REASON else Why.PART), fits)


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


def _draft(scene: Scene, line: Line, judged: tuple[Verdict, Why], reasons: tuple[Reason, ...]) -> Draft:
    delta = scene.explanation.lines[line.id].amounts.vak_delta
    figures = tuple(driver_figures(scene.explanation, reasons))
    slides = (line.slide, *dict.fromkeys(one.slide for one in reasons))
    ground = Ground(judged[1], None, figures, reasons=reasons, heard=str(delta))
    return Draft(judged[0], Kind.REASON, ground, (line.id,), Credit.VAK, None, slides=slides)


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
    if _LABELS.isdisjoint(words):
        return None
    reasons = [scene.explanation.reasons[one] for one in named.reasons]
    reasons = reasons or [one for name in named.policies for one in scene.explanation.policy_reasons.get(name, ())]
    if not reasons:
        return None
    denied = not {"geen", "niet", "evenmin"}.isdisjoint(words)
    holds = all(one.nature is Nature(own.natures[0]) for one in reasons) != denied
    if holds and segment.spots:
        return None  # the figure is what is claimed, and its label goes with it
    verdict = Verdict.TRUE if holds else Verdict.FALSE
    ground = Ground(Why.AGREES if holds else Why.DIFFERS, reasons=tuple(reasons))
    slides = tuple(dict.fromkeys(one.slide for one in reasons))
    return Draft(verdict, Kind.REASON, ground, (reasons[0].line,), Credit.VAK, slides=slides)


def firmness(scene: Scene) -> Draft | None:
    """Judge what is said of how firm a change is, against the words of its stated cause: "de daling is tijdelijk"."""
    groups = scene.groups
    policies = {policy for one in scene.abouts for policy in one.policies}
    words = set(scene.read.keys(0, len(scene.read.words)))
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
    words = scene.read.keys(0, len(scene.read.words))
    if done is None or "vastgelegd" not in words or not said:
        return True
    return any(span.number.value == int(done[1]) for span in said)


def _firm(scene: Scene, one: Reason, verdict: Verdict) -> Draft:
    line = scene.explanation.lines[one.line]
    why = Why.AGREES if verdict is Verdict.TRUE else Why.DIFFERS
    summed = reason_sum(scene.explanation, one.line)
    reasons = summed.reasons if summed is not None else (one,)
    return _draft(scene, line, (verdict, why), reasons)
