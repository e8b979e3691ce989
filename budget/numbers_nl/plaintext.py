"""Lower case text with plain spaces, dashes, quotes and digits, every character at its own place; nothing is read."""

from __future__ import annotations

import re

__all__ = ["lowered"]

_UNUSUAL = re.compile("[^\x00-\x7f€à-öø-ÿ]")
_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200e\u200f\u202f\u205f\u3000"
)
_FOLD = {ord(space): " " for space in _SPACES}
_FOLD |= {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"}
_FOLD |= {ord(quote): "'" for quote in "‘’ʼ´"}
_FOLD |= {ord("０") + digit: str(digit) for digit in range(10)}
_FOLD |= {ord("％"): "%", ord("．"): ".", ord("，"): ",", ord("﹪"): "%"}


def lowered(text: str) -> str:
    """Lower a text to plain signs; its length never changes, so that places found in it hold in the text itself."""
    low = text.lower()
    if len(low) != len(text):  # a few capitals (İ) have two characters in lower case
        low = "".join([char.lower() if len(char.lower()) == 1 else char for char in text])
    if low.isascii() or _UNUSUAL.search(low) is None:
        return low
    return low.translate(_FOLD)
