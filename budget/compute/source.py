"""About the document itself: who, when, where, which slides, and its known oddities."""

from __future__ import annotations

from budget.answers import Answer, Figure, SourceBody, Status
from budget.bodies import SlideBody
from budget.causes import gaps_of
from budget.figures import figure_of
from budget.model import Catalog, Credit, Explanation, KnownGap, Level, Line, Policy
from budget.nodata import Missing, no_data
from budget.provenance import line_sources, slide_of, sources
from budget.queries import Measure, ReadNumber, ReasonCode, SourceQuery, SourceTopic
from budget.scope import explanation_for
from budget.tree import table_heads

__all__ = ["answer"]

_FIRST = 1  # the title slide tells who, when and where


def answer(query: SourceQuery, catalog: Catalog) -> Answer:
    """What is asked of the document; a slide it does not have gives no_data."""
    explanation = explanation_for(catalog, query.document, (query.subject,) if query.subject else ())
    document = explanation.document
    line = explanation.lines[query.subject] if query.subject is not None else _line_of(query.numbers, explanation)
    policy = explanation.policies[query.policy] if query.policy is not None else None
    numbers = _numbers(query, explanation, line, policy)
    if not {slide.number for slide in document.slides}.issuperset(numbers):
        return no_data(query, explanation, (explanation.total,), Missing("source", ReasonCode.NOT_IN_DOCUMENT))
    gaps = _gaps(query, explanation, line)
    slides = tuple([slide_of(explanation, number) for number in numbers])
    if query.topic is SourceTopic.SLIDES and query.slide is None:
        slides, numbers = document.slides, [_FIRST]
    statement = explanation.statements.get(line.id) if line is not None else None
    return Answer(
        query,
        Status.OK,
        "source",
        document,
        _subjects(explanation, line, policy),
        None,
        None,
        _figures(explanation, line) if query.topic is SourceTopic.GAP and line is not None else (),
        sources(explanation, numbers),
        SourceBody(
            query.topic,
            document,
            line,
            policy,
            slides,
            gaps,
            statement,
            _shown(query.slide, explanation),
            () if line is not None else tuple([_of_gap(explanation, gap) for gap in gaps]),
        ),
    )


def _shown(slide: int | None, explanation: Explanation) -> SlideBody | None:
    """What stands on the one slide that was asked."""
    if slide is None:
        return None
    return SlideBody(
        tuple([one for one in explanation.lines.values() if one.slide == slide and one.level is not Level.OBJECTIVE]),
        tuple([(explanation.lines[one.line], one) for one in explanation.statements.values() if one.slide == slide]),
        tuple([one for one in explanation.reasons.values() if one.slide == slide and one.part_of is None]),
        tuple([one for one in explanation.actions.values() if one.slide == slide]),
    )


def _line_of(numbers: tuple[ReadNumber, ...], explanation: Explanation) -> Line | None:
    """The line whose slide and table show the contradicting numbers; a line known to contradict itself comes first."""
    best: tuple[int, Line] | None = None
    for line_id, statement in explanation.statements.items():
        line = explanation.lines[line_id]
        shown = {statement.total.eur, statement.change.eur, *_table_amounts(line)}
        hits = sum(1 for number in numbers if shown & _readings(number))
        known = any(gap.kind == "discrepancy" for gap in gaps_of(explanation, line_id))
        score = 2 * hits + known
        if hits and (best is None or score > best[0]):
            best = (score, line)
    return best[1] if best is not None else None


def _table_amounts(line: Line) -> tuple[int, ...]:
    amounts = line.amounts
    return (
        amounts.vak_base,
        amounts.vak_delta,
        amounts.vak_draft,
        amounts.vek_base,
        amounts.vek_delta,
        amounts.vek_draft,
    )


def _readings(number: ReadNumber) -> set[int]:
    """What a written number may be in euro: a bare one is thousands in a table, or millions on a slide."""
    if number.kind == "eur":
        return {number.value}
    return {number.value * factor // 10**number.scale for factor in (1, 1_000, 1_000_000)}


def _subjects(explanation: Explanation, line: Line | None, policy: Policy | None) -> tuple[str, ...]:
    if line is not None:
        return (line.id,)
    return policy.lines if policy is not None else (explanation.total.id,)


def _of_gap(explanation: Explanation, gap: KnownGap) -> Line | None:
    """The line a gap is about, which stands in the name of its check."""
    return next((explanation.lines[word] for word in gap.check.split(":") if word in explanation.lines), None)


def _gaps(query: SourceQuery, explanation: Explanation, line: Line | None) -> tuple[KnownGap, ...]:
    if line is not None:
        return gaps_of(explanation, line.id)
    return tuple(explanation.gaps.values()) if query.topic is SourceTopic.GAP else ()


def _numbers(query: SourceQuery, explanation: Explanation, line: Line | None, policy: Policy | None) -> list[int]:
    """The slides an answer stands on, each once, in the order that serves the question."""
    if query.slide is not None:
        return [query.slide]
    if policy is not None:
        found = [reason.slide for reason in explanation.policy_reasons.get(policy.id, ())]
        found += [action.slide for action in explanation.policy_actions.get(policy.id, ())]
        found += [explanation.lines[one].slide for one in policy.lines] if not found else []
    elif line is not None:
        found = [source.slide.number for source in line_sources(explanation, (line,))]
        statement = explanation.statements.get(line.id)
        found += [statement.slide] if statement is not None else []
        found += [reason.slide for reason in explanation.line_reasons.get(line.id, ())]
    elif query.topic is SourceTopic.UNIT:
        found = [one.slide for one in table_heads(explanation)]
    elif query.topic is SourceTopic.GAP:
        found = [gap.slide for gap in explanation.gaps.values()]
    else:
        found = [_FIRST]
    return list(dict.fromkeys(found))


def _figures(explanation: Explanation, line: Line) -> tuple[Figure, ...]:
    document = explanation.document
    return (
        figure_of(line, Measure.LEVEL, Credit.VAK, document.draft_round, explanation),
        figure_of(line, Measure.LEVEL, Credit.VAK, document.base_round, explanation),
        figure_of(line, Measure.DELTA, Credit.VAK, document.draft_round, explanation),
    )
