"""Questions about several lines: rank, share, sum, comparison and structure."""

from __future__ import annotations

from bot.grammar.asked import Asked
from bot.grammar.rules.lines import choice
from budget.model import Level, Line
from budget.queries import (
    CompareQuery,
    Measure,
    Query,
    RankQuery,
    ShareQuery,
    StructureQuery,
    StructureTopic,
    SumQuery,
)
from budget.resolve.lines import inside, narrow, part_of

__all__ = ["compare", "rank", "share", "structure", "total_of"]

_LEVELS = {"programme": Level.PROGRAMME, "ise": Level.ISE, "objective": Level.OBJECTIVE}
_PLURALS = frozenset(
    {"ises", "programmas", "doelstellingen", "structuurelementen", "sds", "begrotingsprogrammas", "doelen"}
)
_OF = frozenset({"van", "in", "binnen"})
_COUNTS = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5}


def rank(asked: Asked) -> Query | None:
    """Lines in order of size, change or percentage (DOMAIN, rules for answers 6)."""
    frame = asked.frame
    marks = frame.marks.get("rank", {})
    units = frame.marks.get("unit_level", {})
    listed = _lists_units(asked)
    if not (marks or listed) or asked.policies or asked.why:
        return None
    if len(asked.subjects) > 1 or (asked.subjects and not _is_parent(asked)):
        return None
    if (
        set(marks) == {"order"}
        and not units
        and frame.words[marks["order"]] in {"overzicht", "lijst", "top"}
        and asked.subjects
    ):
        return None
    level = next((_LEVELS[unit] for unit in _LEVELS if unit in units and not _names_subject(asked, unit)), Level.ISE)
    direction = asked.direction
    if "risers" in marks or "fallers" in marks:
        direction = 1 if "risers" in marks else -1
    elif "order" in marks:
        # "Rangschik volgens stijging" orders all lines, also those that fall.
        direction = 0
    changes = asked.change or bool({"risers", "fallers"} & marks.keys())
    measure = Measure.PCT if asked.percent else Measure.DELTA if changes else Measure.LEVEL
    smallest = "min" in marks or "reverse" in marks
    descending = not smallest if direction >= 0 else smallest
    return RankQuery(
        level,
        measure,
        asked.credit,
        asked.rounds.single if measure is Measure.LEVEL else None,
        descending=descending,
        direction=direction,
        count=_count(asked),
        parent=_parent(asked),
        document=asked.document,
    )


def _lists_units(asked: Asked) -> bool:
    """Whether lines of a level are asked as a list: "budget per ISE", "welke programma's stijgen"."""
    frame = asked.frame
    units = frame.marks.get("unit_level", {})
    if not units:
        return False
    place = min(units.values())
    measured = asked.change or asked.percent or frame.has("measure", "level") or asked.credit is not None
    per = frame.word(place - 1) in {"per", "elke", "elk", "alle", "iedere", "ieder"}
    which = frame.word(place - 1) in {"welke", "welk"} or frame.words[place] in _PLURALS
    return measured and (per or which)


def _names_subject(asked: Asked, unit: str) -> bool:
    """Whether a level word belongs to a subject's name ("programma JD") and so asks for no list."""
    place = asked.frame.marks["unit_level"][unit]
    return any(place + 1 == one.first or one.first <= place < one.end for one in asked.subjects)


def _is_parent(asked: Asked) -> bool:
    subject = asked.subjects[0]
    return not subject.ambiguous and bool(asked.explanation.lines[subject.line].parts)


def _parent(asked: Asked) -> str | None:
    if not asked.subjects or asked.subjects[0].line == asked.explanation.total.id:
        return None
    return asked.subjects[0].line


