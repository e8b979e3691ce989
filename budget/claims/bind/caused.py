"""Finds the cause a sentence gives and where its words stand; it judges none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from budget.claims.bind.context import moves
from budget.claims.bind.scene import Scene, once
from budget.claims.read.language import CAUSES, CHANGE_NOUNS

__all__ = ["DESPITE", "SAVINGS", "Cause", "cause_in", "of_all"]

SAVINGS = frozenset("besparing besparingen bezuiniging bezuinigingen besparen snoeien besparingsronde".split())
DESPITE = frozenset({"ondanks", "niettegenstaande", "spijts"})
_PHRASES: dict[str, list[tuple[str, ...]]] = {}  # by their first word, the longest first
for _phrase in sorted((tuple(phrase.split()) for phrase in CAUSES), key=len, reverse=True):
    _PHRASES.setdefault(_phrase[0], []).append(_phrase)
_VERBS = frozenset({"verklaart", "verklaren", "veroorzaakt", "veroorzaken", "zorgt", "zorgen"})
_MAKES = frozenset({"doet", "doen", "deed", "deden"})
_IS = frozenset({"is", "zijn", "was"})
_NOUNS = frozenset({"reden", "oorzaak", "verklaring"})
_SAID = CHANGE_NOUNS | _NOUNS  # behind which "is" gives a cause
_ALL_OF = frozenset({"hele", "heel", "volledige", "gehele", "integrale", "alle", "complete"})


class Cause(Struct, frozen=True):
    """Where a cause is given: the words of the connector and of the cause, and whether the cause comes first."""

    at: int
    first: int
    end: int
    leads: bool


@once
def cause_in(scene: Scene) -> Cause | None:
    """The place of a cause in a sentence; None when it gives none."""
    words = [word.key for word in scene.read.words]
    has_figures = any(one.spots for one in scene.segments)
    for place, word in enumerate(words):
        for phrase in _PHRASES.get(word, ()):
            if tuple(words[place : place + len(phrase)]) == phrase:
                return _cause(scene, place, place + len(phrase))
        if word == "aan" and "ligt" in words[max(0, place - 3) : place]:
            return _cause(scene, place, place + 1)
        if word in DESPITE:
            found = _cause(scene, place, place + 1)
            if _names(scene, found.first, found.end):
                return found
        if word == "te" and words[place + 1 : place + 2] == ["maken"] and "met" in words[max(0, place - 8) : place]:
            at = place - 1 - words[:place][::-1].index("met")  # "heeft niets met de index te maken"
            return Cause(at, at + 1, place, leads=False)
        if place and (word in _VERBS or _makes_move(scene, place)):
            return Cause(place, _not_but(words[:place]), place, leads=True)
        if word not in _SAID:
            continue
        at = next((at for at in range(place, len(words)) if words[at] in _IS), -1)
        led = next((one for one in range(place - 1, max(0, place - 4) - 1, -1) if words[one] in _IS), -1)
        first = scene.around(place).first
        if word in _NOUNS and led > 0 and _names(scene, first, led):
            return Cause(place, first, led, leads=True)  # "de index is niet de reden van de stijging"
        if word in _NOUNS and at >= 0:
            return Cause(place, at + 1, len(words), leads=False)
        if at >= 0 and not has_figures and "dan" not in words[at:] and _names_cause(scene, at):
            return Cause(at, at + 1, len(words), leads=False)
    return None


def _makes_move(scene: Scene, place: int) -> bool:
    """Whether something is said to make a line move: "de index doet loopbanen stijgen"."""
    moved = [at for at, _ in moves(scene.read, scene.whole)]
    return scene.read.words[place].key in _MAKES and any(at > place for at in moved) and _names(scene, 0, place)


def _not_but(words: list[str]) -> int:
    """Where the cause that is meant starts: behind "maar" in "niet X maar Y", else at the front."""
    return words.index("maar") + 1 if words[0] == "niet" and "maar" in words else 0


def _names_cause(scene: Scene, at: int) -> bool:
    """Whether a nature, a policy or a saving stands behind "is", in the same stretch."""
    end = scene.around(at).last
    return _names(scene, at + 1, end) or not SAVINGS.isdisjoint(scene.read.keys(at, end))


def _names(scene: Scene, first: int, end: int) -> bool:
    """Whether a nature, a policy or a reason stands in a stretch."""
    kinds = {kind for hit in scene.read.hits if first <= hit.first < end for kind in hit.kinds}
    return not kinds.isdisjoint({"nature", "policy", "reason"})


def _cause(scene: Scene, at: int, first: int) -> Cause:
    """The words of a cause: to the end of its segment, or up to the verb when it leads the sentence."""
    read = scene.read
    end = scene.around(first).last
    if read.keys(end, end + 2) == ["maar", "ook"]:  # "niet alleen door de index, maar ook door ..."
        behind = scene.segment_at(end)
        end = behind.last if behind is not None else end
    if at - scene.around(at).first <= 1:
        moved = [place for place, _ in moves(read, scene.whole)]
        if any(place < at for place in moved):
            return Cause(at, first, end, leads=False)  # "daalt omdat er minder ..."
        verb = next((place for place in moved if place > first), -1)
        return Cause(at, first, verb if first < verb <= end else end, leads=first < verb <= end)
    return Cause(at, first, end, leads=False)


def _pairs(words: list[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    return enumerate(pairwise(words))


def _single(words: list[str], at: int) -> bool:
    return words[at] == "een" and not {"maar", "slechts"}.isdisjoint(words[max(0, at - 1) : at])


def of_all(scene: Scene, cause: Cause) -> set[str]:
    """The word "volledig" when all of a change is explained in other words: "de hele stijging is", "heel de groei"."""
    words = scene.read.every if cause.leads else scene.read.keys(0, min(cause.at, cause.first))
    every = scene.read.every
    if any(second in _NOUNS and (first == "enige" or _single(every, at)) for at, (first, second) in _pairs(every)):
        return {"volledig"}  # "de enige reden is", "heeft maar een oorzaak"
    nouns = [place for place, word in enumerate(words) if word in CHANGE_NOUNS]
    whole = any(not _ALL_OF.isdisjoint(words[max(0, place - 2) : place]) for place in nouns)
    return {"volledig"} if whole else set()
