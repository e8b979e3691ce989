"""What a person typed, made safe to show back; the only place where heard words enter a reply."""

from __future__ import annotations

import unicodedata

from budget.queries import Presumed

__all__ = ["echo", "echo_without_figures", "presumed_words"]

_LONGEST = 80
_KEPT = frozenset(".,%+-()/0123456789")
_FIRST_LOOK = 400  # nothing beyond this can still stand in the first 80 kept characters of an honest question


def echo(heard: str) -> str:
    """The heard words, at most 80 characters of letters, digits, spaces and . , % + - ( ) / ; possibly empty."""
    composed = unicodedata.normalize("NFKC", heard[:_FIRST_LOOK])
    kept = "".join(mark if mark in _KEPT or mark.isalpha() else " " for mark in composed)
    text = " ".join(kept.split())
    if not any(mark.isalnum() for mark in text):
        return ""
    return text[:_LONGEST].rstrip()


def echo_without_figures(heard: str) -> str:
    """The echo, or nothing when it holds a digit: a refusal must not carry a figure that is not ours."""
    text = echo(heard)
    return "" if any(mark.isdigit() or mark == "%" for mark in text) else text


def presumed_words(presumed: Presumed) -> str:
    """A number that was taken for granted as it was said: "60 miljoen", "meer dan 2 miljard"."""
    return echo(f"{presumed.hedge or ''} {presumed.number.text}")
