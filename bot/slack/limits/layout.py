"""Limits of each block kind and of where it may stand; surfaces as a whole are judged elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bot.slack.limits.elements import IN_ACTIONS, IN_INPUT, IN_SECTION, element, image
from bot.slack.limits.figures import chart, data_table, table

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from bot.slack.limits.report import Report

__all__ = ["BASIC", "EVERYWHERE", "IN_HOME", "IN_MESSAGE", "IN_MODAL", "blocks"]

_MARKDOWN: Final = 12_000
_DEEPEST: Final = 8  # indent of a rich text list

BASIC: Final = frozenset(("section", "context", "actions"))
EVERYWHERE: Final = BASIC | {"header", "divider", "image", "input", "rich_text", "card"}
IN_MESSAGE: Final = EVERYWHERE | {"table", "data_table", "data_visualization", "container", "markdown"}
IN_MODAL: Final = EVERYWHERE | {"alert"}
IN_HOME: Final = EVERYWHERE
# Slack's documentation and its live check disagree on the others.
_IN_CONTAINER: Final = BASIC | {"header", "divider", "image", "table"}


def _section(block: dict[str, Any], path: str, report: Report) -> None:
    report.mapping(block, path, ("type", "block_id", "text", "fields", "accessory", "expand"))
    if block.get("text") is None and block.get("fields") is None:
        report.add(path, "missing", "nothing", "text | fields")
    report.text(block.get("text"), f"{path}.text", 3_000)
    for at, value in enumerate(report.items(block.get("fields"), f"{path}.fields", 1, 10)):
        report.text(value, f"{path}.fields[{at}]", 2_000)
    if block.get("accessory") is not None:
        element(block["accessory"], f"{path}.accessory", report, IN_SECTION)


def _header(block: dict[str, Any], path: str, report: Report) -> None:
    report.mapping(block, path, ("type", "block_id", "text", "level"), ("text",))
    report.text(block.get("text"), f"{path}.text", 150, plain=True)


def _context(block: dict[str, Any], path: str, report: Report) -> None:
    report.mapping(block, path, ("type", "block_id", "elements"), ("elements",))
    for at, value in enumerate(report.items(block.get("elements"), f"{path}.elements", 1, 10)):
        here = f"{path}.elements[{at}]"
        if isinstance(value, dict) and value.get("type") == "image":
            image(value, here, report)
        else:
            report.text(value, here, 3_000)
            if value is None:
                report.add(here, "type", "null", "text object | image")


def _actions(block: dict[str, Any], path: str, report: Report) -> None:
    report.mapping(block, path, ("type", "block_id", "elements"), ("elements",))
    for at, value in enumerate(report.items(block.get("elements"), f"{path}.elements", 1, 25)):
        element(value, f"{path}.elements[{at}]", report, IN_ACTIONS)


def _divider(block: dict[str, Any], path: str, report: Report) -> None:
    report.mapping(block, path, ("type", "block_id"))


def _image(block: dict[str, Any], path: str, report: Report) -> None:
    image(block, path, report, more=("block_id", "title"))
    report.text(block.get("title"), f"{path}.title", 2_000, plain=True)


def _input(block: dict[str, Any], path: str, report: Report) -> None:
    known = ("type", "block_id", "label", "element", "hint", "optional", "dispatch_action")
    report.mapping(block, path, known, ("label", "element"))
    report.text(block.get("label"), f"{path}.label", 2_000, plain=True)
    report.text(block.get("hint"), f"{path}.hint", 2_000, plain=True)
    report.flags(block, path, "optional", "dispatch_action")
    if block.get("element") is not None:
        element(block["element"], f"{path}.element", report, IN_INPUT)


def _markdown(block: dict[str, Any], path: str, report: Report) -> None:
    report.mapping(block, path, ("type", "block_id", "text"), ("text",))
    report.markdown += len(report.string(block.get("text"), f"{path}.text", _MARKDOWN))


def _card(block: dict[str, Any], path: str, report: Report) -> None:
    known = ("type", "block_id", "hero_image", "icon", "title", "subtitle", "body", "actions")
    report.mapping(block, path, known)
    if all(block.get(name) is None for name in ("hero_image", "title", "body", "actions")):
        report.add(path, "missing", "nothing", "hero_image | title | body | actions")
    report.text(block.get("title"), f"{path}.title", 150)
    report.text(block.get("subtitle"), f"{path}.subtitle", 150)
    report.text(block.get("body"), f"{path}.body", 200)
    for name in ("hero_image", "icon"):
        if block.get(name) is not None:
            image(block[name], f"{path}.{name}", report)
    for at, value in enumerate(report.items(block.get("actions"), f"{path}.actions", 1, 3)):
        element(value, f"{path}.actions[{at}]", report, ("button",))


def _alert(block: dict[str, Any], path: str, report: Report) -> None:
    report.mapping(block, path, ("type", "block_id", "text", "level"), ("text",))
    report.text(block.get("text"), f"{path}.text", 200)
    report.chosen(block.get("level"), f"{path}.level", ("default", "info", "warning", "error", "success"))


def _container(block: dict[str, Any], path: str, report: Report) -> None:
    known = (
        "type", "block_id", "title", "rich_text_title", "subtitle", "child_blocks", "width", "icon", "is_collapsible",
        "default_collapsed", "has_header_divider",
    )  # fmt: skip
    report.mapping(block, path, known, ("child_blocks",))
    if block.get("title") is None and block.get("rich_text_title") is None:
        report.add(f"{path}.title", "missing", "nothing")
    report.text(block.get("title"), f"{path}.title", 150, plain=True)
    report.text(block.get("subtitle"), f"{path}.subtitle", 150)
    report.chosen(block.get("width"), f"{path}.width", ("narrow", "standard", "wide", "full"))
    report.flags(block, path, "is_collapsible", "default_collapsed", "has_header_divider")
    if block.get("default_collapsed") is True and block.get("is_collapsible") is not True:
        report.add(f"{path}.default_collapsed", "not_allowed", "true", "is_collapsible")
    children = report.items(block.get("child_blocks"), f"{path}.child_blocks", 1, 10)
    blocks(children, f"{path}.child_blocks", report, _IN_CONTAINER)


def _rich_words(value: object, path: str, report: Report) -> None:
    kinds = ("text", "link", "emoji", "user", "channel", "usergroup", "date", "broadcast", "color")
    if not isinstance(value, dict):
        report.add(path, "type", type(value).__name__, "object")
        return
    kind = value.get("type")
    if not isinstance(kind, str) or kind not in kinds:
        report.add(f"{path}.type", "unknown_type", kind, " | ".join(kinds))
    elif kind == "text":
        report.mapping(value, path, ("type", "text", "style"), ("text",))
        # A space between two links is fair; nothing at all is not.
        report.string(value.get("text"), f"{path}.text", 3_000, blank=True)
    elif kind == "broadcast":
        report.add(path, "broadcast", value.get("range"))
    elif kind == "link":
        report.mapping(value, path, ("type", "url", "text", "style", "unsafe"), ("url",))
        report.string(value.get("url"), f"{path}.url", 3_000)


def _rich_text(block: dict[str, Any], path: str, report: Report) -> None:
    report.mapping(block, path, ("type", "block_id", "elements"), ("elements",))
    for at, value in enumerate(report.items(block.get("elements"), f"{path}.elements", 1, 1_000)):
        _rich_part(value, f"{path}.elements[{at}]", report)


def _rich_part(value: object, path: str, report: Report) -> None:
    owner = report.mapping(value, path, ("type", "elements", "style", "indent", "offset", "border"), ("elements",))
    kind = owner.get("type")
    report.whole(owner.get("indent"), f"{path}.indent", 0, _DEEPEST)
    report.whole(owner.get("border"), f"{path}.border", 0, 1)
    elements = report.items(owner.get("elements"), f"{path}.elements", 1, 1_000)
    if kind == "rich_text_list":
        report.chosen(owner.get("style"), f"{path}.style", ("bullet", "ordered"))
        if owner.get("style") is None:
            report.add(f"{path}.style", "missing", "nothing")
        for at, item in enumerate(elements):
            if not isinstance(item, dict) or item.get("type") != "rich_text_section":
                report.add(f"{path}.elements[{at}]", "unknown_type", item, "rich_text_section")
            else:
                _rich_part(item, f"{path}.elements[{at}]", report)
    elif isinstance(kind, str) and kind in ("rich_text_section", "rich_text_preformatted", "rich_text_quote"):
        for at, item in enumerate(elements):
            _rich_words(item, f"{path}.elements[{at}]", report)
    elif owner:
        report.add(f"{path}.type", "unknown_type", kind, "rich_text_section | _list | _preformatted | _quote")


_CHECKS: Final[dict[str, Callable[[dict[str, Any], str, Report], None]]] = {
    "section": _section,
    "header": _header,
    "context": _context,
    "actions": _actions,
    "divider": _divider,
    "image": _image,
    "input": _input,
    "table": table,
    "data_table": data_table,
    "data_visualization": chart,
    "container": _container,
    "markdown": _markdown,
    "card": _card,
    "alert": _alert,
    "rich_text": _rich_text,
}


def blocks(values: list[Any], path: str, report: Report, allowed: Collection[str]) -> None:
    """Each block within its limits and of a kind that may stand here, its block_id unique in the payload."""
    for at, value in enumerate(values):
        here = f"{path}[{at}]"
        if not isinstance(value, dict):
            report.add(here, "type", type(value).__name__, "object")
            continue
        kind = value.get("type")
        check = _CHECKS.get(kind) if isinstance(kind, str) else None
        if check is None:
            report.add(f"{here}.type", "unknown_type", kind)
            continue
        if kind not in allowed:
            report.add(f"{here}.type", "wrong_surface", kind, " | ".join(sorted(allowed)))
        report.identity(value, here, "block_id", report.block_ids)
        check(value, here, report)
