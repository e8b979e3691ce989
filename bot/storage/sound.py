"""Whether a SQLite file holds together, asked before anything trusts it; it loads no library and repairs nothing."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

__all__ = ["DamagedError", "NoPlaceError", "check_file", "engine_file", "file_of"]

_SCHEME: Final = "sqlite:///"
_SECONDS: Final = 30


class DamagedError(RuntimeError):
    """A database file that cannot be trusted; `file` is its path."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class NoPlaceError(RuntimeError):
    """A database file that cannot be made or written where it should stand; `file` is its path."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


def file_of(address: str) -> Path | None:
    """The file of a database address; None for another database or one in memory."""
    _, scheme, path = address.partition(_SCHEME)
    path = path.partition("?")[0]
    return Path(path) if scheme and path and path != ":memory:" else None


def engine_file(file: Path) -> Path:
    """The file beside it in which the engine of the deliveries keeps how far it got."""
    return file.with_name(f"{file.stem}-engine{file.suffix}")


def check_file(file: Path) -> None:
    """Read the file through; one that does not exist yet is sound.

    Raises DamagedError for a file that is no database or does not hold together, NoPlaceError where none can be
    written.
    """
    # SQLite makes files beside it, so the folder counts too.
    if not os.access(file.parent, os.W_OK | os.X_OK) or not file.parent.is_dir():
        raise NoPlaceError(str(file))
    if not file.exists():
        return
    if not os.access(file, os.W_OK):
        raise NoPlaceError(str(file))
    try:
        with closing(sqlite3.connect(file, timeout=_SECONDS)) as base:
            sound = base.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.OperationalError:
        raise  # a full disk or a missing right is no damage
    except sqlite3.DatabaseError:
        raise DamagedError(str(file)) from None
    if not sound:
        raise DamagedError(str(file))
