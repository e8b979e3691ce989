"""Judged claims as the JSON scripts rely on; it writes no sentence of its own."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from bot.replies.check import explained
from bot.terminal.json_lines import LineError, question_of, record_of, written
from budget.claims.check import check
from budget.claims.judge.truth import PCT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from budget.claims.model import Claim
    from budget.model import Explanation
    from budget.resolve.lexicon import Lexicon

__all__ = ["check_lines", "claim_json"]

NO_DATE = '"date" in deze regel is geen datum. Schrijf jaar-maand-dag, zoals 2021-10-18.'


def claim_json(claim: Claim, explanation: Explanation, time: str | None = None) -> dict[str, object]:
    """One claim with the fields of the terminal contract; what it has not is null."""
    place, true = claim.place, claim.ground.figure
    return {
        "line": place.line,
        "start": place.start,
        "end": place.end,
        "quote": place.quote,
        "verdict": claim.verdict.value,
        "reason_code": claim.code.value if claim.code else None,
        "subjects": list(claim.subjects),
        "measure": claim.kind.value,
        "credit": claim.credit.value if claim.credit else None,
        "round": claim.round.label if claim.round else None,
        **_claimed(claim),
        "truth_eur": true.value_eur if true else None,
        "truth_pct": _percent(true.value_pct * PCT) if true and true.value_pct is not None else None,
        "truth_qty": true.value_qty if true else None,
        "time": time,
        "explanation": explained(claim, explanation),
        "sources": [
            {"document": one.document.id, "slide": one.slide.number, "title": one.slide.title} for one in claim.sources
        ],
    }


def _claimed(claim: Claim) -> dict[str, object]:
    """The claimed value, signed as the sentence gives it, in the field of its unit; the others are null."""
    fields: dict[str, object] = dict.fromkeys(("claimed_eur", "claimed_pct", "claimed_qty"))
    if claim.claimed is None:
        return fields
    number = claim.claimed.number
    value = Fraction(number.value, 10**number.scale)
    if number.kind in {"pct", "pp"}:
        fields["claimed_pct"] = _percent(value)
    else:
        whole = int(value) if value.denominator == 1 else float(value)
        fields["claimed_qty" if number.kind == "qty" else "claimed_eur"] = whole
    return fields


def _percent(value: Fraction) -> float:
    return float(round(value / PCT, 4))


def check_lines(lines: Iterable[bytes], out: TextIO, lexicon: Lexicon, said_on: date | None) -> int:
    """Judge every line as it comes and write it out at once; a line that is no text costs only itself.

    A line may tell with "date" when its text was said; `said_on` is for the lines that do not.
    """
    for line in lines:
        if not line.strip():
            continue
        try:
            identity, text, _ = question_of(line)
            said = _date_of(line, identity) or said_on
        except LineError as wrong:
            answered: dict[str, object] = {
                "id": wrong.identity,
                "error": {"code": wrong.code, "message": wrong.message},
            }
        else:
            claims = check(text, lexicon, said)
            answered = {
                "id": identity,
                "verdicts": [one.verdict.value for one in claims],
                "claims": [claim_json(one, lexicon.catalog.default) for one in claims],
            }
        out.write(f"{written(answered)}\n")
        out.flush()
    return 0


def _date_of(line: bytes, identity: object) -> date | None:
    """The day a line says its text is of, None when it says none; a wrong one would give a wrong year, so it stops."""
    told = record_of(line).get("date")
    if told is None or told == "":
        return None
    try:
        return date.fromisoformat(str(told).partition("T")[0])  # of a moment only the day counts
    except ValueError as error:
        raise LineError("date", NO_DATE, identity) from error
