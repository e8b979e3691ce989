"""The daily digest in Dutch, as a Reply like any other: it alone says it all, and each figure names its slide."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.digest.content import Told
from bot.digest.snapshot import Change
from bot.replies.amounts import as_stated, growth_in_brackets, more_or_less, movement
from bot.replies.announced import EXAMPLE, TWO_LABELS, counted, told
from bot.replies.model import Button, Items, Paragraph, Part, Reply
from bot.replies.naming import asked_as, in_sentence, joined, subject, title
from bot.replies.provenance import context, day, document_line, source_lines
from bot.replies.reasonlist import described
from budget.model import Credit, Explanation, Line, Reason
from budget.money import euro
from budget.provenance import sources

__all__ = ["DIGEST", "digest_reply", "weekday"]

DIGEST = "digest"
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_SHOWN = 6  # lines and changes a digest can carry and still be read
_BUTTONS = 3


def weekday(when: date) -> str:
    """A date with its day of the week: "donderdag 26 november 2026"."""
    return f"{_DAYS[when.weekday()]} {day(when)}"


def digest_reply(one: Told) -> Reply:
    """The digest of one reader on one day."""
    document = one.explanation.document
    shown = one.lines[:_SHOWN] or (one.explanation.total,)
    parts: list[Part] = [_figures(shown, one)]
    if one.changes:
        parts.append(_changed(one))
    if one.fact is not None:
        parts.append(Paragraph(_fact(one)))
    if one.verdicts:
        parts.append(Items("Gisteren hier nagekeken", tuple([(verdict, claim, 0) for verdict, claim in one.verdicts])))
    slides = [line.slide for line in shown] + ([one.fact.slide] if one.fact is not None else [])
    slides += [_slide_of(change, one.explanation) for change in one.changes[:_SHOWN]]
    known = sources(one.explanation, sorted({slide for slide in slides if slide}))
    return Reply(
        "ok",
        _headline(one, shown),
        tuple(parts),
        _notes(one),
        context(document, shown[0].scope, Credit.VAK, *([Credit.VEK] if _speaks_of_vek(one) else ())),
        source_lines(known) or (document_line(document),),
        buttons=_steps(one, shown),
    )


def _headline(one: Told, shown: Sequence[Line]) -> str:
    head = "Digest op jouw vraag" if one.asked else "Digest"
    when = f"{head}, {weekday(one.day)}"
    if one.replaced:
        document = one.explanation.document
        return f"{when}: er is een nieuw document, {document.title} ({day(document.date)})."
    if one.changes:
        many = len(one.changes)
        what = "1 cijfer is veranderd" if many == 1 else f"{many} cijfers zijn veranderd"
        about = f"{_change_text(one.changes[0])}."
        return f"{when}: {what}. {about}" if many == 1 else f"{when}: {what}, om te beginnen {_lowered(about)}"
    return f"{when}: {_lowered(_figure_text(shown[0], one))}."


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _figure_text(line: Line, one: Told) -> str:
    document, amounts = one.explanation.document, line.amounts
    base, delta, draft = amounts.vak_base, amounts.vak_delta, amounts.vak_draft
    return (
        f"{title(line)} {euro(draft)} VAK in {document.draft_round.label}, "
        f"{more_or_less(delta)} in {document.base_round.label}{growth_in_brackets(delta, base)}"
    )


def _figures(shown: Sequence[Line], one: Told) -> Items:
    """What is followed; the whole domain for who follows nothing."""
    document = one.explanation.document
    rows = []
    for line in shown:
        amounts = line.amounts
        way = f"{more_or_less(amounts.vak_delta)} in {document.base_round.label}"
        percent = growth_in_brackets(amounts.vak_delta, amounts.vak_base)
        text = f"{title(line)}: VAK in {document.draft_round.label}, {way}{percent}, slide {line.slide}"
        rows.append((euro(amounts.vak_draft), text, 0))
    return Items("Wat je volgt" if one.lines else "Het geheel", tuple(rows))


def _changed(one: Told) -> Items:
    since = "" if one.since is None else f" sinds {day(one.since)}"
    rows = [("", f"{_change_text(change)}{_at(change, one.explanation)}.", 0) for change in one.changes[:_SHOWN]]
    left = len(one.changes) - len(rows)
    if left > 0:
        rows.append(("", f"en nog {left} andere; vraag een lijn op om ze te zien", 0))
    return Items(f"Veranderd{since}", tuple(rows))


def _change_text(change: Change) -> str:
    what = f"{change.name}, {change.credit}" if change.credit else f"Reden {change.name}"
    same = change.old_round == change.new_round
    if change.old is None:
        return f"{what}: nieuw, {_amount(change, change.new)}{_in(change, change.new_round)}"
    if change.new is None:
        return f"{what}: niet meer vermeld; was {_amount(change, change.old)}{_in(change, change.old_round)}"
    old, new = _amount(change, change.old), _amount(change, change.new)
    if same or change.where == "reason":
        return f"{what}{_in(change, change.new_round)}: was {old}, is nu {new}"
    return f"{what}: was {old} in {change.old_round}, is {new} in {change.new_round}"


def _amount(change: Change, eur: int | None) -> str:
    """Both sides in millions; in whole euro when they would read the same there."""
    value = 0 if eur is None else eur
    sign = change.where == "reason"
    if change.old is not None and change.new is not None and euro(change.old) == euro(change.new):
        return f"{value:,} euro".replace(",", ".")
    return euro(value, sign=sign)


def _in(change: Change, label: str) -> str:
    return f" in {label}" if change.where != "reason" else ""


def _slide_of(change: Change, explanation: Explanation) -> int:
    line = explanation.lines.get(change.line)
    if change.where == "reason":
        named = [one.slide for one in explanation.reasons.values() if one.name == change.name]
        return named[0] if named else 0
    return line.slide if line is not None else 0


def _at(change: Change, explanation: Explanation) -> str:
    slide = _slide_of(change, explanation)
    return f" (slide {slide})" if slide else ""


def _speaks_of_vek(one: Told) -> bool:
    return any(change.credit == Credit.VEK.value for change in one.changes[:_SHOWN])


def _fact(one: Told) -> str:
    fact = one.fact
    if isinstance(fact, Reason):
        line = one.explanation.lines[fact.line]
        moved = movement(line.amounts.vak_delta, Credit.VAK.value)
        amount = as_stated(fact.amount) or "zonder bedrag in het document"
        return f"Feit van de dag: {described(fact)}, {amount}. {subject(line)} {moved} (slide {fact.slide})."
    if fact is None:
        return ""
    things = counted(fact)
    where = joined([in_sentence(one.explanation.lines[line]) for line in fact.lines])
    count = f" In cijfers: {things}." if things else ""
    return f"Feit van de dag: {told(fact)}{count} Het staat bij {where} (slide {fact.slide})."


def _notes(one: Told) -> tuple[str, ...]:
    notes = []
    if one.missed:
        days = joined([weekday(when) for when in one.missed])
        lost = "De digest van" if len(one.missed) == 1 else "De digests van"
        verb = "is" if len(one.missed) == 1 else "zijn"
        notes.append(f"{lost} {days} {verb} niet verstuurd: ik was toen te laat.")
    if one.asked:
        notes.append("Deze digest vroeg je zelf; je dagelijkse digest komt op het gewone uur.")
    if one.replaced:
        notes.append(f"De vorige digest ging over {one.replaced}.")
    elif one.since is None:
        notes.append("Dit is je eerste digest. Vanaf de volgende staat erbij wat er veranderd is.")
    elif not one.changes:
        notes.append(f"Er is geen enkel cijfer veranderd sinds de digest van {day(one.since)}.")
    if len(one.lines) > _SHOWN:
        rest = joined([in_sentence(line) for line in one.lines[_SHOWN:]])
        notes.append(f"Je volgt ook {rest}.")
    if one.follows_nothing:
        notes.append("Je volgt nog niets. Typ “digest volg loopbanen” om een lijn te volgen.")
    elif not one.lines:
        notes.append("Alles wat je volgt, staat nu stil of staat niet in dit document.")
    if one.fact is not None and not isinstance(one.fact, Reason):
        notes += [EXAMPLE] if one.fact.is_example else []
        notes += [TWO_LABELS] if len(one.fact.lines) > 1 else []
    return tuple(notes)


def _steps(one: Told, shown: Sequence[Line]) -> tuple[Button, ...]:
    steps = [Button(line.short, asked_as(line)) for line in shown[:_BUTTONS]]
    if one.lines:
        line = shown[0]
        steps.append(Button(f"Week stil: {line.short}", f"{DIGEST} stil {asked_as(line)}"))
    steps += [Button("Uur of dagen wijzigen", DIGEST), Button("Stop de digest", f"{DIGEST} uit")]
    return tuple(steps)
