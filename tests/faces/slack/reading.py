"""What a person can read in a Slack message, and what of a Reply is not there; it judges no looks."""

import html
import re

from bot.columns import figure
from bot.replies.model import Chart, Items, Paragraph, Reply, Table
from bot.slack.escape import clean

__all__ = ["facts", "lost", "shown"]

_TWINS = str.maketrans({"＿": "_", "∼": "~", "＠": "@", "›": ">", "∗": "*", "ˋ": "`", "‹": "<"})
# Marks of our own (bold, quotation, code) stand between the words of a message; they are nobody's words.
_DROPPED = re.compile(r"[*`>]")


def plainly(text: str) -> str:
    """The words alone, with single spaces: as a reader has them in mind."""
    return " ".join(_DROPPED.sub(" ", html.unescape(clean(text)).translate(_TWINS)).split())


def _leaves(value: object, *, named: str = "") -> list[str]:
    if isinstance(value, dict):
        return [leaf for name, inner in value.items() for leaf in _leaves(inner, named=name)]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in _leaves(inner, named=named)]
    if named in ("type", "action_id", "style", "align"):
        return []
    if isinstance(value, str):
        # <address|words> shows the words and leads to the address.
        return [re.sub(r"<([^|>]+)\|([^>]*)>", r"\1 \2", value)]
    if isinstance(value, float):
        return [figure(value)]
    return []


def shown(blocks: object) -> str:
    """Everything that stands in blocks or in a text, in one line."""
    return plainly(" ".join(_leaves(blocks)))


def _part_facts(part: object) -> list[str]:
    match part:
        case Paragraph(text):
            return [text]
        case Table(caption, header, rows):
            return [caption, *header, *(cell for row in rows for cell in row)]
        case Items(title, items):
            return [title, *(fact for amount, text, _ in items for fact in (amount, text))]
        case Chart(title, series, bars):
            return [title, series, *(label for label, _ in bars), *(figure(value) for _, value in bars)]
    raise TypeError(part)


def facts(reply: Reply) -> list[str]:
    """Every line, figure, source, note and button of a reply."""
    made = [reply.headline, *reply.notes, reply.context, reply.paste]
    for part in reply.parts:
        made += _part_facts(part)
    for source in reply.sources:
        made += [source.text, source.link or ""]
    for step in (*reply.choices, *reply.buttons):
        made += [step.label, step.command]
    return [fact for fact in map(plainly, made) if fact]


def lost(reply: Reply, blocks: object) -> list[str]:
    """What the reply says and the blocks do not."""
    there = shown(blocks)
    return [fact for fact in facts(reply) if fact not in there]
