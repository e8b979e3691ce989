"""Indexes that are built once per loaded document or catalog and dropped again; nothing is kept per question."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["kept_by_identity"]

K = TypeVar("K")
T = TypeVar("T")

_ROOM = 16  # documents side by side; the oldest index makes room and is built again when asked


def kept_by_identity(build: Callable[[K], T]) -> Callable[[K], T]:
    """Wrap a builder so that it runs once per explanation or catalog object."""
    # Keyed by identity: what holds mappings cannot be hashed. The object itself is kept beside its index, so its
    # id cannot be given to another object meanwhile.
    kept: dict[int, tuple[K, T]] = {}

    def get(source: K) -> T:
        found = kept.get(id(source))
        if found is not None:
            return found[1]
        built = build(source)
        if len(kept) >= _ROOM:
            kept.pop(next(iter(kept)), None)
        kept[id(source)] = (source, built)
        return built

    get.__doc__ = build.__doc__
    return get
