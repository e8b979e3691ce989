"""Replies on announced actions: a list of what the slides announce, with the counted things in front."""

from __future__ import annotations

from bot.replies.announced import EXAMPLE, TWO_LABELS, counted, told
from bot.replies.model import Items, Reply
from bot.replies.naming import asked_as, in_sentence, inner, joined
from bot.replies.nextsteps import ask, help_steps
from bot.replies.provenance import cited, context, document_line, source_lines
from budget.answers import ActionBody, Answer

__all__ = ["action_reply"]

_READ_ALOUD = 3


def _headline(body: ActionBody) -> str:
    where = f" onder {joined([in_sentence(line) for line in body.lines])}" if body.lines else ""
    if not body.actions:
        return f"Het document kondigt{where} geen acties aan."
    if len(body.actions) == 1:
        action = body.actions[0]
        things = counted(action)
        return f"{action.name}: {things}." if things else told(action)
    named = joined([inner(action.name) for action in body.actions[:_READ_ALOUD]])
    total = f"{len(body.actions)} acties staan aangekondigd{where}"
    return f"{total}, onder meer {named}." if len(body.actions) > _READ_ALOUD else f"{total}: {named}."


def action_reply(answer: Answer, body: ActionBody) -> Reply:
    """The announced actions under some lines, in the order of the document."""
    headline = _headline(body)
    rows = tuple((counted(action), told(action), 0) for action in body.actions)
    notes = []
    if any(action.is_example for action in body.actions):
        notes.append(EXAMPLE)
    if any(len(action.lines) > 1 for action in body.actions):
        notes.append(TWO_LABELS)
    steps = tuple(ask(line.name, asked_as(line)) for line in body.lines[:3]) or help_steps()
    return Reply(
        answer.status.value,
        headline,
        (Items("Aangekondigd", rows),) if rows else (),
        tuple(notes),
        context(answer.document, body.lines[0].scope) if body.lines else "",
        source_lines(answer.sources) or (document_line(answer.document),),
        f"{headline.rstrip('.')} {cited(answer)}." if body.actions else "",
        (),
        steps,
    )
