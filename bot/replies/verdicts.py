"""The five verdicts as people read them; small, as faces that judge nothing need no more of the checker."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from budget.claims.model import Verdict

__all__ = ["claims_counted", "verdict_name", "verdicts_counted"]

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


_SEVERAL: Mapping[Verdict, str] = MappingProxyType(
    {Verdict.TRUE: "kloppen", Verdict.APPROX: "kloppen ongeveer", Verdict.FALSE: "kloppen niet"}
)


def verdicts_counted(counts: Mapping[Verdict, int]) -> str:
    """How many claims have each verdict, the best first: "2 kloppen, 1 klopt niet"; empty without any."""
    return ", ".join(
        f"{counts[one]} {name if counts[one] == 1 else _SEVERAL.get(one, name)}"
        for one, name in _NAMES.items()
        if counts.get(one, 0)
    )


def claims_counted(number: int) -> str:
    """A number of claims: "1 bewering", "3 beweringen"."""
    return f"{number} {'bewering' if number == 1 else 'beweringen'}"
