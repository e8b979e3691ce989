"""The profiles of basic blocks: "plain" (sections, context, buttons, code blocks) and "text" (sections only)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from bot.columns import bar_rows, table_rows
from bot.replies.labels import QUOTE, SOURCE
from bot.replies.model import Button, Chart, Items, Paragraph, Part, Reply, SourceLine, Table
from bot.slack.blocks.kinds import Actions, Block, ButtonElement, Context, Section, actions, button, context, section
from bot.slack.blocks.lines import choice_lines, item_line, next_lines, part_lines, reply_lines, source_line, turned
from bot.slack.blocks.split import SECTION, packed, pieces
from bot.slack.escape import clean, code, mrkdwn, plain, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "bars",
    "button_rows",
    "context_rows",
    "fenced",
    "headline",
    "item_sections",
    "linked",
    "paragraphs",
    "plain_blocks",
    "quote",
    "quoted",
    "text_blocks",
]

_ROW: Final = 25  # buttons of an actions block
_ELEMENTS: Final = 10  # texts of a context block
_SMALL: Final = 2_000  # characters of one of them
_LABEL: Final = 75
_VALUE: Final = 2_000
_ADDRESS: Final = 1_000
_WIDEST: Final = 76  # characters of a line in a code block before a client wraps it
_FENCE: Final = "```"
_QUOTED: Final = "&gt; "


def _bold(text: str) -> str:
    """Ready mrkdwn in bold, line by line: a bold mark must touch what it marks."""
    if "\n" not in text:
        return f"*{text}*"
    return "\n".join([f"*{line.strip()}*" if line.strip() else "" for line in text.split("\n")])


def headline(text: str) -> list[Section]:
    """The first sentence in bold."""
    # Bold costs two marks a line; half the room is plenty for a headline and safe for any number of lines.
    return [section(_bold(piece)) for piece in pieces(text, mrkdwn, SECTION // 2)]


def paragraphs(text: str) -> list[Section]:
    """Text as sections."""
    return [section(piece) for piece in pieces(text, mrkdwn)]


def item_sections(part: Items) -> list[Section]:
    """A titled list as sections, the amounts in bold."""
    lines = [_bold(piece) for piece in pieces(part.title, mrkdwn, SECTION // 2)]
    for amount, text, depth in part.items:
        ready = f"*{mrkdwn(amount)}*" if amount.strip() else ""
        line = item_line(ready, mrkdwn(text), depth)
        if len(line) <= SECTION:
            lines.append(line)
        else:
            lines += pieces(item_line(amount, text, depth), mrkdwn)
    return [section("\n".join(group)) for group in packed(lines)]


def fenced(title: str, lines: Sequence[str], head: Sequence[str] = ()) -> list[Section]:
    """Lines of one width as code blocks under a title; each code block goes on under the same head."""
    room = SECTION - 2 * len(_FENCE) - 2
    above = mrkdwn(title)
    whole = code("\n".join([*head, *lines]))
    if whole and len(whole) + len(above) < room:
        opening = f"{above}\n{_FENCE}" if above and not above.isspace() else _FENCE
        return [section(f"{opening}\n{whole}\n{_FENCE}")]
    head = [code(line) for line in head]
    if sum(map(len, head)) > room // 2:  # a head of that size leaves no room for rows: it is said once
        lines, head = [*head, *lines], []
    left = room - sum(len(line) + 1 for line in head)
    ready = [piece for line in lines for piece in _fitting(line, left)]
    return [*paragraphs(title), *[section("\n".join([_FENCE, *group, _FENCE])) for group in packed(ready, head, room)]]


def _fitting(line: str, limit: int) -> list[str]:
    escaped = code(line)
    return [escaped] if len(escaped) <= limit else pieces(line, code, limit)


def table_sections(part: Table) -> list[Section]:
    """A table in a code block under its caption; one too wide for any screen is said row by row."""
    header, rows, numeric = turned(part)
    head, lines = table_rows(header, rows, numeric)
    if len(head[1]) > _WIDEST:
        return worded(part_lines(part))
    return fenced(part.caption, lines or head, head if lines else ())


def worded(lines: Iterable[str]) -> list[Section]:
    """Lines of words in as few sections as they fit."""
    ready = [piece for line in lines for piece in pieces(line, mrkdwn)]
    return [section("\n".join(group)) for group in packed(ready)]


def bars(part: Chart) -> list[Section]:
    """A chart as bars of characters under its title."""
    return fenced(f"{part.title} ({part.series})" if part.series else part.title, bar_rows(part.bars))


def _address(link: str | None) -> str | None:
    """The link as it may stand between < and |, or None when it is not a plain web address."""
    if link is None or len(link) > _ADDRESS or not link.startswith(("https://", "http://")) or clean(link) != link:
        return None
    if any(mark in link for mark in '<>|"` \n'):
        return None
    return link.replace("&", "&amp;")


def linked(source: SourceLine) -> str:
    """A source as ready mrkdwn, linked to its slide where it has an address."""
    address = _address(source.link)
    if address is None or len(source.text) > _ADDRESS // 5:
        return mrkdwn(source_line(source))
    return f"{SOURCE}: <{address}|{mrkdwn(source.text)}>"


def context_rows(texts: Iterable[str]) -> list[Context]:
    """Ready mrkdwn as small grey text, ten pieces a block."""
    every = iter(texts)
    return [context(group) for group in iter(lambda: list(islice(every, _ELEMENTS)), [])]


def small(texts: Iterable[str]) -> list[str]:
    """Words as ready mrkdwn that fits an element of a context block."""
    return [piece for text in texts for piece in pieces(text, mrkdwn, _SMALL)]


def sources(reply: Reply) -> list[str]:
    """The sources as ready mrkdwn that fits an element of a context block."""
    ready = [linked(source) for source in reply.sources]
    if all(len(text) <= _SMALL for text in ready):
        return ready
    return small([source_line(source) for source in reply.sources])


def quoted(paste: str) -> list[str]:
    """The sentence for a note as ready mrkdwn, set apart as a quotation under its label."""
    # One sentence is one line: a quotation ends with its line.
    ready = pieces(" ".join(paste.split()), mrkdwn, SECTION - 100)
    if not ready:
        return []
    first, *more = ready
    return [f"{QUOTE}:\n{_QUOTED}{first}", *[_QUOTED + piece for piece in more]]


def quote(paste: str) -> list[Section]:
    """The sentence for a note as sections."""
    return [section(text) for text in quoted(paste)]


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
