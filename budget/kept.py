"""Indexes that are built once per loaded document and dropped again; nothing is kept per question."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from budget.model import Explanation

__all__ = ["kept_per_explanation"]

T = TypeVar("T")

_ROOM = 16  # documents side by side; the oldest index makes room and is built again when asked


def kept_per_explanation(build: Callable[[Explanation], T]) -> Callable[[Explanation], T]:
    """Wrap a builder so that it runs once per explanation object."""
    # Keyed by identity: an explanation holds mappings and cannot be hashed. The explanation itself is kept
    # beside its index, so its id cannot be given to another object meanwhile.
    kept: dict[int, tuple[Explanation, T]] = {}

    def get(explanation: Explanation) -> T:
        found = kept.get(id(explanation))
        if found is not None:
            return found[1]
        built = build(explanation)
        if len(kept) >= _ROOM:
            kept.pop(next(iter(kept)), None)
        kept[id(explanation)] = (explanation, built)
        return built

    get.__doc__ = build.__doc__
    return get
