"""A presumed number is held against the true one by the rules for claims."""

import pytest

from budget.answers import Figure
from budget.held import holds
from budget.queries import Presumed, ReadNumber


def said(value: int, step: int, hedge: str | None = None, kind: str = "eur") -> Presumed:
    return Presumed(ReadNumber(kind, value, step, signed=False, text=""), hedge)


RISE = Figure("jd-loopbanen", "delta", None, None, 57_697_000)


@pytest.mark.parametrize(
    ("presumed", "right"),
    [
        (said(57_700_000, 100_000), True),
        (said(58_000_000, 1_000_000), True),
        (said(60_000_000, 1_000_000), False),
        (said(60_000_000, 1_000_000, "bijna"), True),
        (said(57_000_000, 1_000_000, "bijna"), False),
        (said(57_000_000, 1_000_000, "ruim"), True),
        (said(50_000_000, 1_000_000, "ruim"), False),
        (said(60_000_000, 1_000_000, "ongeveer"), True),
        (said(70_000_000, 1_000_000, "ongeveer"), False),
        (said(57_697_000, 1_000, "meer dan"), False),
        (said(57_000_000, 1_000, "meer dan"), True),
        (said(58_000_000, 1_000, "onder"), True),
        (said(57_000_000, 1_000, "onder"), False),
    ],
)
def test_a_hedge_decides_and_without_one_the_precision_of_what_was_said(presumed, right):
    assert holds(presumed, [RISE]) is right


def test_the_sign_is_judged_apart():
    assert holds(said(57_700_000, 100_000), [Figure("x", "delta", None, None, -57_697_000)]) is True


def test_another_unit_is_not_judged():
    assert holds(said(35_000, 1_000, kind="pct"), [RISE]) is None
