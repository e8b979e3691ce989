"""The last subject of a conversation as JSON and back; what is not of this form is read as nothing kept."""

from __future__ import annotations

import json

from bot.grammar.followup import Last
from budget.model import Credit, Round
from budget.queries import Measure

__all__ = ["read_last", "write_last"]


def write_last(last: Last) -> str:
    """Give the JSON of a last subject."""
    return json.dumps(
        {
            "subjects": last.subjects,
            "policies": last.policies,
            "measure": last.measure.value,
            "why": last.why,
            "credit": None if last.credit is None else last.credit.value,
            "kind": last.kind,
            "reasons": last.reasons,
            "round": None if last.round is None else [last.round.kind, last.round.year],
        }
    )


def read_last(text: str) -> Last | None:
    """Give the last subject of a JSON text; None when another version wrote it in another form."""
    try:
        kept = json.loads(text)
        return Last(
            tuple(map(str, kept["subjects"])),
            tuple(map(str, kept["policies"])),
            Measure(kept["measure"]),
            bool(kept["why"]),
            None if kept["credit"] is None else Credit(kept["credit"]),
            _round(kept.get("round")),
            str(kept.get("kind", "")),
            tuple(map(str, kept.get("reasons", ()))),
        )
    except (KeyError, TypeError, ValueError):
        return None


def _round(kept: object) -> Round | None:
    """Give the round of its kind and year; None when none was kept."""
    if not isinstance(kept, list):
        return None
    kind, year = kept
    return Round(str(kind), int(year))
