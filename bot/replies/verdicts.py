"""The five verdicts as people read them; small, as faces that judge nothing need no more of the checker."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from budget.claims.model import Verdict

__all__ = ["claims_counted", "verdict_name"]

_NAMES: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.TRUE: "klopt",
        Verdict.APPROX: "klopt ongeveer",
        Verdict.HALF: "half juist",
        Verdict.FALSE: "klopt niet",
        Verdict.UNCHECKABLE: "niet te controleren",
    }
)


def verdict_name(verdict: Verdict) -> str:
    """A verdict as a reader sees it: "klopt", "half juist"."""
    return _NAMES[verdict]


def claims_counted(number: int) -> str:
    """A number of claims: "1 bewering", "3 beweringen"."""
    return f"{number} {'bewering' if number == 1 else 'beweringen'}"
