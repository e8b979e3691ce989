"""Tells digits that are no amount apart: years, dates, times, references, telephone numbers, parts of names."""

from __future__ import annotations

import re

__all__ = ["Apart", "is_glued", "is_reference", "is_short_year_word", "read_apart", "year_value"]

Apart = tuple[str, int, int]  # what it looks like, where it ends, its value

_DATE = re.compile(
    r"(?:(?P<day>[0-3]?[0-9])(?P<mark>[-/.])[01]?[0-9](?P=mark)(?:[12][0-9]{3}|[0-9]{2})"
    r"|[12][0-9]{3}-[01][0-9]-(?P<iso>[0-3][0-9])"
    r"|(?P<short>[0-3]?[0-9])/(?:0?[1-9]|1[0-2]))(?![0-9]|[/.,-][0-9])"
)
_TIME = re.compile(
    r"([0-9]{1,2})(?::[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,3})?)?|\s?[uh](?:[0-5][0-9])?|[.][0-5][0-9]\s{1,3}uur)"
    r"(?![a-z0-9])"
)
_HOUR = re.compile(r"\s{1,3}uur(?![a-z])")
_MONTH = re.compile(
    r"\s{1,3}(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|"
    r"sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?(?:\s{1,3}[12][0-9]{3}(?![0-9]|[.,][0-9]))?"
)
_PHONE = re.compile(r"(?:32 ?)?0?[1-9](?:[ ./-]{0,2}[0-9]){6,9}(?![0-9])")
_ORDINAL = re.compile(r"(?:ste|de|e|°)(?![a-z0-9])")
_GLUED = re.compile(r"[a-zé²³_]|-[a-zé]")

_REFERENCES = frozenset(
    (
        "slide slides dia dia's pagina pagina's pag pag. p. p pp. blz blz. bladzijde bladzijden artikel artikelen art "
        "art. § paragraaf hoofdstuk bijlage nr nr. nummer nummers n° no. # amendement tabel figuur alinea zaal tel "
        "tel. telefoon gsm versie issue lijn bus bus. kamer"
    ).split()
)
_SHORT_YEAR_WORDS = frozenset({"bo", "ba", "jaar", "begrotingsopmaak", "begrotingsaanpassing"})
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_FIRST_SHORT, _LAST_SHORT = 10, 40
_LAST_DAY, _LAST_HOUR, _LONGEST_RANK = 31, 24, 6


def is_reference(words: list[str]) -> bool:
    """Whether the last word before a number says that it only points somewhere ("slide 11")."""
    return bool(words) and words[-1].lstrip("([\"'") in _REFERENCES


def is_short_year_word(words: list[str]) -> bool:
    """Whether two digits behind these words are a year ("BO 22")."""
    return bool(words) and words[-1].lstrip("([\"'") in _SHORT_YEAR_WORDS


def year_value(run: str, *, short: bool) -> int | None:
    """Read four digits as a year, or two when the place allows it; None when they are none."""
    if len(run) == 4 and run.isdigit():  # noqa: PLR2004 - a year as it is written
        value = int(run)
        return value if _FIRST_YEAR <= value <= _LAST_YEAR else None
    if short and len(run) == 2 and run.isdigit():  # noqa: PLR2004
        value = int(run)
        return 2000 + value if _FIRST_SHORT <= value <= _LAST_SHORT else None
    return None


def read_apart(low: str, start: int, end: int) -> Apart | None:
    """Read the run of digits low[start:end] as a date, time, telephone number or ordinal, if it is one."""
    after = low[end : end + 1]
    run = low[start:end]
    found: Apart | None = None
    if after in {"/", "-"} or run.count(".") == 2:  # noqa: PLR2004 - 18.10.2021
        found = _date(low, start, end)
    if found is None and (after in {":", "u", "h"} or (after == " " and "." in run)):
        found = _time(low, start, end)
    if found is None and (run[0] == "0" or low[start - 1 : start] == "+"):
        found = _phone(low, start, end)
    if found is None and after and run.isdigit():
        found = _day_hour_or_rank(low, run, end)
    return found


def _date(low: str, start: int, end: int) -> Apart | None:
    found = _DATE.match(low, start)
    if found is None or found.end() < end:
        return None
    return "date", found.end(), int(found["day"] or found["iso"] or found["short"])


def _time(low: str, start: int, end: int) -> Apart | None:
    found = _TIME.match(low, start)
    if found is None or found.end() <= end:
        return None
    return "time", found.end(), int(found[1])


def _phone(low: str, start: int, end: int) -> Apart | None:
    """A telephone number, or else a code when the run starts with a nought too many."""
    if low[start] != "0":
        found = _PHONE.match(low, start) if low.startswith("32", start) else None
        return None if found is None else ("phone", max(found.end(), end), 0)
    if not low[start + 1 : start + 2].isdigit():
        return None
    found = _PHONE.match(low, start + 1) or _PHONE.match(low, start + 2)
    return ("code", end, 0) if found is None else ("phone", max(found.end(), end), 0)


def _day_hour_or_rank(low: str, run: str, end: int) -> Apart | None:
    value = int(run) if len(run) <= _LONGEST_RANK else 0
    if 0 < value <= _LAST_DAY and (found := _MONTH.match(low, end)) is not None:
        return "date", found.end(), value
    if 0 < value <= _LAST_HOUR and (found := _HOUR.match(low, end)) is not None:
        return "time", found.end(), value
    found = _ORDINAL.match(low, end)
    return None if found is None else ("ordinal", found.end(), value)


def is_glued(low: str, end: int) -> bool:
    """Whether a word is glued behind digits ("55-plussers", "10km")."""
    return _GLUED.match(low, end) is not None
