"""Whether the process can answer: data, database and Slack, each asked of its own part; it repairs nothing."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

__all__ = ["Check", "Health", "Part"]


@dataclass(frozen=True, slots=True)
class Part:
    """How one part is doing, with the facts an operator wants."""

    ready: bool
    facts: Mapping[str, object] = field(default_factory=dict)


Check = Callable[[], Awaitable[Part]]


class Health:
    """The parts that must be ready before Slack's requests are welcome."""

    def __init__(self, checks: Mapping[str, Check]) -> None:
        self._checks = dict(checks)
        self.stopping = False

    def add(self, name: str, check: Check) -> None:
        """One more part, known only once the process runs."""
        self._checks[name] = check

    async def ready(self) -> tuple[bool, bytes]:
        """Whether all parts are ready, and all facts as JSON."""
        parts = {name: await check() for name, check in self._checks.items()}
        ready = not self.stopping and all(part.ready for part in parts.values())
        told = {name: {"ready": part.ready, **part.facts} for name, part in parts.items()}
        return ready, json.dumps({"ready": ready, "stopping": self.stopping, **told}).encode()
