"""What the words around a figure say of it: level or change, up or down, which credit, which round."""

from __future__ import annotations

from msgspec import Struct

from budget.claims.bind.repeated import carries_on
from budget.claims.bind.scene import Scene, once
from budget.claims.model import Kind
from budget.claims.read.language import ADVERBS, CHANGE_NOUNS, FALLS, NEGATIONS, RISES
from budget.claims.read.segments import Segment, Spot
from budget.claims.read.words import Hit, Read

__all__ = ["Amount", "amount_of", "moves", "negated"]

_MORE = frozenset({"extra", "erbij", "meer", "bijkomend", "bijkomende", "bovenop", "hoger", "bijgekregen", "bijkomt"})
_LESS = frozenset({"minder", "eraf", "lager", "kwijt"})
_THERE = frozenset({"er", "daar", "ervoor"})
_UP_VERBS = frozenset({"neemt", "nam", "nemen", "namen", "toenemen", "toeneemt"})
_DOWN_VERBS = frozenset({"levert", "boet", "leveren", "boeten", "leverde", "moet"})
_PAIRS = frozenset({"naar", "tot", "op"})
_ALIKE = (" is dat ", " is het ", " was dat ", " gaat het om ", " gaat dat om ", " bedraagt dat ", " gaat het over ")
_NEAR = 3
_HEDGED = 24  # characters a hedge takes


class Amount(Struct, frozen=True):
    """How a figure is meant: its kind, its direction (0: not said) and whether it is where a change starts."""

    kind: Kind
    direction: int
    is_base: bool = False


def moves(read: Read, segment: Segment) -> list[tuple[int, int]]:
    """The words of a segment that say up or down, as (place, direction); words of a hedge do not count."""
    stretch = (segment.first, segment.last, len(segment.spots))
    if stretch not in read.moved:  # asked again for every figure of a sentence
        read.moved[stretch] = _moves(read, segment)
    return list(read.moved[stretch])


def _moves(read: Read, segment: Segment) -> list[tuple[int, int]]:
    hedged = [(spot.start, spot.span.start) for spot in segment.spots if spot.start < spot.span.start]
    found: list[tuple[int, int]] = []
    for place in range(segment.first, segment.last):
        word = read.words[place]
        if any(start <= word.start < end for start, end in hedged) or _before_figure(read, segment, place):
            continue
        sign = _move(read, place)
        if sign:
            found.append((place, sign))
    return found


def _before_figure(read: Read, segment: Segment, place: int) -> bool:
    """Whether a word and "dan" lead a figure: "niet minder dan 10 miljoen" says nothing of a fall."""
    if read.keys(place + 1, place + 2) != ["dan"]:
        return False
    end = read.words[place + 1].end
    return any(not read.low[end : spot.span.start].strip() for spot in segment.spots if spot.span.start >= end)


def _move(read: Read, place: int) -> int:
    key = read.words[place].key
    hit = read.at.get(place)
    if hit is not None and hit.first == place:
        if hit.has("line") or hit.has("policy"):
            return 0
        if hit.has("measure", "rise") and key not in FALLS:
            return 1
        if hit.has("measure", "fall"):
            return -1
        if hit.has("measure", "more"):
            return 1
        if hit.has("measure", "less"):
            return -1
    if key in RISES:
        return 1
    return -1 if key in FALLS else _split_verb(read, place)


def _split_verb(read: Read, place: int) -> int:
    """Verbs in two pieces: "neemt ... toe", "levert ... in", "valt ... terug"."""
    key = read.words[place].key
    if key not in {"toe", "af", "in", "terug"} or not _closes(read, place):
        return 0
    before = set(read.keys(max(0, place - 12), place))
    if key == "toe":
        return 1 if before & _UP_VERBS else 0
    if key == "terug":
        return -1 if before & {"valt", "vallen", "viel", "loopt", "liep", "schroeft"} else 0
    if key == "af":
        return -1 if before & (_UP_VERBS | _THERE) else 0
    return -1 if before & _DOWN_VERBS else 0


def _closes(read: Read, place: int) -> bool:
    """Whether a word ends its clause."""
    end = read.words[place].end
    return not read.low[end : end + 2].strip() or read.low[end] in ".,;!?:)"


