"""Long text cut into pieces that fit a field; no piece is dropped and no word is cut that could stay whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["SECTION", "packed", "pieces"]

SECTION: Final = 3_000  # characters of a section


def _cut(text: str, size: int) -> int:
    """Where to cut: after the last line, sentence or word that ends within `size`; never in the first third."""
    floor = size // 3
    for end in ("\n", ". ", " "):
        at = text.rfind(end, floor, size)
        if at > 0:
            return at + len(end)
    return size


def pieces(text: str, escape: Callable[[str], str], limit: int = SECTION) -> list[str]:
    """The text escaped, in pieces of at most `limit` characters; [] when it is blank.

    It is cut before it is escaped, so that no entity is cut in two.
    """
    if len(text) <= limit:
        whole = escape(text).rstrip()
        if len(whole) <= limit:
            return [whole] if whole and not whole.isspace() else []
    rest = text.rstrip()
    made: list[str] = []
    while rest:
        size = min(limit, len(rest))
        head = rest
        while True:
            at = len(rest) if size >= len(rest) else _cut(rest, size)
            head = escape(rest[:at]).rstrip()
            if len(head) <= limit:
                break
            size //= 2
        if head:
            made.append(head)
        rest = rest[at:]
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
