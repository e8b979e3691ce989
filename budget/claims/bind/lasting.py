"""Judges how long something announced is said to run: "het nieuwe ESF-programma loopt tot 2027"."""

from __future__ import annotations

import re

from budget.claims.bind.scene import Draft, Scene
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.claims.read.strange import strange

__all__ = ["lasting"]

_RUNS = frozenset("loopt lopen liep duurt duren geldt periode looptijd eindigt start begint gestart begon".split())
_ENDS = re.compile(r"(?:tot(?: en met| eind)?|t/m|eindigt in)\s*$")
_NEW = frozenset({"nieuw", "nieuwe"})
_PERIOD = re.compile(r"\b(20\d\d)\s?[-–]\s?(20\d\d)\b")
_BOTH = 2


def lasting(scene: Scene) -> Draft | None:
    """Judge the years a policy is said to run; None when none are said, or the document gives no period for it."""
    read = scene.read
    words = read.every
    years = [one for one in read.numbers if one.looks_like == "year"]
    policies = [policy for one in scene.abouts for policy in one.policies]
    if _RUNS.isdisjoint(words) or not 0 < len(years) <= _BOTH or len(policies) != 1 or "niet" in words:
        return None
    actions = scene.explanation.policy_actions.get(policies[0], ())
    action = next((one for one in actions if one.period is not None and one.period[0] < one.period[1]), None)
    if action is None or action.period is None or any(strange(read, one) for one in scene.segments):
        return None
    known = {action.period}
    if _NEW.isdisjoint(words):  # the programme before it is named too
        told = [f"{one.name} {one.cause}" for one in scene.explanation.policy_reasons.get(policies[0], ())]
        known |= {(int(one[1]), int(one[2])) for text in told for one in _PERIOD.finditer(text)}
    said = [one.number.value for one in years]
    if len(said) == _BOTH:
        holds = (said[0], said[1]) in known
    else:
        at = 1 if _ENDS.search(read.low[: years[0].start]) else 0
        holds = said[0] in {one[at] for one in known}
    verdict, why = (Verdict.TRUE, Why.AGREES) if holds else (Verdict.FALSE, Why.DIFFERS)
    ground = Ground(why, action=action)
    return Draft(verdict, Kind.STATEMENT, ground, action.lines, slides=(action.slide,))
