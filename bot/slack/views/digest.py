"""The digest in the Home and the modal in which its settings are filled in; both are read back, nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any, Final

from bot.digest.model import Form, Subscription
from bot.replies import digest_orders as words
from bot.replies.model import Button, Reply
from bot.replies.naming import title
from bot.slack.blocks.kinds import ACTION_PREFIX
from bot.slack.escape import plain, shorten
from bot.slack.incoming import Body, Malformed
from bot.slack.views.modal import label, modal, said
from budget.model import Line

__all__ = ["CALLBACK", "SETTINGS", "digest_blocks", "digest_modal", "filled_in", "no_day"]

CALLBACK: Final = "bbt.digest"
SETTINGS: Final = "bbt.digest.settings"
_AT: Final = "bbt.digest.at"
_DAYS: Final = "bbt.digest.days"
_OPTIONS: Final = "bbt.digest.options"
_FOLLOWS: Final = "bbt.digest.follows"
_TO: Final = "bbt.digest.to"
_PRIVATE, _CHANNEL = "private", "channel"
_MOST_LINES: Final = 100  # options of one menu
_MOST_FOLLOWED: Final = 20
_NEWS, _WORK = "news", "work"
_LABEL: Final = 75


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


def digest_modal(one: Subscription, lines: Sequence[Line]) -> dict[str, Any]:
    """The modal with the settings as they are; `lines` are those that can be followed."""
    at = {"type": "timepicker", "action_id": _AT, "initial_time": f"{one.at:%H:%M}"}
    days = [_option(name, str(day)) for day, name in enumerate(words.DAYS)]
    options = [_option(words.ONLY_NEWS, _NEWS), _option(words.NO_HOLIDAYS, _WORK)]
    chosen = [options[0]] if one.only_news else []
    chosen += [options[1]] if one.skip_holidays else []
    blocks: list[Any] = [
        {"type": "input", "block_id": _AT, "label": label(words.HOUR), "element": at},
        _boxes(_DAYS, words.WEEKDAYS, days, [days[day] for day in one.weekdays]),
        _boxes(_OPTIONS, words.OPTIONS, options, chosen, optional=True),
        _followed(one, lines),
    ]
    if one.channel:
        blocks.append(_target())
    return modal(words.MODAL_TITLE, blocks, callback=CALLBACK, submit=words.KEEP)


def _followed(one: Subscription, lines: Sequence[Line]) -> dict[str, Any]:
    options = [_option(shorten(plain(title(line)), _LABEL), line.id) for line in lines[:_MOST_LINES]]
    element: dict[str, Any] = {
        "type": "multi_static_select",
        "action_id": _FOLLOWS,
        "placeholder": label(words.CHOOSE),
        "options": options,
        "max_selected_items": _MOST_FOLLOWED,
    }
    chosen = [option for option in options if option["value"] in one.follows]
    if chosen:
        element["initial_options"] = chosen
    return {"type": "input", "block_id": _FOLLOWS, "optional": True, "label": label(words.FOLLOWS), "element": element}


def _target() -> dict[str, Any]:
    """Where the digest goes, for one that goes to a channel; another channel is chosen by typing it there."""
    options = [_option(words.TO_CHANNEL, _CHANNEL), _option(words.TO_ME, _PRIVATE)]
    element = {"type": "radio_buttons", "action_id": _TO, "options": options, "initial_option": options[0]}
    return {"type": "input", "block_id": _TO, "label": label(words.TARGET), "element": element}


def _boxes(
    name: str, title: str, options: Sequence[Any], chosen: Sequence[Any], *, optional: bool = False
) -> dict[str, Any]:
    element: dict[str, Any] = {"type": "checkboxes", "action_id": name, "options": list(options)}
    if chosen:
        element["initial_options"] = list(chosen)
    return {"type": "input", "block_id": name, "optional": optional, "label": label(title), "element": element}


def _option(text: str, value: str) -> dict[str, Any]:
    return {"text": label(text), "value": value}


def filled_in(view: Body) -> Form:
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
        follows = _chosen(values, _FOLLOWS)
        target = values[_TO][_TO]["selected_option"]["value"] if _TO in values else _CHANNEL
    except (KeyError, TypeError, ValueError):
        raise Malformed("view.state.values") from None
    return Form(at, days, _NEWS in options, _WORK in options, follows, target == _PRIVATE)


def _chosen(values: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple([str(one["value"]) for one in values[name][name].get("selected_options") or ()])


def no_day() -> dict[str, Any]:
    """The answer to a form in which no day was chosen."""
    return {"response_action": "errors", "errors": {_DAYS: words.NO_DAY}}
