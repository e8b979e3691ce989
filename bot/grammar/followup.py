"""Lets a short question go on about the last subject of a conversation ("en in VEK?"); it keeps nothing itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.grammar.asked import Asked
from bot.grammar.subjects import Subject
from budget.answers import Answer, Status
from budget.model import Credit, Round
from budget.queries import Measure

__all__ = ["Last", "follow", "remember"]


@dataclass(frozen=True, slots=True)
class Last:
    """What a conversation was last about: lines or policies, and what of them was asked."""

    subjects: tuple[str, ...]
    policies: tuple[str, ...] = ()
    measure: Measure = Measure.LEVEL
    why: bool = False
    credit: Credit | None = None
    round: Round | None = None


_KEPT = {"level": Measure.LEVEL, "delta": Measure.DELTA, "pct": Measure.PCT}
_ON_THEIR_OWN = frozenset({"rank", "total", "unit_level"})
_MEASURED = frozenset({"measure", "source"})
_PLACES = frozenset({"slides", "slide_of"})
_OPENERS = frozenset({"en", "maar", "ook", "of"})


def remember(answer: Answer) -> Last | None:
    """Give what a follow-up may go on about; None when the answer was about nothing of the document."""
    if answer.status in {Status.NOT_FOUND, Status.HELP} or not answer.subjects:
        return None
    policies: tuple[str, ...] = getattr(answer.query, "policies", ()) or ()
    if not isinstance(policies, tuple):
        policies = ()
    return Last(
        answer.subjects,
        policies,
        _KEPT.get(answer.kind, Measure.LEVEL),
        answer.kind == "reason",
        getattr(answer.query, "credit", None),
        getattr(answer.query, "round", None) if answer.kind in _KEPT else None,
    )


def follow(asked: Asked, last: Last) -> Asked:
    """Fill in what a short question leaves out; a question that names a subject and a measure is left as it is."""
    frame = asked.frame
    marks = frame.marks
    if (
        frame.unknown
        or "elsewhere" in marks
        or "order_to_bot" in marks
        or "opinion" in marks
        or "help" in marks
        or frame.numbers
    ):
        return asked
    opened = frame.word(0) in _OPENERS
    if not asked.has_names:
        if not (opened or _says_something(asked)) or not _ON_THEIR_OWN.isdisjoint(marks) or _of_document(asked):
            return asked
        return _with_subjects(asked, last)
    if opened and not _says_something(asked):
        return _with_measure(asked, last)
    return asked


def _says_something(asked: Asked) -> bool:
    """Whether anything but a subject is asked: a credit, a round, a measure, a reason or a place."""
    marks = asked.frame.marks
    return any(
        kind in marks
        for kind in ("credit", "measure", "why", "round_kind", "relative_round", "rest", "share", "nature", "source")
    ) or bool(asked.frame.years)


def _of_document(asked: Asked) -> bool:
    """Whether a question is about the document itself: who, when, how many slides."""
    source = asked.frame.marks.get("source", {})
    return bool(source) and not source.keys() <= _PLACES


def _with_subjects(asked: Asked, last: Last) -> Asked:
    lines = asked.explanation.lines
    known = tuple(one for one in last.subjects if one in lines)
    policies = tuple(one for one in last.policies if one in asked.explanation.policies)
    if policies:
        return asked._replace(policies=policies)
    subjects = tuple(Subject((one,), lines[one].name, -1, -1) for one in known)
    measured = asked.change or asked.percent or asked.why or not _MEASURED.isdisjoint(asked.frame.marks)
    kept = asked._replace(subjects=subjects)
    if not asked.why:
        kept = _with_credit_and_round(kept, last)
    if measured or asked.rounds.single is not None:
        return kept
    return kept._replace(
        change=last.measure is Measure.DELTA,
        firm_change=last.measure is Measure.DELTA,
        percent=last.measure is Measure.PCT,
    )


def _with_measure(asked: Asked, last: Last) -> Asked:
    if last.why:
        asked.frame.marks.setdefault("why", {})["why"] = 0
    return asked._replace(
        change=last.measure is Measure.DELTA,
        firm_change=last.measure is Measure.DELTA,
        percent=last.measure is Measure.PCT,
        credit=last.credit,
        rounds=replace(asked.rounds, single=last.round),
    )


def _with_credit_and_round(asked: Asked, last: Last) -> Asked:
    """Keep the credit and the round that were asked before, where the follow-up names no other."""
    named = asked.both_credits or asked.credit is not None
    rounds = asked.rounds
    elsewhere = rounds.single is not None or rounds.change or rounds.foreign is not None
    return asked._replace(
        credit=asked.credit if named else last.credit,
        rounds=rounds if elsewhere or asked.change else replace(rounds, single=last.round),
    )
