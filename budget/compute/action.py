"""The announced actions under some lines; an action on a slide with two ISE labels stands under both."""

from __future__ import annotations

from budget.answers import ActionBody, Answer, Figure, Status
from budget.model import Action, Catalog, Explanation, Line
from budget.nodata import Missing, no_data
from budget.provenance import sources
from budget.queries import ActionQuery, ReasonCode
from budget.scope import explanation_for
from budget.tree import leaves_below

__all__ = ["answer"]


def answer(query: ActionQuery, catalog: Catalog) -> Answer:
    """The actions in source order, all of them when no line is named; none at all gives no_data."""
    explanation = explanation_for(catalog, query.document, query.lines)
    lines = tuple([explanation.lines[one] for one in query.lines]) or (explanation.total,)
    actions = tuple(
        [
            action
            for action in explanation.actions.values()
            if (action.quantities or not query.with_quantity)
            and any(_under(explanation, action, line) for line in lines)
        ]
    )
    if not actions:
        return no_data(query, explanation, lines, Missing("measure", ReasonCode.NOT_IN_DOCUMENT))
    counted = [(action, quantity) for action in actions for quantity in action.quantities]
    return Answer(
        query,
        Status.OK,
        "measure",
        explanation.document,
        tuple([line.id for line in lines]),
        None,
        None,
        tuple([Figure(action.lines[0], "quantity", None, None, None, None, one.value) for action, one in counted]),
        sources(explanation, [action.slide for action in actions]),
        ActionBody(lines, actions),
        value_qty=counted[0][1].value if len(counted) == 1 else None,
    )


def _under(explanation: Explanation, action: Action, line: Line) -> bool:
    if line.id == explanation.total.id:
        return True
    if line.scope == explanation.total.id:
        return not {leaf.id for leaf in leaves_below(explanation, line)}.isdisjoint(action.lines)
    # The source does not say which actions a part table's money pays for: only those that name its head count.
    head = line.scope.casefold()
    wholes = {leaf.whole for leaf in leaves_below(explanation, line)}
    return head in f"{action.name} {action.text}".casefold() and not wholes.isdisjoint(action.lines)
