"""Opens the house that the settings name; it is the terminal's only way to the data."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import data_folder

if TYPE_CHECKING:
    from bot.wiring import House
    from budget.model import Catalog

__all__ = ["open_here", "read_here"]


def open_here() -> House:
    """The house of BBT_DATA, or of the built-in data.

    Raises DataError or ReconcileError when the data cannot be trusted.
    """
    from bot.wiring import open_house

    return open_house(data_folder(os.environ, Path()))


def read_here() -> tuple[Catalog, Path]:
    """The same data read anew and not yet reconciled, and its folder.

    Raises DataError when a file is missing or malformed.
    """
    from budget.catalog import build_catalog
    from budget.store.builtin import builtin_folder
    from budget.store.load import read_folder

    folder = data_folder(os.environ, Path()) or builtin_folder()
    return build_catalog(read_folder(folder)), folder
