"""Replies on a policy or one stated reason: its amount, its cause, its counted things, where it stands."""

from __future__ import annotations

from fractions import Fraction

from bot.replies.amounts import as_stated, change, movement, signed
from bot.replies.announced import EXAMPLE, TWO_LABELS, counted, told, years
from bot.replies.echo import presumed_words
from bot.replies.model import Button, Items, Paragraph, Part, Reply
from bot.replies.naming import in_sentence, inner, joined, opening, subject
from bot.replies.nextsteps import after_policy, ask
from bot.replies.provenance import cited, context, document_line, source_lines
from bot.replies.reasonlist import label_of, reason_rows
from budget.answers import Answer, PolicyBody, ReasonSum, Status
from budget.model import Action, Credit, Line, Reason
from budget.money import percent
from budget.queries import PolicyAspect, PolicyQuery, ReasonCode

__all__ = ["policy_reply"]

_VAK = Credit.VAK.value
_WHOLE_MILLIONS = 1_000_000
_OF_CHANGE = (PolicyAspect.CHANGE, PolicyAspect.REASON)


def _below(lines: tuple[Line, ...]) -> str:
    return f", onder {joined([in_sentence(line) for line in lines], 'of')}" if lines else ""


def _name(body: PolicyBody) -> str:
    if len(body.reasons) == 1 and body.aspect in _OF_CHANGE:
        return body.reasons[0].name
    if len(body.actions) == 1 and not body.reasons:
        return body.actions[0].name
    if len(body.policies) == 1:
        return body.policies[0].name
    return joined([policy.name for policy in body.policies]) or "Dit"


def _change_headline(body: PolicyBody) -> str:
    name = _name(body)
    if body.total_eur is None:
        return _without_amount(body)
    told_amount = f"{name}: {signed(body.total_eur)} VAK"
    if len(body.reasons) != 1:
        return f"{name}: samen {signed(body.total_eur)} VAK{_below(body.lines)}."
    pieces = [piece for _, pieces in body.parts for piece in pieces]
    if pieces:
        named = joined([f"{inner(piece.name)} ({as_stated(piece.amount) or 'zonder bedrag'})" for piece in pieces])
        return f"{told_amount}{_below(body.lines)}, het saldo van {named}."
    return f"{told_amount} ({label_of(body.reasons[0])}){_below(body.lines)}."


def _without_amount(body: PolicyBody) -> str:
    name = _name(body)
    if body.reasons:
        moved = "".join(f" {subject(one.line)} {movement(one.delta_eur, _VAK)}." for one in body.sums)
        return f"{name}: het document noemt geen bedrag. {_cause(body.reasons[0])}{moved}"
    if any(action.quantities for action in body.actions):
        return f"{_quantity_headline(body)} Een begrotingsbedrag staat niet in het document."
    if body.actions:
        return f"{told(body.actions[0])} Een bedrag noemt het document niet."
    return f"{name} staat in het document zonder bedrag."


def _cause(reason: Reason) -> str:
    if not reason.cause:
        return f"Een oorzaak voor {inner(reason.name)} staat niet in het document."
    return f"Oorzaak: {reason.cause.rstrip('.')}."


def _reason_headline(body: PolicyBody) -> str:
    if len(body.reasons) == 1 and body.reasons[0].amount is not None and not body.parts:
        return f"{_change_headline(body)} {_cause(body.reasons[0])}"
    return _change_headline(body)


def _quantity_headline(body: PolicyBody) -> str:
    with_things = [action for action in body.actions if action.quantities]
    if not with_things:
        return f"{_name(body)}: het document noemt geen aantal."
    return "; ".join(f"{action.name}: {counted(action)}" for action in with_things) + "."


