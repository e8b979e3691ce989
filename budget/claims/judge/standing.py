"""Judges what stands under what: lines and policies under a line, what a line consists of; it looks at no amount."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.amounts import no_check
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.claims.read.segments import Segment
from budget.claims.read.strange import strange
from budget.claims.read.subjects import Group, about
from budget.model import Explanation, Level, Line, Policy
from budget.queries import ReasonCode
from budget.tree import inside

__all__ = ["standing"]

_FALLS = frozenset("valt vallen viel vielen zit zitten staat staan ressorteert ressorteren hoort horen".split())
_BELONGS = frozenset("behoort behoren hoort horen".split())
_UNDER = frozenset({"onder", "buiten"})
_TO = frozenset({"tot", "bij", "onder"})
_HOLDS = frozenset("omvat omvatten bevat bevatten".split())
_CONSISTS = frozenset({"bestaat", "bestaan", "opgebouwd", "opgesplitst"})
_SOME = frozenset({"onder", "oa", "meer", "andere", "ook", "bijvoorbeeld", "vooral"})
_DENIED = frozenset({"niet", "geen", "nooit", "evenmin", "buiten"})


class _Sides(Struct, frozen=True):
    """What stands under something, the line it stands under (None: any objective), and whether that is all of it."""

    groups: tuple[Group, ...]
    policies: list[Policy]
    whole: Group | None
    all_of_it: bool


def standing(scene: Scene) -> Draft | None:
    """Judge "X valt onder Y" and "Y bestaat uit X en Z"; None when no place is given or something is counted."""
    words = scene.read.every
    if any(one.spots for one in scene.segments) or "?" in scene.read.text:
        return None
    sides = _under(scene, words) or _parts(scene, words)
    if sides is None or not (sides.groups or sides.policies):
        return None
    lines = scene.explanation.lines
    whole = lines[sides.whole.lines[0]] if sides.whole is not None else None
    named = [lines[group.lines[0]] for group in sides.groups] + ([whole] if whole is not None else [])
    subjects = tuple(dict.fromkeys(line.id for line in named)) or sides.policies[0].lines
    if any(strange(scene.read, one) for one in scene.segments):
        return no_check(ReasonCode.OTHER_SUBJECT, subjects, None)
    found = [_line_under(scene.explanation, group, whole) for group in sides.groups]
    found += [_policy_under(scene.explanation, one, whole) for one in sides.policies]
    if None in found:
        return replace(no_check(ReasonCode.NOT_IN_DOCUMENT, subjects, None), kind=Kind.STRUCTURE)
    told = all(found)
    if told and sides.all_of_it and whole is not None and not sides.policies:
        told = {one for group in sides.groups for one in group.lines} >= set(whole.parts)
    holds = told == _DENIED.isdisjoint(words)
    ground = Ground(Why.AGREES if holds else Why.DIFFERS)
    slides = [line.slide for line in named]
    if sides.policies:
        first = sides.policies[0]
        ground = replace(ground, heard=first.name, ranked=first.lines)
        slides = [one.slide for one in scene.explanation.policy_actions.get(first.id, ())]
        slides += [one.slide for one in scene.explanation.policy_reasons.get(first.id, ())]
    elif sides.all_of_it and whole is not None:
        ground = replace(ground, ranked=whole.parts)
    verdict = Verdict.TRUE if holds else Verdict.FALSE
    return Draft(verdict, Kind.STRUCTURE, ground, subjects, slides=tuple(dict.fromkeys(slides)))


def _under(scene: Scene, words: list[str]) -> _Sides | None:
    """The sides of "X valt onder Y", also told the other way round: "onder Y vallen X en Z"."""
    verb = next((place for place, word in enumerate(words) if word in _FALLS | _BELONGS), -1)
    joints = _TO if verb >= 0 and words[verb] in _BELONGS else _UNDER
    at = next((place for place, word in enumerate(words) if word in joints), -1)
    for start, end in ((("deel", "uit", "van"), 3), (("onderdeel", "van"), 2)):
        place = next((one for one in range(len(words)) if tuple(words[one : one + end]) == start), -1)
        verb, at = (place, place) if place >= 0 else (verb, at)
    if verb < 0 or at < 0:
        return None
    if at < verb:  # "onder JD vallen ..."
        whole = _groups(scene, at, verb)
        items = _groups(scene, verb, len(words))
        return _Sides(items, _policies(scene, verb, len(words)), whole[0], all_of_it=False) if whole else None
    behind = _groups(scene, at, len(words))
    any_objective = any(hit.has("unit_level", "objective") and hit.first > at for hit in scene.read.hits)
    if not behind and not any_objective:
        return None
    whole = behind[:1]
    return _Sides(_groups(scene, 0, at), _policies(scene, 0, at), whole[0] if whole else None, all_of_it=False)


def _groups(scene: Scene, first: int, end: int) -> tuple[Group, ...]:
    """The lines named in a stretch, by its own words alone: "JE bestaat uit activering" names two lines."""
    return about(scene.read, Segment(0, 0, first, end, ()), scene.explanation).groups


def _parts(scene: Scene, words: list[str]) -> _Sides | None:
    """The sides of "Y bestaat uit X en Z" and "Y omvat X"."""
    at = next((place for place, word in enumerate(words) if word in _HOLDS | _CONSISTS), -1)
    before = _groups(scene, 0, max(at, 0))
    if at < 0 or len(before) != 1 or (words[at] in _CONSISTS and "uit" not in words[at:] and "in" not in words[at:]):
        return None
    behind = _groups(scene, at, len(words))
    complete = words[at] in _CONSISTS and _SOME.isdisjoint(words[at:])
    return _Sides(behind, _policies(scene, at, len(words)), before[0], all_of_it=complete)


def _policies(scene: Scene, first: int, end: int) -> list[Policy]:
    """The policies named in a stretch by words that are no name of a line."""
    every = scene.explanation.policies
    hits = [hit for hit in scene.read.hits if first <= hit.first < end and not hit.has("line")]
    return [every[one] for hit in hits for one in hit.kinds.get("policy", ())[:1] if one in every]


def _line_under(explanation: Explanation, group: Group, whole: Line | None) -> bool | None:
    """Whether a line stands under another one, or under any objective when none is given."""
    lines = [explanation.lines[one] for one in group.lines]
    if whole is None:
        return any(line.objective is not None for line in lines)
    if lines[0].level is Level.TOTAL and whole.level is not Level.TOTAL:
        return None  # the head of a part table has its parts in several programmes
    return any(inside(explanation, line, whole) for line in lines) and whole not in lines


def _policy_under(explanation: Explanation, policy: Policy, whole: Line | None) -> bool | None:
    """Whether a policy stands under a line; None where its slide bears the names of several lines."""
    if whole is None:
        return any(explanation.lines[one].objective is not None for one in policy.lines)

    def stands(ids: tuple[str, ...]) -> bool:
        return any(one == whole.id or inside(explanation, explanation.lines[one], whole) for one in ids)

    if stands(policy.lines):
        return True
    actions = explanation.policy_actions.get(policy.id, ())
    return None if any(stands(action.lines) for action in actions) else False
