"""What the domain answers: figures with their sources, per kind of question; no sentence and no layout."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from budget.bodies import (
    ActionBody,
    ArithmeticBody,
    AuditBody,
    ChoiceBody,
    CompareBody,
    FigureBody,
    GlossaryBody,
    HelpBody,
    LookupBody,
    NatureBody,
    PolicyBody,
    RankBody,
    ReasonBody,
    RefusalBody,
    RestBody,
    SearchBody,
    ShareBody,
    SourceBody,
    StructureBody,
    SumBody,
)
from budget.evidence import Check, Figure, LookupHit, ReasonSum, SearchHit, Source, Status
from budget.model import (
    Credit,
    Document,
    Round,
)
from budget.picked import CauseGroup, CausesBody
from budget.queries import Query, ReasonCode

__all__ = [
    "ActionBody",
    "Answer",
    "ArithmeticBody",
    "AuditBody",
    "Body",
    "CauseGroup",
    "CausesBody",
    "Check",
    "ChoiceBody",
    "CompareBody",
    "Figure",
    "FigureBody",
    "GlossaryBody",
    "HelpBody",
    "LookupBody",
    "LookupHit",
    "NatureBody",
    "PolicyBody",
    "RankBody",
    "ReasonBody",
    "ReasonSum",
    "RefusalBody",
    "RestBody",
    "SearchBody",
    "SearchHit",
    "ShareBody",
    "Source",
    "SourceBody",
    "Status",
    "StructureBody",
    "SumBody",
]


Body = (
    FigureBody
    | ReasonBody
    | PolicyBody
    | ActionBody
    | NatureBody
    | RestBody
    | RankBody
    | CompareBody
    | ShareBody
    | SumBody
    | ArithmeticBody
    | StructureBody
    | GlossaryBody
    | SourceBody
    | LookupBody
    | AuditBody
    | SearchBody
    | CausesBody
    | ChoiceBody
    | RefusalBody
    | HelpBody
)


class Answer(Struct, frozen=True):
    """What every face gets: the common result (the terminal contract) and the body of its kind.

    At most one of the three values is set: the one principal figure. `round` is None for changes and percentages.
    """

    query: Query
    status: Status
    kind: str
    document: Document
    subjects: tuple[str, ...]
    credit: Credit | None
    round: Round | None
    figures: tuple[Figure, ...]
    sources: tuple[Source, ...]
    body: Body
    value_eur: int | None = None
    value_pct: Fraction | None = None
    value_qty: int | None = None
    reason_code: ReasonCode | None = None
