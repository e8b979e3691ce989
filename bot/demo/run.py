"""The demo put together: a Slack of our own and the bot in it, connected as in a real workspace, until told to stop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.demo.server import serving
from bot.demo.workspace import APP_TOKEN, BOT_TOKEN, TEAM, workspace
from bot.serve.assemble import serve
from bot.serve.settings import Mode, ServeSettings
from bot.storage.spoken import KEPT_DAYS

__all__ = ["run"]


def run(binary: Path, data: Path | None, ready: Callable[[str], None]) -> None:
    """Run until a signal; `ready` gets the address of the page once questions are welcome.

    Raises NotStartedError when the local Slack does not come up, DataError or ReconcileError for bad data.
    """
    # What is followed and asked in a demo is gone with it; a file, as digests are delivered from several threads.
    with TemporaryDirectory(prefix="bbt-demo-") as folder, serving(binary, workspace()) as address:
        database = f"sqlite:///{Path(folder) / 'bbt.db'}"
        serve(_settings(address, data, database), Mode.SOCKET, None, lambda: ready(address))


def _settings(address: str, data: Path | None, database: str) -> ServeSettings:
    """All that the environment could say is said here: a demo next to a real bot borrows nothing of it."""
    return ServeSettings(
        bot_token=BOT_TOKEN,
        app_token=APP_TOKEN,
        signing_secret=None,
        api_url=f"{address}/api/",
        data=data,
        database_url=database,
        allowed_teams=(TEAM,),
        blocks="lined",  # the page of the local Slack draws no tables, no charts and no code blocks
        operator_channel=None,
        log_level="warning",
        log_days=KEPT_DAYS,
    )
