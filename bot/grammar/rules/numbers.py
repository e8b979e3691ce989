"""Questions that hold a number: where it comes from, and sums held against it."""

from __future__ import annotations

from bot.grammar.asked import Asked, rounds_apart
from bot.grammar.doubt import multiplied
from budget.model import Level, Reason
from budget.numbers_nl import NumberSpan
from budget.queries import (
    ArithmeticQuery,
    CompareQuery,
    LookupQuery,
    Measure,
    Presumed,
    Query,
    ReadNumber,
    ReasonCode,
    RefusalQuery,
    SourceQuery,
    SourceTopic,
)
from budget.resolve.lines import inside, part_of
from budget.tree import overlap

__all__ = [
    "arithmetic",
    "contradiction",
    "leaves_open",
    "lookup",
    "main_number",
    "main_span",
    "presumed",
    "presumed_of",
    "reasons_of",
    "two_years",
]

_AS_PRINTED = 1_000  # from here on a bare number is a figure of the tables ("welk programma is 531.900")
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


def presumed(asked: Asked) -> Presumed | None:
    """Give the amount or percentage a question about a line takes for granted ("stijgt met 60 miljoen")."""
    if "multiple" in asked.frame.marks:
        return multiplied(asked)
    span = main_span(asked) if asked.frame.numbers else None
    if span is None or span.number.kind not in {"eur", "pct"} or len(asked.subjects) > 1:
        return None
    if leaves_open(asked):
        return None
    if asked.why and _is_stated(asked, span.number):
        return None  # "waarom VDAB +1,5 miljoen" quotes a reason, and not the change of the line
    return Presumed(span.number, span.hedge)


def presumed_of(asked: Asked) -> Presumed | None:
    """Give the number a question about a policy takes for granted, a count too ("zijn er 1.000 extra jobs")."""
    span = main_span(asked) if asked.frame.numbers else None
    if span is None or span.number.kind == "pp" or span.number.scale or leaves_open(asked):
        return None
    return Presumed(span.number, span.hedge)


def leaves_open(asked: Asked) -> bool:
    """Whether a question presumes neither of two ways: "groter of kleiner dan 4 miljard"."""
    words = set(asked.frame.words)
    return "of" in words and any(pair <= words for pair in _EITHER_WAY)


_EITHER_WAY = (
    {"groter", "kleiner"},
    {"meer", "minder"},
    {"hoger", "lager"},
    {"boven", "onder"},
    {"stijgt", "daalt"},
)


def _is_stated(asked: Asked, number: ReadNumber) -> bool:
    """Whether a number is the amount of a stated reason, as printed."""
    return number.kind == "eur" and bool(reasons_of(asked, number))


def reasons_of(asked: Asked, number: ReadNumber | None) -> tuple[Reason, ...]:
    """Give the stated reasons with this very amount, read in millions when it has no unit; empty for no number."""
    if number is None or number.kind not in {"eur", "qty"}:
        return ()
    said = abs(number.value) * (1 if number.kind == "eur" else _MILLION)
    return tuple(
        one
        for one in asked.explanation.reasons.values()
        if one.amount is not None and abs(one.amount.eur) * 10**number.scale == said
    )


_MILLION = 1_000_000


def contradiction(asked: Asked) -> Query | None:
    """Why a slide and the table differ: a known oddity of the source."""
    marks = asked.frame.marks
    source = marks.get("source")
    if source is None:
        return None
    asks_where = asked.frame.word(source.get("slides", 0) - 1) in {"welke", "welk"}
    against = ("slides" in source and "table" in source and not asks_where) or "gap" in source
    numbers = tuple(span.number for span in asked.frame.numbers if not span.looks_like)
    two = len(numbers) > 1 and bool(source.keys() & {"slides", "table"})
    doubted = "yesno" in marks and bool(numbers) and "slides" in source
    if not (against or two or doubted):
        return None
    subject = next((one.line for one in asked.subjects if not one.ambiguous), None)
    return SourceQuery(SourceTopic.GAP, subject, document=asked.document, numbers=numbers)


def arithmetic(asked: Asked) -> Query | None:
    """A sum or difference of lines, outright or held against a number; a line left out is taken off what holds it."""
    left = asked.turns.left
    if left and not asked.turns.only_out:
        return None
    if left and any(one.without for one in asked.subjects):
        return _left_out(asked)
    sums = asked.frame.marks.get("sum")
    if not sums:
        return None
    if "minus" in sums and _from_the_total(asked, sums["minus"]):
        return _sum(asked, "-", (asked.explanation.total.id, *asked.lines))
    if len(asked.lines) < 2:  # noqa: PLR2004 - it takes two to add or subtract
        return None
    minus = "minus" in sums
    claimed = main_number(asked)
    plus = bool(sums.keys() & {"plus", "sum"}) and claimed is not None
    if not (minus or plus):
        return None
    if asked.compared is Measure.PCT:
        return _of_growths(asked, minus=minus and claimed is None)
    if asked.rounds.change and asked.compared is Measure.LEVEL:
        return _in_two_rounds(asked) if minus else None
    return _sum(asked, "-" if minus else "+", _own_parts(asked) if minus else asked.lines)


