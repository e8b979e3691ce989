"""The days on which nobody works in a Flemish cabinet; the library that knows them loads with the first question."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

__all__ = ["is_holiday"]

_FLEMISH_DAY = (7, 11)  # the feast of the Flemish Community: no public holiday of Belgium, but its services are closed
_KEPT_YEARS = 8


@lru_cache(maxsize=_KEPT_YEARS)
def _belgian(year: int) -> frozenset[date]:
    import holidays  # noqa: PLC0415 - an eighth of a second, for the few who skip holidays

    return frozenset(holidays.country_holidays("BE", years=year))


def is_holiday(day: date) -> bool:
    """Whether a date is a public holiday in Belgium or the feast of the Flemish Community.

    >>> is_holiday(date(2027, 7, 11)), is_holiday(date(2027, 7, 21)), is_holiday(date(2027, 7, 12))
    (True, True, False)
    """
    return (day.month, day.day) == _FLEMISH_DAY or day in _belgian(day.year)
