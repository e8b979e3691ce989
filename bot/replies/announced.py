"""Announced actions in words: their counted things, their years, and what the slides leave open about them."""

from __future__ import annotations

from bot.replies.naming import inner, joined
from budget.model import Action, Quantity
from budget.money import count

__all__ = ["EXAMPLE", "TWO_LABELS", "counted", "told", "years"]

EXAMPLE = "Het document noemt dit aantal als voorbeeld."
TWO_LABELS = "De slide draagt twee ISE-namen en zegt niet welk punt bij welk ISE hoort."


def _thing(quantity: Quantity) -> str:
    joint = "\u00a0" if quantity.unit == "%" else " "
    value = f"{count(quantity.value)}{joint}{quantity.unit}".strip()
    return f"{value} ({quantity.qualifier})" if quantity.qualifier else value


def counted(action: Action) -> str:
    """The counted things of an action: "600 euro (maximaal, per jaar)"; empty when it has none."""
    if not action.quantities:
        return ""
    return joined([_thing(quantity) for quantity in action.quantities])


def years(action: Action) -> str:
    """The years an action runs: "2021-2027", "2022", or nothing."""
    if action.period is None:
        return ""
    first, last = action.period
    return str(first) if first == last else f"{first}-{last}"


def told(action: Action) -> str:
    """An action in one line: its name with its years, and what it is; a name its sentence begins with is said once."""
    when = years(action)
    head = f"{action.name} ({when})" if when and when not in counted(action) else action.name
    start = action.text.lower().removeprefix("de ").removeprefix("het ")
    if head == action.name and start.startswith(f"{head.lower()} "):
        return action.text
    return f"{head}: {inner(action.text)}"
