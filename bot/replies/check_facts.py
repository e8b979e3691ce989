"""The Dutch words for what a verdict rests on: figures, reasons and counted things as phrases; it judges nothing."""

from __future__ import annotations

from fractions import Fraction

from bot.replies.amounts import as_printed
from bot.replies.naming import in_sentence, inner, joined
from budget.answers import Figure, LookupHit
from budget.claims.judge.truth import PCT
from budget.model import Action, Explanation, Level, Nature, Reason
from budget.money import count, euro, millions, percent, percentage_points, times
from budget.queries import ReadNumber

__all__ = ["action_told", "amount", "as_said", "gap_told", "hit_told", "phrase", "reasons_told", "value_told"]

_MOST = 4  # things a sentence can carry when read aloud; a fifth is told rather than counted
_MILLION = 1_000_000
_BILLION = 1_000_000_000
_STEPS = (100_000_000, _MILLION, 100_000, 10_000)


def amount(value: Fraction | int, unit: str, *, gap: bool = False) -> str:
    """A size with its unit: euro for "eur", 1/10000 percent for "pct" and "pp", pieces for "qty".

    What lies between two percentages are percentage points.
    """
    size = abs(Fraction(value))
    if unit in {"pct", "pp"} and gap:
        return percentage_points(size / PCT)
    if unit in {"pct", "pp"}:
        return percent(size / PCT)
    whole = round(size)
    return euro(whole) if unit == "eur" else count(whole)


def value_told(figure: Figure) -> str:
    """The value of a figure without its sign."""
    if figure.value_pct is not None:
        return percent(abs(figure.value_pct))
    if figure.value_eur is not None:
        return euro(abs(figure.value_eur))
    return count(figure.value_qty or 0)


def as_said(eur: int, said: ReadNumber) -> str:
    """An amount as somebody said it, with no digit or unit added: "28 miljoen euro", "28" where no unit was named."""
    size = abs(eur)
    bare = not any(mark.isalpha() or mark in "€$" for mark in said.text)
    steps = _STEPS if size >= _BILLION and not bare else _STEPS[1:]
    step = next((one for one in steps if size % one == 0), 0)
    if bare and ("." in said.text or not step):
        return count(size)
    if bare:
        return millions(size, 0 if step >= _MILLION else 1 if step >= _STEPS[2] else 2)
    if size >= _MILLION and step:
        return as_printed(size, step)
    return f"{count(size)} euro"


def _name(figure: Figure, explanation: Explanation) -> str:
    line = explanation.lines.get(figure.subject)
    return in_sentence(line) if line is not None else ""


def _of_whole(figure: Figure, explanation: Explanation, parts: tuple[Figure, ...]) -> str:
    """What a share is a share of: "het VAK van programma JD", "de stijging van ..."; "" when that is not known."""
    credit = figure.credit
    if credit is None:
        return ""
    whole = explanation.lines.get(parts[-1].subject) if parts else None
    if whole is not None:
        owner = f"het {credit.value} van {in_sentence(whole)}"
        change = "daling" if whole.amounts.delta(credit) < 0 else "stijging"
        return f"de {change} van {owner}" if parts[-1].measure == "delta" else owner
    line = explanation.lines.get(figure.subject)
    if line is None or figure.round is None:
        return ""
    base = figure.round == explanation.document.base_round
    for total in explanation.lines.values():
        one, all_ = [each.amounts.base(credit) if base else each.amounts.draft(credit) for each in (line, total)]
        if total.level is Level.TOTAL and all_ and figure.value_pct == Fraction(one * 100, all_):
            return f"het {credit.value} van {in_sentence(total)}"
    return ""


def _share_told(figure: Figure, explanation: Explanation, parts: tuple[Figure, ...]) -> str:
    """A share with the whole that it is of, as a share of nothing says nothing."""
    whole, value = _of_whole(figure, explanation, parts), percent(figure.value_pct or Fraction(0))
    if parts and parts[-1].subject == figure.subject:  # reasons of a line, as a part of its own change
        return f"{value} van {whole}"
    return f"het aandeel van {_name(figure, explanation)}{f' in {whole}' if whole else ''} is {value}"


