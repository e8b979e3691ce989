"""Makes a running bot out of settings: data, store, app, and the way Slack reaches it; it decides nothing else."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import uvloop

from bot.handle import handle
from bot.serve.delivery import Delivery
from bot.serve.health import Health, Part
from bot.serve.logs import configure_logs
from bot.serve.metrics import Metrics
from bot.serve.run import Running, run
from bot.serve.settings import Mode, ServeSettings
from bot.serve.workspace import OneWorkspace, proxied
from bot.settings import own_database
from bot.slack.app import BbtApp, Options, make_app
from bot.storage.port import Store
from bot.storage.sound import check_file, engine_file, file_of
from bot.storage.sql import SqlStore
from bot.wiring import House, open_house

__all__ = ["serve"]

DATABASE_SECONDS = 2
IN_MEMORY = "sqlite://"
# One with a typing error, one nobody knows: what they need is made with the first of their kind.
WARMING = ("lopbanen", "xyzzy", "help")


def serve(settings: ServeSettings, mode: Mode, listening: socket.socket | None, ready: Callable[[], None]) -> None:
    """Serve until told to stop; `ready` is called once requests are welcome.

    Raises TokenError when Slack does not accept a token, DataError or ReconcileError when the data cannot be trusted,
    DamagedError when the database cannot, NoPlaceError when it cannot be written.
    """
    configure_logs(settings.log_level)
    file = file_of(settings.database_url or own_database(os.environ))
    if file is not None:
        check_file(file)
        check_file(engine_file(file))
    house = open_house(settings.data)
    uvloop.run(_serve(settings, mode, listening, house, ready))


async def _serve(
    settings: ServeSettings, mode: Mode, listening: socket.socket | None, house: House, ready: Callable[[], None]
) -> None:
    address = settings.database_url or own_database(os.environ)
    store = SqlStore(address)
    token = settings.bot_token
    workspace = OneWorkspace(token)
    options = Options(
        token=token,
        signing_secret=(settings.signing_secret or "") if mode is Mode.HTTP else "",  # Socket Mode signs nothing
        profile=settings.blocks,
        teams=frozenset(settings.allowed_teams),
        operator=settings.operator_channel or "",
        address=settings.api_url,
        kept=timedelta(days=settings.log_days),
    )
    app = make_app(house, store, options, authorize=workspace)
    _leave_proxy(app, settings.api_url)
    workspace.client = app.client
    metrics = Metrics()
    proxy = app.desk.sender.client.proxy
    delivery = Delivery(house, address, token, settings.api_url, proxy, settings.blocks, metrics)
    digests = address != IN_MEMORY  # each thread would have a memory of its own
    if digests:
        app.take_digests(delivery.counter)
    health = Health(
        {
            "data": lambda: _data(house),
            "database": lambda: _database(store),
            "workspace": workspace.check,
            "digests": delivery.check,
        }
    )
    opening = asyncio.create_task(_database(store), name="bbt database")  # its tables may have to be made first
    await run(
        Running(
            app=app,
            client=app.client,
            workspace=workspace,
            health=health,
            metrics=metrics,
            listening=listening,
            app_token=settings.app_token if mode is Mode.SOCKET else None,
            ready=ready,
            warm=lambda: _warm(house, delivery if digests else None),
            tend=app.tend,
            closing=(app.close, delivery.stop, store.close),
        )
    )
    await opening


def _leave_proxy(app: BbtApp, api_url: str) -> None:
    """A proxy of the environment is for the outside, not for a Slack on this machine."""
    for client in (app.client, app.desk.sender.client):
        client.proxy = proxied(api_url, client.proxy)


def _warm(house: House, delivery: Delivery | None) -> None:
    """What the first of some questions would wait for, and then the digests, which nobody waits for.

    The checker is left to the first claim: it loads in less time than Slack takes to bring one.
    """
    for text in WARMING:
        handle(text, house)
    if delivery is not None:
        delivery.start()


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
