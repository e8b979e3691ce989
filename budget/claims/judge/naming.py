"""Hears a name given to a programme that the document only knows by its letters; the name is a claim of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from budget.claims.bind.scene import Scene, bound
from budget.claims.judge.amounts import no_check
from budget.claims.judge.placed import Found
from budget.claims.model import Verdict
from budget.claims.read.subjects import Group
from budget.claims.read.verbs import verb_at
from budget.model import Level
from budget.queries import ReasonCode

__all__ = ["namings"]

_LETTERS = frozenset({"ja", "jb", "jd", "je", "jf"})
_BESIDE = re.compile(r"\s*(?P<mark>[(\"“”«‘'„,]|[-–—]\s)\s*")  # what may stand between the letters and a name
_ENDS = {"(": ")", '"': '"', "“": "”", "”": "”", "„": "”", "«": "»", "‘": "’", "'": "'", ",": ",", "-": "-", "–": "–",
         "—": "—"}  # fmt: skip
_OR = frozenset({"ofwel", "oftewel", "alias"})
_ARTICLES = frozenset({"de", "het", "ons", "onze"})
_LONGEST = 60  # characters of a name
_IS = frozenset({"is", "heet"})
_IS_WORDS = 4
# What may stand behind the letters and names nothing: where a figure comes from and in what it is told.
_SMALL = frozenset(
    "de het een in van voor en of op bij met te uit dus ook incl inclusief excl exclusief zie miljoen miljard duizend "
    "euro eur mln mld bedrag bedragen cijfer cijfers tabel slide bron document toelichting begroting begrotingen "
    "begrotingsprogramma programma krediet kredieten budget boven onder hoger lager ja jb jd je jf wse vlaams vlaamse "
    "regering opgelet nota bene let".split()
)
_KINDS = frozenset({"line", "credit", "round_kind", "relative_round", "other_round", "rank", "policy", "nature"})


def namings(scene: Scene, judged: list[Found]) -> list[Found]:
    """The names given to the letters of programmes beside what is judged of them, each of which is uncheckable."""
    if all(draft.verdict is Verdict.UNCHECKABLE for draft, _, _ in judged):
        return []
    found = [one for group in scene.groups for one in _beside(scene, group, _letters(scene, group))]
    return found or list(_said(scene))


def _letters(scene: Scene, group: Group) -> int:
    """The place of the letters of a programme in its name; -1 when it is another line or is named otherwise."""
    if scene.explanation.lines[group.lines[0]].level is not Level.PROGRAMME:
        return -1
    keys = scene.read.keys(group.first, group.end)
    return next((group.first + place for place, key in enumerate(keys) if key in _LETTERS), -1)


def _beside(scene: Scene, group: Group, letters: int) -> Iterator[Found]:
    """A name right behind the letters: in brackets or quotes, between commas, or behind "ofwel"."""
    if letters < 0:
        return
    read = scene.read
    at = read.words[letters].end
    mark = _BESIDE.match(read.low, at)
    start = mark.end() if mark is not None else at
    first = next((place for place in range(letters + 1, len(read.words)) if read.words[place].start >= start), -1)
    if first < 0 or (mark is None and read.words[first].key not in _OR):
        return
    closes = _ENDS[mark["mark"][0]] if mark is not None else ","
    end = read.low.find(closes, start)
    if not start < end <= start + _LONGEST or any(start <= one.start < end for one in read.numbers):
        return
    places = [place for place in range(first, len(read.words)) if read.words[place].start < end]
    ranked = any(read.at[place].has("rank") for place in places if place in read.at)  # "JB, de sterkste stijger"
    if not places or ranked or any(_is_verb(scene, place) for place in places):
        return
    lead = read.words[places[0]].key
    opens = closes not in ",-–—" or lead in _OR | _ARTICLES or _is_other(scene, places[0])
    if opens and any(_is_name(scene, place) for place in places):
        yield _uncheckable(scene, group, (places[0], places[-1]))


def _is_verb(scene: Scene, place: int) -> bool:
    key = scene.read.words[place].key
    return key not in _SMALL and len(key) > 2 and verb_at(scene.read, place)  # noqa: PLR2004 - "in", "en"


def _is_name(scene: Scene, place: int) -> bool:
    """Whether a word can name something the document does not call a programme by."""
    read = scene.read
    hit = read.at.get(place)
    if hit is not None and not _KINDS.isdisjoint(hit.kinds):
        return False
    return read.words[place].key not in _SMALL | _OR and len(read.words[place].key) > 2  # noqa: PLR2004 - "zo", "nu"


def _is_other(scene: Scene, place: int) -> bool:
    """Whether a word is the name of another policy: "JB, innovatie dus, krijgt"."""
    hit = scene.read.at.get(place)
    return hit is not None and "other_subject" in hit.kinds.get("elsewhere", ())


def _said(scene: Scene) -> Iterator[Found]:
    """A name behind "is" in a clause that says nothing else: "programma JB, met 16 miljoen, is innovatie"."""
    for index, segment in enumerate(scene.segments):
        keys = scene.read.keys(segment.first, segment.last)
        if not index or segment.spots or keys[:1] == [] or keys[0] not in _IS or len(keys) > _IS_WORDS:
            continue
        named = [group for group in bound(scene, index - 1).about.groups if _letters(scene, group) >= 0]
        if len(named) == 1 and any(_is_other(scene, place) for place in range(segment.first, segment.last)):
            yield _uncheckable(scene, named[0], (segment.first, segment.last - 1))


def _uncheckable(scene: Scene, group: Group, places: tuple[int, int]) -> Found:
    words = scene.read.words
    start, end = words[places[0]].start, words[places[1]].end
    draft = no_check(ReasonCode.NOT_IN_DOCUMENT, group.lines[:1], None)
    return draft, start, end
