"""A question with several readings, given back as a choice; none of them is answered."""

from __future__ import annotations

from budget.answers import Answer, ChoiceBody, Status
from budget.model import Catalog, Explanation, Line
from budget.provenance import line_sources
from budget.queries import ChoiceQuery
from budget.scope import explanation_for

__all__ = ["answer"]


def answer(query: ChoiceQuery, catalog: Catalog) -> Answer:
    """The readings by name with the command that asks each; every line they are about is a subject."""
    explanation = explanation_for(catalog, query.document)
    lines: dict[str, Line] = {}
    options: list[tuple[str, str]] = []
    for target, command in query.options:
        name, about = _named(explanation, target, policies=query.policies)
        options.append((name, command))
        lines.update({line.id: line for line in about})
    found = tuple(lines.values())
    return Answer(
        query,
        Status.AMBIGUOUS,
        "ambiguous",
        explanation.document,
        tuple(lines),
        None,
        None,
        (),
        line_sources(explanation, found),
        ChoiceBody(query.heard, tuple(options), found),
    )


def _named(explanation: Explanation, target: str, *, policies: bool) -> tuple[str, tuple[Line, ...]]:
    if not policies and target in explanation.lines:
        line = explanation.lines[target]
        return line.name, (line,)
    if target in explanation.policies:
        policy = explanation.policies[target]
        return policy.name, tuple([explanation.lines[one] for one in policy.lines])
    if target in explanation.reasons:
        reason = explanation.reasons[target]
        return reason.name, (explanation.lines[reason.line],)
    action = explanation.actions[target]
    return action.name, tuple([explanation.lines[one] for one in action.lines])
