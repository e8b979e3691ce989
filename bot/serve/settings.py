"""The settings of the server, read once and told all faults at once; values of secrets are never shown."""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.settings import ENV_FILE, setting

__all__ = ["SLACK_API", "Fault", "Mode", "Problem", "ServeSettings", "SettingsError", "is_loopback", "read_settings"]

SLACK_API: Final = "https://slack.com/api/"

Blocks = Literal["rich", "plain", "text"]
Level = Literal["debug", "info", "warning", "error"]

# Real Slack gives tokens of these kinds; another Web API address (tests, demo) takes any.
BOT_TOKEN: Final = re.compile(r"xox[be][-.]\S+")
APP_TOKEN: Final = re.compile(r"xapp-\S+")
SECRET: Final = re.compile(r"[!-~]{16,}")
ANY: Final = re.compile(r"[!-~]+")
TEAM: Final = re.compile(r"[TE][A-Z0-9]{2,}")
CHANNEL: Final = re.compile(r"[CGD][A-Z0-9]{2,}")


class Mode(StrEnum):
    """How Slack reaches the bot."""

    SOCKET = "socket"
    HTTP = "http"


class Problem(StrEnum):
    """What is wrong with a setting."""

    MISSING = "missing"
    WRONG = "wrong"


# Name -> what a real one looks like; in the order in which people meet them in Slack.
REQUIRED: Final[Mapping[Mode, Mapping[str, re.Pattern[str]]]] = {
    Mode.SOCKET: {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN},
    Mode.HTTP: {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_SIGNING_SECRET": SECRET},
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One setting that keeps the server from starting; it never holds the value."""

    name: str
    problem: Problem


class SettingsError(Exception):
    """The settings do not allow a start; `faults` names every one of them."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(", ".join(f"{fault.name} {fault.problem}" for fault in faults))
        self.faults = faults


class ServeSettings(BaseSettings):
    """What the environment or .env says; empty is unset."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True, str_strip_whitespace=True)

    bot_token: Annotated[SecretStr | None, Field(validation_alias="SLACK_BOT_TOKEN")] = None
    app_token: Annotated[SecretStr | None, Field(validation_alias="SLACK_APP_TOKEN")] = None
    signing_secret: Annotated[SecretStr | None, Field(validation_alias="SLACK_SIGNING_SECRET")] = None
    api_url: Annotated[str, Field(validation_alias="SLACK_API_URL")] = SLACK_API
    data: Annotated[Path | None, Field(validation_alias="BBT_DATA")] = None
    database_url: Annotated[str | None, Field(validation_alias="BBT_DATABASE_URL")] = None
    # Commas or spaces between them; empty: the workspace of the token alone decides.
    allowed_teams: Annotated[tuple[str, ...], NoDecode, Field(validation_alias="BBT_ALLOWED_TEAMS")] = ()
    blocks: Annotated[Blocks, Field(validation_alias="BBT_BLOCKS")] = "rich"
    operator_channel: Annotated[str | None, Field(validation_alias="BBT_OPERATOR_CHANNEL")] = None
    log_level: Annotated[Level, Field(validation_alias="BBT_LOG_LEVEL")] = "info"

    @field_validator("allowed_teams", mode="before")
    @classmethod
    def _teams(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        teams = tuple(value.replace(",", " ").split())
        if not all(TEAM.fullmatch(team) for team in teams):
            raise ValueError("not a team id")
        return teams

    @field_validator("operator_channel")
    @classmethod
    def _channel(cls, value: str | None) -> str | None:
        if value is not None and not CHANNEL.fullmatch(value):
            raise ValueError("not a channel id")
        return value

    @field_validator("api_url")
    @classmethod
    def _address(cls, value: str) -> str:
        parts = urlsplit(value)
        # A token must not travel in the clear over a network.
        if not parts.hostname or not (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(value))):
            raise ValueError("not an https address")
        return value.rstrip("/") + "/"


def is_loopback(address: str) -> bool:
    """Whether an address stays on this machine."""
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def read_settings(mode: Mode, folder: Path) -> ServeSettings:
    """The settings for one mode, from the environment and from the .env file of a folder (the environment wins).

    Raises SettingsError with every fault: what is missing for this mode and what cannot be right.
    """
    faults = list(_token_faults(mode, folder))
    try:
        settings = ServeSettings(_env_file=folder / ENV_FILE)
    except ValidationError as error:
        wrong = {str(found["loc"][0]) for found in error.errors(include_input=False)}
        raise SettingsError((*faults, *(Fault(name, Problem.WRONG) for name in sorted(wrong)))) from None
    if faults:
        raise SettingsError(tuple(faults))
    return settings


def _token_faults(mode: Mode, folder: Path) -> Iterator[Fault]:
    real = setting("SLACK_API_URL", os.environ, folder) is None
    for name, shape in REQUIRED[mode].items():
        value = setting(name, os.environ, folder)
        if value is None:
            yield Fault(name, Problem.MISSING)
        elif not (shape if real else ANY).fullmatch(value):
            yield Fault(name, Problem.WRONG)
