"""The faults of one payload, gathered as facts; it knows no block."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["Fault", "Report"]

_BROADCASTS: Final = ("<!channel", "<!here", "<!everyone", "<!group")
_TEXT: Final = 3_000
_SHOWN: Final = 60


class Fault(Struct, frozen=True):
    """One thing Slack would refuse, or that would reach people it should not."""

    path: str  # where: "blocks[2].elements[0].value"
    rule: (
        str  # machine word: too_long | too_many | too_few | empty | missing | type | unknown_type | unknown_field | ...
    )
    found: str  # what stands there, shortened
    limit: str  # what was expected, "" when the rule says it all

    def __str__(self) -> str:
        """The fault in one log line."""
        return f"{self.path}: {self.rule} (found {self.found}{f', limit {self.limit}' if self.limit else ''})"


@dataclass(slots=True)
class Report:
    """What is found while one payload is walked."""

    faults: list[Fault] = field(default_factory=list)
    action_ids: dict[str, str] = field(default_factory=dict)  # id -> where it was seen first
    block_ids: dict[str, str] = field(default_factory=dict)
    tables: int = 0
    charts: int = 0
    markdown: int = 0  # characters of all markdown blocks

    def add(self, path: str, rule: str, found: object, limit: object = "") -> None:
        """Note a fault."""
        self.faults.append(Fault(path.removeprefix("."), rule, str(found)[:_SHOWN], str(limit)))

    def mapping(self, value: object, path: str, known: Collection[str], needed: Collection[str] = ()) -> dict[str, Any]:
        """The value as an object whose fields are known and whose needed ones are there; {} when it is none."""
        if not isinstance(value, dict):
            self.add(path, "type", type(value).__name__, "object")
            return {}
        for name in value:
            if name not in known:
                self.add(path, "unknown_field", name)
        for name in needed:
            if value.get(name) is None:
                self.add(f"{path}.{name}", "missing", "nothing")
        return value

    def items(self, value: object, path: str, low: int, high: int) -> list[Any]:
        """The value as a list of low to high items; [] when it is none (an absent one is noted elsewhere)."""
        if value is None:
            return []
        if not isinstance(value, list):
            self.add(path, "type", type(value).__name__, "array")
            return []
        if len(value) < low:
            self.add(path, "too_few", len(value), low)
        if len(value) > high:
            self.add(path, "too_many", len(value), high)
        return value

    def string(self, value: object, path: str, high: int, *, low: int = 1, blank: bool = False) -> str:
        """The value as text of low to high characters; "" when it is none (an absent one is noted elsewhere)."""
        if value is None:
            return ""
        if not isinstance(value, str):
            self.add(path, "type", type(value).__name__, "string")
            return ""
        if len(value) > high:
            self.add(path, "too_long", len(value), high)
        if len(value) < low or (low and not blank and not value.strip()):
            self.add(path, "empty", repr(value[:_SHOWN]), low)
        if any(mark in value for mark in _BROADCASTS):
            self.add(path, "broadcast", value)
        return value

    def chosen(self, value: object, path: str, allowed: Collection[object]) -> None:
        """The value, when given, is one of the allowed."""
        if value is None:
            return
        if not isinstance(value, (str, bool)) or value not in allowed:
            self.add(path, "not_allowed", value, " | ".join(map(str, allowed)))

    def flags(self, owner: dict[str, Any], path: str, *names: str) -> None:
        """Each of the fields, when given, is true or false."""
        for name in names:
            if name in owner and not isinstance(owner[name], bool):
                self.add(f"{path}.{name}", "type", type(owner[name]).__name__, "boolean")

    def whole(self, value: object, path: str, low: int, high: int) -> None:
        """The value, when given, is a whole number from low to high."""
        if value is None:
            return
        if not isinstance(value, int) or isinstance(value, bool):
            self.add(path, "type", type(value).__name__, "integer")
        elif not low <= value <= high:
            self.add(path, "out_of_range", value, f"{low}-{high}")

    def text(self, value: object, path: str, high: int = _TEXT, *, plain: bool = False) -> str:
        """A text object of at most `high` characters; "" when it is absent."""
        if value is None:
            return ""
        owner = self.mapping(value, path, ("type", "text", "emoji", "verbatim"), ("type", "text"))
        if not owner:
            return ""
        kind = owner.get("type")
        self.chosen(kind, f"{path}.type", ("plain_text",) if plain else ("plain_text", "mrkdwn"))
        self.flags(owner, path, "emoji", "verbatim")
        if kind == "mrkdwn" and "emoji" in owner:
            self.add(f"{path}.emoji", "unknown_field", "emoji", "plain_text only")
        if kind == "plain_text" and "verbatim" in owner:
            self.add(f"{path}.verbatim", "unknown_field", "verbatim", "mrkdwn only")
        return self.string(owner.get("text"), f"{path}.text", high)

    def identity(self, owner: dict[str, Any], path: str, name: str, seen: dict[str, str]) -> None:
        """The id field `name`, when given, is at most 255 characters and stands only once in the payload."""
        given = self.string(owner.get(name), f"{path}.{name}", 255)
        if not given:
            return
        if given in seen:
            self.add(f"{path}.{name}", "not_unique", given, seen[given])
        else:
            seen[given] = f"{path}.{name}"
