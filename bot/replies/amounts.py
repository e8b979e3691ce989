"""Amounts and changes as words in a Dutch sentence; formatting itself stays in budget/money.py."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from budget.model import Printed
from budget.money import count, euro, millions, percent

__all__ = [
    "as_printed",
    "as_stated",
    "change",
    "denied",
    "exact",
    "growth",
    "growth_in_brackets",
    "more_or_less",
    "more_or_less_quoted",
    "movement",
    "rest_amount",
    "signed",
    "verb",
]

_MILLION = 1_000_000
_HUNDRED_MILLION = 100_000_000
_TENTH_OF_A_MILLION = 100_000
_SHOWN_AS_MILLIONS = 50_000  # below this a rest in millions would read "0,0"


@lru_cache(maxsize=4096)
def growth(delta: int, base: int, *, sign: bool = True) -> str:
    """The change as a percentage of the base, signed ("+3,5 %"); empty when the base is nothing."""
    return percent(Fraction(delta * 100, base), sign=sign) if base else ""


@lru_cache(maxsize=4096)
def growth_in_brackets(delta: int, base: int) -> str:
    """The percentage as " (+3,5 %)", ready to stand after an amount; empty when the base is nothing."""
    return f" ({growth(delta, base)})" if base else ""


def verb(eur: int) -> str:
    """What an amount does in one word: "stijgt", "daalt" or "blijft gelijk"."""
    if eur > 0:
        return "stijgt"
    return "daalt" if eur < 0 else "blijft gelijk"


@lru_cache(maxsize=4096)
def movement(eur: int, credit: str) -> str:
    """A change as a verb with its amount: "stijgt met 57,7 miljoen euro VAK", "blijft gelijk in VAK"."""
    if eur == 0:
        return f"blijft gelijk in {credit}"
    return f"{verb(eur)} met {euro(abs(eur))} {credit}"


def change(eur: int, credit: str) -> str:
    """A change as a noun with its amount: "de stijging van 57,7 miljoen euro VAK"."""
    return f"de {'stijging' if eur > 0 else 'daling'} van {euro(abs(eur))} {credit}"


def denied(eur: int, presumed: int) -> str:
    """What is said first of a change that goes another way than was presumed: "daalt niet, maar "; "" else."""
    if not presumed or not eur or presumed * eur > 0:
        return ""
    return f"{verb(presumed)} niet, maar "


@lru_cache(maxsize=4096)
def more_or_less_quoted(eur: int, base: int) -> str:
    """The same with the percentage, for a quote: "57,7 miljoen euro of 3,5 % meer dan"."""
    if eur == 0 or base == 0:
        return more_or_less(eur)
    return f"{euro(abs(eur))} of {growth(abs(eur), base, sign=False)} {'meer' if eur > 0 else 'minder'} dan"


@lru_cache(maxsize=4096)
def more_or_less(eur: int) -> str:
    """A difference against something: "57,7 miljoen euro meer dan", "evenveel als"."""
    if eur == 0:
        return "evenveel als"
    return f"{euro(abs(eur))} {'meer' if eur > 0 else 'minder'} dan"


@lru_cache(maxsize=4096)
def signed(eur: int) -> str:
    """An amount with its sign in millions, as far as that says something: "+13,0 miljoen euro", "+7.000 euro"."""
    if abs(eur) < _MILLION and eur and eur % _TENTH_OF_A_MILLION == 0:
        return f"{millions(eur, 1, sign=True)} miljoen euro"
    return euro(eur, sign=True)


def as_stated(printed: Printed | None) -> str:
    """The amount of a reason with its sign, empty when the document gives none."""
    return "" if printed is None else signed(printed.eur)


@lru_cache(maxsize=1024)
def as_printed(eur: int, step: int, *, sign: bool = False) -> str:
    """A statement with the digits the slide gives it: "1,7 miljard euro", "520 miljoen euro", "+0,08 miljoen euro"."""
    if step >= _HUNDRED_MILLION:
        return f"{millions(eur // 1_000, 1, sign=sign)} miljard euro"
    decimals = 0 if step >= _MILLION else 1 if step >= _TENTH_OF_A_MILLION else 2
    return f"{millions(eur, decimals, sign=sign)} miljoen euro"


@lru_cache(maxsize=1024)
def exact(eur: int) -> str:
    """An amount with its sign, in whole euro however large: "+2.744.000 euro"."""
    return f"{'+' if eur > 0 else '-' if eur < 0 else ''}{count(abs(eur))} euro"


def rest_amount(eur: int) -> tuple[str, str]:
    """A rest in two forms: in millions for the list ("-0,2 miljoen euro") and exact behind it (" (-203.000 euro)")."""
    if abs(eur) < _SHOWN_AS_MILLIONS:
        return exact(eur), ""
    return f"{millions(eur, 1, sign=True)} miljoen euro", f" ({exact(eur)})"
