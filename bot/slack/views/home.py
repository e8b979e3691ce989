"""The App Home: a line to ask in, favourites, recent questions, what is loaded, and help; no tables and no charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.grammar.orders import ORDER_EXAMPLES, Forget
from bot.replies import slack_texts as words
from bot.replies.digest_orders import HOME_TITLE as DIGEST_TITLE
from bot.replies.model import Reply
from bot.replies.presentation import PROMPTS
from bot.slack.blocks.kinds import ACTION_PREFIX
from bot.slack.dress import ORDER
from bot.slack.escape import plain, shorten
from bot.slack.incoming import Body
from bot.slack.views.digest import digest_blocks
from bot.slack.views.modal import label, said

__all__ = ["HOME_ASK", "home", "typed_in_home"]

HOME_ASK: Final = "bbt.home.ask"
_LABEL: Final = 75
_VALUE: Final = 2_000
_HELP: Final = PROMPTS[-1][1]


def home(
    favourites: Sequence[str], recents: Sequence[str], status: Sequence[str], digest: Reply | None = None
) -> dict[str, Any]:
    """The whole Home of one person; `digest` is how her digest stands (None: there are no digests here)."""
    blocks: list[Any] = [_header(words.HOME_TITLE), said(words.HOME_INTRO), _ask_line()]
    if digest is not None:
        blocks += [_header(DIGEST_TITLE), *digest_blocks(digest)]
    blocks += [_header(words.FAVOURITES), *(_questions(favourites, "fav") or [said(words.NO_FAVOURITES)])]
    blocks += [_header(words.RECENTS), *(_questions(recents, "rec") or [said(words.NO_RECENTS)])]
    first = [_button(f"try.{at}", title, asked) for at, (title, asked) in enumerate(PROMPTS[:-1])]
    blocks += [_header(words.TRY), {"type": "actions", "elements": first}]
    blocks += [_header(words.STATUS), *[said(line) for line in status]]
    forget = {
        **_button("forget", words.FORGET, ORDER_EXAMPLES[Forget]),
        "action_id": ORDER,
        "style": "danger",
        "confirm": {
            "title": label(words.FORGET_TITLE),
            "text": label(words.FORGET_WARNING),
            "confirm": label(words.FORGET_CONFIRM),
            "deny": label(words.FORGET_DENY),
        },
    }
    blocks += [{"type": "divider"}, {"type": "actions", "elements": [_button("help", words.HELP, _HELP), forget]}]
    return {"type": "home", "callback_id": "bbt.home", "blocks": blocks}


def typed_in_home(action: Body) -> str:
    """The question typed in the Home; "" when there is none."""
    value = action.get("value")
    return value.strip() if isinstance(value, str) else ""


def _header(text: str) -> Mapping[str, Any]:
    return {"type": "header", "text": label(text)}


def _ask_line() -> Mapping[str, Any]:
    element = {
        "type": "plain_text_input",
        "action_id": HOME_ASK,
        "placeholder": label(words.ASK_PLACEHOLDER),
        "max_length": 300,
        "dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed"]},
    }
    return {"type": "input", "dispatch_action": True, "label": label(words.SEARCH_TITLE), "element": element}


def _button(place: str, text: str, question: str) -> dict[str, Any]:
    return {
        "type": "button",
        "action_id": f"{ACTION_PREFIX}{place}",
        "text": label(shorten(plain(text), _LABEL)),
        "value": question,
    }


def _questions(questions: Sequence[str], name: str) -> list[Any]:
    buttons = [_button(f"{name}.{at}", one, one) for at, one in enumerate(questions) if plain(one).strip()]
    return [{"type": "actions", "elements": buttons}] if buttons else []
