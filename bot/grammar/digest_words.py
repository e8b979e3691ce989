"""Hours, days and dates as people type them in the settings of the digest; today is given, no clock is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from typing import Final

__all__ = ["read_days", "read_span", "read_time", "read_until", "strip_words"]

_NAMES: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MONTHS: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_DAY: Final[Mapping[str, int]] = {
    form: at for at, name in enumerate(_NAMES) for form in (name, f"{name}en", f"{name}s", name[:2])
}
_SETS: Final[Mapping[str, tuple[int, ...]]] = {
    "werkdagen": (0, 1, 2, 3, 4),
    "werkdag": (0, 1, 2, 3, 4),
    "weekdagen": (0, 1, 2, 3, 4),
    "dagelijks": (0, 1, 2, 3, 4, 5, 6),
    "dag": (0, 1, 2, 3, 4, 5, 6),
    "weekend": (5, 6),
}
_FILL: Final = frozenset({"om", "elke", "iedere", "alle", "op", "de", "het", "in", "en", "uur", "u"})
_CLOCK: Final = re.compile(r"(\d{1,2})(?:\s*[:.uh\s]\s*(\d{2})?)?")
_RANGE: Final = re.compile(r"([a-z]+)-([a-z]+)")
_NUMBERS: Final[Mapping[str, int]] = {"een": 1, "één": 1, "1": 1, "twee": 2, "drie": 3, "vier": 4}
_MOST_DAYS: Final = 366


def strip_words(text: str) -> tuple[str, ...]:
    """The words without those that only bind: "elke maandag om 8 uur" gives maandag and 8."""
    return tuple([word for word in re.split(r"[\s,]+", text.casefold()) if word and word not in _FILL])


def read_days(words: Sequence[str]) -> tuple[tuple[int, ...] | None, tuple[str, ...]]:
    """The weekdays among the words (None when none is named) and the words that are left."""
    found: set[int] = set()
    left: list[str] = []
    named = False
    open_range: int | None = None
    for word in words:
        days = _days(word)
        if days is not None and open_range is not None:
            found.update(_between(open_range, days[0]))
            open_range = None
        elif days is not None:
            found.update(days)
            named = True
        elif word in {"tot", "t/m", "tem", "-"} and len(found) == 1 and not left:
            open_range = next(iter(found))
        else:
            left.append(word)
    return (tuple(sorted(found)) if named else None), tuple(left)


def _days(word: str) -> tuple[int, ...] | None:
    if word in _SETS:
        return _SETS[word]
    if word in _DAY:
        return (_DAY[word],)
    both = _RANGE.fullmatch(word)
    if both and both[1] in _DAY and both[2] in _DAY:
        return _between(_DAY[both[1]], _DAY[both[2]])
    return None


def _between(first: int, last: int) -> tuple[int, ...]:
    return tuple([(first + step) % 7 for step in range((last - first) % 7 + 1)])


def read_time(words: Sequence[str]) -> time | None:
    """The hour the words give ("08:30", "8u15", "8.30", "8 u 15", "8"); None when they give none that exists.

    >>> read_time(["8u15"]), read_time(["25:70"])
    (datetime.time(8, 15), None)
    """
    matched = _CLOCK.fullmatch("".join(words)) if len(words) == 1 else _CLOCK.fullmatch(" ".join(words))
    if matched is None:
        return None
    try:
        return time(int(matched[1]), int(matched[2] or 0))
    except ValueError:
        return None


def read_span(words: Sequence[str]) -> timedelta | None:
    """How long "een week" or "3 dagen" is; None when it is no span or more than a year."""
    if len(words) != 2:  # noqa: PLR2004 - a number and a unit
        return None
    first, unit = words
    many = _NUMBERS.get(first, int(first) if first.isascii() and first.isdigit() and len(first) < len("1000") else 0)
    each = {"dag": 1, "dagen": 1, "week": 7, "weken": 7, "maand": 30, "maanden": 30}.get(unit, 0)
    days = many * each
    return timedelta(days=days) if 0 < days <= _MOST_DAYS else None


def read_until(words: Sequence[str], today: date) -> date | None:
    """The date of "tot maandag", "tot 3 december", "3/12" or "2026-12-03"; None when it is none.

    A weekday is the next one after today; a day and month without a year the next such date.
    """
    kept = [word for word in words if word not in {"tot", "en", "met", "op", "volgende", "komende"}]
    if len(kept) == 1:
        word = kept[0]
        if word == "gisteren":
            return today - timedelta(days=1)
        if word == "vandaag":
            return today
        if word in {"morgen", "overmorgen"}:
            return today + timedelta(days=1 if word == "morgen" else 2)
        if word in _DAY:
            return today + timedelta(days=(_DAY[word] - today.weekday() - 1) % 7 + 1)
        return _written(word, today)
    if len(kept) in {2, 3} and kept[1] in _MONTHS:
        year = kept[2] if len(kept) == 3 else ""  # noqa: PLR2004 - day, month, year
        return _date(kept[0], str(_MONTHS.index(kept[1]) + 1), year, today)
    return None


def _written(word: str, today: date) -> date | None:
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", word)
    if iso:
        return _date(iso[3], iso[2], iso[1], today)
    day_first = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?", word)
    return _date(day_first[1], day_first[2], day_first[3] or "", today) if day_first else None


def _date(day: str, month: str, year: str, today: date) -> date | None:
    try:
        if year:
            return date(int(year), int(month), int(day))
        this = date(today.year, int(month), int(day))
        return this if this > today else this.replace(year=today.year + 1)
    except ValueError:
        return None
