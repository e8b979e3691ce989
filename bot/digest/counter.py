"""Carries out what somebody asks of her digest; an order that is wrong leaves everything as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final, Protocol

from msgspec import Struct
from msgspec.structs import replace

from bot.digest.content import tell
from bot.digest.due import Holiday, key, today
from bot.digest.edit import begun, edited
from bot.digest.model import BRUSSELS, Form, Mute, Subscription
from bot.digest.plan import Planning, asked_key
from bot.digest.render import Rendering
from bot.grammar import digest as orders
from bot.grammar.digest import DigestOrder, read_digest
from bot.replies import digest_orders as said
from bot.replies.digest import digest_reply
from bot.replies.model import Reply
from bot.storage.deliveries import Deliveries, Planned
from bot.storage.subscribers import Subscribers

__all__ = ["Asked", "Counter", "Find", "Found"]

_NOW: Final = timedelta(minutes=30)
_AGAIN: Final = timedelta(hours=4)
_MOST: Final = 20  # lines one reader follows


class Found(Struct, frozen=True):
    """What a subject is: one line, or the names it may have meant."""

    line: str = ""
    name: str = ""
    nearest: tuple[str, ...] = ()


class Find(Protocol):
    """Seeks a subject as people type it."""

    def __call__(self, subject: str) -> Found:
        """The line a subject stands for."""


class Asked(Struct, frozen=True):
    """Who asks, in which conversation ("" for a direct message or the Home), and her time zone if it is known."""

    team: str
    user: str
    channel: str = ""
    zone: str = BRUSSELS


class Counter(Struct, frozen=True):
    """Where digests are ordered, over one database."""

    subscribers: Subscribers
    deliveries: Deliveries
    planning: Planning
    rendering: Rendering
    holiday: Holiday
    find: Find
    clock: Callable[[], datetime]

    def known(self, team: str, user: str) -> Subscription | None:
        """The subscription of a person, without a pause that is over; None when there is none."""
        one = self.subscribers.get(team, user)
        if one is not None and one.paused_until is not None and one.paused_until <= today(self.clock(), one.zone):
            return replace(one, paused_until=None)
        return one

    def forget(self, team: str, user: str) -> None:
        """Remove everything about a person's digest."""
        self.subscribers.drop(team, user)

    def forget_team(self, team: str) -> None:
        """Remove everything of a workspace."""
        self.subscribers.drop_team(team)

    def shown(self, asked: Asked) -> tuple[Subscription, Reply]:
        """How the digest of a person stands (as it would begin when there is none), and what to say about it."""
        one = self.known(asked.team, asked.user)
        return one or self._fresh(asked), said.status(one, self._names(one))

    def configure(self, asked: Asked, form: Form) -> Reply:
        """Keep all settings of a form at once; the digest is on from then."""
        lines = self.rendering.house.catalog.default.lines
        one = self.known(asked.team, asked.user)
        new = replace(
            one or self._fresh(asked),
            at=form.at,
            weekdays=form.weekdays,
            only_news=form.only_news,
            skip_holidays=form.skip_holidays,
            follows=tuple([line for line in form.follows if line in lines][:_MOST]),
            on=True,
            trouble="",
        )
        if form.private:
            new = replace(new, channel="")
        return self._kept(one, new if one is not None else begun(new, self.clock()))

    def moves_to(self, text: str, asked: Asked) -> bool:
        """Whether an order sends the digest to the conversation it is typed in: then the bot must be in there."""
        return bool(asked.channel) and isinstance(read_digest(text, self._today(asked)), orders.Here)

    def carry_out(self, text: str, asked: Asked) -> Reply:
        """Carry out what stands behind "digest" and say what became of it."""
        order = read_digest(text, self._today(asked))
        if isinstance(order, orders.Unread):
            return said.unread(order.wanted, order.heard)
        one = self.known(asked.team, asked.user)
        if isinstance(order, orders.Show):
            return said.status(one, self._names(one))
        if isinstance(order, orders.TurnOn):
            return self._on(one, order, asked)
        if isinstance(order, orders.Preview):
            return self._preview(one or self._fresh(asked))
        if isinstance(order, orders.Here | orders.Personal) and one is None:
            return self._on(None, orders.TurnOn(), asked, here=isinstance(order, orders.Here))
        if one is None or (not one.on and isinstance(order, orders.TurnOff)):
            return said.none_yet()
        return self._change(one, order, asked)

    def _today(self, asked: Asked) -> date:
        one = self.known(asked.team, asked.user)
        return today(self.clock(), asked.zone if one is None else one.zone)

    def _fresh(self, asked: Asked) -> Subscription:
        now = self.clock()
        return Subscription(asked.team, asked.user, today(now, asked.zone), now, zone=asked.zone)

    def _on(self, one: Subscription | None, order: orders.TurnOn, asked: Asked, *, here: bool = False) -> Reply:
        if one is None:
            channel = asked.channel if here else ""
            new = _with(replace(self._fresh(asked), channel=channel), order)
            new = begun(new, self.clock())
            return self._kept(None, new)
        new = _with(replace(one, on=True, paused_until=None, trouble=""), order)
        if new == one:
            return said.same(one, self._names(one))
        return self._kept(one, new)

    def _change(self, one: Subscription, order: DigestOrder, asked: Asked) -> Reply:
        new = _set(one, order, asked)
        if new is not None:
            return self._kept(one, new)
        match order:
            case orders.TurnOff():
                self._kept(one, replace(one, on=False))
                self.deliveries.withdraw(one.team, one.user, self.clock())
                return said.off()
            case orders.Follow(subject) | orders.Unfollow(subject):
                return self._follow(one, subject, wanted=isinstance(order, orders.Follow))
            case orders.Quiet(subject, until):
                return self._quiet(one, subject, until)
            case orders.Resend(day):
                now = self.clock()
                return said.again(done=self.deliveries.again(key(one.id, day), now, now + _AGAIN))
            case _:
                return self._send_now(one)

    def _kept(self, old: Subscription | None, new: Subscription) -> Reply:
        """Keep a subscription with what it owes from now on, or say whose digest its channel has already."""
        if old is not None:
            self.planning.settle(old)  # what was owed until now stays owed
            new = edited(old, new, self.clock(), self.holiday)
        return said.taken() if self.subscribers.put(new) else said.set_to(new, self._names(new), first=old is None)

    def _follow(self, one: Subscription, subject: str, *, wanted: bool) -> Reply:
        found = self.find(subject)
        if not found.line:
            return said.unknown(subject, found.nearest, wanted=wanted)
        mutes = tuple(mute for mute in one.mutes if mute.line != found.line)
        others = tuple(line for line in one.follows if line != found.line)
        if wanted and len(others) >= _MOST:
            return said.too_many()
        known = found.line in one.follows
        if not wanted and not known:
            # Who follows nothing gets the whole: what she does not want to hear of stays out of it.
            self.subscribers.put(replace(one, mutes=(*mutes, Mute(found.line))))
            return said.followed(found.name, wanted=False, known=False)
        follows = (*others, found.line) if wanted and not known else one.follows if wanted else others
        self.subscribers.put(replace(one, follows=follows, mutes=mutes))
        return said.followed(found.name, wanted=wanted, known=known)

    def _quiet(self, one: Subscription, subject: str, until: date) -> Reply:
        found = self.find(subject)
        if not found.line:
            return said.unknown(subject, found.nearest, wanted=False)
        mutes = tuple(mute for mute in one.mutes if mute.line != found.line)
        self.subscribers.put(replace(one, mutes=(*mutes, Mute(found.line, until))))
        return said.quiet(found.name, until)

    def _send_now(self, one: Subscription) -> Reply:
        now = self.clock()
        day = today(now, one.zone).isoformat()
        row = Planned(asked_key(one, now), "asked", one.team, one.user, day, one.channel, now, now + _NOW)
        self.deliveries.plan((row,), now)
        return said.on_its_way(one.channel)

    def _preview(self, one: Subscription) -> Reply:
        day = today(self.clock(), one.zone)
        told = tell(one, self.rendering.house.catalog.default, self.rendering.past(one, day), day)
        return said.preview(digest_reply(told))

    def _names(self, one: Subscription | None) -> tuple[str, ...]:
        lines = self.rendering.house.catalog.default.lines
        return () if one is None else tuple(lines[line].name for line in one.follows if line in lines)


def _set(one: Subscription, order: DigestOrder, asked: Asked) -> Subscription | None:
    """The subscription with one setting changed; None for an order that is no setting."""
    match order:
        case orders.Pause(until):
            return replace(one, paused_until=until)
        case orders.Here():
            return replace(one, channel=asked.channel)
        case orders.Personal():
            return replace(one, channel="")
        case orders.OnlyNews(wanted):
            return replace(one, only_news=wanted)
        case orders.Holidays(wanted):
            return replace(one, skip_holidays=not wanted)
        case _:
            return None


def _with(one: Subscription, order: orders.TurnOn) -> Subscription:
    at = one.at if order.at is None else order.at
    return replace(one, at=at, weekdays=one.weekdays if order.days is None else order.days)
