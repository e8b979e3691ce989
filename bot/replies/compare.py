"""Replies that put lines, or the two credits of one line, side by side."""

from __future__ import annotations

from bot.replies.figure import line_notes
from bot.replies.model import Button, Chart, Part, Reply
from bot.replies.naming import asked_as, bar_labels, in_sentence, joined, opening
from bot.replies.nextsteps import ask
from bot.replies.provenance import cited, context, source_lines
from bot.replies.tables import six_figures
from budget.answers import Answer, CompareBody, Figure
from budget.model import Credit, Document, Line
from budget.money import euro, percent, percentage_points
from budget.queries import Measure

__all__ = ["compare_reply"]

_PAIR = 2
_FEWEST_BARS = 3


def _value(figure: Figure) -> str:
    if figure.value_pct is not None:
        return percent(figure.value_pct, sign=figure.measure != "level")
    return euro(figure.value_eur or 0, sign=figure.measure == "delta")


def _gap(difference: Figure) -> tuple[int, str]:
    """Direction and size of a difference, in euro or in percentage points."""
    if difference.value_pct is not None:
        points = difference.value_pct
        return (points > 0) - (points < 0), percentage_points(abs(points))
    eur = difference.value_eur or 0
    return (eur > 0) - (eur < 0), euro(abs(eur))


def _when(body: CompareBody, document: Document) -> str:
    if body.measure is Measure.LEVEL:
        return f"in {(body.round or document.draft_round).label}"
    return f"van {document.base_round.label} naar {document.draft_round.label}"


def _two(names: tuple[str, str], body: CompareBody, document: Document) -> str:
    """Two figures and their difference in one sentence; `names` stand inside a sentence."""
    first, second = names
    sides = f"{_value(body.figures[0])} tegenover {_value(body.figures[1])}"
    credit = f" {body.credit.value}" if body.credit is not None else ""
    when = _when(body, document)
    way, size = _gap(body.difference) if body.difference is not None else (0, "")
    if body.measure is Measure.LEVEL:
        if not way:
            return f"{opening(first)} en {second} zijn gelijk {when}: allebei {_value(body.figures[0])}{credit}."
        how = f"ligt {size} {'hoger' if way > 0 else 'lager'} dan"
        return f"{opening(first)} {how} {second} {when}: {sides}{credit}."
    told = f"{opening(first)} {_move(body.figures[0])}, {second} {_move(body.figures[1])}"
    apart = f"een verschil van {size}" if way else "geen verschil"
    return f"{told}: {apart}{' in' * bool(credit)}{credit}, {when}."


def _apart(body: CompareBody) -> str:
    """Two levels of different rounds and their difference."""
    rounds = [figure.round.label if figure.round is not None else "" for figure in body.figures]
    if len(body.lines) == 1:
        of = in_sentence(body.lines[0])
        names = [
            f"het {figure.credit.value if figure.credit is not None else ''} van {of} in {at}"
            for figure, at in zip(body.figures, rounds, strict=True)
        ]
    else:
        names = [f"{in_sentence(line)} in {at}" for line, at in zip(body.lines, rounds, strict=True)]
    way, size = _gap(body.difference) if body.difference is not None else (0, "")
    how = f"ligt {size} {'hoger' if way > 0 else 'lager'} dan" if way else "is even hoog als"
    credit = body.credit.value if body.credit is not None else ""
    sides = f"{_value(body.figures[0])} tegenover {_value(body.figures[1])} {credit}".rstrip()
    two = "verschillende begrotingsrondes" if credit else "kredieten in twee begrotingsrondes"
    return f"{opening(names[0])} {how} {names[1]}: {sides}. Dat zijn twee {two}."


def _move(figure: Figure) -> str:
    """A change as a verb with its size: "stijgt met 57,7 miljoen euro", "daalt met 53,1 %"."""
    value = figure.value_pct if figure.value_pct is not None else figure.value_eur or 0
    if value == 0:
        return "blijft gelijk"
    size = percent(abs(figure.value_pct)) if figure.value_pct is not None else euro(abs(figure.value_eur or 0))
    return f"{'stijgt' if value > 0 else 'daalt'} met {size}"


def _headline(body: CompareBody, document: Document) -> str:
    if len(body.lines) == 1:
        if len({figure.round for figure in body.figures}) > 1:
            return _apart(body)
        return _two((f"het VAK van {in_sentence(body.lines[0])}", "het VEK"), body, document)
    if len(body.lines) == _PAIR and body.difference is not None:
        rounds = [figure.round for figure in body.figures]
        if body.measure is Measure.LEVEL and rounds[0] is not rounds[1]:
            return _apart(body)
        return _two((in_sentence(body.lines[0]), in_sentence(body.lines[1])), body, document)
    credit = body.credit.value if body.credit is not None else ""
    told = joined(
        [f"{in_sentence(line)} {_value(figure)}" for line, figure in zip(body.lines, body.figures, strict=False)]
    )
    return f"{credit} {_when(body, document)}: {told}."


def _chart(body: CompareBody, document: Document) -> Chart | None:
    if len(body.lines) < _FEWEST_BARS or any(figure.value_eur is None for figure in body.figures):
        return None
    labels = bar_labels(tuple([line.short for line in body.lines]))
    bars = tuple(
        (label, (figure.value_eur or 0) / 1_000_000) for label, figure in zip(labels, body.figures, strict=True)
    )
    credit = body.credit.value if body.credit is not None else ""
    return Chart(f"{credit} {_when(body, document)}, in miljoen euro", credit, bars)


def _buttons(lines: tuple[Line, ...]) -> tuple[Button, ...]:
    steps = [ask(line.name, asked_as(line)) for line in lines[:3]]
    if len(lines) == _PAIR:
        steps.append(ask("Vergelijk stijging", f"vergelijk stijging {asked_as(lines[0])} met {asked_as(lines[1])}"))
    elif len(lines) == 1:
        steps.append(ask("Waarom", f"waarom {asked_as(lines[0])}"))
    return tuple(steps)


def compare_reply(answer: Answer, body: CompareBody) -> Reply:
    """The asked figures side by side; with two of them the difference, first minus second."""
    document = answer.document
    headline = _headline(body, document)
    parts: list[Part] = [six_figures(body.lines, document)]
    chart = _chart(body, document)
    if chart is not None:
        parts.append(chart)
    notes = list(line_notes(body.lines, ()))
    if len({line.scope for line in body.lines}) > 1:
        notes.append("De cijfers van VDAB zitten al in die van het hele beleidsdomein.")
    credits = (body.credit,) if body.credit is not None else (Credit.VAK, Credit.VEK)
    return Reply(
        answer.status.value,
        headline,
        tuple(parts),
        tuple(notes),
        context(document, body.lines[0].scope, *credits),
        source_lines(answer.sources),
        f"{headline.rstrip('.')} {cited(answer)}.",
        (),
        _buttons(body.lines),
    )
