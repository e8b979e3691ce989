"""Puts the names of a text together into subjects: which lines, in order, each narrowed by what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from bot.grammar.frame import Frame, Hit
from bot.grammar.leaving_out import LEADING, left_out_at
from bot.grammar.letters import without_ordinary_words
from budget.model import Explanation, Level
from budget.resolve.lines import Candidates, narrow, part_of, plain

__all__ = ["Subject", "read_subjects"]

# Words over which two names still belong together: "activering in de sociale economie".
_JOINERS = frozenset(
    (
        "in de het van bij voor binnen programma progr prog ise luik kant deel onder uit op part "
        "gedeelte tak den haar zijn hun "
    ).split()
)
# Words that part names asked side by side, which may share a qualifier: "activering en competenties VDAB".
_AND = frozenset({"en", "of", ",", "&", "+", "plus", "alsook", "noch"})
_APART = _AND | frozenset(
    "vs versus tegenover tov met dan ? min minus terwijl maar zonder exclusief excl buiten behalve".split()
)
_OVER_IN = frozenset({"in", "van", "binnen", "bij", "voor", "onder", "op"})
_LISTED = _AND | LEADING
_SAID_AGAIN = frozenset({"enkel", "alleen", "uitsluitend"})
_ONLY = frozenset({"enkel", "alleen", "uitsluitend", "het", "de", "deel", "van"})
_INCLUDING = frozenset({"inclusief", "incl"})


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing asked about: the lines it may be, the words it was heard as, and where they stand.

    `clash` is set when the words beside it contradict it ("loopbanen van de VDAB"): no line fits then, `candidates`
    holds what was named. `without_at` is the place of the word that leaves it out ("zonder VDAB"), -1 for none.
    """

    candidates: Candidates
    heard: str
    first: int
    end: int
    named_ambiguous: bool = False
    clash: tuple[str, ...] = ()
    without_at: int = -1

    @property
    def without(self) -> bool:
        """Whether it is to be left out."""
        return self.without_at >= 0

    @property
    def line(self) -> str:
        """The line it is, when there is no doubt."""
        return self.candidates[0]

    @property
    def ambiguous(self) -> bool:
        """Whether more than one line fits."""
        return len(self.candidates) > 1


@dataclass(slots=True)
class _Group:
    """Names that belong together while they are being collected."""

    core: Hit | None
    heads: list[str]  # part-table heads beside it: "vdab"
    above: list[str]  # programmes, totals, objectives and branches beside it
    first: int
    end: int
    parted: str = ""  # the word that parts it from the group before
    without_at: int = -1  # place of the word that leaves it out


def read_subjects(frame: Frame, explanation: Explanation, *, apart_over_in: bool = False) -> tuple[Subject, ...]:
    """Give the subjects of a text in order; with `apart_over_in` "X in Y" are two (a share), else Y narrows X."""
    hits = without_ordinary_words([hit for hit in frame.names if hit.kind in {"line", "branch"}], frame)
    if not hits:
        return ()
    groups = _collect(hits, frame, explanation, apart_over_in=apart_over_in)
    _share_qualifiers(groups, frame, explanation)
    subjects: list[Subject] = []
    for group in groups:
        subject = _settle(group, frame, explanation)
        if subject is not None and all(subject.candidates != one.candidates for one in subjects):
            subjects.append(subject)
    return tuple(subjects)


def _collect(hits: list[Hit], frame: Frame, explanation: Explanation, *, apart_over_in: bool) -> list[_Group]:
    groups: list[_Group] = []
    for hit in hits:
        between = frame.words[groups[-1].end : hit.first] if groups else []
        if not _INCLUDING.isdisjoint(between) and _is_head(hit, explanation):
            # "competenties inclusief VDAB" is competenties: the table counts VDAB in.
            groups[-1].end = hit.end
            continue
        if _ONLY.issuperset(between) and not _SAID_AGAIN.isdisjoint(between) and _is_head(hit, explanation):
            # "VDAB activering (enkel VDAB)" says again what narrows it.
            if hit.targets[0] not in groups[-1].heads:
                _add(groups[-1], hit, explanation, is_above=True)
            groups[-1].end = hit.end
            continue
        is_above = _is_above(hit, explanation)
        out = left_out_at(frame, hit.first, hit.end)
        if out < 0 and groups and _AND.intersection(between) and _LISTED.issuperset(between):
            out = groups[-1].without_at  # "zonder JD en JF" leaves out both
        joined = out < 0 and groups and _joins(groups[-1], hit, between, explanation, apart_over_in=apart_over_in)
        if joined:
            _add(groups[-1], hit, explanation, is_above=is_above)
        else:
            group = _Group(None, [], [], hit.first, hit.end, next((word for word in between if word in _APART), ""))
            group.without_at = out
            _add(group, hit, explanation, is_above=is_above)
            groups.append(group)
    return groups


