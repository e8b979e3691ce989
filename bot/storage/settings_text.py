"""A subscription as JSON and back; what is not of this form is read as none."""

from __future__ import annotations

import json
from datetime import date, time

from bot.digest.model import Mute, Subscription
from bot.storage.engine import moment, stamp

__all__ = ["read_settings", "write_settings"]


def write_settings(one: Subscription) -> str:
    """The JSON of what the columns of its row do not hold."""
    return json.dumps(
        {
            "at": one.at.isoformat("minutes"),
            "zone": one.zone,
            "weekdays": one.weekdays,
            "on": one.on,
            "paused_until": _day(one.paused_until),
            "only_news": one.only_news,
            "skip_holidays": one.skip_holidays,
            "follows": one.follows,
            "mutes": [[mute.line, _day(mute.until)] for mute in one.mutes],
            "owed_from": one.owed_from.isoformat(),
            "changed": stamp(one.changed),
            "trouble": one.trouble,
        }
    )


def read_settings(team: str, user: str, channel: str, text: str) -> Subscription | None:
    """The subscription of a row; None when another version wrote it in another form."""
    try:
        kept = json.loads(text)
        return Subscription(
            team=team,
            user=user,
            channel=channel,
            at=time.fromisoformat(kept["at"]),
            zone=str(kept["zone"]),
            weekdays=tuple(map(int, kept["weekdays"])),
            on=bool(kept["on"]),
            paused_until=_date(kept["paused_until"]),
            only_news=bool(kept["only_news"]),
            skip_holidays=bool(kept["skip_holidays"]),
            follows=tuple(map(str, kept["follows"])),
            mutes=tuple(Mute(str(line), _date(until)) for line, until in kept["mutes"]),
            owed_from=date.fromisoformat(kept["owed_from"]),
            changed=moment(int(kept["changed"])),
            trouble=str(kept["trouble"]),
        )
    except (KeyError, TypeError, ValueError):
        return None


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
