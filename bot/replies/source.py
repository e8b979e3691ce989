"""Replies on the document itself: who, when, where, in which unit, and on which slide something stands."""

from __future__ import annotations

from bot.replies.amounts import as_printed
from bot.replies.announced import counted, told
from bot.replies.model import Button, Items, Part, Reply
from bot.replies.naming import asked_as, in_sentence, inner, joined, subject, title
from bot.replies.nextsteps import ask, help_steps
from bot.replies.provenance import cited, context, day, document_line, round_in_words, source_lines
from bot.replies.reasonlist import reason_rows
from bot.replies.tables import one_credit, six_figures
from budget.answers import Answer, SourceBody
from budget.bodies import SlideBody
from budget.model import Credit, Document, KnownGap, Line, Round, Statement
from budget.money import count, euro
from budget.queries import SourceTopic

__all__ = ["source_reply"]


def _presenter(document: Document) -> str:
    roles = joined(list(document.presenter_roles))
    return f"{document.presenter}, {roles}" if roles else document.presenter


def _about(document: Document) -> tuple[tuple[str, str, int], ...]:
    return (
        ("", f"Titel: {document.title}", 0),
        ("", f"Datum: {day(document.date)}", 0),
        ("", f"Plaats: {document.venue}", 0),
        ("", f"Voorgesteld door: {_presenter(document)}", 0),
        ("", f"Beleidsdomein: {document.domain}", 0),
        ("", f"Rondes: {_round(document.base_round)} en {_round(document.draft_round)}", 0),
        ("", f"Eenheid van de tabellen: {_unit(document)}", 0),
        ("", f"Aantal slides: {len(document.slides)}", 0),
    )


def _round(which: Round) -> str:
    return f"{which.label} ({round_in_words(which)})"


def _unit(document: Document) -> str:
    return {1: "euro", 1_000: "duizend euro", 1_000_000: "miljoen euro"}.get(
        document.table_step, f"{count(document.table_step)} euro"
    )


def _slides(body: SourceBody) -> str:
    named = joined([f"slide {slide.number} “{slide.title}”" for slide in body.slides])
    return named or "geen slide"


def _asked_gaps(body: SourceBody) -> tuple[KnownGap, ...]:
    """Where slide and table differ, that is what was asked; else all that is known."""
    if body.line is None:
        return body.gaps
    return tuple(gap for gap in body.gaps if gap.check.startswith("statement")) or body.gaps


def _gap_headline(body: SourceBody) -> str:
    if len(body.gap_lines) > 1:
        return f"Tussen slides, redenen en tabel zijn {len(body.gaps)} verschillen of leemtes bekend."
    what = title(body.line) if body.line is not None else "Bekende verschillen"
    if not body.gaps:
        return f"{what}: er is geen verschil tussen slide en tabel bekend."
    return f"{what}: {' '.join(inner(gap.explanation) for gap in _asked_gaps(body))}"


def _printed(line: Line, statement: Statement, document: Document) -> Items:
    amounts = line.amounts
    rows = (
        (
            as_printed(statement.total.eur, statement.total.step),
            f"{document.draft_round.label} zoals afgedrukt op slide {statement.slide}",
            0,
        ),
        (euro(amounts.vak_draft), f"{document.draft_round.label} volgens de tabel", 0),
        (
            as_printed(statement.change.eur, statement.change.step, sign=True),
            f"verandering zoals afgedrukt op slide {statement.slide}",
            0,
        ),
        (euro(amounts.vak_delta, sign=True), "verandering volgens de tabel", 0),
    )
    return Items("Slide en tabel naast elkaar (VAK)", rows)


def _headline(body: SourceBody) -> str:
    document = body.document
    match body.topic:
        case SourceTopic.DATE:
            return f"De {document.title} dateert van {day(document.date)}; {document.presenter} stelde ze voor."
        case SourceTopic.PRESENTER:
            return f"{_presenter(document)}, stelde het document voor in het {document.venue} op {day(document.date)}."
        case SourceTopic.VENUE:
            return f"Het document werd voorgesteld in het {document.venue} op {day(document.date)}."
        case SourceTopic.UNIT:
            return f"De tabellen staan in {_unit(document)}."
        case SourceTopic.SLIDES:
            if len(body.slides) == 1:
                slide = body.slides[0]
                return f"Slide {slide.number} heet: {slide.title}.{_told_of(body.shown)}"
            return f"Het document telt {len(document.slides)} slides."
        case SourceTopic.SLIDE_OF:
            what = (
                subject(body.line) if body.line is not None else body.policy.name if body.policy is not None else "Dit"
            )
            return f"{what} staat op {_slides(body)}."
        case SourceTopic.GAP:
            return _gap_headline(body)
        case _:
            rounds = f"{document.base_round.label} en {document.draft_round.label}"
            return (
                f"De bron is de {document.title}, voorgesteld door {document.presenter} op {day(document.date)}, "
                f"met de cijfers van {rounds}."
            )


