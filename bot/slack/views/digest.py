"""The digest in the Home and the modal in which its settings are filled in; both are read back, nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any, Final

from bot.digest.model import Subscription
from bot.replies import digest_orders as words
from bot.replies.model import Button, Reply
from bot.slack.blocks.kinds import ACTION_PREFIX
from bot.slack.escape import plain, shorten
from bot.slack.incoming import Body, Malformed
from bot.slack.views.modal import label, modal, said

__all__ = ["CALLBACK", "SETTINGS", "Filled", "digest_blocks", "digest_modal", "filled_in", "no_day"]

CALLBACK: Final = "bbt.digest"
SETTINGS: Final = "bbt.digest.settings"
_AT: Final = "bbt.digest.at"
_DAYS: Final = "bbt.digest.days"
_OPTIONS: Final = "bbt.digest.options"
_NEWS, _WORK = "news", "work"
_LABEL: Final = 75

Filled = tuple[time, tuple[int, ...], bool, bool]
"""Hour, weekdays, only with news, not on holidays."""


def digest_blocks(reply: Reply) -> list[Any]:
    """How the digest stands and what can be done with it, for the Home."""
    steps = [_button(f"digest.{at}", step) for at, step in enumerate(reply.buttons)]
    open_ = {"type": "button", "action_id": SETTINGS, "text": label(words.SETTINGS), "value": "open"}
    return [said(" ".join((reply.headline, *reply.notes))), {"type": "actions", "elements": [*steps, open_]}]


def _button(place: str, step: Button) -> dict[str, Any]:
    return {
        "type": "button",
        "action_id": f"{ACTION_PREFIX}{place}",
        "text": label(shorten(plain(step.label), _LABEL)),
        "value": step.command,
    }


def digest_modal(one: Subscription) -> dict[str, Any]:
    """The modal with the settings as they are."""
    at = {"type": "timepicker", "action_id": _AT, "initial_time": f"{one.at:%H:%M}"}
    days = [_option(name, str(day)) for day, name in enumerate(words.DAYS)]
    options = [_option(words.ONLY_NEWS, _NEWS), _option(words.NO_HOLIDAYS, _WORK)]
    chosen = [options[0]] if one.only_news else []
    chosen += [options[1]] if one.skip_holidays else []
    blocks: list[Any] = [
        {"type": "input", "block_id": _AT, "label": label(words.HOUR), "element": at},
        _boxes(_DAYS, words.WEEKDAYS, days, [days[day] for day in one.weekdays]),
        _boxes(_OPTIONS, words.OPTIONS, options, chosen, optional=True),
    ]
    return modal(words.MODAL_TITLE, blocks, callback=CALLBACK, submit=words.KEEP)


def _boxes(
    name: str, title: str, options: Sequence[Any], chosen: Sequence[Any], *, optional: bool = False
) -> dict[str, Any]:
    element: dict[str, Any] = {"type": "checkboxes", "action_id": name, "options": list(options)}
    if chosen:
        element["initial_options"] = list(chosen)
    return {"type": "input", "block_id": name, "optional": optional, "label": label(title), "element": element}


def _option(text: str, value: str) -> dict[str, Any]:
    return {"text": label(text), "value": value}


def filled_in(view: Body) -> Filled:
    """What was filled in.

    Raises:
        Malformed: the form is not ours.

    """
    state = view.get("state")
    values = state.get("values") if isinstance(state, Mapping) else None
    if not isinstance(values, Mapping):
        raise Malformed("view.state.values")
    try:
        at = time.fromisoformat(values[_AT][_AT]["selected_time"])
        days = tuple(sorted({int(day) for day in _chosen(values, _DAYS)} & set(range(7))))
        options = _chosen(values, _OPTIONS)
    except (KeyError, TypeError, ValueError):
        raise Malformed("view.state.values") from None
    return at, days, _NEWS in options, _WORK in options


def _chosen(values: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple([str(one["value"]) for one in values[name][name].get("selected_options") or ()])


def no_day() -> dict[str, Any]:
    """The answer to a form in which no day was chosen."""
    return {"response_action": "errors", "errors": {_DAYS: words.NO_DAY}}
