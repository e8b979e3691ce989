"""Replies to a question with several readings: it asks back, and shows each reading beside the other."""

from __future__ import annotations

from bot.replies.model import Part, Reply
from bot.replies.naming import inner, joined
from bot.replies.nextsteps import ask
from bot.replies.provenance import context, source_lines
from bot.replies.tables import six_figures
from budget.answers import Answer, ChoiceBody
from budget.model import Credit
from budget.queries import ChoiceQuery

__all__ = ["choice_reply"]

_MOST_IN_TABLE = 4


def choice_reply(answer: Answer, body: ChoiceBody) -> Reply:
    """The question back, a button per reading, and the figures of all readings when they are lines."""
    names = joined([inner(name) for name, _ in body.options], "of")
    query = answer.query
    about_lines = isinstance(query, ChoiceQuery) and not query.policies
    parts: tuple[Part, ...] = ()
    if about_lines and 0 < len(body.lines) <= _MOST_IN_TABLE:
        parts = (six_figures(body.lines, answer.document),)
    return Reply(
        answer.status.value,
        f"Bedoel je {names}?",
        parts,
        (),
        context(answer.document, body.lines[0].scope, Credit.VAK, Credit.VEK) if parts else "",
        source_lines(answer.sources) if parts else (),
        "",
        tuple(ask(name, command) for name, command in body.options),
        (),
    )