def _missing_headline(answer: Answer, body: PolicyBody) -> str:
    """What the document does not say of it, without an amount."""
    name = inner(_name(body))
    match answer.reason_code:
        case ReasonCode.NO_REASON_GIVEN if answer.credit is Credit.VEK:
            return f"Voor het VEK geeft het document geen reden: bij {name} gaat het alleen over het VAK."
        case ReasonCode.NO_REASON_GIVEN:
            return f"Een reden voor {name} staat niet in het document."
        case ReasonCode.OTHER_YEAR | ReasonCode.OTHER_ROUND:
            rounds = f"{answer.document.base_round.label} en {answer.document.draft_round.label}"
            return f"Voor {name} geeft het document dat cijfer niet: het gaat alleen over {rounds}."
        case ReasonCode.NO_FIGURE if body.aspect is PolicyAspect.PERIOD:
            return f"{opening(name)}: een periode of datum staat niet in het document."
        case ReasonCode.NO_FIGURE if body.aspect is PolicyAspect.QUANTITY:
            known = "".join(
                f" Wel een periode: {inner(action.name)} {years(action)}." for action in body.actions if action.period
            )
            return f"Een aantal voor {name} staat niet in het document.{known}"
        case ReasonCode.NOT_IN_DOCUMENT if body.aspect is PolicyAspect.TOTAL:
            return f"{opening(name)}: een totaalbedrag staat niet in het document."
        case ReasonCode.NOT_IN_DOCUMENT:
            what = "aantal" if body.aspect is PolicyAspect.QUANTITY else "apart bedrag"
            known = ": het geeft alleen de verandering" if body.total_eur is not None and what != "aantal" else ""
            return f"Een {what} voor {name} in {answer.document.base_round.label} staat niet in het document{known}."
        case _:
            return f"Een bedrag voor {name} staat niet in het document."


def _where_headline(body: PolicyBody) -> str:
    lines = joined([in_sentence(line) for line in body.lines], "of")
    slides = sorted({reason.slide for reason in body.reasons} | {action.slide for action in body.actions})
    where = f", op {'slide' if len(slides) == 1 else 'slides'} {joined([str(n) for n in slides])}" if slides else ""
    programmes = sorted({line.programme for line in body.lines if line.programme})
    under = f" (programma {joined(programmes, 'of')})" if programmes else ""
    goals = joined([in_sentence(line) for line in body.objectives], "of")
    serves = f", bij {goals}" if goals else ""
    return f"{_name(body)} staat onder {lines or 'geen enkel ISE'}{under}{serves}{where}."


def _told_whole(action: Action) -> str:
    things = counted(action)
    return f"{told(action)} In cijfers: {things}." if things else told(action)


def _headline(answer: Answer, body: PolicyBody) -> str:
    if answer.status is not Status.OK:
        return _missing_headline(answer, body)
    match body.aspect:
        case PolicyAspect.QUANTITY:
            return _quantity_headline(body)
        case PolicyAspect.PERIOD:
            return joined([f"{opening(inner(one.name))}: {years(one)}" for one in body.actions if one.period]) + "."
        case PolicyAspect.WHERE:
            return _where_headline(body)
        case PolicyAspect.WHAT if body.actions:
            return " ".join([_told_whole(action) for action in body.actions[: len(body.policies)]])
        case PolicyAspect.REASON:
            return _reason_headline(body)
        case _:
            return _change_headline(body)


def _reason_part(body: PolicyBody, *, missing: bool) -> Items | None:
    if not body.reasons:
        return None
    rows = reason_rows(body.reasons, body.parts)
    if len(rows) == 1 and not missing and (not body.reasons[0].cause or _cause_told(body)):
        return None
    if body.total_eur is not None and len(body.reasons) > 1:
        rows.append((signed(body.total_eur), "Som", 0))
    return Items("Wel in het document: veranderingen van het VAK" if missing else "In het document", tuple(rows))


def _cause_told(body: PolicyBody) -> bool:
    """Whether the headline already says the cause of the one reason."""
    return body.aspect is PolicyAspect.REASON or body.total_eur is None


def _action_part(body: PolicyBody, headline: str) -> Items | None:
    if not body.actions:
        return None
    rows = tuple([(counted(action), told(action), 0) for action in body.actions])
    if len(rows) == 1 and not rows[0][0] and headline.startswith(rows[0][1]):
        return None
    return Items("Aangekondigd", rows)


