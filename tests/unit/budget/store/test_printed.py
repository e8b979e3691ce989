"""An amount keeps the precision it was written with."""

from __future__ import annotations

import pytest

from budget.store.printed import printed


@pytest.mark.parametrize(
    ("text", "unit", "eur", "step"),
    [
        ("15", "miljoen", 15_000_000, 1_000_000),
        ("35,7", "miljoen", 35_700_000, 100_000),
        ("-0,7", "miljoen", -700_000, 100_000),
        ("-0,08", "miljoen", -80_000, 10_000),
        ("0,080", "miljoen", 80_000, 1_000),
        ("1,2", "miljard", 1_200_000_000, 100_000_000),
    ],
)
def test_the_step_is_the_value_of_the_last_written_digit(text: str, unit: str, eur: int, step: int) -> None:
    assert printed(text, unit) == (eur, step)
