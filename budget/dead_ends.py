"""Queries that look nothing up: a choice to make first, a refusal, a plea for help."""

from __future__ import annotations

from msgspec import Struct

from budget.asked import ReasonCode
from budget.model import Credit, Round

__all__ = ["ChoiceQuery", "HelpQuery", "RefusalQuery"]


class ChoiceQuery(Struct, frozen=True):
    """A question with more than one reading: the candidates and the command text that asks each of them.

    `options` pairs a line id or policy id with the text that would ask it unambiguously, in table order.
    """

    options: tuple[tuple[str, str], ...]
    heard: str  # the ambiguous words
    kind: str = "level"  # kind of the question behind it (level, delta, pct, reason, measure ...)
    policies: bool = False  # the options are policy ids, not line ids
    document: str | None = None


class RefusalQuery(Struct, frozen=True):
    """A question the document cannot answer, understood well enough to say why.

    status is "no_data" (a known subject) or "not_found"; `subjects` are the line ids it is about, `policies`
    likewise; `heard` is what was not understood or not found, `nearest` names (as typed commands) that come close.
    """

    code: ReasonCode
    status: str
    subjects: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    credit: Credit | None = None
    round: Round | None = None
    kind: str = "refusal"
    heard: str = ""
    nearest: tuple[str, ...] = ()
    document: str | None = None


class HelpQuery(Struct, frozen=True):
    """Nothing, or a plea for help, was typed; `explicit` is True for "help"."""

    explicit: bool = False
