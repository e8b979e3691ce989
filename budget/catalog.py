"""Records become a Catalog with its indexes and computed objectives; no file is read and no figure is judged here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from budget.model import (
    Action,
    Amounts,
    Catalog,
    Document,
    Explanation,
    GlossaryTerm,
    KnownGap,
    Level,
    Line,
    Name,
    Nature,
    Policy,
    Printed,
    Quantity,
    Reason,
    Round,
    Slide,
    Statement,
)

if TYPE_CHECKING:
    from budget.records import (
        ActionRecord,
        CatalogRecord,
        DocumentRecord,
        ExplanationRecord,
        LineRecord,
        NameRecord,
        ObjectiveRecord,
        PrintedRecord,
        QuantityRecord,
        ReasonRecord,
    )

__all__ = ["build_catalog", "build_explanation"]

T = TypeVar("T")

_LEVELS = {str(level): level for level in Level}
_NATURES = {str(nature): nature for nature in Nature}


def build_catalog(record: CatalogRecord) -> Catalog:
    """The catalog of a data folder: newest draft round first, then the younger document, then id order."""
    built = [build_explanation(one) for one in record["explanations"]]
    built.sort(key=lambda one: one.document.id)
    built.sort(key=lambda one: (one.document.draft_round.year, one.document.date), reverse=True)
    return Catalog(
        explanations={one.document.id: one for one in built},
        glossary={term["id"]: GlossaryTerm(**term) for term in record["glossary"]},
        names=_names(record["names"]),
    )


def build_explanation(record: ExplanationRecord) -> Explanation:
    """One document with its indexes; every reference in the record must exist."""
    reasons = {one["id"]: _reason(one) for one in record["reasons"]}
    policies = {one["id"]: Policy(**one) for one in record["policies"]}
    actions = _actions(record["actions"], record["quantities"])
    top = [reason for reason in reasons.values() if reason.part_of is None]
    line_reasons = _grouped(
        (line, reason) for reason in top for line in (reason.line, reason.part_line) if line is not None
    )
    return Explanation(
        document=_document(record["document"]),
        lines=_lines(record["lines"], record["document"]["objectives"]),
        reasons=reasons,
        policies=policies,
        actions=actions,
        statements={
            one["line"]: Statement(
                one["id"], one["line"], Printed(*one["total"]), Printed(*one["change"]), one["slide"]
            )
            for one in record["statements"]
        },
        gaps={one["check"]: KnownGap(**one) for one in record["gaps"]},
        names=_names(record["names"]),
        line_reasons=line_reasons,
        reason_parts=_grouped((reason.part_of, reason) for reason in reasons.values() if reason.part_of is not None),
        policy_reasons=_grouped((reason.policy, reason) for reason in top),
        policy_actions=_grouped((action.policy, action) for action in actions.values()),
    )


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def _names(records: Iterable[NameRecord]) -> tuple[Name, ...]:
    return tuple([Name(text, kind, tuple(targets)) for text, kind, targets in records])


def _document(record: DocumentRecord) -> Document:
    return Document(
        id=record["id"],
        title=record["title"],
        short=record["short"],
        domain=record["domain"],
        date=date.fromisoformat(record["date"]),
        venue=record["venue"],
        presenter=record["presenter"],
        presenter_roles=tuple(record["presenter_roles"]),
        base_round=Round(*record["base_round"]),
        draft_round=Round(*record["draft_round"]),
        table_step=record["table_step"],
        slides=tuple([Slide(number, title) for number, title in record["slides"]]),
        address=record["address"],
    )


def _printed(record: PrintedRecord | None) -> Printed | None:
    return None if record is None else Printed(*record)


def _reason(record: ReasonRecord) -> Reason:
    return Reason(
        id=record["id"],
        line=record["line"],
        part_line=record["part_line"],
        policy=record["policy"],
        name=record["name"],
        short=record["short"],
        cause=record["cause"],
        nature=_NATURES[record["nature"]],
        source_label=record["source_label"],
        amount=_printed(record["amount"]),
        part_of=record["part_of"],
        slide=record["slide"],
    )


def _actions(records: Iterable[ActionRecord], quantities: Iterable[QuantityRecord]) -> dict[str, Action]:
    counted = _grouped((one["action"], Quantity(one["value"], one["unit"], one["qualifier"])) for one in quantities)
    return {
        one["id"]: Action(
            id=one["id"],
            name=one["name"],
            text=one["text"],
            policy=one["policy"],
            lines=one["lines"],
            quantities=counted.get(one["id"], ()),
            period=one["period"],
            is_example=one["is_example"],
            slide=one["slide"],
        )
        for one in records
    }


def _lines(records: list[LineRecord], objectives: list[ObjectiveRecord]) -> dict[str, Line]:
    parts = _grouped((one["parent"], one["id"]) for one in records if one["parent"] is not None)
    lines = {
        one["id"]: Line(
            id=one["id"],
            name=one["name"],
            label=one["label"],
            short=one["short"],
            level=_LEVELS[one["level"]],
            programme=one["programme"],
            parent=one["parent"],
            scope=one["scope"],
            whole=one["whole"],
            parts=parts.get(one["id"], ()),
            objective=one["objective"],
            amounts=Amounts(*one["amounts"]),
            slide=one["slide"],
        )
        for one in records
    }
    served = _grouped((one["objective"], one) for one in records if one["objective"] is not None)
    for objective in objectives:
        below = served[objective["id"]]
        lines[objective["id"]] = _objective(objective, below)
    return lines


def _objective(record: ObjectiveRecord, below: tuple[LineRecord, ...]) -> Line:
    """An objective as a computed line: the sum of the ISEs that serve it, in all six figures."""
    columns = zip(*(one["amounts"] for one in below), strict=True)
    vak_base, vek_base, vak_delta, vek_delta, vak_draft, vek_draft = map(sum, columns)
    return Line(
        id=record["id"],
        name=record["name"],
        label=record["name"],
        short=record["short"],
        level=Level.OBJECTIVE,
        programme=None,
        parent=None,
        scope=below[0]["scope"],
        whole=None,
        parts=tuple([one["id"] for one in below]),
        objective=None,
        amounts=Amounts(vak_base, vek_base, vak_delta, vek_delta, vak_draft, vek_draft),
        slide=record["slide"],
    )
