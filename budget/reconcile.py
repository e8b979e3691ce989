"""The figures of a document held against each other; a difference is explained by its known gaps or it is an error.

Every check goes the same way: expected is what other figures add up to, found is the figure as it is printed,
and the difference is found minus expected. Nothing is repaired.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from budget.answers import Check
from budget.errors import DataError, ReconcileError
from budget.model import Amounts, Credit, Explanation, Level, Printed, Reason

__all__ = ["checks", "reconcile"]

ROWS = "rows.csv"
REASONS = "reasons.csv"
STATEMENTS = "statements.csv"
GAPS = "gaps.csv"

_COLUMNS: tuple[tuple[str, Credit], ...] = (
    ("vak_base", Credit.VAK),
    ("vek_base", Credit.VEK),
    ("vak_delta", Credit.VAK),
    ("vek_delta", Credit.VEK),
    ("vak_draft", Credit.VAK),
    ("vek_draft", Credit.VEK),
)


class _Fact(Struct, frozen=True):
    """One comparison before it is given its known gap; cheap, as a large document has hundreds of thousands."""

    group: str
    id: tuple[str, ...]
    row: str
    file: str
    credit: Credit | None
    expected: int
    found: int
    tolerance: int = 0
    at_most: bool = False  # found may be anything from nothing to expected


def checks(explanation: Explanation) -> tuple[Check, ...]:
    """Every check of a document, grouped as the tables, statements and reasons follow each other."""
    return tuple([_check(explanation, fact) for fact in _facts(explanation)])


def reconcile(explanation: Explanation, folder: str = "") -> None:
    """Pass when every check holds and every known gap belongs to a check.

    Raises:
        ReconcileError: the first check that fails, with its row and the gap in euro.
        DataError: a known gap names a check this document does not have.
    """
    waiting = set(explanation.gaps)
    for fact in _facts(explanation):
        if fact.found == fact.expected and (not explanation.gaps or ":".join(fact.id) not in explanation.gaps):
            continue
        check = _check(explanation, fact)
        if not check.holds:
            file = _place(explanation, check.file, folder)
            raise ReconcileError(file, check.row, check.id, check.expected_eur + _known(check), check.found_eur)
        waiting.discard(check.id)
    for unknown in sorted(waiting):
        raise DataError(_place(explanation, GAPS, folder), None, "reference", f"check: {unknown}", "bbt audit")


def _known(check: Check) -> int:
    """The difference a known gap expects: only what comes on top of it is an error."""
    return check.gap.gap_eur if check.gap is not None else 0


def _place(explanation: Explanation, file: str, folder: str) -> str:
    """The path of a file as the user knows it."""
    return "/".join(part for part in (folder.rstrip("/"), explanation.document.id, file) if part)


def _check(explanation: Explanation, fact: _Fact) -> Check:
    id_ = ":".join(fact.id)
    return Check(
        id=id_,
        group=fact.group,
        row=fact.row,
        file=fact.file,
        credit=fact.credit,
        expected_eur=fact.expected,
        found_eur=fact.found,
        tolerance_eur=fact.tolerance,
        gap=explanation.gaps.get(id_),
        at_most=fact.at_most,
    )


def _facts(explanation: Explanation) -> Iterator[_Fact]:
    yield from _rounds(explanation)
    yield from _sums(explanation)
    yield from _parts(explanation)
    yield from _statements(explanation)
    yield from _reasons(explanation)
    yield from _net_reasons(explanation)
    yield from _part_reasons(explanation)


def _rounds(explanation: Explanation) -> Iterator[_Fact]:
    """BA + delta = BO, for each printed line and credit."""
    for line in explanation.lines.values():
        if line.level is Level.OBJECTIVE:
            continue
        one = line.amounts
        yield _Fact(
            "rounds", ("rounds", line.id, "vak"), line.id, ROWS, Credit.VAK, one.vak_base + one.vak_delta, one.vak_draft
        )
        yield _Fact(
            "rounds", ("rounds", line.id, "vek"), line.id, ROWS, Credit.VEK, one.vek_base + one.vek_delta, one.vek_draft
        )


def _sums(explanation: Explanation) -> Iterator[_Fact]:
    """The lines below a total, programme or objective add up to it, in all six columns."""
    for line in explanation.lines.values():
        if not line.parts:
            continue
        group = str(line.level)
        below = [_six(explanation.lines[part].amounts) for part in line.parts]
        for (column, credit), expected, found in zip(
            _COLUMNS, map(sum, zip(*below, strict=True)), _six(line.amounts), strict=True
        ):
            yield _Fact(group, (group, line.id, column), line.id, ROWS, credit, expected, found)


def _six(amounts: Amounts) -> tuple[int, int, int, int, int, int]:
    return (
        amounts.vak_base,
        amounts.vek_base,
        amounts.vak_delta,
        amounts.vek_delta,
        amounts.vak_draft,
        amounts.vek_draft,
    )


def _parts(explanation: Explanation) -> Iterator[_Fact]:
    """The level of a part line is at most the level of its whole, in both rounds and credits."""
    for line in explanation.lines.values():
        if line.whole is None:
            continue
        whole = _six(explanation.lines[line.whole].amounts)
        for (column, credit), expected, found in zip(_COLUMNS, whole, _six(line.amounts), strict=True):
            if not column.endswith("delta"):
                yield _Fact("part", ("part", line.id, column), line.id, ROWS, credit, expected, found, at_most=True)


def _statements(explanation: Explanation) -> Iterator[_Fact]:
    """Total and change as a slide words them against the table, at the printed precision."""
    for statement in explanation.statements.values():
        amounts = explanation.lines[statement.line].amounts
        said: tuple[tuple[str, int, Printed], ...] = (
            ("total", amounts.vak_draft, statement.total),
            ("change", amounts.vak_delta, statement.change),
        )
        for word, expected, printed in said:
            yield _Fact(
                "statement",
                ("statement", statement.line, word),
                statement.id,
                STATEMENTS,
                Credit.VAK,
                expected,
                printed.eur,
                printed.step // 2,
            )


def _stated(reasons: tuple[Reason, ...]) -> int:
    return sum(reason.amount.eur for reason in reasons if reason.amount is not None)


def _reasons(explanation: Explanation) -> Iterator[_Fact]:
    """The stated amounts of a line add up to its change; where the source gives none only a known gap asks for it.

    Reasons explain the change of VAK; "reasons-vek" exists only for a gap that says so.
    """
    gaps = explanation.gaps
    for line in explanation.lines.values():
        if line.parts or line.whole is not None:
            continue
        reasons = explanation.line_reasons.get(line.id, ())
        has_amount = any(reason.amount is not None for reason in reasons)
        if has_amount or f"reasons:{line.id}" in gaps:
            expected, found = _stated(reasons), line.amounts.vak_delta
            yield _Fact("reasons", ("reasons", line.id), line.id, REASONS, Credit.VAK, expected, found)
        if f"reasons-vek:{line.id}" in gaps:
            yield _Fact("reasons", ("reasons-vek", line.id), line.id, REASONS, Credit.VEK, 0, line.amounts.vek_delta)


def _net_reasons(explanation: Explanation) -> Iterator[_Fact]:
    """A net amount is the sum of its parts."""
    for id_, parts in explanation.reason_parts.items():
        whole = explanation.reasons[id_].amount
        if whole is not None and any(part.amount is not None for part in parts):
            yield _Fact("net", ("net", id_), id_, REASONS, Credit.VAK, _stated(parts), whole.eur)


def _part_reasons(explanation: Explanation) -> Iterator[_Fact]:
    """Reasons about a part line fit that line's change; where a whole has no other reasons, so must its change."""
    for line in explanation.lines.values():
        reasons = explanation.line_reasons.get(line.id, ())
        if line.whole is None or not reasons:
            continue
        steps = sum(reason.amount.step for reason in reasons if reason.amount is not None)
        delta = line.amounts.vak_delta
        if steps:
            id_ = ("part-reasons", line.id)
            yield _Fact("part", id_, line.id, REASONS, Credit.VAK, delta, _stated(reasons), steps // 2)
        whole = explanation.lines[line.whole]
        if explanation.line_reasons.get(whole.id) == reasons:
            yield _Fact("part", ("outside", whole.id), whole.id, ROWS, Credit.VAK, delta, whole.amounts.vak_delta)