def _is_above(hit: Hit, explanation: Explanation) -> bool:
    """Whether a name is no ISE: a programme, a total, an objective or a branch."""
    lines = explanation.lines
    return hit.kind == "branch" or all(lines[one].level is not Level.ISE for one in hit.targets if one in lines)


def _is_head(hit: Hit, explanation: Explanation) -> bool:
    """Whether a name is the head of a part table (VDAB)."""
    line = explanation.lines.get(hit.targets[0])
    return hit.kind == "line" and line is not None and line.level is Level.TOTAL and line.id != explanation.total.id


def _joins(group: _Group, hit: Hit, between: list[str], explanation: Explanation, *, apart_over_in: bool) -> bool:
    """Whether a name belongs to the group before it: right beside it, or at a distance when it can only narrow it."""
    is_above = _is_above(hit, explanation)
    if all(word in _JOINERS or word == "%" for word in between):
        parted = apart_over_in and not _OVER_IN.isdisjoint(between)
        return not parted and _belongs(group, hit, explanation, is_above=is_above)
    apart = _APART - {","} if hit.kind == "branch" else _APART
    if apart_over_in or not apart.isdisjoint(between):
        return False
    if _is_head(hit, explanation):
        return not group.heads and _is_part_of_something(group, hit.targets[0], explanation)
    if group.heads and group.core is None and not group.above:
        return not is_above or explanation.lines[hit.targets[0]].level is not Level.TOTAL
    return _narrows(group, hit, explanation, is_above=is_above)


def _is_part_of_something(group: _Group, head: str, explanation: Explanation) -> bool:
    """Whether a head at a distance can be meant of a group: of an ISE or a programme, not of a total."""
    named = group.core.targets if group.core is not None else tuple(group.above)
    return head not in named and any(
        explanation.lines[one.lstrip("~")].level in {Level.ISE, Level.PROGRAMME} for one in named
    )


def _narrows(group: _Group, hit: Hit, explanation: Explanation, *, is_above: bool) -> bool:
    """Whether a name at a distance settles an ambiguous one: "hoeveel krijgt JE in 2022 voor activering"."""
    core = group.core if is_above else hit
    above = [hit.targets[0]] if is_above else [one.lstrip("~") for one in group.above]
    if core is None or not above or (not is_above and group.core is not None):
        return False
    candidates = plain(core.targets, explanation)
    by = explanation.lines[above[0]]
    return len(candidates) > 1 and by.level is not Level.TOTAL and bool(narrow(candidates, by, explanation))


def _belongs(group: _Group, hit: Hit, explanation: Explanation, *, is_above: bool) -> bool:
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


def _add(group: _Group, hit: Hit, explanation: Explanation, *, is_above: bool) -> None:
    group.end = hit.end
    line = explanation.lines.get(hit.targets[0])
    if not is_above:
        group.core = group.core or hit
    elif line is not None and hit.kind == "line" and line.level is Level.TOTAL and line.id != explanation.total.id:
        group.heads.append(line.id)
    else:
        group.above.append(hit.targets[0] if hit.kind == "line" else f"~{hit.targets[0]}")


def _share_qualifiers(groups: list[_Group], frame: Frame, explanation: Explanation) -> None:
    """Let names side by side share what narrows one of them: "activering werk en SE"."""
    for left, right in pairwise(groups):
        if right.parted not in _AND | {"dan"} and not (right.core is None and right.parted in _APART):
            continue
        if left.core is not None and right.core is None and right.above and not right.heads and _added(right):
            if _narrowed_anew(left, right, frame, explanation):
                right.core = left.core
        elif left.core is not None and right.core is not None:
            _share_head(left, right, explanation)
            _share_head(right, left, explanation)


