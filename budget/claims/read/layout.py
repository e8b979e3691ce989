"""Cuts a text into sentences that may run over lines, and finds the way back to line and column; it reads no word."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from budget.claims.model import Place

__all__ = ["Layout", "Sentence", "parted"]

# What a figure means is looked for all over its sentence, so a sentence may not grow without end: a longer stretch
# without a stop is cut. Nobody says more than this in one breath.
_LONGEST = 500  # characters
_MOST = 16  # runs of digits
_RUN = re.compile(r"\d[\d.,]*")
_PAUSES = (", ", "; ", "\n", ") ")
_NEWLINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_STOP = re.compile(r"[.!?…]+[)\"'»”’]*(?=\s)|\n")
_ABBREVIATED = re.compile(
    r"(?:\b[a-z]|\b(?:nr|art|blz|pag|pp|ca|bv|bijv|resp|incl|excl|dhr|mevr|mr|dr|prof|min|max|enz|nl|vs|tov|mln|mld|mio|"
    r"milj|dzd|eur|st|soc|econ|duurz|arb|act|comp|loopb|proc|pct|jl|ev|nov|dec|jan|feb|aug|sept|okt))$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\s+[\"'«“‘(\[+-]*(?:[A-ZÀ-Þ€0-9])")
_CONTINUES = re.compile(r"[ \t]*(?:[a-zà-ÿ%€(]|[0-9+-])")
_HYPHEN = re.compile(r"[^\W\d_]-$")
_LEANS = re.compile(
    r"(?:,|[-+±€]|\b(?:met|van|naar|tot|de|het|een|voor|in|op|bij|aan|uit|door|en|of|dan|ruim|bijna|meer|minder|ongeveer|"
    r"zowat|circa|rond|om|nog|geen|dik|krap|pakweg|minstens|resp\.|is|zijn|stijgt|daalt|krijgt|bedraagt|kost|per|te|"
    r"er|sociale|duurzame|werk)|\d)[ \t]*$",
    re.IGNORECASE,
)


class Sentence(Struct, frozen=True):
    """A sentence: its text with soft line breaks still in it, and where it starts in the whole text."""

    text: str
    start: int
    line: int  # of its first character, 1-based


class Layout:
    """A text with the starts of its lines."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in _NEWLINE.finditer(text))]

    @property
    def lines(self) -> int:
        """How many lines the text has; an empty text has one."""
        return len(self._starts)

    def place(self, start: int, end: int) -> Place:
        """Where text[start:end] stands; a stretch over several lines is placed on the line it starts on."""
        line = bisect_right(self._starts, start)
        first = self._starts[line - 1]
        last = self._line_end(line)
        quote = " ".join(self._text[start:end].split())
        return Place(line, start - first, max(start, min(end, last)) - first, quote)

    def anchored(self, start: int, end: int, anchor: int) -> Place:
        """The place of text[start:end], cut down to the line that `anchor` stands on."""
        line = bisect_right(self._starts, anchor)
        first = self._starts[line - 1]
        quote = " ".join(self._text[start:end].split())
        return Place(line, max(start, first) - first, min(end, self._line_end(line)) - first, quote)

    def _line_end(self, line: int) -> int:
        if line >= len(self._starts):
            return len(self._text)
        end = self._starts[line] - 1
        return end - 1 if self._text[end - 1 : end + 1] == "\r\n" else end

    def sentences(self) -> Iterator[Sentence]:
        """The sentences in order, without the blank ones; linear in the length of the text."""
        text = _NEWLINE.sub(lambda found: "\n" if len(found.group()) == 1 else " \n", self._text)
        start = 0
        for found in _STOP.finditer(text):
            if found.start() < start:
                continue
            ends = _line_ends(text, start, found.start()) if found.group() == "\n" else _stops(text, found)
            if ends:
                yield from self._cut(text, start, found.end())
                start = found.end()
        yield from self._cut(text, start, len(text))

    def _cut(self, text: str, start: int, end: int) -> Iterator[Sentence]:
        while start < end:
            stop = _within(text, start, end)
            piece = text[start:stop]
            if piece.strip():
                skipped = len(piece) - len(piece.lstrip())
                yield Sentence(piece.strip(), start + skipped, bisect_right(self._starts, start + skipped))
            start = stop


def _within(text: str, start: int, end: int) -> int:
    """How far a sentence from `start` may go: to its end, or to the last pause before it grows too long."""
    last = min(end, start + _LONGEST)
    if last - start >= 2 * _MOST:
        over = next(itertools.islice(_RUN.finditer(text, start, last), _MOST, None), None)
        last = over.start() if over is not None else last
    if last == end:
        return end
    pause = max(text.rfind(mark, (start + last) // 2, last) + len(mark) for mark in _PAUSES)
    space = text.rfind(" ", start, last) + 1
    return next((one for one in (pause, space) if one > start + 1), last)


def _stops(text: str, found: re.Match[str]) -> bool:
    """Whether a stop ends a sentence: not behind an abbreviation, not before a small letter."""
    follows = _OPENS.match(text, found.end())
    if found.group()[0] != ".":
        return follows is not None or text[found.end() : found.end() + 2].startswith("\n")
    if follows is None:
        return text[found.end() : found.end() + 1] == "\n" and not _soft(text, found.end())
    before = text[max(0, found.start() - 8) : found.start()]
    return _ABBREVIATED.search(before) is None


def _line_ends(text: str, start: int, at: int) -> bool:
    """Whether a line break ends a sentence; a broken line goes on with a small letter, or leans on what follows."""
    return not text[start:at].strip() or not _soft(text, at)


def _soft(text: str, at: int) -> bool:
    before = text[max(0, at - 24) : at].rstrip()
    if not before or text[at + 1 : at + 2] == "\n":
        return False
    if before[-1] in ".!?…:;":
        return before[-1] == "." and _ABBREVIATED.search(before[:-1]) is not None
    follows = _CONTINUES.match(text, at + 1)
    if follows is None:
        return _LEANS.search(before) is not None and not before[-1].isdigit() and _HYPHEN.search(before) is None
    first = text[follows.end() - 1]
    if first.isalpha() or first in "%€(":
        return True
    return _LEANS.search(before) is not None and not before[-1].isdigit()


def parted(sentence: Sentence, starts: list[int]) -> list[Sentence]:
    """The statements of a sentence, each as a sentence of its own."""
    found: list[Sentence] = []
    line = sentence.line
    for first, end in itertools.pairwise([0, *starts, len(sentence.text)]):
        text = sentence.text[first:end]
        found.append(replace(sentence, text=text.rstrip(" ,;\n"), start=sentence.start + first, line=line))
        line += text.count("\n")
    return found
