"""The import contracts of pyproject.toml hold, and each of them can be broken."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.files import ROOT

LINT = Path(sys.executable).with_name("lint-imports")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
# A module and a line that breaks the contract of that name.
BREAKS = {
    "budget knows no face": ("budget/engine.py", "import bot.handle"),
    "questions are computed apart": ("budget/compute/rank.py", "import budget.compute.share"),
    "a claim is read": ("budget/claims/read.py", "import budget.claims.judge"),
    "the road is pure": ("bot/replies/build.py", "import sqlite3"),
    "heavy libraries stay": ("budget/engine.py", "import pandas"),
    "a database is spoken to": ("bot/storage/sql.py", "import sqlalchemy"),
    "digests are triggered": ("bot/digest/send.py", "import dbos"),
}


def lint(folder):
    return subprocess.run([LINT, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def small_house(tmp_path):
    """The rooms of the contracts, empty, under the contracts of this project."""
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(settings[settings.index("[tool.importlinter]") :], encoding="utf-8")
    rooms = {"budget.compute.rank", "budget.compute.share", "bot.replies.build"}
    for contract in CONTRACTS:
        rooms.update(contract.get("source_modules", []))
        rooms.update(room for room in contract.get("layers", []) if "." in room)
    folders = {room.rsplit(".", 1)[0] for room in rooms if "." in room} | {"bot", "budget"}
    for folder in sorted(folders):
        (tmp_path / folder.replace(".", "/")).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder.replace(".", "/") / "__init__.py").touch()
    for room in rooms - folders:
        (tmp_path / f"{room.replace('.', '/')}.py").touch()
    return tmp_path


def test_the_contracts_hold_here():
    found = lint(ROOT)
    assert found.returncode == 0, found.stdout


def test_an_empty_house_keeps_every_contract(small_house):
    found = lint(small_house)
    assert found.returncode == 0, found.stdout


def test_each_contract_can_be_broken(small_house):
    for room, line in BREAKS.values():
        path = small_house / room
        path.write_text(f"{path.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")
    found = lint(small_house)
    assert found.returncode == 1
    for contract in CONTRACTS:
        start = next(start for start in BREAKS if contract["name"].startswith(start))
        assert f"{contract['name']} BROKEN" in " ".join(found.stdout.split()), start
