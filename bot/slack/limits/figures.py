"""Limits of the blocks that show figures: table, data_table, data_visualization."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.slack.limits.report import Report

__all__ = ["chart", "data_table", "table"]

_CELLS: Final = 20  # of a row
_CHARACTERS: Final = 10_000  # of all cells of a table
_CAPTION: Final = 3_000
_TITLE: Final = 50
_SHORT: Final = 20  # characters of a label, a category, a name of a series
_SERIES: Final = 6
_CATEGORIES: Final = 20


def _cell(value: object, path: str, report: Report, kinds: Collection[str]) -> tuple[str, int]:
    """The kind of the cell and the characters in it."""
    if not isinstance(value, dict):
        report.add(path, "type", type(value).__name__, "object")
        return "", 0
    kind = value.get("type")
    if not isinstance(kind, str) or kind not in kinds:
        report.add(f"{path}.type", "unknown_type", kind, " | ".join(kinds))
        return "", 0
    if kind == "rich_text":
        return kind, 0
    if kind == "raw_number":
        report.mapping(value, path, ("type", "value", "text"), ("value",))
        _finite(value.get("value"), f"{path}.value", report)
        return kind, len(report.string(value.get("text"), f"{path}.text", _CHARACTERS))
    report.mapping(value, path, ("type", "text"), ("text",))
    return kind, len(report.string(value.get("text"), f"{path}.text", _CHARACTERS))


def _finite(value: object, path: str, report: Report) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        report.add(path, "type", type(value).__name__, "number")
    elif not math.isfinite(value):
        report.add(path, "not_finite", value)


def _rows(
    owner: dict[str, Any], path: str, report: Report, bounds: tuple[int, int], kinds: Collection[str]
) -> list[list[str]]:
    """The kinds of all cells, row by row."""
    report.tables += 1
    shape: list[list[str]] = []
    total = 0
    width: int | None = None
    for at, value in enumerate(report.items(owner.get("rows"), f"{path}.rows", *bounds)):
        here = f"{path}.rows[{at}]"
        cells = report.items(value, here, 1, _CELLS)
        width = len(cells) if width is None else width
        if len(cells) != width:
            report.add(here, "ragged", len(cells), width)
        row = [_cell(cell, f"{here}[{place}]", report, kinds) for place, cell in enumerate(cells)]
        total += sum(size for _, size in row)
        shape.append([kind for kind, _ in row])
    if total > _CHARACTERS:
        report.add(f"{path}.rows", "too_long", total, _CHARACTERS)
    return shape


def table(block: dict[str, Any], path: str, report: Report) -> None:
    """At most 100 rows of 20 cells with text, header first, 10,000 characters in all.

    raw_number is left to data_table: some clients fail on it here.
    """
    report.mapping(block, path, ("type", "block_id", "rows", "column_settings"), ("rows",))
    _rows(block, path, report, (1, 100), ("raw_text", "rich_text"))
    for at, value in enumerate(report.items(block.get("column_settings"), f"{path}.column_settings", 0, _CELLS)):
        here = f"{path}.column_settings[{at}]"
        if value is None:
            continue
        setting = report.mapping(value, here, ("align", "is_wrapped"))
        report.chosen(setting.get("align"), f"{here}.align", ("left", "center", "right"))
        report.flags(setting, here, "is_wrapped")


def data_table(block: dict[str, Any], path: str, report: Report) -> None:
    """A caption, 2 to 101 rows, pages of 1 to 100; a column with a number has numbers only."""
    known = ("type", "block_id", "caption", "rows", "page_size", "row_header_column_index")
    report.mapping(block, path, known, ("caption", "rows"))
    report.string(block.get("caption"), f"{path}.caption", _CAPTION)
    report.whole(block.get("page_size"), f"{path}.page_size", 1, 100)
    report.whole(block.get("row_header_column_index"), f"{path}.row_header_column_index", 0, _CELLS - 1)
    shape = _rows(block, path, report, (2, 101), ("raw_text", "raw_number", "rich_text"))
    if not shape:
        return
    for place, kind in enumerate(shape[0]):
        if kind not in ("raw_text", ""):
            report.add(f"{path}.rows[0][{place}].type", "not_allowed", kind, "raw_text")
        column = [row[place] for row in shape[1:] if place < len(row)]
        if "raw_number" in column and any(other != "raw_number" for other in column):
            report.add(f"{path}.rows[1:][{place}]", "mixed_column", "raw_number and others", "raw_number")


def _short(values: list[object], path: str, report: Report) -> None:
    """Short names, each of them once."""
    seen: set[str] = set()
    for at, value in enumerate(values):
        name = report.string(value, f"{path}[{at}]", _SHORT)
        if value is None:
            report.add(f"{path}[{at}]", "missing", "nothing")
        if name in seen and name:
            report.add(f"{path}[{at}]", "not_unique", name)
        seen.add(name)


def _pie(owner: dict[str, Any], path: str, report: Report) -> None:
    report.mapping(owner, path, ("type", "segments"), ("segments",))
    segments = report.items(owner.get("segments"), f"{path}.segments", 1, _SERIES)
    labels: list[object] = []
    for at, value in enumerate(segments):
        here = f"{path}.segments[{at}]"
        segment = report.mapping(value, here, ("label", "value"), ("label", "value"))
        labels.append(segment.get("label"))
        size = segment.get("value")
        _finite(size, f"{here}.value", report)
        if isinstance(size, (int, float)) and size <= 0:
            report.add(f"{here}.value", "not_positive", size)
    _short(labels, f"{path}.segments", report)


def _series(owner: dict[str, Any], path: str, report: Report) -> None:
    report.mapping(owner, path, ("type", "series", "axis_config"), ("series", "axis_config"))
    axis: dict[str, Any] = {}
    if owner.get("axis_config") is not None:
        known = ("categories", "x_label", "y_label")
        axis = report.mapping(owner["axis_config"], f"{path}.axis_config", known, ("categories",))
    categories = report.items(axis.get("categories"), f"{path}.axis_config.categories", 1, _CATEGORIES)
    _short(categories, f"{path}.axis_config.categories", report)
    for name in ("x_label", "y_label"):
        report.string(axis.get(name), f"{path}.axis_config.{name}", _TITLE)
    names: list[object] = []
    for at, value in enumerate(report.items(owner.get("series"), f"{path}.series", 1, _SERIES)):
        here = f"{path}.series[{at}]"
        one = report.mapping(value, here, ("name", "data"), ("name", "data"))
        names.append(one.get("name"))
        labels: list[object] = []
        for place, point in enumerate(report.items(one.get("data"), f"{here}.data", 1, _CATEGORIES)):
            spot = f"{here}.data[{place}]"
            given = report.mapping(point, spot, ("label", "value"), ("label", "value"))
            labels.append(given.get("label"))
            _finite(given.get("value"), f"{spot}.value", report)
        if sorted(map(str, labels)) != sorted(map(str, categories)):
            report.add(f"{here}.data", "not_the_categories", f"{len(labels)} values", f"{len(categories)} categories")
    _short(names, f"{path}.series", report)


def chart(block: dict[str, Any], path: str, report: Report) -> None:
    """A title of 50 characters over a pie of 6 segments or 6 series of one finite value for each of 20 categories."""
    report.charts += 1
    report.mapping(block, path, ("type", "block_id", "title", "chart"), ("title", "chart"))
    report.string(block.get("title"), f"{path}.title", _TITLE)
    drawn = block.get("chart")
    if drawn is None:
        return
    if not isinstance(drawn, dict):
        report.add(f"{path}.chart", "type", type(drawn).__name__, "object")
        return
    kind = drawn.get("type")
    if kind == "pie":
        _pie(drawn, f"{path}.chart", report)
    elif isinstance(kind, str) and kind in ("bar", "line", "area"):
        _series(drawn, f"{path}.chart", report)
    else:
        report.add(f"{path}.chart.type", "unknown_type", kind, "pie | bar | line | area")
