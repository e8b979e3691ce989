"""Replies on the level, the change or the percentage of one or more lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.replies.amounts import denied, growth, growth_in_brackets, more_or_less, more_or_less_quoted, movement, verb
from bot.replies.echo import presumed_words
from bot.replies.model import Button, Paragraph, Part, Reply
from bot.replies.naming import asked_as, in_sentence, joined, opening, subject, title
from bot.replies.nextsteps import after_figure, ask
from bot.replies.provenance import cited, context, credit_in_words, source_lines
from bot.replies.reasonlist import has_chart, reason_chart, reason_items
from bot.replies.tables import six_figures
from budget.answers import Answer, FigureBody, ReasonSum
from budget.model import Credit, Document, KnownGap, Level, Line
from budget.money import euro
from budget.queries import FigureQuery, Measure

__all__ = ["figure_reply", "level_sentence", "line_notes", "told_gaps"]

COMPUTED = "Dit totaal is berekend als som van de ISE's van de doelstelling; het document zelf geeft het niet."


@lru_cache(maxsize=256)
def _letters_only(letters: str, name: str) -> str:
    _, opened, reading = name.partition(" (")
    ours = f"; “{reading.rstrip(')')}” is onze lezing" if opened else ""
    return f"Het document geeft voor programma {letters} alleen de letters, geen naam{ours}."


def told_gaps(gaps: tuple[KnownGap, ...], sums: Sequence[ReasonSum | None] = ()) -> tuple[KnownGap, ...]:
    """The oddities worth a note: those of reasons only beside reasons, and not what their list shows already.

    The list shows a rounding as a row and a missing amount as "zonder bedrag".
    """
    if not gaps:
        return ()
    listed = {total.line.id for total in sums if total is not None and total.stated_eur is None}
    about_reasons = any(gap.check.startswith("reasons:") for gap in gaps)
    return tuple(
        gap
        for gap in gaps
        if gap.kind != "rounding"
        and (bool(sums) or not gap.check.startswith(("reasons", "outside")))
        and not (about_reasons and gap.check.startswith("outside"))
        and gap.check.removeprefix("reasons:") not in listed
    )


def line_notes(lines: tuple[Line, ...], gaps: tuple[KnownGap, ...]) -> tuple[str, ...]:
    """What must be told about these lines: computed totals, programmes without a name, oddities of the source."""
    unnamed = [line for line in lines if line.level is Level.PROGRAMME]
    if unnamed and gaps:
        told = {gap.check for gap in gaps}
        unnamed = [line for line in unnamed if f"reasons:{line.id}" not in told]
    notes = [COMPUTED] if any(line.level is Level.OBJECTIVE for line in lines) else []
    if len(unnamed) > 1:
        notes.append("Het document geeft voor programma's alleen de letters, geen namen.")
    elif unnamed:
        notes.append(_letters_only(unnamed[0].programme or "", unnamed[0].name))
    notes += [gap.explanation for gap in gaps]
    return tuple(notes)


def level_sentence(line: Line, document: Document, credit: Credit, *, in_base: bool) -> str:
    """The level of a line in one round with the way to the other, as a whole sentence."""
    amounts = line.amounts
    base, delta, draft = amounts.base(credit), amounts.delta(credit), amounts.draft(credit)
    first, second = document.base_round.label, document.draft_round.label
    if in_base:
        then = "evenveel" if delta == 0 else f"{euro(draft)} ({euro(delta, sign=True)}{_percent_after(delta, base)})"
        return f"{title(line)}: {euro(base)} {credit.value} in {first}; in {second} is dat {then}."
    return (
        f"{title(line)}: {euro(draft)} {credit.value} in {second}, "
        f"{more_or_less(delta)} in {first}{growth_in_brackets(delta, base)}."
    )


def _percent_after(delta: int, base: int) -> str:
    return f", {growth(delta, base)}" if base else ""


def _delta_sentence(line: Line, document: Document, credit: Credit, presumed: int = 0) -> str:
    amounts = line.amounts
    base, delta, draft = amounts.base(credit), amounts.delta(credit), amounts.draft(credit)
    return (
        f"{subject(line)} {denied(delta, presumed)}{movement(delta, credit.value)}{growth_in_brackets(delta, base)}: "
        f"van {euro(base)} in {document.base_round.label} naar {euro(draft)} in {document.draft_round.label}."
    )


def _percent_sentence(line: Line, document: Document, credit: Credit, presumed: int = 0) -> str:
    amounts = line.amounts
    base, delta, draft = amounts.base(credit), amounts.delta(credit), amounts.draft(credit)
    if base == 0:
        return (
            f"Voor {in_sentence(line)} is geen percentage te berekenen: {credit.value} is nul in "
            f"{document.base_round.label} en {euro(draft)} in {document.draft_round.label}."
        )
    if delta == 0:
        return f"{subject(line)} blijft gelijk in {credit.value}: {euro(draft)} in {document.draft_round.label}."
    word = f"{denied(delta, presumed)}{verb(delta)}"
    return (
        f"{subject(line)} {word} met {growth(abs(delta), base, sign=False)} in {credit.value}: van {euro(base)} in "
        f"{document.base_round.label} naar {euro(draft)} in {document.draft_round.label} ({euro(delta, sign=True)})."
    )


def _sentence(line: Line, document: Document, body: FigureBody, *, in_base: bool, presumed: int = 0) -> str:
    if body.measure is Measure.DELTA:
        return _delta_sentence(line, document, body.credit, presumed)
    if body.measure is Measure.PCT:
        return _percent_sentence(line, document, body.credit, presumed)
    return level_sentence(line, document, body.credit, in_base=in_base)


def _direction(answer: Answer) -> int:
    return answer.query.direction if isinstance(answer.query, FigureQuery) else 0


def _verdict(answer: Answer, body: FigureBody) -> str:
    """Whether what the question takes for granted is so, before the figure itself; "" when it asked for no more."""
    query = answer.query
    if not isinstance(query, FigureQuery):
        return ""
    delta = body.lines[0].amounts.delta(body.credit)
    wrong_way = query.direction * delta < 0
    if body.held is False and not wrong_way and query.presumed is not None:
        if query.doubted and body.near:
            return f"Ongeveer: {presumed_words(query.presumed)} is niet exact. "
        said = presumed_words(query.presumed)
        return f"Nee, {said} klopt niet. " if query.doubted else f"{opening(said)} klopt niet. "
    if not query.doubted or not (query.direction or query.presumed) or (query.presumed and body.held is None):
        return ""
    return "Nee. " if wrong_way or (query.direction and not delta) else "Ja, dat klopt. "


def _paste(line: Line, answer: Answer, body: FigureBody, *, in_base: bool) -> str:
    document, credit, amounts = answer.document, body.credit, line.amounts
    base, delta, draft = amounts.base(credit), amounts.delta(credit), amounts.draft(credit)
    first, second = document.base_round.label, document.draft_round.label
    if body.measure is Measure.LEVEL and in_base:
        return (
            f"In {first} bedroeg het {credit_in_words(credit)} voor {in_sentence(line)} {euro(base)} {cited(answer)}."
        )
    if body.measure is Measure.LEVEL:
        return (
            f"In {second} bedraagt het {credit_in_words(credit)} voor {in_sentence(line)} {euro(draft)}, "
            f"{more_or_less_quoted(delta, base)} in {first} {cited(answer)}."
        )
    way = "blijft gelijk" if delta == 0 else f"{'stijgt' if delta > 0 else 'daalt'} met {euro(abs(delta))}"
    return (
        f"Het {credit_in_words(credit)} voor {in_sentence(line)} {way}"
        f"{growth_in_brackets(delta, base)} tussen {first} en {second} {cited(answer)}."
    )


def _one(answer: Answer, body: FigureBody) -> Reply:
    line, document = body.lines[0], answer.document
    in_base = body.round is not None and body.round == document.base_round
    parts: list[Part] = [six_figures(body.lines, document)]
    total = body.reasons[0] if body.reasons else None
    if total is not None and body.bare:
        parts.append(reason_items(total, "Waarom"))
        chart = reason_chart(total)
        if chart is not None:
            parts.append(chart)
    return Reply(
        str(answer.status),
        f"{_verdict(answer, body)}{_sentence(line, document, body, in_base=in_base, presumed=_direction(answer))}",
        tuple(parts),
        line_notes(body.lines, told_gaps(_touched(body), body.reasons if total is not None and body.bare else ())),
        context(document, line.scope, body.credit),
        source_lines(answer.sources),
        _paste(line, answer, body, in_base=in_base),
        (),
        after_figure(
            line,
            body.credit,
            body.measure,
            document.base_round.year if in_base else None,
            chart=total is not None and not body.bare and has_chart(total),
        ),
    )


def _touched(body: FigureBody) -> tuple[KnownGap, ...]:
    """The oddities of a line that the asked figure touches: what a slide prints is a VAK, and no percentage."""
    if body.credit is Credit.VAK and body.measure is not Measure.PCT:
        return body.gaps
    return tuple([gap for gap in body.gaps if not gap.check.startswith("statement:")])


def _many(answer: Answer, body: FigureBody) -> Reply:
    document = answer.document
    in_base = body.round is not None and body.round == document.base_round
    sentences = [_sentence(line, document, body, in_base=in_base) for line in body.lines]
    parts: list[Part] = [Paragraph(" ".join(sentences[1:])), six_figures(body.lines, document)]
    if body.bare:
        parts += [
            reason_items(total, f"Waarom {in_sentence(total.line)}") for total in body.reasons if total is not None
        ]
    buttons: list[Button] = [ask(opening(line.name), asked_as(line)) for line in body.lines]
    paste = " ".join(sentences)
    return Reply(
        str(answer.status),
        sentences[0],
        tuple(parts),
        (
            f"De vraag gaat over {joined([in_sentence(line) for line in body.lines])}: elk staat apart vermeld.",
            *line_notes(body.lines, told_gaps(body.gaps, body.reasons if body.bare else ())),
        ),
        context(document, body.lines[0].scope, body.credit),
        source_lines(answer.sources),
        f"{paste} {opening(cited(answer)[1:-1])}.",
        (),
        tuple(buttons),
    )


def figure_reply(answer: Answer, body: FigureBody) -> Reply:
    """The figures of the asked lines: one sentence, a table with both credits, and the reasons when asked bare."""
    return _one(answer, body) if len(body.lines) == 1 else _many(answer, body)
