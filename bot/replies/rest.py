"""Replies on what the stated reasons leave open of a change."""

from __future__ import annotations

from bot.replies.amounts import exact, rest_amount, signed, verb
from bot.replies.model import Reply
from bot.replies.naming import asked_as, in_sentence, joined, subject
from bot.replies.nextsteps import after_reason, ask
from bot.replies.provenance import cited, context, source_lines
from bot.replies.reasonlist import reason_items
from budget.answers import Answer, ReasonSum, RestBody
from budget.model import Credit
from budget.money import euro

__all__ = ["rest_reply"]


def _headline(body: RestBody) -> str:
    total = body.sum
    where = in_sentence(total.line)
    if total.rest_eur is None or total.stated_eur is None:
        return f"Hoeveel er bij {where} onverklaard blijft, staat niet in het document: het noemt geen bedrag."
    if total.rest_eur == 0:
        return f"Bij {where} blijft niets onverklaard: de redenen tellen precies op tot {signed(total.delta_eur)} VAK."
    amount, behind = rest_amount(total.rest_eur)
    if total.rest_is_rounding:
        return (
            f"De redenen bij {where} tellen op tot {exact(total.stated_eur)}, de tabel geeft {exact(total.delta_eur)}: "
            f"een afrondingsverschil van {amount} VAK{behind}.{_bare(total)}"
        )
    return (
        f"Bij {where} blijft {amount} VAK{behind} onverklaard: de tabel geeft {exact(total.delta_eur)}, "
        f"de redenen tellen op tot {exact(total.stated_eur)}.{_bare(total)}"
    )


def _bare(total: ReasonSum) -> str:
    """The lines below an aggregate that have no reason at all, " " before them; "" without any."""
    names = [in_sentence(line) for rest in total.rests if rest.kind == "no_reason" for line in rest.lines]
    return f" Bij {joined(names)} staat geen reden." if names else ""


def _notes(body: RestBody) -> tuple[str, ...]:
    gap = body.sum.gap
    if gap is not None and gap.explanation:
        return (gap.explanation,)
    return tuple(
        f"Daarvan valt {euro(amount, sign=True)} buiten de redenen van het document."
        if part.id == body.sum.line.id
        else f"{subject(part)} {verb(amount)} met {euro(abs(amount))}."
        for part, amount in body.delta_parts
    )


def rest_reply(answer: Answer, body: RestBody) -> Reply:
    """The rest of a change of VAK with the list it comes from."""
    headline = _headline(body)
    total = body.sum
    return Reply(
        answer.status.value,
        headline,
        (reason_items(total, f"Redenen bij {in_sentence(total.line)}"),),
        _notes(body),
        context(answer.document, total.line.scope, Credit.VAK),
        source_lines(answer.sources),
        f"{headline.rstrip('.')} {cited(answer)}." if total.rest_eur is not None else "",
        (),
        (ask("Waarom", f"waarom {asked_as(total.line)}"), *after_reason(total.line, rest=False)),
    )
