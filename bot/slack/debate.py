"""Debates in a conversation: begun and ended by a mention, fed by what is addressed to the bot, and by nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import aiohttp
from msgspec.structs import replace
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.grammar.orders import Check, Hold
from bot.replies import debate as words
from bot.replies import slack_texts
from bot.replies.model import Reply
from bot.slack.background import Background
from bot.slack.boards import Boards
from bot.slack.door import Door, Said
from bot.slack.dress import DROP
from bot.slack.escape import plain
from bot.slack.incoming import Incoming
from bot.slack.send import Sender
from bot.storage.port import Place
from bot.storage.spoken import SILENCE, Debate, Spoken, Statement

if TYPE_CHECKING:
    from budget.claims.model import Claim

__all__ = ["Debates", "statements_of"]

_EACH: Final = 60.0  # seconds between two looks for debates that fell silent
_GONE: Final = ("message_not_found", "cant_update_message", "channel_not_found", "is_archived", "not_in_channel")
_BUTTONS: Final = 5  # a row of Slack takes so many before it folds


def statements_of(claims: tuple[Claim, ...], place: Place, door: Door, key: Callable[[], str]) -> tuple[Statement, ...]:
    """The judged claims of a message as they are kept, at this moment."""
    from bot.replies.check import told  # noqa: PLC0415 - it is loaded when there is something judged

    explanation = door.house.catalog.default
    now = door.clock()
    return tuple(
        Statement(
            key(),
            place,
            one.place.quote,
            one.verdict.value,
            told(one, explanation),
            one.subjects,
            explanation.document.id,
            now,
        )
        for one in claims
    )


class Debates:
    """The debates of one workspace."""

    def __init__(
        self,
        sender: Sender,
        spoken: Spoken,
        background: Background,
        key: Callable[[], str],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._sender = sender
        self._spoken = spoken
        self._key = key
        self._sleep = sleep
        self._ended: dict[Place, tuple[Debate, Reply]] = {}  # whose live message does not show its end yet
        self.boards = Boards(self._show, background, sender.log, sleep)

    async def open_in(self, incoming: Incoming) -> Debate | None:
        """The debate a message belongs to: of its thread, else of its channel."""
        if incoming.direct or not incoming.channel:
            return None
        team, channel = incoming.who.team, incoming.channel
        for thread in dict.fromkeys((incoming.thread, "")):
            found = await self._spoken.debate(Place(team, channel, thread))
            if found is not None:
                return found
        return None

    async def hold(self, order: Hold, incoming: Incoming, thread: str) -> Reply | None:
        """Begin or end the debate of a place (`thread` "" for the channel); what to answer when that cannot be."""
        if incoming.direct or not incoming.channel:
            return words.only_in_conversation()
        place = Place(incoming.who.team, incoming.channel, thread)
        if not order.begins:
            open_here = await self.open_in(incoming)
            ended = await self._spoken.end_debate(open_here.place if open_here is not None else place)
            if ended is None:
                return words.nothing_open()
            await self._finish(ended)
            return None
        now = self._sender.door.clock()
        debate = Debate(place, "", now, now)
        if not await self._spoken.begin_debate(debate):
            return words.already_open()
        await self._post_board(debate)
        return None

    async def _post_board(self, debate: Debate) -> None:
        """Post the live message; a debate that cannot show itself is none."""
        try:
            posted = await self._post(debate.place, self._payload(words.board((), self._time(debate))))
        except (SlackClientError, aiohttp.ClientError, TimeoutError):
            await self._spoken.end_debate(debate.place)
            raise
        await self._spoken.set_board(debate.place, str(posted.get("ts", "")))

    async def judge(self, debate: Debate, order: Check, thread: str) -> None:
        """Judge a message of a debate in its own thread, and count its claims; without a day it is said now."""
        door = self._sender.door
        said = door.check(Check(order.text, order.said_on or door.clock().date()))
        kept = statements_of(said.claims, debate.place, door, self._key)
        await self._spoken.keep(kept)
        self.boards.touch(debate.place)
        payload = self._sender.dresser.message(said, self._sender.in_views, "public")
        row = [_drop_button(one, place, alone=len(kept) == 1) for place, one in enumerate(kept[:_BUTTONS], 1)]
        if row:
            payload["blocks"].append({"type": "actions", "elements": row})
        await self._post(replace(debate.place, thread=thread or debate.place.thread), payload)

    async def keep(self, claims: tuple[Claim, ...], place: Place) -> None:
        """Keep claims that were shared in a conversation."""
        await self._spoken.keep(statements_of(claims, place, self._sender.door, self._key))

    async def drop(self, incoming: Incoming, statement: str) -> bool:
        """Take a misread claim out of the count and the log; whether it was there."""
        gone = await self._spoken.drop(incoming.who.team, incoming.channel, statement)
        open_here = await self.open_in(incoming)
        if gone and open_here is not None:
            self.boards.touch(open_here.place)
        return gone

    async def resume(self) -> None:
        """After a start: show the state of every open debate, which a crash may have kept back."""
        for debate in await self._spoken.debates():
            self.boards.touch(debate.place)

    async def tend(self, kept: timedelta, begin: Callable[[Coroutine[object, object, None], str], None]) -> None:
        """Go on for ever: close what fell silent, and remove what is older than it may be.

        `begin` does what it is given apart and logs its faults, so that one failed look is not the last.
        """
        begin(self.resume(), "debates.resume")
        while True:
            begin(self.look(kept), "debates.look")
            await self._sleep(_EACH)

    async def look(self, kept: timedelta) -> None:
        """Close what fell silent, and remove what is older than it may be, once."""
        now = self._sender.door.clock()
        for debate in await self._spoken.debates():
            if debate.heard + SILENCE <= now:
                ended = await self._spoken.end_debate(debate.place)  # only one replica gets it
                if ended is not None:
                    await self._finish(ended, silent=True)
        await self._spoken.expire(now - kept)

    async def _statements(self, debate: Debate) -> tuple[Statement, ...]:
        place = debate.place
        said = await self._spoken.statements(place.team, place.channel, debate.begun)
        return tuple([one for one in said if one.place == place])

    async def _show(self, place: Place) -> None:
        try:
            await self._show_end(place)
        finally:  # an end that cannot be shown keeps no new debate back
            await self._show_open(place)

    async def _show_end(self, place: Place) -> None:
        ended = self._ended.get(place)
        if ended is None:
            return
        try:
            await self._update(*ended)
        except SlackApiError as refused:
            if refused.response.get("error") not in _GONE:
                raise
        self._ended.pop(place, None)

    async def _show_open(self, place: Place) -> None:
        debate = await self._spoken.debate(place)
        if debate is None or not debate.board:
            return
        await self._update(debate, words.board(await self._statements(debate), self._time(debate)))

    async def _finish(self, debate: Debate, *, silent: bool = False) -> None:
        """The summary and all claims as a file; the live message gets its last state in its turn, like any other."""
        said = await self._statements(debate)
        closing = words.closing(said, silent=silent)
        if debate.board:
            self._ended[debate.place] = debate, closing
            self.boards.touch(debate.place)
        await self._post(debate.place, self._payload(closing))
        if not said:
            return
        await self._sender.client.files_upload_v2(
            **_where(debate.place),
            filename=f"debat-{debate.begun:%Y-%m-%d}.csv",
            title=slack_texts.DEBATE_FILE,
            content=words.export(said),
        )

    def _payload(self, reply: Reply) -> dict[str, Any]:
        return self._sender.dresser.message(Said(reply, order=True), self._sender.in_views, "public")

    async def _post(self, place: Place, payload: dict[str, Any]) -> Any:  # noqa: ANN401 - what the Web API answers
        self._sender.watch(payload, "message")
        return await self._sender.client.chat_postMessage(
            unfurl_links=False, unfurl_media=False, **_where(place), **payload
        )

    async def _update(self, debate: Debate, reply: Reply) -> None:
        payload = self._payload(reply)
        self._sender.watch(payload, "message")
        await self._sender.client.chat_update(channel=debate.place.channel, ts=debate.board, **payload)

    def _time(self, debate: Debate) -> str:
        return slack_texts.at(debate.begun)


def _where(place: Place) -> dict[str, Any]:
    return {"channel": place.channel} | ({"thread_ts": place.thread} if place.thread else {})


def _drop_button(statement: Statement, place: int, *, alone: bool) -> dict[str, Any]:
    label = slack_texts.MISREAD if alone else slack_texts.misread(place)
    text = {"type": "plain_text", "text": label}
    return {"type": "button", "action_id": f"{DROP}.{place}", "text": text, "value": plain(statement.id)}
