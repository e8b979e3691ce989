"""Judges a clause with one figure: which true value it is about, and what makes it half right."""

from __future__ import annotations

import re

from bot.claims.heard import Heard
from bot.claims.model import Found
from bot.grammar.subjects import read_subjects
from budget.claims.judge import Claimed, Truth, Verdict, judge
from budget.claims.truths import (
    line_truth,
    nature_truth,
    other_credit,
    quantity_truths,
    reason_truth,
    share_truth,
    twins,
)
from budget.model import Credit, Nature
from budget.numbers_nl import NumberSpan
from budget.queries import Measure, ReasonCode
from budget.tree import inside

__all__ = ["figure"]

_SHARE = re.compile(
    r"(?:procent|%|helft|derde|kwart)\s+van\b|\baandeel\b|\bvan (?:het|de) (?:totaal|totale|hele)\b", re.IGNORECASE
)
_TO = re.compile(r"\b(?:naar|tot|op|bedraagt)\s+(?:\w+\s+)?$", re.IGNORECASE)
_COSTS = re.compile(r"\b(?:kost\w*|budget|krediet|begro\w*|uitgetrokken|totaal)\b", re.IGNORECASE)
_AT_MOST = re.compile(r"\b(?:maximaal|maximum|hoogstens|tot)\b", re.IGNORECASE)
_FROM = re.compile(r"\bvan\s+(?:\w+\s+)?$", re.IGNORECASE)


def figure(heard: Heard) -> Found:
    """Judge a clause that holds exactly one figure and no doubtful word."""
    span = heard.spans[0]
    claimed = Claimed(span.number, span.hedge, heard.direction)
    if heard.policies:
        return _policy(heard, claimed, span)
    if not heard.subjects and not heard.natures:
        return Found(Verdict.UNCHECKABLE, ReasonCode.NOT_UNDERSTOOD, claimed)
    if span.number.kind == "qty":
        return _unclear(heard, claimed, ReasonCode.NOT_IN_DOCUMENT)
    if heard.natures:
        return _nature(heard, claimed)
    if span.number.kind == "pct" and _SHARE.search(heard.text) and not heard.asked.firm_change:
        return _share(heard, claimed)
    if len(heard.subjects) != 1:
        return _unclear(heard, claimed, ReasonCode.NOT_UNDERSTOOD)
    return _line(heard, claimed, span)


def _unclear(heard: Heard, claimed: Claimed, code: ReasonCode) -> Found:
    subjects = tuple(one for subject in heard.subjects for one in subject.candidates)
    subjects = subjects or tuple(
        dict.fromkeys(one for name in heard.policies for one in heard.asked.explanation.policies[name].lines)
    )
    return Found(Verdict.UNCHECKABLE, code, claimed, subjects=subjects)


def _settled(claimed: Claimed, truth: Truth, halves: tuple[Truth, ...]) -> Found:
    judgement = judge(claimed, truth, halves)
    held = judgement.held if judgement.verdict is Verdict.HALF else None
    return Found(judgement.verdict, None, claimed, truth, held, truth.subjects, truth.measure)


def _line(heard: Heard, claimed: Claimed, span: NumberSpan) -> Found:
    """A level, a change or a percentage of a line."""
    before = heard.text[: span.start]
    kind = claimed.number.kind
    change = heard.change or claimed.number.signed
    measure = Measure.DELTA if change else Measure.LEVEL
    if kind in {"pct", "pp"}:
        if not change:
            return _unclear(heard, claimed, ReasonCode.NOT_UNDERSTOOD)
        measure = Measure.PCT
    elif change and _FROM.search(before):
        return _unclear(heard, claimed, ReasonCode.NOT_UNDERSTOOD)
    elif change and _TO.search(before):
        if any(line.amounts.delta(heard.credit) * heard.direction < 0 for line in heard.candidates):
            return _turned(heard, claimed)  # "daalt naar": the level may be right, the way to it is not
        measure, claimed = Measure.LEVEL, Claimed(claimed.number, claimed.hedge)
    rounds = heard.asked.rounds
    document = heard.asked.explanation.document
    if measure is not Measure.LEVEL and rounds.single == document.base_round and not rounds.since_base:
        return _unclear(heard, claimed, ReasonCode.OTHER_ROUND)
    return _held_against(heard, claimed, measure)


def _turned(heard: Heard, claimed: Claimed) -> Found:
    line = heard.candidates[0]
    truth = line_truth(heard.asked.explanation, line, Measure.DELTA, heard.credit, heard.at)
    return Found(Verdict.FALSE, None, claimed, truth, None, (line.id,), "level")


def _held_against(heard: Heard, claimed: Claimed, measure: Measure) -> Found:
    explanation = heard.asked.explanation
    lines = heard.candidates
    found: list[Found] = []
    for line in lines:
        truth = line_truth(explanation, line, measure, heard.credit, heard.at)
        if truth is None:
            return _unclear(heard, claimed, ReasonCode.NO_FIGURE)
        halves = [line_truth(explanation, one, measure, heard.credit, heard.at) for one in twins(explanation, line)]
        if heard.asked.credit is None:
            halves.append(other_credit(explanation, line, measure, heard.credit, heard.at))
        found.append(_settled(claimed, truth, tuple([one for one in halves if one is not None])))
    if len(found) > 1 and any(one.verdict is Verdict.TRUE for one in found):
        right = next(one for one in found if one.verdict is Verdict.TRUE)
        wrong = next((one for one in found if one.verdict is not Verdict.TRUE), None)
        if wrong is not None:  # said of a name that two lines bear
            return Found(
                Verdict.HALF, None, claimed, wrong.truth, right.truth, heard.subjects[0].candidates, right.measure
            )
    return found[0]


