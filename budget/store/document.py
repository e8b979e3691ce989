"""The files of one document become its record; references between files are held, figures are not compared here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budget.errors import DataError
from budget.store import references
from budget.store.printed import printed
from budget.store.shapes import (
    ActionRow,
    DocumentFile,
    GapRow,
    NamesFile,
    PolicyRow,
    QuantityRow,
    ReasonRow,
    RowRow,
    StatementRow,
)
from budget.store.validate import checked_yaml, sheet

if TYPE_CHECKING:
    from pathlib import Path

    from budget.records import (
        ActionRecord,
        DocumentRecord,
        ExplanationRecord,
        LineRecord,
        NameRecord,
        ReasonRecord,
        StatementRecord,
    )

__all__ = ["read_document"]


def read_document(folder: Path) -> ExplanationRecord:
    """The record of the document in a folder; its names.yaml may be left out.

    Raises:
        DataError: a file is missing or malformed, an id stands twice, or a row names something that is not there.
    """
    path = folder / "document.yaml"
    document, file = checked_yaml(path, DocumentFile)
    if document.id != folder.name:
        raise DataError(str(path), file.line_of(("id",)), "value", f"id: {document.id}", f"id: {folder.name}")
    sheets = references.Sheets(
        rows=sheet(folder, RowRow),
        policies=sheet(folder, PolicyRow),
        reasons=sheet(folder, ReasonRow),
        actions=sheet(folder, ActionRow),
        quantities=sheet(folder, QuantityRow),
        statements=sheet(folder, StatementRow),
        gaps=sheet(folder, GapRow),
    )
    references.hold(path, document, file, sheets)
    return {
        "document": _document(document),
        "lines": [_line(row, document.table_step) for _, row in sheets.rows.rows],
        "policies": [
            {"id": row.id, "name": row.name, "lines": tuple(row.lines.split(","))} for _, row in sheets.policies.rows
        ],
        "reasons": [_reason(row) for _, row in sheets.reasons.rows],
        "actions": [_action(row) for _, row in sheets.actions.rows],
        "quantities": [
            {"action": row.action, "value": int(row.value), "unit": row.unit, "qualifier": row.qualifier}
            for _, row in sheets.quantities.rows
        ],
        "statements": [_statement(row) for _, row in sheets.statements.rows],
        "gaps": [
            {
                "check": row.check,
                "gap_eur": int(row.gap_eur),
                "kind": row.kind,
                "slide": int(row.slide),
                "explanation": row.explanation,
            }
            for _, row in sheets.gaps.rows
        ],
        "names": _own_names(folder / "names.yaml"),
    }


def _document(file: DocumentFile) -> DocumentRecord:
    return {
        "id": file.id,
        "title": file.title,
        "short": file.short,
        "domain": file.domain,
        "date": file.date.isoformat(),
        "venue": file.venue,
        "presenter": file.presenter,
        "presenter_roles": file.presenter_roles,
        "base_round": (file.base_round.kind, file.base_round.year),
        "draft_round": (file.draft_round.kind, file.draft_round.year),
        "table_step": file.table_step,
        "address": file.address,
        "slides": [(slide.number, slide.title) for slide in file.slides],
        "objectives": [
            {"id": one.id, "name": one.name, "short": one.short, "slide": one.slide} for one in file.objectives
        ],
    }


def _line(row: RowRow, step: int) -> LineRecord:
    return {
        "id": row.id,
        "name": row.name,
        "label": row.label,
        "short": row.short,
        "level": row.level,
        "programme": row.programme or None,
        "parent": row.parent or None,
        "scope": row.scope,
        "whole": row.whole or None,
        "objective": row.objective or None,
        "amounts": (
            int(row.vak_ba) * step,
            int(row.vek_ba) * step,
            int(row.vak_delta) * step,
            int(row.vek_delta) * step,
            int(row.vak_bo) * step,
            int(row.vek_bo) * step,
        ),
        "slide": int(row.slide),
    }


def _reason(row: ReasonRow) -> ReasonRecord:
    return {
        "id": row.id,
        "line": row.line,
        "part_line": row.part_line or None,
        "policy": row.policy,
        "name": row.name,
        "short": row.short,
        "cause": row.cause,
        "nature": row.nature,
        "source_label": row.source_label,
        "amount": printed(row.million, "miljoen") if row.million else None,
        "part_of": row.part_of or None,
        "slide": int(row.slide),
    }


def _action(row: ActionRow) -> ActionRecord:
    first, _, last = row.period.partition("-")
    return {
        "id": row.id,
        "name": row.name,
        "text": row.text,
        "policy": row.policy,
        "lines": tuple(row.lines.split(",")),
        "period": (int(first), int(last)) if row.period else None,
        "is_example": row.is_example == "ja",
        "slide": int(row.slide),
    }


def _statement(row: StatementRow) -> StatementRecord:
    return {
        "id": row.id,
        "line": row.line,
        "total": printed(row.total, row.total_unit),
        "change": printed(row.change, row.change_unit),
        "slide": int(row.slide),
    }


def _own_names(path: Path) -> list[NameRecord]:
    """Names that only this document has; none when the file is left out."""
    if not path.exists():
        return []
    rooms, _ = checked_yaml(path, NamesFile)
    found: dict[tuple[str, str], list[str]] = {}
    for kind, targets in rooms.root.items():
        for target, texts in targets.items():
            for text in texts:
                found.setdefault((text, kind), []).append(target)
    return [(text, kind, tuple(targets)) for (text, kind), targets in found.items()]
