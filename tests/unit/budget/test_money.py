"""Amounts are written the way nl_BE writes them; Babel is the oracle."""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from babel.numbers import format_decimal

from budget.money import count, euro, millions, percent, percentage_points, thousands


@pytest.mark.parametrize(
    ("eur", "written"),
    [
        (57_697_000, "57,7 miljoen euro"),
        (1_700_355_000, "1.700,4 miljoen euro"),
        (-3_772_000, "-3,8 miljoen euro"),
        (1_000_000, "1,0 miljoen euro"),
        (999_999, "999.999 euro"),
        (79_000, "79.000 euro"),
        (-203_000, "-203.000 euro"),
        (0, "0 euro"),
    ],
)
def test_an_amount_is_in_millions_from_a_million_on_and_exact_below(eur, written):
    assert euro(eur) == written


@pytest.mark.parametrize(
    ("eur", "written"),
    [(57_697_000, "+57,7 miljoen euro"), (79_000, "+79.000 euro"), (-79_000, "-79.000 euro"), (0, "0 euro")],
)
def test_a_change_shows_its_sign_and_nothing_has_none(eur, written):
    assert euro(eur, sign=True) == written


def test_millions_take_the_decimals_asked_for_and_drop_the_sign_of_what_rounds_to_nothing():
    assert millions(57_697_000) == "57,7"
    assert millions(57_697_000, 3) == "57,697"
    assert millions(1_700_355_000, 0) == "1.700"
    assert millions(-203_000, sign=True) == "-0,2"
    assert millions(-3_000, sign=True) == "0,0"
    assert millions(50_000) == "0,1"


def test_thousands_stand_as_in_the_tables():
    assert thousands(57_697_000) == "57.697"
    assert thousands(-15_158_000, sign=True) == "-15.158"
    assert thousands(5_859_000, sign=True) == "+5.859"
    assert thousands(0, sign=True) == "0"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(35, 10), "3,5\u00a0%"),
        (Fraction(5769700, 1642658), "3,5\u00a0%"),
        (Fraction(1284, 10), "128,4\u00a0%"),
        (Fraction(-1, 3), "-0,33\u00a0%"),
        (Fraction(4, 1000), "0,004\u00a0%"),
        (Fraction(0), "0,0\u00a0%"),
        (Fraction(-1495, 100), "-15,0\u00a0%"),
    ],
)
def test_a_percentage_never_reads_as_nothing_when_it_is_something(value, written):
    assert percent(value) == written


def test_a_difference_of_percentages_is_called_percentage_point():
    assert percentage_points(Fraction(12, 10), sign=True) == "+1,2 procentpunt"


def test_counts_have_a_dot_between_thousands():
    assert [count(600), count(7_500), count(-1_000_000)] == ["600", "7.500", "-1.000.000"]


@pytest.mark.parametrize("eur", [0, 1, 499, 500, 79_000, 950_000, 1_049_999, 1_050_000, 57_697_000, 3_709_999_000, -44])
def test_babel_writes_the_same(eur):
    with decimal.localcontext(rounding=decimal.ROUND_HALF_UP):
        assert millions(eur) == _babel(Decimal(eur) / 1_000_000, "#,##0.0")
        assert millions(eur, 2) == _babel(Decimal(eur) / 1_000_000, "#,##0.00")
        assert thousands(eur) == _babel(Decimal(eur) / 1_000, "#,##0")
        assert count(eur) == _babel(Decimal(eur), "#,##0")
        if abs(eur) >= 1_000:
            assert percent(Fraction(eur, 1_000)).removesuffix("\u00a0%") == _babel(Decimal(eur) / 1_000, "#,##0.0")


def _babel(value: Decimal, pattern: str) -> str:
    written = format_decimal(value, format=pattern, locale="nl_BE")
    return written if any(digit in written for digit in "123456789") else written.removeprefix("-")
