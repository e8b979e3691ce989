"""Cuts a text into sentences and a sentence into clauses that hold one claim each; no clause gets a meaning."""

from __future__ import annotations

import re
from typing import NamedTuple

from budget.numbers_nl import NumberSpan, find_numbers

__all__ = ["Clause", "amounts", "clauses", "sentences"]

_END = re.compile(r"[.!?]+[\"')\]]*(?=\s+[\"'(]?[A-Z0-9€]|\s*$)|\n\s*\n|\n(?=\s*[-*•A-Z\"'])")
_SHORT = re.compile(r"\b(?:resp|bv|bijv|ca|mln|mld|art|nr|blz|pag|tel|dhr|mevr|incl|excl|c|p)\.$", re.IGNORECASE)
_PART = re.compile(
    r",\s+|;\s*|:\s+|\s+(?:en|maar|terwijl|of|waarvan)\s+|\s+(?=(?:vooral )?(?:door|dankzij|wegens|vanwege|omdat)\b)"
)
CAUSE = re.compile(
    r"\b(?:door|dankzij|wegens|vanwege|omdat|doordat|te wijten aan|te danken aan|gevolg van|reden)\b", re.IGNORECASE
)
_MOVES = re.compile(
    r"\b(?:stijg\w*|daal\w*|dalen|groei\w*|krimp\w*|verlies\w*|neemt|nemen|wint|erbij|extra|zakt|zakken|grootste|kleinste|"
    r"meer dan|minder dan)\b",
    re.IGNORECASE,
)


class Clause(NamedTuple):
    """A piece of a text and where it starts in it."""

    text: str
    start: int


def amounts(text: str) -> tuple[NumberSpan, ...]:
    """The numbers of a text that can be a figure: no years, dates, references or telephone numbers."""
    return tuple([span for span in find_numbers(text) if not span.looks_like])


def sentences(text: str) -> tuple[Clause, ...]:
    """The sentences of a text in order; a line that was only broken goes on, a full stop of an abbreviation too."""
    found: list[Clause] = []
    start = 0
    for mark in _END.finditer(text):
        if _SHORT.search(text, max(start, mark.end() - 8), mark.end()) and mark.end() < len(text.rstrip()):
            continue
        _add(found, text, start, mark.end())
        start = mark.end()
    _add(found, text, start, len(text))
    return tuple(found)


def _add(found: list[Clause], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if any(mark.isalnum() for mark in piece):
        lead = len(piece) - len(piece.lstrip())
        found.append(Clause(piece.strip(), start + lead))


def clauses(sentence: Clause) -> tuple[Clause, ...]:
    """The clauses of a sentence: cut where a figure, a movement or, behind a figure, a reason stands on both sides."""
    cuts = [0]
    numbers = find_numbers(sentence.text)
    places = [
        mark
        for mark in _PART.finditer(sentence.text)
        if not any(one.start < mark.end() - 1 < one.end for one in numbers)
    ]
    ends = [mark.start() for mark in places[1:]] + [len(sentence.text)]
    for mark, end in zip(places, ends, strict=False):
        before, after = sentence.text[cuts[-1] : mark.start()], sentence.text[mark.end() : end]
        figure = bool(amounts(before))
        whole = figure or (_MOVES.search(before) is not None and not CAUSE.search(before) and mark.group()[0] != ":")
        starts = bool(amounts(after)) or _MOVES.search(after) is not None
        if (whole and starts) or (figure and CAUSE.match(after.removeprefix("vooral ")) is not None):
            cuts.append(mark.end())
    bounds = [*cuts[1:], len(sentence.text)]
    return tuple([Clause(sentence.text[at:to], sentence.start + at) for at, to in zip(cuts, bounds, strict=True)])
