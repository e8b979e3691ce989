"""The modal "Zoek in de BBT": a menu that searches while one types, and a line for a question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.replies import slack_texts as words
from bot.slack.incoming import Body, Malformed
from bot.slack.views.modal import label, modal

__all__ = ["CALLBACK", "FIND", "QUESTION", "chosen", "nothing_chosen", "search_modal"]

CALLBACK: Final = "bbt.search"
FIND: Final = "bbt.find"
QUESTION: Final = "bbt.question"
_LONGEST: Final = 300


def search_modal() -> dict[str, Any]:
    """The modal as it opens."""
    find = {
        "type": "external_select",
        "action_id": FIND,
        "placeholder": label(words.SEARCH_PLACEHOLDER),
        "min_query_length": 0,
        "focus_on_load": True,
    }
    question = {
        "type": "plain_text_input",
        "action_id": QUESTION,
        "placeholder": label(words.ASK_PLACEHOLDER),
        "max_length": _LONGEST,
    }
    blocks = [
        {"type": "input", "block_id": FIND, "optional": True, "label": label(words.SEARCH_LABEL), "element": find},
        {"type": "input", "block_id": QUESTION, "optional": True, "label": label(words.ASK_LABEL), "element": question},
    ]
    return modal(words.SEARCH_TITLE, blocks, callback=CALLBACK, submit=words.SEARCH_GO)


def chosen(view: Body) -> str:
    """The question that was filled in: what was typed, else what was chosen; "" for neither.

    Raises:
        Malformed: the form is not ours.

    """
    state = view.get("state")
    values = state.get("values") if isinstance(state, Mapping) else None
    if not isinstance(values, Mapping):
        raise Malformed("view.state.values")
    typed = _field(values, QUESTION).get("value")
    if isinstance(typed, str) and typed.strip():
        return typed.strip()
    option = _field(values, FIND).get("selected_option")
    value = option.get("value") if isinstance(option, Mapping) else None
    return value if isinstance(value, str) else ""


def nothing_chosen() -> dict[str, Any]:
    """The answer to a form in which nothing was filled in."""
    return {"response_action": "errors", "errors": {QUESTION: words.NOTHING_CHOSEN}}


def _field(values: Mapping[Any, Any], name: str) -> Mapping[Any, Any]:
    block = values.get(name)
    field = block.get(name) if isinstance(block, Mapping) else None
    return field if isinstance(field, Mapping) else {}
