"""The profile "lined": as plain, with code marks around each line, for a client that draws no code block of many lines.

Slack draws code blocks; the local Slack of the demo knows code within a line only, and it sets the texts of one context
block side by side, too narrow for a phone: each gets a block of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.slack.blocks.basic import plain_blocks
from bot.slack.blocks.kinds import Block, context, section
from bot.slack.blocks.split import SECTION, packed

if TYPE_CHECKING:
    from bot.replies.model import Reply

__all__ = ["lined", "lined_blocks"]

_BLOCK: Final = re.compile("```\n?(.*?)\n?```", re.DOTALL)
_UNBROKEN: Final = str.maketrans(" ", "\u00a0")  # a client runs other spaces together


def lined(text: str) -> str:
    """Ready mrkdwn with its code blocks as lines of code; what stands on one line may still be wrapped.

    >>> lined("```a b```")
    '`a b`'
    """
    return _BLOCK.sub(lambda found: _marked(found[1].split("\n")), text)


def _marked(lines: list[str]) -> str:
    if len(lines) == 1:
        return f"`{lines[0]}`"
    return "\n".join([f"`{line.translate(_UNBROKEN)}`" if line else "" for line in lines])


def lined_blocks(reply: Reply) -> list[Block]:
    """The blocks of the profile plain, each code block as lines of code and each small text below the other."""
    made: list[Block] = []
    for block in plain_blocks(reply):
        if block["type"] == "section" and "```" in block["text"]["text"]:
            lines = lined(block["text"]["text"]).split("\n")
            made += [section("\n".join(group)) for group in packed(lines, limit=SECTION)]
        elif block["type"] == "context":
            made += [context([one["text"]]) for one in block["elements"]]
        else:
            made.append(block)
    return made
