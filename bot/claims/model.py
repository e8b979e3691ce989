"""A judged claim with its place in the text; nothing is judged here."""

from __future__ import annotations

from dataclasses import dataclass

from budget.claims.judge import Claimed, Truth, Verdict
from budget.model import Explanation
from budget.queries import ReasonCode

__all__ = ["Claim", "Found"]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found about one claim: its verdict and what it rests on."""

    verdict: Verdict
    code: ReasonCode | None = None
    claimed: Claimed | None = None
    truth: Truth | None = None
    held: Truth | None = None  # the other value a half right claim does hold for
    subjects: tuple[str, ...] = ()
    measure: str | None = None
    heard: str = ""  # words that were not understood


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: line (from 1), start and end in code points of that line, the words, and what was found."""

    line: int
    start: int
    end: int
    quote: str
    found: Found
    explanation: Explanation
    younger: bool = False  # the statement is younger than the document
