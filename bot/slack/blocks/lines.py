"""A Reply as plain lines of words, the form every other form falls back on; it escapes and marks nothing."""

from __future__ import annotations

from typing import Final

from bot.columns import figure
from bot.replies.labels import MILLION_EURO, NEXT, QUOTE, SOURCE, TYPE
from bot.replies.model import Button, Chart, Items, Paragraph, Part, Reply, SourceLine, Table
from bot.slack.escape import clean

__all__ = [
    "EMPTY",
    "choice_lines",
    "item_line",
    "next_lines",
    "part_lines",
    "reply_lines",
    "source_line",
    "square",
    "turned",
]

EMPTY: Final = "–"  # what an empty cell shows: Slack refuses a cell without text
_BULLETS: Final = ("• ", "\u00a0\u00a0\u00a0\u00a0◦ ")  # no-break spaces: clients drop others at the start of a line
_FEW: Final = 2  # rows of a table that is turned once it has more columns than fit a phone
_PHONE: Final = 3


def square(table: Table) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...], tuple[bool, ...]]:
    """Header, rows and alignment of one width, cells without unseen characters and every empty one filled."""
    width = max(len(table.header), *(len(row) for row in table.rows)) if table.rows else len(table.header)

    def filled(cells: tuple[str, ...]) -> tuple[str, ...]:
        # Cells as our own tables write them, with a no-break space at most, are taken as they are.
        if len(cells) == width and all(map(str.strip, cells)):
            joined = "".join(cells).replace("\u00a0", "")
            if joined.isascii() and joined.isprintable():
                return cells
        made = [" ".join(clean(cell).split("\n")).strip() or EMPTY for cell in cells]
        return tuple(made) if len(made) == width else (*made, *[EMPTY] * (width - len(made)))

    numeric = (*table.numeric, *[False] * (width - len(table.numeric)))[:width]
    return filled(table.header), tuple([filled(row) for row in table.rows]), numeric


def turned(
    table: Table,
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...], tuple[bool, ...]]:
    """As `square`, but a table of one or two long rows stands upright: it then fits the width of a phone."""
    header, rows, numeric = square(table)
    if not 0 < len(rows) <= _FEW or len(header) <= _PHONE or not all(numeric[1:]):
        return header, rows, numeric
    upright = tuple(zip(header, *rows, strict=True))
    return upright[0], upright[1:], (False, *[True] * len(rows))


def item_line(amount: str, text: str, depth: int) -> str:
    """One item of a list: bullet, amount, text."""
    bullet = _BULLETS[min(depth, 1)]
    return bullet + (f"{amount}: {text}" if amount and text else amount or text)


def _table_lines(table: Table) -> list[str]:
    """The caption with what names the rows, then a line for each row: its name, and each cell under its header."""
    header, rows, numeric = square(table)
    if not rows:
        return [table.caption, ", ".join(header)]
    # In a ranking the name stands behind the place: both name the row.
    names = 2 if len(header) > 1 and numeric[0] and not numeric[1] else 1
    named = ", ".join([cell for cell in header[:names] if cell != EMPTY])
    prefixes = [f"{cell} " if cell != EMPTY else "" for cell in header[names:]]
    lines = [f"{table.caption} ({named})" if named else table.caption]
    for row in rows:
        cells = "; ".join([prefix + cell for prefix, cell in zip(prefixes, row[names:], strict=True)])
        name = " ".join(row[:names])
        lines.append(f"• {name}: {cells}" if cells else f"• {name}")
    return lines


def part_lines(part: Part) -> list[str]:
    """A part of a reply in words, one line for each row, item or bar."""
    match part:
        case Paragraph(text):
            return [text]
        case Items(title, items):
            return [title, *[item_line(*item) for item in items]]
        case Table():
            return _table_lines(part)
        case Chart(title, series, bars):
            head = f"{title} ({series})" if series else title
            return [head, *[f"• {label}: {figure(value)} {MILLION_EURO}" for label, value in bars]]


def source_line(source: SourceLine) -> str:
    """A source as people cite it, its address behind it when it has one."""
    return f"{SOURCE}: {source.text} {source.link}" if source.link else f"{SOURCE}: {source.text}"


def _step_line(step: Button) -> str:
    return f"• {step.label}: {TYPE} {step.command}"


def choice_lines(reply: Reply) -> list[str]:
    """The readings to choose from, with what to type for each."""
    return [_step_line(choice) for choice in reply.choices]


def next_lines(reply: Reply) -> list[str]:
    """The next steps, with what to type for each."""
    return [f"{NEXT}:", *[_step_line(step) for step in reply.buttons]] if reply.buttons else []


def reply_lines(reply: Reply) -> list[str]:
    """Everything a reply says, top to bottom, the headline first; blank lines are left out."""
    lines = [reply.headline, *choice_lines(reply)]
    for part in reply.parts:
        lines += part_lines(part)
    lines += reply.notes
    lines.append(reply.context)
    lines += [source_line(source) for source in reply.sources]
    if reply.paste:
        lines.append(f"{QUOTE}: {reply.paste}")
    lines += next_lines(reply)
    return [line for line in lines if line.strip()]
