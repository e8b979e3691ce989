"""Keeps the place and the time that a sentence sets for those behind it, where the document has no figures of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from budget.claims.amounts import no_check
from budget.claims.model import Verdict
from budget.claims.placed import Found
from budget.claims.rounds import other_time
from budget.claims.scene import Draft, Scene
from budget.claims.segments import Segment
from budget.claims.strange import verb_at
from budget.claims.subjects import is_about
from budget.claims.words import Read
from budget.numbers_nl.plaintext import lowered
from budget.queries import ReasonCode

__all__ = ["Frames", "Here"]

_PLACES = frozenset(
    "nederland nederlands nederlandse belgie belgische frankrijk franse duitsland duitse luxemburg luxemburgse "
    "engeland engelse britse spanje spaanse italie italiaanse portugal griekenland polen denemarken deense zweden "
    "zweedse noorwegen noorse finland finse oostenrijk zwitserland ierland amerika amerikaanse china "
    "wallonie wallonia waals waalse brussel brussels brusselse duitstalige franstalige "
    "antwerpen antwerpse gent gentse brugge brugse leuven leuvense hasselt mechelen mechelse aalst kortrijk oostende "
    "genk roeselare turnhout charleroi namen luik luikse bergen limburg limburgse henegouwen "
    "federaal federale provinciaal provinciale "
    "ocmw gemeentebestuur stadsbestuur buitenland buurland buurlanden noorderburen zuiderburen oosterburen grens "
    "forem actiris".split()
)
# Names that are an ordinary word, or a person, without a capital.
_CAPITAL = frozenset({"bergen", "namen", "luik", "polen", "china"})
_BODIES = frozenset({"stad", "gemeente", "provincie"})
_PROVINCES = re.compile(r"\b(?:west-vlaanderen|oost-vlaanderen|vlaams-brabant|waals-brabant)\b")
_OWNERS = frozenset({"regering", "legislatuur", "bestuursploeg", "coalitie"})
_OTHERS = frozenset({"vorige", "volgende", "voormalige", "andere", "toekomstige"})
_TITLES = frozenset({"minister", "ministers", "staatssecretaris", "schepen", "burgemeester", "commissaris"})
_LOCAL = frozenset({"schepen", "schepenen", "burgemeester"})
_HERE = frozenset({"vlaanderen", "vlaamse", "vlaams", "hier", "wij", "onze"})
_NOW = frozenset({"nu", "vandaag", "thans", "momenteel", "voortaan"})
_THERE = frozenset({"daar", "daarginds", "aldaar", "ginder"})
_THEN = frozenset({"toen", "destijds", "toenmalige"})
_OF_OURS = (("deze", "begroting"), ("dit", "document"), ("deze", "toelichting"), ("bij", "ons"))
# Words of who tells of himself, thanks somebody, or speaks of no time in particular.
_BESIDE = frozenset({"ik", "mijn", "mij", "dank", "bedankt", "toekomst", "jaren"})
_COMPARES = frozenset({"dan", "als", "zoals", "tegenover"})
_SMALL = frozenset({"in", "de", "het", "bij", "onze", "van", "die"})
_STOPS = ".!?…"
_MONEY = frozenset({"eur", "pct", "pp"})


class Here(NamedTuple):
    """Where a sentence stands: its lines, the name in front that was taken for a speaker, and its end."""

    line: int
    last_line: int
    label: str  # in front of it, "" without one
    end: str


class _Frame(NamedTuple):
    """What is set: why the document has no figures of it, and whether only a word that points back takes it up."""

    code: ReasonCode
    is_weak: bool
    line: int
    heads: bool  # whether it stands over the lines below it, as a heading
    gap: int = 2  # lines it may be away: a heading has a blank line under it


@dataclass(slots=True)
class Frames:
    """The frame that holds at a sentence of a text; it is told of every sentence in order."""

    _frame: _Frame | None = field(default=None, init=False)

    def held(self, scene: Scene, here: Here, found: list[Found]) -> list[Found]:
        """The claims of the next sentence, of which none can be checked when it stands in another place or time."""
        before = self._before(scene, here)
        here_set = ReasonCode.OTHER_SCOPE if _is_place(here.label) else _set_before_colon(scene)
        code = here_set or before
        if code is None:
            self._set(scene, here, found)
            return found
        if here_set is not None:
            self._frame = _Frame(here_set, is_weak=False, line=here.last_line, heads=here.end not in _STOPS)
        elif self._frame is not None:
            self._frame = self._frame._replace(line=here.last_line, gap=1)
        return [(_uncheckable(draft, code), start, end) for draft, start, end in found]

    def _before(self, scene: Scene, here: Here) -> ReasonCode | None:
        """Why a frame set before makes a sentence one that cannot be checked; None when none holds."""
        frame = self._frame
        if frame is None:
            return None
        points = _points_back(scene.read, frame.code)
        below = here.line > frame.line
        if here.label or (below and not (frame.heads or points)) or here.line > frame.line + frame.gap:
            self._frame = None
            return None
        if points:
            return frame.code
        if _is_own(scene, frame.code):
            self._frame = None
            return None
        return None if frame.is_weak else frame.code

    def _set(self, scene: Scene, here: Here, found: list[Found]) -> None:
        code = _set_by(scene, scene.whole)
        if code is None:
            return
        figures = [spot for one in scene.segments for spot in one.spots]
        named = any(is_about(one) for one in scene.abouts)
        judged = any(draft.verdict is not Verdict.UNCHECKABLE for draft, _, _ in found)
        told = judged or (named and bool(figures)) or any(one.policies or one.reasons for one in scene.abouts)
        loose = any(spot.span.number.kind not in _MONEY for spot in figures)
        words = scene.read.keys(0, len(scene.read.words))
        beside = not _BESIDE.isdisjoint(words) or (
            code is ReasonCode.OTHER_SCOPE and _only_compared(scene, scene.whole)
        )
        self._frame = _Frame(code, told or loose or beside, here.last_line, here.end not in _STOPS)


def _uncheckable(draft: Draft, code: ReasonCode) -> Draft:
    if draft.verdict is Verdict.UNCHECKABLE:
        return draft
    return replace(no_check(code, draft.subjects, draft.claimed), slides=draft.slides)


def _is_place(label: str) -> bool:
    """Whether what looks like the name of a speaker is a country or a town: "Luxemburg: ..."."""
    return lowered(label).rstrip(": ") in _PLACES - _CAPITAL


def _set_before_colon(scene: Scene) -> ReasonCode | None:
    """Why the document has no figures of what the words before a colon set, when the words behind do not undo it."""
    lead = _lead(scene)
    code = _set_by(scene, lead) if lead is not None else None
    if lead is None or code is None or _points_back(scene.read, code):
        return code
    there = "er" in scene.read.keys(lead.last, len(scene.read.words))
    compared = code is ReasonCode.OTHER_SCOPE and _only_compared(scene, lead) and not there
    return None if compared or _is_own(scene, code) else code


def _lead(scene: Scene) -> Segment | None:
    """What stands before a colon, when it gives no figure: "Nieuws uit Gent: ...", "Voor 2019: ..."."""
    at = next((place for place, one in enumerate(scene.segments) if _ends_in_colon(scene, one)), -1)
    if at < 0 or any(one.spots for one in scene.segments[: at + 1]):
        return None
    last = scene.segments[at]
    return Segment(0, last.end, 0, last.last, ())


def _ends_in_colon(scene: Scene, segment: Segment) -> bool:
    return scene.read.low[: segment.end].rstrip().endswith(":")


def _set_by(scene: Scene, segment: Segment) -> ReasonCode | None:
    """Why the document has no figures of the time or the place that a stretch sets; None when it sets none."""
    if other_time(scene, segment):
        return ReasonCode.OTHER_YEAR
    words = scene.read.keys(segment.first, segment.last)
    if any(one in _OTHERS and after in _OWNERS for one, after in pairwise(words)):
        return ReasonCode.OTHER_YEAR
    if not _HERE.isdisjoint(set(words) - {"onze"}) or not _shown_by(scene).isdisjoint(words):
        return None
    if any(one.looks_like == "date" and segment.start <= one.start < segment.end for one in scene.read.numbers):
        return None  # "Brussel, 18 oktober": where it was written
    if any(_is_elsewhere(scene, place) for place in range(segment.first, segment.last)):
        return ReasonCode.OTHER_SCOPE
    return ReasonCode.OTHER_SCOPE if _PROVINCES.search(scene.read.low, segment.start, segment.end) else None


def _shown_by(scene: Scene) -> set[str]:
    """The names of who showed the document."""
    return set(scene.explanation.document.presenter.lower().split())


def _only_compared(scene: Scene, segment: Segment) -> bool:
    """Whether other places are only what is compared with: "meer dan in Nederland"."""
    places = [place for place in range(segment.first, segment.last) if _is_elsewhere(scene, place)]
    return bool(places) and all(_is_compared(scene.read, place) for place in places)


def _is_compared(read: Read, place: int) -> bool:
    place -= 1
    while place >= 0 and read.words[place].key in _SMALL:
        place -= 1
    return place >= 0 and read.words[place].key in _COMPARES


def _is_elsewhere(scene: Scene, place: int) -> bool:
    """Whether a word is a place or a government that the document is not of, or the title of who governs it."""
    read = scene.read
    word = read.words[place]
    hit = read.at.get(place)
    if hit is not None and (hit.has("line") or hit.has("policy") or hit.has("reason")):
        return False
    if word.key in _PLACES:
        return word.capital or word.key not in _CAPITAL
    if word.key in _BODIES:
        return place == 0 or read.words[place - 1].key in {"de", "onze", "mijn", "een", "elke", "uw"}
    if word.key in _LOCAL:
        return True
    return word.key in _TITLES and _is_somebody_else(scene, place + 1)


def _is_somebody_else(scene: Scene, place: int) -> bool:
    """Whether a title goes with a name that is not that of who showed the document."""
    shown = _shown_by(scene)
    names = []
    while place < len(scene.read.words) and scene.read.words[place].capital:
        names.append(scene.read.words[place].key)
        place += 1
    return bool(names) and not any(name in shown for name in names)


def _points_back(read: Read, code: ReasonCode) -> bool:
    """Whether a sentence goes on about the place or the time before it: "daar", "toen", "dan" but not "meer dan"."""
    words = read.keys(0, len(read.words))
    if "dat" in words and ("dat", "jaar") in pairwise(words):
        return True
    if code is ReasonCode.OTHER_SCOPE:
        return not _THERE.isdisjoint(words)
    if not _THEN.isdisjoint(words):
        return True
    return any(word == "dan" and (place == 0 or verb_at(read, place - 1)) for place, word in enumerate(words))


def _is_own(scene: Scene, code: ReasonCode) -> bool:
    """Whether a sentence names the time or the place of the document itself, which ends what was set before."""
    read, document = scene.read, scene.explanation.document
    words = read.keys(0, len(read.words))
    if any(pair in _OF_OURS for pair in pairwise(words)):
        return True
    if code is ReasonCode.OTHER_SCOPE:
        return not _HERE.isdisjoint(words) or not _shown_by(scene).isdisjoint(words)
    years = {one.number.value for one in read.numbers if one.looks_like == "year"}
    if years & {document.base_round.year, document.draft_round.year} or not _NOW.isdisjoint(words):
        return True
    return any(hit.has("relative_round", "draft") or hit.has("relative_round", "base") for hit in read.hits)
