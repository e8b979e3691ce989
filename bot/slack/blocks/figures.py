"""Block Kit kinds that show figures, as typed plain dicts: tables and charts; limits are known elsewhere."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

__all__ = [
    "Cell",
    "DataTable",
    "DataVisualization",
    "RawText",
    "Table",
    "bar_chart",
    "data_table",
    "raw_number",
    "raw_text",
    "table",
]


class RawText(TypedDict):
    """A table cell with text."""

    type: Literal["raw_text"]
    text: str


class RawNumber(TypedDict):
    """A data_table cell that sorts by its value."""

    type: Literal["raw_number"]
    value: int | float
    text: str


Cell = RawText | RawNumber


class ColumnSetting(TypedDict):
    """How one column of a table is set."""

    align: NotRequired[Literal["left", "center", "right"]]
    is_wrapped: NotRequired[bool]


class Table(TypedDict):
    """A plain table; its first row is the header."""

    type: Literal["table"]
    column_settings: list[ColumnSetting]
    rows: list[list[RawText]]


class DataTable(TypedDict):
    """A sortable, paged table; its first row is the header."""

    type: Literal["data_table"]
    caption: str
    page_size: int
    rows: list[list[Cell]]


class Point(TypedDict):
    """One value of a series."""

    label: str
    value: float


class Series(TypedDict):
    """The bars of one colour."""

    name: str
    data: list[Point]


class AxisConfig(TypedDict):
    """The categories and the names of the axes."""

    categories: list[str]
    y_label: str


class BarChart(TypedDict):
    """Vertical bars."""

    type: Literal["bar"]
    series: list[Series]
    axis_config: AxisConfig


class DataVisualization(TypedDict):
    """A chart drawn by the client."""

    type: Literal["data_visualization"]
    title: str
    chart: BarChart


def raw_text(text: str) -> RawText:
    """A cell with text."""
    return {"type": "raw_text", "text": text}


def raw_number(value: float, text: str) -> RawNumber:
    """A cell with a number and how it is written."""
    return {"type": "raw_number", "value": value, "text": text}


def table(rows: list[list[RawText]], numeric: tuple[bool, ...]) -> Table:
    """A table, header first; numeric columns stand right, the others wrap."""
    settings: list[ColumnSetting] = [{"align": "right"} if right else {"is_wrapped": True} for right in numeric]
    return {"type": "table", "column_settings": settings, "rows": rows}


def data_table(caption: str, rows: list[list[Cell]], page_size: int) -> DataTable:
    """A sortable table, header first, `page_size` rows a page."""
    return {"type": "data_table", "caption": caption, "page_size": page_size, "rows": rows}


def bar_chart(title: str, series: str, bars: tuple[tuple[str, float], ...], unit: str) -> DataVisualization:
    """One series of bars; labels are unique and at most 20 characters, values finite."""
    return {
        "type": "data_visualization",
        "title": title,
        "chart": {
            "type": "bar",
            "series": [{"name": series, "data": [{"label": label, "value": value} for label, value in bars]}],
            "axis_config": {"categories": [label for label, _ in bars], "y_label": unit},
        },
    }
