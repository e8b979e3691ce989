"""Which loaded document and which of its two rounds a question is about; no figure is taken here."""

from __future__ import annotations

from collections.abc import Iterable

from budget.model import Catalog, Document, Explanation, Round
from budget.queries import ReasonCode

__all__ = ["explanation_for", "settled_round"]


def explanation_for(
    catalog: Catalog, document: str | None, subjects: Iterable[str] = (), asked: Round | None = None
) -> Explanation:
    """The named document; else the default one, or the newest that has the asked round or subjects it lacks.

    Raises KeyError for a document that is not loaded.
    """
    if document is not None:
        return catalog.explanations[document]
    first = catalog.default
    if len(catalog.explanations) == 1:
        return first
    wanted = tuple(subjects)
    able = [one for one in catalog.explanations.values() if all(line in one.lines for line in wanted)]
    for one in able:
        if isinstance(settled_round(one.document, asked), Round):
            return one
    return able[0] if able else first


def settled_round(document: Document, asked: Round | None, *, change: bool = False) -> Round | ReasonCode:
    """The document's own round that is meant (the draft round when none was named), or why it is not in there.

    The round comes back as the very object of the document. With `change` only the draft round will do: the
    change that led to the base round stands in an older document.
    """
    draft, base = document.draft_round, document.base_round
    if asked is None or asked == draft:
        return draft
    if asked.year not in (draft.year, base.year):
        return ReasonCode.OTHER_YEAR
    if asked.kind and asked != base:
        return ReasonCode.OTHER_ROUND
    if asked.year == draft.year and not asked.kind:
        return draft
    return ReasonCode.OTHER_YEAR if change else base
