"""Questions that set the two credits side by side."""

from __future__ import annotations

from bot.grammar.asked import Asked
from bot.grammar.rules.lines import choice
from bot.grammar.rules.numbers import two_years
from budget.model import Credit, Level
from budget.queries import CreditCompareQuery, Measure, Query, ReasonCode, RefusalQuery

__all__ = ["credits_compared"]


def credits_compared(asked: Asked) -> Query | None:
    """VAK against VEK of one line."""
    if not asked.both_credits or len(asked.subjects) > 1 or asked.policies or asked.why:
        return None
    if not asked.subjects and "unit_level" in asked.frame.marks:
        return _apart_by_credit(asked)
    measure = asked.compared if asked.compared.value != "level" or not asked.change else asked.measure
    if "difference" in asked.frame.marks.get("measure", {}) and not asked.firm_change:
        measure = asked.compared
    if len({year for year, _ in asked.frame.years}) > 1 and _year_beside_credit(asked):
        return _in_two_rounds(asked)
    moves = {"rise", "fall", "delta", "evolution"} & asked.frame.marks.get("measure", {}).keys()
    if not moves and "dan" in asked.frame.words:
        measure = Measure.LEVEL  # "hoger dan", "meer VEK dan VAK": two sizes, and nothing that moves
    found = choice(asked, measure.value)
    if found is not None:
        return found
    return CreditCompareQuery(
        (asked.subjects[0].line if asked.subjects else asked.explanation.total.id),
        measure,
        asked.rounds.single,
        asked.document,
    )


def _apart_by_credit(asked: Asked) -> Query | None:
    """The one line that moves as is said in each credit ("daalt in VAK maar stijgt in VEK"); lines are not guessed."""
    frame = asked.frame
    measure = frame.marks.get("measure", {})
    moves = sorted((measure[name], sign) for name, sign in (("rise", 1), ("fall", -1)) if name in measure)
    said = sorted(frame.marks["credit"].items(), key=lambda one: one[1])
    ways = [(Credit(credit), sign) for (credit, _), (_, sign) in zip(said, moves, strict=False)]
    level = Level.PROGRAMME if frame.has("unit_level", "programme") else Level.ISE
    total = asked.explanation.total.id
    every = [one for one in asked.explanation.lines.values() if one.level is level and one.scope == total]
    found = [one.id for one in every if all(one.amounts.delta(credit) * sign > 0 for credit, sign in ways)]
    if len(ways) == 2 and len(found) == 1:  # noqa: PLR2004 - one way for each credit
        return CreditCompareQuery(found[0], Measure.DELTA, None, asked.document)
    return RefusalQuery(
        ReasonCode.NOT_UNDERSTOOD, "no_data", (total,), kind="turned", heard="VAK en VEK", document=asked.document
    )


def _in_two_rounds(asked: Asked) -> Query:
    """Two levels, each in its own credit and year ("VAK 2021 tegenover VEK 2022"); what they change is not guessed."""
    document = asked.explanation.document
    rounds = {one.year: one for one in (document.base_round, document.draft_round)}
    years = {place: year for year, place in asked.frame.years}
    sides = []
    for credit, at in sorted(asked.frame.marks["credit"].items(), key=lambda one: one[1]):
        year = years.get(at + 1) or years.get(at + 2)
        if year in rounds:
            sides.append((Credit(credit), rounds[year]))
    settled = len(sides) == len({at for _, at in sides}) == 2 and len(asked.frame.years) == 2  # noqa: PLR2004 - two sides
    if not settled or asked.change or asked.percent:
        return two_years(asked)
    found = choice(asked, "level")
    if found is not None:
        return found
    line = asked.subjects[0].line if asked.subjects else asked.explanation.total.id
    return CreditCompareQuery(line, document=asked.document, sides=tuple(sides))


def _year_beside_credit(asked: Asked) -> bool:
    """Whether each credit has a year of its own ("VAK 2021 en VEK 2022"): no answer sets those side by side."""
    places = {place for _, place in asked.frame.years}
    credits = asked.frame.marks["credit"].values()
    return all(places & {at + 1, at + 2, at - 1} for at in credits)
