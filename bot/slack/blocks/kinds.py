"""Block Kit kinds as typed plain dicts; nothing here escapes, splits or chooses.

slack_sdk is left out on purpose: it has no data_table and no data_visualization, and its View and ContainerBlock
silently turn such dicts into None.
"""

from __future__ import annotations

from typing import Final, Literal, NotRequired, TypedDict

__all__ = [
    "ACTION_PREFIX",
    "Actions",
    "Block",
    "ButtonElement",
    "Cell",
    "Container",
    "Context",
    "DataTable",
    "DataVisualization",
    "Message",
    "MrkdwnText",
    "PlainText",
    "RichText",
    "Section",
    "Table",
    "actions",
    "bar_chart",
    "button",
    "container",
    "context",
    "data_table",
    "raw_number",
    "raw_text",
    "rich_text",
    "section",
    "table",
]

# Every button of a reply answers to one listener on this prefix; what it asks is its value.
ACTION_PREFIX: Final = "bbt.ask."


class MrkdwnText(TypedDict):
    """A text object with marks; `verbatim` keeps Slack from linking names and addresses it recognises."""

    type: Literal["mrkdwn"]
    text: str
    verbatim: bool


class PlainText(TypedDict):
    """A text object without marks."""

    type: Literal["plain_text"]
    text: str


class Section(TypedDict):
    """A paragraph."""

    type: Literal["section"]
    text: MrkdwnText


class Context(TypedDict):
    """Small grey text."""

    type: Literal["context"]
    elements: list[MrkdwnText]


class ButtonElement(TypedDict):
    """A button that types a command."""

    type: Literal["button"]
    action_id: str
    text: PlainText
    value: str


class Actions(TypedDict):
    """A row of buttons."""

    type: Literal["actions"]
    elements: list[ButtonElement]


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


class RichStyle(TypedDict):
    """Marks of a rich text element."""

    bold: bool


class RichElement(TypedDict):
    """Literal text: nothing in it is read as a mark or a mention."""

    type: Literal["text"]
    text: str
    style: NotRequired[RichStyle]


class RichSection(TypedDict):
    """A line of rich text."""

    type: Literal["rich_text_section"]
    elements: list[RichElement]


class RichList(TypedDict):
    """Bullets of one depth."""

    type: Literal["rich_text_list"]
    style: Literal["bullet"]
    indent: int
    elements: list[RichSection]


class RichText(TypedDict):
    """Formatted text without marks in it."""

    type: Literal["rich_text"]
    elements: list[RichSection | RichList]


class Container(TypedDict):
    """Blocks behind a title, shut until somebody opens them."""

    type: Literal["container"]
    title: PlainText
    is_collapsible: bool
    default_collapsed: bool
    child_blocks: list[Section]


Block = Section | Context | Actions | Table | DataTable | DataVisualization | RichText | Container


class Message(TypedDict):
    """What a message says: `text` alone answers, `blocks` show it."""

    text: str
    blocks: list[Block]


def _text(text: str) -> MrkdwnText:
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def section(text: str) -> Section:
    """A section of ready mrkdwn, 1 to 3,000 characters."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}


def context(texts: list[str]) -> Context:
    """A context block of 1 to 10 pieces of ready mrkdwn."""
    return {"type": "context", "elements": [_text(text) for text in texts]}


def button(label: str, command: str, place: int) -> ButtonElement:
    """A button at its place in the message: the place makes its action_id unique, the command is its value."""
    return {
        "type": "button",
        "action_id": f"{ACTION_PREFIX}{place}",
        "text": {"type": "plain_text", "text": label},
        "value": command,
    }


def actions(buttons: list[ButtonElement]) -> Actions:
    """A row of 1 to 25 buttons."""
    return {"type": "actions", "elements": buttons}


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


def rich_text(elements: list[RichSection | RichList]) -> RichText:
    """A block of rich text lines and lists."""
    return {"type": "rich_text", "elements": elements}


def container(title: str, children: list[Section]) -> Container:
    """1 to 10 sections behind a title, shut at first."""
    return {
        "type": "container",
        "title": {"type": "plain_text", "text": title},
        "is_collapsible": True,
        "default_collapsed": True,
        "child_blocks": children,
    }
