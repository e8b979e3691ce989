"""The digest's counter for the Slack app: on a thread of its own, with what only Slack knows of a person."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Protocol, TypeVar

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.digest.model import BRUSSELS, Form
from bot.replies import digest_orders as said
from bot.replies.model import Reply
from bot.storage.port import Person

if TYPE_CHECKING:
    from bot.digest.counter import Counter
    from bot.digest.model import Subscription

__all__ = ["DigestDesk", "Digests"]

T = TypeVar("T")
_OUTSIDE = frozenset({"not_in_channel", "channel_not_found"})


class Digests(Protocol):
    """Where orders about digests go."""

    async def carry_out(self, words: str, who: Person, channel: str) -> Reply:
        """Carry out what stands behind "digest" and say what became of it."""

    async def known(self, who: Person) -> Subscription | None:
        """The subscription of a person; None when there is none."""

    async def shown(self, who: Person) -> tuple[Subscription, Reply]:
        """How the digest of a person stands, as it would begin when there is none, and what to say about it."""

    async def configure(self, who: Person, form: Form) -> Reply:
        """Keep all settings of the form at once."""

    async def forget(self, who: Person) -> None:
        """Remove everything about a person's digest."""

    async def forget_team(self, team: str) -> None:
        """Remove everything of a workspace."""


class DigestDesk:
    """The counter, opened on its thread with the first order; `client` asks Slack for a zone and for a membership."""

    def __init__(self, open_counter: Callable[[], Counter], client: AsyncWebClient) -> None:
        self._open = open_counter
        self._client = client
        self._counter: Counter | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bbt-digests")

    async def _do(self, work: Callable[[Counter], T]) -> T:
        def done() -> T:
            if self._counter is None:
                self._counter = self._open()
            return work(self._counter)

        return await asyncio.get_running_loop().run_in_executor(self._thread, done)

    async def carry_out(self, words: str, who: Person, channel: str) -> Reply:
        """See Digests.carry_out."""
        from bot.digest.counter import Asked  # noqa: PLC0415 - with it comes the database

        group = "" if channel.startswith("D") else channel
        asked = Asked(who.team, who.user, group, await self._own_zone(who))
        moves = await self._do(lambda counter: counter.moves_to(words, asked))
        if moves and not await self._member(who, group):
            return said.invite()
        return await self._do(lambda counter: counter.carry_out(words, asked))

    async def shown(self, who: Person) -> tuple[Subscription, Reply]:
        """See Digests.shown."""
        from bot.digest.counter import Asked  # noqa: PLC0415

        return await self._do(lambda counter: counter.shown(Asked(who.team, who.user)))

    async def configure(self, who: Person, form: Form) -> Reply:
        """See Digests.configure."""
        from bot.digest.counter import Asked  # noqa: PLC0415

        asked = Asked(who.team, who.user, zone=await self._own_zone(who))
        return await self._do(lambda counter: counter.configure(asked, form))

    async def _own_zone(self, who: Person) -> str:
        known = await self.known(who)
        return known.zone if known is not None else await self._zone(who)

    async def known(self, who: Person) -> Subscription | None:
        """See Digests.known."""
        return await self._do(lambda counter: counter.known(who.team, who.user))

    async def forget(self, who: Person) -> None:
        """See Digests.forget."""
        await self._do(lambda counter: counter.forget(who.team, who.user))

    async def forget_team(self, team: str) -> None:
        """See Digests.forget_team."""
        await self._do(lambda counter: counter.forget_team(team))

    async def close(self) -> None:
        """Finish what was begun."""
        await asyncio.to_thread(self._thread.shutdown)

    async def _zone(self, who: Person) -> str:
        """The time zone of somebody's profile; Brussels when Slack does not tell one that exists."""
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415

        try:
            got = await self._client.users_info(user=who.user)
            zone = str((got.get("user") or {}).get("tz") or BRUSSELS)
            ZoneInfo(zone)
        except (SlackApiError, ZoneInfoNotFoundError, ValueError):
            return BRUSSELS
        return zone

    async def _member(self, who: Person, channel: str) -> bool:
        """Whether the bot is in a channel: only then Slack lets it whisper there. No scope to look around is needed."""
        try:
            await self._client.chat_postEphemeral(channel=channel, user=who.user, text=said.WHISPER)
        except SlackApiError as error:
            if error.response.get("error") in _OUTSIDE:
                return False
            raise
        return True
