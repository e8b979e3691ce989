"""Makes a running bot out of settings: data, store, app, and the way Slack reaches it; it decides nothing else."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import uvloop

from bot.handle import handle
from bot.serve.health import Health, Part
from bot.serve.logs import configure_logs
from bot.serve.metrics import Metrics
from bot.serve.run import Running, run
from bot.serve.settings import Mode, ServeSettings
from bot.serve.workspace import OneWorkspace, proxied
from bot.slack.app import Options, make_app
from bot.storage.port import Store
from bot.storage.sql import SqlStore
from bot.wiring import House, open_house

__all__ = ["serve"]

DATABASE_SECONDS = 2
# One with a typing error, one nobody knows: what they need is made with the first of their kind.
WARMING = ("lopbanen", "xyzzy", "help")


def serve(settings: ServeSettings, mode: Mode, listening: socket.socket | None, ready: Callable[[], None]) -> None:
    """Serve until told to stop; `ready` is called once requests are welcome.

    Raises TokenError when Slack does not accept a token, DataError or ReconcileError when the data cannot be trusted.
    """
    configure_logs(settings.log_level)
    house = open_house(settings.data)
    uvloop.run(_serve(settings, mode, listening, house, ready))


async def _serve(
    settings: ServeSettings, mode: Mode, listening: socket.socket | None, house: House, ready: Callable[[], None]
) -> None:
    store = SqlStore(settings.database_url or _own_database())
    token = settings.bot_token
    workspace = OneWorkspace(token)
    options = Options(
        token=token,
        # In Socket Mode Slack signs nothing; a secret would refuse all it sends.
        signing_secret=(settings.signing_secret or "") if mode is Mode.HTTP else "",
        profile=settings.blocks,
        teams=frozenset(settings.allowed_teams),
        operator=settings.operator_channel or "",
        address=settings.api_url,
    )
    app = make_app(house, store, options, authorize=workspace)
    # A proxy of the environment is for the outside, not for a Slack on this machine.
    for client in (app.client, app.desk.sender.client):
        client.proxy = proxied(settings.api_url, client.proxy)
    workspace.client = app.client
    health = Health(
        {
            "data": lambda: _data(house),
            "database": lambda: _database(store),
            "workspace": workspace.check,
        }
    )
    await run(
        Running(
            app=app,
            client=app.client,
            workspace=workspace,
            health=health,
            metrics=Metrics(),
            listening=listening,
            app_token=settings.app_token if mode is Mode.SOCKET else None,
            ready=ready,
            warm=lambda: [handle(text, house) for text in WARMING],
            closing=(app.close, store.close),
        )
    )


def _own_database() -> str:
    """A database of this user, its folder made."""
    folder = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "bbt"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return f"sqlite:///{folder / 'bbt.db'}"


async def _data(house: House) -> Part:
    return Part(bool(house.catalog.explanations), {"documents": list(house.catalog.explanations)})


async def _database(store: Store) -> Part:
    """Ready when the database answers; the question asked of it does not matter."""
    asked = asyncio.ensure_future(store.refused("health", datetime.now(UTC)))
    await asyncio.wait({asked}, timeout=DATABASE_SECONDS)
    if not asked.done():
        asked.cancel()
        return Part(ready=False, facts={"error": "slow"})
    error = asked.exception()
    return Part(ready=True) if error is None else Part(ready=False, facts={"error": type(error).__name__})
