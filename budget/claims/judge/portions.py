"""Judges how much of a rise is said to go to a line without a number: "bijna alle extra middelen gaan naar X"."""

from __future__ import annotations

from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.amounts import no_check
from budget.claims.judge.shares import share_of
from budget.claims.judge.truth import PCT
from budget.claims.model import Claimed, Verdict
from budget.claims.read.language import CHANGE_NOUNS
from budget.claims.read.strange import strange
from budget.claims.read.subjects import Group
from budget.numbers_nl.hedges import hedge_before
from budget.queries import ReadNumber, ReasonCode
from budget.tree import inside

__all__ = ["portion", "portioned"]

_ALL = frozenset({"alle", "al", "hele", "heel", "volledige", "ganse", "gans", "gehele", "integrale"})
_MOST = frozenset({"meeste", "merendeel", "gros", "meerderheid", "leeuwendeel"})
_SOME = frozenset({"fractie", "fractietje", "deel", "deeltje", "brok", "stuk", "stukje", "kruimels", "kruimel", "rest"})
_WHOLLY = frozenset({"allemaal", "volledig", "integraal", "helemaal", "geheel", "uitsluitend", "enkel", "alleen"})
_EXTRA = frozenset({"extra", "bijkomende", "bijkomend"})
_MONEY = frozenset({"middelen", "geld", "euro", "euros", "budget", "krediet", "kredieten", "miljoenen", "centen"})
_RISES = (CHANGE_NOUNS - {"daling", "afname", "vermindering", "verlaging"}) | {"aangroei", "meeruitgaven", "stijgingen"}
_BETWEEN = frozenset("de het die dit deze deel van dat aan onze".split()) | _EXTRA
_GOES = frozenset("gaat gaan ging gingen vloeit vloeien zit zitten zat komt komen belandt belanden is zijn".split())
_TO = frozenset({"naar", "bij", "in", "voor", "aan"})
_TAKES = frozenset("krijgt krijgen kreeg slokt slorpt neemt pakt ontvangt haalt".split())
_OF = frozenset({"van", "bij", "binnen", "voor", "in"})
_SMALL = frozenset({"de", "het", "ise", "programma", "budget"})
_DENIALS = frozenset({"niet", "geen", "nooit", "evenmin"})
_ALL_PCT = 100 * PCT
_HALF_PCT = 50 * PCT
_FAR = 5  # words between a quantity and what it is of


def portioned(scene: Scene) -> Draft | None:
    """Judge the first segment that says how much of a rise goes to a line; None when none does."""
    found = (portion(scene, index) for index in range(len(scene.segments)))
    return next((draft for draft in found if draft is not None), None)


def portion(scene: Scene, index: int) -> Draft | None:
    """Judge how much of a rise a segment gives to a line; None when it speaks of no part of a rise.

    What is not understood of such a sentence is never taken for a bare rise of the line.
    """
    segment = scene.segments[index]
    words = scene.read.keys(segment.first, segment.last)
    noun = next((place for place in range(len(words)) if _is_rise(words, place)), -1)
    if noun < 0 or segment.spots:
        return None
    at = _quantity(words, noun)
    if at < 0:
        return None
    subjects = tuple(group.lines[0] for group in scene.abouts[index].groups)
    groups = scene.abouts[index].groups
    if groups and not _spans(scene, groups) and all(_owns(scene, group, segment.first + noun) for group in groups):
        return None  # "de hele stijging bij JB is goed nieuws" gives nothing to anybody
    known = frozenset({words[at]})
    if (words[at] in _SOME and not _is_most(words, at)) or any(
        strange(scene.read, one, known) for one in scene.segments
    ):
        return no_check(ReasonCode.NOT_UNDERSTOOD, subjects, None)
    sides = _sides(scene, index, segment.first + noun)
    if sides is None or not _DENIALS.isdisjoint(words):
        return no_check(ReasonCode.NOT_UNDERSTOOD, subjects, None)
    lines = scene.explanation.lines
    part = lines[sides[0].lines[0]]
    whole = lines[sides[1].lines[0]] if sides[1] is not None else scene.explanation.total
    if not inside(scene.explanation, part, whole) or part.id == whole.id:
        return no_check(ReasonCode.NOT_UNDERSTOOD, subjects, None)
    claimed = _claimed(words, at)
    draft = share_of(scene, index, (part, whole, True), claimed)
    if _is_most(words, at) and draft.verdict is not Verdict.TRUE:
        return no_check(ReasonCode.NOT_UNDERSTOOD, subjects, None)  # the most of several need not be half of it
    return draft


