"""Puts the Slack app together: the guard, /bbt behind it, and a handful of listeners; it opens no port."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Final

import structlog
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.slack.access import CHECK_SHORTCUT, COMMAND, SEARCH_SHORTCUT
from bot.slack.actions import action_listener
from bot.slack.background import Background
from bot.slack.blocks import Profile
from bot.slack.command import SlashCommand
from bot.slack.debate import Debates
from bot.slack.desk import Desk
from bot.slack.digests import DigestDesk
from bot.slack.door import Door
from bot.slack.dress import Dresser
from bot.slack.errors import Faults
from bot.slack.finder import Finder
from bot.slack.guard import Guard
from bot.slack.home import gone_listener, opened_listener
from bot.slack.incoming import Incoming
from bot.slack.mention import said_listener
from bot.slack.send import Lines, Sender, web_client
from bot.slack.shortcut import find_listener, shortcut_listener, submitted_listener
from bot.storage.spoken import KEPT_DAYS, Keeper
from bot.wiring import House

if TYPE_CHECKING:
    from bot.digest.counter import Counter

__all__ = ["Authorize", "BbtApp", "Options", "make_app"]

Authorize = Callable[..., Awaitable[AuthorizeResult]]

_OURS: Final = re.compile(r"bbt\.")
_KEY: Final = 8  # bytes of the name of a statement
_REFERENCE: Final = 3  # bytes: six signs that can be read out over a telephone


@dataclass(frozen=True, slots=True)
class Options:
    """What differs between installations. An empty secret means Socket Mode, where Slack signs nothing."""

    token: str = field(repr=False)
    signing_secret: str = field(default="", repr=False)
    profile: Profile = "rich"
    teams: frozenset[str] = frozenset()  # empty: every team that has the app
    operator: str = ""  # channel for remarks; empty: no remarks are asked
    address: str | None = None  # of the Web API, for tests and the demo
    kept: timedelta = timedelta(days=KEPT_DAYS)  # claims said for all to see


class BbtApp(AsyncApp):
    """Bolt's app with what it has begun: `close` it before its loop stops."""

    background: Background
    desk: Desk
    guard: Guard
    slash: SlashCommand
    digests: DigestDesk | None = None

    async def async_dispatch(self, req: AsyncBoltRequest) -> BoltResponse:
        """Answer one request: /bbt at once, everything else by Bolt's middleware and the listeners."""
        if req.body.get("command") != COMMAND:
            # Bolt seeks the listener outside its own handler of errors: a body may make it stumble there.
            return await self.desk.faults.told(super().async_dispatch(req), None)
        return await self.desk.faults.told(self._command(req), None)

    async def _command(self, req: AsyncBoltRequest) -> BoltResponse:
        admitted = self.guard.admit(req)
        if isinstance(admitted, BoltResponse):
            return admitted
        return await self.desk.faults.told(self.slash.answer(req.body, admitted), admitted)

    def take_digests(self, counter: Callable[[], Counter]) -> None:
        """Take orders about digests; `counter` opens where they are kept, on a thread of its own."""
        self.desk.door.digests = self.digests = DigestDesk(counter, self.desk.sender.client)

    async def tend(self) -> None:
        """Look after the debates for as long as the bot runs; cancel it to stop."""
        await self.desk.debates.tend(self.desk.door.kept, self.desk.faults.begin_quietly)

    async def drain(self) -> None:
        """Finish what was begun."""
        await self.background.drain()

    async def close(self) -> None:
        """Finish what was begun and close what was opened; the store is its owner's."""
        await self.drain()
        await self.desk.sender.lines.close()
        if self.digests is not None:
            await self.digests.close()


def _now() -> datetime:
    return datetime.now(UTC)


def _reference() -> str:
    return token_hex(_REFERENCE)


def _key() -> str:
    return token_hex(_KEY)


def make_app(
    house: House,
    store: Keeper,
    options: Options,
    *,
    clock: Callable[[], datetime] = _now,
    authorize: Authorize | None = None,
) -> BbtApp:
    """The app for one workspace; it serves Bolt's ASGI adapter and its Socket Mode handler alike.

    `authorize` is the seam for many workspaces: without it every request gets the one token.
    """
    log = structlog.stdlib.get_logger("bbt.slack")
    guard = Guard(options.signing_secret, options.teams, store, clock, log)
    app = BbtApp(
        name="bbt",
        process_before_response=True,
        client=web_client(None, options.address),
        authorize=authorize or _one_workspace(options.token),
        before_authorize=guard,
        # The guard does these, or nothing here needs them: each would cost every request some microseconds.
        request_verification_enabled=False,
        ssl_check_enabled=False,
        ignoring_self_events_enabled=False,
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
    app.background = Background()
    app.desk = _desk(house, store, options, clock, app.background)
    app.guard, app.slash = guard, SlashCommand(app.desk)
    _listen(app, app.desk)
    return app


def _one_workspace(token: str) -> Authorize:
    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=token)

    return authorize


def _desk(
    house: House,
    store: Keeper,
    options: Options,
    clock: Callable[[], datetime],
    background: Background,
) -> Desk:
    log = structlog.stdlib.get_logger("bbt.slack")
    door = Door(house, store, clock, kept=options.kept)
    dresser = Dresser(remarks=bool(options.operator))
    sender = Sender(web_client(options.token, options.address), door, dresser, options.profile, log, Lines())
    faults = Faults(log, background, _reference, sender.say)
    debates = Debates(sender, store, background, _key)
    return Desk(door, dresser, sender, faults, Finder(house.catalog), options.operator, debates)


def _listen(app: AsyncApp, desk: Desk) -> None:
    """Register the listeners; each one before the right one costs a request some ten microseconds."""
    app.action(_OURS)(action_listener(desk))
    said = said_listener(desk)
    app.event("app_mention")(said)
    app.event("message")(said)
    app.options(_OURS)(find_listener(desk))
    app.view(_OURS)(submitted_listener(desk))
    shortcut = shortcut_listener(desk)
    app.shortcut(SEARCH_SHORTCUT)(shortcut)
    app.shortcut(CHECK_SHORTCUT)(shortcut)
    app.event("app_home_opened")(opened_listener(desk))
    gone = gone_listener(desk)
    app.event("app_uninstalled")(gone)
    app.event("tokens_revoked")(gone)

    async def fault(error: Exception, request: AsyncBoltRequest) -> BoltResponse:
        incoming: Any = request.context.get("incoming")
        return desk.faults.answer(error, incoming if isinstance(incoming, Incoming) else None)

    app.error(fault)
