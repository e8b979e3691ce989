"""A number with its place in a text, finished (NumberSpan) and in the making (Draft); nothing is read here."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import Struct

from budget.queries import ReadNumber

__all__ = ["Draft", "NumberSpan", "finished"]


class NumberSpan(Struct, frozen=True):
    """A number and where it stands: text[start:end] holds its sign, currency, digits and unit, not its hedge.

    `hedge` is a key of HEDGES, or None. `doubtful` is True when another reading is likely too ("57.7", "1,234,567").
    `looks_like` is "" for a number that can be a figure, and else why it is hardly one:
    "year" (2021, '22, BO22; value is the full year), "date" (value is its day), "time", "ordinal" (3de),
    "ref" (slide 11, artikel 18.3), "phone", "code" (B2B, 55-plussers, 10km), "foreign" (dollars),
    "word" (a bare "drie": a count or just prose) or "malformed" (1.23.456, or far too long: value is 0).
    """

    start: int
    end: int
    number: ReadNumber
    hedge: str | None = None
    doubtful: bool = False
    looks_like: str = ""


@dataclass(slots=True)
class Draft:
    """A number while it is read: `digits` without its comma, `decimals` behind it, times `factor` of its kind."""

    start: int
    end: int
    digits: int
    decimals: int = 0
    kind: str = "qty"
    factor: int = 1
    _: KW_ONLY
    step: int = 0  # of the finished number, where its digits do not show it
    scaled: bool = False  # a word for thousand, million ... was written behind it
    prefixed: bool = False  # a currency was written before it
    signed: bool = False
    negative: bool = False
    hedge: str | None = None
    doubtful: bool = False
    looks_like: str = ""


def finished(draft: Draft, text: str) -> NumberSpan:
    """Weigh a draft out in whole units; what is finer than a euro or 1/10000 % is rounded, half away from zero."""
    digits, decimals, factor = draft.digits, draft.decimals, draft.factor
    if decimals:
        size = 10**decimals
        if factor % size == 0:
            value, step, scale = digits * (factor // size), factor // size, 0
        elif draft.kind == "qty":
            value, step, scale = digits * factor, factor, decimals
        else:
            value, step, scale = (2 * digits * factor + size) // (2 * size), max(1, factor // size), 0
    else:
        value, step, scale = digits * factor, factor, 0
    if draft.step:
        step = draft.step
    if draft.negative:
        value = -value
    start, end = draft.start, draft.end
    number = ReadNumber(draft.kind, value, step, draft.signed, text[start:end], scale)
    return NumberSpan(start, end, number, draft.hedge, draft.doubtful, draft.looks_like)
