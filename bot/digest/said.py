"""The claims said for all to see in a conversation, as its digest tells them the day after."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.digest.model import BRUSSELS
from bot.replies.echo import echo
from bot.replies.naming import opening
from bot.replies.verdicts import verdict_name
from bot.storage.heard import Heard
from budget.claims.model import Verdict

__all__ = ["SharedVerdicts"]

_MOST: Final = 10  # of one day; all of them are in the log of the conversation


class SharedVerdicts:
    """The log of a conversation by day; a day is one of Brussels, whoever reads."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard

    def shared(self, team: str, channel: str, day: date) -> tuple[tuple[str, str], ...]:
        """See Verdicts.shared; the last ten of the day."""
        start = datetime.combine(day, time(), ZoneInfo(BRUSSELS))
        end = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(BRUSSELS))
        said = [one for one in self._heard.statements(team, channel, start) if one.at < end]
        return tuple([(opening(verdict_name(Verdict(one.verdict))), f"“{echo(one.quote)}”") for one in said[-_MOST:]])
