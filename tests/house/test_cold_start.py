"""A question starts the program without what it does not need."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.house.files import ROOT

HEAVY = {
    "aiohttp",
    "asyncio",
    "babel",
    "matplotlib",
    "numpy",
    "pandas",
    "pydantic",
    "slack_bolt",
    "slack_sdk",
    "structlog",
}
HEAVY |= {"alembic", "dbos", "docx", "holidays", "lxml", "sqlalchemy", "webvtt"}
HEAVY |= {"tabulate", "uvicorn", "yaml", "dotenv"}
SHOW = """
import sys
from bot.__main__ import main
code = main(sys.argv[1:])
print(*sorted(name for name in sys.modules if "." not in name), file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Which top-level modules a command loads once the data was read before."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path_factory.mktemp("cache"))}

    def run(*arguments: str) -> set[str]:
        command = [sys.executable, "-c", SHOW, *arguments]
        for _ in ("cold", "warm"):
            ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        return set(ran.stderr.split())

    return run


@pytest.mark.parametrize("arguments", [("ask", "loopbanen"), ("ask", "--face", "json", "loopbanen"), ()])
def test_a_question_loads_no_heavy_library(loaded, arguments):
    assert loaded(*arguments) & HEAVY == set()


def test_the_measure_sees_a_heavy_library(loaded):
    assert "yaml" in loaded("audit")
