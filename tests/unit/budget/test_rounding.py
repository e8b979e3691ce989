"""When a true value rounds to a written one."""

from __future__ import annotations

from fractions import Fraction

import pytest

from budget.rounding import rounds_to


@pytest.mark.parametrize(
    ("true", "written", "step", "expected"),
    [
        (57_697_000, 57_700_000, 100_000, True),
        (57_697_000, 58_000_000, 100_000, False),
        (57_650_000, 57_700_000, 100_000, True),
        (57_650_000, 57_600_000, 100_000, True),
        (-15_158_000, 15_200_000, 100_000, False),
        (Fraction(1, 2), 1, 1, True),
        (Fraction(49, 100), 1, 1, False),
    ],
)
def test_the_last_written_digit_decides_and_a_tie_goes_either_way(true, written, step, expected):
    assert rounds_to(true, written, step) is expected
