"""Stated reasons held against the change of VAK they explain; what is not stated is never filled in."""

from __future__ import annotations

from collections.abc import Sequence

from budget.answers import ReasonSum
from budget.evidence import Rest
from budget.kept import kept_by_identity
from budget.model import Explanation, KnownGap, Line, Nature, Reason
from budget.tree import leaves_below

__all__ = [
    "as_counted",
    "gaps_of",
    "has_cause",
    "policy_reasons",
    "reason_sum",
    "sum_below",
    "sums_below",
    "with_parts",
]

Below = tuple[tuple[ReasonSum, ...], tuple[Line, ...]]


@kept_by_identity
def _sums(explanation: Explanation) -> dict[str, ReasonSum]:
    """The reason sum of every line that has reasons."""
    return {
        line_id: _held_against(explanation, explanation.lines[line_id], reasons)
        for line_id, reasons in explanation.line_reasons.items()
        if reasons
    }


@kept_by_identity
def _gaps(explanation: Explanation) -> dict[str, tuple[KnownGap, ...]]:
    """Known gaps per line; a check id names its line between colons, such as "reasons:jd-loopbanen"."""
    found: dict[str, list[KnownGap]] = {}
    for gap in explanation.gaps.values():
        for word in gap.check.split(":"):
            if word in explanation.lines:
                found.setdefault(word, []).append(gap)
    return {line_id: tuple(gaps) for line_id, gaps in found.items()}


@kept_by_identity
def _of_policies(explanation: Explanation) -> dict[str, tuple[Reason, ...]]:
    """Every reason of each policy, the parts of net amounts among them, in the order of the source."""
    found: dict[str, list[Reason]] = {}
    for reason in explanation.reasons.values():
        found.setdefault(reason.policy, []).append(reason)
    return {policy: tuple(reasons) for policy, reasons in found.items()}


def policy_reasons(explanation: Explanation, policies: Sequence[str]) -> list[Reason]:
    """Every reason of some policies, policy by policy in the order of the source, parts of net amounts included."""
    known = _of_policies(explanation)
    return [reason for policy in policies for reason in known.get(policy, ())]


def gaps_of(explanation: Explanation, line_id: str) -> tuple[KnownGap, ...]:
    """The known oddities of the source around one line."""
    return _gaps(explanation).get(line_id, ())


def with_parts(explanation: Explanation, reasons: Sequence[Reason]) -> tuple[tuple[Reason, tuple[Reason, ...]], ...]:
    """The net reasons among these with what they are made of."""
    parts = explanation.reason_parts
    return tuple([(reason, parts[reason.id]) for reason in reasons if parts.get(reason.id)])


def _rounding_room(explanation: Explanation, line: Line, reasons: Sequence[Reason]) -> int:
    """Half a printed step for each amount and for the printed change itself, whole euro."""
    room = sum(reason.amount.step for reason in reasons if reason.amount is not None)
    statement = explanation.statements.get(line.id)
    return (room + (statement.change.step if statement is not None else 0)) // 2


def _held_against(explanation: Explanation, line: Line, reasons: tuple[Reason, ...]) -> ReasonSum:
    delta = line.amounts.vak_delta
    complete = all(reason.amount is not None for reason in reasons)
    stated = sum(reason.amount.eur for reason in reasons if reason.amount is not None) if complete else None
    rest = delta - stated if stated is not None else None
    gap = next((gap for gap in gaps_of(explanation, line.id) if gap.check.startswith("reasons:")), None)
    if gap is not None:
        rounding = gap.kind == "rounding"
    else:
        rounding = rest is not None and abs(rest) <= _rounding_room(explanation, line, reasons)
    return ReasonSum(line, reasons, with_parts(explanation, reasons), stated, delta, rest, rounding, gap)


def reason_sum(explanation: Explanation, line_id: str) -> ReasonSum | None:
    """The reasons of one ISE or part line against its change; None when the source gives none."""
    return _sums(explanation).get(line_id)


def sums_below(explanation: Explanation, line: Line) -> Below:
    """The reason sums of the lines below an aggregate (or of a leaf itself), and the lines without any reason."""
    known = _below(explanation)
    below = known.get(line.id)
    if below is None:
        below = known[line.id] = _gathered(explanation, line)
    return below


