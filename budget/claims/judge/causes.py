"""Judges why something is said to move: stated reasons of a line, their weight, and what the source says of them."""

from __future__ import annotations

from msgspec.structs import replace

from budget.causes import has_cause, sum_below
from budget.claims.bind.caused import DESPITE, SAVINGS, Cause
from budget.claims.bind.context import moves
from budget.claims.bind.credits import credit_of
from budget.claims.bind.rounds import round_of
from budget.claims.bind.scene import Draft, Scene
from budget.claims.bind.told import counted, without_own_years
from budget.claims.judge.amounts import no_check
from budget.claims.judge.drivers import stated
from budget.claims.judge.weights import MOSTLY, WHOLLY, adds, cause_draft, in_spite, unknown, weighed
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.claims.read.language import ACTORS, ADVERBS, CHANGE_NOUNS, PRONOUNS
from budget.claims.read.segments import Segment
from budget.claims.read.strange import strange
from budget.claims.read.subjects import About, about
from budget.model import Credit, Line, Nature, Reason
from budget.queries import ReasonCode

__all__ = ["reason"]

_BARE_CHANGE = CHANGE_NOUNS | ADVERBS | MOSTLY | frozenset("de die deze dat is komt ligt kwam te maar en".split())
_PARTS = frozenset({"half", "halve", "derde", "kwart", "tiende"})  # "half index, half nieuw beleid"
_DENIES = frozenset({"niet", "geen", "noch", "evenmin", "niets", "los", "nooit"})


def reason(scene: Scene, cause: Cause) -> Draft | None:
    """Judge a stated cause of the change of a line; None when it is no cause of a change at all."""
    named = counted(scene, cause, _about_cause(scene, cause))
    drivers = _drivers(scene, cause)
    if drivers:
        return _of_drivers(scene, cause, named, drivers)
    subject = _subject(scene, cause)
    moved = (
        bool(moves(scene.read, scene.whole))
        or _goes_on(scene)
        or _shares_verb(scene, subject)
        or any(word in {"evolutie", "wijziging", "verschil"} for word in scene.read.every)
    )
    meant = bool(named.natures or named.policies or named.reasons or _saves(scene, cause))
    if isinstance(subject, Line) and not moved and any(one.spots for one in scene.segments):
        return unknown(subject, ReasonCode.NO_REASON_GIVEN, ()) if _is_reason_of_level(scene, cause) else None
    if subject is None or not moved or (not meant and _only_actors(scene, cause)):
        return None
    if isinstance(subject, str):
        return no_check(ReasonCode.OTHER_SUBJECT, (), None, subject)
    credit, _ = credit_of(scene, 0)
    at = round_of(without_own_years(scene, cause, stated(scene.explanation, named)), 0, Kind.DELTA)
    if isinstance(at, ReasonCode):
        return no_check(at, (subject.id,), None)
    below = sum_below(scene.explanation, subject)
    known = [one for one in below.reasons if has_cause(scene.explanation, one)] if below is not None else []
    if credit is Credit.VEK or not known:
        return unknown(subject, ReasonCode.NO_REASON_GIVEN, below.reasons if below is not None else ())
    in_parts = not _PARTS.isdisjoint(scene.read.keys(cause.first, cause.end))
    if in_parts or not meant:
        code = ReasonCode.NOT_UNDERSTOOD if in_parts else ReasonCode.NOT_IN_DOCUMENT
        return unknown(subject, code, tuple(known))
    if moves_wrongly(scene, subject):
        return cause_draft(scene, subject, (Verdict.FALSE, Why.SIGN), tuple(known))
    if scene.read.words[cause.at].key in DESPITE:
        return in_spite(scene, subject, named)
    return _unless_denied(scene, cause, weighed(scene, cause, subject, named))


def _shares_verb(scene: Scene, subject: Line | str | None) -> bool:
    """Whether the verb of the statement before holds here too: "X stijgt door de index, en Y door nieuw beleid"."""
    last = scene.last
    if last is None or not last.moved or last.strange or not isinstance(subject, Line) or len(last.about.groups) != 1:
        return False
    before = scene.explanation.lines[last.about.groups[0].lines[0]]
    alike = before.amounts.vak_delta * subject.amounts.vak_delta > 0
    return alike and scene.read.keys(0, 1) in (["en"], ["maar"])


