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

__all__ = ["PLURALS", "compare", "counts_units", "is_parent", "outside_objectives", "structure", "total_of"]

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
    if len(asked.subjects) == 1 and "rank" in asked.frame.marks and _which_of_two(asked):
        measure = Measure.PCT if asked.percent else Measure.DELTA if asked.change else Measure.LEVEL
        round_ = asked.rounds.single if measure is Measure.LEVEL else None
        return CompareQuery(asked.subjects[0].candidates, measure, asked.credit, round_, asked.document)
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


def _which_of_two(asked: Asked) -> bool:
    """Whether both lines of one name are set against each other: "welke van de twee activeringen stijgt het meest"."""
    words = asked.frame.words
    both = not {"twee", "beide"}.isdisjoint(words) and not {"welke", "welk"}.isdisjoint(words)
    return both and len(asked.subjects[0].candidates) == 2 and not asked.policies  # noqa: PLR2004 - of the two


def structure(asked: Asked) -> Query | None:
    """What stands under or above a line, and lists of programmes, ISEs and objectives."""
    frame = asked.frame
    marks = frame.marks.get("structure", {})
    units = frame.marks.get("unit_level", {})
    if asked.policies or asked.change or asked.percent or asked.why or asked.credit is not None:
        return None
    if ("actions" in frame.marks and "parts" in marks) or "sum" in frame.marks:
        return None
    if asked.subjects:
        if _asks_below(asked):
            return _below(asked)
        if "parent" in marks or _asks_above(asked) or _asks_what_it_is(asked):
            found = choice(asked, "parent", wording="onder welk programma valt")
            return found or StructureQuery(StructureTopic.PARENT, asked.subjects[0].line, asked.document)
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


def _below(asked: Asked) -> Query:
    """What stands below the subject: lines, or below an ISE its actions."""
    subject = asked.subjects[0].line
    line = asked.explanation.lines[subject]
    found = choice(asked, "parts")
    if found is not None:
        return found
    if line.level is Level.ISE:
        return ActionQuery((subject,), document=asked.document)  # below an ISE only its actions stand
    units = asked.frame.marks.get("unit_level", {})
    topic = next((_TOPICS[unit] for unit in _TOPICS if unit in units), StructureTopic.PARTS)
    counted = counts_units(asked)
    whole = counted and line.level is Level.TOTAL
    return StructureQuery(topic if whole else StructureTopic.PARTS, subject, asked.document, counted)


def _asks_below(asked: Asked) -> bool:
    """Whether what stands below the subject is asked: "welke ISE's vallen onder JD", "wat valt er onder JA"."""
    frame = asked.frame
    subject = asked.subjects[0]
    if subject.ambiguous:
        return "parts" in frame.marks.get("structure", {}) and not _asks_above(asked)
    level = asked.explanation.lines[subject.line].level
    if "parts" in frame.marks.get("structure", {}):
        return True
    units = frame.marks.get("unit_level", {})
    if level is Level.ISE or (frame.has("measure", "level") and not counts_units(asked)):
        return False
    if units and not PLURALS.isdisjoint(frame.words):
        return level is Level.PROGRAMME or is_parent(asked, subject)
    which = frame.word(0) in {"wat", "welk", "welke"} and not _STANDING.isdisjoint(frame.marks)
    own = {unit for unit in units if _LEVELS[unit] is level}
    return which and not (units.keys() - own - {"ise"})


def _asks_what_it_is(asked: Asked) -> bool:
    """Whether it is asked if a line is a line of some level: "is X een doelstelling"."""
    frame = asked.frame
    places = frame.marks.get("unit_level", {}).values()
    alone = len(asked.subjects) == 1 and not asked.subjects[0].ambiguous
    return alone and frame.word(0) == "is" and any("een" in frame.words[max(0, at - 2) : at] for at in places)


def _asks_above(asked: Asked) -> bool:
    """Whether what stands above the subject is asked: "in welk programma zit X", "valt X onder een doelstelling"."""
    frame = asked.frame
    marks = frame.marks
    if "stands" not in marks or "source" in marks or frame.has("measure", "level") or len(asked.subjects) > 1:
        return False
    if frame.word(0) in {"is", "zijn"}:
        return not _INCLUDED.isdisjoint(frame.words)
    if frame.word(0) in _STANDS:
        return not _UNDER.isdisjoint(frame.words)
    places = [place for unit, place in marks.get("unit_level", {}).items() if unit != "ise"]
    return any(not _UNDER.isdisjoint(frame.words[max(0, place - 3) : place]) for place in places)


_LEVELS = {"objective": Level.OBJECTIVE, "programme": Level.PROGRAMME, "ise": Level.ISE}
_STANDING = frozenset({"structure", "stands"})
_STANDS = frozenset({"valt", "hoort", "behoort", "zit", "vallen", "horen", "zitten"})
_INCLUDED = frozenset({"inbegrepen", "begrepen"})
_UNDER = frozenset({"onder", "in", "bij", "tot", "binnen"})


def outside_objectives(asked: Asked) -> Query | None:
    """Which ISE stands under no objective: the one that does not is told with what it stands under."""
    frame = asked.frame
    units = frame.marks.get("unit_level", {})
    if asked.subjects or asked.policies or not {"objective", "ise"} <= units.keys() or _NOT.isdisjoint(frame.words):
        return None
    total = asked.explanation.total.id
    every = [one for one in asked.explanation.lines.values() if one.level is Level.ISE and one.scope == total]
    free = [one.id for one in every if one.objective is None]
    return StructureQuery(StructureTopic.PARENT, free[0], asked.document) if len(free) == 1 else None


_NOT = frozenset({"geen", "niet"})


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
