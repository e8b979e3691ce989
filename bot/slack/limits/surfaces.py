"""Limits of a whole payload on its surface: messages, answers to Slack, modals, App Home, lists of options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from bot.slack.limits.elements import option_lists
from bot.slack.limits.layout import BASIC, IN_HOME, IN_MESSAGE, IN_MODAL, blocks
from bot.slack.limits.report import Fault, Report

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

__all__ = ["SURFACES", "Surface", "validate"]

Surface = Literal["message", "response", "ack", "modal", "home", "options"]
SURFACES: Final[tuple[Surface, ...]] = ("message", "response", "ack", "modal", "home", "options")

_TEXT: Final = 40_000
_IN_MESSAGE: Final = 50
_IN_VIEW: Final = 100
_TITLE: Final = 24  # of a modal and of its buttons
_METADATA: Final = 3_000
_TABLES: Final = 1
_CHARTS: Final = 2
_MARKDOWN: Final = 12_000


def _message(payload: dict[str, Any], report: Report, allowed: Collection[str] = IN_MESSAGE) -> None:
    """`text` that alone answers, and at most 50 blocks, with one table and two charts among them."""
    if payload.get("text") is None:
        report.add("text", "missing", "nothing")
    report.string(payload.get("text"), "text", _TEXT)
    blocks(report.items(payload.get("blocks"), "blocks", 1, _IN_MESSAGE), "blocks", report, allowed)
    for found, limit, what in (
        (report.tables, _TABLES, "tables"),
        (report.charts, _CHARTS, "charts"),
        (report.markdown, _MARKDOWN, "markdown characters"),
    ):
        if found > limit:
            report.add("blocks", "too_many", f"{found} {what}", limit)


def _stated(payload: dict[str, Any], report: Report) -> None:
    """Who sees it is said: Slack's own choice differs by way in."""
    if payload.get("response_type") is None:
        report.add("response_type", "missing", "nothing", "ephemeral | in_channel")
    report.chosen(payload.get("response_type"), "response_type", ("ephemeral", "in_channel"))
    report.flags(payload, "", "replace_original", "delete_original")


def _response(payload: dict[str, Any], report: Report) -> None:
    """An answer to a response_url: a message, or only the wish to delete the one it answers."""
    if payload.get("delete_original") is True and "text" not in payload and "blocks" not in payload:
        report.mapping(payload, "", ("delete_original", "response_type", "replace_original"))
        return
    _stated(payload, report)
    if "replace_original" not in payload:
        report.add("replace_original", "missing", "nothing", "true | false")
    _message(payload, report)


def _ack(payload: dict[str, Any], report: Report) -> None:
    """The body of an ack: basic blocks only, since nothing reports it back when they are refused."""
    _stated(payload, report)
    _message(payload, report, BASIC)


_VIEW: Final = ("type", "blocks", "private_metadata", "callback_id", "external_id")


def _view(payload: dict[str, Any], report: Report, allowed: Collection[str]) -> None:
    report.string(payload.get("private_metadata"), "private_metadata", _METADATA, low=0)
    report.string(payload.get("callback_id"), "callback_id", 255)
    report.string(payload.get("external_id"), "external_id", 255)
    blocks(report.items(payload.get("blocks"), "blocks", 0, _IN_VIEW), "blocks", report, allowed)


def _modal(payload: dict[str, Any], report: Report) -> None:
    """Titles of 24 characters, 100 blocks, and a submit button when something is filled in."""
    known = (*_VIEW, "title", "submit", "close", "clear_on_close", "notify_on_close", "submit_disabled")
    report.mapping(payload, "view", known, ("type", "title", "blocks"))
    report.chosen(payload.get("type"), "type", ("modal",))
    for name in ("title", "submit", "close"):
        report.text(payload.get(name), name, _TITLE, plain=True)
    report.flags(payload, "view", "clear_on_close", "notify_on_close", "submit_disabled")
    _view(payload, report, IN_MODAL)
    given = payload.get("blocks")
    inputs = [block for block in given if isinstance(block, dict)] if isinstance(given, list) else []
    if payload.get("submit") is None and any(block.get("type") == "input" for block in inputs):
        report.add("submit", "missing", "nothing", "input blocks need it")


def _home(payload: dict[str, Any], report: Report) -> None:
    """100 blocks without tables and charts."""
    report.mapping(payload, "view", _VIEW, ("type", "blocks"))
    report.chosen(payload.get("type"), "type", ("home",))
    _view(payload, report, IN_HOME)


def _options(payload: dict[str, Any], report: Report) -> None:
    """The answer to a block_suggestion; no option at all is a fair answer."""
    report.mapping(payload, "options", ("options", "option_groups"))
    option_lists(payload, "", report, low=0)


_CHECKS: Final[Mapping[str, Callable[[dict[str, Any], Report], None]]] = {
    "message": _message,
    "response": _response,
    "ack": _ack,
    "modal": _modal,
    "home": _home,
    "options": _options,
}


def validate(payload: Mapping[str, object], surface: Surface) -> tuple[Fault, ...]:
    """Everything Slack would refuse in the payload on that surface, top to bottom; () when it is in order.

    "message" goes to the Web API, "response" to a response_url, "ack" is the body of an acknowledgement, "modal" and
    "home" are views, "options" answers a block_suggestion. No payload raises: what is not of the right form is a fault.

    Raises:
        KeyError: there is no such surface.

    """
    check = _CHECKS[surface]
    report = Report()
    if isinstance(payload, dict):
        check(payload, report)
    else:
        report.add("", "type", type(payload).__name__, "object")
    return tuple(report.faults)
