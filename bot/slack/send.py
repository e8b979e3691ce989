"""Everything that leaves for Slack: answers through response_url and the Web API; who may see it is always stated.

A message that may have arrived is never sent again: only "too many requests" is tried anew, after the time Slack asks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Final, Literal

from aiohttp import ClientSession, TCPConnector
from msgspec import Struct
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient
from structlog.stdlib import BoundLogger

from bot.slack.blocks import Profile, forms
from bot.slack.door import Door, Said
from bot.slack.dress import Dresser, Payload, Where
from bot.slack.incoming import Incoming
from bot.slack.limits import Surface, validate

__all__ = ["Lines", "Sender", "Undelivered", "web_client"]

_RICH_KEPT: Final = 128  # answers in their rich form
_RETRIES: Final = 2
_TIMEOUT: Final = 10  # seconds
_KEPT_OPEN: Final = 4  # seconds
_REFUSALS: Final = ("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long")


class Undelivered(RuntimeError):  # noqa: N818 - it tells what became of an answer
    """Slack did not take an answer; `status` and `said` are what it answered."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__(f"{status} {said}")
        self.status = status
        self.said = said


def web_client(token: str | None, address: str | None = None) -> AsyncWebClient:
    """The Web API client that waits when it is told to, and repeats nothing else; address is for tests and the demo."""
    patient: list[AsyncRetryHandler] = [AsyncRateLimitErrorRetryHandler(_RETRIES)]
    if address is None:
        return AsyncWebClient(token, timeout=_TIMEOUT, retry_handlers=patient)
    return AsyncWebClient(token, base_url=address.rstrip("/") + "/", timeout=_TIMEOUT, retry_handlers=patient)


class Lines:
    """Connections to response addresses, kept for the next answer; opened with the first."""

    def __init__(self) -> None:
        self._session: ClientSession | None = None

    def open(self) -> ClientSession:
        """Give the session."""
        if self._session is None:
            # Shorter than any server waits: an answer is never lost on a line that was just closed.
            self._session = ClientSession(connector=TCPConnector(keepalive_timeout=_KEPT_OPEN))
        return self._session

    async def close(self) -> None:
        """Close what was opened; a later answer would open it anew."""
        if self._session is not None:
            await self._session.close()
            self._session = None


