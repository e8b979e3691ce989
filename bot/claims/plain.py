"""Judges a clause without a figure: a direction, a reason, a rank, a comparison or a place in the structure."""

from __future__ import annotations

import re

from bot.claims.heard import Heard
from bot.claims.model import Found
from bot.claims.split import CAUSE
from bot.grammar.subjects import read_subjects
from budget.causes import as_counted, sums_below
from budget.claims.judge import Claimed, Truth, Verdict, judge
from budget.claims.truths import line_truth, other_credit
from budget.model import Credit, Level, Line, Nature, Reason
from budget.queries import Measure, ReadNumber, ReasonCode
from budget.tree import inside, lines_of_level

__all__ = ["plain"]

_MOSTLY = re.compile(
    r"\b(?:vooral|voornamelijk|hoofdzakelijk|grotendeels|meeste|grootste|belangrijkste|voornaamste|hoofdreden|hoofdoorzaak|sterkste)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:enkel|alleen|uitsluitend|volledig|helemaal)\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:meer|hoger|hogere|groter|grotere)\b.*\bdan\b", re.IGNORECASE | re.DOTALL)
_LESS = re.compile(r"\b(?:minder|lager|lagere|kleiner|kleinere)\b.*\bdan\b", re.IGNORECASE | re.DOTALL)
_TIMES = re.compile(r"\bver(dubbel|drievoudig)", re.IGNORECASE)
_PAIR = 2


def plain(heard: Heard) -> Found:
    """Judge a clause that holds no figure and no doubtful word; what it does not claim clearly is uncheckable."""
    marks = heard.asked.frame.marks
    if "opinion" in marks:
        return _unclear(heard, ReasonCode.OPINION)
    if heard.asked.has_names and "structure" in marks:
        return _structure(heard)
    if "rank" in marks:
        return _rank(heard)
    if len(heard.subjects) == _PAIR:
        return _compare(heard)
    lines = heard.candidates
    if len(lines) != 1:
        return _unclear(heard, ReasonCode.NO_FIGURE if heard.policies else ReasonCode.NOT_UNDERSTOOD)
    reasoned = CAUSE.search(heard.text) is not None or bool(heard.policies and heard.change)
    if reasoned:
        return _reason(heard, lines[0])
    if heard.policies or heard.natures or not heard.asked.firm_change or not heard.direction:
        return _unclear(heard, ReasonCode.NO_FIGURE)
    return _direction(heard, lines[0])


def _unclear(heard: Heard, code: ReasonCode) -> Found:
    subjects = tuple(dict.fromkeys(one for subject in heard.subjects for one in subject.candidates))
    return Found(Verdict.UNCHECKABLE, code, subjects=subjects)


def _verdict(*, mine: bool, theirs: bool) -> Verdict:
    """True, or half when it only holds for the other credit and none was named."""
    return Verdict.TRUE if mine else Verdict.HALF if theirs else Verdict.FALSE


def _truth(heard: Heard, line: Line, measure: Measure, credit: Credit) -> Truth | None:
    return line_truth(heard.asked.explanation, line, measure, credit, heard.at)


def _direction(heard: Heard, line: Line) -> Found:
    document = heard.asked.explanation.document
    rounds = heard.asked.rounds
    if rounds.single == document.base_round and not rounds.since_base:
        return _unclear(heard, ReasonCode.OTHER_ROUND)
    mine = _truth(heard, line, Measure.DELTA, heard.credit)
    theirs = other_credit(heard.asked.explanation, line, Measure.DELTA, heard.credit, heard.at)
    if mine is None or theirs is None:
        return _unclear(heard, ReasonCode.NO_FIGURE)
    multiple = _TIMES.search(heard.text)
    if multiple is not None:
        return _multiplied(heard, line, 100 if multiple.group(1).startswith("dubbel") else 200)
    right = mine.value * heard.direction > 0
    half = heard.asked.credit is None and theirs.value * heard.direction > 0
    verdict = _verdict(mine=right, theirs=half)
    held = theirs if verdict is Verdict.HALF else None
    return Found(verdict, None, None, mine, held, (line.id,), "delta")


def _multiplied(heard: Heard, line: Line, pct: int) -> Found:
    """A line that is said to double or triple: a change of that many percent, to the nearest ten."""
    explanation = heard.asked.explanation
    claimed = Claimed(ReadNumber("pct", pct * 10_000, 100_000, signed=False, text=""), None, heard.direction)
    truth = _truth(heard, line, Measure.PCT, heard.credit)
    theirs = other_credit(explanation, line, Measure.PCT, heard.credit, heard.at)
    if truth is None or theirs is None:
        return _unclear(heard, ReasonCode.NO_FIGURE)
    judgement = judge(claimed, truth, (theirs,) if heard.asked.credit is None else ())
    held = theirs if judgement.verdict is Verdict.HALF else None
    return Found(judgement.verdict, None, claimed, truth, held, (line.id,), "pct")


def _named_reasons(heard: Heard, stated: tuple[Reason, ...]) -> list[Reason]:
    """The stated reasons a clause names, by nature, by policy or by both."""
    natures, policies = heard.natures, heard.policies
    explanation = heard.asked.explanation
    counted = [one for nature in natures for one in as_counted(explanation, stated, nature) if one.nature is nature]
    if not natures:
        counted = list(stated)
    return [one for one in counted if not policies or one.policy in policies]


