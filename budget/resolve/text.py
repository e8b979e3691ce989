"""One spelling for everything typed: lower case, no accents, plain signs; it gives no word a meaning."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["LIMIT", "Token", "fold", "phrase_key", "tokens", "words"]

LIMIT = 4_000
"""The longest question that is read, in characters."""

# Signs people's keyboards and documents put in, and the plain one each stands for.
_SIGNS = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "−": "-",
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "Δ": " delta ",
        "∆": " delta ",
        "\u00ad": None,
    }
)

# An apostrophe belongs to the word ("ISE's", "programma's") and is dropped; all other signs part words.
_APOSTROPHE = re.compile(r"(?<=\w)'(?=s\b)|\b'(?=[a-z]\b)", re.ASCII)
_SHORT_YEAR = re.compile(r"(?<!\w)'(?=\d\d\b)", re.ASCII)
# What chat clients make of mentions and links: it names nobody and nothing here, except a link's own words.
_MARKUP = re.compile(r"<(?:[!@#][^<>]{0,200}|(?:https?|mailto):[^<>|]{0,2000}(?:\|([^<>]{0,400}))?)>")
_TOKEN = re.compile(r"[A-Za-z]+\+?|\d+(?:[.,]\d+)*|[+&%€,;?<>=]", re.ASCII)

Token = tuple[str, int, int]
"""A word, number or sign as it stands in the folded text, with start and end."""


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """Give one character without accent; invisible and control characters become nothing or a space."""
    category = unicodedata.category(character)
    if category in {"Cf", "Mn", "Cs", "Co", "Cn"}:
        return ""
    if category == "Cc" or category.startswith("Z"):
        return "\n" if character == "\n" else " "
    return "".join(part for part in unicodedata.normalize("NFKD", character) if unicodedata.category(part) != "Mn")


def fold(text: str) -> str:
    """Fold typed text to plain ASCII-like text with its capitals kept; linear in its length.

    >>> fold("Hoeveel ‘initiële’ kredieten?")
    "Hoeveel 'initiele' kredieten?"
    """
    if not text.isascii():
        text = "".join(map(_plain, text.translate(_SIGNS)))
    elif not text.isprintable():
        text = "".join(map(_plain, text))
    if "<" in text:
        text = _MARKUP.sub(r" \1 ", text)
    if "'" in text:
        text = _APOSTROPHE.sub("", _SHORT_YEAR.sub("20", text))
    return text


def tokens(folded: str) -> list[Token]:
    """Split folded text into words, numbers and the few signs that mean something, in order."""
    return [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(folded)]


def words(folded: str) -> list[str]:
    """Give the same tokens as `tokens`, in lower case and without their places, at a third of the cost."""
    return _TOKEN.findall(folded.lower())


def phrase_key(text: str) -> str:
    """Give a name the spelling under which it is looked up: its words in lower case with single spaces."""
    if text.islower() and text.isascii() and text.replace(" ", "").isalpha():
        return text
    return " ".join(_TOKEN.findall(fold(text))).lower()
