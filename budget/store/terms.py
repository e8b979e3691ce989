"""Names and glossary become records; what a name means in a question is not decided here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budget.errors import DataError
from budget.store.shapes import GlossaryFile, NamesFile
from budget.store.validate import checked_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from budget.records import ExplanationRecord, GlossaryRecord, NameRecord

__all__ = ["read_glossary", "read_names"]

_NAMES = "names.yaml"  # its targets are ids; those of vocabulary.yaml are meanings the grammar knows


def read_glossary(path: Path, documents: Iterable[ExplanationRecord]) -> list[GlossaryRecord]:
    """The explained words, in file order.

    Raises:
        DataError: as validate.checked_yaml, or an explanation from a slide that is not there.
    """
    entries, file = checked_yaml(path, GlossaryFile)
    slides = {one["document"]["id"]: {number for number, _ in one["document"]["slides"]} for one in documents}
    found: list[GlossaryRecord] = []
    for id_, entry in entries.root.items():
        place = (entry.document, entry.slide)
        if entry.from_source != (entry.document is not None) or entry.from_source != (entry.slide is not None):
            raise DataError(str(path), file.line_of((id_,)), "value", f"{id_}: {place}", "document, slide")
        if entry.document is not None and entry.slide not in slides.get(entry.document, ()):
            raise DataError(
                str(path),
                file.line_of((id_, "slide")),
                "reference",
                f"{entry.document}: {entry.slide}",
                ", ".join(slides),
            )
        found.append(
            {
                "id": id_,
                "name": entry.name,
                "expansion": entry.expansion or "",
                "text": entry.text,
                "from_source": entry.from_source,
                "slide": entry.slide,
                "document": entry.document,
            }
        )
    return found


def read_names(
    paths: Iterable[Path], documents: Iterable[ExplanationRecord], glossary: Iterable[GlossaryRecord]
) -> list[NameRecord]:
    """The words of the files as one list: targets of the same text and kind stand together, in file order.

    Raises:
        DataError: as validate.checked_yaml, or a target in names.yaml that stands nowhere.
    """
    known = _targets(documents) | {"glossary": {term["id"] for term in glossary}}
    found: dict[tuple[str, str], list[str]] = {}
    for path in paths:
        rooms, file = checked_yaml(path, NamesFile)
        for kind, targets in rooms.root.items():
            for target, texts in targets.items():
                if path.name == _NAMES and kind in known and target not in known[kind]:
                    line = file.line_of((kind, target))
                    raise DataError(str(path), line, "reference", f"{kind}: {target}", _few(known[kind]))
                for text in texts:
                    same = found.setdefault((text, kind), [])
                    if target not in same:
                        same.append(target)
    return [(text, kind, tuple(targets)) for (text, kind), targets in found.items()]


def _targets(documents: Iterable[ExplanationRecord]) -> dict[str, set[str]]:
    """The ids a name may stand for, per kind, over all documents."""
    known: dict[str, set[str]] = {kind: set() for kind in ("line", "policy", "reason", "action", "document")}
    for one in documents:
        known["document"].add(one["document"]["id"])
        known["line"].update(line["id"] for line in one["lines"])
        known["line"].update(objective["id"] for objective in one["document"]["objectives"])
        known["policy"].update(policy["id"] for policy in one["policies"])
        known["reason"].update(reason["id"] for reason in one["reasons"])
        known["action"].update(action["id"] for action in one["actions"])
    known["branch"] = known["line"]
    return known


def _few(ids: set[str]) -> str:
    """The first ids, as an example of what may stand there."""
    shown = sorted(ids)[:8]
    return ", ".join(shown) + (", ..." if len(ids) > len(shown) else "")
