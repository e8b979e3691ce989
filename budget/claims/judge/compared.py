"""Judges lines held against each other: more than, so much more than, so many times, together, respectively."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from msgspec.structs import replace

from budget.answers import Figure
from budget.claims.bind.context import amount_of, moves
from budget.claims.bind.credits import credit_of
from budget.claims.bind.rounds import round_of
from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.amounts import claimed_of, no_check
from budget.claims.judge.rule import judge, signed
from budget.claims.judge.truth import true_figure, value_of
from budget.claims.model import Claimed, Ground, Kind, Verdict, Why
from budget.claims.read.language import OF_PACE, SMALLER
from budget.claims.read.segments import Segment, Spot
from budget.claims.read.strange import excluded, strange
from budget.claims.read.subjects import Group
from budget.figures import other
from budget.model import Credit, Line, Round
from budget.numbers_nl.hedges import hedge_before
from budget.queries import ReadNumber, ReasonCode
from budget.tree import overlap

__all__ = ["comparison", "credits_compared", "difference", "ratio", "total_of"]

_LARGER = frozenset({"meer", "groter", "hoger", "sterker", "sneller", "harder", "meeste", "zwaarder", "feller"})
_EQUAL = frozenset({"evenveel", "even", "gelijk"})
_SIZES = frozenset({"veel", "sterk", "snel", "hard", "groot", "hoog", "fel", "klein", "laag", "weinig"})
_TIMES = frozenset({"keer", "maal", "x"})
_TOGETHER = frozenset({"samen", "opgeteld", "gezamenlijk", "totaal", "tezamen", "samengeteld", "bijeen"})
_HEDGE_WORDS = 4
_SCALES = frozenset({"dubbel", "dubbele", "driedubbel"})
_TWICE = {"dubbel": 2, "dubbele": 2, "driedubbel": 3, "helft": 0}


def _two_sides(scene: Scene, joint: frozenset[str]) -> tuple[Group, Group, int] | None:
    """The line before and the line behind "dan" or "als", and the place of that word."""
    groups = scene.groups
    for left, right in pairwise(groups):
        for place in range(left.end, right.first):
            if scene.read.words[place].key in joint:
                return left, right, place
    return None


def _alike(scene: Scene) -> tuple[Group, Group, int] | None:
    """Two lines of which one thing is said alike, and the end of the sentence: "X en Y stijgen even sterk"."""
    words = scene.read.every
    even = words.index("even") if "even" in words[:-1] else -1
    if len(scene.groups) != 2 or even < scene.groups[1].end or words[even + 1] not in _SIZES:  # noqa: PLR2004
        return None
    return scene.groups[0], scene.groups[1], len(words)


def comparison(scene: Scene) -> Draft | None:
    """Judge "X krijgt meer dan Y" without a figure; None when nothing is compared."""
    sides = _two_sides(scene, frozenset({"dan", "als"})) or _alike(scene)
    if sides is None:
        return None
    left, right, at = sides
    words = scene.read.keys(left.end, at) + scene.read.keys(max(0, left.first - 3), left.first)
    larger, smaller = not _LARGER.isdisjoint(words), not SMALLER.isdisjoint(words)
    equal = not _EQUAL.isdisjoint(words)
    if not (larger or smaller or equal):
        return None
    moved = [
        sign for place, sign in moves(scene.read, scene.whole) if scene.read.words[place].key not in _LARGER | SMALLER
    ]
    kind = Kind.DELTA if moved or not OF_PACE.isdisjoint(words) else Kind.LEVEL
    setting = _setting(scene, kind)
    subjects = (left.lines[0], right.lines[0])
    if isinstance(setting, ReasonCode):
        return no_check(setting, subjects, None)
    figures = _figures(scene, (left, right), kind, setting)
    first, second = ((value_of(figure) or 0) for figure in figures)
    if moved and moved[0] < 0:
        first, second = -first, -second
    if "niet" in words:
        larger, smaller = smaller, larger
    holds = (first == second) != ("niet" in words) if equal else (first > second if larger else first < second)
    why = Why.AGREES if holds else Why.DIFFERS
    verdict = Verdict.TRUE if holds else Verdict.FALSE
    return _draft(scene, (verdict, why), (Kind.COMPARE, kind), figures, setting)


def credits_compared(scene: Scene) -> Draft | None:
    """Judge "het VEK van X is hoger dan het VAK" without a figure; None unless one line and both credits are named."""
    words = scene.read.every
    named = [(hit.first, Credit(name)) for hit in scene.read.hits for name in hit.kinds.get("credit", ())]
    groups = scene.groups
    split = next((place for place, word in enumerate(words) if word == "dan"), -1)
    before = {credit for place, credit in named if place < split}
    behind = {credit for place, credit in named if place > split}
    larger, smaller = not _LARGER.isdisjoint(words), not SMALLER.isdisjoint(words)
    if len(before) != 1 or len(behind) != 1 or before == behind or larger == smaller or len(groups) > 1:
        return None
    at = round_of(_all_in_one(scene), 0, Kind.LEVEL)
    subject = groups[0].lines[0] if groups else scene.explanation.total.id
    if isinstance(at, ReasonCode) or any(strange(scene.read, one) for one in scene.segments) or "niet" in words:
        return no_check(at if isinstance(at, ReasonCode) else ReasonCode.NOT_UNDERSTOOD, (subject,), None)
    signs = moves_beside(scene, words)
    line = scene.explanation.lines[subject]
    kind = Kind.DELTA if signs else Kind.LEVEL
    figures = [true_figure(scene.explanation, line, kind, one, at) for one in (*before, *behind)]
    first, second = (figure.value_eur or 0 for figure in figures)
    if len(signs) > 1 or "%" in scene.read.low or not _PERCENT.isdisjoint(words):
        return no_check(ReasonCode.NOT_UNDERSTOOD, (subject,), None)
    if signs and min(first * signs[0], second * signs[0]) <= 0:
        return Draft(
            Verdict.FALSE, Kind.COMPARE, Ground(Why.SIGN, None, tuple(figures)), (subject,), slides=(line.slide,)
        )
    if signs:
        first, second = abs(first), abs(second)
    holds = first > second if larger else first < second
    ground = Ground(Why.AGREES if holds else Why.DIFFERS, None, tuple(figures))
    verdict = Verdict.TRUE if holds else Verdict.FALSE
    return Draft(verdict, Kind.COMPARE, ground, (subject,), None, at, slides=(line.slide,), credit_named=True)


def moves_beside(scene: Scene, words: list[str]) -> list[int]:
    """The directions said beside the words that compare, each once: the sizes held against each other then move."""
    found = [sign for place, sign in moves(scene.read, scene.whole) if words[place] not in _LARGER | SMALLER]
    return list(dict.fromkeys(found))


_PERCENT = frozenset({"procentueel", "procent", "percentage", "relatief"})


Setting = tuple[Credit, Round, bool]


def _setting(scene: Scene, kind: Kind) -> Setting | ReasonCode:
    """The credit and round of a comparison, or why it cannot be made."""
    whole = _all_in_one(scene)
    credit, foreign = credit_of(whole, 0)
    at = round_of(whole, 0, kind)
    if foreign:
        return ReasonCode.OTHER_CREDIT
    if isinstance(at, ReasonCode):
        return at
    if any(strange(scene.read, segment, _SCALES) for segment in scene.segments if _matters(segment)):
        return ReasonCode.OTHER_SUBJECT
    if any(excluded(scene.read, segment) for segment in scene.segments):
        return ReasonCode.NOT_UNDERSTOOD
    return credit or Credit.VAK, at, credit is not None


def _matters(segment: Segment) -> bool:
    return segment.last > segment.first


def _all_in_one(scene: Scene) -> Scene:
    return Scene(
        scene.read, (scene.whole,), (scene.abouts[0],), scene.explanation, scene.lexicon, scene.last, scene.said
    )


def _figures(scene: Scene, groups: tuple[Group, ...], kind: Kind, setting: Setting) -> tuple[Figure, ...]:
    credit, at, _ = setting
    lines = [scene.explanation.lines[group.lines[0]] for group in groups]
    return tuple(true_figure(scene.explanation, line, kind, credit, at) for line in lines)


def _draft(
    scene: Scene, judged: tuple[Verdict, Why], kinds: tuple[Kind, Kind], figures: tuple[Figure, ...], setting: Setting
) -> Draft:
    verdict, why = judged
    credit, at, named = setting
    return Draft(
        verdict,
        kinds[0],
        Ground(why, None, figures),
        tuple(figure.subject for figure in figures),
        credit,
        at if kinds[1] is Kind.LEVEL else None,
        slides=tuple(scene.explanation.lines[figure.subject].slide for figure in figures),
        credit_named=named,
    )


def difference(scene: Scene, index: int, spot: Spot) -> Draft | None:
    """Judge "X krijgt 2,4 miljard meer dan Y" and "het verschil tussen X en Y is 2,4 miljard"; None for others."""
    number = spot.span.number
    if number.kind != "eur":
        return None
    groups = scene.groups
    words = scene.read.every
    if len(groups) != 2:  # noqa: PLR2004 - a difference has two sides
        return None
    between = "verschil" in words or "kloof" in words
    sides = _two_sides(scene, frozenset({"dan"}))
    behind = scene.read.behind(spot.end, 3)
    more = [word for word in behind if word in _LARGER | SMALLER]
    if sides is not None and "," in scene.read.low[spot.end : scene.read.words[sides[2]].start]:
        more = []  # "stijgt met 9,1 miljoen, meer dan JA": the figure is no difference
    if not between and not (sides is not None and more and scene.read.words[sides[2]].start > spot.end):
        return None
    amount = amount_of(scene, index, spot)
    moved = [
        sign for place, sign in moves(scene.read, scene.whole) if scene.read.words[place].key not in _LARGER | SMALLER
    ]
    kind = Kind.DELTA if moved else Kind.LEVEL
    setting = _setting(scene, kind)
    claimed = claimed_of(spot)
    if isinstance(setting, ReasonCode):
        return no_check(setting, tuple(group.lines[0] for group in groups), claimed)
    figures = _figures(scene, (groups[0], groups[1]), kind, setting)
    first, second = (figure.value_eur or 0 for figure in figures)
    true = first - second
    said = abs(number.value) if between else signed(claimed, amount.direction)
    verdict, why = judge(abs(true) if between else true, said, claimed)
    draft = _draft(scene, (verdict, why), (Kind.COMPARE, kind), figures, setting)
    truth = Figure(figures[0].subject, "difference", setting[0], draft.round, true)
    return _with(draft, truth, claimed)


def _with(draft: Draft, truth: Figure, claimed: Claimed) -> Draft:
    return replace(draft, ground=replace(draft.ground, figure=truth), claimed=claimed)


def ratio(scene: Scene, place: int) -> Draft | None:
    """Judge "X is zeven keer zo groot als Y"; `place` is the word "keer", or "dubbel" alone."""
    groups = scene.groups
    sides = _two_sides(scene, frozenset({"als", "dan"}))
    if len(groups) != 2 or sides is None:  # noqa: PLR2004 - a ratio has two sides
        return None
    number = _times(scene, place)
    if number is None:
        return None
    claimed = Claimed(number[0], number[1])
    setting = _setting(scene, Kind.LEVEL)
    if isinstance(setting, ReasonCode):
        return no_check(setting, tuple(group.lines[0] for group in groups), claimed)
    figures = _figures(scene, (groups[0], groups[1]), Kind.LEVEL, setting)
    first, second = (figure.value_eur or 0 for figure in figures)
    if not second:
        return no_check(ReasonCode.NO_FIGURE, tuple(figure.subject for figure in figures), claimed)
    judged = judge(Fraction(first, second), claimed.number.value, claimed)
    draft = _draft(scene, judged, (Kind.RATIO, Kind.LEVEL), figures, setting)
    return _with(draft, Figure(figures[0].subject, "ratio", setting[0], None, None, Fraction(first, second)), claimed)


def _times(scene: Scene, place: int) -> tuple[ReadNumber, str | None] | None:
    """The number before "keer", or the one in "dubbel"."""
    word = scene.read.words[place]
    if word.key in _TWICE:
        before = scene.read.low[: word.start].split()[-_HEDGE_WORDS:]
        return ReadNumber("qty", _TWICE[word.key], 1, signed=False, text=word.key), hedge_before(before)
    if word.key not in _TIMES:
        return None
    for span in scene.read.numbers:
        if span.end <= word.start and not scene.read.low[span.end : word.start].strip() and span.number.kind == "qty":
            return span.number, span.hedge
    return None


def total_of(scene: Scene, index: int, spot: Spot, groups: tuple[Group, ...]) -> Draft | None:
    """Judge what several lines have together; None when they hold the same money."""
    explanation = scene.explanation
    lines = [explanation.lines[group.lines[0]] for group in groups]
    claimed = claimed_of(spot)
    subjects = tuple(line.id for line in lines)
    if spot.span.number.kind != "eur":
        return None
    if overlap(explanation, lines) or len(set(subjects)) != len(subjects):
        return no_check(ReasonCode.NOT_UNDERSTOOD, subjects, claimed)
    amount = amount_of(scene, index, spot)
    setting = _setting(scene, amount.kind)
    if isinstance(setting, ReasonCode):
        return no_check(setting, subjects, claimed)
    figures = _figures(scene, groups, amount.kind, setting)
    true = sum(figure.value_eur or 0 for figure in figures)
    verdict, why = judge(true, signed(claimed, amount.direction), claimed)
    beside: tuple[Figure, ...] = ()
    if verdict is not Verdict.TRUE and not setting[2]:
        beside = _other_total(scene, lines, amount.kind, setting)
        sum_ = sum(figure.value_eur or 0 for figure in beside)
        if judge(sum_, signed(claimed, amount.direction), claimed)[0] is Verdict.TRUE:
            verdict, why = Verdict.HALF, Why.OTHER_CREDIT
        else:
            beside = ()
    draft = _draft(scene, (verdict, why), (Kind.SUM, amount.kind), figures, setting)
    truth = Figure(figures[0].subject, "sum", setting[0], draft.round, true)
    return _with(replace(draft, ground=replace(draft.ground, beside=beside)), truth, claimed)


def _other_total(scene: Scene, lines: list[Line], kind: Kind, setting: Setting) -> tuple[Figure, ...]:
    return tuple(true_figure(scene.explanation, line, kind, other(setting[0]), setting[1]) for line in lines)
