"""The rows of the data files as plain dictionaries, already checked; nothing here is read, indexed or computed."""

from __future__ import annotations

from typing import TypedDict

__all__ = [
    "ActionRecord",
    "CatalogRecord",
    "DocumentRecord",
    "ExplanationRecord",
    "GapRecord",
    "GlossaryRecord",
    "LineRecord",
    "NameRecord",
    "ObjectiveRecord",
    "PolicyRecord",
    "PrintedRecord",
    "QuantityRecord",
    "ReasonRecord",
    "StatementRecord",
]

# Only text, int, bool, None, tuple, list and dict stand in a record, so that a cache can keep it as it is.
PrintedRecord = tuple[int, int]  # whole euro, euro value of the last printed digit
NameRecord = tuple[str, str, tuple[str, ...]]  # text, kind, targets


class ObjectiveRecord(TypedDict):
    """A strategic objective: its figures are computed from the lines that name it."""

    id: str
    name: str
    short: str
    slide: int


class DocumentRecord(TypedDict):
    """document.yaml."""

    id: str
    title: str
    short: str
    domain: str
    date: str  # ISO
    venue: str
    presenter: str
    presenter_roles: list[str]
    base_round: tuple[str, int]
    draft_round: tuple[str, int]
    table_step: int
    address: str | None
    slides: list[tuple[int, str]]
    objectives: list[ObjectiveRecord]


class LineRecord(TypedDict):
    """A row of rows.csv; amounts in whole euro, in the order of model.Amounts."""

    id: str
    name: str
    label: str
    short: str
    level: str
    programme: str | None
    parent: str | None
    scope: str
    whole: str | None
    objective: str | None
    amounts: tuple[int, int, int, int, int, int]
    slide: int


class PolicyRecord(TypedDict):
    """A row of policies.csv."""

    id: str
    name: str
    lines: tuple[str, ...]


class ReasonRecord(TypedDict):
    """A row of reasons.csv."""

    id: str
    line: str
    part_line: str | None
    policy: str
    name: str
    short: str
    cause: str
    nature: str
    source_label: str
    amount: PrintedRecord | None
    part_of: str | None
    slide: int


class ActionRecord(TypedDict):
    """A row of actions.csv."""

    id: str
    name: str
    text: str
    policy: str
    lines: tuple[str, ...]
    period: tuple[int, int] | None
    is_example: bool
    slide: int


class QuantityRecord(TypedDict):
    """A row of quantities.csv."""

    action: str
    value: int
    unit: str
    qualifier: str


class StatementRecord(TypedDict):
    """A row of statements.csv."""

    id: str
    line: str
    total: PrintedRecord
    change: PrintedRecord
    slide: int


class GapRecord(TypedDict):
    """A row of gaps.csv."""

    check: str
    gap_eur: int
    kind: str
    slide: int
    explanation: str


class GlossaryRecord(TypedDict):
    """An entry of glossary.yaml."""

    id: str
    name: str
    expansion: str
    text: str
    from_source: bool
    slide: int | None
    document: str | None


class ExplanationRecord(TypedDict):
    """All files of one document."""

    document: DocumentRecord
    lines: list[LineRecord]
    policies: list[PolicyRecord]
    reasons: list[ReasonRecord]
    actions: list[ActionRecord]
    quantities: list[QuantityRecord]
    statements: list[StatementRecord]
    gaps: list[GapRecord]
    names: list[NameRecord]


class CatalogRecord(TypedDict):
    """A whole data folder."""

    explanations: list[ExplanationRecord]
    glossary: list[GlossaryRecord]
    names: list[NameRecord]
