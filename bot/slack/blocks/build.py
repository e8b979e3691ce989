"""A Reply as a Slack message in one of its profiles; it sends nothing and drops nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from bot.replies.labels import TOO_LONG
from bot.slack.blocks.basic import choice_rows, next_rows, plain_blocks, text_blocks, word_blocks
from bot.slack.blocks.kinds import Block, Message, section
from bot.slack.blocks.lined import lined_blocks
from bot.slack.blocks.lines import EMPTY, reply_lines
from bot.slack.blocks.rich import rich_blocks
from bot.slack.blocks.sections import context_rows, headline, small, sources
from bot.slack.escape import mrkdwn

if TYPE_CHECKING:
    from bot.replies.model import Reply

__all__ = ["BLOCKS", "FALLBACK", "PROFILES", "Profile", "forms", "message"]

Profile = Literal["rich", "plain", "lined", "text"]
PROFILES: Final[tuple[Profile, ...]] = ("rich", "plain", "lined", "text")
BLOCKS: Final = 50  # a message
FALLBACK: Final = 4_000  # characters of `text` that every method takes; chat.update refuses more

_DRAW: Final = {"rich": rich_blocks, "plain": plain_blocks, "lined": lined_blocks, "text": text_blocks}
_FORMS: Final[dict[Profile, tuple[Profile, ...]]] = {
    "rich": ("rich", "plain", "text"),
    "plain": ("plain", "text"),
    "lined": ("lined", "text"),
    "text": ("text",),
}


def _fallback(reply: Reply) -> str:
    """All of the reply in words; of a very long one the beginning, which holds the answer, and the sources."""
    whole = "\n".join([mrkdwn(line) for line in reply_lines(reply)])
    if len(whole) <= FALLBACK:
        return whole or EMPTY
    end = mrkdwn(TOO_LONG)
    for source in sources(reply):
        if len(end) + len(source) < FALLBACK // 4:
            end = f"{end}\n{source}"
    room = FALLBACK - len(end) - 1
    # Twice the room is enough to fill it, and keeps a megabyte of words from being escaped line by line.
    kept: list[str] = []
    for line in whole[: 2 * room].split("\n"):
        room -= len(line) + 1
        if room < 0:
            break
        kept.append(line)
    if not kept:
        kept = small((reply.headline,))[:1]
    return "\n".join([*kept, end])


def _last_resort(reply: Reply) -> list[Block]:
    """Answer, source and buttons of a reply that no fifty blocks can hold, and a word that there is more."""
    head: list[Block] = [*headline(reply.headline)[:1], *choice_rows(reply)[:2]]
    tail: list[Block] = [
        section(mrkdwn(TOO_LONG)),
        *context_rows([*small((reply.context,)), *sources(reply)])[:2],
        *next_rows(reply)[:2],
    ]
    return [*head, *word_blocks(reply)[: BLOCKS - len(head) - len(tail)], *tail]


def forms(profile: Profile) -> tuple[Profile, ...]:
    """The forms to try on a client of this profile, richest first."""
    return _FORMS[profile]


def message(reply: Reply, *, profile: Profile) -> Message:
    """The message of a reply: `text` that alone answers, and at most 50 `blocks`.

    What does not fit the profile takes a simpler form; only a reply too long for any message is cut, and says so.

    Raises:
        KeyError: there is no such profile.

    """
    blocks = _DRAW[profile](reply)
    if len(blocks) > BLOCKS:
        blocks = [*headline(reply.headline)[:1], *word_blocks(reply)]
        if len(blocks) > BLOCKS:
            blocks = _last_resort(reply)
    return {"text": _fallback(reply), "blocks": blocks or [section(EMPTY)]}
