"""Reads what changes something for who types it ("volg loopbanen", "vergeet mij"); it carries nothing out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from msgspec import Struct

__all__ = [
    "ORDER_EXAMPLES",
    "AboutDigest",
    "Check",
    "Favourites",
    "Follow",
    "Forget",
    "Hold",
    "Log",
    "Order",
    "Unfollow",
    "read_order",
]


class Follow(Struct, frozen=True):
    """Keep a question as a favourite."""

    question: str


class Unfollow(Struct, frozen=True):
    """Drop a favourite."""

    question: str


class AboutDigest(Struct, frozen=True):
    """Something about the daily digest; bot.grammar.digest reads what, as it needs to know what day it is."""

    words: str


class Favourites(Struct, frozen=True):
    """Show the favourites."""


class Forget(Struct, frozen=True):
    """Remove all that is kept about who asks."""


class Check(Struct, frozen=True):
    """Judge the claims of a text; `said_on` is the day it was said, None when that was not given."""

    text: str
    said_on: date | None = None

    @property
    def words(self) -> str:
        """The order as it can be typed again."""
        day = f"{self.said_on.isoformat()} " if self.said_on is not None else ""
        return f"{_CHECK} {day}{self.text}"


class Hold(Struct, frozen=True):
    """Begin a debate where it is said, or end it."""

    begins: bool


class Log(Struct, frozen=True):
    """Show what was said before in this conversation: all of it, or `about` one thing; or clear it."""

    about: str = ""
    clears: bool = False
    sure: bool = False


Order = Follow | Unfollow | Favourites | Forget | AboutDigest | Check | Hold | Log

ORDER_EXAMPLES: Mapping[type[Order], str] = {
    Follow: "volg loopbanen",
    Unfollow: "ontvolg loopbanen",
    Favourites: "favorieten",
    Check: "check loopbanen stijgt met 57,7 miljoen",
    Hold: "debat start",
    Log: "log",
    AboutDigest: "digest",
    Forget: "vergeet mij",
}
"""Per order a text that gives it, in the order help shows them."""

_NO_LONGER = " niet meer"
_ENDING = " .!?\u2026"
_WHOLE: Mapping[str, Order] = {
    "debat start": Hold(begins=True),
    "start debat": Hold(begins=True),
    "debat stop": Hold(begins=False),
    "stop debat": Hold(begins=False),
    "log": Log(),
    "logboek": Log(),
    "log wis": Log(clears=True),
    "log wis ja": Log(clears=True, sure=True),
    "wis log": Log(clears=True),
    "wis het log": Log(clears=True),
    "favorieten": Favourites(),
    "mijn favorieten": Favourites(),
    "toon favorieten": Favourites(),
    "toon mijn favorieten": Favourites(),
    "vergeet mij": Forget(),
    "vergeet me": Forget(),
    "wis mijn gegevens": Forget(),
    "verwijder mijn gegevens": Forget(),
}
_DIGEST = "digest"
_CHECK = "check"
_CHECKS = frozenset({_CHECK, "factcheck", "checken"})
_FIRST = frozenset({"wat", "volg", "ontvolg", _DIGEST, *_CHECKS, *(text.split(" ")[0] for text in _WHOLE)})
# "wat zeiden we eerder over sectorconvenants", "wat is er gezegd over JD", "log sectorconvenants"
_EARLIER = re.compile(
    r"(?:wat (?:zeiden we|zei men|is er|werd er|hebben we)(?: al| eerder| vroeger)*(?: gezegd)?(?: al| eerder)* over|"
    r"log(?:boek)?(?: over)?) (.+)",
    re.IGNORECASE,
)
_LONGEST_FIRST = 12  # characters of the longest first word, and a space


def read_order(text: str) -> Order | None:
    """Give the order a text is; None when it is a question. "volg" alone is a question for help, not an order."""
    start = text.lstrip()[:_LONGEST_FIRST].casefold()
    first = start.split(" ", 1)[0].rstrip(_ENDING + ":")
    if first not in _FIRST:
        return None
    if first in _CHECKS:
        return _check(text)
    words = " ".join(text.split()).rstrip(_ENDING)
    whole = _WHOLE.get(words.casefold())
    if whole is not None:
        return whole
    verb, _, question = words.partition(" ")
    earlier = _EARLIER.match(words)
    if earlier is not None:
        return Log(earlier.group(1))
    if verb.casefold() == _DIGEST:
        return AboutDigest(question)
    if not question:
        return None
    if verb.casefold() == "ontvolg":
        return Unfollow(question)
    if verb.casefold() != "volg":
        return None
    if question.casefold().endswith(_NO_LONGER):
        return Unfollow(question[: -len(_NO_LONGER)].strip())
    return Follow(question)


def _check(text: str) -> Check:
    """Read what is to be checked, as it was typed; a day in front ("check 2021-10-20 ...") is when it was said."""
    _, _, said = text.strip().partition(" ")
    said = said.strip().removeprefix(":").lstrip()
    day, _, rest = said.partition(" ")
    try:
        return Check(rest.strip(), date.fromisoformat(day))
    except ValueError:
        return Check(said)
