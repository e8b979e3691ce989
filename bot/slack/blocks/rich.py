"""The profile "rich": native tables, charts, lists, a collapsible source; what does not fit one is drawn basic."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from bot.replies.labels import MILLION_EURO, SOURCE_AND_METHOD
from bot.replies.model import Chart, Items, Paragraph, Part, Reply, Table
from bot.slack.blocks.basic import choice_rows, next_rows
from bot.slack.blocks.figures import Cell, bar_chart, data_table, raw_number, raw_text, table
from bot.slack.blocks.kinds import (
    Block,
    RichElement,
    RichList,
    RichSection,
    Section,
    container,
    rich_text,
    section,
)
from bot.slack.blocks.lines import EMPTY, turned
from bot.slack.blocks.sections import (
    bars,
    context_rows,
    headline,
    item_sections,
    paragraphs,
    quote,
    small,
    sources,
    table_sections,
)
from bot.slack.blocks.split import SECTION, packed
from bot.slack.escape import plain, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["rich_blocks"]

_CHARTS: Final = 2  # a message
_BARS: Final = 20
_SHORT: Final = 20  # characters of a chart label and of a series name
_TITLE: Final = 50
_COLUMNS: Final = 20
_ROWS: Final = 100  # rows of a data_table without its header
_TABLE: Final = 10_000  # characters of all cells together
_PAGED: Final = 10  # rows above which a table is paged and sortable
_CHILDREN: Final = 10
# A number as our tables write it: grouped by points, a decimal comma, perhaps a percent sign.
_NUMBER: Final = re.compile(r"([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?:[\u00a0 ]?%)?")


def _number(cell: str) -> int | float | None:
    """The value of a written cell, None when it is not a number."""
    found = _NUMBER.fullmatch(cell)
    if found is None:
        return None
    sign, whole, decimals = found.groups()
    digits = sign + whole.replace(".", "")
    return float(f"{digits}.{decimals}") if decimals else int(digits)


def _sortable(rows: Sequence[Sequence[str]], numeric: Sequence[bool]) -> list[list[Cell]]:
    """The rows with numbers in each column that holds nothing else: one word in it and the client cannot sort it."""
    values = [
        [_number(cell) for cell in column] if right else [None]
        for column, right in zip(zip(*rows, strict=True), numeric, strict=True)
    ]
    sorts = [None not in column for column in values]
    made: list[list[Cell]] = []
    for at, row in enumerate(rows):
        cells: list[Cell] = []
        for place, cell in enumerate(row):
            value = values[place][at] if sorts[place] else None
            cells.append(raw_text(plain(cell)) if value is None else raw_number(value, cell))
        made.append(cells)
    return made


def _table(part: Table) -> list[Block] | None:
    """A native table under its caption, None when Slack would refuse it."""
    header, rows, numeric = turned(part)
    if not 0 < len(rows) <= _ROWS or not 0 < len(header) <= _COLUMNS:
        return None
    if sum([len(cell) for row in (header, *rows) for cell in row]) > _TABLE:
        return None
    caption = paragraphs(part.caption)
    if len(rows) <= _PAGED:
        return [*caption, table([[raw_text(plain(cell)) for cell in row] for row in (header, *rows)], numeric)]
    titles: list[Cell] = [raw_text(plain(cell)) for cell in header]
    return [*caption, data_table(plain(part.caption) or EMPTY, [titles, *_sortable(rows, numeric)], _PAGED)]


def _chart(part: Chart) -> list[Block] | None:
    """A native chart, with its title above where it is too long for one; None when Slack would refuse it."""
    labels = [plain(label) for label, _ in part.bars]
    if not 0 < len(labels) <= _BARS or len(set(labels)) < len(labels):
        return None
    if any(not 0 < len(label.strip()) <= len(label) <= _SHORT for label in labels):
        return None
    if not all(math.isfinite(value) for _, value in part.bars):
        return None
    title, series = plain(part.title), plain(part.series)
    above: list[Section] = []
    if len(title) > _TITLE or len(series) > _SHORT or not series.strip():
        above = paragraphs(f"{part.title} ({part.series})" if series.strip() else part.title)
    drawn = bar_chart(
        shorten(title, _TITLE) or EMPTY,
        shorten(series, _SHORT) if series.strip() else EMPTY,
        tuple(zip(labels, [value for _, value in part.bars], strict=True)),
        MILLION_EURO,
    )
    return [*above, drawn]


def _words(text: str, *, bold: bool = False) -> RichElement:
    return {"type": "text", "text": text, "style": {"bold": True}} if bold else {"type": "text", "text": text}


def _line(amount: str, text: str) -> RichSection:
    elements = [_words(amount, bold=True)] if amount else []
    if text:
        elements.append(_words(f"  {text}" if amount else text))
    return {"type": "rich_text_section", "elements": elements or [_words(EMPTY)]}


def _items(part: Items) -> list[Block]:
    """A list in rich text, in which nothing is a mark; a very long one as sections."""
    size = len(part.title) + sum(len(amount) + len(text) for amount, text, _ in part.items)
    if size > SECTION:
        return [*item_sections(part)]
    elements: list[RichSection | RichList] = []
    title = plain(part.title).strip()
    if title:
        elements.append({"type": "rich_text_section", "elements": [_words(title, bold=True)]})
    open_list: RichList | None = None
    for amount, text, depth in part.items:
        indent = min(depth, 1)
        if open_list is None or open_list["indent"] != indent:
            open_list = {"type": "rich_text_list", "style": "bullet", "indent": indent, "elements": []}
            elements.append(open_list)
        open_list["elements"].append(_line(plain(amount).strip(), plain(text).strip()))
    return [rich_text(elements)] if elements else []


def _parts(parts: Sequence[Part]) -> list[Block]:
    made: list[Block] = []
    tables = charts = 0
    for part in parts:
        match part:
            case Paragraph(text):
                made += paragraphs(text)
            case Items():
                made += _items(part)
            case Table():
                native = _table(part) if tables == 0 else None
                tables += native is not None
                made += native or table_sections(part)
            case Chart():
                native = _chart(part) if charts < _CHARTS else None
                charts += native is not None
                made += native or bars(part)
    return made


def rich_blocks(reply: Reply) -> list[Block]:
    """Everything a Slack client can draw; a source stays in sight, the rest of it opens at a click."""
    made: list[Block] = [*headline(reply.headline), *choice_rows(reply), *_parts(reply.parts)]
    cited = sources(reply)
    made += context_rows([*small(reply.notes), *cited[:1]])
    definition, sentence = paragraphs(reply.context), quote(reply.paste)
    if definition or sentence or len(cited) > 1:  # else the source in sight is all there is
        listed = [section("\n".join(group)) for group in packed(cited)]
        method = [*definition, *listed, *sentence]
        made += [container(SOURCE_AND_METHOD, method[:_CHILDREN]), *method[_CHILDREN:]]
    made += next_rows(reply)
    return made
