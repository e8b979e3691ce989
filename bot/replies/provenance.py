"""Where a figure stands and what it means: source lines, citation, and the context sentence of every answer."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from bot.replies.model import SourceLine
from bot.replies.naming import joined
from budget.answers import Answer, Source
from budget.model import Credit, Document, Round

__all__ = ["cited", "context", "credit_in_words", "day", "document_line", "round_in_words", "source_lines"]

_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_CREDIT = {
    Credit.VAK: "vastleggingskrediet (VAK)",
    Credit.VEK: "vereffeningskrediet (VEK)",
}
_MEANING = {
    Credit.VAK: "VAK is het vastleggingskrediet of beleidskrediet: het bedrag dat vastgelegd mag worden.",
    Credit.VEK: "VEK is het vereffeningskrediet of betaalkrediet: het bedrag dat betaald mag worden.",
}
_ROUND_KIND = {"BA": "begrotingsaanpassing", "BO": "begrotingsopmaak"}


@lru_cache(maxsize=256)
def day(when: date) -> str:
    """A date in words: "18 oktober 2021"."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def credit_in_words(credit: Credit) -> str:
    """A credit spelled out with its letters: "vastleggingskrediet (VAK)"."""
    return _CREDIT[credit]


@lru_cache(maxsize=64)
def _round_in_words(kind: str, year: int) -> str:
    return f"{_ROUND_KIND[kind]} {year}" if kind in _ROUND_KIND else f"{kind} {year}".strip()


def round_in_words(which: Round) -> str:
    """A round spelled out: "begrotingsopmaak 2022"."""
    return _round_in_words(which.kind, which.year)


@lru_cache(maxsize=4096)
def _slide_text(title: str, when: date, number: int, slide: str) -> str:
    return f"{title} ({day(when)}), slide {number}: {slide}"


@lru_cache(maxsize=4096)
def _slide_line(title: str, when: date, number: int, slide: str, link: str | None) -> SourceLine:
    return SourceLine(_slide_text(title, when, number, slide), link)


def source_lines(sources: tuple[Source, ...]) -> tuple[SourceLine, ...]:
    """Each source as people cite it, with document, date, slide number and slide title."""
    return tuple(
        [
            _slide_line(
                source.document.title, source.document.date, source.slide.number, source.slide.title, source.link
            )
            for source in sources
        ]
    )


@lru_cache(maxsize=64)
def _document_line(title: str, when: date) -> SourceLine:
    return SourceLine(f"{title} ({day(when)})", None)


def document_line(document: Document) -> SourceLine:
    """The document as a whole, without a slide."""
    return _document_line(document.title, document.date)


@lru_cache(maxsize=4096)
def _cited(title: str, when: date, slides: tuple[int, ...]) -> str:
    where = ""
    if slides:
        where = f", {'slide' if len(slides) == 1 else 'slides'} {joined([str(number) for number in slides])}"
    return f"(bron: {title}, {day(when)}{where})"


def cited(answer: Answer) -> str:
    """The source between brackets for a note or a speech: document, date and slide numbers."""
    document = answer.document
    numbers = tuple(sorted({source.slide.number for source in answer.sources}))
    return _cited(document.title, document.date, numbers)


@lru_cache(maxsize=256)
def _context(
    credits: tuple[Credit, ...], base: tuple[str, int], draft: tuple[str, int], scope: str, domain: str
) -> str:
    if scope == "vdab":
        reach = f"Bereik: VDAB, een deel van het beleidsdomein {domain}."
    elif scope == "wse":
        reach = f"Bereik: beleidsdomein {domain}, inclusief VDAB."
    else:
        reach = f"Bereik: beleidsdomein {domain}."
    if not credits:
        return reach
    meanings = " ".join(_MEANING[credit] for credit in credits)
    rounds = [f"{Round(*pair).label} is de {_round_in_words(*pair)}" for pair in (draft, base)]
    return f"{meanings} {rounds[0]}, {rounds[1]}. {reach}"


def context(document: Document, scope: str, *credits: Credit) -> str:
    """Definition of the credits with the two rounds (when credits are given), and the scope of an answer."""
    base, draft = document.base_round, document.draft_round
    return _context(credits, (base.kind, base.year), (draft.kind, draft.year), scope, document.domain)
