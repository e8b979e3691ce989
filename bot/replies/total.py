"""Replies on lines added up, and on a sum or difference somebody wants checked."""

from __future__ import annotations

from msgspec.structs import replace

from bot.replies.amounts import growth, growth_in_brackets, more_or_less, movement
from bot.replies.echo import echo
from bot.replies.figure import COMPUTED
from bot.replies.model import Chart, Items, Part, Reply
from bot.replies.naming import asked_as, bar_labels, in_sentence, joined, opening, title
from bot.replies.nextsteps import ask
from bot.replies.provenance import cited, context, source_lines
from bot.replies.tables import one_credit, six_figures
from budget.answers import Answer, ArithmeticBody, Figure, SumBody
from budget.model import Credit, Document, Line
from budget.money import euro, percent
from budget.queries import Measure

__all__ = ["arithmetic_reply", "sum_reply"]

_FEWEST_BARS = 3


def _sum_headline(body: SumBody, document: Document) -> str:
    credit, amounts = body.credit, body.sum.amounts
    base, delta, draft = amounts.base(credit), amounts.delta(credit), amounts.draft(credit)
    names = joined([in_sentence(line) for line in body.lines])
    subject = f"{title(body.objective)}, de som van {names}" if body.objective is not None else f"Som van {names}"
    first, second = document.base_round.label, document.draft_round.label
    if body.measure is Measure.DELTA:
        return (
            f"{subject} {movement(delta, credit.value)}{growth_in_brackets(delta, base)}: van {euro(base)} in {first} "
            f"naar {euro(draft)} in {second}."
        )
    if body.measure is Measure.PCT:
        return f"{subject}: {growth(delta, base)} in {credit.value}, ofwel {euro(delta, sign=True)}."
    if body.round is not None and body.round == document.base_round:
        later = f"in {second} is dat {euro(draft)} ({euro(delta, sign=True)})"
        return f"{subject}: {euro(base)} {credit.value} in {first}; {later}."
    return (
        f"{subject}: {euro(draft)} {credit.value} in {second}, {more_or_less(delta)} in {first}"
        f"{growth_in_brackets(delta, base)}."
    )


def sum_reply(answer: Answer, body: SumBody) -> Reply:
    """Lines added up in both credits, and the objective they form when they form one."""
    document = answer.document
    headline = _sum_headline(body, document)
    total = body.sum if body.objective is not None else replace(body.sum, name="Som")
    parts: list[Part] = [six_figures((*body.lines, total), document)]
    if len(body.lines) >= _FEWEST_BARS:
        labels = bar_labels(tuple([line.short for line in body.lines]))
        draft = document.draft_round.label
        bars = tuple(
            (label, line.amounts.draft(body.credit) / 1_000_000) for label, line in zip(labels, body.lines, strict=True)
        )
        parts.append(Chart(f"{body.credit.value} in {draft}, in miljoen euro", body.credit.value, bars))
    note = COMPUTED if body.objective is not None else "Dit totaal is berekend; het document zelf geeft het niet."
    return Reply(
        answer.status.value,
        headline,
        tuple(parts),
        (note,),
        context(document, body.lines[0].scope, body.credit),
        source_lines(answer.sources),
        f"{headline.rstrip('.')} {cited(answer)}.",
        (),
        tuple(ask(line.name, asked_as(line)) for line in body.lines[:4]),
    )


def _written(figure: Figure) -> str:
    if figure.value_pct is not None:
        return percent(figure.value_pct)
    return euro(figure.value_eur or 0, sign=figure.measure == "delta")


def _verdict(body: ArithmeticBody) -> str:
    said = echo(body.claimed.text) if body.claimed is not None else ""
    match body.verdict:
        case "exact":
            return f"Ja, dat klopt: {said} is juist. "
        case "rounded":
            return f"Ja, dat klopt, afgerond op {said}. "
        case "differs":
            return f"Nee, {said} klopt niet. "
        case _:
            return ""


def arithmetic_reply(answer: Answer, body: ArithmeticBody) -> Reply:
    """The outcome of a sum or difference of lines, and whether a claimed outcome agrees with it."""
    word = "min" if body.operator == "-" else "plus"
    moved = body.figures[0].measure == "delta"
    names = [in_sentence(line) for line in body.lines]
    if moved:
        names = [f"de verandering van {names[0]}", *(f"die van {name}" for name in names[1:])]
    sides = f" {word} ".join(names)
    amounts = f" {word} ".join(_written(figure) for figure in body.figures)
    credit = body.outcome.credit or body.figures[0].credit or Credit.VAK
    which = body.outcome.round or body.figures[0].round
    when = f" in {which.label}" if which is not None else ""
    if moved:
        when = f", van {answer.document.base_round.label} naar {answer.document.draft_round.label}"
    outcome = f"{opening(sides)} is {_written(body.outcome)} {credit.value}{when}"
    rows = [(_written(figure), line.name, 0) for line, figure in zip(body.lines, body.figures, strict=False)]
    rows.append((_written(body.outcome), "Verschil" if body.operator == "-" else "Som", 0))
    lines: tuple[Line, ...] = body.lines
    return Reply(
        answer.status.value,
        f"{_verdict(body)}{outcome}.",
        (Items(f"{credit.value}{when}: {amounts}", tuple(rows)), one_credit(lines, answer.document, credit)),
        (),
        context(answer.document, lines[0].scope, credit),
        source_lines(answer.sources),
        f"{outcome} {cited(answer)}.",
        (),
        tuple(ask(line.name, asked_as(line)) for line in lines[:3]),
    )
