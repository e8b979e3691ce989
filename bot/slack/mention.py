"""A mention in a channel and a message to the bot: both are answered where they were said, after the ack."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.slack.desk import Desk
from bot.slack.incoming import Incoming, text_at
from bot.slack.typed import typed

__all__ = ["said_listener"]


def said_listener(desk: Desk) -> Callable[..., Awaitable[None]]:
    """The listener of app_mention and of message.im: for all to see in the thread, or in the direct message."""

    async def said(incoming: Incoming, event: dict[str, Any]) -> None:
        text = typed(text_at(event, "text", needed=False))
        desk.faults.begin(_answer(desk, incoming, text), incoming)

    return said


async def _answer(desk: Desk, incoming: Incoming, text: str) -> None:
    said = await desk.door.ask(text, incoming.who, incoming.place, incoming.channel)
    await desk.sender.post(incoming, said)
    desk.faults.begin_quietly(desk.door.note(said, incoming.who), "message.after")
