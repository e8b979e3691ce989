"""The figures of the document a claim is held against, and where else its number stands; nothing is judged here."""

from __future__ import annotations

from fractions import Fraction

from budget.answers import Figure, LookupBody, LookupHit
from budget.claims.judge.rule import judge
from budget.claims.model import Claimed, Kind, Verdict
from budget.compute.lookup import answer as look_up
from budget.figures import figure_of
from budget.model import Catalog, Credit, Explanation, Level, Line, Round
from budget.queries import LookupQuery, Measure

__all__ = ["PCT", "elsewhere_on_line", "owners", "true_figure", "twins", "value_of"]

PCT = 10_000  # read percentages count in 1/10000 of a percent
_MEASURES = {Kind.LEVEL: Measure.LEVEL, Kind.DELTA: Measure.DELTA, Kind.PCT: Measure.PCT}
_OWNERS = 3


def true_figure(explanation: Explanation, line: Line, kind: Kind, credit: Credit, at: Round) -> Figure:
    """The figure of a line that a claim of this kind is about."""
    return figure_of(line, _MEASURES.get(kind, Measure.LEVEL), credit, at, explanation)


def value_of(figure: Figure) -> Fraction | None:
    """The value of a figure in the units numbers are read in."""
    if figure.value_pct is not None:
        return figure.value_pct * PCT
    whole = figure.value_eur if figure.value_eur is not None else figure.value_qty
    return None if whole is None else Fraction(whole)


def twins(explanation: Explanation, line: Line) -> tuple[Line, ...]:
    """The lines a line is easily taken for: its namesake of the other branch, its whole, and its part."""
    found: list[Line] = []
    name, bracket, _ = line.name.partition(" (")
    for other in explanation.lines.values():
        if other.id == line.id or other.level not in {Level.ISE, Level.PROGRAMME}:
            continue
        namesake = bool(bracket) and other.scope == line.scope and other.name.partition(" (")[0] == name
        if namesake or other.id == line.whole or other.whole == line.id:
            found.append(other)
    return tuple(found)


def elsewhere_on_line(explanation: Explanation, line: Line, claimed: Claimed, true: Figure) -> tuple[Figure, ...]:
    """Other figures of the same line that the number fits: another credit, round or measure."""
    document = explanation.document
    found: list[Figure] = []
    kinds = (Kind.PCT,) if claimed.number.kind in {"pct", "pp"} else (Kind.LEVEL, Kind.DELTA)
    for credit in Credit:
        for kind in kinds:
            rounds = (document.draft_round, document.base_round) if kind is Kind.LEVEL else (document.draft_round,)
            for at in rounds:
                figure = true_figure(explanation, line, kind, credit, at)
                value = value_of(figure)
                if figure == true or value is None:
                    continue
                size = abs(claimed.number.value)
                if judge(abs(value), size, Claimed(claimed.number))[0] is Verdict.TRUE:
                    found.append(figure)
    return tuple(found)


def owners(catalog: Catalog, explanation: Explanation, claimed: Claimed) -> tuple[LookupHit, ...]:
    """The facts of the document that a number fits best, whatever the sentence says it is about."""
    if claimed.number.kind not in {"eur", "pct"}:
        return ()
    body = look_up(LookupQuery(claimed.number, document=explanation.document.id), catalog).body
    return body.hits[:_OWNERS] if isinstance(body, LookupBody) else ()