def _share(heard: Heard, claimed: Claimed) -> Found:
    """The share of one line in another, or in the total."""
    explanation = heard.asked.explanation
    subjects = read_subjects(heard.asked.frame, explanation, apart_over_in=True)
    lines = [explanation.lines[one.line] for one in subjects if not one.ambiguous]
    if len(lines) == 1 and lines[0].scope == explanation.total.id and "total" in heard.asked.frame.marks:
        lines.append(explanation.total)
    if len(lines) != len(subjects) + (1 if len(subjects) == 1 else 0) or len(lines) != 2:  # noqa: PLR2004 -- part, whole
        return _unclear(heard, claimed, ReasonCode.NOT_UNDERSTOOD)
    part, whole = lines
    if heard.spans[0].start < len(heard.text) // 4 and inside(explanation, whole, part):
        part, whole = whole, part  # "45 procent van WSE gaat naar loopbanen"
    if not inside(explanation, part, whole):
        return _unclear(heard, claimed, ReasonCode.NOT_UNDERSTOOD)
    truths = [share_truth(part, whole, heard.measure, credit, heard.at) for credit in Credit]
    mine, theirs = truths if heard.credit is Credit.VAK else truths[::-1]
    if mine is None:
        return _unclear(heard, claimed, ReasonCode.NO_FIGURE)
    halves = (theirs,) if theirs is not None and heard.asked.credit is None else ()
    return _settled(Claimed(claimed.number, claimed.hedge), mine, halves)


def _nature(heard: Heard, claimed: Claimed) -> Found:
    """The stated amounts of one nature, over a line or the whole document; one of them alone is half right."""
    explanation = heard.asked.explanation
    lines = heard.candidates or (() if heard.subjects else (explanation.total,))
    if len(lines) != 1 or len(heard.natures) != 1 or heard.credit is Credit.VEK or claimed.number.kind != "eur":
        return _unclear(heard, claimed, ReasonCode.NOT_IN_DOCUMENT)
    truth = nature_truth(explanation, lines[0], heard.natures[0])
    if truth is None:
        return _unclear(heard, claimed, ReasonCode.NO_REASON_GIVEN)
    stated = [reason_truth((one,)) for one in explanation.reasons.values() if one.nature is heard.natures[0]]
    below = tuple([one for one in stated if one is not None and heard.subjects and lines[0].id in one.subjects])
    return _settled(claimed, truth, below)


def _policy(heard: Heard, claimed: Claimed, span: NumberSpan) -> Found:
    """An amount or a counted thing of one policy; the document gives no whole budget of any."""
    explanation = heard.asked.explanation
    if len(heard.policies) != 1 or heard.credit is Credit.VEK or (heard.asked.subjects and not _at_home(heard)):
        return _unclear(heard, claimed, ReasonCode.NOT_IN_DOCUMENT)
    counted = _counted(heard, claimed, span)
    if counted is not None:
        return counted
    if claimed.number.kind != "eur":
        return _unclear(heard, claimed, ReasonCode.NOT_IN_DOCUMENT)
    reasons = explanation.policy_reasons.get(heard.policies[0], ())
    named = tuple([one for one in explanation.reasons.values() if one.id in heard.asked.reasons])
    if not named and heard.natures:
        named = tuple(
            [
                one
                for one in explanation.reasons.values()
                if one.policy == heard.policies[0] and one.nature in heard.natures
            ]
        )
        reasons = named
    truth = reason_truth(named or reasons)
    new = len(reasons) == 1 and reasons[0].nature is Nature.NEW_POLICY
    if truth is None or not (named or new or heard.change or claimed.number.signed):
        return _unclear(heard, claimed, ReasonCode.NOT_IN_DOCUMENT)
    return _settled(claimed, truth, ())


def _at_home(heard: Heard) -> bool:
    """Whether the line behind a policy is one it stands under; named before it, the line itself is the subject."""
    first = min(hit.first for hit in heard.asked.frame.names if hit.kind in {"policy", "reason"})
    if any(subject.first < first for subject in heard.asked.subjects):
        return False
    homes = heard.asked.explanation.policies[heard.policies[0]].lines
    return any(one in homes for subject in heard.asked.subjects for one in subject.candidates)


def _counted(heard: Heard, claimed: Claimed, span: NumberSpan) -> Found | None:
    """A counted thing, when what is counted stands behind the number or, for euro and %, the number is the very one."""
    after = heard.text[span.end :].split()[:2]
    for quantity, truth in quantity_truths(heard.asked.explanation, heard.policies):
        if truth.unit != claimed.number.kind:
            continue
        thing = quantity.unit.split()[-1]
        if truth.unit == "qty" and not any(word.strip(".,;:!?").lower() == thing for word in after):
            continue
        if truth.unit != "qty" and (truth.value != claimed.size or _COSTS.search(heard.text) or heard.change):
            continue
        if quantity.qualifier.startswith("maximaal") and not _AT_MOST.search(heard.text):
            return _unclear(heard, claimed, ReasonCode.NOT_UNDERSTOOD)
        return _settled(Claimed(claimed.number, claimed.hedge), truth, ())
    return None
