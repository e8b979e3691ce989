"""The bytes of one delivery, made once: the digest in each of its forms, or the notice that one did not arrive."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.digest.content import Past, Verdicts, has_news, tell
from bot.digest.model import Subscription
from bot.digest.snapshot import snapshot, write_snapshot
from bot.replies.digest import digest_reply
from bot.replies.model import Reply
from bot.storage.deliveries import Deliveries, Delivery, Payload
from bot.storage.subscribers import Subscribers
from bot.wiring import House

__all__ = ["Dress", "Rendering", "packed"]

Dress = Callable[[Reply], tuple[dict[str, Any], ...]]
"""A Reply as messages of one platform, richest form first."""

_DAY = timedelta(days=1)


def packed(dress: Dress, reply: Reply) -> Payload:
    """A reply as the bytes that are kept and sent."""
    text = json.dumps(dress(reply), ensure_ascii=False, separators=(",", ":"))
    return Payload(text, _sha(text))


class Rendering(Struct, frozen=True):
    """What a digest is made from."""

    house: House
    dress: Dress
    subscribers: Subscribers
    deliveries: Deliveries
    clock: Callable[[], datetime]
    verdicts: Verdicts

    def render(self, key: str) -> None:
        """Make the bytes of a delivery and keep them; one without news ends here when its reader wants only news."""
        row = self.deliveries.get(key)
        if row is None or row.payload or row.kind == "notice":
            return
        one = self.subscribers.get(row.team, row.user)
        if one is None:
            self.deliveries.finish(key, "failed", self.clock(), error="no subscription")
            return
        day = date.fromisoformat(row.day)
        past = self.past(one, day)
        if row.kind == "digest" and one.only_news and not past.missed and self._nothing_new(one, past, day):
            self.deliveries.finish(key, "no_news", self.clock())
            return
        self.deliveries.render(key, self.made(one, past, row))

    def past(self, one: Subscription, day: date) -> Past:
        """What a reader was told before a day, with what was checked in the conversation."""
        shared = self.verdicts.shared(one.team, one.channel, day - _DAY) if one.channel else ()
        return replace(self.subscribers.past(one), verdicts=shared)

    def _nothing_new(self, one: Subscription, past: Past, day: date) -> bool:
        return not has_news(one, self.house.catalog.default, past, day) and not past.verdicts

    def made(self, one: Subscription, past: Past, row: Delivery) -> Payload:
        """The digest of a reader on the day of a delivery."""
        explanation = self.house.catalog.default
        told = tell(one, explanation, past, date.fromisoformat(row.day), asked=row.kind == "asked")
        figures = write_snapshot(snapshot(explanation))
        made = packed(self.dress, digest_reply(told))
        return replace(made, fact=told.fact_id, figures=figures, figures_sha=_sha(figures))


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
