"""Judges counted things of the announced actions: 7.500 trajecten, 1.000 jobs, 600 euro a year, a goal of 80 %."""

from __future__ import annotations

from msgspec.structs import replace

from budget.answers import Figure
from budget.claims.bind.announced import unlike
from budget.claims.bind.rounds import round_of
from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.amounts import no_check
from budget.claims.judge.rule import judge
from budget.claims.judge.truth import PCT
from budget.claims.model import Claimed, Ground, Kind, Verdict, Why
from budget.claims.read.segments import Spot
from budget.model import Action, Explanation, Quantity
from budget.queries import ReadNumber, ReasonCode

__all__ = ["counted_units", "quantity"]

_UNITS = {"eur": "euro", "pct": "%"}
_LARGEST_PREMIUM = 10_000  # euro: more is no premium of a person
_NEAR = 7
_PEOPLE_OF = {"trajecten": frozenset({"langdurig", "zieken"})}
_GOAL = frozenset({"doelstelling", "doel", "streefcijfer", "mikt", "ambitie", "streeft", "streefdoel", "doelt"})


def counted_units(explanation: Explanation) -> frozenset[str]:
    """The things the announced actions count: jobs, trajecten."""
    units = {one.unit.split()[-1] for action in explanation.actions.values() for one in action.quantities}
    return frozenset(unit for unit in units if unit not in _UNITS.values())


def quantity(scene: Scene, index: int, spot: Spot) -> Draft | None:
    """Judge a count against the action it is about; None when no action is named that counts such things."""
    found = _counted(scene, index, spot)
    if found is None:
        return None
    action, counted = found
    number = spot.span.number
    claimed = Claimed(number, None if spot.span.hedge == "hoogstens" else spot.span.hedge)  # a limit is what is told
    at = round_of(scene, index, Kind.LEVEL)
    slides = (action.slide,)
    figure = Figure(action.lines[0], "quantity", None, None, None, None, counted.value)
    ground = Ground(Why.AGREES, figure, action=action)
    if isinstance(at, ReasonCode) or at != scene.explanation.document.draft_round:
        code = at if isinstance(at, ReasonCode) else ReasonCode.NOT_IN_DOCUMENT
        return Draft(
            Verdict.UNCHECKABLE, Kind.QUANTITY, ground, action.lines, claimed=claimed, code=code, slides=slides
        )
    true = counted.value * PCT if number.kind == "pct" else counted.value
    verdict, why = judge(true, abs(number.value), claimed)
    if spot.span.hedge == "minstens" and true == abs(number.value):
        verdict, why = Verdict.TRUE, Why.AGREES
    differs = unlike(scene, index, spot, found)
    if isinstance(differs, ReasonCode):
        if not any(one.policies for one in scene.abouts) and scene.last is not None and scene.last.about.policies:
            return None  # only the sentence before named it, and this one is about something else
        draft = no_check(differs, action.lines, claimed)
        return replace(draft, ground=ground, kind=Kind.QUANTITY, slides=slides)
    if differs:
        verdict, why = Verdict.FALSE, Why.OTHER_MEASURE
    ground = Ground(why, figure, action=action)
    return Draft(verdict, Kind.QUANTITY, ground, action.lines, claimed=claimed, slides=slides)


def _near_words(scene: Scene, spot: Spot) -> list[str]:
    return scene.read.behind(spot.end, _NEAR)


def _counted(scene: Scene, index: int, spot: Spot) -> tuple[Action, Quantity] | None:
    """The action and the quantity of it that a number is about."""
    number = spot.span.number
    named = _named(scene, index)
    if number.kind == "eur" and abs(number.value) >= _LARGEST_PREMIUM:
        return None
    words = _near_words(scene, spot)
    sentence = {word.key for word in scene.read.words}
    for action in scene.explanation.actions.values():
        for counted in action.quantities:
            if _is_meant(number, counted, action.policy in named, words, sentence):
                return action, counted
    return None


def _for_others(words: list[str], unit: str) -> bool:
    """Whether a count is said to be for people the action does not name: "7.500 trajecten voor nieuwkomers"."""
    people = _PEOPLE_OF.get(unit)
    place = next((place for place, word in enumerate(words) if word.endswith(unit)), -1)
    if people is None or words[place + 1 : place + 2] != ["voor"]:
        return False
    behind = [word for word in words[place + 2 :] if word not in {"de", "het", "een"}]
    return bool(behind) and people.isdisjoint(behind) and not behind[0].isdigit()


def _is_meant(number: ReadNumber, counted: Quantity, named: bool, words: list[str], sentence: set[str]) -> bool:  # noqa: FBT001 -- a fact, no switch
    if number.kind in _UNITS:
        unit = _UNITS[number.kind]
        return named and counted.unit == unit and (unit != "%" or _is_goal(sentence))
    if number.kind != "qty" or number.scale:
        return False
    unit = counted.unit.split()[-1]
    if any(word.endswith(unit) for word in words[:3]):
        if _for_others(words, unit):
            return False
        return named or (unit != "jobs" and number.value == counted.value)
    people = _PEOPLE_OF.get(unit, frozenset())
    return named and unit in sentence and bool(people) and people.issubset(words[:3])


def _is_goal(sentence: set[str]) -> bool:
    return not _GOAL.isdisjoint(sentence) or "activeringsconferentie" in sentence


def _named(scene: Scene, index: int) -> set[str]:
    """The policies named in the sentence, the segment's own and all others, with what loosely names them."""
    found = {policy for about in scene.abouts for policy in about.policies}
    words = {word.key for word in scene.read.words}
    if scene.last is not None and not found and index == 0:
        found.update(scene.last.about.policies)
    if words & {"kringwinkel", "kringwinkels", "circulaire", "kringloopwinkels", "maatwerk"} or (
        {"sociale", "economie"} <= words and "jobs" in words
    ):
        found.add("collectief-maatwerk")
    if {"langdurig", "zieken"} <= words or "zieken" in words:
        found.add("re-integratie")
    return found
