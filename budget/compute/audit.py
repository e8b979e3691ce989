"""Every reconciliation check of a document, as the checks themselves found it."""

from __future__ import annotations

from budget.answers import Answer, AuditBody, Status
from budget.model import Catalog
from budget.provenance import line_sources
from budget.queries import AuditQuery
from budget.reconcile import checks
from budget.scope import explanation_for

__all__ = ["answer"]


def answer(query: AuditQuery, catalog: Catalog) -> Answer:
    """All checks of the named document, in the order they are made."""
    explanation = explanation_for(catalog, query.document)
    return Answer(
        query,
        Status.OK,
        "audit",
        explanation.document,
        (explanation.total.id,),
        None,
        None,
        (),
        line_sources(explanation, (explanation.total,)),
        AuditBody(explanation.document, checks(explanation)),
    )
