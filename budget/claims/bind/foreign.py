"""Tells where words set a place or a time the document has no figures of, and where they come back to its own."""

from __future__ import annotations

import re
from itertools import pairwise

from budget.claims.bind.rounds import other_time
from budget.claims.bind.scene import Scene
from budget.claims.read.language import ACTORS
from budget.claims.read.segments import Segment
from budget.claims.read.verbs import verb_at
from budget.claims.read.words import Hit, Read
from budget.numbers_nl.plaintext import lowered
from budget.queries import ReasonCode

__all__ = ["holds_places", "is_own", "is_place", "is_vague", "named_alone", "only_compared", "points_back", "set_by"]

_PLACES = frozenset(
    "nederland nederlands nederlandse belgie belgische frankrijk franse duitsland duitse luxemburg luxemburgse "
    "engeland engelse britse spanje spaanse italie italiaanse portugal griekenland polen denemarken deense zweden "
    "zweedse noorwegen noorse finland finse oostenrijk zwitserland ierland amerika amerikaanse china "
    "wallonie wallonia waals waalse brussel brussels brusselse duitstalige franstalige "
    "antwerpen antwerpse gent gentse brugge brugse leuven leuvense hasselt mechelen mechelse aalst kortrijk oostende "
    "genk roeselare turnhout charleroi namen luik luikse bergen limburg limburgse henegouwen "
    "federaal federale provinciaal provinciale "
    "ocmw gemeentebestuur stadsbestuur buitenland buurland buurlanden noorderburen zuiderburen oosterburen "
    "forem actiris".split()
)
# Names that are an ordinary word, or a person, without a capital.
_CAPITAL = frozenset({"bergen", "namen", "luik", "polen", "china"})
_BODIES = frozenset({"stad", "gemeente", "provincie"})
_PROVINCES = re.compile(r"\b(?:west-vlaanderen|oost-vlaanderen|vlaams-brabant|waals-brabant|over de grens)\b")
_OWNERS = frozenset({"regering", "legislatuur", "bestuursploeg", "coalitie", "minister", "ministers"})
_BEFORE = frozenset({"voorganger", "voorgangers"})
# What a lead of one name may be led by: "Budget van het ministerie van Onderwijs: ...".
_LEADS = frozenset("het de van voor bij in en ook budget begroting ministerie departement beleidsdomein".split())
_AT = frozenset({"in", "naar", "uit", "over", "bij", "van"})
_OTHERS = frozenset({"vorige", "volgende", "voormalige", "toekomstige"})
_TITLES = frozenset({"minister", "ministers", "staatssecretaris", "schepen", "burgemeester", "commissaris"})
_LOCAL = frozenset({"schepen", "schepenen", "burgemeester"})
_HERE = frozenset({"vlaanderen", "vlaamse", "vlaams", "hier", "wij", "onze"})
_NOW = frozenset({"nu", "vandaag", "thans", "momenteel", "voortaan", "intussen", "ondertussen"})
_THERE = frozenset({"daar", "daarginds", "aldaar", "ginder"})
_THEN = frozenset({"toen", "destijds", "toenmalige"})
_OF_OURS = (("deze", "begroting"), ("dit", "document"), ("deze", "toelichting"), ("bij", "ons"))
_COMPARES = frozenset({"dan", "als", "zoals", "tegenover"})
_SMALL = frozenset({"in", "de", "het", "bij", "onze", "van", "die"})


def is_place(label: str) -> bool:
    """Whether what looks like the name of a speaker is a country or a town: "Luxemburg: ..."."""
    return lowered(label).rstrip(": ") in _PLACES - _CAPITAL


def holds_places(scene: Scene, segment: Segment) -> bool:
    """Whether a stretch is nothing but the name of another place: "Nederland - ..."."""
    places = range(segment.first, segment.last)
    return bool(places) and all(_is_elsewhere(scene, one) or scene.read.words[one].key in _SMALL for one in places)


def named_alone(scene: Scene, lead: Segment) -> ReasonCode | None:
    """Why what stands behind a bare name of another domain can not be checked: "Onderwijs: ..."."""
    if any(one.policies for one in scene.abouts):
        return None
    others = [hit for hit in scene.read.hits if hit.end <= lead.last and _is_other_domain(hit)]
    inside = {place for hit in others for place in range(hit.first, hit.end)}
    rest = [scene.read.words[one].key for one in range(lead.first, lead.last) if one not in inside]
    return ReasonCode.OTHER_SUBJECT if others and _LEADS.issuperset(rest) else None


def _is_other_domain(hit: Hit) -> bool:
    return "other_subject" in hit.kinds.get("elsewhere", ()) and not hit.has("line")


def is_vague(scene: Scene) -> bool:
    """Whether a sentence may set another place: only a "daar" behind it tells that it did."""
    read = scene.read
    if any(_is_other_domain(hit) for hit in read.hits) or not {"elders", "landen"}.isdisjoint(read.every):
        return True
    return any(
        word.capital and place and place not in read.at and word.key not in ACTORS and read.words[place - 1].key in _AT
        for place, word in enumerate(read.words)
    )


def set_by(scene: Scene, segment: Segment) -> ReasonCode | None:
    """Why the document has no figures of the time or the place that a stretch sets; None when it sets none."""
    if other_time(scene, segment):
        return ReasonCode.OTHER_YEAR
    words = scene.read.keys(segment.first, segment.last)
    pairs = set(pairwise(words))
    if (
        ("jaren", "geleden") in pairs
        or not _BEFORE.isdisjoint(words)
        or any(one in _OTHERS and after in _OWNERS for one, after in pairs)
    ):
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


def only_compared(scene: Scene, segment: Segment) -> bool:
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


def points_back(read: Read, code: ReasonCode) -> bool:
    """Whether a sentence goes on about the place or the time before it: "daar", "toen", "dan" but not "meer dan"."""
    words = read.every
    if "dat" in words and ("dat", "jaar") in pairwise(words):
        return True
    if code is not ReasonCode.OTHER_YEAR:
        return not _THERE.isdisjoint(words)
    if not _THEN.isdisjoint(words):
        return True
    return any(word == "dan" and (place == 0 or verb_at(read, place - 1)) for place, word in enumerate(words))


def is_own(scene: Scene, code: ReasonCode, first: int = 0) -> bool:
    """Whether the words from `first` on name the time or the place of the document itself, which ends another one."""
    read, document = scene.read, scene.explanation.document
    words = read.keys(first, len(read.words))
    if any(pair in _OF_OURS for pair in pairwise(words)):
        return True
    if code is not ReasonCode.OTHER_YEAR:
        return not _HERE.isdisjoint(words) or not _shown_by(scene).isdisjoint(words)
    years = {one.number.value for one in read.numbers if one.looks_like == "year"}
    if years & {document.base_round.year, document.draft_round.year} or not _NOW.isdisjoint(words):
        return True
    return any(hit.has("relative_round", "draft") or hit.has("relative_round", "base") for hit in read.hits)