def _is_rise(words: list[str], place: int) -> bool:
    """Whether a word is that of a rise, or of the money that comes on top."""
    return words[place] in _RISES or (
        words[place] in _MONEY and not _EXTRA.isdisjoint(words[max(0, place - 2) : place])
    )


def _quantity(words: list[str], noun: int) -> int:
    """The place of the word that says how much of a rise; -1 without one."""
    for place in range(noun - 1, max(-1, noun - 1 - _FAR), -1):
        if words[place] in _ALL | _MOST | _SOME:
            return place
        if words[place] not in _BETWEEN:
            return -1
    return next((place for place in range(noun + 1, len(words)) if words[place] in _WHOLLY), -1)


def _is_most(words: list[str], at: int) -> bool:
    """Whether more than half is meant: "het gros", "het grootste deel"."""
    return words[at] in _MOST or (words[at] == "deel" and words[at - 1 : at] in (["grootste"], ["overgrote"]))


def _sides(scene: Scene, index: int, noun: int) -> tuple[Group, Group | None] | None:
    """The line a part of a rise goes to, and the line whose rise it is when one is named; None when it is unclear."""
    about = scene.abouts[index]
    segment = scene.segments[index]
    if about.policies or about.reasons or about.natures or not 1 <= len(about.groups) <= 2:  # noqa: PLR2004
        return None
    verbs = [place for place in range(segment.first, segment.last) if scene.read.words[place].key in _GOES | _TAKES]
    if len(verbs) != 1:
        return None
    verb = verbs[0]
    if _spans(scene, about.groups):
        return None
    heads = [group for group in about.groups if _owns(scene, group, noun)]
    others = [group for group in about.groups if group not in heads]
    if len(others) != 1 or len(heads) > 1:
        return None
    takes = scene.read.words[verb].key in _TAKES
    receives = others[0].first < verb or noun > verb if takes else _leads_to(scene, others[0])
    return (others[0], heads[0] if heads else None) if receives else None


def _spans(scene: Scene, groups: tuple[Group, ...]) -> bool:
    """Whether what reads as one name is two, with the verb between: "van JF gaan naar competenties"."""
    verbs = _GOES | _TAKES
    return any(not verbs.isdisjoint(scene.read.keys(group.first, group.end)) for group in groups)


def _owns(scene: Scene, group: Group, noun: int) -> bool:
    """Whether a name stands behind a rise as what rises: "de stijging van JD"."""
    between = scene.read.keys(noun + 1, group.first) if group.first > noun else []
    return between[:1] != [] and between[0] in _OF and _SMALL.issuperset(between[1:])


def _leads_to(scene: Scene, group: Group) -> bool:
    place = group.first - 1
    while place >= 0 and scene.read.words[place].key in _SMALL:
        place -= 1
    return place >= 0 and scene.read.words[place].key in _TO


def _claimed(words: list[str], at: int) -> Claimed:
    """What is claimed, as a percentage: all of it, or more than half of it."""
    if _is_most(words, at):
        return Claimed(ReadNumber("pct", _HALF_PCT, PCT, False, words[at]), "meer dan")  # noqa: FBT003
    before = words[max(0, at - 4) : at]
    while before and before[-1] in {"de", "het"}:
        before.pop()
    return Claimed(ReadNumber("pct", _ALL_PCT, PCT, False, words[at]), hedge_before(before))  # noqa: FBT003