def _notes(body: PolicyBody) -> tuple[str, ...]:
    notes = []
    if True in [action.is_example for action in body.actions]:
        notes.append(EXAMPLE)
    if not body.reasons and max([len(action.lines) for action in body.actions], default=0) > 1:
        notes.append(TWO_LABELS)
    notes += [
        f"De slide drukt het bedrag van {inner(reason.name)} af in hele miljoenen."
        for reason in body.reasons
        if reason.amount is not None and reason.amount.step >= _WHOLE_MILLIONS
    ]
    if body.namesakes:
        are = "is" if len(body.namesakes) == 1 else "zijn"
        notes.append(f"Let op: {joined([inner(one.name) for one in body.namesakes])} {are} iets anders.")
    return tuple(notes)


def _buttons(body: PolicyBody) -> tuple[Button, ...]:
    steps = [step for line in body.lines[:2] for step in after_policy(line)]
    if body.policies:
        steps.append(ask("Bron", f"bron {inner(body.policies[0].name)}"))
    return tuple(steps)


def _paste(answer: Answer, body: PolicyBody, headline: str) -> str:
    if answer.status in {Status.NO_DATA, Status.NOT_FOUND}:
        return ""
    if body.total_eur is not None and body.aspect in _OF_CHANGE:
        base, draft = answer.document.base_round.label, answer.document.draft_round.label
        way = "hoger" if body.total_eur > 0 else "lager"
        size = signed(abs(body.total_eur)).removeprefix("+")
        about = f"{inner(_name(body))}{_below(body.lines)}"
        return (
            f"Voor {about}, ligt het vastleggingskrediet (VAK) {size} {way} in {draft} dan in {base} {cited(answer)}."
        )
    return f"{headline.rstrip('.')} {cited(answer)}."


def policy_reply(answer: Answer, body: PolicyBody) -> Reply:
    """What the document says of a policy or a reason; a total that it does not give is said to be missing."""
    headline = _headline(answer, body)
    parts: list[Part] = []
    reasons, actions = _reason_part(body, missing=answer.status is not Status.OK), _action_part(body, headline)
    if reasons is not None:
        parts.append(reasons)
    if answer.value_pct is not None:
        headline = f"{headline} {_share_of_change(answer.value_pct, body)}"
    if body.total_eur is not None and len(body.sums) == 1:
        parts.append(_beside(body.sums[0]))
    if actions is not None:
        parts.append(actions)
    scope = body.lines[0].scope if body.lines else ""
    return Reply(
        str(answer.status),
        f"{_verdict(answer, body)}{headline}",
        tuple(parts),
        _notes(body),
        context(answer.document, scope, Credit.VAK) if body.reasons else "",
        source_lines(answer.sources) or (document_line(answer.document),),
        _paste(answer, body, headline),
        (),
        _buttons(body),
    )


def _verdict(answer: Answer, body: PolicyBody) -> str:
    """A yes or no on what the question presumes, before what the document says; "" when it cannot tell."""
    query = answer.query
    if not isinstance(query, PolicyQuery) or body.held is None or answer.status is not Status.OK:
        return ""
    if body.held:
        return "Ja, dat klopt. "
    wrong_way = query.direction * (body.total_eur or 0) < 0
    if wrong_way or query.presumed is None:
        return "Nee. "
    said = presumed_words(query.presumed)
    return f"Ongeveer: {said} is niet exact. " if body.near else f"Nee, {said} klopt niet. "


def _share_of_change(part: Fraction, body: PolicyBody) -> str:
    whole = body.sums[0]
    return f"Dat is {percent(part)} van {change(whole.delta_eur, _VAK)} bij {in_sentence(whole.line)}."


def _beside(total: ReasonSum) -> Paragraph:
    return Paragraph(f"Ter vergelijking: {in_sentence(total.line)} {movement(total.delta_eur, Credit.VAK.value)}.")
