"""What part of a whole something is, when the whole is named by its number: "hoeveel van de 57,7 miljoen"."""

from __future__ import annotations

from bisect import bisect_left

from bot.grammar.asked import Asked
from bot.grammar.rules.numbers import main_span
from budget.model import Credit, Line, Nature
from budget.queries import Measure, NatureQuery, PolicyQuery, Query, ReadNumber, ReasonCode, RefusalQuery, ShareQuery
from budget.resolve.lines import inside
from budget.rounding import rounds_to

__all__ = ["of_a_number"]

_POINTING = frozenset({"de", "die", "deze"})
_ASKING = frozenset({"hoeveel", "deel", "aandeel", "stuk"})


def of_a_number(asked: Asked) -> Query | None:
    """Something as a part of the one change of VAK that rounds to the number, else of the one level; else a refusal."""
    span = main_span(asked) if asked.frame.numbers else None
    natures = asked.frame.marks.get("nature", {})
    named = len(asked.subjects) + bool(asked.policies) + bool(natures)
    if span is None or span.number.kind != "eur" or asked.why or not named or not _is_whole(asked, span.start):
        return None
    measure = Measure.DELTA
    found = _with_amount(asked, span.number, measure)
    if not found:
        measure = Measure.LEVEL
        found = _with_amount(asked, span.number, measure)
    if named > 1 and natures and asked.lines and not asked.policies:
        found, named = [one for one in found if one.id == asked.lines[0]], 1  # "van de 5,5 miljoen bij activering SE"
    query = _part(asked, found[0], natures, measure) if len(found) == named == 1 else None
    return query or RefusalQuery(
        ReasonCode.NOT_UNDERSTOOD,
        "no_data",
        asked.lines or (found[0].id if len(found) == 1 else asked.explanation.total.id,),
        asked.policies,
        kind="turned",
        heard="deel van" if "deel" in asked.frame.words else "hoeveel van",
        document=asked.document,
    )


def _with_amount(asked: Asked, number: ReadNumber, measure: Measure) -> list[Line]:
    """Give the lines whose change or level of VAK rounds to a number."""
    level = measure is Measure.LEVEL
    return [
        one
        for one in asked.explanation.lines.values()
        if rounds_to(
            one.amounts.draft(Credit.VAK) if level else abs(one.amounts.vak_delta), abs(number.value), number.step
        )
    ]


def _part(asked: Asked, whole: Line, natures: dict[str, int], measure: Measure) -> Query | None:
    """Give the part that is named, when it is one of this line; what is stated of causes is a part of a change only."""
    explanation = asked.explanation
    if measure is Measure.LEVEL and (natures or asked.policies):
        return None
    if len(natures) == 1:
        return NatureQuery(Nature(next(iter(natures))), whole.id, asked.credit, asked.document)
    if asked.policies:
        homes = {one.line for name in asked.policies for one in explanation.policy_reasons.get(name, ())}
        if homes != {whole.id}:
            return None
        return PolicyQuery(
            asked.policies, asked.reasons, credit=asked.credit, document=asked.document, asked=True, share=True
        )
    one = asked.subjects[0]
    if one.ambiguous or not inside(explanation.lines[one.line], whole, explanation):
        return None
    return ShareQuery(one.line, whole.id, measure, asked.credit, None, asked.document)


def _is_whole(asked: Asked, start: int) -> bool:
    """Whether the number is what a part is asked of: "hoeveel van de", "welk deel van die" before it."""
    frame = asked.frame
    place = bisect_left([at for _word, at, _end in frame.places], start)
    before = frame.words[max(0, place - 2) : place]
    said = before[-1:] == ["van"] or (before[:1] == ["van"] and not _POINTING.isdisjoint(before))
    return said and (asked.percent or not _ASKING.isdisjoint(frame.words[:place]))
