"""Sharing a private answer: a fresh message that names who shares it, and then the private one goes."""

from __future__ import annotations

from typing import Any

from bot.replies import slack_texts as words
from bot.slack.blocks import Profile
from bot.slack.blocks.build import BLOCKS
from bot.slack.desk import Desk
from bot.slack.door import Said
from bot.slack.dress import Dresser
from bot.slack.escape import mrkdwn
from bot.slack.incoming import Incoming
from bot.slack.send import Undelivered
from bot.storage.port import Place

__all__ = ["announce", "share", "shared_message"]


def shared_message(dresser: Dresser, said: Said, user: str, profile: Profile) -> dict[str, Any]:
    """The message for all to see; the question of the person is escaped, the person is named."""
    made = dresser.message(said, profile, "public")
    # The mention is ours and stays one; what was asked is not.
    before, _, after = words.shared("\0", said.command).partition("\0")
    head = f"{mrkdwn(before)}<@{user}>{mrkdwn(after)}"
    text = {"type": "mrkdwn", "text": head, "verbatim": True}
    blocks = [{"type": "section", "text": text}, *made["blocks"]][:BLOCKS]
    return {"text": f"{head}\n{made['text']}", "blocks": blocks}


async def announce(desk: Desk, incoming: Incoming, done: str) -> None:
    """Tell the conversation what somebody did there."""
    text = f"<@{incoming.who.user}> {mrkdwn(done)}"
    await desk.sender.respond(incoming, {"response_type": "in_channel", "replace_original": False, "text": text})


async def share(desk: Desk, incoming: Incoming, question: str) -> None:
    """Share the answer to a question, richest form first; when none is taken, say so and leave the private one."""
    said = await desk.door.ask(question, incoming.who)
    about: dict[str, Any] = {"response_type": "in_channel", "replace_original": False}
    if incoming.thread:
        about["thread_ts"] = incoming.thread
    try:
        await desk.sender.first_taken(
            incoming,
            "public",
            lambda profile: {**about, **shared_message(desk.dresser, said, incoming.who.user, profile)},
        )
    except Undelivered:
        told = {"response_type": "ephemeral", "replace_original": False, "text": words.cannot_share()}
        await desk.sender.respond(incoming, told)
        return
    if said.claims and incoming.channel:
        # What is said for all to see can be found again in that conversation; who shared it is not kept.
        await desk.debates.keep(said.claims, Place(incoming.who.team, incoming.channel, incoming.thread))
    await desk.sender.respond(incoming, {"delete_original": True})
