"""The profiles of basic blocks: "plain" (sections, context, buttons, code blocks) and "text" (sections only)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.replies.model import Button, Chart, Items, Paragraph, Part, Reply, Table
from bot.slack.blocks.kinds import Actions, Block, ButtonElement, Section, actions, button, section
from bot.slack.blocks.lines import choice_lines, next_lines, part_lines, reply_lines
from bot.slack.blocks.sections import (
    bars,
    context_rows,
    headline,
    item_sections,
    paragraphs,
    quote,
    quoted,
    small,
    sources,
    table_sections,
    worded,
)
from bot.slack.blocks.split import packed, pieces
from bot.slack.escape import mrkdwn, plain, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["choice_rows", "next_rows", "plain_blocks", "text_blocks", "word_blocks"]

_ROW: Final = 25  # buttons of an actions block
_LABEL: Final = 75
_VALUE: Final = 2_000


def _pressable(step: Button) -> bool:
    """A button can show it: it says something and its command fits."""
    return bool(plain(step.label).strip() and plain(step.command).strip()) and len(step.command) <= _VALUE


def button_rows(steps: Sequence[Button], start: int) -> list[Actions]:
    """Rows of buttons whose places count from `start`; what no button can show is left to the text."""
    made: list[ButtonElement] = [
        button(shorten(plain(step.label), _LABEL), plain(step.command), start + place)
        for place, step in enumerate(steps)
        if _pressable(step)
    ]
    return [actions(made[at : at + _ROW]) for at in range(0, len(made), _ROW)]


def unpressable(steps: Sequence[Button]) -> list[Section]:
    """What buttons cannot show in full, in words: labels that are cut, commands that do not fit."""
    odd = [step for step in steps if len(step.label) > _LABEL or not _pressable(step)]
    return [
        made for step in odd for made in paragraphs(f"{step.label}: {step.command}" if step.command else step.label)
    ]


def _plain_part(part: Part) -> list[Section]:
    match part:
        case Paragraph(text):
            return paragraphs(text)
        case Items():
            return item_sections(part)
        case Table():
            return table_sections(part)
        case Chart():
            return bars(part)


def choice_rows(reply: Reply) -> list[Block]:
    """The readings to choose from as buttons."""
    if not reply.choices:
        return []
    return [*unpressable(reply.choices), *button_rows(reply.choices, 0)]


def next_rows(reply: Reply) -> list[Block]:
    """The next steps as buttons."""
    if not reply.buttons:
        return []
    return [*unpressable(reply.buttons), *button_rows(reply.buttons, len(reply.choices))]


def plain_blocks(reply: Reply) -> list[Block]:
    """Sections, context and buttons: what every Slack surface and client shows."""
    made: list[Block] = [*headline(reply.headline), *choice_rows(reply)]
    for part in reply.parts:
        made += _plain_part(part)
    made += context_rows(small(reply.notes))
    made += quote(reply.paste)
    made += context_rows([*small((reply.context,)), *sources(reply)])
    made += next_rows(reply)
    return made


def text_blocks(reply: Reply) -> list[Block]:
    """Sections only, everything in words: what a screen reader reads and what no client can refuse."""
    lines = [*choice_lines(reply)]
    for part in reply.parts:
        lines += part_lines(part)
    lines += reply.notes
    lines.append(reply.context)
    ready = [piece for line in lines for piece in pieces(line, mrkdwn)]
    ready += sources(reply)
    ready += quoted(reply.paste)
    ready += [piece for line in next_lines(reply) for piece in pieces(line, mrkdwn)]
    return [*headline(reply.headline), *[section("\n".join(group)) for group in packed(ready)]]


def word_blocks(reply: Reply) -> list[Block]:
    """All words of the reply in as few sections as they fit: the way out of too many blocks."""
    return [*worded(reply_lines(reply))]
