"""Puts the parts together once: a house is the loaded catalog with the words that lead into it; it answers nothing."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from budget.model import Catalog
    from budget.resolve.lexicon import Lexicon

__all__ = ["House", "all_to_stay", "open_house"]


class House(Struct, frozen=True):
    """All that a question needs: the facts and the names of the facts."""

    catalog: Catalog
    lexicon: Lexicon


def open_house(folder: Path | None = None) -> House:
    """Load and reconcile a folder of documents (None: the built-in ones).

    Raises DataError for a file that is missing or malformed, ReconcileError for figures that contradict each other.
    """
    from budget.resolve.lexicon import Lexicon
    from budget.store.builtin import builtin_folder
    from budget.store.cache import open_catalog

    with all_to_stay():
        catalog = open_catalog(builtin_folder() if folder is None else folder)
        return House(catalog, Lexicon(catalog))


@contextmanager
def all_to_stay() -> Iterator[None]:
    """Keep the collector from walking through what is being made and stays as long as the program.

    On a large data set that takes a quarter of the load time, and later a pause of a tenth of a second in one answer.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_on:
            gc.enable()
