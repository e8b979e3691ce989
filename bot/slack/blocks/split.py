"""Long text cut into pieces that fit a field; no piece is dropped and no word is cut that could stay whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["SECTION", "packed", "pieces"]

SECTION: Final = 3_000  # characters of a section


def _cut(text: str, start: int, end: int) -> int:
    """Where to cut before `end`: after the last line, sentence or word; never in the first third of what is left."""
    floor = start + (end - start) // 3
    for mark in ("\n", ". ", " "):
        at = text.rfind(mark, floor, end)
        if at > start:
            return at + len(mark)
    return end


def pieces(text: str, escape: Callable[[str], str], limit: int = SECTION) -> list[str]:
    """The text escaped, in pieces of at most `limit` characters; [] when it is blank.

    It is cut before it is escaped, so that no entity is cut in two. The limit is at least a dozen characters.
    """
    if len(text) <= limit:
        whole = escape(text).rstrip()
        if len(whole) <= limit:
            return [whole] if whole else []
    made: list[str] = []
    start = 0
    while start < len(text):
        size = limit
        while True:
            end = len(text) if start + size >= len(text) else _cut(text, start, start + size)
            piece = escape(text[start:end]).rstrip()
            if len(piece) <= limit:
                break
            size //= 2
        if piece:
            made.append(piece)
        start = end
    return made


def packed(lines: Iterable[str], head: Sequence[str] = (), limit: int = SECTION) -> list[list[str]]:
    """Ready lines in groups of at most `limit` characters once joined by newlines, each group opened by `head`.

    A line longer than what the head leaves stands in a group of its own and may pass the limit: cut it before.
    """
    opening = sum(len(line) + 1 for line in head)
    groups: list[list[str]] = []
    group: list[str] = []
    size = opening
    for line in lines:
        if group and size + len(line) + 1 > limit:
            groups.append([*head, *group])
            group, size = [], opening
        group.append(line)
        size += len(line) + 1
    if group:
        groups.append([*head, *group])
    return groups
