"""Where the data that comes with the program stands; nothing is read here."""

from __future__ import annotations

from pathlib import Path

__all__ = ["builtin_folder"]

_BUDGET = Path(__file__).resolve().parent.parent


def builtin_folder() -> Path:
    """The packaged copy when there is one (a wheel), else the data folder of the checkout."""
    packaged = _BUDGET / "_data"
    return packaged if packaged.is_dir() else _BUDGET.parent / "data"
