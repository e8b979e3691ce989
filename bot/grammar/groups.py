"""Puts the names of a text that belong together into groups, in order; it settles no line."""

from __future__ import annotations

from dataclasses import dataclass

from bot.grammar.frame import Frame, Hit
from bot.grammar.leaving_out import LEADING, left_out_at
from budget.model import Explanation, Level
from budget.resolve.lines import narrow, plain

__all__ = ["ADDED", "APART", "Group", "collect"]

# Words over which two names still belong together: "activering in de sociale economie".
_JOINERS = frozenset(
    (
        "in de het van bij voor binnen programma progr prog ise luik kant deel onder uit op part "
        "gedeelte tak inbegrepen den haar zijn hun "
    ).split()
)
# Words that part names asked side by side, which may share a qualifier: "activering en competenties VDAB".
ADDED = frozenset({"en", "of", ",", "&", "+", "plus", "alsook", "noch"})
APART = ADDED | frozenset(
    "vs versus tegenover tov met dan ? min minus terwijl maar zonder exclusief excl buiten behalve".split()
)
_OVER_IN = frozenset({"in", "van", "binnen", "bij", "voor", "onder", "op"})
_LISTED = ADDED | LEADING
_SAID_AGAIN = frozenset({"enkel", "alleen", "uitsluitend"})
_ONLY = frozenset({"enkel", "alleen", "uitsluitend", "het", "de", "deel", "van"})
_INCLUDING = frozenset({"inclusief", "incl"})


@dataclass(slots=True)
class Group:
    """Names that belong together: an ISE's name, and what stands beside it to narrow it."""

    core: Hit | None
    heads: list[str]  # part-table heads beside it: "vdab"
    above: list[str]  # programmes, totals, objectives and branches beside it
    first: int
    end: int
    parted: str = ""  # the word that parts it from the group before
    without_at: int = -1  # place of the word that leaves it out


def collect(hits: list[Hit], frame: Frame, explanation: Explanation, *, apart_over_in: bool) -> list[Group]:
    """Give the groups of at least one hit, in the order of the text; see read_subjects for `apart_over_in`."""
    groups = [_begin(hits[0], frame, explanation)]
    for hit in hits[1:]:
        group = groups[-1]
        between = frame.words[group.end : hit.first]
        if not _INCLUDING.isdisjoint(between) and _is_head(hit, explanation):
            # "competenties inclusief VDAB" is competenties: the table counts VDAB in.
            group.end = hit.end
            continue
        if _ONLY.issuperset(between) and not _SAID_AGAIN.isdisjoint(between) and _is_head(hit, explanation):
            # "VDAB activering (enkel VDAB)" says again what narrows it.
            if hit.targets[0] not in group.heads:
                _add(group, hit, explanation)
            group.end = hit.end
            continue
        out = left_out_at(frame, hit.first, hit.end)
        if out < 0 and ADDED.intersection(between) and _LISTED.issuperset(between):
            out = group.without_at  # "zonder JD en JF" leaves out both
        if out < 0 and _joins(group, hit, between, explanation, apart_over_in=apart_over_in):
            _add(group, hit, explanation)
        else:
            begun = _begin(hit, frame, explanation)
            begun.parted = next((word for word in between if word in APART), "")
            begun.without_at = out
            groups.append(begun)
    return groups


def _begin(hit: Hit, frame: Frame, explanation: Explanation) -> Group:
    group = Group(None, [], [], hit.first, hit.end, "", left_out_at(frame, hit.first, hit.end))
    _add(group, hit, explanation)
    return group


def _is_above(hit: Hit, explanation: Explanation) -> bool:
    """Whether a name is no ISE: a programme, a total, an objective or a branch."""
    if hit.kind == "branch":
        return True
    lines = explanation.lines
    for one in hit.targets:
        line = lines.get(one)
        if line is not None and line.level is Level.ISE:
            return False
    return True


def _is_head(hit: Hit, explanation: Explanation) -> bool:
    """Whether a name is the head of a part table (VDAB)."""
    line = explanation.lines.get(hit.targets[0])
    return hit.kind == "line" and line is not None and line.level is Level.TOTAL and line.id != explanation.total.id


def _joins(group: Group, hit: Hit, between: list[str], explanation: Explanation, *, apart_over_in: bool) -> bool:
    """Whether a name belongs to the group before it: right beside it, or at a distance when it can only narrow it."""
    is_above = _is_above(hit, explanation)
    if all(word in _JOINERS or word == "%" for word in between):
        parted = apart_over_in and not _OVER_IN.isdisjoint(between)
        return not parted and _belongs(group, hit, explanation, is_above=is_above)
    apart = APART - {","} if hit.kind == "branch" else APART
    if apart_over_in or not apart.isdisjoint(_without_either(between)):
        return False
    if _is_head(hit, explanation):
        return not group.heads and _is_part_of_something(group, hit.targets[0], explanation)
    if group.heads and group.core is None and not group.above:
        return not is_above or explanation.lines[hit.targets[0]].level is not Level.TOTAL
    return _narrows(group, hit, explanation, is_above=is_above)


def _without_either(between: list[str]) -> list[str]:
    """Leave out the "of" of "meer of minder": it parts no names."""
    if "of" not in between:
        return between
    at = between.index("of")
    either = len(_EITHER.intersection(between[max(0, at - 1) : at + 2])) > 1
    return between[:at] + between[at + 1 :] if either else between


_EITHER = frozenset("meer minder hoger lager groter kleiner stijgt daalt stijging daling omhoog omlaag".split())


def _is_part_of_something(group: Group, head: str, explanation: Explanation) -> bool:
    """Whether a head at a distance can be meant of a group: of an ISE or a programme, not of a total."""
    named = group.core.targets if group.core is not None else tuple(group.above)
    return head not in named and any(
        explanation.lines[one.lstrip("~")].level in {Level.ISE, Level.PROGRAMME} for one in named
    )


def _narrows(group: Group, hit: Hit, explanation: Explanation, *, is_above: bool) -> bool:
    """Whether a name at a distance settles an ambiguous one: "hoeveel krijgt JE in 2022 voor activering"."""
    core = group.core if is_above else hit
    above = [hit.targets[0]] if is_above else [one.lstrip("~") for one in group.above]
    if core is None or not above or (not is_above and group.core is not None):
        return False
    candidates = plain(core.targets, explanation)
    by = explanation.lines[above[0]]
    return len(candidates) > 1 and by.level is not Level.TOTAL and bool(narrow(candidates, by, explanation))


def _belongs(group: Group, hit: Hit, explanation: Explanation, *, is_above: bool) -> bool:
    """Whether a name can narrow, or be narrowed by, the group it stands beside."""
    lines = explanation.lines
    if group.core is not None:
        if not is_above:
            return hit.targets == group.core.targets
        if hit.kind == "branch":
            return True
        head = lines[hit.targets[0]]
        # A programme beside a programme is another subject; a table head beside one narrows it.
        return not (lines[group.core.targets[0]].level is head.level and head.level is not Level.TOTAL)
    if not is_above:
        return True
    level = lines[hit.targets[0]].level
    return all(lines[one.lstrip("~")].level is not level for one in group.above + group.heads)


def _add(group: Group, hit: Hit, explanation: Explanation) -> None:
    group.end = hit.end
    if not _is_above(hit, explanation):
        group.core = group.core or hit
    elif hit.kind == "branch":
        group.above.append(f"~{hit.targets[0]}")
    elif _is_head(hit, explanation):
        group.heads.append(hit.targets[0])
    else:
        group.above.append(hit.targets[0])