def _goes_on(scene: Scene) -> bool:
    """Whether a sentence explains the change of the sentence before: "Dat is vooral een gevolg van de index."."""
    return (
        scene.last is not None
        and scene.last.moved
        and not scene.groups
        and not PRONOUNS.isdisjoint(scene.read.keys(0, 3))
    )


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
    reasons = _of_amount(scene, reasons) or reasons
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


def _of_amount(scene: Scene, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The one reason that the figure of the sentence is the amount of; () when that is not clear."""
    spots = [spot for one in scene.segments for spot in one.spots]
    if len(reasons) == 1 or len(spots) != 1 or spots[0].span.number.kind != "eur":
        return ()
    value = abs(spots[0].span.number.value)
    found = [one for one in reasons if one.amount is not None and abs(one.amount.eur) == value]
    return tuple(found) if len(found) == 1 else ()


def _is_reason_of_level(scene: Scene, cause: Cause) -> bool:
    """Whether a level is said to have a cause ("krijgt 16,1 miljoen omdat ..."): the document explains changes only."""
    word = scene.read.words[cause.at].key
    return word in {"omdat", "doordat", "wegens", "vanwege", "dankzij"} and not cause.leads


def _unless_denied(scene: Scene, cause: Cause, draft: Draft) -> Draft:
    """A cause that is denied: "komt niet door de index" is wrong when it does, "niet alleen" when it is all of it."""
    if adds(scene, cause):
        return draft
    near = scene.read.keys(max(0, cause.at - 3), cause.first + 2)
    if cause.leads:
        segment = scene.segment_at(cause.at)
        near = scene.read.keys(cause.end, segment.last if segment is not None else cause.at + 1)
        near = scene.read.keys(cause.first, cause.first + 1) + near
    denied = next((place for place, word in enumerate(near) if word in _DENIES), -1)
    if denied < 0:
        return draft
    alone = not WHOLLY.isdisjoint(near[denied + 1 :])
    partly = alone or not MOSTLY.isdisjoint(near[denied + 1 :])
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
    if _policy_beside(scene, cause):
        return _own_line(scene, cause)
    odd = strange(read, Segment(0, len(read.text), 0, cause.at, ()))
    if odd:
        return odd
    last = scene.last
    if last is not None and last.about.groups and not last.strange:
        return lines[last.about.groups[0].lines[0]]
    return None


def _own_line(scene: Scene, cause: Cause) -> Line | None:
    """The one line all reasons of the cause explain, where nothing else tells: "de daling komt door X"."""
    lines = {one.line for one in stated(scene.explanation, _about_cause(scene, cause))}
    opens = not cause.leads and _BARE_CHANGE.issuperset(scene.read.keys(0, cause.at))
    is_free = scene.last is None or not (scene.last.strange or scene.last.about.groups)
    if len(lines) != 1 or not opens or not is_free or any(one.spots for one in scene.segments):
        return None
    return scene.explanation.lines[lines.pop()]


def _policy_beside(scene: Scene, cause: Cause) -> bool:
    """Whether a policy is named, and not only as the cause of what the sentence before told."""
    named = [hit.first for hit in scene.read.hits if hit.has("policy") and not hit.has("line")]
    inside = [place for place in named if cause.first <= place < cause.end]
    return bool(named) and not (len(inside) == len(named) and _goes_on(scene))


def _only_actors(scene: Scene, cause: Cause) -> bool:
    words = scene.read.keys(cause.first, cause.end)
    groups = {place for group in scene.groups for place in range(group.first, group.end)}
    left = [word for place, word in enumerate(words, cause.first) if place not in groups]
    return all(word in ACTORS or word in ADVERBS or len(word) <= 3 for word in left)  # noqa: PLR2004 - "de", "het"


def _saves(scene: Scene, cause: Cause) -> bool:
    return not SAVINGS.isdisjoint(scene.read.keys(cause.first, cause.end))