def _told_of(shown: SlideBody | None) -> str:
    """What kind of things stand on a slide, " " before it; "" for a slide of which no fact is kept."""
    if shown is None:
        return ""
    named = []
    if shown.lines:
        named.append("een tabel met cijfers")
    if shown.statements:
        named.append(f"cijfers en redenen bij {joined([in_sentence(line) for line, _ in shown.statements])}")
    if shown.actions:
        named.append(f"{len(shown.actions)} beleidspunt{'en' if len(shown.actions) > 1 else ''}")
    return f" Op die slide: {joined(named)}." if named else ""


def _first(shown: SlideBody | None) -> Line | None:
    """The first line of which a slide shows a figure; None when it shows none."""
    if shown is None:
        return None
    return next(iter((*shown.lines, *(line for line, _ in shown.statements))), None)


def _on_slide(shown: SlideBody, document: Document) -> list[Part]:
    """What stands on a slide: its printed figures, its reasons, its actions, its table."""
    parts: list[Part] = []
    printed = [
        (
            as_printed(one.total.eur, one.total.step),
            f"{title(line)} ({as_printed(one.change.eur, one.change.step, sign=True)})",
            0,
        )
        for line, one in shown.statements
    ]
    if printed:
        parts.append(Items("Zoals afgedrukt (VAK)", tuple(printed)))
    if shown.reasons:
        parts.append(Items("Redenen", tuple(reason_rows(shown.reasons, ()))))
    if shown.actions:
        parts.append(Items("Beleid", tuple((counted(action), told(action), 0) for action in shown.actions)))
    if shown.lines:
        parts.append(one_credit(shown.lines, document, Credit.VAK))
    return parts


def _parts(body: SourceBody) -> tuple[Part, ...]:
    document = body.document
    parts: list[Part] = []
    if body.line is not None and body.statement is not None:
        parts.append(_printed(body.line, body.statement, document))
    if body.line is not None:
        parts.append(six_figures((body.line,), document))
    if len(body.gap_lines) > 1:
        told = zip(body.gap_lines, body.gaps, strict=True)
        rows = [("", f"{title(line)}: {inner(gap.explanation)}" if line else gap.explanation, 0) for line, gap in told]
        parts.append(Items("Bekend", tuple(rows)))
    if body.shown is not None:
        parts += _on_slide(body.shown, document)
    elif body.topic is SourceTopic.SLIDES:
        shown = body.slides or document.slides
        parts.append(Items("Slides", tuple(("", f"{slide.number}. {slide.title}", 0) for slide in shown)))
    elif body.topic is SourceTopic.DOCUMENT:
        parts.append(Items("Het document", _about(document)))
    return tuple(parts)


def _buttons(body: SourceBody) -> tuple[Button, ...]:
    if body.line is not None:
        name = asked_as(body.line)
        return (ask(body.line.name, name), ask("Waarom", f"waarom {name}"))
    if body.policy is not None:
        return (ask(body.policy.name, inner(body.policy.name)),)
    return (*help_steps()[:2], ask("Slides", "welke slides"))


def source_reply(answer: Answer, body: SourceBody) -> Reply:
    """About the document, or the slides where a subject stands; oddities of the source are told as they are."""
    headline = _headline(body)
    in_answer = _asked_gaps(body) if body.topic is SourceTopic.GAP else ()
    notes = tuple(gap.explanation for gap in body.gaps if gap not in in_answer)
    about = body.line or _first(body.shown)
    return Reply(
        answer.status.value,
        headline,
        _parts(body),
        notes,
        context(body.document, about.scope, Credit.VAK) if about is not None else "",
        source_lines(answer.sources) or (document_line(body.document),),
        f"{headline.rstrip('.')} {cited(answer)}.",
        (),
        _buttons(body),
    )
