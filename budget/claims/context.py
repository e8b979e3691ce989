"""What the words around a figure say of it: level or change, up or down, which credit, which round."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from budget.claims.language import ADVERBS, CHANGE_NOUNS, COMPARERS, FALLS, RISES
from budget.claims.model import Kind
from budget.claims.scene import Scene
from budget.claims.segments import Segment, Spot
from budget.claims.words import Read
from budget.model import Credit, Round
from budget.queries import ReasonCode
from budget.scope import settled_round

__all__ = ["Amount", "amount_of", "credit_of", "direction_in", "moves", "negated", "round_of"]

_MORE = frozenset({"extra", "erbij", "meer", "bijkomend", "bijkomende", "bovenop", "hoger", "bijgekregen", "bijkomt"})
_LESS = frozenset({"minder", "eraf", "lager", "kwijt"})
_THERE = frozenset({"er", "daar", "ervoor"})
_UP_VERBS = frozenset({"neemt", "nam", "nemen", "namen", "toenemen", "toeneemt"})
_DOWN_VERBS = frozenset({"levert", "boet", "leveren", "boeten", "leverde", "moet"})
_PAIRS = frozenset({"naar", "tot", "op"})
_NEGATIONS = frozenset({"niet", "geen", "nooit", "niets"})
_SMALL = frozenset({"in", "het", "de", "van", "voor", "bij", "met"})
_NEAR = 3


class Amount(NamedTuple):
    """How a figure is meant: its kind, its direction (0: not said) and whether it is where a change starts."""

    kind: Kind
    direction: int
    is_base: bool = False


def moves(read: Read, segment: Segment) -> list[tuple[int, int]]:
    """The words of a segment that say up or down, as (place, direction); words of a hedge do not count."""
    hedged = [(spot.start, spot.span.start) for spot in segment.spots]
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
    near = read.keys(max(segment.first, place - 2), min(segment.last, place + _NEAR))
    denied = [word for word in near if word in _NEGATIONS]
    return bool(denied) and not any(spot.span.hedge in {"net geen", "nog geen"} for spot in segment.spots)


def direction_in(scene: Scene, index: int) -> tuple[int, int]:
    """The direction a segment states, and the word that does; (0, -1) when none."""
    found = moves(scene.read, scene.segments[index])
    return (found[0][1], found[0][0]) if found else (0, -1)


def amount_of(scene: Scene, index: int, spot: Spot) -> Amount:
    """How a figure is meant, from what stands nearest to it."""
    read, segment = scene.read, scene.segments[index]
    number = spot.span.number
    change = Kind.PCT if number.kind in {"pct", "pp"} else Kind.DELTA
    if number.signed:
        return Amount(change, 1 if number.value >= 0 else -1)
    before = [place for place in range(segment.first, segment.last) if read.words[place].end <= spot.start]
    after = [place for place in range(segment.first, segment.last) if read.words[place].start >= spot.end]
    beside = _beside(read, before, after)
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
    if found:
        return Amount(change, _nearest(read, found, spot))
    earlier = [sign for other in scene.segments[:index] for _, sign in moves(read, other)]
    if earlier and (preposition == "met" or (not before and _behind_a_change(scene, index))):
        return Amount(change, earlier[-1])
    if _goes_on(scene, index):
        return amount_of(scene, index - 1, scene.segments[index - 1].spots[-1])._replace(is_base=False)
    return Amount(Kind.LEVEL if change is Kind.DELTA else Kind.PCT, 0)


def _behind_a_change(scene: Scene, index: int) -> bool:
    """Whether a figure only fills in the change named before it: "de stijging bij competenties: 2,7 miljoen"."""
    before = scene.segments[index - 1]
    named = CHANGE_NOUNS & set(scene.read.keys(before.first, before.last))
    return bool(named) and not before.spots and scene.read.low[before.end - 1 : before.end] == ":"


def _goes_on(scene: Scene, index: int) -> bool:
    """Whether a segment only adds a name and a figure to the one before: "... stijgt met 10 miljoen en JF met 2"."""
    read, segment = scene.read, scene.segments[index]
    if not index or not scene.segments[index - 1].spots or read.keys(segment.first, segment.first + 1) != ["en"]:
        return False
    rest = [place for place in range(segment.first + 1, segment.last) if place not in read.at]
    return all(read.words[place].key in ADVERBS | _SMALL for place in rest)


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
    goes_on = any(read.words[place].key in {"naar", "tot"} for place in after[:_NEAR])
    if goes_on and change is Kind.DELTA:
        return Amount(Kind.LEVEL, 0, is_base=True)
    signs = [sign for place, sign in found if place == noun]
    if signs:
        return Amount(change, signs[0])
    near = [sign for place, sign in found if noun - 2 <= place <= noun]
    if near:
        return Amount(change, near[-1])
    return Amount(Kind.LEVEL if change is Kind.DELTA else Kind.PCT, 0)


def credit_of(scene: Scene, index: int) -> tuple[Credit | None, bool]:
    """The credit named in a segment, else before it in the sentence, else behind; and whether another kind is meant."""
    segment = scene.segments[index]
    hits = scene.read.hits
    own = [hit for hit in hits if segment.first <= hit.first < segment.last]
    if any(hit.has("other_credit") for hit in own):
        return None, True
    listed = _listed_credit(scene, index)
    if listed is not None:
        return listed, False
    for group in (own, [hit for hit in reversed(hits) if hit.first < segment.first], hits):
        for hit in group:
            for name in hit.kinds.get("credit", ()):
                if not hit.has("line"):
                    return Credit(name), False
    return None, False


def _listed_credit(scene: Scene, index: int) -> Credit | None:
    """The credit of a figure in "resp. 1 en 2 miljoen in VAK en VEK": as many credits as figures, in one order."""
    if {"resp", "respectievelijk"}.isdisjoint(scene.read.keys(0, len(scene.read.words))):
        return None
    named = [name for hit in scene.read.hits if not hit.has("line") for name in hit.kinds.get("credit", ())]
    figures = [place for place, segment in enumerate(scene.segments) for _ in segment.spots]
    if len(named) != len(figures) or len(set(named)) < 2 or figures.count(index) != 1:  # noqa: PLR2004 - two credits
        return None
    return Credit(named[figures.index(index)])


def round_of(scene: Scene, index: int, kind: Kind) -> Round | ReasonCode:
    """The round a figure is of: the document's own, or why the document has it not."""
    document = scene.explanation.document
    read, segment = scene.read, scene.segments[index]
    if any(hit.has("other_round") for hit in read.hits if segment.first <= hit.first < segment.last):
        return ReasonCode.OTHER_ROUND
    years = _years(scene, segment) or _years(scene, scene.whole)
    main = [one for one, reference in years if not reference]
    known = {document.base_round.year, document.draft_round.year}
    if any(one.year not in known for one, _ in years):
        return ReasonCode.OTHER_YEAR
    if kind is not Kind.LEVEL:
        if main and all(one.year == document.base_round.year for one in main) and len(years) == len(main):
            return ReasonCode.OTHER_YEAR
        return document.draft_round
    chosen = (main or [one for one, _ in years])[:1]
    return settled_round(document, chosen[0]) if chosen else document.draft_round


