"""Errors of the domain: they carry facts, never Dutch sentences (bot/replies makes those)."""

from __future__ import annotations

from dataclasses import dataclass

# Not frozen: Python writes the traceback into an error that passes a context manager.

__all__ = ["BudgetError", "DataError", "ReconcileError"]


class BudgetError(Exception):
    """Root of all expected errors of the domain."""


@dataclass(eq=False)
class DataError(BudgetError):
    """A data file is missing, unreadable or malformed."""

    file: str  # path as the user knows it
    line: int | None  # 1-based line in that file; None when it concerns the whole file
    problem: str  # missing | unreadable | encoding | syntax | column | value | reference | duplicate | empty
    found: str  # what stood there, shortened
    expected: str  # what was expected there


@dataclass(eq=False)
class ReconcileError(BudgetError):
    """The figures of a document contradict each other beyond its known gaps."""

    file: str
    row: str  # id of the row
    check: str  # id of the check that failed
    expected_eur: int
    found_eur: int

    @property
    def gap_eur(self) -> int:
        """Found minus expected, whole euro."""
        return self.found_eur - self.expected_eur
