"""What every test gets: a clean environment, its own cache folder, and golden files; it holds no test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.wiring import House, open_house

GOLDEN = Path(__file__).parent / "faces" / "golden"

settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-golden", action="store_true", help="write the golden files instead of comparing")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "golden: compares with a golden file; make golden writes it")


@pytest.fixture(scope="session", autouse=True)
def clean_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No setting of the developer reaches a test, and no test writes in the developer's cache."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("BBT_", "SLACK_"))]:
            patch.delenv(name)
        patch.delenv("NO_COLOR", raising=False)
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def house(clean_environment: None) -> House:  # noqa: ARG001 - the cache it opens must be the tests' own
    """The built-in documents with the words that lead into them."""
    return open_house()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Hold a text against tests/faces/golden/<name>; with --write-golden, write it there."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--write-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            return
        assert path.exists(), f"no golden file {name}: run make golden and read what it wrote"
        assert text == path.read_text(encoding="utf-8"), f"{name} differs: if that is meant, run make golden"

    return compare