def _years(scene: Scene, segment: Segment) -> list[tuple[Round, bool]]:
    """The rounds named in a segment, each with whether it is only what is compared with; nearest to the start first."""
    read = scene.read
    found: list[tuple[int, Round, bool]] = []
    spans = [one for one in read.numbers if one.looks_like == "year" and segment.start <= one.start < segment.end]
    for place, span in enumerate(spans):
        near = spans[place - 1] if place else None
        pair = near is not None and read.low[near.end : span.start].strip() in {"-", "/", "–"}
        ahead = spans[place + 1] if place + 1 < len(spans) else None
        pair = pair or (ahead is not None and read.low[span.end : ahead.start].strip() in {"-", "/", "–"})
        if pair:
            continue  # a period belongs to a name ("ESF 2014-2020")
        before = [word.key for word in read.words if span.start - 24 <= word.start and word.end <= span.start][-3:]
        kind = next((word.upper() for word in reversed(before[-1:]) if word in {"ba", "bo"}), "")
        found.append((span.start, Round(kind, span.number.value), not COMPARERS.isdisjoint(before)))
    if found:
        return [(one, reference) for _, one, reference in sorted(found, key=lambda item: item[0])]
    draft = scene.explanation.document.draft_round.year
    now = scene.said.year if isinstance(scene.said, date) else draft
    for hit in read.hits:
        if not segment.first <= hit.first < segment.last:
            continue
        for relative in hit.kinds.get("relative_round", ()):
            if relative in {"after", "before"} and any(one.looks_like == "year" for one in read.numbers):
                continue  # "volgend jaar, in 2022": the year that is named decides
            year = {"draft": now, "base": now - 1, "after": now + 1, "before": now - 2}[relative]
            before = read.keys(max(segment.first, hit.first - 3), hit.first)
            found.append((read.words[hit.first].start, Round("", year), not COMPARERS.isdisjoint(before)))
        if hit.has("round_kind") and not any(abs(at - read.words[hit.end - 1].end) < 8 for at, _, _ in found):  # noqa: PLR2004
            document = scene.explanation.document
            base = hit.has("round_kind", "BA")
            found.append((read.words[hit.first].start, document.base_round if base else document.draft_round, False))
    return [(one, reference) for _, one, reference in sorted(found, key=lambda item: item[0])]
