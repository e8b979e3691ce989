"""What can become of a message to Slack, as facts; and the port by which one is posted, sought and addressed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from msgspec import Struct

__all__ = ["Absent", "Closed", "Found", "Post", "Refused", "Slow", "Unreached", "Unsure", "Unwelcome"]


class Found(Struct, frozen=True):
    """It is there, under this id: just posted, or found in the history."""

    remote: str


class Absent(Struct, frozen=True):
    """It is not in the history."""


class Closed(Struct, frozen=True):
    """The history may not be read."""


class Slow(Struct, frozen=True):
    """Too many requests: it was not taken, and nothing may be asked before so many seconds."""

    seconds: int


class Refused(Struct, frozen=True):
    """Slack will not take this form of the message."""

    error: str


class Unwelcome(Struct, frozen=True):
    """Nothing can be delivered to this conversation any more."""

    error: str


class Unreached(Struct, frozen=True):
    """Slack was not reached: nothing can have been posted."""

    error: str


class Unsure(Struct, frozen=True):
    """It may have been posted or not."""

    error: str


class Post(Protocol):
    """Slack, as a delivery needs it; nothing is tried twice behind it."""

    def post(
        self, channel: str, key: str, payload: Mapping[str, Any]
    ) -> Found | Slow | Refused | Unwelcome | Unreached | Unsure:
        """Post a message with its key in the metadata."""

    def find(self, channel: str, key: str, since: datetime) -> Found | Absent | Closed | Slow | Unsure | Unwelcome:
        """Seek the message with a key among those since a moment."""

    def open(self, user: str) -> str | Slow | Unsure | Unwelcome:
        """The conversation of a direct message to a person."""
