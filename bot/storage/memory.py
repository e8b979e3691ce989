"""The store in memory: the twin for tests and for a bot that keeps nothing; it is gone when the process ends."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from bot.grammar.followup import Last
from bot.storage.port import FAVOURITES, RECENTS, REFUSAL_KEPT, SEEN_KEPT, SUBJECT_KEPT, Person, Place
from bot.storage.spoken import Debate, Statement

__all__ = ["MemoryStore"]


class MemoryStore:
    """All of the port in dictionaries; dictionaries keep the order in which their keys came."""

    def __init__(self) -> None:
        self._favourites: dict[Person, dict[str, None]] = {}
        self._recents: dict[Person, dict[str, None]] = {}
        self._lasts: dict[Place, tuple[Person, Last, datetime]] = {}
        self._seen: dict[str, datetime] = {}
        self._refused: dict[str, datetime] = {}
        self._debates: dict[Place, Debate] = {}
        self._statements: list[Statement] = []

    async def favourites(self, who: Person) -> tuple[str, ...]:
        """See Store.favourites."""
        return tuple(reversed(self._favourites.get(who, {})))

    async def follow(self, who: Person, question: str, now: datetime) -> bool:  # noqa: ARG002 - the order is the time
        """See Store.follow."""
        kept = self._favourites.setdefault(who, {})
        if question not in kept and len(kept) >= FAVOURITES:
            return False
        kept.pop(question, None)
        kept[question] = None
        return True

    async def unfollow(self, who: Person, question: str) -> bool:
        """See Store.unfollow."""
        kept = self._favourites.get(who, {})
        found = question in kept
        kept.pop(question, None)
        return found

    async def recents(self, who: Person) -> tuple[str, ...]:
        """See Store.recents."""
        return tuple(reversed(self._recents.get(who, {})))

    async def asked(self, who: Person, question: str, now: datetime) -> None:  # noqa: ARG002 - the order is the time
        """See Store.asked."""
        kept = self._recents.setdefault(who, {})
        kept.pop(question, None)
        kept[question] = None
        if len(kept) > RECENTS:
            del kept[next(iter(kept))]

    async def last(self, place: Place, now: datetime) -> Last | None:
        """See Store.last."""
        kept = self._lasts.get(place)
        return kept[1] if kept is not None and now - kept[2] <= SUBJECT_KEPT else None

    async def remember(self, place: Place, who: Person, last: Last, now: datetime) -> None:
        """See Store.remember."""
        self._lasts = {one: kept for one, kept in self._lasts.items() if now - kept[2] <= SUBJECT_KEPT}
        self._lasts[place] = (who, last, now)

    async def first_time(self, event: str, now: datetime) -> bool:
        """See Store.first_time."""
        while self._seen and now - next(iter(self._seen.values())) > SEEN_KEPT:
            del self._seen[next(iter(self._seen))]
        if event in self._seen:
            return False
        self._seen[event] = now
        return True

    async def refused(self, surface: str, now: datetime) -> bool:
        """See Store.refused."""
        at = self._refused.get(surface)
        return at is not None and now - at <= REFUSAL_KEPT

    async def refuse(self, surface: str, now: datetime) -> None:
        """See Store.refuse."""
        self._refused[surface] = now

    async def forget(self, who: Person) -> None:
        """See Store.forget."""
        self._favourites.pop(who, None)
        self._recents.pop(who, None)
        self._lasts = {place: kept for place, kept in self._lasts.items() if kept[0] != who}

    async def forget_team(self, team: str) -> None:
        """See Store.forget_team."""
        self._favourites = {who: kept for who, kept in self._favourites.items() if who.team != team}
        self._recents = {who: kept for who, kept in self._recents.items() if who.team != team}
        self._lasts = {place: kept for place, kept in self._lasts.items() if place.team != team}
        self._refused = {surface: at for surface, at in self._refused.items() if not surface.startswith(f"{team}:")}
        self._debates = {place: kept for place, kept in self._debates.items() if place.team != team}
        self._statements = [one for one in self._statements if one.place.team != team]

    async def begin_debate(self, debate: Debate) -> bool:
        """See Spoken.begin_debate."""
        return self._debates.setdefault(debate.place, debate) is debate

    async def debate(self, place: Place) -> Debate | None:
        """See Spoken.debate."""
        return self._debates.get(place)

    async def debates(self) -> tuple[Debate, ...]:
        """See Spoken.debates."""
        return tuple(self._debates.values())

    async def set_board(self, place: Place, board: str) -> None:
        """See Spoken.set_board."""
        if place in self._debates:
            self._debates[place] = replace(self._debates[place], board=board)

    async def end_debate(self, place: Place) -> Debate | None:
        """See Spoken.end_debate."""
        return self._debates.pop(place, None)

    async def keep(self, statements: tuple[Statement, ...]) -> None:
        """See Spoken.keep."""
        self._statements += statements
        for one in statements:
            if one.place in self._debates:
                self._debates[one.place] = replace(self._debates[one.place], heard=one.at)

    async def statements(self, team: str, channel: str, since: datetime) -> tuple[Statement, ...]:
        """See Spoken.statements."""
        return tuple([one for one in self._statements if _in(one, team, channel) and one.at >= since])

    async def drop(self, team: str, channel: str, statement: str) -> bool:
        """See Spoken.drop."""
        before = len(self._statements)
        self._statements = [one for one in self._statements if one.id != statement or not _in(one, team, channel)]
        return len(self._statements) < before

    async def wipe(self, team: str, channel: str) -> int:
        """See Spoken.wipe."""
        before = len(self._statements)
        self._statements = [one for one in self._statements if not _in(one, team, channel)]
        return before - len(self._statements)

    async def expire(self, before: datetime) -> None:
        """See Spoken.expire."""
        self._statements = [one for one in self._statements if one.at >= before]

    async def close(self) -> None:
        """See Store.close."""


def _in(statement: Statement, team: str, channel: str) -> bool:
    return (statement.place.team, statement.place.channel) == (team, channel)
