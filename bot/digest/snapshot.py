"""The figures of a document as a reader was last told them, and what differs from them; compared by value."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final, Literal

from msgspec import Struct

from budget.model import Credit, Explanation

__all__ = ["Change", "Snapshot", "changes", "read_snapshot", "snapshot", "write_snapshot"]

Where = Literal["base", "draft", "reason"]
_PLACES: Final[tuple[Where, ...]] = ("base", "draft")


class Snapshot(Struct, frozen=True):
    """Every figure of one document, whole euro, under "line/credit/round"; and what lines and rounds were called."""

    document: str
    title: str
    base: str
    draft: str
    figures: Mapping[str, int]
    names: Mapping[str, str]


class Change(Struct, frozen=True):
    """One figure that differs: None on the side where it does not stand. `credit` is "" for a reason."""

    line: str
    name: str
    where: Where
    credit: str
    old: int | None
    new: int | None
    old_round: str
    new_round: str


def snapshot(explanation: Explanation) -> Snapshot:
    """The figures of a document as they stand now: the levels of every line, and the stated amount of every reason."""
    figures: dict[str, int] = {}
    names: dict[str, str] = {}
    for line in explanation.lines.values():
        names[line.id] = line.name
        for credit in Credit:
            figures[f"{line.id}/{credit.value}/base"] = line.amounts.base(credit)
            figures[f"{line.id}/{credit.value}/draft"] = line.amounts.draft(credit)
    for reason in explanation.reasons.values():
        if reason.amount is not None:
            figures[f"{reason.line}/{reason.id}/reason"] = reason.amount.eur
        names[reason.id] = reason.name
    document = explanation.document
    return Snapshot(document.id, document.title, document.base_round.label, document.draft_round.label, figures, names)


def changes(old: Snapshot, new: Snapshot, lines: frozenset[str]) -> tuple[Change, ...]:
    """What differs between two snapshots about some lines (empty: all), in the order of the new document.

    Of another document the levels of its draft round are held against those of the old one: what is left of the old
    rounds is no news.
    """
    replaced = old.document != new.document
    keys = [*new.figures, *(key for key in old.figures if key not in new.figures)]
    return tuple([one for key in keys for one in _change(key, old, new, lines, replaced=replaced)])


def _change(key: str, old: Snapshot, new: Snapshot, lines: frozenset[str], *, replaced: bool) -> Iterator[Change]:
    line, middle, place = key.split("/")
    before, after = old.figures.get(key), new.figures.get(key)
    if (lines and line not in lines) or before == after or (replaced and place != "draft"):
        return
    where: Where = "reason" if place == "reason" else _PLACES[place == "draft"]
    named = middle if where == "reason" else line
    name = new.names.get(named) or old.names.get(named, named)
    rounds = (old.draft, new.draft) if place == "draft" else (old.base, new.base)
    yield Change(line, name, where, "" if where == "reason" else middle, before, after, *rounds)


def write_snapshot(one: Snapshot) -> str:
    """The JSON of a snapshot; the same figures give the same text."""
    kept = {
        "document": one.document,
        "title": one.title,
        "base": one.base,
        "draft": one.draft,
        "figures": dict(one.figures),
        "names": dict(one.names),
    }
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_snapshot(text: str) -> Snapshot | None:
    """The snapshot of a JSON text; None when another version wrote it in another form."""
    try:
        kept = json.loads(text)
        return Snapshot(
            str(kept["document"]),
            str(kept["title"]),
            str(kept["base"]),
            str(kept["draft"]),
            {str(key): int(eur) for key, eur in kept["figures"].items()},
            {str(key): str(name) for key, name in kept["names"].items()},
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
