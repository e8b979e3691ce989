"""Replies on stated causes added up, set against each other, or taken off a change."""

from __future__ import annotations

from fractions import Fraction

from bot.replies.amounts import as_stated, movement, signed
from bot.replies.model import Items, Part, Reply
from bot.replies.naming import asked_as, in_sentence, inner, joined, opening, subject
from bot.replies.nextsteps import ask
from bot.replies.provenance import cited, context, source_lines
from bot.replies.reasonlist import described
from budget.answers import Answer, CauseGroup, CausesBody
from budget.model import Credit, Level
from budget.money import euro, percent

__all__ = ["causes_reply"]

_VAK = Credit.VAK.value


def _where(body: CausesBody) -> str:
    whole = body.line.level is Level.TOTAL and body.line.whole is None
    return "in het hele document" if whole else f"bij {in_sentence(body.line)}"


def _sized(group: CauseGroup) -> str:
    return f"{inner(group.name)} ({signed(group.total_eur)})"


def _headline(body: CausesBody, share: Fraction) -> str:
    first, *others = body.groups
    if body.operator == "/":
        whole = f"alles wat het document als {inner(first.name)} opgeeft ({signed(first.total_eur)} {_VAK})"
        verb = "is" if len(others) == 1 else "zijn samen"
        return f"{opening(joined([_sized(one) for one in others]))} {verb} {percent(share)} van {whole}."
    if body.operator == "-":
        way = "hoger" if body.outcome_eur > 0 else "lager"
        told = (
            f"{opening(_sized(first))} {{}} {joined([_sized(one) for one in others])}, als verandering van het {_VAK}."
        )
        if not body.outcome_eur:
            return told.format("is even groot als")
        return told.format(f"ligt {euro(abs(body.outcome_eur))} {way} dan")
    if body.operator == "off":
        taken = joined([inner(group.name) for group in body.groups])
        sums = " min ".join([signed(body.line.amounts.vak_delta), *(signed(group.total_eur) for group in body.groups)])
        moves = movement(body.outcome_eur, _VAK).split(" ", 1)
        return f"Zonder {taken} {moves[0]} {in_sentence(body.line)} {moves[1]}: {sums}."
    if first.pick.sign:
        kind = "positieve" if first.pick.sign > 0 else "negatieve"
        return f"De {kind} redenen {_where(body)} tellen op tot {signed(body.outcome_eur)} {_VAK}."
    if len(body.groups) == 1:
        return f"{opening(inner(first.name))} {_where(body)}: {signed(body.outcome_eur)} {_VAK}."
    names = opening(joined([_sized(group) for group in body.groups]))
    return f"{names} {_where(body)}: samen {signed(body.outcome_eur)} {_VAK}."


def _rows(body: CausesBody) -> tuple[tuple[str, str, int], ...]:
    groups = body.groups[:1] if body.operator == "/" else body.groups
    rows = [(as_stated(reason.amount), described(reason), 0) for group in groups for reason in group.counted]
    if body.operator == "off":
        rows.insert(0, (signed(body.line.amounts.vak_delta), f"{subject(body.line)} volgens de tabel", 0))
        rows.append((signed(body.outcome_eur), "Wat overblijft", 0))
    elif body.operator in {"+", "/"}:
        rows.append((signed(body.outcome_eur if body.operator == "+" else body.groups[0].total_eur), "Som", 0))
    return tuple(rows)


def causes_reply(answer: Answer, body: CausesBody) -> Reply:
    """What picked causes come to, with each stated amount that was counted."""
    headline = _headline(body, answer.value_pct or Fraction(0))
    parts: list[Part] = [Items("Gerekend met", _rows(body))]
    uncounted = [inner(reason.name) for group in body.groups for reason in group.uncounted]
    notes = [f"Niet meegerekend, want zonder bedrag in het document: {joined(uncounted)}."] if uncounted else []
    if body.operator in {"off", "/"}:
        notes.append("Dit is berekend met de bedragen van de redenen; het document zelf geeft het niet.")
    name = asked_as(body.line)
    return Reply(
        answer.status.value,
        headline,
        tuple(parts),
        tuple(notes),
        context(answer.document, body.line.scope, Credit.VAK),
        source_lines(answer.sources),
        f"{headline.rstrip('.')} {cited(answer)}.",
        (),
        (ask("Waarom", f"waarom {name}"), ask("Cijfers", name)),
    )
