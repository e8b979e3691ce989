"""The one road from text to Reply, the same for every face; it reads no clock, waits for nothing and keeps nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bot.grammar.followup import Last, remember
from bot.grammar.parse import parse, understand
from bot.replies.build import build
from bot.replies.followup import say_followed
from budget.engine import answer

if TYPE_CHECKING:
    from bot.replies.model import Reply
    from bot.wiring import House
    from budget.answers import Answer
    from budget.queries import Query

__all__ = ["Handled", "handle", "subject_of"]


class Handled(Struct, frozen=True):
    """What became of a text: how it was understood, the figures, and what a person reads."""

    query: Query
    answer: Answer
    reply: Reply


def handle(text: str, house: House, last: Last | None = None) -> Handled:
    """Answer one text; `last` is what the conversation was about, for a follow-up such as "en waarom?"."""
    understood = understand(text, house.lexicon, last)
    answered = answer(understood.query, house.catalog)
    reply = build(answered)
    if understood.followed:
        reply = say_followed(reply, understood.followed, understood.about)
    return Handled(understood.query, answered, reply)


def subject_of(text: str, house: House) -> Last | None:
    """What a conversation is about after this question; None when it is about nothing in the documents."""
    return remember(answer(parse(text, house.lexicon), house.catalog))
