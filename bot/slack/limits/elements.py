"""Limits of what people press, choose and fill in: buttons, menus, inputs, images; blocks are not known here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from bot.slack.limits.report import Report

__all__ = ["IN_ACTIONS", "IN_INPUT", "IN_SECTION", "button", "element", "image", "option_lists"]

_LABEL: Final = 75
_OPTION_VALUE: Final = 150
_BUTTON_VALUE: Final = 2_000
_ADDRESS: Final = 3_000
_ALT: Final = 2_000
_PLACEHOLDER: Final = 150
_INPUT: Final = 3_000
_OPTIONS: Final = 100
_CHOICES: Final = 10  # of checkboxes and radio buttons
_OVERFLOW: Final = 5

_SELECTS: Final = ("static_select", "external_select", "users_select", "conversations_select", "channels_select")
_PICKERS: Final = ("datepicker", "timepicker", "checkboxes", "radio_buttons")
IN_ACTIONS: Final = frozenset(("button", "overflow", *_SELECTS, *_PICKERS))
IN_SECTION: Final = IN_ACTIONS | {"image"} | {f"multi_{name}" for name in _SELECTS}
IN_INPUT: Final = (
    frozenset((*_SELECTS, *_PICKERS)) | {f"multi_{name}" for name in _SELECTS} | {"plain_text_input", "number_input"}
)


def _confirm(value: object, path: str, report: Report) -> None:
    if value is None:
        return
    owner = report.mapping(
        value, path, ("title", "text", "confirm", "deny", "style"), ("title", "text", "confirm", "deny")
    )
    report.text(owner.get("title"), f"{path}.title", 100, plain=True)
    report.text(owner.get("text"), f"{path}.text", 300)
    report.text(owner.get("confirm"), f"{path}.confirm", 30, plain=True)
    report.text(owner.get("deny"), f"{path}.deny", 30, plain=True)
    report.chosen(owner.get("style"), f"{path}.style", ("primary", "danger"))


def button(value: object, path: str, report: Report) -> None:
    """A button: label of 75, value of 2,000, address of 3,000 characters."""
    known = ("type", "text", "action_id", "url", "value", "style", "confirm", "accessibility_label")
    owner = report.mapping(value, path, known, ("text",))
    report.text(owner.get("text"), f"{path}.text", _LABEL, plain=True)
    report.string(owner.get("url"), f"{path}.url", _ADDRESS)
    report.string(owner.get("value"), f"{path}.value", _BUTTON_VALUE)
    report.chosen(owner.get("style"), f"{path}.style", ("primary", "danger"))
    report.string(owner.get("accessibility_label"), f"{path}.accessibility_label", _LABEL)
    _confirm(owner.get("confirm"), f"{path}.confirm", report)


def _option(value: object, path: str, report: Report) -> None:
    owner = report.mapping(value, path, ("text", "value", "description", "url"), ("text", "value"))
    report.text(owner.get("text"), f"{path}.text", _LABEL)
    report.string(owner.get("value"), f"{path}.value", _OPTION_VALUE)
    report.text(owner.get("description"), f"{path}.description", _LABEL)
    report.string(owner.get("url"), f"{path}.url", _ADDRESS)


def _options(value: object, path: str, report: Report, high: int) -> None:
    for at, option in enumerate(report.items(value, path, 1, high)):
        _option(option, f"{path}[{at}]", report)


def option_lists(owner: dict[str, Any], path: str, report: Report, *, low: int = 1) -> None:
    """Options or groups of options: at most 100 of each; exactly one of the two is given."""
    given = [name for name in ("options", "option_groups") if owner.get(name) is not None]
    if len(given) != 1:
        report.add(
            path, "missing" if not given else "not_allowed", " and ".join(given) or "nothing", "options | option_groups"
        )
    for at, option in enumerate(report.items(owner.get("options"), f"{path}.options", low, _OPTIONS)):
        _option(option, f"{path}.options[{at}]", report)
    for at, value in enumerate(report.items(owner.get("option_groups"), f"{path}.option_groups", low, _OPTIONS)):
        here = f"{path}.option_groups[{at}]"
        group = report.mapping(value, here, ("label", "options"), ("label", "options"))
        report.text(group.get("label"), f"{here}.label", _LABEL, plain=True)
        _options(group.get("options"), f"{here}.options", report, _OPTIONS)


def _menu(value: object, path: str, report: Report) -> None:
    owner = report.mapping(value, path, _MENU_FIELDS)
    report.text(owner.get("placeholder"), f"{path}.placeholder", _PLACEHOLDER, plain=True)
    report.flags(owner, path, "focus_on_load", "default_to_current_conversation")
    report.whole(owner.get("min_query_length"), f"{path}.min_query_length", 0, 255)
    report.whole(owner.get("max_selected_items"), f"{path}.max_selected_items", 1, _OPTIONS)
    if owner.get("type") in ("static_select", "multi_static_select"):
        option_lists(owner, path, report)
    if owner.get("initial_option") is not None:
        _option(owner["initial_option"], f"{path}.initial_option", report)
    _confirm(owner.get("confirm"), f"{path}.confirm", report)


_MENU_FIELDS: Final = frozenset(
    (
        "type", "action_id", "placeholder", "options", "option_groups", "initial_option", "initial_options", "confirm",
        "min_query_length", "max_selected_items", "focus_on_load", "initial_user", "initial_users",
        "initial_conversation", "initial_conversations", "initial_channel", "initial_channels", "filter",
        "default_to_current_conversation",
        "response_url_enabled",
    ),
)  # fmt: skip


def _choices(value: object, path: str, report: Report) -> None:
    known = ("type", "action_id", "options", "initial_option", "initial_options", "confirm", "focus_on_load")
    owner = report.mapping(value, path, known, ("options",))
    _options(
        owner.get("options"), f"{path}.options", report, _OVERFLOW if owner.get("type") == "overflow" else _CHOICES
    )
    _confirm(owner.get("confirm"), f"{path}.confirm", report)


def _picker(value: object, path: str, report: Report) -> None:
    known = ("type", "action_id", "placeholder", "initial_date", "initial_time", "timezone", "confirm", "focus_on_load")
    owner = report.mapping(value, path, known)
    report.text(owner.get("placeholder"), f"{path}.placeholder", _PLACEHOLDER, plain=True)
    _confirm(owner.get("confirm"), f"{path}.confirm", report)


def _input(value: object, path: str, report: Report) -> None:
    known = (
        "type", "action_id", "placeholder", "initial_value", "multiline", "min_length", "max_length", "focus_on_load",
        "dispatch_action_config", "is_decimal_allowed", "min_value", "max_value",
    )  # fmt: skip
    owner = report.mapping(value, path, known)
    report.text(owner.get("placeholder"), f"{path}.placeholder", _PLACEHOLDER, plain=True)
    report.string(owner.get("initial_value"), f"{path}.initial_value", _INPUT, low=0)
    report.flags(owner, path, "multiline", "focus_on_load")
    report.whole(owner.get("min_length"), f"{path}.min_length", 0, _INPUT)
    report.whole(owner.get("max_length"), f"{path}.max_length", 1, _INPUT)


def image(value: object, path: str, report: Report, *, more: Collection[str] = ()) -> dict[str, Any]:
    """An image of an address or a Slack file, with words for who cannot see it."""
    owner = report.mapping(value, path, ("type", "image_url", "slack_file", "alt_text", *more), ("alt_text",))
    if owner and owner.get("image_url") is None and owner.get("slack_file") is None:
        report.add(path, "missing", "nothing", "image_url | slack_file")
    report.string(owner.get("image_url"), f"{path}.image_url", _ADDRESS)
    report.string(owner.get("alt_text"), f"{path}.alt_text", _ALT)
    return owner


def _image(value: object, path: str, report: Report) -> None:
    image(value, path, report)


_CHECKS: Final[dict[str, Callable[[object, str, Report], None]]] = {
    "button": button,
    "image": _image,
    "overflow": _choices,
    "checkboxes": _choices,
    "radio_buttons": _choices,
    "datepicker": _picker,
    "timepicker": _picker,
    "plain_text_input": _input,
    "number_input": _input,
    **dict.fromkeys(_SELECTS, _menu),
    **{f"multi_{name}": _menu for name in _SELECTS},
}


def element(value: object, path: str, report: Report, allowed: Collection[str]) -> None:
    """An interactive element of a kind that may stand here, its action_id unique in the payload."""
    if not isinstance(value, dict):
        report.add(path, "type", type(value).__name__, "object")
        return
    kind = value.get("type")
    if not isinstance(kind, str) or kind not in allowed:
        report.add(f"{path}.type", "unknown_type", kind, " | ".join(sorted(allowed)))
        return
    report.identity(value, path, "action_id", report.action_ids)
    _CHECKS[kind](value, path, report)
