"""Replies on where a number comes from: every fact that rounds to it, best first."""

from __future__ import annotations

from fractions import Fraction

from bot.replies.amounts import as_printed, signed
from bot.replies.echo import echo
from bot.replies.model import Button, Items, Part, Reply
from bot.replies.naming import asked_as, in_sentence, inner, joined, opening
from bot.replies.nextsteps import ask, help_steps
from bot.replies.provenance import cited, context, document_line, source_lines
from bot.replies.reasonlist import label_of, reason_items
from budget.answers import Answer, LookupBody, LookupHit, Status
from budget.model import Credit
from budget.money import count, euro, percent, thousands
from budget.queries import ReadNumber

__all__ = ["lookup_reply"]

_PCT_UNITS = 10_000  # a read percentage counts in 1/10000 of a percent

_THOUSAND = 1_000
_NAMED = 3  # things a headline can carry when read aloud


def _of_line(hit: LookupHit) -> str:
    figure, line = hit.figure, hit.line
    name = in_sentence(line) if line is not None else "het document"
    credit = f"het {figure.credit.value} van {name}" if figure.credit is not None else name
    falls = (figure.value_eur or 0) < 0 or (figure.value_pct or 0) < 0
    when = f" in {figure.round.label}" if figure.round is not None else ""
    match figure.measure:
        case "delta":
            return f"de {'daling' if falls else 'stijging'} van {credit}"
        case "pct":
            return f"de procentuele {'daling' if falls else 'stijging'} van {credit}"
        case "share":
            return f"het aandeel van {name}{when}"
        case "sum":
            return f"de som voor {credit}{when}"
        case "rest":
            return f"het onverklaarde deel van de verandering van {credit}"
        case _:
            return f"{credit}{when}"


def _what(hit: LookupHit) -> str:
    if hit.reason is not None:
        where = f" bij {in_sentence(hit.line)}" if hit.line is not None else ""
        label = label_of(hit.reason)
        nature = "" if hit.reason.name.lower().startswith(label) else f", {label}"
        return f"{inner(hit.reason.name)}{where}{nature}"
    if hit.action is not None:
        return inner(hit.action.name)
    if hit.statement is not None:
        return f"{_of_line(hit)}, zoals afgedrukt op slide {hit.statement.slide}"
    return _of_line(hit)


def _exact(hit: LookupHit) -> str:
    figure = hit.figure
    if figure.value_pct is not None:
        return percent(figure.value_pct, sign=figure.measure != "share")
    if figure.value_qty is not None:
        return _things(hit, figure.value_qty)
    eur = figure.value_eur or 0
    if hit.reason is not None:
        return signed(eur)
    changes = figure.measure != "level"
    if hit.statement is not None:
        printed = hit.statement.change if figure.measure == "delta" else hit.statement.total
        return as_printed(printed.eur, printed.step, sign=changes)
    if eur % _THOUSAND:
        return euro(eur, sign=changes)
    return f"{thousands(eur, sign=changes)} duizend euro"


def _things(hit: LookupHit, value: int) -> str:
    quantities = hit.action.quantities if hit.action is not None else ()
    for quantity in quantities:
        if quantity.value == value:
            joint = "\u00a0" if quantity.unit == "%" else " "
            tail = f" ({quantity.qualifier})" if quantity.qualifier else ""
            return f"{count(value)}{joint}{quantity.unit}{tail}"
    return count(value)


def _counts(body: LookupBody) -> bool:
    return not body.hits or body.hits[0].figure.value_qty is not None


def _headline(body: LookupBody, heard: str, *, several: bool) -> str:
    if not body.hits:
        what = f"{heard} " if heard else "Dat getal "
        return f"{what}staat niet in het document."
    best = body.hits[0]
    exact, what = _exact(best), _what(best)
    if heard and not heard[0].isdigit():
        heard = ""
    if several:
        named = joined([f"{_what(hit)} ({_exact(hit)})" for hit in body.hits[:_NAMED]], "of")
        return f"{heard or 'Dat getal'} kan meer dan één ding zijn: {named}."
    verb = "is" if best.reason is None and best.action is None else "hoort bij"
    return f"{heard} {verb} {what}: {exact}." if heard else f"{opening(what)}: {exact}."


def _rows(hits: tuple[LookupHit, ...]) -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (_exact(hit), _what(hit) if hit.statement else f"{_what(hit)} (slide {hit.slide.number})", 0) for hit in hits
    )


def _buttons(hits: tuple[LookupHit, ...]) -> tuple[Button, ...]:
    lines = list(dict.fromkeys(asked_as(hit.line) for hit in hits if hit.line is not None))[:3]
    steps = [ask(opening(name), name) for name in lines]
    return tuple(steps) or help_steps()


def _how_read(answer: Answer, number: ReadNumber) -> tuple[str, ...]:
    """How a number was read that could be read in two ways; nothing for a plain one."""
    if not getattr(answer.query, "doubtful", False):
        return ()
    if number.kind == "eur":
        written = euro(number.value)
    elif number.kind == "pct":
        written = percent(Fraction(number.value, _PCT_UNITS))
    elif number.scale:
        whole, rest = divmod(number.value, 10**number.scale)
        written = f"{count(whole)},{rest:0{number.scale}d}"
    else:
        written = count(number.value)
    return (f"Ik lees “{echo(number.text)}” als {written}: in het Nederlands scheidt een komma de decimalen.",)


def lookup_reply(answer: Answer, body: LookupBody) -> Reply:
    """What a number is in the document, exactly; without a hit the facts that come closest, with their own figures."""
    # Without its unit a number says too little to be repeated: "57.7 is de stijging".
    heard = echo(body.number.text) if body.number.kind != "qty" or _counts(body) else ""
    several = answer.status is Status.OK_BOTH
    headline = _headline(body, heard, several=several)
    parts: list[Part] = []
    if body.reasons is not None:
        parts.append(reason_items(body.reasons, f"Redenen bij {in_sentence(body.reasons.line)}"))
    if several:
        parts.append(Items("Rondt af op dit getal", _rows(body.hits)))
    elif len(body.hits) > 1:
        parts.append(Items("Komt ook met dit getal overeen", _rows(body.hits[1:])))
    if not body.hits and body.nearest:
        parts.append(Items("Wel in het document, het dichtst erbij", _rows(body.nearest)))
    best = body.hits[0] if body.hits else None
    credit = best.figure.credit if best is not None and best.figure.credit is not None else Credit.VAK
    scope = best.line.scope if best is not None and best.line is not None else ""
    return Reply(
        answer.status.value,
        headline,
        tuple(parts),
        (*_how_read(answer, body.number), *(gap.explanation for gap in body.gaps)),
        context(answer.document, scope, credit) if best is not None else "",
        source_lines(answer.sources) or (document_line(answer.document),),
        f"{headline.rstrip('.')} {cited(answer)}." if answer.status is Status.OK and best is not None else "",
        (),
        _buttons(body.hits or body.nearest),
    )
