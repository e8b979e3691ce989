"""Judged claims as the JSON scripts rely on; it writes no sentence of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.claims import Claim, check
from bot.replies.check import explained
from bot.terminal.json_lines import LineError, question_of, written
from budget.provenance import sources

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from fractions import Fraction
    from typing import TextIO

    from budget.resolve.lexicon import Lexicon

__all__ = ["check_lines", "claim_json"]

_PCT_UNITS = 10_000


def claim_json(claim: Claim) -> dict[str, object]:
    """One claim with the fields of the terminal contract; what it has not is null."""
    found = claim.found
    truth, claimed = found.truth, found.claimed
    fields: dict[str, object] = {
        "line": claim.line,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "verdict": found.verdict.value,
        "reason_code": found.code.value if found.code else None,
        "subjects": list(found.subjects),
        "measure": found.measure,
        "credit": truth.credit.value if truth and truth.credit else None,
        "round": truth.round.label if truth and truth.round else None,
    }
    sign = -1 if claimed is not None and claimed.sign < 0 else 1
    for kind in ("eur", "pct", "qty"):
        held = claimed is not None and claimed.number.kind == kind
        fields[f"claimed_{kind}"] = _number(claimed.size * sign, kind) if claimed is not None and held else None
    for kind in ("eur", "pct", "qty"):
        fields[f"truth_{kind}"] = _number(truth.value, kind) if truth is not None and truth.unit == kind else None
    slides = sources(claim.explanation, truth.slides) if truth is not None else ()
    return fields | {
        "time": None,
        "explanation": explained(claim),
        "sources": [
            {"document": one.document.id, "slide": one.slide.number, "title": one.slide.title} for one in slides
        ],
    }


def _number(value: Fraction, kind: str) -> int | float:
    if kind == "pct":
        return float(round(value / _PCT_UNITS, 4))
    return int(value) if value.denominator == 1 else float(value)


def check_lines(lines: Iterable[bytes], out: TextIO, lexicon: Lexicon, said_on: date | None) -> int:
    """Judge every line as it comes and write it out at once; a line that is no text costs only itself."""
    for line in lines:
        if not line.strip():
            continue
        try:
            identity, text, _ = question_of(line)
        except LineError as wrong:
            answered: dict[str, object] = {
                "id": wrong.identity,
                "error": {"code": wrong.code, "message": wrong.message},
            }
        else:
            claims = check(text, lexicon, said_on)
            answered = {
                "id": identity,
                "verdicts": [one.found.verdict.value for one in claims],
                "claims": [claim_json(one) for one in claims],
            }
        out.write(f"{written(answered)}\n")
        out.flush()
    return 0
