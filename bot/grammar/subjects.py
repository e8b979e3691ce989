"""Puts the names of a text together into subjects: which lines, in order, each narrowed by what stands beside it."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

from bot.grammar.frame import Frame
from bot.grammar.groups import ADDED, APART, Group, collect
from bot.grammar.letters import without_ordinary_words
from budget.model import Explanation, Level
from budget.resolve.lines import Candidates, narrow, part_of, plain

__all__ = ["Subject", "read_subjects"]


class Subject(Struct, frozen=True):
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


def read_subjects(frame: Frame, explanation: Explanation, *, apart_over_in: bool = False) -> tuple[Subject, ...]:
    """Give the subjects of a text in order; with `apart_over_in` "X in Y" are two (a share), else Y narrows X."""
    hits = without_ordinary_words([hit for hit in frame.names if hit.kind in {"line", "branch"}], frame)
    if not hits:
        return ()
    groups = collect(hits, frame, explanation, apart_over_in=apart_over_in)
    if len(groups) == 2:  # noqa: PLR2004 - with three it is a list
        groups = _over_comma(groups, explanation)
    if len(groups) > 1:
        _share_qualifiers(groups, frame, explanation)
    subjects: list[Subject] = []
    for group in groups:
        subject = _settle(group, frame, explanation)
        if subject is not None and all(subject.candidates != one.candidates for one in subjects):
            subjects.append(subject)
    return tuple(subjects)


def _over_comma(groups: list[Group], explanation: Explanation) -> list[Group]:
    """Take "sociale economie, duurzame arbeidsmarkt" for one line: one name settles the ambiguous one."""
    core, beside = groups if groups[0].core is not None else (groups[1], groups[0])
    if groups[1].parted != "," or core.core is None or beside.core is not None or beside.heads or not beside.above:
        return groups
    if core.above or core.heads or max(one.without_at for one in groups) >= 0:
        return groups
    named = plain(core.core.targets, explanation)
    if len(named) < 2 or len(narrow(named, explanation.lines[beside.above[0].lstrip("~")], explanation)) != 1:  # noqa: PLR2004 - one needs nothing
        return groups
    core.above, core.first, core.end = list(beside.above), groups[0].first, groups[1].end
    return [core]


def _share_qualifiers(groups: list[Group], frame: Frame, explanation: Explanation) -> None:
    """Let names side by side share what narrows one of them: "activering werk en SE"."""
    for left, right in pairwise(groups):
        if right.parted not in ADDED | {"dan"} and not (right.core is None and right.parted in APART):
            continue
        if left.core is not None and right.core is None and right.above and not right.heads and _added(right):
            if _narrowed_anew(left, right, frame, explanation):
                right.core = left.core
        elif left.core is not None and right.core is not None:
            _share_head(left, right, explanation)
            _share_head(right, left, explanation)
        elif left.core is None and right.core is None and right.parted in ADDED and right.without_at < 0:
            _share_table(left, right, frame, explanation)


def _added(group: Group) -> bool:
    """Whether a group stands beside the one before it, and is not taken off it."""
    return group.without_at < 0 and group.parted not in {"min", "minus"}


def _narrowed_anew(left: Group, right: Group, frame: Frame, explanation: Explanation) -> bool:
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


def _by_letters(group: Group, frame: Frame, explanation: Explanation) -> bool:
    """Whether the letters of a programme stand in a group, and not another name of it."""
    letters = {(explanation.lines[one.lstrip("~")].programme or "").lower() for one in group.above}
    return not letters.isdisjoint(frame.words[group.first : group.end])


def _share_head(one: Group, other: Group, explanation: Explanation) -> None:
    """Give a group the table head of its neighbour when it has a line in that table and names no other place."""
    free = other.core is not None and one.heads and not other.heads and not other.above
    same = one.core is not None and other.core is not None and one.core.targets == other.core.targets
    if free and not same and other.core is not None and part_of(other.core.targets, one.heads[0], explanation):
        other.heads = list(one.heads)


def _share_table(left: Group, right: Group, frame: Frame, explanation: Explanation) -> None:
    """Let two programmes share the table one of them stands in: "VDAB: JD en JF", "JD en JF bij VDAB"."""
    if bool(left.heads) == bool(right.heads) or left.above == right.above:
        return
    one, other = (left, right) if left.heads else (right, left)
    head = next((hit for hit in frame.names if one.first <= hit.first < one.end and hit.targets[0] in one.heads), None)
    outer = head is not None and (head.first == left.first if one is left else head.end == right.end)
    if outer and one.above and other.above and part_of((other.above[0],), one.heads[0], explanation):
        other.heads = list(one.heads)


_Settled = tuple[Candidates, tuple[str, ...]]
"""The lines that fit, and the lines that contradict them; both empty when nothing was named."""


def _settle(group: Group, frame: Frame, explanation: Explanation) -> Subject | None:
    """Turn a group into a subject; None for a branch word alone ("werk"), which names nothing."""
    settle = _settle_heads if group.core is None else _settle_core
    candidates, clash = settle(group, explanation)
    if not candidates:
        return None
    heard = " ".join(frame.words[group.first : group.end])
    named = group.core.targets if group.core is not None else candidates
    doubtful = len(plain(named, explanation)) > 1
    return Subject(candidates, heard, group.first, group.end, doubtful, clash, group.without_at)


def _settle_core(group: Group, explanation: Explanation) -> _Settled:
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


def _settle_heads(group: Group, explanation: Explanation) -> _Settled:
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
