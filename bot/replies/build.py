"""From an Answer to its Dutch Reply: picks the one module per kind of body; it writes no sentence itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.replies.action import action_reply
from bot.replies.audit import audit_reply
from bot.replies.choice import choice_reply
from bot.replies.compare import compare_reply
from bot.replies.figure import figure_reply
from bot.replies.glossary import glossary_reply
from bot.replies.help import help_reply
from bot.replies.lookup import lookup_reply
from bot.replies.model import Reply
from bot.replies.nature import nature_reply
from bot.replies.picked import causes_reply
from bot.replies.policy import policy_reply
from bot.replies.rank import rank_reply
from bot.replies.reason import reason_reply
from bot.replies.refusal import not_found_reply, refusal_reply
from bot.replies.rest import rest_reply
from bot.replies.search import search_reply
from bot.replies.share import share_reply
from bot.replies.source import source_reply
from bot.replies.structure import structure_reply
from bot.replies.total import arithmetic_reply, sum_reply
from budget.answers import (
    ActionBody,
    Answer,
    ArithmeticBody,
    AuditBody,
    CausesBody,
    ChoiceBody,
    CompareBody,
    FigureBody,
    GlossaryBody,
    HelpBody,
    LookupBody,
    NatureBody,
    PolicyBody,
    RankBody,
    ReasonBody,
    RefusalBody,
    RestBody,
    SearchBody,
    ShareBody,
    SourceBody,
    Status,
    StructureBody,
    SumBody,
)
from budget.queries import ReasonCode

__all__ = ["build"]

# Any: the type of a body chooses its own writer, which the key of this table guarantees.
_WRITERS: dict[type[Any], Callable[[Answer, Any], Reply]] = {
    FigureBody: figure_reply,
    ReasonBody: reason_reply,
    PolicyBody: policy_reply,
    ActionBody: action_reply,
    NatureBody: nature_reply,
    CausesBody: causes_reply,
    RestBody: rest_reply,
    RankBody: rank_reply,
    CompareBody: compare_reply,
    ShareBody: share_reply,
    SumBody: sum_reply,
    ArithmeticBody: arithmetic_reply,
    StructureBody: structure_reply,
    GlossaryBody: glossary_reply,
    SourceBody: source_reply,
    LookupBody: lookup_reply,
    AuditBody: audit_reply,
    SearchBody: search_reply,
    ChoiceBody: choice_reply,
    RefusalBody: refusal_reply,
    HelpBody: help_reply,
}


def build(answer: Answer) -> Reply:
    """The reply to an answer, whatever its kind; a not_found answer always becomes a refusal without figures."""
    body = answer.body
    if answer.status is Status.NOT_FOUND and not isinstance(body, RefusalBody):
        return not_found_reply(answer, answer.reason_code or ReasonCode.NOT_IN_DOCUMENT, "", ())
    return _WRITERS[type(body)](answer, body)