def _count(asked: Asked) -> int | None:
    """Give how many were asked: a small number beside the rank word."""
    for span in asked.frame.numbers:
        number = span.number
        if number.kind == "qty" and 0 < number.value <= 50 and number.step == 1:  # noqa: PLR2004 - longer lists are asked whole
            return number.value
    for word in asked.frame.words:
        if word in _COUNTS:
            return _COUNTS[word]
    return None


def share(asked: Asked) -> Query | None:
    """Part of a whole: of the level, or of the change when a rise or fall is said."""
    frame = asked.frame
    marked = "share" in frame.marks
    of_something = (
        asked.percent and len(asked.subjects) > 1 and "compare" not in frame.marks and not _OF.isdisjoint(frame.words)
    )
    # "JD tegenover het totaal": the total stands behind the comparing word, else it only colours the subject.
    against = frame.marks.get("compare", {}).get("compare", len(frame.words))
    against_total = len(asked.subjects) == 1 and frame.marks.get("total", {}).get("total", -1) > against
    of_total = len(asked.subjects) == 1 and (
        against_total or (asked.percent and _of_the_total(asked)) or (asked.percent and _of_the_rise(asked))
    )
    if not (marked or of_something or of_total) or not asked.subjects or asked.policies or "nature" in frame.marks:
        return None
    if len(asked.subjects) > 2:  # noqa: PLR2004 - a share has two ends
        return None
    measure = Measure.DELTA if asked.change else Measure.LEVEL
    pair = _pair(asked)
    if pair is None:
        return choice(asked, "share", wording="aandeel")
    part, whole = pair
    if part == whole:
        return None
    round_ = asked.rounds.single if measure is Measure.LEVEL else None
    return ShareQuery(part, whole, measure, asked.credit, round_, asked.document)


def _of_the_total(asked: Asked) -> bool:
    """Whether "procent van het totaal" is said: "van" opens the whole, and the subject is not that whole itself."""
    frame = asked.frame
    place = frame.marks.get("measure", {}).get("pct", -1)
    total = frame.marks.get("total", {}).get("total", -1)
    return (
        asked.subjects[0].candidates != (asked.explanation.total.id,)
        and "van" in frame.words[place + 1 : place + 3]
        and 0 <= total - place <= 4  # noqa: PLR2004 - "procent van de hele": a few words at most
    )


def _of_the_rise(asked: Asked) -> bool:
    """Whether "procent van de stijging" is said before the one subject: then the whole rise is the whole."""
    frame = asked.frame
    place = frame.marks.get("measure", {}).get("pct", -1)
    follow = frame.words[place + 1 : place + 5]
    moves = frame.marks.get("measure", {})
    return (
        place >= 0
        and "van" in follow
        and any(place < moves.get(meaning, -1) <= place + 4 for meaning in ("rise", "fall", "delta"))
        and asked.subjects[0].first > place + len(follow)
    )


def _pair(asked: Asked) -> tuple[str, str] | None:
    """Give part and whole: the structure decides, else the wording; None when a name stays ambiguous."""
    explanation = asked.explanation
    lines = explanation.lines
    first = asked.subjects[0]
    if len(asked.subjects) == 1:
        if first.ambiguous:
            return None
        line = lines[first.line]
        return (line.id, _default_whole(asked, line))
    second = asked.subjects[1]
    for one, other in ((first, second), (second, first)):
        head = lines[one.candidates[0]]
        if not one.ambiguous and head.level is Level.TOTAL and head.id != explanation.total.id:
            parts = part_of(other.candidates, head.id, explanation)
            if len(parts) == 1 and lines[parts[0]].whole is not None and lines[other.candidates[0]].scope != head.id:
                return (parts[0], lines[parts[0]].whole or head.id)
    for one, other in ((first, second), (second, first)):
        if other.ambiguous:
            continue
        within = narrow(one.candidates, lines[other.line], explanation)
        if len(within) == 1 and inside(lines[within[0]], lines[other.line], explanation):
            return (within[0], other.line)
    if first.ambiguous or second.ambiguous:
        return None
    whole_first = _whole_comes_first(asked)
    return (second.line, first.line) if whole_first else (first.line, second.line)


