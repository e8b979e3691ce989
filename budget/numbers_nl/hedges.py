"""The words before a number that make it less exact, by what they claim; no number is judged here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["HEDGES", "hedge_before"]

# What each hedge claims of the true value t against the number c that follows it.
HEDGES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("bijna", "net geen", "een kleine", "krap", "nagenoeg"), "just_below"),
        **dict.fromkeys(("ruim", "dik", "een dikke", "iets meer dan"), "just_above"),
        **dict.fromkeys(("zowat", "ongeveer", "circa", "rond", "om en bij", "plusminus", "pakweg"), "about"),
        **dict.fromkeys(("meer dan", "boven", "minstens"), "above"),
        **dict.fromkeys(("minder dan", "onder", "nog geen"), "below"),
        "hoogstens": "at_most",
    }
)

# Other words for the same; None stops a shorter phrase inside it ("niet meer dan" is not "meer dan").
_ALSO: dict[str, str | None] = {
    "haast": "nagenoeg",
    "vrijwel": "nagenoeg",
    "een krappe": "krap",
    "krap aan": "krap",
    "iets minder dan": "bijna",
    "net minder dan": "bijna",
    "net onder": "bijna",
    "net niet": "net geen",
    "een goede": "ruim",
    "een ruime": "ruim",
    "net boven": "iets meer dan",
    "net meer dan": "iets meer dan",
    "ca": "circa",
    "ca.": "circa",
    "c.": "circa",
    "zo'n": "ongeveer",
    "grofweg": "ongeveer",
    "naar schatting": "ongeveer",
    "bij benadering": "ongeveer",
    "een slordige": "ongeveer",
    "om en nabij": "om en bij",
    "rondom": "rond",
    "plus minus": "plusminus",
    "plus-minus": "plusminus",
    "+/-": "plusminus",
    "+-": "plusminus",
    "±": "plusminus",
    "~": "ongeveer",
    "≈": "ongeveer",
    "hoger dan": "meer dan",
    "groter dan": "meer dan",
    "meer als": "meer dan",
    ">": "meer dan",
    "≥": "minstens",
    "ten minste": "minstens",
    "tenminste": "minstens",
    "minimaal": "minstens",
    "minimum": "minstens",
    "op zijn minst": "minstens",
    "op z'n minst": "minstens",
    "maximaal": "hoogstens",
    "maximum": "hoogstens",
    "hooguit": "hoogstens",
    "ten hoogste": "hoogstens",
    "op zijn hoogst": "hoogstens",
    "op z'n hoogst": "hoogstens",
    "lager dan": "minder dan",
    "kleiner dan": "minder dan",
    "minder als": "minder dan",
    "<": "minder dan",
    "nog niet eens": "nog geen",
    "niet meer dan": "hoogstens",
    "niet minder dan": "minstens",
    "niet hoger dan": "hoogstens",
    "niet lager dan": None,
    "niet boven": "hoogstens",
    "niet onder": None,
}

_Phrases = tuple[tuple[tuple[str, ...], str | None], ...]


def _by_last_word() -> dict[str, _Phrases]:
    """Phrases by their last word, the longest first; almost every word is known to end none by one look."""
    table: dict[str, list[tuple[tuple[str, ...], str | None]]] = {}
    for phrase, meaning in [*((hedge, hedge) for hedge in HEDGES), *_ALSO.items()]:
        words = tuple(phrase.split(" "))
        table.setdefault(words[-1], []).append((words, meaning))
    return {last: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for last, found in table.items()}


_TABLE = _by_last_word()
_SILENT = frozenset({"de", "het", "een", "wel", "zo"})  # "rond de 57", "ruim een miljoen"
_MARKS = "([{\"'*_:,"


def hedge_before(words: list[str]) -> str | None:
    """Find the hedge that the words before a number end with, as a key of HEDGES."""
    end = len(words)
    while end and words[end - 1] in _SILENT:
        end -= 1
    if not end:
        return None
    phrases = _TABLE.get(words[end - 1].lstrip(_MARKS))
    if phrases is None:
        return None
    for phrase, meaning in phrases:
        start = end - len(phrase)
        if start >= 0 and words[start].lstrip(_MARKS) == phrase[0] and tuple(words[start + 1 : end]) == phrase[1:]:
            return meaning
    return None
