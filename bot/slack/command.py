"""The slash command: the answer rides on the ack in basic blocks, all else happens after it.

It is answered before Bolt makes a context, a client and thirty arguments by name of a request: that is half of the time
of an answer that needs none of them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from slack_bolt.response import BoltResponse

from bot.slack.background import Few
from bot.slack.blocks import Profile
from bot.slack.desk import Desk
from bot.slack.door import Said
from bot.slack.dress import Payload
from bot.slack.incoming import Body, Incoming, text_at
from bot.slack.share import announce
from bot.slack.typed import typed

__all__ = ["SlashCommand"]

_OK: Final = 200
_ENCODED: Final = 256  # answers kept as they are sent; the same words get the same bytes
_RICH_AT_ONCE: Final = 4  # ten and more a second to Slack itself
_RICH_WAITING: Final = 256
_RICH_PAUSE: Final = 0.02  # seconds: 200 rich forms a second are more than any workspace asks for
_HEADERS: Final[dict[str, str | Sequence[str]]] = {"content-type": ["application/json;charset=utf-8"]}


class SlashCommand:
    """Answers /bbt, once the guard has let it through."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._rich = Few(_RICH_AT_ONCE, _RICH_WAITING, _RICH_PAUSE)
        self._rushed = False
        self._basic: Profile = "plain" if desk.sender.profile == "rich" else desk.sender.profile
        self._encoded = lru_cache(maxsize=_ENCODED)(self._made)

    async def answer(self, body: Body, incoming: Incoming) -> BoltResponse:
        """Answer /bbt.

        Raises:
            Malformed: its text is none.

        """
        text = typed(text_at(body, "text", needed=False))
        made = self._encoded(text) if len(text) <= _ENCODED else None
        if made is None:
            said = await self._desk.door.ask(text, incoming.who, channel=incoming.channel)
            made = said, self._acked(said)
        said, answer = made
        self._desk.faults.begin_quietly(self._after(incoming, said), "command.after")
        return BoltResponse(status=_OK, body=answer, headers=_HEADERS)

    def _made(self, text: str) -> tuple[Said, str] | None:
        said = self._desk.door.plain(text)
        return None if said is None else (said, self._acked(said))

    def _acked(self, said: Said) -> str:
        payload: Payload = {
            "response_type": "ephemeral",
            "replace_original": False,
            **self._desk.dresser.message(said, self._basic, "private"),
        }
        self._desk.faults.begin_quietly(self._watch(payload), "command.watch")
        return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))

    async def _watch(self, payload: Payload) -> None:
        self._desk.sender.watch(payload, "ack")

    async def _after(self, incoming: Incoming, said: Said) -> None:
        desk = self._desk
        if desk.sender.profile == "rich":
            # When very many ask at once, the basic answer is all some get; it lacks nothing but looks. That is logged
            # once until the rush is over: a line for each would fill a disk.
            self._rushed = self._rushed and len(self._rich) > 0
            if not await self._rich.run(lambda: desk.sender.enrich(incoming, said)) and not self._rushed:
                self._rushed = True
                desk.sender.log.info("slack.too_busy_for_rich")
        await desk.door.note(said, incoming.who)
        if said.announced:
            await announce(desk, incoming, said.announced)
