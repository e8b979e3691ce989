"""The app manifest as a typed model of what we write; it registers nothing, people paste it into Slack.

The limits are those of Slack's public manifest schema 2.0.0.
"""

from __future__ import annotations

from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from bot.replies import presentation as words
from bot.slack.access import CHECK_SHORTCUT, COMMAND, EVENTS, SCOPES, SEARCH_SHORTCUT

__all__ = ["Manifest", "Mode", "manifest", "manifest_text"]

Mode = Literal["socket", "http"]

EVENTS_PATH = "/slack/events"  # every request of Slack comes in by this one door
_HEAD = "# Written by `bbt manifest`; a test keeps it current. Paste it at https://api.slack.com/apps?new_app=1\n"

Address = Annotated[str, Field(pattern=r"^https://[^\s/]+", max_length=3_000)]
Words = Annotated[str, Field(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, populate_by_name=True)


class Metadata(_Strict):
    """Which manifest schema this is written for."""

    major_version: Literal[2] = 2


class DisplayInformation(_Strict):
    """How the app presents itself."""

    name: Annotated[str, Field(min_length=1, max_length=35)]
    description: Annotated[str, Field(min_length=1, max_length=140)]
    long_description: Annotated[str, Field(min_length=175, max_length=4_000)]
    background_color: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class AppHome(_Strict):
    """The tabs of the App Home."""

    home_tab_enabled: bool = True
    messages_tab_enabled: bool = True
    messages_tab_read_only_enabled: bool = False


class BotUser(_Strict):
    """The user as which the bot speaks."""

    display_name: Annotated[str, Field(min_length=1, max_length=80)]
    always_online: bool = True


class SlashCommand(_Strict):
    """One command; `url` only over HTTP."""

    command: Annotated[str, Field(pattern=r"^/[a-z0-9_-]+$", max_length=32)]
    url: Address | None = None
    description: Annotated[str, Field(min_length=1, max_length=2_000)]
    usage_hint: Annotated[str, Field(min_length=1, max_length=1_000)]
    should_escape: bool = False


class Shortcut(_Strict):
    """One shortcut, on everything or on a message."""

    name: Annotated[str, Field(min_length=1, max_length=24)]
    type: Literal["global", "message"]
    callback_id: Annotated[str, Field(min_length=1, max_length=255)]
    description: Annotated[str, Field(min_length=1, max_length=150)]


class Prompt(_Strict):
    """A question to begin with."""

    title: Words
    message: Words


class AgentView(_Strict):
    """The bot in the agent view."""

    agent_description: Annotated[str, Field(min_length=1, max_length=300)]
    suggested_prompts: Annotated[list[Prompt], Field(max_length=4)]


class Features(_Strict):
    """The ways in."""

    app_home: AppHome
    bot_user: BotUser
    slash_commands: Annotated[list[SlashCommand], Field(min_length=1, max_length=50)]
    shortcuts: Annotated[list[Shortcut], Field(min_length=1, max_length=10)]
    agent_view: AgentView


class Scopes(_Strict):
    """What the bot token may do."""

    bot: Annotated[list[Annotated[str, Field(max_length=50)]], Field(max_length=255)]


class OauthConfig(_Strict):
    """The permissions."""

    scopes: Scopes


class EventSubscriptions(_Strict):
    """What Slack tells the bot of its own accord."""

    request_url: Address | None = None
    bot_events: Annotated[list[Annotated[str, Field(max_length=50)]], Field(max_length=100)]


class Interactivity(_Strict):
    """Buttons, menus and modals."""

    is_enabled: bool = True
    request_url: Address | None = None
    message_menu_options_url: Address | None = None


class Settings(_Strict):
    """How Slack reaches the bot."""

    event_subscriptions: EventSubscriptions
    interactivity: Interactivity
    org_deploy_enabled: bool = False
    socket_mode_enabled: bool
    token_rotation_enabled: bool = False


class Manifest(_Strict):
    """The whole manifest."""

    metadata: Annotated[Metadata, Field(alias="_metadata")] = Metadata()
    display_information: DisplayInformation
    features: Features
    oauth_config: OauthConfig
    settings: Settings


def _features(url: str | None) -> Features:
    return Features(
        app_home=AppHome(),
        bot_user=BotUser(display_name=words.NAME),
        slash_commands=[
            SlashCommand(command=COMMAND, url=url, description=words.COMMAND_ABOUT, usage_hint=words.COMMAND_HINT)
        ],
        shortcuts=[
            Shortcut(name=words.SEARCH, type="global", callback_id=SEARCH_SHORTCUT, description=words.SEARCH_ABOUT),
            Shortcut(name=words.CHECK, type="message", callback_id=CHECK_SHORTCUT, description=words.CHECK_ABOUT),
        ],
        agent_view=AgentView(
            agent_description=words.AGENT,
            suggested_prompts=[Prompt(title=title, message=asked) for title, asked in words.PROMPTS],
        ),
    )


def manifest(mode: Mode, url: str | None = None) -> dict[str, object]:
    """The manifest of the app as Slack reads it.

    Over HTTP `url` is the public https address of the bot, with or without its path; in Socket Mode it is not used.

    Raises:
        ValueError: HTTP without an https address (pydantic's error when it is malformed).

    """
    door = None
    if mode == "http":
        if not url:
            raise ValueError("http needs url")
        door = url.rstrip("/")
        door = door if door.endswith(EVENTS_PATH) else door + EVENTS_PATH
    made = Manifest(
        display_information=DisplayInformation(
            name=words.NAME, description=words.SHORT, long_description=words.LONG, background_color="#1f2a44"
        ),
        features=_features(door),
        oauth_config=OauthConfig(scopes=Scopes(bot=sorted(SCOPES))),
        settings=Settings(
            event_subscriptions=EventSubscriptions(request_url=door, bot_events=sorted(EVENTS)),
            interactivity=Interactivity(request_url=door, message_menu_options_url=door),
            socket_mode_enabled=mode == "socket",
        ),
    )
    return made.model_dump(mode="json", by_alias=True, exclude_none=True)


def manifest_text(mode: Mode, url: str | None = None) -> str:
    """The manifest as YAML, the form people paste; manifest.yml is this text for Socket Mode.

    Raises:
        ValueError: as `manifest`.

    """
    return _HEAD + yaml.safe_dump(manifest(mode, url), sort_keys=False, allow_unicode=True, width=100)
