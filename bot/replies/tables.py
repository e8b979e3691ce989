"""The tables of replies: lines with all their figures in thousand euro; nothing is computed but the percentage."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.replies.amounts import growth
from bot.replies.model import Table
from budget.model import Credit, Document, Line
from budget.money import thousands

__all__ = ["IN_THOUSANDS", "one_credit", "six_figures"]

IN_THOUSANDS = "Bedragen in duizend euro"
_NUMERIC = (False, True, True, True, True)


@lru_cache(maxsize=8192)
def _written(label: str, base: int, delta: int, draft: int) -> tuple[str, ...]:
    return (label, thousands(base), thousands(delta, sign=True), thousands(draft), growth(delta, base))


def _cells(line: Line, credit: Credit, label: str) -> tuple[str, ...]:
    amounts = line.amounts
    if credit is Credit.VAK:
        return _written(label, amounts.vak_base, amounts.vak_delta, amounts.vak_draft)
    return _written(label, amounts.vek_base, amounts.vek_delta, amounts.vek_draft)


def _header(document: Document, first: str) -> tuple[str, ...]:
    return (first, document.base_round.label, "Delta", document.draft_round.label, "Delta %")


def six_figures(lines: Sequence[Line], document: Document) -> Table:
    """Both credits of each line in both rounds, with the change in thousand euro and in percent."""
    if len(lines) == 1:
        line = lines[0]
        rows = (_cells(line, Credit.VAK, "VAK"), _cells(line, Credit.VEK, "VEK"))
        return Table(IN_THOUSANDS, _header(document, "Krediet"), rows, _NUMERIC)
    many = tuple(_cells(line, credit, f"{line.name}, {credit.value}") for line in lines for credit in Credit)
    return Table(IN_THOUSANDS, _header(document, "Lijn en krediet"), many, _NUMERIC)


def one_credit(lines: Sequence[Line], document: Document, credit: Credit) -> Table:
    """One credit of each line in both rounds, with the change in thousand euro and in percent."""
    rows = tuple(_cells(line, credit, line.name) for line in lines)
    return Table(f"{IN_THOUSANDS}, {credit.value}", _header(document, "Lijn"), rows, _NUMERIC)
