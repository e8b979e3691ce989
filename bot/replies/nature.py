"""Replies on the sum of one kind of reason (index, nieuw beleid ...): what was counted and what was not."""

from __future__ import annotations

from bot.replies.amounts import as_stated, change, movement, signed
from bot.replies.model import Items, Reply
from bot.replies.naming import asked_as, in_sentence, inner, joined, opening, subject
from bot.replies.nextsteps import ask
from bot.replies.provenance import cited, context, document_line, source_lines
from bot.replies.reasonlist import described, label_of
from budget.answers import Answer, NatureBody
from budget.model import Credit, Level, Nature
from budget.money import percent

__all__ = ["nature_reply"]

_OTHER = {Nature.INDEX: Nature.NEW_POLICY, Nature.NEW_POLICY: Nature.INDEX}


def _where(body: NatureBody) -> str:
    whole = body.line.level is Level.TOTAL and body.line.whole is None
    return "in het hele document" if whole else f"bij {in_sentence(body.line)}"


def _kind(nature: Nature) -> str:
    if nature is Nature.UNSTATED:
        return "Redenen zonder vermelde aard"
    return "Andere redenen" if nature is Nature.OTHER else opening(nature.value)


def _headline(answer: Answer, body: NatureBody) -> str:
    kind, where = _kind(body.nature), _where(body)
    if answer.value_pct is not None:
        of = change(body.line.amounts.vak_delta, Credit.VAK.value)
        return f"{kind} {where} is {percent(answer.value_pct)} van {of}: {signed(body.total_eur)}."
    if not body.counted:
        if body.uncounted:
            return f"{kind} {where}: wel als reden vermeld, maar zonder bedrag."
        return f"{kind} {where}: het document noemt er geen bedrag voor."
    if len(body.counted) == 1:
        return f"{kind} {where}: {signed(body.total_eur)} VAK, alles voor {inner(body.counted[0].name)}."
    return f"{kind} {where}: samen {signed(body.total_eur)} VAK, de som van {len(body.counted)} bedragen."


def _notes(body: NatureBody) -> tuple[str, ...]:
    notes = []
    if body.uncounted and not body.counted and body.line.level is not Level.TOTAL:
        delta = body.line.amounts.vak_delta
        notes.append(f"{subject(body.line)} {movement(delta, Credit.VAK.value)} volgens de tabel.")
    if body.counted and body.uncounted:
        named = joined([inner(reason.name) for reason in body.uncounted])
        notes.append(f"Niet meegeteld, want zonder bedrag in het document: {named}.")
    for reason in body.near:
        amount = as_stated(reason.amount)
        size = f" ({amount})" if amount else ""
        label = (
            "zonder aard in het document" if reason.nature is Nature.UNSTATED else f"in het document {label_of(reason)}"
        )
        notes.append(f"Niet meegeteld: {inner(reason.name)}{size}, {label}.")
    return tuple(notes)


def nature_reply(answer: Answer, body: NatureBody) -> Reply:
    """The stated amounts of one nature over a line, each with the line's own wording, and their sum."""
    headline = _headline(answer, body)
    rows = [(as_stated(reason.amount), described(reason), 0) for reason in body.counted]
    if len(rows) > 1:
        rows.append((signed(body.total_eur), "Som", 0))
    name = asked_as(body.line)
    steps = [ask("Waarom", f"waarom {name}"), ask("Cijfers", name)]
    other = _OTHER.get(body.nature)
    if other is not None:
        steps.insert(0, ask(opening(other.value), f"{other.value} {name}"))
    return Reply(
        answer.status.value,
        headline,
        (Items("Meegeteld", tuple(rows)),) if rows else (),
        _notes(body),
        context(answer.document, body.line.scope, Credit.VAK),
        source_lines(answer.sources) or (document_line(answer.document),),
        f"{headline.rstrip('.')} {cited(answer)}." if body.counted else "",
        (),
        tuple(steps),
    )
