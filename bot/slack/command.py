"""The slash command: the answer rides on the ack in basic blocks, all else happens after it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from functools import lru_cache
from typing import Any, Final

from slack_bolt.response import BoltResponse

from bot.slack.background import Few
from bot.slack.blocks import Profile
from bot.slack.desk import Desk
from bot.slack.door import Said
from bot.slack.dress import Payload
from bot.slack.incoming import Incoming, text_at
from bot.slack.share import announce
from bot.slack.typed import typed

__all__ = ["command_listener"]

_OK: Final = 200
_ENCODED: Final = 256  # answers kept as they are sent; the same words get the same bytes
_RICH_AT_ONCE: Final = 4  # ten and more a second to Slack itself
_RICH_WAITING: Final = 256
_RICH_PAUSE: Final = 0.02  # seconds: 200 rich forms a second are more than any workspace asks for
_HEADERS: Final[dict[str, str | Sequence[str]]] = {"content-type": ["application/json;charset=utf-8"]}


def command_listener(desk: Desk) -> Callable[..., Awaitable[BoltResponse]]:
    """The listener of /bbt."""
    rich = Few(_RICH_AT_ONCE, _RICH_WAITING, _RICH_PAUSE)
    basic: Profile = "plain" if desk.sender.profile == "rich" else desk.sender.profile

    def acked(said: Said) -> str:
        payload: Payload = {
            "response_type": "ephemeral",
            "replace_original": False,
            **desk.dresser.message(said, basic, "private"),
        }
        desk.faults.begin_quietly(_watch(desk, payload), "command.watch")
        return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))

    @lru_cache(maxsize=_ENCODED)
    def encoded(text: str) -> tuple[Said, str] | None:
        said = desk.door.plain(text)
        return None if said is None else (said, acked(said))

    async def command(incoming: Incoming, body: dict[str, Any]) -> BoltResponse:
        text = typed(text_at(body, "text", needed=False))
        made = encoded(text) if len(text) <= _ENCODED else None
        if made is None:
            said = await desk.door.ask(text, incoming.who, channel=incoming.channel)
            made = said, acked(said)
        said, answer = made
        desk.faults.begin_quietly(_after(desk, incoming, said, rich), "command.after")
        return BoltResponse(status=_OK, body=answer, headers=_HEADERS)

    return command


async def _watch(desk: Desk, payload: Payload) -> None:
    desk.sender.watch(payload, "ack")


async def _after(desk: Desk, incoming: Incoming, said: Said, rich: Few) -> None:
    # When very many ask at once, the basic answer is all some get; it lacks nothing but looks.
    if not await rich.run(lambda: desk.sender.enrich(incoming, said)):
        desk.sender.log.info("slack.too_busy_for_rich")
    await desk.door.note(said, incoming.who)
    if said.announced:
        await announce(desk, incoming, said.announced)