@kept_by_identity
def _below(explanation: Explanation) -> dict[str, Below]:  # noqa: ARG001 -- starts empty
    """What stands below the lines asked so far: a head may hold thousands of lines."""
    return {}


def _gathered(explanation: Explanation, line: Line) -> Below:
    found: list[ReasonSum] = []
    without: list[Line] = []
    for leaf in leaves_below(explanation, line):
        one = reason_sum(explanation, leaf.id)
        if one is None:
            without.append(leaf)
        else:
            found.append(one)
    return tuple(found), tuple(without)


def sum_below(explanation: Explanation, line: Line) -> ReasonSum | None:
    """All stated amounts below a line against the line's own change; None when no reason is stated at all.

    A leaf is its own sum. For an aggregate the stated amounts add up even where some reasons below have none.
    """
    if not line.parts:
        return reason_sum(explanation, line.id)
    known = _below_added(explanation)
    if line.id not in known:
        known[line.id] = _added(explanation, line)
    return known[line.id]


@kept_by_identity
def _below_added(explanation: Explanation) -> dict[str, ReasonSum | None]:  # noqa: ARG001 -- starts empty
    """The sums below the aggregates asked so far."""
    return {}


def _added(explanation: Explanation, line: Line) -> ReasonSum | None:
    sums, without = sums_below(explanation, line)
    if len(sums) == 1 and sums[0].delta_eur == line.amounts.vak_delta:
        one = sums[0]
        return ReasonSum(
            line, one.reasons, one.parts, one.stated_eur, one.delta_eur, one.rest_eur, one.rest_is_rounding, one.gap
        )
    if not sums:
        return None
    reasons = tuple([reason for one in sums for reason in one.reasons])
    amounts = [reason.amount.eur for reason in reasons if reason.amount is not None]
    stated = sum(amounts) if amounts else None
    delta = line.amounts.vak_delta
    rest = delta - stated if stated is not None else None
    parts = with_parts(explanation, reasons)
    rests = _rests(sums, without) if rest else ()
    told = sum(one.eur for one in rests)
    if rest is not None and told != rest:
        rests = (*rests, Rest("unexplained", rest - told, ()))
    rounding = bool(rests) and all(one.kind == "rounding" for one in rests)
    return ReasonSum(line, reasons, parts, stated, delta, rest, rounding, None, rests)


def _rests(sums: tuple[ReasonSum, ...], without: tuple[Line, ...]) -> tuple[Rest, ...]:
    """What the lines below an aggregate leave open, by kind: a sum of them would hide one behind another."""
    open_: dict[str, list[tuple[int, Line]]] = {
        "no_reason": [(line.amounts.vak_delta, line) for line in without],
        "no_amount": [],
        "unexplained": [],
        "rounding": [],
    }
    for one in sums:
        if one.rest_eur is None:
            stated = sum(reason.amount.eur for reason in one.reasons if reason.amount is not None)
            open_["no_amount"].append((one.delta_eur - stated, one.line))
        else:
            open_["rounding" if one.rest_is_rounding else "unexplained"].append((one.rest_eur, one.line))
    return tuple(
        [
            Rest(kind, sum(eur for eur, _ in found), tuple([line for eur, line in found if eur]))
            for kind, found in open_.items()
            if any(eur for eur, _ in found)
        ]
    )


def as_counted(explanation: Explanation, reasons: Sequence[Reason], nature: Nature) -> tuple[Reason, ...]:
    """Reasons as they count for a nature: a net amount of another nature gives way to its parts."""
    found: list[Reason] = []
    for reason in reasons:
        parts = explanation.reason_parts.get(reason.id, ())
        # A net amount without a nature of its own is never counted beside (or instead of) its parts.
        if parts and (reason.nature is not nature or reason.nature is Nature.UNSTATED):
            found += parts
        else:
            found.append(reason)
    return tuple(found)


def has_cause(explanation: Explanation, reason: Reason) -> bool:
    """Whether the source says why: a cause, a label, or a cause of one of its parts."""
    if reason.cause or reason.nature is not Nature.UNSTATED:
        return True
    return any(has_cause(explanation, part) for part in explanation.reason_parts.get(reason.id, ()))
