"""The records of a data folder kept under the digest of its bytes; a cache that is odd in any way is passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budget.store.load import load_catalog

if TYPE_CHECKING:
    from pathlib import Path

    from budget.model import Catalog

__all__ = ["open_catalog"]


def open_catalog(folder: Path) -> Catalog:
    """The catalog of a data folder, as load_catalog gives it.

    Raises:
        DataError: as load_catalog.
        ReconcileError: as load_catalog.
    """
    return load_catalog(folder)
