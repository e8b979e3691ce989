"""Questions about several lines: sum, comparison and structure."""

from __future__ import annotations

from bot.grammar.asked import Asked, rounds_apart
from bot.grammar.rules.lines import choice
from bot.grammar.subjects import Subject
from budget.model import Level
from budget.queries import (
    ActionQuery,
    CompareQuery,
    Measure,
    Query,
    ReasonCode,
    RefusalQuery,
    StructureQuery,
    StructureTopic,
    SumQuery,
)

__all__ = ["PLURALS", "compare", "counts_units", "is_parent", "structure", "total_of"]

PLURALS = frozenset(
    {"ises", "programmas", "doelstellingen", "structuurelementen", "sds", "begrotingsprogrammas", "doelen"}
)
_TOPICS = {
    "objective": StructureTopic.OBJECTIVES,
    "programme": StructureTopic.PROGRAMMES,
    "ise": StructureTopic.ISES,
}


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
    if "actions" in frame.marks and "parts" in marks:
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
            if found is None and asked.explanation.lines[subject].level is Level.ISE:
                return ActionQuery((subject,), document=asked.document)  # below an ISE only its actions stand
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
