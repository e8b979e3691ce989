"""Finds every number of a text in one pass over it, in time linear in its length; it never fails."""

from __future__ import annotations

import re

from budget.numbers_nl.apart import is_glued, is_reference, is_short_year_word, read_apart, year_value
from budget.numbers_nl.before import lead_before, words_before
from budget.numbers_nl.digits import RUN, read_digits
from budget.numbers_nl.hedges import hedge_before
from budget.numbers_nl.outof import with_shares
from budget.numbers_nl.plaintext import lowered
from budget.numbers_nl.prose import GATE, drafts_in_words, fraction_at
from budget.numbers_nl.share import share_units
from budget.numbers_nl.span import Draft, NumberSpan, finished
from budget.numbers_nl.units import Unit, unit_at

__all__ = ["find_numbers"]

_DIGIT = re.compile("[0-9]")
_SYMBOLS = {"±": "plusminus", "~": "ongeveer", "≈": "ongeveer", "<": "minder dan", ">": "meer dan", "≥": "minstens"}
_LIKELY_YEARS = range(2015, 2031)
_COARSE = 10_000
_MILLION = 10**6


def find_numbers(text: str) -> tuple[NumberSpan, ...]:
    """Find all numbers of a text, in order and apart from each other; () when it has none.

    >>> [(span.number.value, span.hedge) for span in find_numbers("bijna 58 miljoen, +3,5 %")]
    [(58000000, 'bijna'), (35000, None)]
    """
    low = lowered(text)
    in_words = GATE.search(low) is not None
    if _DIGIT.search(low) is None:
        if not in_words:
            return ()
        drafts = drafts_in_words(low, [])
    else:
        drafts = _drafts_in_digits(low, text)
        if in_words:
            drafts = drafts_in_words(low, drafts)
    drafts = with_shares(drafts, low)
    if len(drafts) > 1:
        drafts = share_units(drafts, low)
    return tuple([finished(draft, text) for draft in drafts])


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
    reference = short_year = False
    if currency < 0:
        name = _in_a_name(low, run, at, sign)
        if name is not None:
            return name
        reference = is_reference(words)
        short_year = is_short_year_word(words) or _is_short_year_place(low, at, end)
        if (reference or short_year) and " " in run:  # "slide 11 500 trajecten" holds two numbers
            run = run.partition(" ")[0]
            end = at + len(run)
        other = _no_amount(low, at, end)
        if other is not None:
            return other
    unit = _unit(low, run, end, currency, short_year=short_year)
    if unit is None and currency < 0 and (year := year_value(run, short=short_year)) is not None:
        return Draft(at, end, year, looks_like="code" if low[end : end + 1].isalpha() else "year")
    written = read_digits(run)
    if written is None:
        return Draft(start, end, 0, looks_like="malformed", doubtful=True)
    # ",5" has lost its nought
    doubtful = written.doubtful or (at > 0 and low[at - 1] in ".,'" and not low[at - 2 : at - 1].strip())
    draft = Draft(start, end, written.digits, written.decimals, doubtful=doubtful, prefixed=currency >= 0)
    if reference and unit is None and (run.isdigit() or doubtful):  # but "tabel 11.988" is a figure
        draft.looks_like = "ref"
    draft.signed = sign != ""
    draft.negative = sign == "-"
    draft.hedge = _SYMBOLS[symbol] if symbol else hedge_before(words)
    _weigh(draft, low, unit, currency)
    return draft


def _in_a_name(low: str, run: str, at: int, sign: str) -> Draft | None:
    """Digits glued behind letters are a year of a round (BO22) or part of a name (B2B, covid-19)."""
    before = low[at - 1 : at]
    if before == "-" and not sign and low[at - 2 : at - 1].isalpha():
        if not run.isdigit() or unit_at(low, at + len(run)) is not None:
            return None
        year = year_value(run, short=False)
        return Draft(at, at + len(run), year or 0, looks_like="year" if year else "code")
    if not before.isalpha() and before != "_":
        return None
    first = run.partition(" ")[0]
    of_round = low[at - 2 : at] in {"bo", "ba"} and not low[max(0, at - 3) : at - 2].isalnum()
    year = year_value(first, short=True) if of_round else None
    return Draft(at, at + len(first), year or 0, looks_like="year" if year else "code")


def _is_short_year_place(low: str, at: int, end: int) -> bool:
    """Whether two digits stand where people write a year: behind another year ("2021-22") or an apostrophe ("'22")."""
    before = low[at - 1 : at]
    if before == "'":
        return low[end : end + 1] != "'"
    return before in {"-", "/"} and year_value(low[max(0, at - 5) : at - 1], short=False) is not None


def _no_amount(low: str, at: int, end: int) -> Draft | None:
    """A fraction with a slash, a date, a time, a telephone number or a rank, if the run is one."""
    if low[end : end + 1] == "/" and (part := fraction_at(low, at)) is not None:
        return part
    apart = read_apart(low, at, end)
    if apart is None:
        return None
    looks, stop, value = apart
    return Draft(at, stop, value, looks_like=looks)


def _unit(low: str, run: str, end: int, currency: int, *, short_year: bool) -> Unit | None:
    """The unit behind the digits, unless it only seems to belong to them ("in 2022 % stijging", "57 m")."""
    unit = unit_at(low, end)
    if unit is None or currency >= 0 or not unit.gap:
        return unit
    if unit.letter:
        return None
    if unit.scaled or unit.kind in {"pct", "pp"}:
        year = year_value(run, short=short_year)
        return None if year is not None and year in _LIKELY_YEARS else unit
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
    if unit.kind == "eur" and unit.factor >= _MILLION and _looks_grouped_by_mistake(draft):
        draft.doubtful = True


def _looks_grouped_by_mistake(draft: Draft) -> bool:
    """Whether "57.697 miljoen" may well have meant 57,697: more thousands than anyone writes, and not round."""
    return not draft.decimals and draft.digits >= _COARSE and draft.digits % 1000 != 0
