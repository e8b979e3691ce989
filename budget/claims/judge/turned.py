"""What the words around a judged figure turn it into: denied, supposed, or of a period the document does not count."""

from __future__ import annotations

import itertools
import re

from msgspec.structs import replace

from budget.claims.bind.context import moves
from budget.claims.bind.credits import names_both
from budget.claims.bind.scene import Draft, Scene
from budget.claims.bind.supposed import of_other_period, supposed
from budget.claims.judge.amounts import no_check
from budget.claims.judge.truth import true_figure
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.model import Credit
from budget.queries import ReasonCode

__all__ = ["only_supposed", "turned"]

_DENIES = frozenset(
    {"niet", "geen", "nooit", "allerminst", "geenszins", "allesbehalve", "noch", "evenmin", "niets", "niks"}
)
_NO_DENIAL = frozenset({"alleen", "enkel", "minder", "meer", "langer", "toevallig", "onaardig", "slecht", "weinig"})
_PERIOD = re.compile(r"\b(20\d\d)\s?[-/–]\s?(20\d\d)\b")
_BEFORE = frozenset({"regering", "legislatuur", "minister", "coalitie", "bestuur"})
_REPEATS = frozenset({"jaarlijks", "jaarlijkse", "maandelijks", "wekelijks", "dagelijks", "telkens", "elk", "elke"})
_ELSEWHERE = frozenset({"vlaamse", "vlaams", "federale", "belgische", "europese", "nationale", "waalse", "brusselse"})
_WHOLES = frozenset(
    {"budget", "begroting", "begrotingen", "uitgaven", "middelen", "bbp", "totaal", "overheidsbudget", "totaalbudget"}
)
_MOVING = frozenset({Kind.DIRECTION, Kind.RATIO, Kind.COMPARE, Kind.RANK})


def turned(scene: Scene, index: int, draft: Draft) -> Draft:
    """A judged figure as its sentence means it; the same when no word around it changes what is claimed.

    What is denied is false when the document has it so, and cannot be decided when it has not.
    """
    if draft.verdict is Verdict.UNCHECKABLE or draft.kind is Kind.ARITHMETIC:
        return draft
    segment = scene.segments[index]
    own = scene.read.keys(segment.first, segment.last)
    if supposed(scene, index):
        return _undecided(draft, ReasonCode.NOT_UNDERSTOOD, Why.SUPPOSED)
    if of_other_period(scene, index):
        return _undecided(draft, ReasonCode.OTHER_YEAR)
    if "vorige" in own and not _BEFORE.isdisjoint(own):
        return _undecided(draft, ReasonCode.OTHER_YEAR)
    if draft.kind is Kind.DRIVER and _of_another_period(scene, draft):
        return _undecided(draft, ReasonCode.OTHER_YEAR)
    if draft.kind is Kind.LEVEL and draft.verdict is not Verdict.FALSE:
        draft = _way_to(scene, index, draft, own)
    if draft.kind in {Kind.DELTA, Kind.PCT} and _repeats(scene, index, own):
        return _undecided(draft, ReasonCode.OTHER_YEAR)
    if draft.kind is Kind.SHARE and _of_elsewhere(own):
        return _undecided(draft, ReasonCode.OTHER_SCOPE)
    denied = _denied(own)
    if denied < 0 or draft.kind is Kind.RANK:
        return draft
    if draft.verdict is Verdict.FALSE or "dat" in own[denied:]:  # "het is niet overdreven dat": is it denied or not?
        return _undecided(draft, ReasonCode.NOT_UNDERSTOOD)
    ground = draft.ground
    return replace(draft, verdict=Verdict.FALSE, ground=replace(ground, why=Why.DENIED))


def _of_another_period(scene: Scene, draft: Draft) -> bool:
    """Whether a programme period is named that is not the one of the reasons: ESF 2021-2027 beside ESF 2014-2020."""
    period = _PERIOD.search(scene.read.low)
    if period is None:
        return False
    years = "-".join(period.groups())
    return not any(years in f"{one.name} {one.cause}" for one in draft.ground.reasons)


def _repeats(scene: Scene, index: int, own: list[str]) -> bool:
    """Whether a change is said to come again and again; "elk" of two credits says no such thing."""
    return not (_REPEATS - {"elk"} if names_both(scene, index) else _REPEATS).isdisjoint(own)


def _way_to(scene: Scene, index: int, draft: Draft, own: list[str]) -> Draft:
    """A level that is right but was not reached the way that is said: "zakt tot 1,7 miljard" of a line that rises."""
    signs = {sign for _, sign in moves(scene.read, scene.segments[index])}
    line = scene.explanation.lines.get(draft.subjects[0]) if len(draft.subjects) == 1 else None
    if line is None or len(signs) != 1 or not {"naar", "tot", "van", "op"} & set(own):
        return draft
    figure = true_figure(
        scene.explanation, line, Kind.DELTA, draft.credit or Credit.VAK, scene.explanation.document.draft_round
    )
    if (figure.value_eur or 0) * signs.pop() >= 0:
        return draft
    return replace(draft, verdict=Verdict.FALSE, ground=replace(draft.ground, why=Why.SIGN, figure=figure))


def only_supposed(scene: Scene, draft: Draft) -> Draft:
    """A relation as its sentence means it: not decided when somebody only wishes it, or says it of several years."""
    if draft.verdict is Verdict.UNCHECKABLE:
        return draft
    if supposed(scene):
        return _undecided(draft, ReasonCode.NOT_UNDERSTOOD, Why.SUPPOSED)
    if draft.kind in _MOVING and of_other_period(scene, 0):
        return _undecided(draft, ReasonCode.OTHER_YEAR)
    return draft


def _undecided(draft: Draft, code: ReasonCode, why: Why = Why.NOTHING) -> Draft:
    found = no_check(code, draft.subjects, draft.claimed)
    return replace(found, ground=Ground(why, draft.ground.figure), slides=draft.slides)


def _denied(own: list[str]) -> int:
    """The place of the word that denies what a segment says; -1 without one."""
    for place, word in enumerate(own):
        behind = own[place + 1] if place + 1 < len(own) else ""
        before = own[place - 1] if place else ""
        if word in _DENIES and behind not in _NO_DENIAL and before not in {"net", "nog", "bijna", "waarom"}:
            return place
    return -1


def _of_elsewhere(own: list[str]) -> bool:
    pairs = itertools.pairwise(own)
    return any(first in _ELSEWHERE and second in _WHOLES for first, second in pairs)
