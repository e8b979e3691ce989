"""Reasons as a list that adds up to the change of the table, and as bars; a net amount is never added twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.replies.amounts import as_stated, rest_amount, signed
from bot.replies.model import Chart, Items
from bot.replies.naming import bar_labels, in_sentence, joined
from budget.answers import ReasonSum
from budget.evidence import Rest
from budget.model import Credit, Nature, Reason
from budget.money import euro

__all__ = ["described", "has_chart", "label_of", "reason_chart", "reason_items", "reason_rows", "rest_name"]

_FEWEST_BARS = 3


@lru_cache(maxsize=2048)
def _label(nature: str, own: str, cause: str) -> str:
    if nature == Nature.UNSTATED:
        return "aard niet vermeld"
    if not own or own.lower() in cause.lower():
        return nature
    return own if nature in own.lower() else f"{nature}, in de bron: {own}"


def label_of(reason: Reason) -> str:
    """The nature of a reason with the source's own word for it where that is another one."""
    return _label(reason.nature, reason.source_label, reason.cause)


@lru_cache(maxsize=2048)
def _described(name: str, label: str, cause: str) -> str:
    text = name
    if not name.lower().startswith(label):
        text = f"{name}, {label}" if name.endswith(")") else f"{name} ({label})"
    said = cause.startswith(label) and (" " not in cause or cause.rpartition(" ")[2].lower() in text.lower())
    return f"{text}: {cause}" if cause and not said else text  # "Index VOP: indexering van de VOP" says nothing twice


def described(reason: Reason, *, cause_told: bool = False) -> str:
    """A reason in one line: name, nature between brackets, and its cause unless that was told already."""
    return _described(reason.name, label_of(reason), "" if cause_told else reason.cause)


def _amount(reason: Reason) -> str:
    return as_stated(reason.amount) or "zonder bedrag"


def reason_rows(
    reasons: Sequence[Reason], parts: Sequence[tuple[Reason, tuple[Reason, ...]]], *, causes_told: bool = False
) -> list[tuple[str, str, int]]:
    """Reasons as list items, the parts of a net amount one step deeper ("waarvan")."""
    inside: Mapping[str, tuple[Reason, ...]] = {whole.id: pieces for whole, pieces in parts}
    rows: list[tuple[str, str, int]] = []
    for reason in reasons:
        rows.append((_amount(reason), described(reason, cause_told=causes_told), 0))
        rows += [(_amount(piece), f"waarvan {described(piece)}", 1) for piece in inside.get(reason.id, ())]
    return rows


def rest_name(total: ReasonSum) -> str:
    """What the difference between table and reasons is called."""
    if len(total.rests) == 1:
        return _rest_of_several(total.rests[0])
    if total.rest_is_rounding:
        return "Afrondingsverschil"
    if any(reason.amount is None for reason in total.reasons):
        return "Deel waarvoor het document geen bedrag noemt"
    return "Verschil dat het document niet verklaart"


def _rest_of_several(rest: Rest) -> str:
    """What a part of the rest of an aggregate is called, with the lines it stands at."""
    if rest.kind == "rounding":
        return "Afrondingsverschillen" if len(rest.lines) > 1 else "Afrondingsverschil"
    names = joined([in_sentence(line) for line in rest.lines])
    match rest.kind:
        case "no_reason":
            return f"Zonder reden in het document: {names}"
        case "no_amount":
            return f"Reden zonder bedrag in het document: {names}"
        case _:
            return f"Verschil dat het document niet verklaart{f': {names}' if names else ''}"


def reason_items(total: ReasonSum, title: str, *, causes_told: bool = False) -> Items:
    """The reasons of one line, their sum, the rest and the change of VAK in the table, in that order."""
    rows = reason_rows(total.reasons, total.parts, causes_told=causes_told)
    change = "Stijging" if total.delta_eur > 0 else "Daling" if total.delta_eur < 0 else "Verandering"
    if total.stated_eur is not None and total.rest_eur is not None:
        rows.append((signed(total.stated_eur), "Som van de redenen", 0))
        if len(total.rests) > 1:
            for rest in total.rests:
                amount, exact = rest_amount(rest.eur)
                rows.append((amount, f"{_rest_of_several(rest)}{exact}", 0))
        elif total.rest_eur:
            amount, exact = rest_amount(total.rest_eur)
            rows.append((amount, f"{rest_name(total)}{exact}", 0))
    rows.append((euro(total.delta_eur, sign=True), f"{change} {Credit.VAK.value} volgens de tabel", 0))
    return Items(title, tuple(rows))


def has_chart(total: ReasonSum) -> bool:
    """Whether enough reasons have an amount for bars to say more than the list."""
    return len([None for reason in total.reasons if reason.amount is not None]) >= _FEWEST_BARS


def reason_chart(total: ReasonSum) -> Chart | None:
    """The reasons with an amount as bars in million euro; None when there are too few to say more than the list."""
    if not has_chart(total):
        return None
    shown = [(reason, reason.amount) for reason in total.reasons if reason.amount is not None]
    labels = bar_labels(tuple([reason.short for reason, _ in shown]))
    bars = tuple((label, amount.eur / 1_000_000) for label, (_, amount) in zip(labels, shown, strict=True))
    return Chart(f"Redenen bij {in_sentence(total.line)}, in miljoen euro", "VAK", bars)