def negated(read: Read, segment: Segment, place: int) -> bool:
    """Whether the word at a place is denied: "stijgt niet", "geen stijging"."""
    if "noch" in read.keys(segment.first, segment.last):
        return True  # denies all that it joins: "noch X noch Y stijgt"
    near = read.keys(max(segment.first, place - 2), min(segment.last, place + _NEAR))
    denied = [word for word in near if word in NEGATIONS]
    return bool(denied) and not any(spot.span.hedge in {"net geen", "nog geen"} for spot in segment.spots)


@once
def amount_of(scene: Scene, index: int, spot: Spot) -> Amount:
    """How a figure is meant, from what stands nearest to it."""
    read, segment = scene.read, scene.segments[index]
    number = spot.span.number
    change = Kind.PCT if number.kind in {"pct", "pp"} else Kind.DELTA
    if number.signed:
        return Amount(change, 1 if number.value >= 0 else -1)
    before = [place for place in range(segment.first, segment.last) if read.words[place].end <= spot.start]
    after = [place for place in range(segment.first, segment.last) if read.words[place].start >= spot.end]
    ahead = next((one.start for one in segment.spots if one.start >= spot.end), segment.end)
    beside = _beside(read, before, [place for place in after if read.words[place].start < ahead])
    if beside and {sign for _, sign in moves(read, segment)} != {-beside}:  # "er verdwijnt 57 miljoen bij loopbanen"
        return Amount(change, beside)
    preposition, noun = _led_by(read, before)
    found = moves(read, segment)
    if preposition == "van":
        return _from(read, (noun, after), change, found)
    if change is Kind.DELTA and spot.span.hedge in {"boven", "onder"}:
        return Amount(Kind.LEVEL, 0)  # "klimt boven de 3 miljard"
    if preposition in _PAIRS and change is Kind.DELTA:
        return Amount(Kind.LEVEL, 0)
    found = _own_moves(read, segment, spot, found)
    if found:
        return Amount(change, _nearest(read, found, spot))
    carries = preposition == "met" or (not before and _behind_a_change(scene, index))
    carried = _moved_before(scene, index) if carries else 0
    if preposition in {"met", "voor"}:
        carried = carried or _ranked(scene, index)
    if carried:
        return Amount(change, carried)
    told = _told_alike(scene, index)
    if told:
        return Amount(change, told)
    if _says_again(scene, index) or carries_on(scene, index):
        before_it = amount_of(scene, index - 1, scene.segments[index - 1].spots[-1])
        level = before_it.kind is Kind.LEVEL and change is Kind.DELTA
        return Amount(Kind.LEVEL if level else change, before_it.direction)
    return Amount(Kind.LEVEL if change is Kind.DELTA else Kind.PCT, 0)


