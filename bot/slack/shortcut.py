"""The shortcuts and what their forms lead to: search, look a message up, tell that something is wrong."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, Final

from slack_bolt.response import BoltResponse

from bot.grammar.orders import Check
from bot.replies import slack_texts as words
from bot.slack.access import CHECK_SHORTCUT
from bot.slack.desk import Desk
from bot.slack.home import publish
from bot.slack.incoming import Incoming, text_at
from bot.slack.typed import typed
from bot.slack.views import digest, remark, search
from bot.slack.views.modal import answer_modal, notice

__all__ = ["find_listener", "shortcut_listener", "submitted_listener"]

_OK: Final = 200


def shortcut_listener(desk: Desk) -> Callable[..., Awaitable[BoltResponse]]:
    """The listener of both shortcuts: one searches in a modal, one judges a message."""

    async def shortcut(incoming: Incoming, body: dict[str, Any]) -> BoltResponse:
        if text_at(body, "callback_id") == CHECK_SHORTCUT:
            sent = text_at(body, "message", "ts", needed=False)
            desk.faults.begin(_check(desk, incoming, _order(body), sent), incoming)
        else:
            desk.faults.begin(_open(desk, incoming, search.search_modal()), incoming)
        return BoltResponse(status=_OK, body="")

    return shortcut


async def _check(desk: Desk, incoming: Incoming, order: Check, sent: str) -> None:
    """Judge a message for who asked alone, below it; where Slack gives no address to answer at, in a modal.

    A message is somebody else's: it is judged, it gives no orders, and nothing is kept of it. In an open debate it is
    judged in its own thread for all to see, and counts.
    """
    debate = await desk.debates.open_in(incoming)
    if debate is not None:
        await desk.debates.judge(debate, order, incoming.thread or sent)
        return
    said = desk.door.check(order)
    if incoming.response_url:
        await desk.sender.answer(incoming, said, replace=False)
    else:
        await _open(desk, incoming, answer_modal(desk.dresser.message(said, desk.sender.in_views, "view")["blocks"]))


def _order(body: dict[str, Any]) -> Check:
    """The message as something to check, said on its own day."""
    sent = text_at(body, "message", "ts", needed=False)
    try:
        day = datetime.fromtimestamp(float(sent), UTC).date()
    except (ValueError, OverflowError, OSError):
        day = None
    return Check(typed(text_at(body, "message", "text", needed=False)), day)


async def _open(desk: Desk, incoming: Incoming, view: dict[str, Any]) -> None:
    desk.sender.watch(view, "modal")
    await desk.sender.client.views_open(trigger_id=incoming.trigger, view=view)


def find_listener(desk: Desk) -> Callable[..., Awaitable[BoltResponse]]:
    """The listener of block_suggestion: what the menu offers for the letters typed."""

    async def find(body: dict[str, Any]) -> BoltResponse:
        options = desk.finder.groups(text_at(body, "value", needed=False))
        desk.sender.watch(options, "options")
        return BoltResponse(status=_OK, body=options)

    return find


def submitted_listener(desk: Desk) -> Callable[..., Awaitable[BoltResponse]]:
    """The listener of view_submission: the answer takes the place of the form."""

    async def submitted(incoming: Incoming, view: dict[str, Any]) -> BoltResponse:
        if view.get("callback_id") == remark.CALLBACK:
            question, text = remark.remark_in(view)
            desk.faults.begin(_pass_on(desk, incoming, question, text), incoming)
            return _instead(desk, notice(words.THANKS))
        if view.get("callback_id") == digest.CALLBACK and desk.door.digests is not None:
            form = digest.filled_in(view)
            if not form.weekdays:
                return BoltResponse(status=_OK, body=digest.no_day())
            kept = await desk.door.digests.configure(incoming.who, form)
            desk.faults.begin_quietly(publish(desk, incoming.who), "form.after")
            return _instead(desk, notice(" ".join((kept.headline, *kept.notes))))
        question = search.chosen(view)
        if not question:
            return BoltResponse(status=_OK, body=search.nothing_chosen())
        said = await desk.door.ask(question, incoming.who)
        desk.faults.begin_quietly(desk.door.note(said, incoming.who), "form.after")
        return _instead(desk, answer_modal(desk.dresser.message(said, desk.sender.in_views, "view")["blocks"]))

    return submitted


def _instead(desk: Desk, view: dict[str, Any]) -> BoltResponse:
    desk.sender.watch(view, "modal")
    return BoltResponse(status=_OK, body={"response_action": "update", "view": view})


async def _pass_on(desk: Desk, incoming: Incoming, question: str, text: str) -> None:
    said = await desk.door.ask(question, incoming.who)
    message = remark.remark_message(incoming.who.user, text, question, said.reply.headline)
    desk.sender.watch(message, "message")
    await desk.sender.client.chat_postMessage(channel=desk.operator, **message)
