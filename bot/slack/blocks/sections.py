"""Words, lists, tables, bars and sources as ready sections and context: what every Slack surface shows."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from bot.columns import bar_rows, table_rows
from bot.replies.labels import QUOTE, SOURCE
from bot.replies.model import Chart, Items, Reply, SourceLine, Table
from bot.slack.blocks.kinds import Context, Section, context, section
from bot.slack.blocks.lines import item_line, part_lines, source_line, turned
from bot.slack.blocks.split import SECTION, packed, pieces
from bot.slack.escape import clean, code, mrkdwn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "bars",
    "context_rows",
    "headline",
    "item_sections",
    "paragraphs",
    "quote",
    "quoted",
    "small",
    "sources",
    "table_sections",
    "worded",
]

_ELEMENTS: Final = 10  # texts of a context block
_SMALL: Final = 2_000  # characters of one of them
_ADDRESS: Final = 1_000
_WIDEST: Final = 76  # characters of a line in a code block before a client wraps it
_FENCE: Final = "```"
_QUOTED: Final = "> "  # as a mark: written &gt; some clients show it as it stands


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


@lru_cache(maxsize=1024)
def linked(text: str, link: str | None) -> str:
    """A source as ready mrkdwn, linked to its slide where it has an address."""
    address = _address(link)
    if address is None or len(text) > _ADDRESS // 5:
        return mrkdwn(source_line(SourceLine(text, link)))
    return f"{SOURCE}: <{address}|{mrkdwn(text)}>"


def context_rows(texts: Iterable[str]) -> list[Context]:
    """Ready mrkdwn as small grey text, ten pieces a block."""
    every = iter(texts)
    return [context(group) for group in iter(lambda: list(islice(every, _ELEMENTS)), [])]


def small(texts: Iterable[str]) -> list[str]:
    """Words as ready mrkdwn that fits an element of a context block."""
    return [piece for text in texts for piece in pieces(text, mrkdwn, _SMALL)]


def sources(reply: Reply) -> list[str]:
    """The sources as ready mrkdwn that fits an element of a context block."""
    ready = [linked(source.text, source.link) for source in reply.sources]
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
