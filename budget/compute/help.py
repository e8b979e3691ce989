"""Help: nothing is computed."""

from __future__ import annotations

from budget.answers import Answer, HelpBody, Status
from budget.model import Catalog
from budget.queries import HelpQuery

__all__ = ["answer"]


def answer(query: HelpQuery, catalog: Catalog) -> Answer:
    """The help answer, about no line at all."""
    document = catalog.default.document
    return Answer(query, Status.HELP, "help", document, (), None, None, (), (), HelpBody(query.explicit))
