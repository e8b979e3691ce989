"""Puts the parts together once: a house is the loaded catalog with the words that lead into it; it answers nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from budget.model import Catalog
    from budget.resolve.lexicon import Lexicon

__all__ = ["House", "open_house"]


@dataclass(frozen=True, slots=True)
class House:
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

    catalog = open_catalog(builtin_folder() if folder is None else folder)
    return House(catalog, Lexicon(catalog))