def _own_moves(read: Read, segment: Segment, spot: Spot, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The directions without what stands right behind a later figure: "met 42 miljoen krijgt X 4 miljoen meer"."""
    ahead = next((one for one in segment.spots if one.start >= spot.end), None)
    if ahead is None:
        return found
    places = range(segment.first, segment.last)
    behind = next((place for place in places if read.words[place].start >= ahead.end), -1)
    return [one for one in found if one[0] != behind or read.words[behind].key not in _MORE | _LESS]


def _ranked(scene: Scene, index: int) -> int:
    """The direction of a superlative right before a segment: "JB is de sterkste stijger, goed voor 9 miljoen"."""
    before = scene.segments[index - 1] if index else None
    places = range(before.first, before.last) if before is not None else range(0)
    hits = [scene.read.at[place] for place in places if place in scene.read.at]
    return next((1 if hit.has("rank", "risers") else -1 for hit in hits if _ranks_change(hit)), 0)


def _ranks_change(hit: Hit) -> bool:
    return hit.has("rank", "risers") or hit.has("rank", "fallers")


def _behind_a_change(scene: Scene, index: int) -> bool:
    """Whether a figure only fills in the change named before it: "de stijging bij competenties: 2,7 miljoen"."""
    before = scene.segments[index - 1] if index else None
    if before is None or before.spots or scene.read.low[before.end - 1 : before.end] not in {":", ","}:
        return False
    return not CHANGE_NOUNS.isdisjoint(scene.read.keys(before.first, before.last))


def _moved_before(scene: Scene, index: int) -> int:
    """The last direction said before a segment; 0 when none is."""
    for segment in reversed(scene.segments[:index]):
        found = moves(scene.read, segment)
        if found:
            return found[-1][1]
    return 0


def _told_alike(scene: Scene, index: int) -> int:
    """The direction of the change before, when another line is told to have the like: "bij JF is dat 2 miljoen"."""
    segment = scene.segments[index]
    words = " ".join(scene.read.keys(segment.first, segment.last))
    if not scene.abouts[index].groups or not any(one in f" {words} " for one in _ALIKE):
        return 0
    for before in range(index - 1, -1, -1):
        for spot in reversed(scene.segments[before].spots):
            amount = amount_of(scene, before, spot)
            return amount.direction if amount.kind is Kind.DELTA else 0
    return scene.last.change if scene.last is not None else 0


def _says_again(scene: Scene, index: int) -> bool:
    """Whether a segment gives a growth in percent in euro too: "3,5 procent, oftewel 57,7 miljoen"."""
    first = scene.read.keys(scene.segments[index].first, scene.segments[index].first + 1)
    before = scene.segments[index - 1].spots if index else ()
    again = first in (["oftewel"], ["ofwel"], ["of"], ["zijnde"]) and not scene.abouts[index].groups
    return again and bool(before) and before[-1].span.number.kind == "pct"


def _nearest(read: Read, found: list[tuple[int, int]], spot: Spot) -> int:
    """The direction of the nearest word, one before the figure first."""
    before = [sign for place, sign in found if read.words[place].end <= spot.start]
    return before[-1] if before else found[0][1]


def _beside(read: Read, before: list[int], after: list[int]) -> int:
    """The direction said right behind a figure ("57,7 miljoen extra") or around it ("er 57,7 miljoen bij")."""
    for place in after[:_NEAR]:
        key = read.words[place].key
        if read.keys(place + 1, place + 2) in (["dan"], ["als"]) and key in {"meer", "minder"}:
            return 1 if key == "meer" else -1
        if key in _MORE:
            return 1
        if key in _LESS:
            return -1
    there = any(read.words[place].key in _THERE for place in before) or any(
        read.words[place].key in {"komt", "komen"} for place in before
    )
    for place in after:
        key = read.words[place].key
        if key in {"bij", "af"} and (_closes(read, place) or place == after[0]) and there:
            return 1 if key == "bij" else -1
    if there and after and any(read.words[place].key == "bij" for place in before) and not _closes(read, before[-1]):
        return 1 if read.words[before[-1]].key == "bij" else 0
    return 0


def _led_by(read: Read, before: list[int]) -> tuple[str, int]:
    """The preposition right before a figure and the place of the word before that; adverbs and articles are skipped."""
    place = len(before) - 1
    while place >= 0 and (
        read.words[before[place]].key in ADVERBS or read.words[before[place]].key in {"de", "het", "een"}
    ):
        place -= 1
    if place < 0:
        return "", -1
    key = read.words[before[place]].key
    return key, before[place - 1] if place else -1


def _from(read: Read, around: tuple[int, list[int]], change: Kind, found: list[tuple[int, int]]) -> Amount:
    """A figure behind "van": the size of a change ("een daling van 15"), or where it starts ("van 28 naar 13")."""
    noun, after = around
    goes_on = any(
        read.words[place].key in {"naar", "tot"} and _figure_follows(read, place) for place in after[: 2 * _NEAR]
    )
    if goes_on and change is Kind.DELTA:
        return Amount(Kind.LEVEL, 0, is_base=True)
    signs = [sign for place, sign in found if place == noun]
    if signs:
        return Amount(change, signs[0])
    near = [sign for place, sign in found if noun - 2 <= place <= noun]
    if near:
        return Amount(change, near[-1])
    return Amount(Kind.LEVEL if change is Kind.DELTA else Kind.PCT, 0)


def _figure_follows(read: Read, place: int) -> bool:
    """Whether a figure stands right behind a word, but for its hedge: "naar bijna 13 miljoen"."""
    end = read.words[place].end
    return any(0 <= one.start - end <= _HEDGED for one in read.numbers)
