"""The settings of the server, read once and told all faults at once; values of secrets are never shown.

Read by hand: pydantic-settings would be a quarter of the time until the first answer.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final, Literal, cast, get_args
from urllib.parse import urlsplit

from msgspec import Struct

from bot.settings import data_folder, setting
from bot.storage.spoken import KEPT_DAYS

__all__ = ["SLACK_API", "Fault", "Mode", "Problem", "ServeSettings", "SettingsError", "is_loopback", "read_settings"]

SLACK_API: Final = "https://slack.com/api/"

Blocks = Literal["rich", "plain", "lined", "text"]
Level = Literal["debug", "info", "warning", "error"]

TEAM: Final = re.compile(r"[TE][A-Z0-9]{2,}")
ANY: Final = re.compile(r"[!-~]+")


class Mode(StrEnum):
    """How Slack reaches the bot."""

    SOCKET = "socket"
    HTTP = "http"


class Problem(StrEnum):
    """What is wrong with a setting."""

    MISSING = "missing"
    WRONG = "wrong"


class Fault(Struct, frozen=True):
    """One setting that keeps the server from starting; it never holds the value."""

    name: str
    problem: Problem


class SettingsError(Exception):
    """The settings do not allow a start; `faults` names every one of them."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(", ".join(f"{fault.name} {fault.problem}" for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class ServeSettings:
    """What the environment or .env says; empty is unset. Secrets are not shown when it is printed."""

    bot_token: str = field(repr=False)
    app_token: str | None = field(repr=False)
    signing_secret: str | None = field(repr=False)
    api_url: str
    data: Path | None
    database_url: str | None = field(repr=False)  # it may hold a password
    allowed_teams: tuple[str, ...]  # empty: every team that has the app
    blocks: Blocks
    operator_channel: str | None
    log_level: Level
    log_days: int  # how long claims said for all to see are kept


def is_loopback(address: str) -> bool:
    """Whether an address stays on this machine."""
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def read_settings(mode: Mode, environ: Mapping[str, str], folder: Path) -> ServeSettings:
    """The settings for one mode, from the environment and from the .env file of a folder (the environment wins).

    Raises SettingsError with every fault: what is missing for this mode and what cannot be right.
    """
    read = {name: setting(name, environ, folder) for name in SHAPES}
    # Another Web API address is a test or the demo, where any token will do.
    real = read["SLACK_API_URL"] is None
    faults: list[Fault] = []
    for name, shape in SHAPES.items():
        value = read[name]
        if value is None:
            faults += [Fault(name, Problem.MISSING)] if name in REQUIRED[mode] else []
        elif not (shape(value) if real or name not in SECRETS else ANY.fullmatch(value)):
            faults.append(Fault(name, Problem.WRONG))
    if faults:
        raise SettingsError(tuple(faults))
    return ServeSettings(
        bot_token=read["SLACK_BOT_TOKEN"] or "",
        app_token=read["SLACK_APP_TOKEN"],
        signing_secret=read["SLACK_SIGNING_SECRET"],
        api_url=(read["SLACK_API_URL"] or SLACK_API).rstrip("/") + "/",
        data=data_folder(environ, folder),
        database_url=read["BBT_DATABASE_URL"],
        allowed_teams=_teams(read["BBT_ALLOWED_TEAMS"] or ""),
        blocks=cast("Blocks", read["BBT_BLOCKS"] or "rich"),
        operator_channel=read["BBT_OPERATOR_CHANNEL"],
        log_level=cast("Level", read["BBT_LOG_LEVEL"] or "info"),
        log_days=int(read["BBT_LOG_DAYS"] or KEPT_DAYS),
    )


def _teams(value: str) -> tuple[str, ...]:
    return tuple(value.replace(",", " ").split())


def _is_safe_address(value: str) -> bool:
    parts = urlsplit(value)
    # A token must not travel in the clear over a network.
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(value)))


# Name -> whether a value can be right; in the order in which people meet them.
SHAPES: Final[Mapping[str, Callable[[str], object]]] = {
    "SLACK_BOT_TOKEN": re.compile(r"xox[be][-.][!-~]+").fullmatch,
    "SLACK_APP_TOKEN": re.compile(r"xapp-[!-~]+").fullmatch,
    "SLACK_SIGNING_SECRET": re.compile(r"[!-~]{16,}").fullmatch,
    "SLACK_API_URL": _is_safe_address,
    "BBT_DATABASE_URL": re.compile(r"[a-z0-9+]+://.*").fullmatch,
    "BBT_ALLOWED_TEAMS": lambda value: all(map(TEAM.fullmatch, _teams(value))),
    "BBT_BLOCKS": get_args(Blocks).__contains__,
    "BBT_OPERATOR_CHANNEL": re.compile(r"[CGD][A-Z0-9]{2,}").fullmatch,
    "BBT_LOG_LEVEL": get_args(Level).__contains__,
    "BBT_LOG_DAYS": re.compile(r"[1-9][0-9]{0,3}").fullmatch,
}
SECRETS: Final = frozenset({"SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"})
REQUIRED: Final[Mapping[Mode, frozenset[str]]] = {
    Mode.SOCKET: frozenset({"SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"}),
    Mode.HTTP: frozenset({"SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"}),
}
