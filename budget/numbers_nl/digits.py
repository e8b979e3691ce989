"""Reads one run of digits and separators strictly: Dutch first, English only as a doubt, never as a guess."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

__all__ = ["LONGEST", "RUN", "Written", "read_digits"]

LONGEST = 18  # digits: more is no figure of a budget, and int() is quadratic in them

# A run as it may be written, in text with plain spaces: "57 697 000", or digits with dots, commas, apostrophes.
RUN = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9]|[.'][0-9])(?:,[0-9]+)?|[0-9]+(?:[.,'][0-9]+)*")

_DUTCH = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]+))?")
_COMMA = re.compile(r"([0-9]+),([0-9]+)")
_POINT = re.compile(r"([0-9]+)\.([0-9]+)")
_ENGLISH = re.compile(r"([1-9][0-9]{0,2}(?:,[0-9]{3})+)\.([0-9]+)|([1-9][0-9]{0,2}(?:,[0-9]{3}){2,})")
_SWISS = re.compile(r"([1-9][0-9]{0,2}(?:'[0-9]{3})+)(?:[.,]([0-9]+))?")
_READINGS = ((_DUTCH, False), (_COMMA, False), (_POINT, True), (_ENGLISH, True), (_SWISS, True))
_SEPARATORS = str.maketrans("", "", ".,'")


class Written(Struct, frozen=True):
    """What a run of digits says: the digits as one whole number and how many of them stand behind the comma."""

    digits: int
    decimals: int
    doubtful: bool


def read_digits(run: str) -> Written | None:
    """Read a run; None when it is written like no number, or has more than LONGEST digits.

    >>> read_digits("57.697,5"), read_digits("57.7"), read_digits("1.23.456")
    (Written(digits=576975, decimals=1, doubtful=False), Written(digits=577, decimals=1, doubtful=True), None)
    """
    return None if len(run) > 2 * LONGEST else _read(run)


@lru_cache(maxsize=4096)
def _read(run: str) -> Written | None:
    if run.isdigit():
        return Written(int(run), 0, doubtful=False) if len(run) <= LONGEST else None
    run = run.replace(" ", ".")
    for pattern, doubtful in _READINGS:
        found = pattern.fullmatch(run)
        if found is None:
            continue
        decimals = 0
        if found.lastindex == 2:  # noqa: PLR2004 - the second group of every pattern holds the decimals
            decimals = len(found[2])
        plain = run.translate(_SEPARATORS)
        return Written(int(plain), decimals, doubtful) if len(plain) <= LONGEST else None
    return None
