"""Tells what is only wished or supposed, and what is said of another period than a year; it judges nothing."""

from __future__ import annotations

import itertools
import re

from budget.claims.bind.scene import Scene, once
from budget.claims.read.language import WISHES
from budget.claims.read.words import Read

__all__ = ["asks_openly", "of_other_period", "supposed"]

_ASKS = frozenset("wie wat welk welke waarom hoe hoeveel hoezo waar wanneer waardoor waarvoor".split())
_JOINERS = frozenset("en maar dus want nu dan ja nee neen ook aan voor in bij naar met van".split())
_OPENING = 4  # words in which a question says that it is one
_FIRST = frozenset({"als", "gesteld", "wanneer", "mocht", "mochten", "indien", "tenzij", "had", "hadden"})
_ANYWHERE = frozenset("indien tenzij mits hypothetisch veronderstel hopelijk idealiter".split())
_ROLES = frozenset("enige enigste eerste tweede derde laatste grootste kleinste gevolg reden minister regering".split())
_PAST = frozenset("kreeg kregen was waren had hadden steeg stegen zou zouden bedroeg ging gingen kwam kwamen".split())
# "Ik wil benadrukken dat": what follows is said, and not wished.
_SAYS = frozenset(
    "zeggen benadrukken melden meegeven opmerken herhalen onderstrepen weten horen vertellen aanstippen wijzen "
    "stilstaan bevestigen tonen aantonen vermelden noteren vaststellen toegeven vast gezegd duidelijk".split()
)
# "Niemand weet of": what follows is asked, and not said.
_DOUBTS = frozenset("weet weten benieuwd onzeker onduidelijk twijfel twijfelt betwijfel betwijfelt afwachten".split())
# What has to be done without: "moet 3,8 miljoen inleveren" tells what is decided, "moet ... krijgen" what is wanted.
_BORNE = frozenset(
    "inleveren afstaan besparen inboeten doen rondkomen missen stellen slikken snoeien terug terugschroeven "
    "bezuinigen inbinden minder betalen".split()
)
_PRAISE = frozenset("als dat om mooi goed fijn beter wenselijk ideaal nodig graag liefst moeten willen kunnen".split())
_BORDERS = frozenset({"want", "maar", "omdat", "doordat", "terwijl", "aangezien", "waarvan"})
_NUMBER = r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijftien|twintig|[2-9]|[1-9]\d)"
_MANY = rf"(?:{_NUMBER}|enkele|meerdere|verschillende|ettelijke|paar)"
_PERIOD = re.compile(
    rf"(?<!\bna )\b{_MANY}\s+(?:(?:volgende|komende|opeenvolgende|volle)\s+)?"
    r"(?:jaar|jaren|jaartjes|begrotingsjaren|legislaturen|kwartalen|semesters|trimesters|maanden)\b"
    r"|\b(?:komende|volgende|voorbije|afgelopen|laatste|eerste)\s+(?:begrotings)?jaren\b"
    r"|\b(?:semester|kwartaal|trimester|halfjaar|half jaar|jaarhelft|helft van (?:het jaar|20\d\d)|q[1-4])\b"
    r"|\b(?:ge|ver)spreid over\b|\bover de jaren\b"
    r"|\b(?:in|tijdens|tot|vanaf|sinds) (?:januari|februari|maart|april|mei|juni|juli|augustus|september|november|"
    r"december)\b"
    r"|\b(?:legislatuur|regeerperiode|bestuursperiode|ambtstermijn|decennium)\b"
)


def asks_openly(read: Read) -> bool:
    """Whether a sentence asks who, what or why, and so says nothing: "En wie krijgt het meest?"."""
    words = [word.key for word in itertools.islice(read.words, _OPENING)]
    first = next((word for word in words if word not in _JOINERS), "")
    return first in _ASKS and read.low.rstrip(" \"'»”)").endswith("?")


@once
def supposed(scene: Scene, index: int | None = None) -> bool:
    """Whether what a segment says (or the sentence, without one) is only wished, proposed or supposed."""
    every = scene.read.every
    is_asked = "?" in scene.read.text
    if _opens_so(every, is_asked=is_asked) or not _ANYWHERE.isdisjoint(every):
        return True
    own = every if index is None else scene.read.keys(_start(scene, index), scene.segments[index].last)
    return _wished(own) or _would(own, every) or _demanded(own) or (index is not None and _hoped_behind(scene, index))


