"""Narrows what a name can stand for by the names beside it: programme, branch, table; it reads no text."""

from __future__ import annotations

from budget.model import Explanation, Level, Line

__all__ = ["Candidates", "inside", "narrow", "part_of", "plain"]

Candidates = tuple[str, ...]
"""Line ids a name may stand for, in table order; more than one is ambiguous."""


def plain(candidates: Candidates, explanation: Explanation) -> Candidates:
    """Leave out lines of a part table when the main table has one too: those must be named (VDAB)."""
    if len(candidates) == 1:
        return candidates
    lines = explanation.lines
    main = tuple(one for one in candidates if one in lines and lines[one].whole is None)
    return main or candidates


def part_of(candidates: Candidates, head: str, explanation: Explanation) -> Candidates:
    """Give the lines of the part table headed by `head` ("vdab") that are parts of the candidates; empty when none."""
    wanted = set(candidates)
    return tuple(
        line.id
        for line in explanation.lines.values()
        if line.scope == head and (line.whole in wanted or line.id in wanted) and line.level is not Level.TOTAL
    )


def narrow(candidates: Candidates, by: Line, explanation: Explanation) -> Candidates:
    """Keep the candidates that stand under a programme, a total or an objective, or that are it; empty when none."""
    return tuple(one for one in candidates if one == by.id or inside(explanation.lines[one], by, explanation))


def inside(part: Line, whole: Line, explanation: Explanation) -> bool:
    """Whether a line stands somewhere below another one, by programme, objective, or as a part of the main table."""
    if part.id == whole.id:
        return False
    if whole.level is Level.OBJECTIVE:
        return part.id in whole.parts
    seen: Line | None = part
    while seen is not None:
        above = seen.parent
        if whole.id in {above, seen.whole}:
            return True
        if seen.whole is not None and inside(explanation.lines[seen.whole], whole, explanation):
            return True
        seen = explanation.lines[above] if above is not None else None
    # The head of a part table stands inside the head of the main table, and inside no programme of it.
    return part.whole is not None and part.whole == whole.id
