"""Block Kit kinds as typed plain dicts; nothing here escapes, splits or chooses.

slack_sdk is left out on purpose: it has no data_table and no data_visualization, and its View and ContainerBlock
silently turn such dicts into None.
"""

from __future__ import annotations

from typing import Final, Literal, NotRequired, TypedDict

from bot.slack.blocks.figures import DataTable, DataVisualization, Table

__all__ = [
    "ACTION_PREFIX",
    "Actions",
    "Block",
    "ButtonElement",
    "Container",
    "Context",
    "Message",
    "MrkdwnText",
    "PlainText",
    "RichText",
    "Section",
    "actions",
    "button",
    "container",
    "context",
    "rich_text",
    "section",
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
