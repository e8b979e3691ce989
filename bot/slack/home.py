"""The App Home and the agent view when somebody opens them, and what is removed when the app goes; no questions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.replies.presentation import PROMPTS
from bot.replies.slack_texts import status_lines
from bot.slack.desk import Desk
from bot.slack.incoming import Incoming
from bot.slack.views.home import home
from bot.storage.port import Person

__all__ = ["gone_listener", "opened_listener", "publish"]


async def publish(desk: Desk, who: Person) -> None:
    """Draw the Home of a person anew."""
    store = desk.door.store
    digests = desk.door.digests
    digest = None if digests is None else (await digests.shown(who))[1]
    loaded = status_lines(desk.door.house.catalog)
    view = home(await store.favourites(who), await store.recents(who), loaded, digest)
    desk.sender.watch(view, "home")
    await desk.sender.client.views_publish(user_id=who.user, view=view)


def opened_listener(desk: Desk) -> Callable[..., Awaitable[None]]:
    """The listener of app_home_opened: the Home tab is drawn, the agent view gets its first questions."""

    async def opened(incoming: Incoming, event: dict[str, Any]) -> None:
        if event.get("tab") == "messages":
            desk.faults.begin(_suggest(desk, incoming.channel), incoming)
        else:
            desk.faults.begin(publish(desk, incoming.who), incoming)

    return opened


async def _suggest(desk: Desk, channel: str) -> None:
    # Without thread_ts: in the agent view a thread makes the call fail in silence, and slack_sdk insists on one.
    prompts = [{"title": title, "message": asked} for title, asked in PROMPTS]
    await desk.sender.client.api_call(
        "assistant.threads.setSuggestedPrompts", json={"channel_id": channel, "prompts": prompts}
    )


def gone_listener(desk: Desk) -> Callable[..., Awaitable[None]]:
    """The listener of app_uninstalled and tokens_revoked: nothing of the workspace is kept."""

    async def gone(incoming: Incoming, event: dict[str, Any]) -> None:
        tokens = event.get("tokens")
        # A single person who takes back her own token does not remove the bot.
        if event.get("type") == "tokens_revoked" and not (isinstance(tokens, dict) and tokens.get("bot")):
            return
        await desk.door.store.forget_team(incoming.who.team)
        if desk.door.digests is not None:
            await desk.door.digests.forget_team(incoming.who.team)

    return gone
