"""Judges what a clause behind a figure adds to it without a figure: ", evenveel als in 2021", ", de grootste post".

Such a clause is a claim of its own; one that cannot be read is one that cannot be checked, and is not left out.
"""

from __future__ import annotations

from msgspec.structs import replace

from budget.claims.bind.context import Amount, amount_of, moves
from budget.claims.bind.scene import Draft, Scene, bound, is_likened, led_by
from budget.claims.judge.against import LARGER, against, compared_at, is_round
from budget.claims.judge.amounts import no_check
from budget.claims.judge.directions import direction_of, line_direction, multiple_of
from budget.claims.judge.placed import Found
from budget.claims.judge.ranked import PARTS, place_in_order
from budget.claims.model import Kind, Verdict
from budget.claims.read.language import ADVERBS, CHANGE_NOUNS, SMALLER
from budget.claims.read.segments import Segment
from budget.claims.read.strange import strange
from budget.claims.read.words import Hit
from budget.queries import ReasonCode

__all__ = ["trailing"]

_LEADS = frozenset("en dus zo of maar nog zelfs meteen daarmee ofwel oftewel dat dit is wat goed voor".split())
_EQUAL = frozenset({"evenveel", "hetzelfde", "dezelfde", "evenzoveel"})
_SURPASSES = frozenset({"overtreft", "overtreffen", "overtrof", "overstijgt", "overstijgen"})
_MOSTLY = frozenset({"vooral", "hoofdzakelijk", "grotendeels", "voornamelijk", "merendeels"})
_ORDERED = frozenset(
    "de het een post posten stijging stijger daling daler groei verlies winst bedrag budget van alle allemaal ise ises "
    "programma programmas uitgavenpost begrotingspost op na tweede derde vierde vijfde lijn".split()
)
_DOUBLE = frozenset({"dubbele", "dubbel"})
_NEAR = 4
_DENIES = frozenset({"niet", "geen", "nooit"})


def trailing(scene: Scene, found: list[Found]) -> list[Found]:
    """What the clauses behind a judged figure claim beside it, where no judge has heard them yet."""
    added: list[Found] = []
    words = scene.read.words
    for index, segment in enumerate(scene.segments):
        heard = any(start < segment.end and end > segment.start for _, start, end in found)
        if segment.spots or segment.last == segment.first or heard or not _is_judged(found, segment):
            continue
        draft = _said(scene, index)
        if draft is not None:
            added.append((draft, words[segment.first].start, words[segment.last - 1].end))
    return added


def _is_judged(found: list[Found], segment: Segment) -> bool:
    """Whether all before a clause is right so far; beside a wrong figure the clause would change nothing."""
    before = [draft for draft, start, _ in found if start < segment.start]
    figures = [draft for draft in before if draft.claimed is not None]
    return bool(figures) and all(draft.verdict in {Verdict.TRUE, Verdict.APPROX} for draft in before)


def _said(scene: Scene, index: int) -> Draft | None:
    """The verdict on one clause; None when it claims nothing beside its figure."""
    segment = scene.segments[index]
    first = segment.first
    while first < segment.last and scene.read.words[first].key in _LEADS | ADVERBS - {"even", "net"}:
        first += 1
    own = replace(segment, first=first)
    lead = scene.read.keys(first, segment.last)
    at = compared_at(scene, own)
    if is_likened(scene, index):
        return _likened(scene, index)
    if lead[:1] and lead[0] in _EQUAL:
        return _held_against_before(scene, index, 0) if is_round(scene, first) else _unread(scene, index)
    if 0 <= at - first <= _NEAR:
        return _compared(scene, index, at)
    mark = next((hit for hit in scene.read.hits if hit.has("rank") and first <= hit.first < segment.last), None)
    if mark is not None and mark.first - first <= _NEAR and lead[0] in {"de", "het", "veruit"}:
        return _ranked(scene, index, mark)
    words = set(scene.read.keys(segment.first, segment.last))
    if "ooit" in lead or not _MOSTLY.isdisjoint(words) or not _SURPASSES.isdisjoint(lead):
        return _unread(scene, index)
    return _moved(scene, index) if lead[:1] == ["een"] else None


