"""Judges movement without a figure: up, down, equal, doubled, halved."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from msgspec.structs import replace

from budget.answers import Figure
from budget.claims.bind.both import of_both
from budget.claims.bind.context import moves, negated
from budget.claims.bind.credits import credit_of, names_both
from budget.claims.bind.rounds import round_of
from budget.claims.bind.scene import Draft, Scene, bound
from budget.claims.judge.against import compared_at, is_round
from budget.claims.judge.amounts import no_check
from budget.claims.judge.drivers import stated
from budget.claims.judge.outdone import outdone
from budget.claims.judge.portions import portion
from budget.claims.judge.truth import true_figure
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.claims.read.language import CHANGE_NOUNS, FLAT
from budget.figures import driver_figures, other
from budget.model import Credit, Line, Round
from budget.queries import ReasonCode

__all__ = ["direction", "direction_of", "line_direction", "multiple", "multiple_at", "multiple_of"]

_MULTIPLES = {"verdubbel": 2, "verdrievoudig": 3, "verviervoudig": 4, "gehalveerd": 0, "halve": 0, "halving": 0}
_MORE = frozenset({"meer", "ruim", "ruimschoots", "dik", "ruime"})
_LESS = frozenset({"bijna", "haast", "nagenoeg", "net", "quasi"})
_CONDITIONS = frozenset(
    {"als", "indien", "moet", "moeten", "zou", "zouden", "wil", "willen", "mag", "kan", "hopelijk", "laat"}
)
_MONEY = frozenset("geld middelen budget krediet kredieten centen".split())
_DO = frozenset({"doen", "stellen", "rondkomen", "werken", "verder"})
_FRACTIONS = frozenset({"derde", "kwart", "vierde", "vijfde", "tiende"})
_REASONS = frozenset({"oorzaak", "oorzaken", "reden", "redenen", "verklaring", "verklaringen"})
_STEP = Fraction(1, 2)
_HALF = Fraction(1, 2)
_ROOM = Fraction(1, 20)


def direction(scene: Scene) -> Draft | None:
    """Judge "loopbanen stijgt"; None when nothing known is said to move."""
    for index in range(len(scene.segments)):
        if _moves_at(scene, index) is not None:
            return direction_of(scene, index)
    return None


def _moves_at(scene: Scene, index: int) -> tuple[int, int] | None:
    """The direction and the place of the word of a segment that says up, down or still; None without one."""
    segment = scene.segments[index]
    found = moves(scene.read, segment)
    if found:
        return found[0][1], found[0][0]
    flat = next((place for place in range(segment.first, segment.last) if scene.read.words[place].key in FLAT), -1)
    return (0, flat) if flat >= 0 else None


def direction_of(scene: Scene, index: int) -> Draft | None:
    """Judge the direction one segment states of what it is about; None when it states none that is clear."""
    segment = scene.segments[index]
    part = portion(scene, index)
    if part is not None:
        return part
    moved = _moves_at(scene, index)
    about = bound(scene, index)
    words = set(scene.read.keys(segment.first, segment.last))
    if words & _FRACTIONS:
        return None  # "zakt met twee derde": how far is said too, and not in figures
    unsure = words & (_CONDITIONS - {"als"} if "zowel" in words else _CONDITIONS)
    if _makes_do(scene.read.keys(segment.first, segment.last)):
        unsure -= {"moet", "moeten"}
    if moved is None or about.strange or about.excluded or unsure or "?" in scene.read.text:
        return None
    held = compared_at(scene, segment)
    if held >= 0 and not is_round(scene, held):
        return None  # "krijgt meer dan verwacht" is no rise: what it is held against is not known
    sign, place = moved
    behind = scene.read.keys(place, segment.last)
    if behind[:1] and behind[0] in CHANGE_NOUNS and not {"is", "was", "blijft", "zijn"}.isdisjoint(behind):
        return None  # "de stijging van loopbanen is goed nieuws" says what somebody thinks of it
    if behind[:1] and behind[0] in CHANGE_NOUNS and not _REASONS.isdisjoint(scene.read.every[place:]):
        return None  # "de stijging van loopbanen heeft maar een oorzaak": its causes are what is told
    if negated(scene.read, segment, place):
        sign = -sign if sign else 2
    if about.about.groups and not about.about.policies:
        lines = [scene.explanation.lines[group.lines[0]] for group in about.about.groups]
        more = outdone(scene, index, place, lines[0]) if len(lines) == 1 and sign in {1, -1} else None
        if more is not None:
            return more
        return _of_lines(scene, index, lines, sign)
    if about.about.policies or about.about.reasons:
        return _of_policy(scene, index, sign)
    return None


def _makes_do(words: list[str]) -> bool:
    """Whether somebody must do with less, which tells a fall and asks for none: "moet het met minder geld doen"."""
    less = next((at for at, pair in enumerate(pairwise(words)) if pair == ("met", "minder")), -1)
    return less >= 0 and not _MONEY.isdisjoint(words[less + 2 : less + 3]) and not _DO.isdisjoint(words)


def _of_lines(scene: Scene, index: int, lines: list[Line], sign: int) -> Draft:
    """Several lines that are said to go one way: the worst verdict on one of them is that on all."""
    drafts = [line_direction(scene, index, line, sign) for line in lines]
    worst = next(
        (one for verdict in _WORST_FIRST for one in drafts if one.verdict is verdict),
        drafts[0],
    )
    return replace(worst, subjects=tuple(dict.fromkeys(line.id for line in lines)))


_WORST_FIRST = (Verdict.UNCHECKABLE, Verdict.FALSE, Verdict.HALF)


def line_direction(scene: Scene, index: int, line: Line, sign: int) -> Draft:
    """Judge that one line goes up (1), down (-1), moves at all (2) or stays (0)."""
    credit, foreign = credit_of(scene, index)
    at = round_of(scene, index, Kind.DELTA)
    if foreign or isinstance(at, ReasonCode):
        return no_check(at if isinstance(at, ReasonCode) else ReasonCode.OTHER_CREDIT, (line.id,), None)
    if names_both(scene, index):
        return of_both(tuple(_of_credit(scene, line, sign, one, at) for one in Credit))
    return _of_credit(scene, line, sign, credit, at)


def _of_credit(scene: Scene, line: Line, sign: int, credit: Credit | None, at: Round) -> Draft:
    own = credit or Credit.VAK
    truth = true_figure(scene.explanation, line, Kind.DELTA, own, at)
    verdict, why = (Verdict.TRUE, Why.AGREES) if _goes(truth, sign) else (Verdict.FALSE, Why.SIGN)
    beside: tuple[Figure, ...] = ()
    if verdict is Verdict.FALSE and credit is None:
        second = true_figure(scene.explanation, line, Kind.DELTA, other(own), at)
        if _goes(second, sign):
            verdict, why, beside = Verdict.HALF, Why.OTHER_CREDIT, (second,)
    ground = Ground(why, truth, beside=beside)
    return Draft(
        verdict, Kind.DIRECTION, ground, (line.id,), own, slides=(line.slide,), credit_named=credit is not None
    )


def _goes(figure: Figure, sign: int) -> bool:
    value = figure.value_eur or 0
    if sign == 0:
        return value == 0
    return value != 0 if abs(sign) > 1 else value * sign > 0


def _of_policy(scene: Scene, index: int, sign: int) -> Draft:
    about = bound(scene, index).about
    reasons = stated(scene.explanation, about)
    figures = tuple(driver_figures(scene.explanation, reasons))
    lines = tuple(dict.fromkeys([one.line for one in reasons]))
    credit, _ = credit_of(scene, index)
    at = round_of(scene, index, Kind.DELTA)
    if not figures or credit is Credit.VEK or isinstance(at, ReasonCode) or not sign:
        policies = scene.explanation.policies
        lines = lines or tuple(dict.fromkeys([one for policy in about.policies for one in policies[policy].lines]))
        return no_check(at if isinstance(at, ReasonCode) else ReasonCode.NO_FIGURE, lines, None)
    total = sum(figure.value_eur or 0 for figure in figures)
    truth = figures[0] if len(figures) == 1 else Figure(lines[0], "sum", Credit.VAK, None, total)
    holds = _goes(truth, sign)
    slides = tuple(dict.fromkeys(one.slide for one in reasons))
    ground = Ground(Why.AGREES if holds else Why.SIGN, truth, figures if len(figures) > 1 else (), reasons=reasons)
    verdict = Verdict.TRUE if holds else Verdict.FALSE
    return Draft(verdict, Kind.DIRECTION, ground, lines, Credit.VAK, slides=slides)


def multiple_at(scene: Scene) -> int:
    """The place of "verdubbelt" and the like; -1 without one."""
    words = scene.read.words
    return next((at for at, word in enumerate(words) if any(stem in word.key for stem in _MULTIPLES)), -1)


def multiple(scene: Scene) -> Draft | None:
    """Judge "verdubbelt", "is meer dan gehalveerd"; None without such a word."""
    read = scene.read
    place = multiple_at(scene)
    if place < 0:
        return None
    factor = next(value for stem, value in _MULTIPLES.items() if stem in read.words[place].key)
    index = max(0, scene.index_at(place))
    about = bound(scene, index)
    if about.strange or about.excluded or not about.about.groups or about.about.policies:
        return None
    near = set(read.keys(max(0, place - 3), place + 2))
    return multiple_of(scene, index, scene.explanation.lines[about.about.groups[0].lines[0]], factor, near)


def multiple_of(scene: Scene, index: int, line: Line, factor: int, near: set[str]) -> Draft:
    """Judge that a line is so many times what it was (0: half); `near` are words that say more or less."""
    credit, foreign = credit_of(scene, index)
    at = round_of(scene, index, Kind.DELTA)
    if foreign or isinstance(at, ReasonCode):
        return no_check(at if isinstance(at, ReasonCode) else ReasonCode.OTHER_CREDIT, (line.id,), None)
    own = credit or Credit.VAK
    verdict, why = _judged(line, own, factor, near)
    if verdict is Verdict.FALSE and credit is None and _judged(line, other(own), factor, near)[0] is Verdict.TRUE:
        verdict, why = Verdict.HALF, Why.OTHER_CREDIT
    document = scene.explanation.document
    figures = tuple(
        true_figure(scene.explanation, line, Kind.LEVEL, own, one)
        for one in (document.base_round, document.draft_round)
    )
    truth = Figure(line.id, "ratio", own, None, None, _quotient(line, own))
    ground = Ground(why, truth, figures)
    return Draft(verdict, Kind.RATIO, ground, (line.id,), own, slides=(line.slide,), credit_named=credit is not None)


def _quotient(line: Line, credit: Credit) -> Fraction:
    base = line.amounts.base(credit)
    return Fraction(line.amounts.draft(credit), base) if base else Fraction(0)


def _judged(line: Line, credit: Credit, factor: int, near: set[str]) -> tuple[Verdict, Why]:
    """Doubling is rounded to whole times; "meer dan" and "bijna" say on which side it lies."""
    times = _quotient(line, credit)
    goal = Fraction(factor) if factor else _HALF
    if near & _LESS:
        holds = goal * Fraction(19, 20) <= times < goal if factor else goal < times <= goal + _ROOM
    elif near & _MORE:
        holds = times > goal if factor else times < goal
    else:
        holds = abs(times - goal) <= (_STEP if factor else _ROOM)
    if "niet" in near:
        holds = not holds
    return (Verdict.TRUE, Why.AGREES) if holds else (Verdict.FALSE, Why.DIFFERS)
