"""How lines stand above, below and across each other; no amounts."""

from __future__ import annotations

from collections.abc import Sequence

from budget.kept import kept_by_identity
from budget.model import Explanation, Level, Line

__all__ = [
    "above",
    "formed_objective",
    "inside",
    "ises_below",
    "leaves_below",
    "lines_of_level",
    "overlap",
    "table_heads",
]


def leaves_below(explanation: Explanation, line: Line) -> tuple[Line, ...]:
    """The lowest lines below a line in table order: ISEs, and programmes the source does not split; or itself."""
    if not line.parts:
        return (line,)
    lines = explanation.lines
    return tuple([leaf for part in line.parts for leaf in leaves_below(explanation, lines[part])])


def ises_below(explanation: Explanation, line: Line) -> tuple[Line, ...]:
    """The ISEs below a line in table order; an ISE is its own."""
    return tuple([leaf for leaf in leaves_below(explanation, line) if leaf.level is Level.ISE])


@kept_by_identity
def _by_level(explanation: Explanation) -> dict[tuple[Level, str], tuple[Line, ...]]:
    """Lines in table order per level and table head."""
    found: dict[tuple[Level, str], list[Line]] = {}
    for line in explanation.lines.values():
        found.setdefault((line.level, line.scope), []).append(line)
    return {key: tuple(lines) for key, lines in found.items()}


def table_heads(explanation: Explanation) -> tuple[Line, ...]:
    """The totals that head the tables, main table first."""
    return tuple(
        [line for (level, _), lines in _by_level(explanation).items() if level is Level.TOTAL for line in lines]
    )


def lines_of_level(explanation: Explanation, level: Level, parent: Line | None = None) -> tuple[Line, ...]:
    """The lines of a level in table order: of the main table, of a part table's head, or below one line."""
    head = explanation.total if parent is None else parent
    if head.level is Level.TOTAL:
        return _by_level(explanation).get((level, head.id), ())
    if level is Level.ISE:
        return ises_below(explanation, head)
    return tuple([explanation.lines[part] for part in head.parts if explanation.lines[part].level is level])


def above(explanation: Explanation, line: Line) -> tuple[Line, ...]:
    """Every line that holds this one, nearest first: parents, its objective, and the wholes a part stands for."""
    return _above(explanation)[line.id]


@kept_by_identity
def _above(explanation: Explanation) -> dict[str, tuple[Line, ...]]:
    return {line.id: _climbed(explanation, line) for line in explanation.lines.values()}


def _climbed(explanation: Explanation, line: Line) -> tuple[Line, ...]:
    found: dict[str, Line] = {}
    waiting = [line]
    while waiting:
        one = waiting.pop(0)
        for up in (one.parent, one.objective, one.whole):
            if up is not None and up not in found:
                found[up] = explanation.lines[up]
                waiting.append(explanation.lines[up])
    return tuple(found.values())


def inside(explanation: Explanation, part: Line, whole: Line) -> bool:
    """Whether part stands inside whole; a line stands inside itself."""
    if part.id == whole.id or any(up.id == whole.id for up in above(explanation, part)):
        return True
    # A part table's head has no whole of its own row: its lines tell that it stands inside the main table.
    leaves = leaves_below(explanation, part)
    return leaves != (part,) and all(inside(explanation, leaf, whole) for leaf in leaves)


def overlap(explanation: Explanation, lines: Sequence[Line]) -> bool:
    """Whether any two lines hold the same money."""
    return any(
        inside(explanation, one, two) or inside(explanation, two, one) or _share_leaves(explanation, one, two)
        for index, one in enumerate(lines)
        for two in lines[index + 1 :]
    )


def _share_leaves(explanation: Explanation, one: Line, two: Line) -> bool:
    ours = leaves_below(explanation, one)
    theirs = leaves_below(explanation, two)
    return any(inside(explanation, a, b) or inside(explanation, b, a) for a in ours for b in theirs)


def formed_objective(explanation: Explanation, lines: Sequence[Line]) -> Line | None:
    """The objective whose ISEs are exactly these lines, or that stands alone among them; None when there is none."""
    if len(lines) == 1 and lines[0].level is Level.OBJECTIVE:
        return lines[0]
    ids = {line.id for line in lines}
    for objective in lines_of_level(explanation, Level.OBJECTIVE):
        if set(objective.parts) == ids:
            return objective
    return None
