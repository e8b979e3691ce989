"""The pieces answers are made of: figures, sources, sums of reasons, checks, hits; no body and no sentence."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from budget.model import Action, Credit, Document, KnownGap, Line, Reason, Round, Slide, Statement

__all__ = ["Check", "Figure", "LookupHit", "ReasonSum", "SearchHit", "Source", "Status"]


class Status(StrEnum):
    """How a question ended (DOMAIN, rules for answers 5)."""

    OK = "ok"
    OK_BOTH = "ok_both"
    AMBIGUOUS = "ambiguous"
    NO_DATA = "no_data"
    NOT_FOUND = "not_found"
    HELP = "help"


class Figure(Struct, frozen=True):
    """One figure of the document or computed from it; `round` is None for changes, percentages and shares.

    value_pct is exact (3,5 % is Fraction(35, 10)); exactly one of the three values is set.
    """

    subject: str
    measure: str  # level | delta | pct | share | sum | difference | driver | quantity | rest
    credit: Credit | None
    round: Round | None
    value_eur: int | None = None
    value_pct: Fraction | None = None
    value_qty: int | None = None


class Source(Struct, frozen=True):
    """Where a figure stands: the document, a slide of it, and the link to that slide when it has an address."""

    document: Document
    slide: Slide
    link: str | None


class Rest(Struct, frozen=True):
    """A part of what the reasons below an aggregate leave open: why it is open, how much, and at which lines.

    kind is "rounding", "unexplained", "no_amount" (a cause without an amount) or "no_reason" (no cause at all).
    """

    kind: str
    eur: int
    lines: tuple[Line, ...]


class ReasonSum(Struct, frozen=True):
    """Stated reasons of one line held against its change of VAK: parts + rest = delta.

    Reasons without amount are in `reasons` too; `rest` is then None and nothing is added up. rest_is_rounding is
    True when the rest fits the rounding of the printed parts (half a step each, and half a step for the statement).
    """

    line: Line
    reasons: tuple[Reason, ...]  # top reasons, source order
    parts: tuple[tuple[Reason, tuple[Reason, ...]], ...]  # net reasons with what they are made of
    stated_eur: int | None  # sum of the stated amounts
    delta_eur: int
    rest_eur: int | None
    rest_is_rounding: bool
    gap: KnownGap | None
    rests: tuple[Rest, ...] = ()  # the rest of an aggregate by what leaves it open; empty for a single line


class LookupHit(Struct, frozen=True):
    """A fact that rounds to the number: what it is, and its exact value."""

    figure: Figure
    line: Line | None
    reason: Reason | None
    action: Action | None
    statement: Statement | None  # only when the slide alone prints the number: the table row then says another one
    slide: Slide


class Check(Struct, frozen=True):
    """One reconciliation check: expected and found in whole euro, and the known gap that covers a difference."""

    id: str
    group: str  # rounds | programme | total | objective | part | statement | reasons | net
    row: str
    file: str
    credit: Credit | None
    expected_eur: int
    found_eur: int
    tolerance_eur: int  # difference that printing at a step allows; 0 for table sums
    gap: KnownGap | None
    at_most: bool = False  # a part against its whole: found may be anything up to expected

    @property
    def difference_eur(self) -> int:
        """Found minus expected, whole euro."""
        return self.found_eur - self.expected_eur

    @property
    def holds(self) -> bool:
        """Whether the difference is nothing, within printing, or exactly the known gap."""
        if self.gap is not None:
            return self.difference_eur == self.gap.gap_eur
        if self.at_most:
            return self.difference_eur <= 0
        return abs(self.difference_eur) <= self.tolerance_eur


class SearchHit(Struct, frozen=True):
    """An item that holds the words: its kind, name and the command that opens it."""

    kind: str  # line | reason | action | policy | glossary | slide
    name: str
    command: str
    slide: Slide | None
