"""Questions about several lines: share, sum, comparison and structure."""

from __future__ import annotations

from bot.grammar.asked import Asked, rounds_apart
from bot.grammar.rules.lines import choice
from bot.grammar.subjects import Subject
from budget.model import Level, Line
from budget.queries import (
    CompareQuery,
    Measure,
    Query,
    ReasonCode,
    RefusalQuery,
    ShareQuery,
    StructureQuery,
    StructureTopic,
    SumQuery,
)
from budget.resolve.lines import inside, narrow, part_of

__all__ = ["PLURALS", "compare", "counts_units", "is_parent", "share", "structure", "total_of"]

PLURALS = frozenset(
    {"ises", "programmas", "doelstellingen", "structuurelementen", "sds", "begrotingsprogrammas", "doelen"}
)
_TOPICS = {
    "objective": StructureTopic.OBJECTIVES,
    "programme": StructureTopic.PROGRAMMES,
    "ise": StructureTopic.ISES,
}
_OVER = frozenset({"in", "binnen"})
_OF = frozenset({"van", "in", "binnen"})
_AS_PERCENT = (["procent"], ["percent"], ["procenten"], ["percentage"], ["%"], ["pct"])


def share(asked: Asked) -> Query | None:
    """Part of a whole: of the level, or of the change when a rise or fall is said."""
    frame = asked.frame
    if not asked.subjects or asked.policies or "nature" in frame.marks:
        return None
    marked = "share" in frame.marks
    of_something = asked.percent and len(asked.subjects) > 1 and "compare" not in frame.marks and _of_is_said(asked)
    # "JD tegenover het totaal": the total stands behind the comparing word, else it only colours the subject.
    against = frame.marks.get("compare", {}).get("compare", len(frame.words))
    against_total = len(asked.subjects) == 1 and frame.marks.get("total", {}).get("total", -1) > against
    of_total = len(asked.subjects) == 1 and (
        against_total or (asked.percent and _of_the_total(asked)) or (asked.percent and _of_the_rise(asked))
    )
    if not (marked or of_something or of_total or _is_part_said(asked)):
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


def _is_part_said(asked: Asked) -> bool:
    """Whether a part is asked as a percentage of its whole: "competenties: welk percentage is VDAB"."""
    lines = asked.explanation.lines
    if not asked.percent or asked.change or len(asked.subjects) != 1 or asked.subjects[0].ambiguous:
        return False
    line = lines[asked.subjects[0].line]
    heads = [hit.first for hit in asked.frame.names if hit.targets == (line.scope,)]
    return line.whole is not None and any(asked.frame.word(place - 1) == "is" for place in heads)


def _of_is_said(asked: Asked) -> bool:
    """Whether "van" or "in" stands between a part and a whole; the one of "in procent" does not."""
    words = asked.frame.words
    return any(word in _OF and words[place + 1 : place + 2] not in _AS_PERCENT for place, word in enumerate(words))


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
        and any(
            place + 1 + follow.index("van") < moves.get(meaning, -1) <= place + 4
            for meaning in ("rise", "fall", "delta")
        )
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
        if line.whole is not None and _is_part_said(asked):
            return (line.id, line.whole)
        return (line.id, _default_whole(asked, line))
    second = asked.subjects[1]
    between = asked.frame.words[first.end : second.first]
    head_first = _whole_comes_first(asked) and not first.ambiguous and lines[first.line].scope == first.line
    if head_first and _OVER.isdisjoint(between):
        parts = part_of(second.candidates, first.line, explanation)
        if len(parts) == 1:
            return (parts[0], first.line)  # "hoeveel procent van VDAB gaat naar activering"
    for one, other in ((first, second), (second, first)):
        head = lines[one.candidates[0]]
        if not one.ambiguous and head.level is Level.TOTAL and head.id != explanation.total.id:
            parts = part_of(other.candidates, head.id, explanation)
            if (
                len(parts) == 1
                and [hit.kind for hit in asked.frame.names if hit.targets == (head.id,)].count("line") > 1
            ):
                return (parts[0], head.id)  # "JF van VDAB in VDAB": said twice, it is the whole too
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
    words = frame.words
    if "hoeveel" in words and frame.word(words.index("hoeveel") + 1) == "van":
        return True
    if frame.word(place).startswith("aandeel"):
        return False
    follow = [frame.word(place + step) for step in range(1, 4)]
    return "van" in follow and asked.subjects[0].first > place


