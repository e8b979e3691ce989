"""The settings from the environment or a .env file; nothing here opens data, and unset stays unset."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["data_folder", "own_database", "setting"]

ENV_FILE = ".env"


def setting(name: str, environ: Mapping[str, str], folder: Path) -> str | None:
    """The value of one setting: the environment first, then the .env file of a folder; None when unset or empty."""
    value = environ.get(name, "")
    file = folder / ENV_FILE
    if not value and file.is_file():
        # Only here: a question from a folder without a .env file does not pay for its reader.
        from dotenv import dotenv_values

        value = dotenv_values(file).get(name) or ""
    return value.strip() or None


def data_folder(environ: Mapping[str, str], folder: Path) -> Path | None:
    """The folder of documents that BBT_DATA names (relative to where the user stands); None for the built-in ones."""
    value = setting("BBT_DATA", environ, folder)
    return None if value is None else folder / Path(value).expanduser()


def own_database(environ: Mapping[str, str]) -> str:
    """The address of a database of this user, its folder made if it may be: who opens it tells when it may not."""
    folder = Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "bbt"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return f"sqlite:///{folder / 'bbt.db'}"
