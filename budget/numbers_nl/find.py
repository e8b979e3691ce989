"""Finds every number of a text in one pass over it, in time linear in its length; it never fails."""

from __future__ import annotations

import re

from budget.numbers_nl.apart import is_glued, is_reference, is_short_year_word, read_apart, year_value
from budget.numbers_nl.before import lead_before, words_before
from budget.numbers_nl.digits import RUN, read_digits
from budget.numbers_nl.hedges import hedge_before
from budget.numbers_nl.prose import GATE, drafts_in_words, fraction_at
from budget.numbers_nl.share import share_units
from budget.numbers_nl.span import Draft, NumberSpan, finished
from budget.numbers_nl.units import Unit, unit_at

__all__ = ["find_numbers"]

_DIGIT = re.compile("[0-9]")
_UNUSUAL = re.compile("[^\x00-\x7f€à-öø-ÿ]")
_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200e\u200f\u202f\u205f\u3000"
)
_FOLD = {ord(space): " " for space in _SPACES}
_FOLD |= {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"}
_FOLD |= {ord(quote): "'" for quote in "‘’ʼ´"}
_FOLD |= {ord("０") + digit: str(digit) for digit in range(10)}
_FOLD |= {ord("％"): "%", ord("．"): ".", ord("，"): ",", ord("﹪"): "%"}
_SYMBOLS = {"±": "plusminus", "~": "ongeveer", "≈": "ongeveer", "<": "minder dan", ">": "meer dan", "≥": "minstens"}
_LIKELY_YEARS = range(2015, 2031)
_COARSE = 10_000  # "57.697 miljoen" has more thousands than anyone writes: perhaps 57,697 was meant


def find_numbers(text: str) -> tuple[NumberSpan, ...]:
    """Find all numbers of a text, in order and apart from each other; () when it has none.

    >>> [(span.number.value, span.hedge) for span in find_numbers("bijna 58 miljoen, +3,5 %")]
    [(58000000, 'bijna'), (35000, None)]
    """
    low = _lower(text)
    in_words = GATE.search(low) is not None
    if _DIGIT.search(low) is None:
        if not in_words:
            return ()
        drafts = drafts_in_words(low, [])
    else:
        drafts = _drafts_in_digits(low, text)
        if in_words:
            drafts = drafts_in_words(low, drafts)
    if len(drafts) > 1:
        drafts = share_units(drafts, low)
    return tuple([finished(draft, text) for draft in drafts])


def _lower(text: str) -> str:
    """Lower case with plain spaces, dashes, quotes and digits, every character at its own place."""
    low = text.lower()
    if len(low) != len(text):  # a few capitals (İ) have two characters in lower case
        low = "".join([char.lower() if len(char.lower()) == 1 else char for char in text])
    if low.isascii() or _UNUSUAL.search(low) is None:
        return low
    return low.translate(_FOLD)


def _drafts_in_digits(low: str, text: str) -> list[Draft]:
    drafts: list[Draft] = []
    floor = 0
    search = RUN.search
    found = search(low)
    while found is not None:
        draft = _draft(low, text, found, floor)
        drafts.append(draft)
        floor = draft.end
        found = search(low, floor)
    return drafts


def _draft(low: str, text: str, found: re.Match[str], floor: int) -> Draft:
    """Read the number at a run of digits: first what surrounds it, then what it is."""
    at, end = found.span()
    run = found.group()
    start, currency, sign, symbol = lead_before(low, text, floor, at) if at > floor else (at, -1, "", "")
    words = words_before(low, floor, start)
    if currency < 0:
        name = _in_a_name(low, run, at, sign)
        if name is not None:
            return name
    reference = currency < 0 and is_reference(words)
    short_year = currency < 0 and is_short_year_word(words)
    if (reference or short_year) and " " in run:  # "slide 11 500 trajecten" holds two numbers
        run = run.partition(" ")[0]
        end = at + len(run)
    if low[end : end + 1] == "/" and (part := fraction_at(low, at)) is not None:
        return part
    apart = read_apart(low, at, end) if currency < 0 else None
    if apart is not None:
        looks, stop, value = apart
        return Draft(at, stop, value, looks_like=looks)
    unit = _unit(low, run, end, currency)
    if unit is None and currency < 0:
        year = year_value(run, short=short_year or low[at - 1 : at] == "'" and low[end : end + 1] != "'")
        if year is not None and not sign.startswith("+"):
            return Draft(at, end, year, looks_like="code" if low[end : end + 1].isalpha() else "year")
    written = read_digits(run)
    draft = Draft(start, end, 0, looks_like="malformed", doubtful=True)
    if written is None:
        return draft
    draft.digits, draft.decimals, draft.doubtful = written
    points = reference and unit is None and (run.isdigit() or draft.doubtful)  # "tabel 11.988" is a figure
    draft.looks_like = "ref" if points else ""
    draft.prefixed = currency >= 0
    draft.signed = sign != ""
    draft.negative = sign == "-"
    draft.hedge = _SYMBOLS[symbol] if symbol else (hedge_before(words) if words else None)
    if at and low[at - 1] in ".,'" and low[at - 2 : at - 1].strip() == "":
        draft.doubtful = True  # ",5" has lost its nought
    _weigh(draft, low, unit, currency)
    return draft


def _in_a_name(low: str, run: str, at: int, sign: str) -> Draft | None:
    """Digits glued behind letters are a year of a round (BO22) or part of a name (B2B, covid-19)."""
    if not at:
        return None
    before = low[at - 1]
    if before == "-" and not sign and at > 1 and low[at - 2].isalpha():
        if not run.isdigit() or unit_at(low, at + len(run)) is not None:
            return None
        year = year_value(run, short=False)
        return Draft(at, at + len(run), year or 0, looks_like="year" if year else "code")
    if not (before.isalpha() or before == "_"):
        if before in "-/" and year_value(low[max(0, at - 5) : at - 1], short=False) is not None:
            year = year_value(run, short=True)  # the second year of "2021-22"
            if year is not None:
                return Draft(at, at + len(run), year, looks_like="year")
        return None
    first = run.partition(" ")[0]
    if low[max(0, at - 2) : at] in {"bo", "ba"} and not low[max(0, at - 3) : at - 2].isalnum():
        year = year_value(first, short=True)
        if year is not None:
            return Draft(at, at + len(first), year, looks_like="year")
    return Draft(at, at + len(first), 0, looks_like="code")


def _unit(low: str, run: str, end: int, currency: int) -> Unit | None:
    """The unit behind the digits, unless it only seems to belong to them ("in 2022 % stijging", "57 m")."""
    unit = unit_at(low, end)
    if unit is None:
        return None
    if unit.letter and unit.gap and currency < 0:
        return None
    if unit.gap and (unit.scaled or unit.kind in {"pct", "pp"}) and currency < 0:
        year = year_value(run, short=False)
        if year is not None and year in _LIKELY_YEARS:
            return None
    return unit


def _weigh(draft: Draft, low: str, unit: Unit | None, currency: int) -> None:
    """Give a draft its kind, factor and end from the unit behind it and the currency before it."""
    if currency == 0 or (unit is not None and unit.foreign):
        draft.looks_like = "foreign"
    if unit is None:
        if currency > 0:
            draft.kind, draft.factor = "eur", currency
            if low.startswith(",-", draft.end):
                draft.end += 3 if low.startswith("-", draft.end + 2) else 2
        elif not draft.looks_like and is_glued(low, draft.end):
            draft.looks_like = "code"
        return
    draft.kind, draft.factor, draft.scaled, draft.end = unit.kind, unit.factor, unit.scaled, unit.end
    if currency > 0:
        draft.doubtful |= unit.kind != "eur" or (currency > 1 and unit.scaled)
        if currency > 1 and unit.kind == "eur" and not unit.scaled:
            draft.factor, draft.scaled = currency, True
    elif unit.letter and currency < 0:
        draft.doubtful = True  # "57,7m" may be metres
    if (
        draft.factor >= 10**6
        and unit.kind == "eur"
        and not draft.decimals
        and draft.digits >= _COARSE
        and draft.digits % 1000
    ):
        draft.doubtful = True