def _opens_so(words: list[str], *, is_asked: bool) -> bool:
    """Whether a sentence starts as a condition: "als", "mocht", "zelfs al kreeg", "kreeg JA maar ..."."""
    first = [word for word in words[:4] if word not in {"en", "maar", "zelfs", "ook"}]
    if first[:1] == ["stel"]:
        return "vast" not in words[:4]
    if first[:1] == ["als"] and not _ROLES.isdisjoint(first[1:2]):
        return False  # "als enige ISE's dalen ..."
    if first[:1] in (["laten"], ["laat"]) and not {"we", "wij", "ons"}.isdisjoint(first[1:2]):
        return True
    if first and first[0] in _PAST and (not is_asked or first[0] in {"zou", "zouden"}):
        return True
    return bool(first) and (first[0] in _FIRST or (first[0] == "al" and not _PAST.isdisjoint(first[1:2])))


def _start(scene: Scene, index: int) -> int:
    """The first word of the clause a segment stands in: a comma does not part it, "want" and a full mark do."""
    for place in range(index, 0, -1):
        segment = scene.segments[place]
        before = scene.read.low[: segment.start].rstrip()
        first = scene.read.keys(segment.first, segment.first + 1)
        if first and (first[0] in _BORDERS or before.endswith((":", ";", "?", "!"))):
            return segment.first
    return 0


def _wished(words: list[str]) -> bool:
    """Whether somebody wants it so: "wil 57,7 miljoen meer", "stelt voor om"; saying that it is so is no wish."""
    for place, word in enumerate(words):
        if word in WISHES and words[place - 1 : place] != ["zoals"] and _SAYS.isdisjoint(words[place + 1 :]):
            return True
        behind = words[place + 1 : place + 5]
        if word in {"stel", "stelt", "stellen", "stelde"} and "voor" in behind:
            at = behind.index("voor")
            if behind[at + 1 : at + 2] in (["om"], ["dat"]):
                return True
        if word == "voorstel" and not {"om", "dat"}.isdisjoint(behind):
            return True
    doubts = any(one in _DOUBTS and two == "of" for one, two in itertools.pairwise(words))
    return doubts or ("stel", "dat") in itertools.pairwise(words) or " vraag is of " in f" {' '.join(words)} "


def _would(own: list[str], every: list[str]) -> bool:
    """Whether it would be so, or should have been: "zou mooi zijn als", "had moeten krijgen"."""
    if not {"had", "hadden"}.isdisjoint(own) and not {"moeten", "kunnen", "mogen"}.isdisjoint(own):
        return True
    return not {"zou", "zouden"}.isdisjoint(every) and not (_PRAISE | {"we", "wij", "ik"}).isdisjoint(own)


def _demanded(words: list[str]) -> bool:
    """Whether it must be so: a demand, unless it tells what must be done without."""
    place = next((place for place, word in enumerate(words) if word in {"moet", "moeten"}), -1)
    if not {"hoort", "horen", "dient", "dienen", "behoort"}.isdisjoint(words) and "te" in words:
        return True
    return place >= 0 and _BORNE.isdisjoint(words) and _SAYS.isdisjoint(words[place + 1 :])


def _hoped_behind(scene: Scene, index: int) -> bool:
    """Whether a wish stands behind the claim: "..., hoop ik", "..., als het aan ons ligt"."""
    if index + 1 >= len(scene.segments) or scene.segments[index + 1].spots:
        return False
    segment = scene.segments[index + 1]
    words = scene.read.keys(segment.first, segment.last)
    return words[:1] in (["hoop"], ["hopen"]) or (words[:2] == ["als", "het"] and words[-1] in {"ligt", "afhangt"})


def of_other_period(scene: Scene, index: int) -> bool:
    """Whether a figure is said of some years together, or of a part of one."""
    first = scene.segments[index].start
    start = _start(scene, index)
    if start < len(scene.read.words):
        first = min(first, scene.read.words[start].start)
    end = len(scene.read.low)
    for segment in scene.segments[index + 1 :]:
        if segment.spots:
            end = segment.start
            break
    return any(first <= start and stop <= end for start, stop in _periods(scene))


@once
def _periods(scene: Scene) -> tuple[tuple[int, int], ...]:
    """Where a sentence names a period that is no year."""
    return tuple(found.span() for found in _PERIOD.finditer(scene.read.low))
