"""Dutch number words as whole numbers, "nul" to "negenhonderdnegenennegentigduizend..."; no units and no fractions."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["STARTS", "plain", "word_value"]

_ONES = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = ("tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")

_BELOW_HUNDRED: dict[str, int] = {word: value for value, word in enumerate(_ONES + _TEENS)}
_BELOW_HUNDRED |= {ten: 20 + 10 * place for place, ten in enumerate(_TENS)}
_BELOW_HUNDRED |= {
    f"{one}en{ten}": 20 + 10 * place + value
    for place, ten in enumerate(_TENS)
    for value, one in enumerate(_ONES)
    if value
}

# The first three letters of every word that can start a number: a cheap sieve before the word itself is looked at.
STARTS = frozenset({word[:3] for word in _BELOW_HUNDRED} | {"één", "hon", "dui", "and", "hal", "hel", "kwa"})
_ACCENTS = str.maketrans("éë", "ee")
_LONGEST = 60  # letters


def plain(word: str) -> str:
    """Take the accents of "één" and "tweeëntwintig" away."""
    return word if word.isascii() else word.translate(_ACCENTS)


def word_value(word: str) -> int | None:
    """Read a number word without accents, in lower case; None for any other word.

    >>> word_value("zevenenvijftig"), word_value("tweehonderdvijftig"), word_value("tweede")
    (57, 250, None)
    """
    return None if len(word) > _LONGEST else _value(word)


@lru_cache(maxsize=2048)
def _value(word: str) -> int | None:
    value = _BELOW_HUNDRED.get(word)
    if value is not None:
        return value
    for size, name in ((1000, "duizend"), (100, "honderd")):
        before, found, after = word.partition(name)
        if not found:
            continue
        many = _value(before) if before else 1
        rest = _value(after.removeprefix("en")) if after else 0
        if many is None or rest is None or not 0 < many < 1000 or rest >= size:  # noqa: PLR2004
            return None
        return many * size + rest
    return None
