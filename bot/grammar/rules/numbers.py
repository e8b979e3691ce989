"""Questions that hold a number: where it comes from, and sums held against it."""

from __future__ import annotations

from bot.grammar.asked import Asked
from budget.model import Level
from budget.numbers_nl import NumberSpan
from budget.queries import ArithmeticQuery, LookupQuery, Query, ReadNumber, SourceQuery, SourceTopic
from budget.resolve.lines import part_of

__all__ = ["arithmetic", "contradiction", "lookup", "main_number", "main_span"]

_MATTERING = ("eur", "pct", "pp", "qty")


def main_span(asked: Asked) -> NumberSpan | None:
    """Give the number a question turns on: an amount before a percentage before a count; None without one."""
    best: NumberSpan | None = None
    for span in asked.frame.numbers:
        kind = span.number.kind
        if kind not in _MATTERING or span.looks_like:
            continue
        if best is None or _MATTERING.index(kind) < _MATTERING.index(best.number.kind):
            best = span
    return best


def main_number(asked: Asked) -> ReadNumber | None:
    """Give the value of main_span."""
    span = main_span(asked)
    return None if span is None else span.number


def contradiction(asked: Asked) -> Query | None:
    """Why a slide and the table differ: a known oddity of the source."""
    marks = asked.frame.marks
    source = marks.get("source", {})
    against = ("slides" in source and "table" in source) or "gap" in source
    numbers = tuple(span.number for span in asked.frame.numbers if not span.looks_like)
    two = len(numbers) > 1 and bool(source.keys() & {"slides", "table"})
    doubted = "yesno" in marks and bool(numbers) and "slides" in source
    if not (against or two or doubted):
        return None
    subject = next((one.line for one in asked.subjects if not one.ambiguous), None)
    return SourceQuery(SourceTopic.GAP, subject, document=asked.document, numbers=numbers)


def arithmetic(asked: Asked) -> Query | None:
    """A sum or difference of lines, outright or held against a number."""
    if len(asked.lines) < 2:  # noqa: PLR2004 - it takes two to add or subtract
        return None
    sums = asked.frame.marks.get("sum", {})
    minus = "minus" in sums or any(one.without for one in asked.subjects)
    claimed = main_number(asked)
    plus = bool(sums.keys() & {"plus", "sum"}) and claimed is not None
    if not (minus or plus):
        return None
    return ArithmeticQuery(
        "-" if minus else "+",
        _own_parts(asked) if minus else asked.lines,
        claimed,
        asked.compared,
        asked.credit,
        asked.rounds.single,
        asked.document,
    )


def _own_parts(asked: Asked) -> tuple[str, ...]:
    """Give the lines of a difference, where leaving out a table's head means leaving out its part of the first line.

    "Competenties zonder VDAB" leaves out what VDAB has of competenties, not the whole of VDAB.
    """
    explanation = asked.explanation
    first, *others = asked.lines
    if explanation.lines[first].level is Level.TOTAL:
        return asked.lines
    found = [first]
    for one in others:
        is_head = explanation.lines[one].level is Level.TOTAL and one != explanation.total.id
        parts = part_of((first,), one, explanation) if is_head else ()
        found.append(parts[0] if len(parts) == 1 else one)
    return tuple(found)


def lookup(asked: Asked) -> Query | None:
    """A number without a subject: where it stands in the document."""
    if asked.has_names or "rank" in asked.frame.marks or "nature" in asked.frame.marks:
        return None
    slide = _slide(asked)
    if slide is not None:
        return SourceQuery(SourceTopic.SLIDES, slide=slide, document=asked.document)
    span = main_span(asked)
    if span is None:
        return None
    number = span.number
    if number.kind == "qty" and asked.frame.marks.keys() & {"aspect", "unit_level"}:
        return None
    return LookupQuery(
        number,
        credit=asked.credit,
        round=asked.rounds.single,
        direction=asked.direction,
        wants_change=asked.change,
        wants_reason=asked.why,
        document=asked.document,
        doubtful=span.doubtful,
    )


def _slide(asked: Asked) -> int | None:
    """Give the slide a question names by number ("slide 11")."""
    place = asked.frame.marks.get("source", {}).get("slides")
    if place is None:
        return None
    for near in (place + 1, place + 2, place - 1):
        word = asked.frame.word(near)
        if word.isdigit() and len(word) <= 3:  # noqa: PLR2004 - no deck has a thousand slides
            return int(word)
    return None
