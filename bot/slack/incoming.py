"""Slack's payloads read into who asks, where, and by which way; what lacks what we need is Malformed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal

from msgspec import Struct

from bot.storage.port import Person, Place

__all__ = ["Body", "Incoming", "Kind", "Malformed", "command", "event", "interaction", "kind_of", "text_at"]

Body = Mapping[str, Any]
Kind = Literal["command", "event", "action", "submission", "suggestion", "shortcut", "other"]

_KINDS: Final[Mapping[str, Kind]] = {
    "event_callback": "event",
    "block_actions": "action",
    "view_submission": "submission",
    "block_suggestion": "suggestion",
    "shortcut": "shortcut",
    "message_action": "shortcut",
}


class Malformed(ValueError):  # noqa: N818 - a reading fails, that is no fault of ours
    """A payload that Slack would not send: `field` lacks or is of another type."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class Incoming(Struct, frozen=True):
    """One request: who, where, and how to answer. Fields a way in does not have are empty."""

    kind: Kind
    who: Person
    channel: str = ""
    thread: str = ""  # of the message, "" outside threads
    response_url: str = ""
    trigger: str = ""
    private: bool = False  # only who asked sees what was pressed
    view: str = ""  # id of the modal or Home
    view_hash: str = ""
    surface: Literal["message", "modal", "home"] = "message"

    @property
    def direct(self) -> bool:
        """Whether it is a direct message with the bot."""
        return self.channel.startswith("D")

    @property
    def place(self) -> Place | None:
        """The conversation that keeps a subject: a direct message or a thread; None elsewhere."""
        if not self.channel or not (self.direct or self.thread):
            return None
        return Place(self.who.team, self.channel, self.thread)


def text_at(body: Body, *path: str, needed: bool = True) -> str:
    """The text at a path of fields; "" when it lacks and is not needed.

    Raises:
        Malformed: it lacks, or something else stands there.

    """
    value: object = body
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    if value is None and not needed:
        return ""
    if not isinstance(value, str):
        raise Malformed(".".join(path))
    return value


def kind_of(body: Body) -> Kind:
    """By which way it came in."""
    if "command" in body:
        return "command"
    kind = body.get("type")
    return _KINDS.get(kind, "other") if isinstance(kind, str) else "other"


def command(body: Body) -> Incoming:
    """Read a slash command.

    Raises:
        Malformed: it has no team, user or response address.

    """
    return Incoming(
        "command",
        Person(text_at(body, "team_id"), text_at(body, "user_id")),
        channel=text_at(body, "channel_id", needed=False),
        response_url=text_at(body, "response_url"),
        trigger=text_at(body, "trigger_id", needed=False),
        private=True,
    )


def event(body: Body) -> Incoming:
    """Read an event of a person: a mention, a direct message, an opened Home.

    Raises:
        Malformed: it has no team or user.

    """
    said = body.get("event")
    if not isinstance(said, Mapping):
        raise Malformed("event")
    channel = text_at(said, "channel", needed=False)
    thread = text_at(said, "thread_ts", needed=False)
    if not thread and channel and not channel.startswith("D"):
        thread = text_at(said, "ts", needed=False)  # the answer opens a thread below the mention
    return Incoming("event", Person(text_at(body, "team_id"), text_at(said, "user")), channel=channel, thread=thread)


def interaction(body: Body) -> Incoming:
    """Read a click, a submitted form, a search in a menu or a shortcut.

    Raises:
        Malformed: it has no team or user.

    """
    team = text_at(body, "team", "id", needed=False) or text_at(body, "user", "team_id")
    container = body.get("container")
    box: Body = container if isinstance(container, Mapping) else {}
    shown = body.get("view")
    view: Body = shown if isinstance(shown, Mapping) else {}
    surface: Literal["message", "modal", "home"] = "message"
    if view:
        surface = "home" if view.get("type") == "home" else "modal"
    return Incoming(
        kind_of(body),
        Person(team, text_at(body, "user", "id")),
        channel=text_at(body, "channel", "id", needed=False) or text_at(box, "channel_id", needed=False),
        thread=text_at(box, "thread_ts", needed=False) or text_at(body, "message", "thread_ts", needed=False),
        response_url=text_at(body, "response_url", needed=False),
        trigger=text_at(body, "trigger_id", needed=False),
        # A local Slack marks the message itself and leaves the container saying it is not ephemeral.
        private=box.get("is_ephemeral") is True or text_at(body, "message", "subtype", needed=False) == "ephemeral",
        view=text_at(view, "id", needed=False),
        view_hash=text_at(view, "hash", needed=False),
        surface=surface,
    )
