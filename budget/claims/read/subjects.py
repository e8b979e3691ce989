"""What a segment is about: the lines, policies, reasons and natures it names; what it does not name stays open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from budget.claims.read.language import ADVERBS, FALLS, HARMLESS, RISES
from budget.claims.read.segments import Segment
from budget.claims.read.verbs import verb_at
from budget.claims.read.words import NAMES, Hit, Read
from budget.model import Explanation, Level, Line
from budget.resolve.lines import Candidates, narrow, part_of, plain

__all__ = ["About", "Group", "about", "is_about", "settle"]

_INCLUDING = frozenset({"incl", "inclusief", "inbegrepen", "met"})
_WITHIN = frozenset(
    {"in", "binnen", "van", "bij", "onder", "voor", "de", "het", "ise", "programma", "tak", "luik", "se"}
)
_SHARE_OF = re.compile(r"(?:%|procent|percent|pct|helft|derde|kwart|vierde|vijfde|tiende)\s+van\b")
_NEAR = 10  # characters of "procent" and its space
_PORTION = re.compile(r"%|\b(?:procent|percent|pct|helft|derde|kwart|vierde|vijfde|tiende)\b")
_FOR = frozenset({"voor", "bij", "aan", "in", "van", "inzake", "qua", "binnen"})
_BETWEEN = HARMLESS | RISES | FALLS | ADVERBS
_JOINS = frozenset({"en", "of", "maar", "dan", "als", "tegen", "terwijl", "plus", "met"})
_HELD_AGAINST = frozenset({"dan", "als"})
_BOTH = "werk en sociale economie"


class Group(Struct, frozen=True):
    """A line as it was named: its candidates (the first is what the tables print plainly) and its words."""

    lines: Candidates
    first: int
    end: int


class About(Struct, frozen=True):
    """All that a segment names, in order."""

    groups: tuple[Group, ...] = ()
    policies: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    natures: tuple[str, ...] = ()
    first_policy: int = -1  # word where the first policy or reason stands

    @property
    def line(self) -> Candidates:
        """The candidates of the first line, () without one."""
        return self.groups[0].lines if self.groups else ()


def is_about(found: About) -> bool:
    """Whether anything at all is named."""
    return bool(found.groups or found.policies or found.reasons)


def about(read: Read, segment: Segment, explanation: Explanation) -> About:
    """What the words of a segment name in a document."""
    hits = read.hits_in(segment.first, segment.last)
    policies: dict[str, None] = {}
    reasons: dict[str, None] = {}
    natures: dict[str, None] = {}
    first = -1
    for hit in hits:
        known = [one for one in hit.kinds.get("policy", ()) if one in explanation.policies]
        single = [one for one in hit.kinds.get("reason", ()) if one in explanation.reasons]
        if (known or single) and "line" not in hit.kinds:
            policies.update(dict.fromkeys(known))
            reasons.update(dict.fromkeys(single))
            first = hit.first if first < 0 else first
        natures.update(dict.fromkeys(hit.kinds.get("nature", ())))
    groups = tuple(_groups(read, hits, explanation))
    return About(groups, tuple(policies), tuple(reasons), tuple(natures), first)


def _groups(read: Read, hits: list[Hit], explanation: Explanation) -> Iterator[Group]:
    """Lines named side by side, each with what narrows it."""
    waiting: list[Hit] = []
    for hit in hits:
        if NAMES.isdisjoint(hit.kinds) or ("line" not in hit.kinds and "branch" not in hit.kinds):
            continue
        if "line" in hit.kinds and not any(one in explanation.lines for one in hit.kinds["line"]):
            continue
        if _includes(read, hit, waiting):
            continue
        if waiting and not _belongs(read, waiting, hit, explanation):
            yield from _settled(read, waiting, explanation)
            waiting = []
        waiting.append(hit)
    if waiting:
        yield from _settled(read, waiting, explanation)


def _includes(read: Read, hit: Hit, waiting: list[Hit]) -> bool:
    """Whether a name only tells what is counted in: "(incl. VDAB)"; behind "met" when it goes with another name."""
    before = read.keys(max(0, hit.first - 1), hit.first)
    if before == ["met"] and not waiting:
        return False
    return any(word in _INCLUDING for word in before) or (
        hit.first > 1 and read.keys(hit.first - 2, hit.first) in (["incl", "de"], ["inclusief", "de"])
    )


def _belongs(read: Read, waiting: list[Hit], hit: Hit, explanation: Explanation) -> bool:
    """Whether a name narrows the names before it, or is narrowed by them."""
    if "branch" in hit.kinds and "line" not in hit.kinds:
        return hit.first == waiting[-1].end
    if _SHARE_OF.search(read.low, read.words[waiting[-1].end - 1].end, read.words[hit.first].start):
        return False  # "VDAB is goed voor 68,7 procent van competenties": the part and the whole
    between = read.keys(waiting[-1].end, hit.first)
    if not _HELD_AGAINST.isdisjoint(between):
        return False  # "JD krijgt minder dan dubbel zoveel als loopbanen"
    if _names_its_head(read, waiting, hit, explanation):
        return True
    if any(word not in _WITHIN for word in between) and not _far_inside(waiting, hit, explanation):
        return False
    core = _core(waiting, explanation)
    mine = _lines(hit, explanation)
    if mine and mine == _lines(waiting[-1], explanation):
        return True  # one line under two names: "het beleidsdomein WSE"
    if any(one.level is Level.ISE for one in mine):
        return core is None and bool(settle([*waiting, hit], explanation))
    if core is not None:
        return len(_lines(core, explanation)) > 1 or mine[0].level is Level.TOTAL
    levels = {_lines(one, explanation)[0].level for one in waiting if "line" in one.kinds}
    return mine[0].level not in levels


def _far_inside(waiting: list[Hit], hit: Hit, explanation: Explanation) -> bool:
    """Whether two names at a distance are one: "de VDAB krijgt voor competenties", "JE krijgt voor activering"."""
    core, mine = _core(waiting, explanation), _lines(hit, explanation)
    if core is not None or not any(one.level is Level.ISE for one in mine):
        return False
    heads = [one for first in waiting if "line" in first.kinds for one in _lines(first, explanation)]
    ids = tuple(one.id for one in mine)
    for head in heads:
        if head.level is Level.TOTAL and head.id != explanation.total.id and not part_of(ids, head.id, explanation):
            return False
        if head.level is not Level.TOTAL and not narrow(ids, head, explanation):
            return False
        if head.id == explanation.total.id:
            return False
    return True


def _names_its_head(read: Read, waiting: list[Hit], hit: Hit, explanation: Explanation) -> bool:
    """Whether a name stands above the ISE in front of it: "voor competenties krijgt de VDAB"."""
    core, mine = waiting[0], _lines(hit, explanation)
    led = read.keys(max(0, core.first - 2), core.first)
    between = read.keys(core.end, hit.first)
    near = max(0, read.words[max(0, core.first - 2)].start - _NEAR)
    if _PORTION.search(read.low, near, read.words[hit.first].start):
        return False  # "twee derde van competenties gaat naar de VDAB": the whole and the part
    if len(waiting) > 1 or not mine or _FOR.isdisjoint(led) or not verb_at(read, core.end):
        return False
    if mine[0].level not in {Level.TOTAL, Level.PROGRAMME} or mine[0].id == explanation.total.id:
        return False
    if not any(one.level is Level.ISE for one in _lines(core, explanation)):
        return False
    loose = [word for at, word in enumerate(between, core.end) if word not in _BETWEEN and not verb_at(read, at)]
    return not loose and _JOINS.isdisjoint(between) and bool(settle([*waiting, hit], explanation))


def _lines(hit: Hit, explanation: Explanation) -> list[Line]:
    return [explanation.lines[one] for one in hit.kinds.get("line", ()) if one in explanation.lines]


def _core(hits: list[Hit], explanation: Explanation) -> Hit | None:
    """The hit that names an ISE or an objective, if one does."""
    for hit in hits:
        lines = _lines(hit, explanation)
        if lines and lines[0].level in {Level.ISE, Level.OBJECTIVE}:
            return hit
    return None


def _settled(read: Read, hits: list[Hit], explanation: Explanation) -> Iterator[Group]:
    candidates = settle(hits, explanation)
    first, end = hits[0].first, hits[-1].end
    core = _core(hits, explanation)
    if core is not None and len(_lines(core, explanation)) > 1 and " ".join(read.keys(core.end, end)) == _BOTH:
        for one in plain(tuple(line.id for line in _lines(core, explanation)), explanation):
            yield Group((one,), first, end)
    elif candidates:
        yield Group(candidates, first, end)


def settle(hits: list[Hit], explanation: Explanation) -> Candidates:
    """The lines that fit all the names of one group; () when they contradict each other."""
    lines = explanation.lines
    core = _core(hits, explanation)
    others = [hit for hit in hits if hit is not core]
    above = [one for hit in others for one in _lines(hit, explanation)[:1]]
    heads = [one for one in above if one.level is Level.TOTAL and one.id != explanation.total.id]
    programmes = [one for one in above if one.level is Level.PROGRAMME]
    branches = [lines[one] for hit in others for one in hit.kinds.get("branch", ()) if one in lines]
    if core is None:
        if programmes:
            ids = (programmes[0].id,)
            return part_of(ids, heads[0].id, explanation) if heads else ids
        if heads:
            return (heads[0].id,)
        return (above[0].id,) if above else ()
    candidates = plain(tuple(one.id for one in _lines(core, explanation)), explanation)
    for by in branches + programmes:
        kept = narrow(candidates, by, explanation)
        if not kept and by in programmes:
            return ()
        candidates = kept or candidates
    return part_of(candidates, heads[0].id, explanation) if heads else candidates
