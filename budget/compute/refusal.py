"""What the document cannot answer, with the reason code; a not_found answer holds names only."""

from __future__ import annotations

from budget.answers import Answer, RefusalBody, Status
from budget.model import Catalog, Explanation, Line, Policy
from budget.provenance import line_sources
from budget.queries import RefusalQuery
from budget.scope import explanation_for

__all__ = ["answer"]


def answer(query: RefusalQuery, catalog: Catalog) -> Answer:
    """The refusal as understood; with a known subject its lines, reasons and actions stand in the body as context."""
    explanation = explanation_for(catalog, query.document, query.subjects)
    known = Status(query.status) is Status.NO_DATA
    policies = tuple([explanation.policies[one] for one in query.policies])
    lines = _lines(explanation, query, policies) if known else ()
    body = RefusalBody(
        query.code,
        query.heard,
        lines,
        policies if known else (),
        tuple([reason for one in query.policies for reason in explanation.policy_reasons.get(one, ()) if known]),
        tuple([action for one in query.policies for action in explanation.policy_actions.get(one, ()) if known]),
        query.credit,
        query.round,
        query.nearest,
    )
    return Answer(
        query,
        Status(query.status),
        query.kind,
        explanation.document,
        tuple([line.id for line in lines]) if known else query.subjects,
        query.credit if known else None,
        None,
        (),
        line_sources(explanation, lines),
        body,
        reason_code=query.code,
    )


def _lines(explanation: Explanation, query: RefusalQuery, policies: tuple[Policy, ...]) -> tuple[Line, ...]:
    ids = query.subjects or tuple(dict.fromkeys([line for policy in policies for line in policy.lines]))
    return tuple([explanation.lines[one] for one in ids])
