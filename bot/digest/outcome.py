"""What can become of a message to Slack, as facts; and the port by which one is posted, sought and addressed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

__all__ = ["Absent", "Closed", "Found", "Post", "Refused", "Slow", "Unreached", "Unsure", "Unwelcome"]


@dataclass(frozen=True, slots=True)
class Found:
    """It is there, under this id: just posted, or found in the history."""

    remote: str


@dataclass(frozen=True, slots=True)
class Absent:
    """It is not in the history."""


@dataclass(frozen=True, slots=True)
class Closed:
    """The history may not be read."""


@dataclass(frozen=True, slots=True)
class Slow:
    """Too many requests: it was not taken, and nothing may be asked before so many seconds."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Slack will not take this form of the message."""

    error: str


@dataclass(frozen=True, slots=True)
class Unwelcome:
    """Nothing can be delivered to this conversation any more."""

    error: str


@dataclass(frozen=True, slots=True)
class Unreached:
    """Slack was not reached: nothing can have been posted."""

    error: str


@dataclass(frozen=True, slots=True)
class Unsure:
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
