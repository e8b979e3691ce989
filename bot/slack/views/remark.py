"""The modal "Klopt niet?": a remark about an answer, for who runs the bot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.replies import slack_texts as words
from bot.slack.escape import mrkdwn, shorten
from bot.slack.incoming import Body, Malformed
from bot.slack.views.modal import label, modal, said

__all__ = ["CALLBACK", "REMARK", "remark_in", "remark_message", "remark_modal"]

CALLBACK: Final = "bbt.remark"
REMARK: Final = "bbt.remark.text"
_LONGEST: Final = 1_000
_ANSWER: Final = 1_000


def remark_modal(question: str) -> dict[str, Any]:
    """The modal about the answer to a question, which it remembers."""
    field = {
        "type": "plain_text_input",
        "action_id": REMARK,
        "multiline": True,
        "max_length": _LONGEST,
        "placeholder": label(words.REMARK_PLACEHOLDER),
        "focus_on_load": True,
    }
    blocks = [
        said(words.WRONG_INTRO),
        {"type": "input", "block_id": REMARK, "label": label(words.REMARK_LABEL), "element": field},
    ]
    return modal(words.WRONG_TITLE, blocks, callback=CALLBACK, submit=words.SEND, about=question)


def remark_in(view: Body) -> tuple[str, str]:
    """The question it was about and the remark.

    Raises:
        Malformed: the form is not ours.

    """
    value: object = view
    for name in ("state", "values", REMARK, REMARK, "value"):
        value = value.get(name) if isinstance(value, Mapping) else None
    about = view.get("private_metadata")
    if not isinstance(value, str) or not isinstance(about, str):
        raise Malformed("view.state.values")
    return about, value[:_LONGEST]


def remark_message(user: str, remark: str, question: str, answer: str) -> dict[str, Any]:
    """The message for the operator; the person is named without being called."""
    head, asked, answered, wrong = words.complaint(
        f"<@{user}>", mrkdwn(remark), mrkdwn(shorten(question, _ANSWER)), mrkdwn(shorten(answer, _ANSWER))
    )
    lines = [head, asked, answered]
    blocks = [
        {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}} for text in (*lines, wrong)
    ]
    return {"text": "\n".join((*lines, wrong)), "blocks": blocks}
