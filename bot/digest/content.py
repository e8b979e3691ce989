"""What one digest tells, as facts: figures that are followed, what changed, the fact of the day; no sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Protocol

from msgspec import Struct

from bot.digest.model import Subscription
from bot.digest.snapshot import Change, Snapshot, changes, snapshot
from budget.model import Action, Explanation, Line, Reason

__all__ = ["Past", "Told", "Verdicts", "fact_ids", "followed", "has_news", "tell"]


class Verdicts(Protocol):
    """The log of shared fact-checks, as the digest needs it."""

    def shared(self, team: str, channel: str, day: date) -> tuple[tuple[str, str], ...]:
        """The verdicts that were shared in a conversation on a day: the verdict in words, and the claim."""


class Past(Struct, frozen=True):
    """What a reader got before: the last digest's day and figures, how often each fact was told, what was missed."""

    day: date | None = None
    figures: Snapshot | None = None
    facts: Mapping[str, int] | None = None
    missed: tuple[date, ...] = ()  # digests that were skipped since the last one
    verdicts: tuple[tuple[str, str], ...] = ()  # shared in the conversation the day before: in words, and the claim


class Told(Struct, frozen=True):
    """One digest. `lines` is empty when nothing is followed or all of it is muted: then the total stands for all."""

    day: date
    explanation: Explanation
    lines: tuple[Line, ...]
    follows_nothing: bool
    changes: tuple[Change, ...]
    replaced: str  # title of the document the last digest was about, when it is another one; "" else
    since: date | None  # day of the last digest; None for the first
    fact: Reason | Action | None
    missed: tuple[date, ...]
    verdicts: tuple[tuple[str, str], ...]
    asked: bool  # the reader asked for it now

    @property
    def fact_id(self) -> str:
        """The id under which the fact of the day is counted; "" when the document has none."""
        if self.fact is None:
            return ""
        return f"{'reason' if isinstance(self.fact, Reason) else 'action'}:{self.fact.id}"


def followed(one: Subscription, explanation: Explanation, day: date) -> tuple[Line, ...]:
    """The followed lines that are not muted, in the order they were followed; what this document lacks is left out."""
    return tuple(
        [explanation.lines[line] for line in one.follows if line in explanation.lines and not one.muted(line, day)]
    )


def has_news(one: Subscription, explanation: Explanation, past: Past, day: date) -> bool:
    """Whether a figure of what is followed, or the document itself, differs from the last digest; the first is news."""
    if past.figures is None:
        return True
    if past.figures.document != explanation.document.id:
        return True
    return bool(_changes(one, explanation, past, day))


def tell(one: Subscription, explanation: Explanation, past: Past, day: date, *, asked: bool = False) -> Told:
    """What the digest of a day tells a reader."""
    lines = followed(one, explanation, day)
    replaced = past.figures is not None and past.figures.document != explanation.document.id
    return Told(
        day=day,
        explanation=explanation,
        lines=lines,
        follows_nothing=not one.follows,
        changes=_changes(one, explanation, past, day),
        replaced=past.figures.title if past.figures is not None and replaced else "",
        since=past.day,
        fact=_fact(one, explanation, past.facts or {}, day),
        missed=past.missed,
        verdicts=past.verdicts,
        asked=asked,
    )


def _changes(one: Subscription, explanation: Explanation, past: Past, day: date) -> tuple[Change, ...]:
    if past.figures is None:
        return ()
    known = frozenset(line for line in one.follows if not one.muted(line, day))
    if not one.follows:
        found = changes(past.figures, snapshot(explanation), frozenset())
        return tuple([change for change in found if not one.muted(change.line, day)])
    return changes(past.figures, snapshot(explanation), known) if known else ()


def fact_ids(explanation: Explanation) -> tuple[str, ...]:
    """Every reason and action of a document, as they are counted."""
    return (
        *(f"reason:{one}" for one in explanation.reasons),
        *(f"action:{one}" for one in explanation.actions),
    )


def _fact(one: Subscription, explanation: Explanation, told: Mapping[str, int], day: date) -> Reason | Action | None:
    """The fact told least often; among those, what is followed first, then an order of this reader's own."""

    def rank(name: str) -> tuple[int, bool, str]:
        lines = _lines_of(explanation, name)
        near = any(line in one.follows and not one.muted(line, day) for line in lines)
        return (told.get(name, 0), not near, hashlib.sha256(f"{one.id}/{name}".encode()).hexdigest())

    names = [
        name for name in fact_ids(explanation) if not all(one.muted(at, day) for at in _lines_of(explanation, name))
    ]
    if not names:
        return None
    kind, _, found = min(names, key=rank).partition(":")
    return explanation.reasons[found] if kind == "reason" else explanation.actions[found]


def _lines_of(explanation: Explanation, name: str) -> tuple[str, ...]:
    kind, _, found = name.partition(":")
    if kind == "action":
        return explanation.actions[found].lines
    reason = explanation.reasons[found]
    return (reason.line, reason.part_line) if reason.part_line is not None else (reason.line,)