def _default_whole(asked: Asked, line: Line) -> str:
    """Give the whole when none is named: the head of the line's table, or the document's total for that head."""
    total = asked.explanation.total.id
    return line.scope if line.scope != line.id and line.level is not Level.OBJECTIVE else total


def _whole_comes_first(asked: Asked) -> bool:
    """Whether the whole is named first: "welk deel van competenties is VDAB"; never behind "aandeel"."""
    frame = asked.frame
    place = frame.marks.get("share", {}).get("share")
    if place is None:
        place = frame.marks.get("measure", {}).get("pct", -1)
    if frame.word(place).startswith("aandeel"):
        return False
    follow = [frame.word(place + step) for step in range(1, 4)]
    return "van" in follow and asked.subjects[0].first > place


def total_of(asked: Asked) -> Query | None:
    """Several lines added up."""
    marks = asked.frame.marks
    if len(asked.subjects) < 2 or asked.policies:  # noqa: PLR2004
        return None
    words = asked.frame.words
    told_to_add = {"tel", "tellen", "telt"} & set(words) and "op" in words
    together = bool({"sum", "plus"} & marks.get("sum", {}).keys()) or bool(told_to_add)
    compared = asked.frame.has("compare", "compare") or "dan" in words
    if not together and ("total" not in marks or compared):
        return None
    measure = Measure.DELTA if asked.change else Measure.LEVEL
    found = choice(asked, "sum", wording="level")
    if found is not None:
        return found
    round_ = asked.rounds.single if measure is Measure.LEVEL else None
    return SumQuery(asked.lines, measure, asked.credit, round_, asked.document)


def compare(asked: Asked) -> Query | None:
    """Lines side by side."""
    if len(asked.subjects) < 2 or asked.policies:  # noqa: PLR2004
        return None
    measure = asked.compared
    found = choice(asked, measure.value)
    if found is not None:
        return found
    round_ = asked.rounds.single if measure is Measure.LEVEL else None
    if asked.rounds.change and measure is Measure.LEVEL:
        measure = Measure.DELTA
    return CompareQuery(asked.lines, measure, asked.credit, round_, asked.document)


def structure(asked: Asked) -> Query | None:
    """What stands under or above a line, and lists of programmes, ISEs and objectives."""
    frame = asked.frame
    marks = frame.marks.get("structure", {})
    units = frame.marks.get("unit_level", {})
    if asked.policies or asked.change or asked.percent or asked.why or asked.credit is not None:
        return None
    if "parent" in marks and asked.subjects:
        # "welke ISE's vallen onder JD" asks for what stands below, "onder welk programma valt X" for what stands above.
        below = any(word in _PLURALS for word in frame.words) and _is_parent(asked)
        found = choice(asked, "parent", wording="onder welk programma valt")
        topic = StructureTopic.PARTS if below else StructureTopic.PARENT
        return found or StructureQuery(topic, asked.subjects[0].line, asked.document)
    if asked.subjects:
        if "parts" in marks or (units and any(word in _PLURALS for word in frame.words) and _is_parent(asked)):
            found = choice(asked, "parts")
            return found or StructureQuery(StructureTopic.PARTS, asked.subjects[0].line, asked.document)
        return None
    if not units and "parts" not in marks:
        return None
    if "parts" in marks and not units:
        return StructureQuery(StructureTopic.PARTS, asked.explanation.total.id, asked.document)
    topics = {
        "objective": StructureTopic.OBJECTIVES,
        "programme": StructureTopic.PROGRAMMES,
        "ise": StructureTopic.ISES,
    }
    plural = any(word in _PLURALS for word in frame.words) or "objective" in units
    if not plural and not marks:
        return None
    return next((StructureQuery(topics[unit], None, asked.document) for unit in topics if unit in units), None)
