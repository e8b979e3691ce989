"""Writes amounts, percentages and counts the nl_BE way; it knows no sentence and reads nothing back.

Hand-made because every figure of every reply passes here and importing Babel alone costs more than a whole
answer may; Babel is the oracle these functions are held against in the tests. A tie is rounded away from zero.
A minus is the ASCII hyphen, so that a pasted figure stays a number in a spreadsheet.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

__all__ = ["count", "euro", "millions", "percent", "percentage_points", "thousands"]

_THOUSAND = 1_000
_MILLION = 1_000_000
_NBSP = "\u00a0"  # keeps "3,5 %" on one line


@lru_cache(maxsize=8192)
def euro(eur: int, *, sign: bool = False) -> str:
    """Write whole euro as people read it: from a million on in millions with one decimal, below it exact.

    >>> euro(57_697_000), euro(79_000), euro(-3_772_000, sign=True), euro(0, sign=True)
    ('57,7 miljoen euro', '79.000 euro', '-3,8 miljoen euro', '0 euro')
    """
    if abs(eur) >= _MILLION:
        return f"{millions(eur, 1, sign=sign)} miljoen euro"
    return f"{_mark(eur, sign=sign)}{_grouped(abs(eur))} euro"


@lru_cache(maxsize=8192)
def millions(eur: int, decimals: int = 1, *, sign: bool = False) -> str:
    """Write whole euro in millions, without a unit: 1_700_355_000 is "1.700,4"; what rounds to nothing has no sign."""
    return _decimal(Fraction(eur, _MILLION), decimals, sign=sign)


@lru_cache(maxsize=8192)
def thousands(eur: int, *, sign: bool = False) -> str:
    """Write whole euro in thousands as the tables print them, without a unit: 57_697_000 is "57.697"."""
    return _decimal(Fraction(eur, _THOUSAND), 0, sign=sign)


@lru_cache(maxsize=8192)
def percent(value: Fraction, *, sign: bool = False) -> str:
    """Write a percentage with one decimal, two below 1 %, and more rather than "0,00" for what is not zero.

    The space before the % is a no-break one; Fraction(35, 10) is 3,5 %.
    """
    return f"{_share(value, sign=sign)}{_NBSP}%"


@lru_cache(maxsize=1024)
def times(value: Fraction) -> str:
    r"""How many times one amount goes into another, with one decimal: "2,3 keer".

    >>> times(Fraction(228, 100))
    '2,3\xa0keer'
    """
    return f"{_decimal(value, 1, sign=False)}\u00a0keer"


def percentage_points(value: Fraction, *, sign: bool = False) -> str:
    """Write a difference of two percentages, with the decimals of `percent`: Fraction(1, 2) is "0,50 procentpunt"."""
    return f"{_share(value, sign=sign)} procentpunt"


@lru_cache(maxsize=1024)
def count(number: int) -> str:
    """Write a number of things with a dot between thousands: 7500 is "7.500"."""
    return f"{_mark(number, sign=False)}{_grouped(abs(number))}"


def _share(value: Fraction, *, sign: bool) -> str:
    if abs(value) >= 1 or not value:
        return _decimal(value, 1, sign=sign)
    decimals = 2
    while abs(value) * 10**decimals * 2 < 1:  # on to the first decimal that shows something
        decimals += 1
    return _decimal(value, decimals, sign=sign)


def _decimal(value: Fraction, decimals: int, *, sign: bool) -> str:
    scale: int = 10**decimals
    below = value.denominator
    units = (2 * abs(value.numerator) * scale + below) // (2 * below)
    whole, rest = divmod(units, scale)
    mark = _mark(value.numerator if units else 0, sign=sign)
    return f"{mark}{_grouped(whole)},{rest:0{decimals}d}" if decimals else f"{mark}{_grouped(whole)}"


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _mark(number: int, *, sign: bool) -> str:
    if number < 0:
        return "-"
    return "+" if sign and number else ""
