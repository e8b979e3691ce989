"""Which round a figure is of: that of its own clause, or of its side of a comparison; no amount is looked at."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from budget.claims.bind.scene import Scene, once
from budget.claims.model import Kind
from budget.claims.read.language import ADVERBS, COMPARERS
from budget.claims.read.segments import Segment, Spot
from budget.claims.read.words import Read
from budget.model import Document, Round
from budget.numbers_nl import NumberSpan
from budget.queries import ReasonCode
from budget.scope import settled_round

__all__ = ["other_time", "round_of", "stands_for_base"]

_SMALL = frozenset(
    "in van met de het voor bij op aan euro ten tijde die dat was begroting begrotingsaanpassing begrotingsopmaak "
    "begrotingsjaar opmaak aanpassing jaar ba bo vak vek vastleggingskrediet vereffeningskrediet beleidskrediet "
    "betaalkrediet krediet vastleggingskredieten beleidskredieten betaalkredieten toen nog".split()
)
_REFERS = COMPARERS | {"als", "zoals", "na", "vergelijking", "tegenstelling"}
_NOW = frozenset({"nu", "vandaag", "voortaan", "thans", "momenteel"})
_PAST = frozenset("kreeg kregen had hadden was waren stond stonden bedroeg bedroegen ging gingen lag lagen".split())
_PRESENT = frozenset(
    "krijgt krijgen heeft hebben is zijn staat staan bedraagt bedragen gaat gaan ligt liggen komt komen stijgt stijgen "
    "daalt dalen klimt zakt wordt worden".split()
)
_PLAIN = _SMALL | {"en", "dit", "is", "dus"} | (ADVERBS - {"ook", "zelfs", "nog", "niet"})
_APART = frozenset({"-", "/", "–"})
_FROM_TO = re.compile(r"(?:naar|op|tot)(?: de)?(?: ba| bo| begrotingsopmaak| begroting)?")
_INSTEAD = re.compile(
    r"\b(in plaats van|i\.?p\.?v\.?|tegenover|versus|vergeleken met|in vergelijking met)(?: de| het)?\s*$"
)
_FAR = 40  # characters looked back for what a figure is held against


class _Told(Struct, frozen=True):
    """A round that is named: where, whether it is only compared with, and the end of the figure it stands behind."""

    round: Round
    start: int
    is_reference: bool
    behind: int = -1


def round_of(scene: Scene, index: int, kind: Kind, spot: Spot | None = None) -> Round | ReasonCode:
    """The round a figure of a segment is of (or a statement without one): the document's own, or why it has it not."""
    document = scene.explanation.document
    segment = scene.segments[index]
    if any(hit.has("other_round") for hit in scene.read.hits_in(segment.first, segment.last)):
        return ReasonCode.OTHER_ROUND
    if spot is not None and _names_two(scene, segment):
        return ReasonCode.OTHER_ROUND
    told = _told(scene)
    own = [one for one in told if segment.start <= one.start < segment.end]
    counted = [one for one in own or told if spot is None or one.behind in {-1, spot.end}]
    known = {document.base_round.year, document.draft_round.year}
    if any(one.round.year not in known for one in counted):
        return ReasonCode.OTHER_YEAR
    if any(settled_round(document, one.round) is ReasonCode.OTHER_ROUND for one in counted):
        return ReasonCode.OTHER_ROUND
    meant = _meant(scene, index, kind, spot, told)
    if kind is Kind.LEVEL:
        return document.draft_round if meant is None else settled_round(document, meant.round)
    is_compared = any(one.is_reference or one.round.year == document.draft_round.year for one in own or told)
    if meant is not None and meant.round.year == document.base_round.year and not is_compared:
        return ReasonCode.OTHER_YEAR
    return document.draft_round


def other_time(scene: Scene, segment: Segment) -> bool:
    """Whether a stretch is of a year or a round that the document does not have; what is compared with is not."""
    if any(hit.has("other_round") for hit in scene.read.hits_in(segment.first, segment.last)):
        return True
    document = scene.explanation.document
    told = [one for one in _told(scene) if segment.start <= one.start < segment.end and not one.is_reference]
    return any(isinstance(settled_round(document, one.round), ReasonCode) for one in told)


