"""The one door: text, who and where go in, a Reply comes out; every way in stands before it, none behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from bot.grammar.followup import Last, remember
from bot.grammar.orders import AboutDigest, Check, Favourites, Follow, Hold, Log, Order, Unfollow, read_order
from bot.handle import Handled, handle
from bot.replies import debate
from bot.replies import orders as said_of
from bot.replies.model import Reply
from bot.slack.digests import Digests
from bot.storage.port import Person, Place
from bot.storage.spoken import KEPT_DAYS, Keeper, Statement
from bot.wiring import House
from budget.queries import HelpQuery
from budget.resolve.text import fold

if TYPE_CHECKING:
    from budget.claims.model import Claim

__all__ = ["Door", "Said"]

_KEPT_ANSWERS: Final = 512
_LONGEST_KEPT: Final = 300  # characters of a question that is kept, or whose answer is
_UNANSWERED: Final = frozenset({"help", "not_found"})


class Said(Struct, frozen=True):
    """What is answered. `command` alone asks it again ("" when nothing does: an order, a follow-up).

    A check is `private`: nothing is kept of it until somebody shares it.
    """

    reply: Reply
    command: str = ""
    last: Last | None = None
    subjects: tuple[str, ...] = ()
    order: bool = False
    private: bool = False
    claims: tuple[Claim, ...] = ()
    announced: str = ""  # what the conversation must be told too, behind the name of who did it


class Door:
    """Answers with one house and one store."""

    def __init__(
        self,
        house: House,
        store: Keeper,
        clock: Callable[[], datetime],
        digests: Digests | None = None,
        kept: timedelta = timedelta(days=KEPT_DAYS),
    ) -> None:
        self.kept = kept
        self.digests = digests
        self.house = house
        self.store = store
        self.clock = clock
        # The same words ask the same thing of everybody: what is pure is made once.
        self._plain = lru_cache(maxsize=_KEPT_ANSWERS)(self._made)

    def plain(self, text: str) -> Said | None:
        """Answer a question on its own, or check a text; None for another order, which needs `ask`.

        It waits for nothing and keeps nothing.
        """
        order = read_order(text)
        if isinstance(order, Check):
            return self.check(order)
        if order is not None:
            return None
        return self._plain(text) if len(text) <= _LONGEST_KEPT else self._made(text)

    async def ask(self, text: str, who: Person, place: Place | None = None, channel: str = "") -> Said:
        """Answer a text of somebody; in a place it goes on about the last subject there, and becomes it.

        `channel` is where it was typed, for the one order that means "here".
        """
        order = read_order(text)
        if isinstance(order, Check):
            return self.check(order)
        if isinstance(order, AboutDigest):
            if self.digests is None:
                return Said(said_of.no_digests(), order=True)
            return Said(await self.digests.carry_out(order.words, who, channel), order=True)
        if isinstance(order, Log):
            return await self._log(order, who, channel)
        if isinstance(order, Hold):
            return Said(debate.only_in_conversation(), order=True)
        if order is not None:
            return await self._carry_out(order, who)
        now = self.clock()
        last = await self.store.last(place, now) if place is not None else None
        said = self._plain(text) if last is None and len(text) <= _LONGEST_KEPT else self._made(text, last)
        if place is not None and said.last is not None:
            await self.store.remember(place, who, said.last, now)
        return said

    def check(self, order: Check) -> Said:
        """Judge the claims of a text; the checker loads with the first one, and no answer waits for it."""
        from bot.replies.checked import checked_reply, nothing_to_check  # noqa: PLC0415
        from budget.claims.check import check  # noqa: PLC0415

        if not any(mark.isalnum() for mark in order.text):
            return Said(nothing_to_check(), order=True, private=True)
        explanation = self.house.catalog.default
        claims = check(order.text, self.house.lexicon, order.said_on)
        subjects = tuple(dict.fromkeys(one for claim in claims for one in claim.subjects))
        return Said(checked_reply(claims, explanation), order.words, None, subjects, private=True, claims=claims)

    async def note(self, said: Said, who: Person) -> None:
        """Keep an answered question among the recent ones of who asked it."""
        if (
            said.command
            and not said.private
            and len(said.command) <= _LONGEST_KEPT
            and said.reply.status not in _UNANSWERED
        ):
            await self.store.asked(who, said.command, self.clock())

    def _made(self, text: str, last: Last | None = None) -> Said:
        handled = handle(text, self.house, last)
        reply = handled.reply
        if isinstance(handled.query, HelpQuery):
            reply = replace(reply, parts=(*reply.parts, said_of.order_items()))
        followed = last is not None and handled.query != handle(text, self.house).query
        return Said(reply, "" if followed else text, remember(handled.answer), _subjects(handled))

    async def _carry_out(self, order: Order, who: Person) -> Said:
        match order:
            case Follow(question):
                reply = await self._follow(question, who)
            case Unfollow(question):
                reply = said_of.unfollowed(question, known=await self.store.unfollow(who, question))
            case Favourites():
                reply = said_of.favourites(await self.store.favourites(who))
            case _:
                await self.store.forget(who)
                if self.digests is not None:
                    await self.digests.forget(who)
                reply = said_of.forgotten()
        return Said(reply, order=True)

    async def _log(self, order: Log, who: Person, channel: str) -> Said:
        """What was judged before in this conversation, and only there; clearing it asks first."""
        now = self.clock()
        said = await self.store.statements(who.team, channel, now - self.kept) if channel else ()
        if not order.clears:
            found = self._about(order.about, said) if order.about else said
            return Said(debate.said_before(found, order.about), order=True)
        if not order.sure or not said:
            return Said(debate.wipe_question(len(said)), order=True)
        gone = await self.store.wipe(who.team, channel)
        return Said(debate.wiped(gone), order=True, announced=debate.cleared(gone))

    def _about(self, about: str, said: tuple[Statement, ...]) -> tuple[Statement, ...]:
        """The statements about a line, or that hold the words."""
        wanted = set(handle(about, self.house).answer.subjects) - {self.house.catalog.default.total.id}
        words = fold(about).strip(" ?.!")
        return tuple([one for one in said if wanted & set(one.subjects) or words in fold(one.quote)])

    async def _follow(self, question: str, who: Person) -> Reply:
        answered = self.plain(question)
        if answered is None or answered.reply.status in _UNANSWERED or len(question) > _LONGEST_KEPT:
            return said_of.not_followed(question, ())
        if answered.reply.status == "ambiguous":
            return said_of.not_followed(question, answered.reply.choices)
        if not await self.store.follow(who, question, self.clock()):
            return said_of.too_many()
        return said_of.followed(question)


def _subjects(handled: Handled) -> tuple[str, ...]:
    return handled.answer.subjects
