"""Replies that explain words; general knowledge says that it does not come from the document."""

from __future__ import annotations

from bot.replies.model import Items, Reply
from bot.replies.naming import inner
from bot.replies.nextsteps import help_steps
from bot.replies.provenance import cited, document_line, source_lines
from budget.answers import Answer, GlossaryBody
from budget.model import GlossaryTerm

__all__ = ["GENERAL", "glossary_reply"]

GENERAL = "Algemene uitleg, niet uit het document."


def _told(term: GlossaryTerm) -> str:
    long = f" ({term.expansion})" if term.expansion else ""
    return f"{term.name}{long}: {inner(term.text)}"


def glossary_reply(answer: Answer, body: GlossaryBody) -> Reply:
    """The explained words, the first as headline."""
    terms = body.terms
    rows = tuple(("", _told(term), 0) for term in terms[1:])
    general = [term for term in terms if not term.from_source]
    note = GENERAL
    if general and len(general) < len(terms):
        note = f"Algemene uitleg, niet uit het document: {', '.join(term.name for term in general)}."
    headline = _told(terms[0])
    return Reply(
        answer.status.value,
        headline,
        (Items("Ook gevraagd", rows),) if rows else (),
        (note,) if general else (),
        "",
        source_lines(answer.sources) or (() if len(general) == len(terms) else (document_line(answer.document),)),
        f"{headline.rstrip('.')} {'(algemene uitleg, niet uit het document)' if general else cited(answer)}.",
        (),
        help_steps(),
    )
