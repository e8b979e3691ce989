"""Stated causes picked out and worked out further: what is asked of them, and what an answer holds."""

from __future__ import annotations

from msgspec import Struct

from budget.model import Credit, Line, Nature, Reason

__all__ = ["CauseGroup", "CausesBody", "CausesQuery", "Pick"]


class Pick(Struct, frozen=True):
    """Which stated causes are meant: those of a policy, one single one, those of a nature, or those of a sign."""

    policy: str | None = None
    reason: str | None = None
    nature: Nature | None = None
    sign: int = 0


class CausesQuery(Struct, frozen=True):
    """Stated amounts below a line worked out further.

    operator is "+" (the picks added up), "-" (first minus second), "off" (the change of the line without them) or "/"
    (the others as a part of the first, in percent).
    """

    operator: str
    picks: tuple[Pick, ...]
    subject: str
    credit: Credit | None = None
    document: str | None = None


class CauseGroup(Struct, frozen=True):
    """Stated causes picked together: what they were picked by, those with an amount and their sum, those without."""

    pick: Pick
    name: str  # of the policy, the reason or the nature; "" for a sign
    counted: tuple[Reason, ...]
    total_eur: int
    uncounted: tuple[Reason, ...]


class CausesBody(Struct, frozen=True):
    """Groups of stated causes below a line and what they come to; with operator "off" the change without them."""

    line: Line
    operator: str
    groups: tuple[CauseGroup, ...]
    outcome_eur: int
