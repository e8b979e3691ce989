"""An Answer as the JSON result that scripts rely on; it writes no sentence and adds no figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from budget.answers import Answer, Figure, Source

__all__ = ["result"]

Json = dict[str, object]


def result(answer: Answer) -> Json:
    """The fields of the terminal contract: whole euro and pieces as integers, percentages as signed numbers."""
    return {
        "status": answer.status.value,
        "kind": answer.kind,
        "subjects": list(answer.subjects),
        "credit": _text(answer.credit),
        "round": answer.round.label if answer.round else None,
        "value_eur": answer.value_eur,
        "value_pct": _percent(answer.value_pct),
        "value_qty": answer.value_qty,
        "figures": [_figure(figure) for figure in answer.figures],
        "reason_code": _text(answer.reason_code),
        "sources": [_source(source) for source in answer.sources],
    }


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)


def _percent(value: Fraction | None) -> float | None:
    # Four decimals: enough to round to any written precision, and the same on every machine.
    return None if value is None else float(round(value, 4))


def _figure(figure: Figure) -> Json:
    return {
        "subject": figure.subject,
        "measure": figure.measure,
        "credit": _text(figure.credit),
        "round": figure.round.label if figure.round else None,
        "value_eur": figure.value_eur,
        "value_pct": _percent(figure.value_pct),
        "value_qty": figure.value_qty,
    }


def _source(source: Source) -> Json:
    return {"document": source.document.id, "slide": source.slide.number, "title": source.slide.title}