class Sender(Struct, frozen=True):
    """Sends answers in the richest form that Slack takes on a surface."""

    client: AsyncWebClient
    door: Door
    dresser: Dresser
    profile: Profile
    log: BoundLogger
    lines: Lines

    @property
    def in_views(self) -> Profile:
        """The form for modals, where tables and charts may not stand and buttons may."""
        return "lined" if self.profile == "lined" else "plain"

    async def respond(self, incoming: Incoming, payload: Payload) -> None:
        """Send through the response_url.

        Raises:
            Undelivered: Slack did not take it.

        """
        self.watch(payload, "response")
        await self._deliver(incoming, payload)

    async def _deliver(self, incoming: Incoming, payload: Payload) -> None:
        hook = AsyncWebhookClient(
            incoming.response_url,
            timeout=_TIMEOUT,
            session=self.lines.open(),
            retry_handlers=[AsyncRateLimitErrorRetryHandler(_RETRIES)],
        )
        hook.proxy = self.client.proxy  # what holds for the Web API holds for its response addresses
        got = await hook.send_dict(payload)
        if got.status_code != 200 or '"ok":false' in got.body.replace(" ", ""):  # noqa: PLR2004 - HTTP
            raise Undelivered(got.status_code, got.body[:200])

    async def answer(self, incoming: Incoming, said: Said, *, replace: bool) -> None:
        """Answer through the response_url, in place of what was pressed or below it.

        Raises:
            Undelivered: Slack took no form of it.

        """
        where = _where(incoming)
        shown: Where = "private" if where == "public" else where
        about: Payload = {
            "response_type": "in_channel" if where == "direct" else "ephemeral",
            "replace_original": replace,
        }
        if incoming.thread and not replace:
            about["thread_ts"] = incoming.thread
        await self.first_taken(incoming, shown, lambda profile: {**about, **self.dresser.message(said, profile, shown)})

    async def first_taken(self, incoming: Incoming, where: Where, made: Callable[[Profile], Payload]) -> None:
        """Send the richest form that Slack takes through the response_url.

        Raises:
            Undelivered: Slack took no form of it.

        """
        forms = await self._forms(incoming, where)
        for place, profile in enumerate(forms):
            try:
                await self.respond(incoming, made(profile))
            except Undelivered as refused:
                if place + 1 == len(forms) or not _refused(refused.said):
                    raise
                await self._note_refusal(incoming, profile, where, refused.said)
            else:
                return

    async def enrich(self, incoming: Incoming, said: Said) -> None:
        """Put the rich form in place of the basic answer on the ack; when Slack refuses, the basic one stays."""
        if self.profile != "rich" or await self.door.store.refused(_surface(incoming, "private"), self.door.clock()):
            return
        try:
            await self._deliver(incoming, _rich(self, said))
        except Undelivered as refused:
            if _refused(refused.said):
                await self._note_refusal(incoming, "rich", "private", refused.said)
            else:
                self.log.warning("slack.not_enriched", status=refused.status)

    async def post(self, incoming: Incoming, said: Said) -> None:
        """Answer with a message of its own in the channel, in the thread when there is one.

        Raises:
            SlackApiError: Slack took no form of it.

        """
        where: Where = "direct" if incoming.direct else "public"
        about: Payload = {"thread_ts": incoming.thread} if incoming.thread else {}
        forms = await self._forms(incoming, where)
        for place, profile in enumerate(forms):
            payload = self.dresser.message(said, profile, where)
            self.watch(payload, "message")
            try:
                await self.client.chat_postMessage(
                    channel=incoming.channel, unfurl_links=False, unfurl_media=False, **about, **payload
                )
            except SlackApiError as refused:
                error = str(refused.response.get("error"))
                if place + 1 == len(forms) or not _refused(error):
                    raise
                details: Any = refused.response.get("response_metadata")
                await self._note_refusal(incoming, profile, where, str(details or error))
            else:
                return

    async def say(self, incoming: Incoming, text: str) -> None:
        """Say one sentence where somebody asked: below what was pressed, in the thread, else in a direct message.

        Raises:
            SlackApiError: Slack did not take it.
            Undelivered: likewise, by response_url.

        """
        if incoming.response_url:
            told = {"response_type": "ephemeral", "replace_original": False, "text": text}
            await self.respond(incoming, told)
            return
        if not (incoming.channel or incoming.who.user):
            return  # nobody asked: Slack told that the app was removed
        about: Payload = {"thread_ts": incoming.thread} if incoming.thread else {}
        await self.client.chat_postMessage(channel=incoming.channel or incoming.who.user, text=text, **about)

    def watch(self, payload: Payload, surface: Surface) -> None:
        """Log what Slack would refuse; nothing is held back for it."""
        faults = validate(payload, surface)
        if faults:
            seen = [(fault.path, fault.rule, fault.limit) for fault in faults[:5]]
            self.log.warning("slack.outside_limits", surface=surface, faults=seen)

    async def _forms(self, incoming: Incoming, where: Where) -> Sequence[Profile]:
        """The forms to try, richest first."""
        every = forms(self.profile)
        if self.profile == "rich" and await self.door.store.refused(_surface(incoming, where), self.door.clock()):
            return every[1:]
        return every

    async def _note_refusal(self, incoming: Incoming, profile: Profile, where: Where, details: str) -> None:
        # The details name places and rules of blocks, not their words.
        self.log.warning("slack.form_refused", profile=profile, surface=where, details=details[:300])
        if profile == "rich":
            await self.door.store.refuse(_surface(incoming, where), self.door.clock())


@lru_cache(maxsize=_RICH_KEPT)
def _rich(sender: Sender, said: Said) -> Payload:
    """The rich form of a private answer, made and watched once for all who ask the same."""
    payload = {
        "response_type": "ephemeral",
        "replace_original": True,
        **sender.dresser.message(said, "rich", "private"),
    }
    sender.watch(payload, "response")
    return payload


def _refused(said: str) -> bool:
    return any(code in said for code in _REFUSALS)


def _where(incoming: Incoming) -> Literal["private", "public", "direct"]:
    if incoming.private or not incoming.channel:
        return "private"
    return "direct" if incoming.direct else "public"


def _surface(incoming: Incoming, where: Where) -> str:
    """How a surface is remembered: what only one sees apart from messages."""
    return f"{incoming.who.team}:{'ephemeral' if where in {'private', 'view'} else 'message'}"
