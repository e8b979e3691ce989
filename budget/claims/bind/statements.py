"""Judges what is said of a policy in words alone, by the words the document's own facts hold; else it abstains."""

from __future__ import annotations

import re

from budget.claims.bind.announced import meant_for
from budget.claims.bind.scene import Draft, Scene
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.claims.read.language import ACTORS, ADVERBS, EXCLUDES, HARMLESS, PRONOUNS
from budget.model import Action
from budget.queries import ReasonCode
from budget.resolve.text import phrase_key

__all__ = ["statement"]

_STEM = 5
_PREMIUMS = ("jobbonus", "jobbonus-plus")
_MEANT = frozenset({"bedoeld", "er", "gericht", "bestemd", "geldt", "voor", "gaat"})
_PLAIN_PEOPLE = frozenset(
    "bedoeld gericht bestemd startende startend starters zelfstandige zelfstandigen hoofdberoep bijberoep premie "
    "loontrekkenden loontrekkende werknemers werknemer lager lagere laag lage loon lonen inkomen inkomens".split()
)
# Who earns less or starts is meant: of all, or of who earns more, a premium is not.
_LOW = frozenset("laag lage lager lagere startende startend starters".split())
_WIDER = frozenset("alle elke ieder iedere hoog hoge hoger hogere".split())
_SMALL = ADVERBS | HARMLESS | ACTORS | PRONOUNS
_MONEY = re.compile(r"invest|subsid|budget|financ|middelen|geld|begrot|bespaar|besparing|snoei")


def statement(scene: Scene) -> Draft | None:
    """A policy with what is said of it; None when no policy is named, or nothing is said that could be checked."""
    policies = [policy for one in scene.abouts for policy in one.policies]
    words = [word.key for word in scene.read.words]
    if not policies:
        return None
    actions = [action for policy in policies for action in scene.explanation.policy_actions.get(policy, ())]
    people = _people(scene, policies, words)
    if people is not None:
        return people
    said = _said(scene)
    if not said or "niet" in words or "geen" in words:
        return _asked(scene, words)
    for action in actions:
        if _told(action, said):
            slides = (action.slide,)
            ground = Ground(Why.AGREES, action=action)
            return Draft(Verdict.TRUE, Kind.STATEMENT, ground, action.lines, slides=slides)
    return _asked(scene, words)


def _people(scene: Scene, policies: list[str], words: list[str]) -> Draft | None:
    """Who one premium is said to be for, in a sentence that says nothing else: "de jobbonus is er voor starters"."""
    premium = next((one for one in dict.fromkeys(policies) if one in _PREMIUMS and _by_name(scene, one)), None)
    told = _PLAIN_PEOPLE | _SMALL
    loose = [word for place, word in enumerate(words) if place not in scene.read.at and word not in told]
    if premium is None or loose or _MEANT.isdisjoint(words) or not {"niet", "geen"}.isdisjoint(words):
        return None
    holds = meant_for(premium, set(words))
    if holds and not EXCLUDES.isdisjoint(words):
        return None  # "voor loontrekkenden zonder kinderen"
    if holds and _LOW.isdisjoint(words):
        holds = _WIDER.isdisjoint(words)
    action = next(iter(scene.explanation.policy_actions.get(premium, ())), None)
    if holds is None or action is None:
        return None
    ground = Ground(Why.AGREES if holds else Why.DIFFERS, action=action)
    verdict = Verdict.TRUE if holds else Verdict.FALSE
    return Draft(verdict, Kind.STATEMENT, ground, action.lines, slides=(action.slide,))


def _by_name(scene: Scene, policy: str) -> bool:
    """Whether a premium is named itself, and not only by the people it is for."""
    return any(
        hit.has("policy", policy) and any(word.startswith("jobbonus") for word in scene.read.keys(hit.first, hit.end))
        for hit in scene.read.hits
    )


def _asked(scene: Scene, words: list[str]) -> Draft | None:
    """An abstention where money is spoken of; nothing where a policy is only mentioned."""
    if not any(_MONEY.match(word) for word in words):
        return None
    policies = scene.explanation.policies
    named = [policy for one in scene.abouts for policy in one.policies]
    lines = tuple(dict.fromkeys([line for one in named for line in policies[one].lines]))
    return Draft(Verdict.UNCHECKABLE, Kind.OTHER, Ground(Why.NOTHING), lines, code=ReasonCode.NO_FIGURE)


def _said(scene: Scene) -> set[str]:
    """The words of a sentence beyond names and small words."""
    named = {
        place for hit in scene.read.hits if hit.has("policy") or hit.has("line") for place in range(hit.first, hit.end)
    }
    return {
        word.key for place, word in enumerate(scene.read.words) if place not in named and word.key not in _SMALL
    }  # fmt: skip


def _told(action: Action, said: set[str]) -> bool:
    """Whether the document's fact holds every word, by its stem; one word alone is too little."""
    told = {word[:_STEM] for word in phrase_key(f"{action.name} {action.text}").split()}
    return len(said) > 1 and all(word[:_STEM] in told for word in said)