def phrase(figure: Figure, explanation: Explanation, parts: tuple[Figure, ...] = ()) -> str:
    """A figure as a clause: "de stijging van het VAK van loopbanen is 57,7 miljoen euro"; a share with its `parts`."""
    name, value = _name(figure, explanation), value_told(figure)
    credit = f"het {figure.credit.value}" if figure.credit is not None else ""
    owner = f"{credit} van {name}" if credit and name else credit or name
    falls = (figure.value_eur or 0) < 0 or (figure.value_pct or 0) < 0
    turn = "daling" if falls else "stijging"
    document = explanation.document
    against = f" van {document.base_round.label} naar {document.draft_round.label}"
    match figure.measure:
        case "level":
            at = f" in {figure.round.label}" if figure.round is not None else ""
            return f"{owner} is {value}{at}"
        case "delta" | "pct":
            return f"{owner} {'daalt' if falls else 'stijgt'} met {value}{against}"
        case "share":
            return _share_told(figure, explanation, parts)
        case "sum":
            return f"samen is dat {value}"
        case "ratio":
            return f"dat is {times(figure.value_pct or Fraction(0))} zoveel"
        case "difference":
            return f"het verschil is {value}"
        case "driver":
            return f"bij {name} staat een reden die goed is voor een {turn} van {value}"
        case "rest":
            return f"het onverklaarde deel bij {name} is {value}"
        case _:
            return f"{name or 'het document'}: {value}"


def gap_told(true: Figure, claimed: Fraction, unit: str) -> str:
    """How far a claimed size is from a true one: "" when they are no sizes of one kind or nothing lies between."""
    value = true.value_pct * PCT if true.value_pct is not None else true.value_eur
    value = true.value_qty if value is None else value
    kinds = {"eur": true.value_eur is not None, "pct": true.value_pct is not None, "qty": true.value_qty is not None}
    if value is None or not kinds.get(unit, False):
        return ""
    gap = abs(abs(Fraction(value)) - abs(claimed))
    return amount(gap, unit, gap=True) if gap else ""


def reasons_told(reasons: tuple[Reason, ...]) -> str:
    """Stated reasons with their amounts: "index dienstencheques (+28,5 miljoen euro) en ..."."""
    most = len(reasons) if len(reasons) == _MOST + 1 else _MOST
    named = [
        f"{inner(one.name)} ({_label(one)}{as_printed(one.amount.eur, one.amount.step, sign=True)})"
        if one.amount is not None
        else f"{inner(one.name)} (zonder bedrag)"
        for one in reasons[:most]
    ]
    if len(reasons) > most:
        named.append(f"nog {len(reasons) - most} andere")
    return joined(named)


def _label(reason: Reason) -> str:
    """The nature of a reason where its name does not tell it: "nieuw beleid, "."""
    told = reason.nature in {Nature.INDEX, Nature.NEW_POLICY} and reason.nature.value not in reason.name.lower()
    return f"{reason.nature.value}, " if told else ""


def action_told(action: Action) -> str:
    """An announced action with what it counts: "re-integratietrajecten: 7.500 trajecten"."""
    counted = joined(
        [
            f"{count(one.value)} {one.unit}{f' ({one.qualifier})' if one.qualifier else ''}".replace(" %", "\u00a0%")
            for one in action.quantities
        ]
    )
    period = action.period
    years = f" ({period[0]}-{period[1]})" if period is not None and period[0] < period[1] else ""
    return f"{inner(action.name)}{years}: {counted}" if counted else f"{inner(action.name)}{years}"


def hit_told(hit: LookupHit, explanation: Explanation) -> str:
    """Where a number really stands: a reason, an action or a figure of a line."""
    if hit.reason is not None:
        at = f" bij {in_sentence(hit.line)}" if hit.line is not None else ""
        return f"{inner(hit.reason.name)}{at}"
    if hit.action is not None:
        return inner(hit.action.name)
    figure = hit.figure
    name = _name(figure, explanation) or "het document"
    owner = f"het {figure.credit.value} van {name}" if figure.credit is not None else name
    if figure.measure in {"delta", "pct"}:
        return f"de {'daling' if (figure.value_eur or figure.value_pct or 0) < 0 else 'stijging'} van {owner}"
    return f"{owner} in {figure.round.label}" if figure.round is not None else owner