def _likened(scene: Scene, index: int) -> Draft | None:
    """Judge "net als X": of a line that is judged beside the figure; of what the document has not it is uncheckable."""
    if scene.abouts[index].groups:
        return None
    if is_round(scene, scene.segments[index].first):
        return _held_against_before(scene, index, 0)
    odd = strange(scene.read, scene.segments[index])
    return no_check(ReasonCode.OTHER_SUBJECT, _subjects(scene, index), None, odd) if odd else None


def _held_against_before(scene: Scene, index: int, sign: int) -> Draft:
    """A level held against the one of the round before: as much, more or less; a change of then is not known."""
    named = bound(scene, index)
    lines = _subjects(scene, index)
    denied = not _DENIES.isdisjoint(scene.read.keys(scene.segments[index].first, scene.segments[index].last))
    if _kind(scene, index) is not Kind.LEVEL or len(lines) != 1 or named.strange or named.excluded or denied:
        return _unread(scene, index, ReasonCode.OTHER_YEAR)
    return line_direction(scene, index, scene.explanation.lines[lines[0]], sign)


def _compared(scene: Scene, index: int, at: int) -> Draft:
    near = scene.read.keys(scene.segments[index].first, at)
    if is_round(scene, at):
        sign = 1 if not LARGER.isdisjoint(near) else -1 if not SMALLER.isdisjoint(near) else 0
        return _held_against_before(scene, index, sign)
    behind = set(scene.read.keys(at + 1, scene.segments[index].last))
    lines = _subjects(scene, _figure_at(scene, index))
    if behind <= _DOUBLE | {"het", "een"} and len(lines) == 1:  # "meer dan het dubbele": of what it was
        return multiple_of(scene, index, scene.explanation.lines[lines[0]], 2, set(near))
    # "… en is groter dan Y" tells of the line itself; "dat is meer dan bij Y" of the figure before it.
    sized = "is" in near and not _SIZES.isdisjoint(near) and _POINTS.isdisjoint(near)
    return against(scene, at, Kind.LEVEL if sized else _kind(scene, index)) or _unread(scene, index)


_SIZES = frozenset({"groter", "kleiner"})
_POINTS = frozenset({"dat", "dit", "die"})


def _ranked(scene: Scene, index: int, mark: Hit) -> Draft | None:
    """A superlative set beside a line: judged where all of it is read."""
    segment = scene.segments[index]
    behind = range(mark.end, segment.last)
    if not PARTS.isdisjoint(scene.read.keys(mark.end, mark.end + 1)):
        return None
    plain = all(
        scene.read.words[place].key in _ORDERED or (place in scene.read.at and scene.read.at[place].has("line"))
        for place in behind
    )
    named = led_by(scene, index)
    known = replace(named.about, natures=())
    if not plain or len(known.groups) != 1 or known.policies or known.reasons or named.strange or named.excluded:
        return _unread(scene, index)
    groups = (*known.groups, *scene.abouts[index].groups)
    alone = scene.but(segments=(segment,), abouts=(replace(known, groups=groups),))
    return place_in_order(alone) or _unread(scene, index)


def _moved(scene: Scene, index: int) -> Draft | None:
    """Judge "een daling tegenover 2021" behind a level; behind a change of the same direction it says no more."""
    segment = scene.segments[index]
    signs = {sign for _, sign in moves(scene.read, segment)}
    if len(signs) != 1 or CHANGE_NOUNS.isdisjoint(scene.read.keys(segment.first, segment.last)):
        return None
    if index + 1 < len(scene.segments) and strange(scene.read, scene.segments[index + 1]):
        return _unread(scene, index)  # "een stijging tegenover Wallonië"
    before = _figure(scene, index)
    if before.kind is not Kind.LEVEL and before.direction in signs:
        return None
    return direction_of(scene, index) or _unread(scene, index)


def _figure(scene: Scene, index: int) -> Amount:
    place = _figure_at(scene, index)
    return amount_of(scene, place, scene.segments[place].spots[-1])


def _figure_at(scene: Scene, index: int) -> int:
    """The nearest segment before with a figure."""
    return next(at for at in range(index - 1, -1, -1) if scene.segments[at].spots)


def _kind(scene: Scene, index: int) -> Kind:
    return _figure(scene, index).kind


def _subjects(scene: Scene, index: int) -> tuple[str, ...]:
    return tuple(group.lines[0] for group in bound(scene, index).about.groups)


def _unread(scene: Scene, index: int, code: ReasonCode = ReasonCode.NOT_UNDERSTOOD) -> Draft:
    return no_check(code, _subjects(scene, index), None)
