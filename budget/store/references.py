"""What a row names must stand somewhere, and an id stands once; figures are not compared here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from budget.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from budget.store.files import YamlFile
    from budget.store.shapes import (
        ActionRow,
        DocumentFile,
        GapRow,
        PolicyRow,
        QuantityRow,
        ReasonRow,
        RowRow,
        StatementRow,
    )
    from budget.store.validate import Sheet

__all__ = ["Sheets", "hold"]

_ABOVE = {"total": "", "programme": "total", "ise": "programme"}  # the level a parent has
_FEW = 8  # known ids an error shows


class Sheets(NamedTuple):
    """The seven tables of a document."""

    rows: Sheet[RowRow]
    policies: Sheet[PolicyRow]
    reasons: Sheet[ReasonRow]
    actions: Sheet[ActionRow]
    quantities: Sheet[QuantityRow]
    statements: Sheet[StatementRow]
    gaps: Sheet[GapRow]


def hold(path: Path, document: DocumentFile, file: YamlFile, sheets: Sheets) -> None:
    """Pass when every reference in the files of a document is kept.

    Raises:
        DataError: the first one that is not, with its file and line.
    """
    if not sheets.rows.rows:
        raise DataError(str(sheets.rows.path), None, "empty", "", sheets.rows.path.name)
    _document(path, document, file)
    for table in sheets:
        _once(table, "check" if table is sheets.gaps else "id")
        _among(table, "slide", {str(slide.number) for slide in document.slides})
    _rows(sheets.rows, document)
    _served(path, document, file, sheets.rows)
    lines = {row.id: row for _, row in sheets.rows.rows}
    leaves = {id_ for id_, row in lines.items() if not row.whole} - {row.parent for row in lines.values()}
    policies = {row.id for _, row in sheets.policies.rows}
    for table in (sheets.policies, sheets.reasons, sheets.actions, sheets.statements):
        _among(table, "line" if table in (sheets.reasons, sheets.statements) else "lines", leaves)
    for table in (sheets.reasons, sheets.actions):
        _among(table, "policy", policies)
    _once(sheets.statements, "line")
    _reasons(sheets.reasons, lines)
    _actions(sheets)


def _once(table: Sheet[Any], column: str) -> None:
    seen: dict[str, int] = {}
    for line, row in table.rows:
        value = getattr(row, column, None)
        if value is None:
            return
        if value in seen:
            raise table.error(line, "duplicate", f"{column}: {value}", f"{column} != {value} (:{seen[value]})")
        seen[value] = line


def _among(table: Sheet[Any], column: str, known: Collection[str]) -> None:
    """Every value of a column (several stand with commas between) is one of the known ones; empty passes."""
    for line, row in table.rows:
        for value in getattr(row, column).split(","):
            if value and value not in known:
                raise table.error(line, "reference", f"{column}: {value}", _few(known))


def _few(known: Iterable[str]) -> str:
    shown = sorted(known)
    return ", ".join(shown[:_FEW]) + (", ..." if len(shown) > _FEW else "")


def _document(path: Path, document: DocumentFile, file: YamlFile) -> None:
    """Slides count from one upward, objectives stand once and on a slide, and the draft round follows the base."""
    numbers = [slide.number for slide in document.slides]
    for place, number in enumerate(numbers):
        if number != place + 1:
            line = file.line_of(("slides", place, "number"))
            raise DataError(str(path), line, "value", f"number: {number}", f"number: {place + 1}")
    seen: set[str] = set()
    for place, objective in enumerate(document.objectives):
        if objective.id in seen:
            line = file.line_of(("objectives", place, "id"))
            raise DataError(str(path), line, "duplicate", f"id: {objective.id}", "")
        if objective.slide not in numbers:
            line = file.line_of(("objectives", place, "slide"))
            raise DataError(str(path), line, "reference", f"slide: {objective.slide}", f"1-{len(numbers)}")
        seen.add(objective.id)
    if document.draft_round.year < document.base_round.year:
        line = file.line_of(("draft_round",))
        raise DataError(str(path), line, "value", str(document.draft_round.year), f">= {document.base_round.year}")
    if document.address is not None and document.address.count("{slide}") != 1:
        line = file.line_of(("address",))
        raise DataError(str(path), line, "value", document.address, "{slide}")


def _rows(table: Sheet[RowRow], document: DocumentFile) -> None:
    """Every line stands below a line one level up in the same table; a part table points at the main one."""
    lines = {row.id: row for _, row in table.rows}
    main = table.rows[0][1].id
    objectives = {objective.id for objective in document.objectives}
    shorts: set[str] = set()
    for number, row in table.rows:
        if row.id in objectives:
            raise table.error(number, "duplicate", f"id: {row.id}", "")
        if row.short in shorts:
            raise table.error(number, "duplicate", f"short: {row.short}", "")
        shorts.add(row.short)
        if row.scope not in lines or lines[row.scope].level != "total":
            heads = [one.id for one in lines.values() if one.level == "total"]
            raise table.error(number, "reference", f"scope: {row.scope}", _few(heads))
        _placed(table, number, row, lines)
        is_part = row.scope != main
        if is_part != bool(row.whole) or (row.whole and (row.whole not in lines or lines[row.whole].scope != main)):
            raise table.error(number, "reference", f"whole: {row.whole}", main if is_part else "whole: ")
        if row.objective and (row.objective not in objectives or is_part or row.level != "ise"):
            raise table.error(number, "reference", f"objective: {row.objective}", _few(objectives))


def _placed(table: Sheet[RowRow], number: int, row: RowRow, lines: dict[str, RowRow]) -> None:
    """A total heads its own table; every other line has a parent of the level above, in its table and programme."""
    level = _ABOVE[row.level]
    if not level:
        if row.parent or row.scope != row.id or row.programme:
            raise table.error(
                number, "value", f"parent: {row.parent}, scope: {row.scope}", f"parent: , scope: {row.id}"
            )
        return
    parent = lines.get(row.parent)
    if parent is None or parent.level != level or parent.scope != row.scope:
        able = [one.id for one in lines.values() if one.level == level and one.scope == row.scope]
        raise table.error(number, "reference", f"parent: {row.parent}", _few(able))
    if not row.programme or (row.level == "ise" and row.programme != parent.programme):
        raise table.error(number, "value", f"programme: {row.programme}", f"programme: {parent.programme or 'JD'}")


def _served(path: Path, document: DocumentFile, file: YamlFile, table: Sheet[RowRow]) -> None:
    """An objective nobody serves has no figures to add up."""
    served = {row.objective for _, row in table.rows}
    for place, objective in enumerate(document.objectives):
        if objective.id not in served:
            line = file.line_of(("objectives", place, "id"))
            raise DataError(str(path), line, "reference", f"id: {objective.id}", f"{table.path.name}: objective")


def _reasons(table: Sheet[ReasonRow], lines: dict[str, RowRow]) -> None:
    """A part stands under a net reason of the same line; a part line is a part of the reason's line."""
    reasons = {row.id: row for _, row in table.rows}
    for number, row in table.rows:
        if row.part_of:
            whole = reasons.get(row.part_of)
            if whole is None or whole.part_of or whole.line != row.line or whole.id == row.id:
                able = [one.id for one in reasons.values() if one.line == row.line and not one.part_of]
                raise table.error(number, "reference", f"part_of: {row.part_of}", _few(able))
        if row.part_line and (row.part_line not in lines or lines[row.part_line].whole != row.line):
            able = [one.id for one in lines.values() if one.whole == row.line]
            raise table.error(number, "reference", f"part_line: {row.part_line}", _few(able))


def _actions(sheets: Sheets) -> None:
    """A period runs forward; a quantity stands on the slide of its action."""
    actions = {row.id: row for _, row in sheets.actions.rows}
    for number, action in sheets.actions.rows:
        first, _, last = action.period.partition("-")
        if first > last:
            raise sheets.actions.error(number, "value", f"period: {action.period}", f"period: {last}-{first}")
    for number, quantity in sheets.quantities.rows:
        counted = actions.get(quantity.action)
        if counted is None:
            raise sheets.quantities.error(number, "reference", f"action: {quantity.action}", _few(actions))
        if quantity.slide != counted.slide:
            raise sheets.quantities.error(number, "reference", f"slide: {quantity.slide}", f"slide: {counted.slide}")
