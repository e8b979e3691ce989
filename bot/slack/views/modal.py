"""Modals that show something: an answer, or one sentence; nothing is filled in here."""

from __future__ import annotations

from typing import Any, Final

from bot.replies import slack_texts as words
from bot.slack.escape import mrkdwn, plain

__all__ = ["ANSWER", "answer_modal", "label", "modal", "notice", "said"]

ANSWER: Final = "bbt.answer"


def label(text: str) -> dict[str, Any]:
    """A text object without marks."""
    return {"type": "plain_text", "text": plain(text)}


def said(text: str) -> dict[str, Any]:
    """A section of words that nothing in is read as a mark."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": mrkdwn(text), "verbatim": True}}


def modal(
    title: str, blocks: list[Any], *, callback: str = ANSWER, submit: str = "", about: str = ""
) -> dict[str, Any]:
    """A modal; `submit` is the label of its button when something is filled in, `about` what it remembers."""
    view: dict[str, Any] = {
        "type": "modal",
        "callback_id": callback,
        "title": label(title),
        "close": label(words.CLOSE),
        "private_metadata": about,
        "blocks": blocks,
    }
    if submit:
        view["submit"] = label(submit)
    return view


def answer_modal(blocks: list[Any], note: str = "") -> dict[str, Any]:
    """An answer in a modal, with a sentence above it."""
    return modal(words.TITLE, [said(note), *blocks] if note else blocks)


def notice(text: str) -> dict[str, Any]:
    """One sentence in a modal."""
    return modal(words.TITLE, [said(text)])
