"""Questions about another year, another round, a part of a year, or what was really spent."""

from __future__ import annotations

import re

from bot.grammar.asked import Asked
from bot.grammar.rules.refusals import about
from budget.queries import Query, ReasonCode, RefusalQuery

__all__ = ["foreign_round"]

_DIGITS = re.compile(r"\d+")


def foreign_round(asked: Asked) -> Query | None:
    """Another year or another round than the two of the document."""
    rounds = asked.rounds
    frame = asked.frame
    other = frame.marks.get("other_round") or _month(asked) or _spent(asked) or (_day(asked) if frame.dates else None)
    if rounds.foreign is None and other is None:
        return None
    if not asked.has_names and frame.has("source", "presenter"):
        return RefusalQuery(ReasonCode.OTHER_YEAR, "not_found", document=asked.document)
    subjects = about(asked) or (asked.explanation.total.id,)
    if rounds.foreign is None:
        code = ReasonCode.OTHER_ROUND
    elif asked.policies and _period_of(asked, rounds.foreign.year):
        return None
    else:
        code = ReasonCode.OTHER_ROUND if rounds.foreign_kind else ReasonCode.OTHER_YEAR
    heard = rounds.foreign.label if rounds.foreign is not None else next(iter(other or ()))
    return RefusalQuery(
        code,
        "no_data",
        subjects,
        asked.policies,
        asked.credit,
        rounds.foreign,
        kind=asked.measure.value,
        heard=heard,
        document=asked.document,
    )


def _month(asked: Asked) -> dict[str, int] | None:
    """Give the month or quarter a year was narrowed to ("maart 2022", "derde kwartaal"): no budget round is that fine.

    A month without a year narrows only behind a preposition ("in september"); a part of a year always does.
    """
    frame = asked.frame
    found = frame.marks.get("month")
    if found is None or asked.rounds.single is not None:
        return found
    place = found["month"]
    part_of_year = not _PARTS_OF_YEAR.isdisjoint(frame.words[place : place + 2])
    narrowed = frame.word(place - 1) in _WITHIN or frame.word(place - 2) in _WITHIN
    return found if part_of_year or narrowed else None


_WITHIN = frozenset({"in", "voor", "van", "tot", "sinds", "vanaf", "tijdens"})
_PARTS_OF_YEAR = frozenset({"q", "kwartaal", "trimester", "semester", "halfjaar", "jaarhelft"})


_REALLY = frozenset({"effectief", "werkelijk", "daadwerkelijk", "echt", "reeel"})
_SPENT = frozenset({"besteed", "uitgegeven", "gespendeerd", "betaald", "benut", "opgebruikt", "uitbetaald"})


def _spent(asked: Asked) -> dict[str, int] | None:
    """What was really spent ("effectief aan loopbanen uitgegeven"): a budget does not tell."""
    words = asked.frame.words
    if _REALLY.isdisjoint(words) or _SPENT.isdisjoint(words):
        return None
    return {"uitvoering": next(place for place, word in enumerate(words) if word in _REALLY)}


def _day(asked: Asked) -> dict[str, int] | None:
    """A whole date beside a name, other than the document's own: no budget round is of one day."""
    if not asked.has_names or "source" in asked.frame.marks:
        return None
    day = asked.explanation.document.date
    own = {day.day, day.month, day.year}
    if all(own.issuperset(map(int, _DIGITS.findall(date))) for date in asked.frame.dates):
        return None
    return {asked.frame.dates[0]: 0}


def _period_of(asked: Asked, year: int) -> bool:
    """Whether a named year belongs to a period of the named policies (ESF 2014-2020)."""
    explanation = asked.explanation
    for policy in asked.policies:
        for action in explanation.policy_actions.get(policy, ()):
            if action.period is not None and action.period[0] <= year <= action.period[1]:
                return True
        for reason in explanation.policy_reasons.get(policy, ()):
            if str(year) in reason.cause or str(year) in reason.name:
                return True
    return False
