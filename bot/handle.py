"""The one road from text to Reply, the same for every face; it reads no clock, waits for nothing and keeps nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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


class Handled(NamedTuple):
    """What became of a text: how it was understood, the figures, and what a person reads."""

    query: Query
    answer: Answer
    reply: Reply


def handle(text: str, house: House, last: Last | None = None) -> Handled:
    """Answer one text; `last` is what the conversation was about, for a follow-up such as "en waarom?"."""
    query, followed, about = understand(text, house.lexicon, last)
    answered = answer(query, house.catalog)
    reply = build(answered)
    return Handled(query, answered, say_followed(reply, followed, about) if followed else reply)


def subject_of(text: str, house: House) -> Last | None:
    """What a conversation is about after this question; None when it is about nothing in the documents."""
    return remember(answer(parse(text, house.lexicon), house.catalog))