def _of_growths(asked: Asked, *, minus: bool) -> Query:
    """Two growths taken from each other, which makes percentage points; only where both are called growths.

    A sum of growths, or the growth of a difference, is not worked out.
    """
    moves = {"rise", "fall", "delta"} & asked.frame.marks.get("measure", {}).keys()
    if minus and moves and len(asked.lines) == 2:  # noqa: PLR2004 - one from the other
        return CompareQuery(asked.lines, Measure.PCT, asked.credit, None, asked.document)
    return RefusalQuery(
        ReasonCode.NOT_UNDERSTOOD, "no_data", asked.lines, kind="turned", heard="procent", document=asked.document
    )


def _from_the_total(asked: Asked, minus: int) -> bool:
    """Whether the lines named are all taken off the whole domain: "totaal min JD en JE"."""
    total = asked.frame.marks.get("total", {}).get("total", minus)
    own = asked.explanation.total.id
    named = bool(asked.lines) and own not in asked.lines and len(asked.lines) == len(asked.subjects)
    return total < minus and named and all(one.first > minus for one in asked.subjects)


def _in_two_rounds(asked: Asked) -> Query:
    """Two lines, each in its own year, taken from each other; a year that belongs to neither is not guessed."""
    apart = rounds_apart(asked)
    if not apart:
        return two_years(asked)
    return CompareQuery(asked.lines, Measure.LEVEL, asked.credit, None, asked.document, apart)


def two_years(asked: Asked) -> RefusalQuery:
    """Two years that do not belong each to one of two sizes: what they change is not guessed."""
    return RefusalQuery(ReasonCode.NOT_UNDERSTOOD, "no_data", asked.lines, kind="turned", document=asked.document)


def _own_parts(asked: Asked) -> tuple[str, ...]:
    """Give the lines of a difference, where taking off a table's head means taking off its part of the first line."""
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


def _sum(asked: Asked, operator: str, parts: tuple[str, ...]) -> ArithmeticQuery:
    claimed = main_number(asked)
    return ArithmeticQuery(operator, parts, claimed, asked.compared, asked.credit, asked.rounds.single, asked.document)


def _left_out(asked: Asked) -> Query | None:
    """What is left of a line, or of the whole document, without the lines to be left out.

    Only a part of it can be: "competenties zonder VDAB" leaves out what VDAB has of competenties, not all of VDAB.
    """
    explanation = asked.explanation
    marks = asked.frame.marks
    if (
        asked.policies
        or asked.why
        or asked.percent  # the growth of what is left is no difference of two growths
        or "after" in asked.turns.left
        or any(kind in marks for kind in ("rank", "share", "nature", "unit_level"))
    ):
        return None
    kept = [one for one in asked.subjects if not one.without]
    if len(kept) > 1 or any(one.ambiguous or one.clash for one in asked.subjects):
        return None
    whole = explanation.lines[kept[0].line] if kept else explanation.total
    is_head = whole.level is Level.TOTAL and whole.id != explanation.total.id
    found = [whole.id]
    for one in asked.subjects:
        if not one.without:
            continue
        line = explanation.lines[one.line]
        head = whole if is_head else line if line.level is Level.TOTAL else None
        of = (line.id,) if is_head else (whole.id,)
        parts = part_of(of, head.id, explanation) if head is not None and whole is not explanation.total else ()
        if len(parts) == 1:
            line = explanation.lines[parts[0]]
        within = line.scope == whole.scope and inside(line, whole, explanation)
        if not (within or line.whole == whole.id or whole is explanation.total) or line is whole:
            return None
        found.append(line.id)
    if overlap(explanation, [explanation.lines[one] for one in found[1:]]):
        return None
    return _sum(asked, "-", tuple(found))


def lookup(asked: Asked) -> Query | None:
    """A number without a subject: where it stands in the document."""
    if asked.has_names or "rank" in asked.frame.marks or "nature" in asked.frame.marks:
        return None
    if asked.frame.has("source", "unit"):
        return None
    slide = _slide(asked)
    if slide is not None:
        return SourceQuery(SourceTopic.SLIDES, slide=slide, document=asked.document)
    span = main_span(asked)
    if span is None:
        return None
    number = span.number
    bare = number.kind == "qty" and number.value < _AS_PRINTED
    if bare and asked.frame.marks.keys() & {"aspect", "unit_level", "sum"}:
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
