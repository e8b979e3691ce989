"""Every printed number of a document, found by value: an index and a window, never a scan; no ranking here."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from fractions import Fraction

from msgspec import Struct

from budget.answers import Figure, LookupHit
from budget.figures import change_pct
from budget.kept import kept_by_identity
from budget.model import Action, Credit, Explanation, Line, Quantity, Reason, Round, Statement
from budget.provenance import slide_of
from budget.rounding import rounds_to

__all__ = ["Fact", "euro_facts", "pct_facts", "quantity_facts"]

_PCT_UNITS = 10_000  # a read percentage counts in 1/10000 of a percent
_FIELDS = 6  # figures of one line, in the order of Amounts
_DELTAS = (2, 3)
_DRAFT_VAK = 4


class Fact(Struct, frozen=True):
    """A hit with what ranks it: its signed value in the unit of the question, and whether it is printed just so."""

    hit: LookupHit
    value: Fraction
    asked: int  # the size it was found by, in the same unit
    is_change: bool
    exact: bool


class _Index(Struct, frozen=True):
    """Sizes in rising order with what they belong to: line number * 6 + figure, or after those the extra facts."""

    lines: tuple[Line, ...]
    extras: tuple[tuple[Reason | None, Statement | None], ...]
    sizes: array[int]
    codes: array[int]
    pct_sizes: array[int]
    pct_codes: array[int]
    quantities: Mapping[int, tuple[tuple[Action, Quantity], ...]]


@kept_by_identity
def _index(explanation: Explanation) -> _Index:
    """The value index of a document."""
    lines = tuple(explanation.lines.values())
    extras: list[tuple[Reason | None, Statement | None]] = []
    sizes = array("q")
    for line in lines:
        a = line.amounts
        for value in (a.vak_base, a.vek_base, a.vak_delta, a.vek_delta, a.vak_draft, a.vek_draft):
            sizes.append(abs(value))
    for reason in explanation.reasons.values():
        if reason.amount is not None:
            extras.append((reason, None))
            sizes.append(abs(reason.amount.eur))
    for statement in explanation.statements.values():
        extras.append((None, statement))
        sizes.append(abs(statement.total.eur))
    order = sorted(range(len(sizes)), key=sizes.__getitem__)
    pct = sorted(_pct_sizes(lines))
    quantities: dict[int, list[tuple[Action, Quantity]]] = {}
    for action in explanation.actions.values():
        for quantity in action.quantities:
            quantities.setdefault(quantity.value, []).append((action, quantity))
    return _Index(
        lines,
        tuple(extras),
        array("q", [sizes[code] for code in order]),
        array("q", order),
        array("q", [size for size, _ in pct]),
        array("q", [code for _, code in pct]),
        {value: tuple(pairs) for value, pairs in quantities.items()},
    )


def _pct_sizes(lines: tuple[Line, ...]) -> Iterator[tuple[int, int]]:
    """Changes in 1/10000 of a percent, rounded down, with line number * 2 + credit."""
    for number, line in enumerate(lines):
        for place, credit in enumerate(Credit):
            pct = change_pct(line.amounts, credit)
            if pct is not None:
                yield int(abs(pct) * _PCT_UNITS), number * 2 + place


def euro_facts(explanation: Explanation, value: int, step: int) -> Iterator[Fact]:
    """Every amount that rounds to `value` euro at `step`, whatever its sign; in no order."""
    index = _index(explanation)
    size = abs(value)
    # Sizes are whole, so half a step below and above may be taken rounded inwards.
    low = bisect_left(index.sizes, size - step // 2)
    high = bisect_right(index.sizes, size + step // 2)
    lines = len(index.lines) * _FIELDS
    for code in index.codes[low:high]:
        if code < lines:
            yield _line_fact(explanation, index.lines[code // _FIELDS], code % _FIELDS, size)
            continue
        reason, statement = index.extras[code - lines]
        if reason is not None:
            yield _reason_fact(explanation, reason, size)
        elif statement is not None:
            yield from _statement_fact(explanation, statement, size, step)


def _line_fact(explanation: Explanation, line: Line, field: int, size: int) -> Fact:
    credit = Credit.VEK if field % 2 else Credit.VAK
    is_change = field in _DELTAS
    at: Round | None = None
    if is_change:
        value = line.amounts.delta(credit)
    elif field < _DELTAS[0]:
        value, at = line.amounts.base(credit), explanation.document.base_round
    else:
        value, at = line.amounts.draft(credit), explanation.document.draft_round
    printed = _printed(explanation, line, field)
    figure = Figure(line.id, "delta" if is_change else "level", credit, at, value)
    exact = abs(value) == size or (printed is not None and abs(printed) == size)
    hit = LookupHit(figure, line, None, None, None, slide_of(explanation, line.slide))
    return Fact(hit, Fraction(value), size, is_change, exact)


def _printed(explanation: Explanation, line: Line, field: int) -> int | None:
    """What a slide prints for this figure of a line: statements give VAK of the draft round and its change."""
    statement = explanation.statements.get(line.id)
    if statement is None or field not in (_DELTAS[0], _DRAFT_VAK):
        return None
    return statement.change.eur if field == _DELTAS[0] else statement.total.eur


def _reason_fact(explanation: Explanation, reason: Reason, size: int) -> Fact:
    value = reason.amount.eur if reason.amount is not None else 0
    line = explanation.lines[reason.line]
    figure = Figure(line.id, "driver", Credit.VAK, None, value)
    hit = LookupHit(figure, line, reason, None, None, slide_of(explanation, reason.slide))
    return Fact(hit, Fraction(value), size, is_change=True, exact=abs(value) == size)


def _statement_fact(explanation: Explanation, statement: Statement, size: int, step: int) -> Iterator[Fact]:
    """A printed total that its own table row does not round to; otherwise the row itself is the fact."""
    line = explanation.lines[statement.line]
    value = statement.total.eur
    if statement.total.step > step or rounds_to(line.amounts.vak_draft, value, statement.total.step):
        return
    figure = Figure(line.id, "level", Credit.VAK, explanation.document.draft_round, value)
    hit = LookupHit(figure, line, None, None, statement, slide_of(explanation, statement.slide))
    # Never exact: the table is the figure, and the slide only says otherwise.
    yield Fact(hit, Fraction(value), size, is_change=False, exact=False)


def pct_facts(explanation: Explanation, value: int, step: int) -> Iterator[Fact]:
    """Every change in percent that rounds to `value` at `step` (both in 1/10000 of a percent); in no order."""
    index = _index(explanation)
    size = abs(value)
    low = bisect_left(index.pct_sizes, size - step // 2 - 1)
    high = bisect_right(index.pct_sizes, size + step // 2)
    for code in index.pct_codes[low:high]:
        line = index.lines[code // 2]
        credit = Credit.VEK if code % 2 else Credit.VAK
        pct = change_pct(line.amounts, credit)
        if pct is None or not rounds_to(abs(pct) * _PCT_UNITS, size, step):
            continue
        figure = Figure(line.id, "pct", credit, None, None, pct)
        hit = LookupHit(figure, line, None, None, None, slide_of(explanation, line.slide))
        yield Fact(hit, pct * _PCT_UNITS, size, is_change=True, exact=abs(pct) * _PCT_UNITS == size)


def quantity_facts(explanation: Explanation, value: int, unit: str | None) -> Iterator[Fact]:
    """Every counted thing of just this size; `unit` narrows to euro or %, None takes them all."""
    for action, quantity in _index(explanation).quantities.get(abs(value), ()):
        if unit is not None and quantity.unit != unit:
            continue
        line = explanation.lines[action.lines[0]]
        figure = Figure(line.id, "quantity", None, None, None, None, quantity.value)
        hit = LookupHit(figure, line, None, action, None, slide_of(explanation, action.slide))
        yield Fact(hit, Fraction(quantity.value), quantity.value, is_change=False, exact=True)