def _names_two(scene: Scene, segment: Segment) -> bool:
    """Whether both rounds are named for one figure: "in 2021 en 2022 samen"."""
    years = [one for one in scene.read.numbers if one.looks_like == "year" and segment.start <= one.start < segment.end]
    return any(
        scene.read.low[one.end : ahead.start].split() in (["en"], ["en", "in"])
        and "tussen" not in scene.read.low[max(0, one.start - _FAR) : one.start].split()
        for one, ahead in itertools.pairwise(years)
    )


def _meant(scene: Scene, index: int, kind: Kind, spot: Spot | None, told: list[_Told]) -> _Told | None:
    """The named round that a figure is of; None when the draft round is meant without being named."""
    segment = scene.segments[index]
    main = [one for one in told if not one.is_reference]
    own = [one for one in main if segment.start <= one.start < segment.end]
    if spot is None:
        return next(iter(own or ([] if _named_there(told, segment) else main)), None)
    bound = [one for one in own if one.behind == spot.end]
    free = [one for one in own if one.behind < 0]
    if bound or free:
        before = [one for one in free if one.start < spot.start]
        return (bound or before[-1:] or free)[0]
    if not _NOW.isdisjoint(scene.read.keys(segment.first, segment.last)) or _named_there(told, segment):
        return None
    return _before(scene, index, kind, main) or _behind(scene, index, spot, main)


def _named_there(told: list[_Told], segment: Segment) -> bool:
    return any(segment.start <= one.start < segment.end for one in told)


def _before(scene: Scene, index: int, kind: Kind, main: list[_Told]) -> _Told | None:
    """The round an earlier clause sets: "in 2021, zo lezen we, kreeg JA ...", "JA had ... in 2021, JB ..."."""
    segment = scene.segments[index]
    last = next((one for one in reversed(main) if one.start < segment.start), None)
    if last is None:
        return None
    there = _clause(scene, last)
    lead = scene.read.keys(segment.first, segment.first + 1)
    of_figure = last.behind >= 0
    if of_figure and (kind is not Kind.LEVEL or lead in (["naar"], ["tot"]) or not there.spots):
        return None
    return None if there.spots and _turns_present(scene, there, segment) else last


def _clause(scene: Scene, one: _Told) -> Segment:
    """The segment a round is named in; one that holds nothing else, as "(2021)", is no segment of the sentence."""
    found = (part for part in scene.segments if part.start <= one.start < part.end)
    return next(found, Segment(one.start, one.start, 0, 0, ()))


def _turns_present(scene: Scene, there: Segment, segment: Segment) -> bool:
    """Whether a clause in the present tense follows one in the past: "kreeg in 2021 ... en krijgt ..."."""
    own = scene.read.keys(segment.first, segment.last)
    first = scene.read.keys(there.first, there.last)
    return not _PRESENT.isdisjoint(own) and _PRESENT.isdisjoint(first)


def _behind(scene: Scene, index: int, spot: Spot, main: list[_Told]) -> _Told | None:
    """The round named behind a clause, in one that says nothing else: "..., in 2021", "(BA 2021)"."""
    segment = scene.segments[index]
    is_past = not _PAST.isdisjoint(scene.read.keys(segment.first, segment.last))
    for one in main:
        if one.start < segment.end:
            continue
        there = _clause(scene, one)
        if there.spots and is_past and _adds_only(scene, there) and one.behind == there.spots[-1].end:
            return one  # "JA kreeg ... en JB ... in 2021"
        if there.spots or (one.behind >= 0 and one.behind != spot.end):
            return None
        words = [
            word.key
            for place, word in enumerate(scene.read.words[there.first : there.last], there.first)
            if place not in scene.read.at or not _names_round(scene.read, place)
        ]
        return one if is_past or all(word in _PLAIN for word in words) else None
    return None


def _adds_only(scene: Scene, segment: Segment) -> bool:
    """Whether a segment only adds a name and a figure: it starts with "en" and has no verb of its own."""
    words = scene.read.keys(segment.first, segment.last)
    return words[:1] == ["en"] and (_PAST | _PRESENT | _NOW).isdisjoint(words)


def _names_round(read: Read, place: int) -> bool:
    return read.at[place].has("relative_round") or read.at[place].has("round_kind")


@once
def _told(scene: Scene) -> list[_Told]:
    """All rounds that a sentence names, in its order."""
    read, document = scene.read, scene.explanation.document
    years = [one for one in read.numbers if one.looks_like == "year"]
    found = [
        _Told(Round(_kind(read, one), one.number.value), one.start, *_place(read, one.start))
        for one in _apart(read, years, document)
    ]
    found += _relative(scene, years)
    return sorted(found, key=lambda one: one.start)