def _reason(heard: Heard, line: Line) -> Found:
    """A reason of a change of VAK: it must stand among the stated ones and push the way that is claimed."""
    explanation = heard.asked.explanation
    sums, _ = sums_below(explanation, line)
    stated = tuple([reason for one in sums for reason in one.reasons])
    if not stated or heard.asked.credit is Credit.VEK:
        return _unclear(heard, ReasonCode.NO_REASON_GIVEN)
    if not heard.natures and not heard.policies:
        return _unclear(heard, ReasonCode.NOT_IN_DOCUMENT)
    truth = _truth(heard, line, Measure.DELTA, Credit.VAK)
    named = _named_reasons(heard, stated)
    if truth is None:
        return _unclear(heard, ReasonCode.NO_FIGURE)
    delta = line.amounts.vak_delta
    wrong = Found(Verdict.FALSE, None, None, truth, None, (line.id,), "reason")
    if heard.direction and delta * heard.direction <= 0:
        return wrong
    if not named:
        unstated = any(one.nature is Nature.UNSTATED for one in stated)
        return _unclear(heard, ReasonCode.NO_REASON_GIVEN) if unstated and not heard.natures else wrong
    total = sum(one.amount.eur for one in named if one.amount is not None)
    if any(one.amount is None for one in named) or _ONLY.search(heard.text):
        right = len(stated) == len(named)
    elif _MOSTLY.search(heard.text):
        right = 2 * total * (1 if delta > 0 else -1) > abs(delta)
    else:
        right = total * delta > 0
    return Found(Verdict.TRUE if right else Verdict.FALSE, None, None, truth, None, (line.id,), "reason")


def _rank(heard: Heard) -> Found:
    """The largest or smallest among the ISEs, or the programmes when that is said."""
    marks = heard.asked.frame.marks
    rank = marks["rank"].keys() & {"max", "min"}
    lines = heard.candidates
    explanation = heard.asked.explanation
    if len(rank) != 1 or len(lines) != 1 or heard.policies or heard.natures:
        return _unclear(heard, ReasonCode.NOT_UNDERSTOOD)
    rises = "risers" in marks["rank"] or heard.direction > 0
    falls = "fallers" in marks["rank"] or heard.direction < 0
    level = Level.PROGRAMME if "programme" in marks.get("unit_level", {}) else Level.ISE
    field = lines_of_level(explanation, level)
    if lines[0] not in field or (rises and falls) or (heard.change and not (rises or falls)):
        return _unclear(heard, ReasonCode.NOT_UNDERSTOOD)
    measure = Measure.DELTA if rises or falls else Measure.LEVEL
    if heard.asked.percent:
        return _unclear(heard, ReasonCode.NOT_UNDERSTOOD)
    top = ("max" in rank) != falls
    right: list[bool] = []
    for credit in (heard.credit, Credit.VEK if heard.credit is Credit.VAK else Credit.VAK):
        values = {one.id: t.value for one in field if (t := _truth(heard, one, measure, credit)) is not None}
        best = max(values.values()) if top else min(values.values())
        right.append(values[lines[0].id] == best and not (falls and best >= 0) and not (rises and best <= 0))
    truth = _truth(heard, lines[0], measure, heard.credit)
    verdict = _verdict(mine=right[0], theirs=right[1] and heard.asked.credit is None)
    return Found(verdict, None, None, truth, None, (lines[0].id,), "rank")


def _compare(heard: Heard) -> Found:
    """Which of two lines is larger, or rises more."""
    more, less = _MORE.search(heard.text), _LESS.search(heard.text)
    if bool(more) == bool(less) or any(one.ambiguous for one in heard.subjects) or heard.policies or heard.natures:
        return _unclear(heard, ReasonCode.NOT_UNDERSTOOD)
    first, second = (heard.asked.explanation.lines[one.line] for one in heard.subjects)
    measure = Measure.DELTA if heard.asked.firm_change else Measure.LEVEL
    falling = re.search(r"\b(?:da(?:a)?l|krimp|verlie)", heard.text, re.IGNORECASE) is not None
    if falling:
        return _unclear(heard, ReasonCode.NOT_UNDERSTOOD)
    right: list[bool] = []
    for credit in (heard.credit, Credit.VEK if heard.credit is Credit.VAK else Credit.VAK):
        one, two = _truth(heard, first, measure, credit), _truth(heard, second, measure, credit)
        if one is None or two is None:
            return _unclear(heard, ReasonCode.NO_FIGURE)
        right.append(one.value > two.value if more else one.value < two.value)
    truth = _truth(heard, first, measure, heard.credit)
    verdict = _verdict(mine=right[0], theirs=right[1] and heard.asked.credit is None)
    return Found(verdict, None, None, truth, None, (first.id, second.id), "compare")


def _structure(heard: Heard) -> Found:
    """Whether one line stands under another."""
    explanation = heard.asked.explanation
    subjects = read_subjects(heard.asked.frame, explanation, apart_over_in=True)
    if len(subjects) != _PAIR or any(one.ambiguous or one.clash for one in subjects) or heard.policies:
        return _unclear(heard, ReasonCode.NOT_UNDERSTOOD)
    if "parent" not in heard.asked.frame.marks["structure"]:
        return _unclear(heard, ReasonCode.NOT_UNDERSTOOD)
    part, whole = (explanation.lines[one.line] for one in subjects)
    verdict = Verdict.TRUE if part.id != whole.id and inside(explanation, part, whole) else Verdict.FALSE
    return Found(verdict, subjects=(part.id, whole.id), measure="structure")
