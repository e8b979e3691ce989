"""The house of the built-in data and a way to ask it, shared by the tests of the replies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.handle import Handled, handle
from bot.wiring import House, open_house


@pytest.fixture(scope="session")
def house() -> House:
    return open_house()


@pytest.fixture(scope="session")
def ask(house: House) -> Callable[[str], Handled]:
    return lambda text: handle(text, house)
