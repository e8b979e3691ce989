"""The answer that a known thing is not in the document: why not, and what is known about it instead."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from budget.answers import Answer, RefusalBody, Status
from budget.model import Credit, Explanation, Line, Round
from budget.provenance import line_sources
from budget.queries import Query, ReasonCode

__all__ = ["Missing", "no_data"]


class Missing(Struct, frozen=True):
    """What is not in the document: the kind of question, why, and the credit and round as they were named."""

    kind: str
    code: ReasonCode
    credit: Credit | None = None
    asked: Round | None = None


def no_data(
    query: Query,
    explanation: Explanation,
    lines: Sequence[Line],
    missing: Missing,
) -> Answer:
    """An answer without a principal figure about known lines; their own figures stay in the body as context."""
    body = RefusalBody(missing.code, "", tuple(lines), (), (), (), missing.credit, missing.asked, ())
    return Answer(
        query,
        Status.NO_DATA,
        missing.kind,
        explanation.document,
        tuple([line.id for line in lines]),
        missing.credit,
        None,
        (),
        line_sources(explanation, lines),
        body,
        reason_code=missing.code,
    )
