"""A mention in a channel and a message to the bot: both are answered where they were said, after the ack."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.grammar.orders import Check, Hold, read_order
from bot.slack.desk import Desk
from bot.slack.door import Said
from bot.slack.incoming import Incoming, text_at
from bot.slack.typed import typed

__all__ = ["said_listener"]


def said_listener(desk: Desk) -> Callable[..., Awaitable[None]]:
    """The listener of app_mention and of message.im: for all to see in the thread, or in the direct message."""

    async def said(incoming: Incoming, event: dict[str, Any]) -> None:
        text = typed(text_at(event, "text", needed=False))
        thread = text_at(event, "thread_ts", needed=False)
        desk.faults.begin(_answer(desk, incoming, text, thread), incoming)

    return said


async def _answer(desk: Desk, incoming: Incoming, text: str, thread: str) -> None:
    order = read_order(text)
    if isinstance(order, Hold):
        told = await desk.debates.hold(order, incoming, thread)
        if told is not None:
            await desk.sender.post(incoming, Said(told, order=True))
        return
    # In a debate what is addressed to the bot is a claim, unless it asks or orders something.
    claim = Check(text) if order is None else order
    if isinstance(claim, Check) and not text.rstrip().endswith("?"):
        debate = await desk.debates.open_in(incoming)
        if debate is not None:
            await desk.debates.judge(debate, claim, incoming.thread)
            return
    said = await desk.door.ask(text, incoming.who, incoming.place, incoming.channel)
    await desk.sender.post(incoming, said)
    desk.faults.begin_quietly(desk.door.note(said, incoming.who), "message.after")
