"""What terminal tests share: running a command in this process, and data folders to spoil."""

from __future__ import annotations

import io
import shutil
from typing import NamedTuple

import pytest

from bot.__main__ import main
from bot.wiring import open_house
from budget.store.builtin import builtin_folder


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def house():
    return open_house()


@pytest.fixture
def bbt(capsys, monkeypatch):
    """Run a command as a user would; `typed` is what comes on standard input, as bytes."""

    def run(*arguments: str, typed: bytes = b"") -> Ran:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed)))
        code = main(arguments)
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture
def own_data(tmp_path, monkeypatch):
    """A copy of the built-in data that a test may spoil, named by BBT_DATA."""
    folder = tmp_path / "gegevens"
    shutil.copytree(builtin_folder(), folder)
    monkeypatch.setenv("BBT_DATA", str(folder))
    return folder