def total_of(asked: Asked) -> Query | None:
    """Several lines added up."""
    marks = asked.frame.marks
    words = asked.frame.words
    if len(asked.subjects) == 1 and _both_meant(asked):
        measure = Measure.DELTA if asked.change else Measure.LEVEL
        round_ = asked.rounds.single if measure is Measure.LEVEL else None
        return SumQuery(asked.subjects[0].candidates, measure, asked.credit, round_, asked.document)
    if len(asked.subjects) < 2 or asked.policies:  # noqa: PLR2004
        return None
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


def _both_meant(asked: Asked) -> bool:
    """Whether both lines of one name are to be added: "beide lijnen duurzame arbeidsmarkt samen"."""
    words = set(asked.frame.words)
    both = bool({"beide", "allebei", "twee"} & words) and "sum" in asked.frame.marks
    return both and asked.subjects[0].ambiguous and not asked.policies and not asked.why


def compare(asked: Asked) -> Query | None:
    """Lines side by side."""
    if len(asked.subjects) < 2 or asked.policies:  # noqa: PLR2004
        return None
    measure = asked.compared
    found = choice(asked, measure.value)
    if found is not None:
        return found
    if measure is Measure.PCT and not asked.firm_change and {"more", "less"} & asked.frame.marks["measure"].keys():
        # "Hoeveel procent hoger is X dan Y" asks a ratio of two sizes, which no answer here gives.
        return RefusalQuery(
            ReasonCode.NOT_UNDERSTOOD,
            "no_data",
            asked.lines,
            kind="turned",
            heard="procent",
            document=asked.document,
        )
    round_ = asked.rounds.single if measure is Measure.LEVEL else None
    apart = rounds_apart(asked) if asked.rounds.change and measure is Measure.LEVEL else ()
    if apart:
        return CompareQuery(asked.lines, measure, asked.credit, None, asked.document, apart)
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
        below = any(word in PLURALS for word in frame.words) and is_parent(asked, asked.subjects[0])
        found = choice(asked, "parent", wording="onder welk programma valt")
        topic = StructureTopic.PARTS if below else StructureTopic.PARENT
        return found or StructureQuery(topic, asked.subjects[0].line, asked.document)
    if asked.subjects:
        if "parts" in marks or (
            units and any(word in PLURALS for word in frame.words) and is_parent(asked, asked.subjects[0])
        ):
            found = choice(asked, "parts")
            subject = asked.subjects[0].line
            whole = asked.explanation.lines[subject].level is Level.TOTAL
            topic = next((_TOPICS[unit] for unit in _TOPICS if unit in units), StructureTopic.PARTS)
            counted = counts_units(asked)
            return found or StructureQuery(
                topic if counted and whole else StructureTopic.PARTS, subject, asked.document, counted
            )
        return None
    if not units and "parts" not in marks:
        return None
    if "parts" in marks and not units:
        return StructureQuery(StructureTopic.PARTS, asked.explanation.total.id, asked.document)
    plural = any(word in PLURALS for word in frame.words) or "objective" in units
    if not plural and not marks:
        return None
    return next(
        (StructureQuery(_TOPICS[unit], None, asked.document, counts_units(asked)) for unit in _TOPICS if unit in units),
        None,
    )


def counts_units(asked: Asked) -> bool:
    """Whether the number of lines is asked: "hoeveel ISE's", "het aantal programma's"."""
    frame = asked.frame
    places = frame.marks.get("unit_level", {}).values()
    return any(
        frame.word(at - 1) in {"hoeveel", "aantal"} and not PLURALS.isdisjoint(frame.words[at : at + 2])
        for at in places
    )


def is_parent(asked: Asked, subject: Subject) -> bool:
    """Whether a subject is a line with lines below it."""
    return not subject.ambiguous and bool(asked.explanation.lines[subject.line].parts)
