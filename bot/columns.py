"""Tables and bars drawn in characters of one width; it writes no marks and escapes nothing.

The tables are those of tabulate's "simple" format, written here because tabulate takes 50 ms to load and half a
millisecond a table, and these stand in the ack; a test holds the two equal.
"""

from __future__ import annotations

import math
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["BAR_WIDTH", "bar_rows", "figure", "table_rows"]

BAR_WIDTH: Final = 12  # so that label, figure and bar fit the width of a phone, some 40 characters
_RISE: Final = "█"
_FALL: Final = "░"
_GAP: Final = "  "
_FIRST_ODD: Final = "\u0300"  # below it every visible character takes one column
_WIDE: Final = frozenset("WF")


def _width(text: str) -> int:
    """Columns the text takes: a wide character two, a combining one none."""
    if text.isascii() or max(text) < _FIRST_ODD:
        return len(text)
    return sum(
        [0 if unicodedata.combining(mark) else 1 + (unicodedata.east_asian_width(mark) in _WIDE) for mark in text]
    )


def _set(text: str, width: int, *, right: bool) -> str:
    space = " " * (width - _width(text))
    return space + text if right else text + space


def _column(cells: Sequence[str], *, right: bool) -> tuple[int, list[str]]:
    """The width of a column and its cells set to it."""
    joined = "".join(cells)
    if joined.isascii() or max(joined) < _FIRST_ODD:
        width = max(map(len, cells))
        return width, [cell.rjust(width) for cell in cells] if right else [cell.ljust(width) for cell in cells]
    width = max(map(_width, cells))
    return width, [_set(cell, width, right=right) for cell in cells]


def table_rows(
    header: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool]
) -> tuple[tuple[str, str], tuple[str, ...]]:
    """The two head lines and the lines of the rows, aligned; numeric columns stand right.

    Every row is as long as the header. Line ends keep no spaces.
    """
    columns = [
        _column(cells, right=right) for cells, right in zip(zip(header, *rows, strict=True), numeric, strict=True)
    ]
    lines = [_GAP.join(cells).rstrip() for cells in zip(*[cells for _, cells in columns], strict=True)]
    return (lines[0] if lines else "", _GAP.join(["-" * width for width, _ in columns])), tuple(lines[1:])


def figure(value: float) -> str:
    """The number as a Belgian reader writes it, every digit kept.

    >>> figure(1700.355)
    '1.700,355'
    """
    return format(value, ",").translate({ord(","): ".", ord("."): ","})


def bar_rows(bars: Sequence[tuple[str, float]]) -> tuple[str, ...]:
    """One line a bar: label, figure, bar in proportion to the greatest; falls are drawn lighter than rises.

    The bar comes last: where its marks are not as wide as a letter, nothing else moves. A value other than zero has
    at least one mark.
    """
    if not bars:
        return ()
    label_width = max(_width(label) for label, _ in bars)
    figures = [figure(value) for _, value in bars]
    figure_width = max(map(len, figures))
    greatest = max((abs(value) for _, value in bars if math.isfinite(value)), default=0.0) or 1.0
    lines = []
    for (label, value), written in zip(bars, figures, strict=True):
        length = max(1, round(abs(value) / greatest * BAR_WIDTH)) if value and math.isfinite(value) else 0
        drawn = (_FALL if value < 0 else _RISE) * length
        lines.append(f"{_set(label, label_width, right=False)}{_GAP}{written:>{figure_width}} {drawn}".rstrip())
    return tuple(lines)
