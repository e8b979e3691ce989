"""Which line stands under which programme and objective; no figures."""

from __future__ import annotations

from budget.answers import Answer, Status, StructureBody
from budget.model import Catalog, Explanation, Level, Line
from budget.nodata import Missing, no_data
from budget.provenance import line_sources
from budget.queries import ReasonCode, StructureQuery, StructureTopic
from budget.scope import explanation_for
from budget.tree import above, ises_below, lines_of_level

__all__ = ["answer"]

Group = tuple[Line, tuple[Line, ...]]


def answer(query: StructureQuery, catalog: Catalog) -> Answer:
    """The asked part of the structure; a line the source does not split (or places nowhere) gives no_data."""
    explanation = explanation_for(catalog, query.document, (query.subject,) if query.subject else ())
    line = explanation.lines[query.subject] if query.subject is not None else None
    groups = _groups(query.topic, explanation, line)
    if not any(below for _, below in groups):
        missing = Missing("structure", ReasonCode.NOT_IN_DOCUMENT)
        return no_data(query, explanation, (line or explanation.total,), missing)
    lines = list(dict.fromkeys([one.id for head, below in groups for one in (head, *below)]))
    return Answer(
        query,
        Status.OK,
        "structure",
        explanation.document,
        tuple(lines),
        None,
        None,
        (),
        line_sources(explanation, [explanation.lines[one] for one in lines]),
        StructureBody(query.topic, line, groups),
        value_qty=_count(query.topic, groups) if query.counted else None,
    )


def _count(topic: StructureTopic, groups: tuple[Group, ...]) -> int:
    """How many lines were asked for: the objectives themselves, else what stands below."""
    return len(groups) if topic is StructureTopic.OBJECTIVES else sum(len(below) for _, below in groups)


def _groups(topic: StructureTopic, explanation: Explanation, line: Line | None) -> tuple[Group, ...]:
    head = line or explanation.total
    if topic is StructureTopic.PARENT:
        return ((head, above(explanation, head)),)
    if topic is StructureTopic.PARTS:
        return ((head, tuple([explanation.lines[part] for part in head.parts])),)
    if topic is StructureTopic.PROGRAMMES:
        return _programmes(explanation, head)
    if topic is StructureTopic.OBJECTIVES:
        return _objectives(explanation, head)
    if head.level is Level.TOTAL:
        split = lines_of_level(explanation, Level.PROGRAMME, head)
        return tuple([(one, ises_below(explanation, one)) for one in split if ises_below(explanation, one)])
    return ((head, ises_below(explanation, head)),)


def _programmes(explanation: Explanation, head: Line) -> tuple[Group, ...]:
    if head.level is Level.TOTAL:
        return ((head, lines_of_level(explanation, Level.PROGRAMME, head)),)
    found = dict.fromkeys([ise.parent for ise in ises_below(explanation, head) if ise.parent is not None])
    programmes = [explanation.lines[one] for one in found if one != head.id]
    return ((head, tuple(programmes)),) if programmes else _groups(StructureTopic.PARENT, explanation, head)


def _objectives(explanation: Explanation, head: Line) -> tuple[Group, ...]:
    wanted = {ise.whole or ise.id for ise in ises_below(explanation, head)}
    return tuple(
        [
            (objective, tuple([explanation.lines[part] for part in objective.parts]))
            for objective in lines_of_level(explanation, Level.OBJECTIVE)
            if head.id in (objective.id, explanation.total.id) or not wanted.isdisjoint(objective.parts)
        ]
    )
