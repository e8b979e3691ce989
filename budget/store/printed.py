"""Amounts as a data file writes them become whole euro with their printed step; other notations are not read here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from budget.records import PrintedRecord

__all__ = ["printed"]

_UNITS = {"miljard": 1_000_000_000, "miljoen": 1_000_000}


def printed(text: str, unit: str) -> PrintedRecord:
    """Whole euro and the euro value of the last written digit.

    >>> printed("35,7", "miljoen")
    (35700000, 100000)
    >>> printed("-0,08", "miljoen")
    (-80000, 10000)
    """
    whole, _, decimals = text.partition(",")
    step = _UNITS[unit] // 10 ** len(decimals)
    return int(whole + decimals) * step, step
