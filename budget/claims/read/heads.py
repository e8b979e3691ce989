"""Gives a line the head that its sentence set before: "de VDAB krijgt 5 voor X en 2 voor Y"; it judges nothing."""

from __future__ import annotations

from msgspec.structs import replace

from budget.claims.read.language import ADVERBS
from budget.claims.read.segments import Segment
from budget.claims.read.subjects import About, Group, is_about, settle
from budget.claims.read.verbs import verb_at
from budget.claims.read.words import NAMES, Hit, Read
from budget.model import Explanation, Level

__all__ = ["shared"]

_SMALL = ADVERBS | frozenset(
    "en of waarvan daarvan voor bij naar aan met op in van tot de het een er dat dit wat niet zijn haar hun".split()
)
_OF_IT = frozenset({"waarvan", "daarvan"})
_GIVEN = frozenset({"voor", "naar", "aan"})
_PLACES = frozenset({"bij", "in", "binnen", "voor", "onder"})
_OVER = frozenset({Level.TOTAL, Level.PROGRAMME})


def shared(
    read: Read, segments: tuple[Segment, ...], abouts: tuple[About, ...], explanation: Explanation
) -> tuple[About, ...]:
    """What the segments of a sentence are about, where one head goes for several lines: VDAB's part, a programme's."""
    heads: list[Hit] = []
    found: list[About] = []
    for segment, own in zip(segments, abouts, strict=True):
        said = own
        group = own.groups[0] if own.groups else None
        over = _heads(read, group, explanation) if group is not None else []
        given = group is not None and _is_given(read, segment, group)
        if group is not None and heads and (given or not over) and _goes_on(read, segment):
            lines = settle([*heads, *_hits(read, group)], explanation)
            if lines:
                said = replace(own, groups=(replace(group, lines=lines), *own.groups[1:]))
            elif given:
                # "... en 2 miljard voor loopbanen": the head has no such line, and a line named twice is judged by none
                said = replace(own, groups=(group, group))
            heads = heads if lines else []  # a line outside it ends what it goes for
        elif group is not None or is_about(own):
            heads = over if group is not None and _leads(read, segment, group, over) else []
        found.append(said)
    return _listed(read, segments, tuple(found))


def _listed(read: Read, segments: tuple[Segment, ...], abouts: tuple[About, ...]) -> tuple[About, ...]:
    """The line named once behind the last of several reasons: "index +2 miljoen en X -1 miljoen bij Y"."""
    last = len(segments) - 1
    own = abouts[last]
    names_reason = bool(own.policies or own.reasons or own.natures)
    if len(own.groups) != 1 or not names_reason or not _is_entry(read, segments[last]):
        return abouts
    group = own.groups[0]
    led = read.keys(group.first - 1, group.first)
    if read.words[group.first].start < segments[last].spots[0].end or _PLACES.isdisjoint(led):
        return abouts
    found = list(abouts)
    for at in range(last - 1, -1, -1):
        one = abouts[at]
        if one.groups or not (is_about(one) or one.natures) or not _is_entry(read, segments[at]):
            break
        found[at] = replace(one, groups=(group,)) if one.natures and not is_about(one) else one
    return tuple(found)


def _is_entry(read: Read, segment: Segment) -> bool:
    """Whether a segment only gives a name a signed amount, as a list of reasons does."""
    signed = [spot.span.number.signed for spot in segment.spots]
    return signed == [True] and not any(_is_verb(read, at) for at in range(segment.first, segment.last))


def _hits(read: Read, group: Group) -> list[Hit]:
    """The names a line was named by."""
    return [hit for hit in read.hits if group.first <= hit.first < group.end and not NAMES.isdisjoint(hit.kinds)]


def _heads(read: Read, group: Group, explanation: Explanation) -> list[Hit]:
    """The names in a group that stand above a line: VDAB, a programme, a branch."""
    found: list[Hit] = []
    for hit in _hits(read, group):
        lines = [explanation.lines[one] for one in hit.kinds.get("line", ()) if one in explanation.lines]
        if not lines or (lines[0].level in _OVER and lines[0].id != explanation.total.id):
            found.append(hit)
    return found


def _is_given(read: Read, segment: Segment, group: Group) -> bool:
    """Whether a line is what money goes to, and not what gets it: "2 miljoen voor Y"."""
    return not _GIVEN.isdisjoint(read.keys(max(segment.first, group.first - 2), group.first))


def _leads(read: Read, segment: Segment, group: Group, heads: list[Hit]) -> bool:
    """Whether what stands above a line is what the whole sentence speaks of: its subject, or its heading."""
    if not heads:
        return False
    names = _hits(read, group)
    if len(names) == len(heads):
        behind = read.keys(segment.last, segment.last + 1)
        is_heading = not segment.spots and read.low[segment.start : segment.end].rstrip().endswith(":")
        return is_heading or not _OF_IT.isdisjoint(behind)
    return any(_is_verb(read, at) for at in range(group.first, group.end))


def _goes_on(read: Read, segment: Segment) -> bool:
    """Whether a segment has no verb of its own: "en 2 miljoen voor Y"; behind "waarvan" it may have one."""
    if not _OF_IT.isdisjoint(read.keys(segment.first, segment.first + 2)):
        return True
    return bool(segment.spots) and not any(_is_verb(read, at) for at in range(segment.first, segment.last))


def _is_verb(read: Read, place: int) -> bool:
    is_name = place in read.at and not NAMES.isdisjoint(read.at[place].kinds)
    return not is_name and read.words[place].key not in _SMALL and verb_at(read, place)
