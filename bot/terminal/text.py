"""A Reply as plain text for a terminal: nothing is dropped, nothing is added but the words of bot.replies.labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.columns import bar_rows, table_rows
from bot.replies import labels
from bot.replies.model import Chart, Items, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.replies.model import Button, Part, Reply, SourceLine

__all__ = ["reply_text"]

BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
# Marks that mean nothing to a shell; a command with any other is shown between double quotes.
BARE = frozenset(" .,%+-/:")


def reply_text(reply: Reply, *, colour: bool = False) -> str:
    """The whole reply, top to bottom, blocks apart by a blank line; without a line end."""
    blocks = [_styled(reply.headline, BOLD, colour=colour)]
    blocks += ["\n".join(_steps(reply.choices))] if reply.choices else []
    blocks += [_part(part) for part in reply.parts]
    blocks += ["\n".join(reply.notes)] if reply.notes else []
    below = [reply.context] if reply.context else []
    below += [f"{labels.SOURCE}: {_source(source)}" for source in reply.sources]
    blocks += [_styled("\n".join(below), DIM, colour=colour)] if below else []
    blocks += [f"{labels.QUOTE}: {reply.paste}"] if reply.paste else []
    blocks += ["\n".join((f"{labels.NEXT}:", *_steps(reply.buttons)))] if reply.buttons else []
    return "\n\n".join(block for block in blocks if block)


def _styled(text: str, style: str, *, colour: bool) -> str:
    return f"{style}{text}{PLAIN}" if colour and text else text


def _part(part: Part) -> str:
    match part:
        case Paragraph(text):
            return text
        case Table(caption, header, rows, numeric):
            head, body = table_rows(header, rows, numeric)
            return "\n".join((caption, *head, *body))
        case Items(title, items):
            return "\n".join(_items(title, items))
        case Chart(title, _, bars):
            return "\n".join((title, *(f"  {row}" for row in bar_rows(bars))))


def _items(title: str, items: tuple[tuple[str, str, int], ...]) -> Iterable[str]:
    width = max((len(amount) for amount, _, _ in items), default=0)
    if title:
        yield f"{title}:"
    for amount, text, depth in items:
        column = f"{amount:>{width}}  " if width else "- "
        yield f"  {column}{'  ' * depth}{text}"


def _steps(buttons: tuple[Button, ...]) -> list[str]:
    width = max((len(button.label) for button in buttons), default=0)
    return [f"  {button.label:<{width}}  bbt ask {_for_shell(button.command)}" for button in buttons]


def _for_shell(command: str) -> str:
    safe = all(mark.isalnum() or mark in BARE for mark in command)
    return command if safe else f'"{command}"'


def _source(source: SourceLine) -> str:
    return f"{source.text} ({source.link})" if source.link else source.text
