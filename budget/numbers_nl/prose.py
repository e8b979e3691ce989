"""Finds numbers written in words: "anderhalf miljoen", "een kwart", "drie komma vijf procent", "zeven"."""

from __future__ import annotations

import re

from msgspec import Struct

from budget.numbers_nl.before import words_before
from budget.numbers_nl.hedges import hedge_before
from budget.numbers_nl.span import Draft
from budget.numbers_nl.units import is_scale, unit_at
from budget.numbers_nl.words import STARTS, plain, word_value

__all__ = ["GATE", "drafts_in_words", "fraction_at"]

# Whether a text can hold a number in words at all; "een" only counts before what can be its unit.
# Every alternative starts with a letter, so that the search may skip along first letters.
_ONE_OF = "(?:derde|mi|ml|kleine? |dikke? |krappe |goede |pro|per|pct|eur|dui|hon|[€%])"
GATE = re.compile(
    "twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|twintig|dertig|veertig|tachtig|honderd|"
    f"duizend|half|halve|kwart|nul|een {_ONE_OF}|één {_ONE_OF}"
)
_WORD = re.compile(r"[^\W\d_]+")
_DENOMINATORS = {"derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "achtste": 8, "tiende": 10}
_DENOMINATORS |= {f"{word}n": parts for word, parts in _DENOMINATORS.items()}
_HEDGED_ONE = {
    "kleine": "een kleine",
    "klein": "een kleine",
    "krappe": "krap",
    "dikke": "een dikke",
    "dik": "een dikke",
    "goede": "ruim",
}
_HALVES = frozenset({"half", "halve"})
_ONE_AND_A_HALF = frozenset({"anderhalf", "anderhalve"})
_PART_OF = re.compile(
    r"\s{1,3}(?:van|meer|minder|hoger|lager|erbij|eraf|daarvan|ervan|groter|kleiner|extra|gaat|ging)(?![a-z])"
)
_SLASHED = re.compile(r"([1-9])/([2-9]|10)(?![0-9/])")
_NO_PART = re.compile(r"\s{1,3}(?:over|eeuw|finale?s?|draai)(?![a-z])")
_PERCENT = 10_000
_SMALLEST_JOINED = 100  # "honderd vijftig" and "duizend tweehonderd" are one number, "drie vier" are two


class _Word(Struct, frozen=True):
    text: str
    start: int
    end: int


def drafts_in_words(low: str, drafts: list[Draft]) -> list[Draft]:
    """Add the numbers in words of a lower case text to those in digits, in order; what is taken stays as it is."""
    words = [_Word(plain(found.group()), *found.span()) for found in _WORD.finditer(low)]
    merged: list[Draft] = []
    ahead = 0  # next draft in digits
    floor = 0
    for place, word in enumerate(words):
        while ahead < len(drafts) and drafts[ahead].start < word.end:
            merged.append(drafts[ahead])
            floor = max(floor, drafts[ahead].end)
            ahead += 1
        if word.start < floor or word.text[:3] not in STARTS:
            continue
        draft = _draft(low, words, place)
        if draft is None or (ahead < len(drafts) and drafts[ahead].start < draft.end):
            continue
        if draft.hedge is None:
            draft.hedge = hedge_before(words_before(low, floor, draft.start))
        floor = draft.end
        merged.append(draft)
    merged.extend(drafts[ahead:])
    return merged


def _draft(low: str, words: list[_Word], place: int) -> Draft | None:
    """Read the number that starts at a word, if one does."""
    word = words[place]
    text = word.text
    if text in _HALVES:
        return _of_unit(low, word, 5, 1)
    if text in _ONE_AND_A_HALF:
        return _of_unit(low, word, 15, 1) or Draft(word.start, word.end, 15, 1, looks_like="word")
    if text == "helft":
        return Draft(word.start, word.end, 50, 0, "pct", _PERCENT)
    if text in {"kwart", "driekwart"}:
        return _quarters(low, word, 1 if text == "kwart" else 3, alone=text == "kwart")
    if text == "een":
        return _one(low, words, place)
    return _cardinal(low, words, place)


def _of_unit(low: str, word: _Word, digits: int, decimals: int, end: int = -1) -> Draft | None:
    """A number in words with the unit behind it; None without a unit."""
    end = word.end if end < 0 else end
    unit = unit_at(low, end)
    if unit is None or unit.letter or (unit.scaled and unit.factor == 1000 and low.startswith("k", end + 1)):  # noqa: PLR2004
        return None
    draft = Draft(word.start, unit.end, digits, decimals, unit.kind, unit.factor, scaled=unit.scaled)
    if unit.foreign:
        draft.looks_like = "foreign"
    return draft


def _one(low: str, words: list[_Word], place: int) -> Draft | None:
    """Read "een miljoen", "een kleine miljard", "een half miljoen", "een kwart", "een derde van"; never an article."""
    word, follower = words[place], _follower(low, words, place)
    if follower is None:
        return _of_unit(low, word, 1, 0)
    text = follower.text
    if text in _HALVES:
        draft = _of_unit(low, follower, 5, 1)
    elif text == "kwart":
        draft = _quarters(low, follower, 1, alone=False)
    elif text in _DENOMINATORS:
        draft = _fraction(low, follower, 1)
    elif text in _HEDGED_ONE and is_scale(low, follower.end):
        draft = _of_unit(low, follower, 1, 0)
        if draft is not None:
            draft.hedge = _HEDGED_ONE[text]
    else:
        return _of_unit(low, word, 1, 0)
    if draft is not None:
        draft.start = word.start
    return draft


def _quarters(low: str, word: _Word, quarters: int, *, alone: bool) -> Draft | None:
    """Quarters of a unit ("een kwart miljard") or of a whole; a bare "kwart" without its article is an hour."""
    draft = _of_unit(low, word, 25 * quarters, 2)
    if draft is not None and draft.scaled:
        return draft
    if alone or _NO_PART.match(low, word.end):
        return None
    return Draft(word.start, word.end, 25 * quarters, 0, "pct", _PERCENT)


def _fraction(low: str, word: _Word, parts: int) -> Draft | None:
    """Read "een derde" or "twee vijfde" as a share only when it says of what: it may also be the third in a row."""
    whole = _DENOMINATORS[word.text]
    if parts >= whole or not _PART_OF.match(low, word.end):
        return None
    return _share(word.start, word.end, parts, whole)


def fraction_at(low: str, at: int) -> Draft | None:
    """Read "2/3" as a share where it says of what; None for a date or anything else."""
    found = _SLASHED.match(low, at)
    if found is None or int(found[1]) >= int(found[2]) or not _PART_OF.match(low, found.end()):
        return None
    return _share(at, found.end(), int(found[1]), int(found[2]))


def _share(start: int, end: int, parts: int, whole: int) -> Draft:
    """A fraction as a percentage; nobody who says "a third" means more than whole percents."""
    value = (2 * 100 * _PERCENT * parts + whole) // (2 * whole)
    return Draft(start, end, value, kind="pct", step=_PERCENT)


def _cardinal(low: str, words: list[_Word], place: int) -> Draft | None:
    """A whole number in one or more words, with "komma" or "en een half" behind it, and its unit."""
    word = words[place]
    half = word.text.removesuffix("enhalf").removesuffix("enhalve")
    value = word_value(half)
    if value is None:
        return None
    last = place
    decimals = 0
    if half != word.text:
        value, decimals = value * 10 + 5, 1
    else:
        while (more := _joined(low, words, last, value)) is not None:
            last += 1
            value += more
        value, decimals, last = _behind_comma(low, words, last, value)
    follower = _follower(low, words, last)
    if follower is not None and not decimals:
        if follower.text in _DENOMINATORS and (draft := _fraction(low, follower, value)) is not None:
            draft.start = word.start
            return draft
        if follower.text == "kwart" and value == 3:  # noqa: PLR2004
            draft = _quarters(low, follower, 3, alone=False)
            if draft is not None:
                draft.start = word.start
            return draft
    end = words[last].end
    if word.text in {"duizend", "honderd"} and place and words[place - 1].text == "in":
        return None  # "in duizend euro" heads a table
    return _of_unit(low, word, value, decimals, end) or Draft(word.start, end, value, decimals, looks_like="word")


def _joined(low: str, words: list[_Word], last: int, value: int) -> int | None:
    """What the next word adds to a round value: "vijftig" in "honderd vijftig"."""
    follower = _follower(low, words, last)
    if follower is None or value < _SMALLEST_JOINED or value % _SMALLEST_JOINED:
        return None
    more = word_value(follower.text)
    room = 1000 if value % 1000 == 0 else _SMALLEST_JOINED
    return more if more is not None and 0 < more < room else None


def _behind_comma(low: str, words: list[_Word], last: int, value: int) -> tuple[int, int, int]:
    """Read "komma vijf" or "en een half" behind a whole number: digits, decimals and the last word used."""
    follower = _follower(low, words, last)
    if follower is None:
        return value, 0, last
    if follower.text == "komma":
        place, digits = last + 1, ""
        while (follower := _follower(low, words, place)) is not None and len(digits) < 4:  # noqa: PLR2004
            part = word_value(follower.text)
            if part is None or part > 99:  # noqa: PLR2004
                break
            place += 1
            digits += str(part)
            if part:
                break
        return (value * 10 ** len(digits) + int(digits), len(digits), place) if digits else (value, 0, last)
    if (
        follower.text == "en"
        and last + 3 < len(words)
        and words[last + 2].text == "een"
        and words[last + 3].text in _HALVES
    ):
        return value * 10 + 5, 1, last + 3
    return value, 0, last


def _follower(low: str, words: list[_Word], place: int) -> _Word | None:
    """The next word, when only white space stands between."""
    if place + 1 >= len(words):
        return None
    follower = words[place + 1]
    return follower if low[words[place].end : follower.start].isspace() else None