def _apart(read: Read, years: list[NumberSpan], document: Document) -> Iterator[NumberSpan]:
    """The years that stand for themselves: a pair is a name ("ESF 2014-2020") or the way between the rounds."""
    skip = False
    for place, one in enumerate(years):
        ahead = years[place + 1] if place + 1 < len(years) else None
        if skip:
            skip = False
            continue
        if ahead is not None and _is_pair(read, (one, ahead), document):
            skip = True
            continue
        yield one


def _is_pair(read: Read, pair: tuple[NumberSpan, NumberSpan], document: Document) -> bool:
    one, ahead = pair
    between = read.low[one.end : ahead.start].strip()
    if between in _APART:
        return True
    if (one.number.value, ahead.number.value) != (document.base_round.year, document.draft_round.year):
        return False
    before = read.low[max(0, one.start - 24) : one.start].split()
    if between == "en":
        return "tussen" in before
    return _FROM_TO.fullmatch(between) is not None and "van" in before


def _kind(read: Read, year: NumberSpan) -> str:
    """The kind of round that is named with a year: "BA 2021", "de begrotingsaanpassing van 2021"."""
    before = (hit for hit in read.hits if hit.has("round_kind") and read.words[hit.end - 1].end <= year.start)
    last = max(before, key=lambda hit: hit.end, default=None)
    if last is None or read.low[read.words[last.end - 1].end : year.start].strip() not in {"", "van", "voor", "in"}:
        return ""
    return last.kinds["round_kind"][0]


def _relative(scene: Scene, years: list[NumberSpan]) -> Iterator[_Told]:
    """Rounds told without a year: "vorig jaar", "de begrotingsaanpassing"."""
    read, document = scene.read, scene.explanation.document
    now = scene.said.year if scene.said is not None else document.draft_round.year
    for hit in read.hits:
        if not (hit.has("relative_round") or hit.has("round_kind")):
            continue
        start, end = read.words[hit.first].start, read.words[hit.end - 1].end
        segment = scene.around(hit.first)
        if any(segment.start <= one.start < segment.end for one in years):
            continue  # a year that is named decides
        told = _place(read, start)
        for relative in hit.kinds.get("relative_round", ()):
            if relative in {"after", "before"} and years:
                continue  # "volgend jaar, in 2022"
            year = {"draft": now, "base": now - 1, "after": now + 1, "before": now - 2}[relative]
            yield _Told(Round("", year), start, *told)
        if hit.has("round_kind") and not any(abs(one.start - end) < 8 for one in years):  # noqa: PLR2004 - beside it
            yield _Told(document.base_round if hit.has("round_kind", "BA") else document.draft_round, start, *told)


def _place(read: Read, start: int) -> tuple[bool, int]:
    return _is_reference(read, start), _figure(read, start)


def _is_reference(read: Read, start: int) -> bool:
    """Whether a round is only what is compared with: "meer dan in 2021", "ten opzichte van vorig jaar"."""
    figure = next((one.end for one in reversed(read.numbers) if one.end <= start), 0)
    before = _words_before(read, max(figure, start - _FAR), start)
    while before and before[-1] in _SMALL - _REFERS:
        before.pop()
    if before[-3:] == ["t", "o", "v"]:
        return True
    return bool(before) and before[-1] in _REFERS


def _figure(read: Read, start: int) -> int:
    """The end of the figure that a round stands right behind; -1 when it stands behind none."""
    near = next((one for one in reversed(read.numbers) if one.end <= start), None)
    if near is None or near.looks_like not in {"", "foreign"} or start - near.end > 2 * _FAR:
        return -1
    marks = read.low[near.end : start].strip()
    is_near = all(word in _SMALL for word in _words_before(read, near.end, start))
    return near.end if is_near and not marks.startswith((",", ";", ":")) else -1


def _words_before(read: Read, first: int, end: int) -> list[str]:
    """The words of a stretch of characters."""
    at = bisect_left(read.words, first, key=lambda word: word.start)
    return [word.key for word in itertools.takewhile(lambda word: word.end <= end, read.words[at : at + _FAR])]


def stands_for_base(scene: Scene, spot: Spot) -> str:
    """The words that make a level without a round the one before ("tegenover 7 miljoen"); "" when there are none."""
    found = _INSTEAD.search(scene.read.low[max(0, spot.start - _FAR) : spot.start])
    return "" if found is None else found[1]
