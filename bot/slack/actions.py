"""Every click on an answer and in the Home: one listener, the id says what to do and the value what about."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from slack_bolt.response import BoltResponse

from bot.replies import debate
from bot.replies import slack_texts as words
from bot.replies.naming import asked_as, title
from bot.slack import dress
from bot.slack.blocks.kinds import ACTION_PREFIX
from bot.slack.blocks.lined import lined
from bot.slack.desk import Desk
from bot.slack.door import Said
from bot.slack.escape import code, plain, shorten
from bot.slack.home import publish
from bot.slack.incoming import Body, Incoming, Malformed, text_at
from bot.slack.share import announce, share
from bot.slack.views.digest import SETTINGS, digest_modal
from bot.slack.views.home import HOME_ASK, typed_in_home
from bot.slack.views.modal import answer_modal, label, notice
from bot.slack.views.modal import said as said_section
from bot.slack.views.remark import remark_modal
from bot.slack.views.search import search_modal

__all__ = ["action_listener"]

_OK: Final = 200
_OPTIONS: Final = 100
_LABEL: Final = 75
_VALUE: Final = 150


def action_listener(desk: Desk) -> Callable[..., Awaitable[BoltResponse]]:
    """The listener of block_actions: it acks at once and answers through what the click came from."""

    async def pressed(incoming: Incoming, action: dict[str, Any]) -> BoltResponse:
        desk.faults.begin(_carried_out(desk, incoming, action), incoming)
        return BoltResponse(status=_OK, body="")

    return pressed


async def _carried_out(desk: Desk, incoming: Incoming, action: Body) -> None:
    kind = text_at(action, "action_id")
    if kind.startswith(ACTION_PREFIX) or kind == dress.ORDER:
        await _ask(desk, incoming, text_at(action, "value"), order=kind == dress.ORDER)
    elif kind.startswith(dress.DROP):
        gone = await desk.debates.drop(incoming, text_at(action, "value"))
        told = debate.removed() if gone else debate.gone_already()
        await _tell(desk, incoming, told, said_section(told))
    elif kind == dress.SHARE:
        await share(desk, incoming, text_at(action, "value"))
    elif kind == dress.COMPARE:
        await _offer(desk, incoming, text_at(action, "value"))
    elif kind == dress.PICK:
        await _ask(desk, incoming, text_at(action, "selected_option", "value"))
    elif kind == dress.CITE:
        await _cite(desk, incoming, text_at(action, "value"))
    elif kind == dress.WRONG:
        await _open(desk, incoming, remark_modal(text_at(action, "value")))
    elif kind == dress.SEARCH:
        await _open(desk, incoming, search_modal())
    elif kind == SETTINGS and desk.door.digests is not None:
        shown = await desk.door.digests.shown(incoming.who)
        await _open(desk, incoming, digest_modal(shown[0], tuple(desk.door.house.catalog.default.lines.values())))
    elif kind == HOME_ASK:
        await _ask(desk, incoming, typed_in_home(action))
    # What another version of the bot once drew and this one does not know stays without effect.


async def _ask(desk: Desk, incoming: Incoming, text: str, *, order: bool = False) -> None:
    """Answer in the Home or a modal by a modal, below a public message privately, else in place of what was pressed."""
    # What one person is told privately below a public message does not become the subject of its thread.
    said = await desk.door.ask(text, incoming.who, incoming.place if incoming.direct else None, incoming.channel)
    if said.announced and incoming.response_url:
        await announce(desk, incoming, said.announced)
    if incoming.surface == "message":
        private_or_direct = incoming.private or incoming.direct
        await desk.sender.answer(incoming, said, replace=private_or_direct and not (order or said.order))
    else:
        await _show(desk, incoming, said)
    desk.faults.begin_quietly(_afterwards(desk, incoming, said), "button.after")


async def _afterwards(desk: Desk, incoming: Incoming, said: Said) -> None:
    await desk.door.note(said, incoming.who)
    if incoming.surface == "home":
        await publish(desk, incoming.who)


async def _show(desk: Desk, incoming: Incoming, said: Said) -> None:
    view = answer_modal(desk.dresser.message(said, desk.sender.in_views, "view")["blocks"])
    if incoming.surface == "home":
        await _open(desk, incoming, view)
    else:
        desk.sender.watch(view, "modal")
        await desk.sender.client.views_update(view_id=incoming.view, hash=incoming.view_hash, view=view)


async def _open(desk: Desk, incoming: Incoming, view: dict[str, Any]) -> None:
    if not incoming.trigger:
        raise Malformed("trigger_id")
    desk.sender.watch(view, "modal")
    # On a modal a second one is laid upon it; views.open would be refused there.
    if incoming.surface == "modal":
        await desk.sender.client.views_push(trigger_id=incoming.trigger, view=view)
    else:
        await desk.sender.client.views_open(trigger_id=incoming.trigger, view=view)


async def _offer(desk: Desk, incoming: Incoming, subject: str) -> None:
    """Offer the other lines to compare with; choosing one types the comparison."""
    lines = desk.door.house.catalog.default.lines
    line = lines.get(subject)
    if line is None:
        raise Malformed("value")
    options = []
    for one in lines.values():
        question = f"vergelijk {asked_as(line)} met {asked_as(one)}"
        read = desk.door.plain(question)
        # Only what our own grammar reads as these two: a menu offers no misunderstanding.
        if read is not None and read.subjects == (subject, one.id) and len(question) <= _VALUE:
            options.append({"text": label(shorten(plain(title(one)), _LABEL)), "value": question})
    if not options:
        alone = words.nothing_beside(title(line))
        await _tell(desk, incoming, alone, said_section(alone))
        return
    menu: Mapping[str, Any] = {
        "type": "static_select",
        "action_id": dress.PICK,
        "placeholder": label(words.COMPARE_WITH),
        "options": options[:_OPTIONS],
    }
    said = words.compare_with(title(line))
    await _tell(desk, incoming, said, {**said_section(said), "accessory": menu})


async def _cite(desk: Desk, incoming: Incoming, question: str) -> None:
    said = await desk.door.ask(question, incoming.who)
    marked = f"```{code(said.reply.paste)}```"
    sentence = lined(marked) if desk.sender.profile == "lined" else marked
    text = words.cite(sentence) if said.reply.paste else words.NOTHING_TO_CITE
    await _tell(desk, incoming, text, {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}})


async def _tell(desk: Desk, incoming: Incoming, text: str, block: Mapping[str, Any]) -> None:
    """Say something privately below what was pressed."""
    if incoming.surface != "message":
        await _open(desk, incoming, notice(text))
        return
    payload: dict[str, Any] = {"response_type": "ephemeral", "replace_original": False, "text": text, "blocks": [block]}
    if incoming.thread:
        payload["thread_ts"] = incoming.thread
    await desk.sender.respond(incoming, payload)
