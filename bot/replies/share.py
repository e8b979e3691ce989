"""Replies on a share: part over whole, with the two figures it was computed from."""

from __future__ import annotations

from bot.replies.figure import line_notes
from bot.replies.model import Part, Reply
from bot.replies.naming import asked_as, in_sentence, joined, opening, subject
from bot.replies.nextsteps import ask, ranking
from bot.replies.provenance import cited, context, source_lines
from bot.replies.tables import one_credit
from budget.answers import Answer, ShareBody
from budget.model import Document, Line
from budget.money import euro, percent
from budget.queries import Measure

__all__ = ["share_reply"]


def _headline(answer: Answer, body: ShareBody) -> str:
    part, whole = in_sentence(body.part), in_sentence(body.whole)
    credit = body.share.credit or body.part_figure.credit
    letters = f" {credit.value}" if credit is not None else ""
    first, second = body.part_figure.value_eur or 0, body.whole_figure.value_eur or 0
    share = percent(body.share.value_pct) if body.share.value_pct is not None else ""
    document = answer.document
    if body.added:
        return _together(document, body, share, letters)
    if body.measure is Measure.LEVEL:
        when = (body.part_figure.round or document.draft_round).label
        if body.inside:
            return (
                f"{subject(body.part)} is {share} van {whole}: {euro(first)} van de {euro(second)}{letters} in {when}."
            )
        return (
            f"{subject(body.part)} staat niet onder {whole}; de verhouding tussen beide is {share}: {euro(first)} "
            f"tegenover {euro(second)}{letters} in {when}."
        )
    rounds = f"van {document.base_round.label} naar {document.draft_round.label}"
    same_way = (first > 0) == (second > 0) and first != 0
    change = "stijging" if second > 0 else "daling"
    if same_way and body.inside:
        return (
            f"{subject(body.part)} is goed voor {share} van de {change} van {whole}: {euro(abs(first))} van de "
            f"{euro(abs(second))}{letters} {rounds}."
        )
    return (
        f"De verandering van {part} is {share} van die van {whole}: {euro(first, sign=True)} tegenover "
        f"{euro(second, sign=True)}{letters} {rounds}."
    )


def _together(document: Document, body: ShareBody, share: str, letters: str) -> str:
    """Several lines taken together, as a part of one."""
    names = opening(joined([in_sentence(line) for line in (body.part, *body.added)]))
    whole = in_sentence(body.whole)
    first, second = body.part_figure.value_eur or 0, body.whole_figure.value_eur or 0
    if body.measure is Measure.LEVEL:
        when = (body.part_figure.round or document.draft_round).label
        return f"{names} zijn samen {share} van {whole}: {euro(first)} van de {euro(second)}{letters} in {when}."
    rounds = f"van {document.base_round.label} naar {document.draft_round.label}"
    return (
        f"De verandering van {names[0].lower()}{names[1:]} samen is {share} van die van {whole}: "
        f"{euro(first, sign=True)} tegenover {euro(second, sign=True)}{letters} {rounds}."
    )


def _notes(body: ShareBody) -> tuple[str, ...]:
    lines: tuple[Line, ...] = (body.part, *body.added, body.whole)
    notes = list(line_notes(lines, ()))
    if body.measure is not Measure.LEVEL and body.inside:
        first, second = body.part_figure.value_eur or 0, body.whole_figure.value_eur or 0
        if abs(first) > abs(second):
            notes.append("Het aandeel ligt boven het geheel: andere lijnen bewegen in de andere richting.")
    return tuple(notes)


def share_reply(answer: Answer, body: ShareBody) -> Reply:
    """How much of a whole a part is; of the level, or of the change."""
    headline = _headline(answer, body)
    credit = body.part_figure.credit
    parts: list[Part] = []
    if credit is not None:
        parts.append(one_credit((body.part, *body.added, body.whole), answer.document, credit))
    return Reply(
        answer.status.value,
        headline,
        tuple(parts),
        _notes(body),
        context(answer.document, body.whole.scope, *((credit,) if credit is not None else ())),
        source_lines(answer.sources),
        f"{headline.rstrip('.')} {cited(answer)}.",
        (),
        (
            ask(body.part.name, asked_as(body.part)),
            ask(body.whole.name, asked_as(body.whole)),
            ranking(body.part.level),
        ),
    )
