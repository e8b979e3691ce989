"""The one outer handler: what was not foreseen is told in Dutch where it was asked, and logged under the same code.

A log line holds where it went wrong and of what kind it was; never what was asked, never a token.
"""

from __future__ import annotations

import traceback
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from msgspec import Struct
from slack_bolt.response import BoltResponse
from structlog.stdlib import BoundLogger

from bot.replies import slack_texts as words
from bot.slack.background import Background
from bot.slack.incoming import Incoming, Malformed
from bot.slack.views.modal import notice

__all__ = ["Faults"]

_FRAMES = 6


class Faults(Struct, frozen=True):
    """Tells and logs; `apologise` sends words to where somebody asked."""

    log: BoundLogger
    background: Background
    reference: Callable[[], str]
    apologise: Callable[[Incoming, str], Awaitable[None]]

    def begin(self, work: Coroutine[object, object, None], incoming: Incoming) -> None:
        """Begin work off the critical path; a fault in it is told where it was asked."""
        self.background.begin(self._watched(work, incoming))

    def begin_quietly(self, work: Coroutine[object, object, None], kind: str) -> None:
        """Begin work that comes after an answer; a fault in it is only logged: who asked lacks nothing."""
        self.background.begin(self._logged(work, kind))

    async def told(self, work: Coroutine[object, object, BoltResponse], incoming: Incoming | None) -> BoltResponse:
        """What the work answers, or what Slack gets back for a fault in it."""
        try:
            return await work
        except Exception as error:  # noqa: BLE001 - the outer handler of the slash command, as Bolt has one for the rest
            return self.answer(error, incoming)

    def note(self, error: Exception, kind: str) -> str:
        """Log a fault and give its code."""
        code = self.reference()
        frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
        where = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames]
        self.log.error("slack.fault", reference=code, kind=kind, error=type(error).__name__, where=where)
        return code

    def answer(self, error: Exception, incoming: Incoming | None) -> BoltResponse:
        """What Slack gets back for a request that went wrong: never a 5xx, which it would only send again."""
        if isinstance(error, Malformed):
            self.log.warning("slack.malformed", field=error.field)
            return BoltResponse(status=400, body={"error": "malformed"})
        if incoming is None:
            return BoltResponse(status=400, body={"error": self.note(error, "unread")})
        said = words.fault(self.note(error, incoming.kind))
        match incoming.kind:
            case "command":
                body: dict[str, Any] = {"response_type": "ephemeral", "replace_original": False, "text": said}
                return BoltResponse(status=200, body=body)
            case "submission":
                return BoltResponse(status=200, body={"response_action": "update", "view": notice(said)})
            case "suggestion":
                return BoltResponse(status=200, body={"options": []})
            case _:
                self.background.begin(self._apology(incoming, said))
                return BoltResponse(status=200, body="")

    async def _watched(self, work: Coroutine[object, object, None], incoming: Incoming) -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001 - the outer handler of all that runs behind an ack
            await self._apology(incoming, words.fault(self.note(error, incoming.kind)))

    async def _logged(self, work: Coroutine[object, object, None], kind: str) -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001 - as above, behind an answer that was given
            self.note(error, kind)

    async def _apology(self, incoming: Incoming, said: str) -> None:
        try:
            await self.apologise(incoming, said)
        except Exception as error:  # noqa: BLE001 - when even this cannot be said, the log still tells
            self.note(error, "apology")