def _added(group: _Group) -> bool:
    """Whether a group stands beside the one before it, and is not taken off it."""
    return group.without_at < 0 and group.parted not in {"min", "minus"}


def _narrowed_anew(left: _Group, right: _Group, frame: Frame, explanation: Explanation) -> bool:
    """Whether the name on the left, said again, means another line with what stands on the right.

    "Activering werk en SE" is two lines called activering; "activering werk en JA" is one, and programme JA.
    Letters stand for a programme unless letters narrow the left name too: "activering JD en JE".
    """
    named = plain(left.core.targets, explanation) if left.core is not None else ()
    if len(named) < 2 or not (left.above or right.above[0].startswith("~")):  # noqa: PLR2004 - one line needs nothing
        return False
    by = explanation.lines[right.above[0].lstrip("~")]
    letters = (by.programme or "").lower()
    if left.above and letters in frame.words[right.first : right.end] and not _by_letters(left, frame, explanation):
        return False
    beside = [explanation.lines[one.lstrip("~")] for one in left.above]
    kept = narrow(named, by, explanation)
    return len(kept) == 1 and all(kept != narrow(named, one, explanation) for one in beside)


def _by_letters(group: _Group, frame: Frame, explanation: Explanation) -> bool:
    """Whether the letters of a programme stand in a group, and not another name of it."""
    letters = {(explanation.lines[one.lstrip("~")].programme or "").lower() for one in group.above}
    return not letters.isdisjoint(frame.words[group.first : group.end])


def _share_head(one: _Group, other: _Group, explanation: Explanation) -> None:
    """Give a group the table head of its neighbour when it has a line in that table and names no other place."""
    free = other.core is not None and one.heads and not other.heads and not other.above
    same = one.core is not None and other.core is not None and one.core.targets == other.core.targets
    if free and not same and other.core is not None and part_of(other.core.targets, one.heads[0], explanation):
        other.heads = list(one.heads)


_Settled = tuple[Candidates, tuple[str, ...]]
"""The lines that fit, and the lines that contradict them; both empty when nothing was named."""


def _settle(group: _Group, frame: Frame, explanation: Explanation) -> Subject | None:
    """Turn a group into a subject; None for a branch word alone ("werk"), which names nothing."""
    settle = _settle_heads if group.core is None else _settle_core
    candidates, clash = settle(group, explanation)
    if not candidates:
        return None
    heard = " ".join(frame.words[group.first : group.end])
    named = group.core.targets if group.core is not None else candidates
    doubtful = len(plain(named, explanation)) > 1
    return Subject(candidates, heard, group.first, group.end, doubtful, clash, group.without_at)


def _settle_core(group: _Group, explanation: Explanation) -> _Settled:
    """Settle an ISE's name by the table head, the programmes and the branches beside it."""
    lines = explanation.lines
    named = group.core.targets if group.core is not None else ()
    candidates = plain(tuple(one for one in named if one in lines), explanation)
    if group.heads:
        parts = part_of(candidates, group.heads[0], explanation)
        if not parts:
            return candidates, (group.heads[0],)
        candidates = parts
    for one in group.above:
        by = lines[one.lstrip("~")]
        if by.level is Level.TOTAL:
            continue
        kept = narrow(candidates, by, explanation)
        if not kept:
            # A branch word that fits nothing is no part of the name; a programme that fits nothing contradicts it.
            return candidates, (by.id,) if group.heads or not one.startswith("~") else ()
        candidates = kept
    return candidates, ()


def _settle_heads(group: _Group, explanation: Explanation) -> _Settled:
    """Settle a group of programmes, totals and objectives only: the lowest of them, in the table that was named."""
    lines = explanation.lines
    spoken = [one for one in group.above if not one.startswith("~")]
    programmes = [one for one in spoken if lines[one].level is not Level.TOTAL]
    if not group.heads:
        return tuple((programmes or spoken)[:1]), ()
    if not programmes:
        return (group.heads[0],), ()
    parts = part_of((programmes[0],), group.heads[0], explanation)
    return (parts, ()) if parts else ((programmes[0],), (group.heads[0],))
