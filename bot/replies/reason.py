"""Replies on why a line moves: the stated reasons of its VAK, and honestly what the document leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies.amounts import as_stated, denied, growth_in_brackets, movement, verb
from bot.replies.echo import presumed_words
from bot.replies.figure import line_notes, told_gaps
from bot.replies.model import Button, Paragraph, Part, Reply
from bot.replies.naming import asked_as, in_sentence, inner, joined, kind_of_line, opening, subject
from bot.replies.nextsteps import after_reason, ask
from bot.replies.provenance import cited, context, source_lines
from bot.replies.reasonlist import reason_chart, reason_items
from bot.replies.tables import one_credit, six_figures
from budget.answers import Answer, ReasonBody, ReasonSum, Status
from budget.model import Credit, Level, Line, Reason
from budget.money import euro
from budget.queries import ReasonQuery

__all__ = ["headline_cause", "headline_reasons", "reason_reply"]

_NAMED = 3  # reasons a headline can carry when read aloud


def _with_amount(reason: Reason) -> str:
    amount = as_stated(reason.amount)
    return f"{inner(reason.name)} ({amount})" if amount else inner(reason.name)


def _weight(reason: Reason) -> tuple[bool, int]:
    return (reason.amount is None, -abs(reason.amount.eur) if reason.amount else 0)


def headline_reasons(total: ReasonSum) -> str:
    """The reasons in one sentence: the largest first, and a reason without amount as what it is."""
    reasons = sorted(total.reasons, key=_weight)
    if not any(reason.amount for reason in reasons):
        return f"Het document geeft als reden {headline_cause(reasons)}; een bedrag noemt het niet."
    if len(reasons) == 1:
        cause = f": {reasons[0].cause.rstrip('.')}" if reasons[0].cause else ""
        return f"De reden is {_with_amount(reasons[0])}{cause}."
    shown = joined([_with_amount(reason) for reason in reasons[:_NAMED]])
    return f"De grootste redenen zijn {shown}." if len(reasons) > _NAMED else f"De redenen zijn {shown}."


def _in_quote(total: ReasonSum) -> str:
    """The reasons as the second half of one sentence."""
    reasons = sorted(total.reasons, key=_weight)
    if not any(reason.amount for reason in reasons):
        return f"met als reden (in het document zonder bedrag) {headline_cause(reasons)}"
    shown = joined([_with_amount(reason) for reason in reasons[:_NAMED]])
    if len(reasons) == 1:
        return f"met als reden {shown}"
    return f"met als {'grootste ' if len(reasons) > _NAMED else ''}redenen {shown}"


def headline_cause(reasons: Sequence[Reason]) -> str:
    """Reasons without an amount in words: name and cause of each."""
    told = [
        f"{inner(reason.name)}: {reason.cause.rstrip('.')}" if reason.cause else inner(reason.name)
        for reason in reasons
    ]
    return joined(told)


def _moves(line: Line, direction: int) -> str:
    delta = line.amounts.delta(Credit.VAK)
    told = f"{denied(delta, direction)}{movement(delta, Credit.VAK.value)}"
    return f"{subject(line)} {told}{growth_in_brackets(delta, line.amounts.base(Credit.VAK))}"


def _notes(body: ReasonBody) -> tuple[str, ...]:
    gaps = told_gaps(body.gaps, body.sums or (None,))
    notes = list(line_notes((body.line,), gaps))
    amounts = body.line.amounts
    told = any(gap.check.startswith("reasons-vek") for gap in gaps)
    if body.sums and not told and amounts.vak_delta != amounts.vek_delta:
        notes.append(
            f"De redenen in het document gaan over het VAK; voor het VEK, dat {_vek_movement(amounts.vek_delta)}, "
            "geeft het er geen."
        )
    if body.sums and body.without:
        notes.append(f"Zonder reden in het document: {joined([in_sentence(line) for line in body.without])}.")
    return tuple(notes)


def _vek_movement(delta: int) -> str:
    return "gelijk blijft" if delta == 0 else f"met {euro(abs(delta))} {verb(delta)}"


def _paste(answer: Answer, body: ReasonBody) -> str:
    told = _moves(body.line, 0)
    if len(body.sums) != 1:
        return f"{told} {cited(answer)}."
    return f"{told}, {_in_quote(body.sums[0])} {cited(answer)}."


def _whole(answer: Answer, body: ReasonBody) -> Reply:
    """An aggregate: reasons stand per ISE, so each ISE shows its own list."""
    line, document = body.line, answer.document
    biggest = sorted(body.sums, key=lambda total: (-abs(total.delta_eur), total.line.id))
    named = joined([f"{in_sentence(total.line)} ({euro(total.delta_eur, sign=True)})" for total in biggest[:_NAMED]])
    parts: list[Part] = [
        Paragraph(f"Het document geeft redenen per ISE, niet voor {_this(line)}."),
        one_credit([line, *(total.line for total in body.sums), *body.without], document, Credit.VAK),
    ]
    parts += [reason_items(total, total.line.name) for total in body.sums]
    steps: list[Button] = [ask(total.line.name, f"waarom {asked_as(total.line)}") for total in biggest[:_NAMED]]
    return Reply(
        answer.status.value,
        f"{_corrected(answer, body)}{_moves(line, body.direction)}. De grootste bewegingen: {named}.",
        tuple(parts),
        _notes(body),
        context(document, line.scope, Credit.VAK),
        source_lines(answer.sources),
        _paste(answer, body),
        (),
        (*steps, ask("Bron", f"bron {asked_as(line)}")),
    )


def _this(line: Line) -> str:
    if line.level is Level.TOTAL:
        return "het geheel"
    return f"{'het' if line.level is Level.PROGRAMME else 'de'} {kind_of_line(line)} als geheel"


def _none(answer: Answer, body: ReasonBody) -> Reply:
    """No reason in the document: the change itself stands beside it, and nothing is put in its place."""
    line, document, credit = body.line, answer.document, body.credit
    delta = line.amounts.delta(credit)
    which = " van het VEK" if credit is Credit.VEK else ""
    what = "stijging" if delta > 0 else "daling" if delta < 0 else "stand"
    headline = f"Voor de {what}{which} van {in_sentence(line)} geeft het document geen reden."
    wrong_way = denied(delta, body.direction)
    if wrong_way:
        owner = f"Het VEK van {in_sentence(line)}" if credit is Credit.VEK else subject(line)
        headline = f"{owner} {wrong_way}{verb(delta)}. Een reden daarvoor geeft het document niet."
    told = f"Wel in het document: {in_sentence(line)} {movement(delta, credit.value)}"
    base, draft = document.base_round.label, document.draft_round.label
    parts: list[Part] = [
        Paragraph(f"{told}{growth_in_brackets(delta, line.amounts.base(credit))}, van {base} naar {draft}."),
        six_figures((line,), document),
    ]
    steps = [ask("Cijfers", f"budget {asked_as(line)}"), ask("Bron", f"bron {asked_as(line)}")]
    notes = list(_notes(body)) if credit is Credit.VAK else []
    if credit is Credit.VEK and body.sums:
        notes.append("Het document geeft alleen redenen voor het VAK.")
        steps.insert(0, ask("Waarom (VAK)", f"waarom {asked_as(line)}"))
        if len(body.sums) == 1 and line.amounts.vak_delta == delta:
            parts.append(
                reason_items(body.sums[0], "Wel in het document: redenen voor het VAK, dat evenveel verandert")
            )
    return Reply(
        answer.status.value,
        headline,
        tuple(parts),
        tuple(notes),
        context(document, line.scope, credit),
        source_lines(answer.sources),
        "",
        (),
        tuple(steps),
    )


def _summed(answer: Answer, total: ReasonSum) -> str:
    """The sum of the reasons, first when that was asked; "" else."""
    if total.stated_eur is None or not getattr(answer.query, "summed", False):
        return ""
    return f"De redenen bij {in_sentence(total.line)} tellen op tot {euro(total.stated_eur, sign=True)} VAK. "


def _corrected(answer: Answer, body: ReasonBody) -> str:
    """That a presumed number is wrong, before the right one; "" when there is none or its sign is wrong anyway."""
    query = answer.query
    if body.held is not False or not isinstance(query, ReasonQuery) or query.presumed is None:
        return ""
    wrong_way = denied(body.line.amounts.delta(Credit.VAK), body.direction)
    return "" if wrong_way else f"{opening(presumed_words(query.presumed))} klopt niet. "


def reason_reply(answer: Answer, body: ReasonBody) -> Reply:
    """Why a line moves, as a list that adds up to the change of its VAK in the table."""
    line, document = body.line, answer.document
    if answer.status is not Status.OK or not body.sums:
        return _none(answer, body)
    if len(body.sums) != 1:
        return _whole(answer, body)
    total = body.sums[0]
    parts: list[Part] = []
    if total.line.id != line.id:
        parts.append(Paragraph(f"De redenen staan in het document bij {in_sentence(total.line)}."))
    told = total.stated_eur is None  # the headline then gives the causes themselves
    parts.append(reason_items(total, f"Waarom {in_sentence(total.line)} {verb(total.delta_eur)}", causes_told=told))
    chart = reason_chart(total)
    if chart is not None:
        parts.append(chart)
    parts.append(six_figures((line,), document))
    return Reply(
        answer.status.value,
        f"{_corrected(answer, body)}{_summed(answer, total)}{_moves(line, body.direction)}. {headline_reasons(total)}",
        tuple(parts),
        _notes(body),
        context(document, line.scope, Credit.VAK),
        source_lines(answer.sources),
        _paste(answer, body),
        (),
        after_reason(line, rest=bool(total.rest_eur)),
    )
