"""Questions about the document itself, and where something stands in it."""

from __future__ import annotations

from bot.grammar.asked import Asked
from bot.grammar.rules.lines import choice
from bot.grammar.rules.numbers import main_number
from budget.queries import Query, SourceQuery, SourceTopic

__all__ = ["about_document", "where_it_stands"]

_SLIDES = frozenset("slide slides dia dias pagina paginas bladzijde blz".split())
_WHO = frozenset(
    {"wie", "spreker", "indiener", "auteur", "presenteerde", "voorgesteld", "gepresenteerd", "voorstelde", "bevoegde"}
)


def where_it_stands(asked: Asked) -> Query | None:
    """On which slide a line stands; a policy's place is told by the policy itself."""
    source = asked.frame.marks.get("source", {})
    if not asked.subjects or asked.policies or not source.keys() & {"slides", "slide_of"}:
        return None
    on_which = any(word in _SLIDES for word in asked.frame.words) and not {"welke", "welk"}.isdisjoint(
        asked.frame.words
    )
    if (asked.why or asked.change or asked.percent) and not on_which:
        return None
    found = choice(asked, "slide_of")
    return found or SourceQuery(SourceTopic.SLIDE_OF, asked.subjects[0].line, document=asked.document)


def about_document(asked: Asked) -> Query | None:
    """When, where and by whom the document was shown, and how it is built."""
    frame = asked.frame
    source = frame.marks.get("source", {})
    if frame.dates and not asked.has_names and not frame.marks.keys() - {"source"}:
        return SourceQuery(SourceTopic.DATE, document=asked.document)
    if "aspect" in frame.marks and _asks_years(asked):
        return SourceQuery(SourceTopic.DOCUMENT, document=asked.document)
    if not source or asked.policies or asked.change or asked.percent or asked.why:
        return None
    if "unit" not in source and main_number(asked) is not None:
        return None  # "in euro of duizend euro" holds no number
    total = asked.explanation.total.id
    if any(one.candidates != (total,) for one in asked.subjects):
        return None
    which = "document" in source and not {"welk", "welke"}.isdisjoint(frame.words)
    if frame.has("measure", "level") and not which and not source.keys() & {"unit", "slides"}:
        return None
    words = set(frame.words)
    topic: SourceTopic | None = None
    if "date" in source and not ("presenter" in source and "wie" in words):
        topic = SourceTopic.DATE
    elif "unit" in source:
        topic = SourceTopic.UNIT
    elif "waar" in words and "presenter" in source and "wie" not in words:
        topic = SourceTopic.VENUE
    elif "presenter" in source and (words & _WHO or not asked.subjects):
        topic = SourceTopic.PRESENTER
    elif "venue" in source:
        topic = SourceTopic.VENUE
    elif "slides" in source:
        topic = SourceTopic.SLIDES
    elif source.keys() & {"document", "slide_of"} and not asked.frame.marks.keys() & {
        "rank",
        "share",
        "nature",
        "sum",
        "total",
        "credit",
    }:
        topic = SourceTopic.DOCUMENT
    return None if topic is None else SourceQuery(topic, document=asked.document)


def _asks_years(asked: Asked) -> bool:
    """Whether the years of the figures are asked: "van welk jaar zijn deze cijfers"."""
    frame = asked.frame
    if asked.has_names or frame.years or asked.change:
        return False
    return frame.has("aspect", "period") and not _YEARS.isdisjoint(frame.words) and not _WHICH.isdisjoint(frame.words)


_YEARS = frozenset({"jaar", "jaren"})
_WHICH = frozenset({"welk", "welke"})
