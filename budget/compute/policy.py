"""One policy, or some of its reasons and actions: stated amounts, causes, counted things; never a total."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from budget.answers import Answer, Figure, PolicyBody, ReasonSum, Source, Status
from budget.causes import has_cause, reason_sum, with_parts
from budget.figures import driver_figures, part_of_change
from budget.held import holds, nearly
from budget.kept import kept_by_identity
from budget.model import Action, Catalog, Credit, Explanation, Line, Nature, Policy, Reason
from budget.provenance import sources
from budget.queries import PolicyAspect, PolicyQuery, Presumed, ReasonCode
from budget.scope import explanation_for, settled_round

__all__ = ["answer"]

_KINDS = {
    PolicyAspect.REASON: "reason",
    PolicyAspect.TOTAL: "driver",
    PolicyAspect.QUANTITY: "measure",
    PolicyAspect.PERIOD: "measure",
    PolicyAspect.WHERE: "structure",
    PolicyAspect.WHAT: "measure",
}


class _Told(Struct, frozen=True):
    """What the document tells of the chosen policies under one aspect, whatever credit and round are asked."""

    body: PolicyBody
    kind: str
    figures: tuple[Figure, ...]
    line_ids: tuple[str, ...]
    sources: tuple[Source, ...]
    eur: int | None
    qty: int | None


def answer(query: PolicyQuery, catalog: Catalog) -> Answer:
    """What the document says of a policy under the asked aspect, or no_data with its stated changes as context."""
    explanation = explanation_for(catalog, query.document, (), query.round)
    told = _told(query, explanation)
    body = _judged(query, told.body) if query.doubted else told.body
    code = _withheld(query, explanation, body)
    eur, qty = (told.eur, told.qty) if code is None else (None, None)
    share = _share(body) if query.share and eur is not None else None
    return Answer(
        query,
        Status.OK if code is None else Status.NO_DATA,
        told.kind,
        explanation.document,
        told.line_ids,
        Credit.VAK if eur is not None else query.credit,
        None,
        told.figures if code is None else (),
        told.sources,
        body,
        eur if share is None else None,
        share,
        qty,
        code,
    )


def _judged(query: PolicyQuery, body: PolicyBody) -> PolicyBody:
    """Hold what a question presumes against the stated amount or the counted things, where one of them decides it.

    A stated amount is a change: it decides what is said of a change, and what a wholly new policy gets.
    """
    if query.presumed is not None and query.aspect is PolicyAspect.QUANTITY:
        return replace(body, held=_counted(query.presumed, body))
    new = len(body.reasons) == 1 and body.reasons[0].nature is Nature.NEW_POLICY
    if query.aspect is not PolicyAspect.CHANGE or body.total_eur is None or not (query.direction or new):
        return body
    wrong_way = query.direction * body.total_eur < 0
    if query.presumed is None:
        return replace(body, held=not wrong_way) if query.direction else body
    figures = [Figure("", "driver", Credit.VAK, None, body.total_eur)]
    held = holds(query.presumed, figures)
    pieces = [reason for reason in body.reasons if reason.amount is not None]
    if held is False and any(_is_piece(query.presumed, reason) for reason in (*pieces, *_all_parts(body))):
        return body  # said of one of its amounts, and not of their sum
    return replace(body, held=held and not wrong_way, near=not wrong_way and nearly(query.presumed, figures))


def _all_parts(body: PolicyBody) -> list[Reason]:
    return [piece for _, pieces in body.parts for piece in pieces]


def _is_piece(presumed: Presumed, reason: Reason) -> bool:
    eur = reason.amount.eur if reason.amount is not None else 0
    return holds(presumed, [Figure(reason.line, "driver", Credit.VAK, None, eur)]) is True


def _counted(presumed: Presumed, body: PolicyBody) -> bool | None:
    """Whether a number is that of the one counted thing of its unit; None when there is no such thing, or several."""
    number = presumed.number
    unit = {"eur": "euro", "pct": "%"}.get(number.kind, "")
    every = [one for action in body.actions for one in action.quantities]
    found = [one for one in every if (one.unit.startswith(unit) if unit else one.unit[:4] not in {"euro", "%"})]
    if len(found) != 1 or number.kind == "pp":
        return None
    if "maximaal" in found[0].qualifier:
        return False if abs(number.value) > found[0].value else None  # below a maximum, anything may be so
    scale = 10_000 if number.kind == "pct" else 1
    figure = Figure("", "quantity", None, None, found[0].value * scale)
    said = replace(presumed, number=replace(number, kind="eur"))
    return holds(said, [figure])


def _told(query: PolicyQuery, explanation: Explanation) -> _Told:
    if len(query.policies) != 1 or query.reasons or query.actions:
        return _gathered(query, explanation)
    kept = _kept(explanation)
    key = query.policies[0], query.aspect
    found = kept.get(key)
    if found is None:
        found = kept[key] = _gathered(query, explanation)
    return found


@kept_by_identity
def _kept(explanation: Explanation) -> dict[tuple[str, PolicyAspect], _Told]:  # noqa: ARG001 -- starts empty
    """What is told of each whole policy asked so far."""
    return {}


def _gathered(query: PolicyQuery, explanation: Explanation) -> _Told:
    policies = tuple([explanation.policies[one] for one in query.policies])
    reasons = _reasons(query, explanation, policies)
    actions = _actions(query, explanation, policies)
    amounts = [reason.amount.eur for reason in reasons if reason.amount is not None]
    lines = _lines(explanation, policies, reasons, actions)
    body = PolicyBody(
        policies,
        query.aspect,
        reasons,
        with_parts(explanation, reasons),
        actions,
        sum(amounts) if amounts else None,
        lines,
        _sums(explanation, reasons),
        _namesakes(explanation).get(policies[0].id, ()) if len(policies) == 1 else (),
        tuple([explanation.lines[one] for one in dict.fromkeys([line.objective for line in lines]) if one is not None]),
    )
    return _Told(
        body,
        _kind(body, len(amounts)),
        _figures(explanation, body),
        tuple([line.id for line in body.lines]),
        sources(explanation, _slides(body)),
        *_principal(body, reasons, actions),
    )


def _share(body: PolicyBody) -> Fraction | None:
    """How much of the change of its one line a policy is, in percent; None with several lines."""
    return part_of_change(body.total_eur or 0, body.sums[0].delta_eur) if len(body.sums) == 1 else None


@kept_by_identity
def _namesakes(explanation: Explanation) -> Mapping[str, tuple[Policy, ...]]:
    """Policies that another one is easily taken for: one name begins with the other ("jobbonus", "jobbonus+")."""
    stems: dict[str, list[Policy]] = {}
    for one in explanation.policies.values():
        stems.setdefault(one.name.rstrip("+"), []).append(one)
    return {
        one.id: tuple([other for other in alike if other.name != one.name])
        for alike in stems.values()
        if len(alike) > 1
        for one in alike
    }


def _reasons(query: PolicyQuery, explanation: Explanation, policies: tuple[Policy, ...]) -> tuple[Reason, ...]:
    if query.reasons:
        picked = [explanation.reasons[one] for one in query.reasons]
        ids = set(query.reasons)
        # A part named beside its net amount is shown below it, never counted twice.
        return tuple([reason for reason in picked if reason.part_of not in ids])
    if query.actions:
        return ()
    return tuple([reason for policy in policies for reason in explanation.policy_reasons.get(policy.id, ())])


def _actions(query: PolicyQuery, explanation: Explanation, policies: tuple[Policy, ...]) -> tuple[Action, ...]:
    if query.actions:
        return tuple([explanation.actions[one] for one in query.actions])
    if query.reasons:
        return ()
    return tuple([action for policy in policies for action in explanation.policy_actions.get(policy.id, ())])


def _lines(
    explanation: Explanation, policies: tuple[Policy, ...], reasons: tuple[Reason, ...], actions: tuple[Action, ...]
) -> tuple[Line, ...]:
    ids = [reason.line for reason in reasons]
    if not ids:
        ids = [line for action in actions for line in action.lines]
    if not ids:
        ids = [line for policy in policies for line in policy.lines]
    return tuple([explanation.lines[line] for line in dict.fromkeys(ids)])


def _sums(explanation: Explanation, reasons: tuple[Reason, ...]) -> tuple[ReasonSum, ...]:
    found = [reason_sum(explanation, line) for line in dict.fromkeys([reason.line for reason in reasons])]
    return tuple([one for one in found if one is not None])


def _withheld(query: PolicyQuery, explanation: Explanation, body: PolicyBody) -> ReasonCode | None:
    """Why the asked aspect is not in the document; None when it is."""
    aspect = query.aspect
    if aspect in (PolicyAspect.WHERE, PolicyAspect.WHAT):
        return None
    at = settled_round(explanation.document, query.round)
    if isinstance(at, ReasonCode):
        return at
    # The base round is in the document, but nothing of a single policy in it.
    if at is not explanation.document.draft_round or aspect is PolicyAspect.TOTAL:
        return ReasonCode.NOT_IN_DOCUMENT
    if aspect is PolicyAspect.PERIOD:
        return None if any(action.period for action in body.actions) else ReasonCode.NO_FIGURE
    if aspect is PolicyAspect.QUANTITY:
        return None if any(action.quantities for action in body.actions) else ReasonCode.NO_FIGURE
    return _withheld_change(query, explanation, body)


def _withheld_change(query: PolicyQuery, explanation: Explanation, body: PolicyBody) -> ReasonCode | None:
    if body.reasons and query.credit is Credit.VEK:
        return ReasonCode.NO_REASON_GIVEN
    if query.aspect is PolicyAspect.REASON:
        known = any(has_cause(explanation, reason) for reason in body.reasons)
        return None if known else ReasonCode.NO_REASON_GIVEN
    return ReasonCode.NO_FIGURE if query.asked and not body.reasons else None


def _unquantified_line(body: PolicyBody) -> Line | None:
    """The line whose whole change is put down to these reasons without an amount; None when there is no such line."""
    if body.total_eur is None and len(body.sums) == 1 and body.sums[0].reasons == body.reasons:
        return body.sums[0].line
    return None


def _principal(
    body: PolicyBody, reasons: tuple[Reason, ...], actions: tuple[Action, ...]
) -> tuple[int | None, int | None]:
    """The principal euro amount, or else the one quantity all these actions share."""
    if body.aspect in (PolicyAspect.CHANGE, PolicyAspect.REASON) and reasons:
        if body.total_eur is not None:
            return body.total_eur, None
        line = _unquantified_line(body)
        return (line.amounts.vak_delta if line is not None else None), None
    if body.aspect in (PolicyAspect.WHERE, PolicyAspect.PERIOD):
        return None, None
    values = {quantity.value for action in actions for quantity in action.quantities}
    return None, values.pop() if len(values) == 1 else None


def _kind(body: PolicyBody, amounts: int) -> str:
    if body.aspect is not PolicyAspect.CHANGE:
        return _KINDS[body.aspect]
    if not body.reasons:
        return "measure"
    if not amounts:
        return "reason"
    return "driver" if amounts == 1 else "driver_sum"


def _figures(explanation: Explanation, body: PolicyBody) -> tuple[Figure, ...]:
    figures: list[Figure] = []
    stated = [reason for reason in body.reasons if reason.amount is not None]
    if len(stated) > 1 and body.total_eur is not None:
        figures.append(Figure(stated[0].line, "sum", Credit.VAK, None, body.total_eur))
    if body.aspect in (PolicyAspect.CHANGE, PolicyAspect.REASON):
        figures += driver_figures(explanation, stated)
        line = _unquantified_line(body)
        if line is not None:
            figures.append(Figure(line.id, "delta", Credit.VAK, None, line.amounts.vak_delta))
    if body.aspect is not PolicyAspect.WHERE:
        figures += [
            Figure(action.lines[0], "quantity", None, None, None, None, quantity.value)
            for action in body.actions
            for quantity in action.quantities
        ]
    return tuple(figures)


def _slides(body: PolicyBody) -> list[int]:
    slides = [reason.slide for reason in body.reasons]
    slides += [action.slide for action in body.actions]
    if not slides or _unquantified_line(body) is not None:
        slides += [line.slide for line in body.lines]
    return slides
