"""Judges amounts that are said of a policy, a single reason or the nature of reasons; a policy has no total."""

from __future__ import annotations

from msgspec.structs import replace

from budget.answers import Figure
from budget.causes import as_counted, sums_below
from budget.claims.bind.caused import cause_in
from budget.claims.bind.context import amount_of
from budget.claims.bind.credits import credit_of
from budget.claims.bind.rounds import round_of
from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.amounts import claimed_of, no_check
from budget.claims.judge.rule import judge, signed
from budget.claims.model import Claimed, Ground, Kind, Verdict, Why
from budget.claims.read.segments import Segment, Spot
from budget.claims.read.subjects import About, about
from budget.figures import driver_figures
from budget.model import Credit, Explanation, Line, Nature, Reason
from budget.queries import ReasonCode
from budget.tree import inside

__all__ = ["LABELS", "bearing", "nature_amount", "owed", "policy_amount", "stated"]

LABELS = frozenset({"is", "zijn", "was", "valt", "vallen", "heet", "telt"})
_WHOLE = frozenset({"totaal", "totale", "alles", "heen", "samen", "domein", "beleidsdomein", "document", "alle"})


def owed(scene: Scene, spot: Spot) -> About | None:
    """What a figure in "is voor 15 miljoen te danken aan ..." is the amount of: the cause, within its line."""
    before = scene.read.before(spot.start, 1)
    cause = cause_in(scene)
    if before != ["voor"] or cause is None or scene.read.words[cause.at].start < spot.end:
        return None
    named = about(scene.read, Segment(0, 0, cause.first, cause.end, ()), scene.explanation)
    known = bool(named.policies or named.reasons or named.natures)
    return replace(named, groups=tuple(one for one in scene.groups if one.first < cause.at)) if known else None


def bearing(explanation: Explanation, line: Line, nature: Nature) -> tuple[Reason, ...]:
    """The reasons of a nature below a line, a net amount of another nature giving way to its parts."""
    sums, _ = sums_below(explanation, line)
    reasons = as_counted(explanation, [reason for one in sums for reason in one.reasons], nature)
    return tuple([reason for reason in reasons if reason.nature is nature])


def stated(explanation: Explanation, about: About) -> tuple[Reason, ...]:
    """The reasons a segment names by policy, by single reason, or by policy and nature."""
    found = [explanation.reasons[one] for one in about.reasons]
    owned = {reason.policy for reason in found}
    for policy in about.policies:
        if policy in owned:
            continue
        reasons = explanation.policy_reasons.get(policy, ())
        for name in about.natures:
            nature = Nature(name)
            counted = as_counted(explanation, reasons, nature)
            narrowed = tuple([one for one in counted if one.nature is nature])
            reasons = narrowed or reasons
        found += reasons
    return tuple(dict.fromkeys(found))


def _is_new(reasons: tuple[Reason, ...]) -> bool:
    """Whether a policy starts with this document, so that its change is all it costs."""
    return len(reasons) == 1 and reasons[0].nature is Nature.NEW_POLICY


def policy_amount(scene: Scene, index: int, spot: Spot, about: About) -> Draft:
    """Judge an amount of policies or reasons: their stated change; what they cost altogether stands nowhere."""
    explanation = scene.explanation
    claimed = claimed_of(spot)
    policies = [explanation.policies[one] for one in about.policies]
    lines = tuple(dict.fromkeys([line for policy in policies for line in policy.lines]))
    reasons = stated(explanation, about)
    if reasons:
        lines = tuple(dict.fromkeys([reason.line for reason in reasons]))
    figures = driver_figures(explanation, reasons)
    code = _refused(scene, index, about, reasons)
    if claimed.number.kind != "eur" or not figures:
        code = code or ReasonCode.NOT_IN_DOCUMENT
    amount = amount_of(scene, index, spot)
    single = bool(about.reasons or about.natures) and not _counts_all(scene, index)
    if code is None and amount.kind is Kind.LEVEL and not single and not _is_new(reasons):
        code = ReasonCode.NOT_IN_DOCUMENT
    if code is not None:
        draft = no_check(code, lines, claimed)
        ground = Ground(Why.NOTHING, parts=tuple(figures), reasons=reasons)
        return Draft(draft.verdict, Kind.DRIVER, ground, lines, claimed=claimed, code=code, slides=_slides(reasons))
    draft = _held(explanation, reasons, claimed, amount.direction, lines)
    segment = scene.segments[index]
    words = scene.read.keys(segment.first, segment.last)
    # A cause, and a label behind "is", have a verdict of their own.
    is_own = cause_in(scene) is not None or not LABELS.isdisjoint(words)
    return draft if is_own else _as_told(draft, about, reasons)


def _as_told(draft: Draft, about: About, reasons: tuple[Reason, ...]) -> Draft:
    """A right amount that is said to be of a nature the source does not give it: "krijgt 2 miljoen nieuw beleid"."""
    natures = {one.nature for one in reasons}
    if not about.natures or draft.verdict is not Verdict.TRUE or natures & {Nature(one) for one in about.natures}:
        return draft
    if Nature.UNSTATED in natures:
        ground = Ground(Why.NOTHING, parts=draft.ground.parts, reasons=reasons)
        return replace(draft, verdict=Verdict.UNCHECKABLE, ground=ground, code=ReasonCode.NO_REASON_GIVEN)
    figures = tuple(one for one in (draft.ground.figure, *draft.ground.parts) if one is not None)
    ground = Ground(Why.DIFFERS, parts=figures, reasons=reasons)
    return replace(draft, verdict=Verdict.FALSE, ground=ground)


def _counts_all(scene: Scene, index: int) -> bool:
    segment = scene.segments[index]
    words = scene.read.keys(segment.first, segment.last)
    return "in totaal" in " ".join(words) and amountless(scene, index)


def amountless(scene: Scene, index: int) -> bool:
    """Whether a segment names no nature: "in totaal" then asks for what the document has not."""
    return not scene.abouts[index].natures


def _refused(scene: Scene, index: int, about: About, reasons: tuple[Reason, ...]) -> ReasonCode | None:
    """Why an amount of a policy cannot be checked: VEK, another year, or a line it does not stand under."""
    credit, foreign = credit_of(scene, index)
    if foreign:
        return ReasonCode.OTHER_CREDIT
    if credit is Credit.VEK:
        return ReasonCode.NO_REASON_GIVEN
    at = round_of(scene, index, Kind.LEVEL)
    if isinstance(at, ReasonCode):
        return at
    if at != scene.explanation.document.draft_round and amount_is_level(scene, index):
        return ReasonCode.NOT_IN_DOCUMENT
    lines = scene.explanation.lines
    for candidates in [group.lines for group in about.groups]:
        wholes = [lines[one] for one in candidates]
        if not any(inside(scene.explanation, lines[reason.line], whole) for reason in reasons for whole in wholes):
            parts = [reason.part_line for reason in reasons if reason.part_line is not None]
            if not any(inside(scene.explanation, lines[part], whole) for part in parts for whole in wholes):
                return ReasonCode.OTHER_SCOPE
    return None


def amount_is_level(scene: Scene, index: int) -> bool:
    """Whether every figure of a segment is meant as a level."""
    return all(amount_of(scene, index, spot).kind is Kind.LEVEL for spot in scene.segments[index].spots)


def _held(
    explanation: Explanation, reasons: tuple[Reason, ...], claimed: Claimed, direction: int, lines: tuple[str, ...]
) -> Draft:
    figures = tuple(driver_figures(explanation, reasons))
    total = sum(figure.value_eur or 0 for figure in figures)
    truth = figures[0] if len(figures) == 1 else Figure(lines[0], "sum", Credit.VAK, None, total)
    verdict, why = judge(total, signed(claimed, direction), claimed)
    beside: tuple[Figure, ...] = ()
    if verdict is not Verdict.TRUE:
        pool = [*figures, *_part_figures(explanation, reasons)]
        fits = [
            one
            for one in pool
            if one != truth and judge(one.value_eur or 0, signed(claimed, direction), claimed)[0] is Verdict.TRUE
        ]
        if fits and why is not Why.SIGN:
            verdict, why, beside = Verdict.HALF, Why.PART, tuple(fits)
    return Draft(
        verdict,
        Kind.DRIVER,
        Ground(why, truth, figures if len(figures) > 1 else (), beside, reasons=reasons),
        lines,
        Credit.VAK,
        None,
        claimed,
        slides=_slides(reasons),
    )


def _part_figures(explanation: Explanation, reasons: tuple[Reason, ...]) -> list[Figure]:
    return [
        figure
        for reason in reasons
        for figure in driver_figures(explanation, explanation.reason_parts.get(reason.id, ()))
    ]


def nature_amount(scene: Scene, index: int, spot: Spot, about: About) -> Draft | None:
    """Judge the sum of all amounts of a nature over a line, or over the whole document when no line is named."""
    explanation = scene.explanation
    segment = scene.segments[index]
    if not about.natures:
        return None
    nature = Nature(about.natures[0])
    own = scene.abouts[index]
    everything = not _WHOLE.isdisjoint(scene.read.keys(segment.first, segment.last)) and not own.groups
    line = explanation.lines[about.line[0]] if about.line and not everything else explanation.total
    claimed = claimed_of(spot)
    reasons = bearing(explanation, line, nature)
    counted = [reason for reason in reasons if reason.amount is not None]
    code = _refused(scene, index, About(), ())
    if not counted or code is not None or claimed.number.kind != "eur":
        return no_check(code or ReasonCode.NO_REASON_GIVEN, (line.id,), claimed)
    draft = _held(explanation, tuple(counted), claimed, amount_of(scene, index, spot).direction, (line.id,))
    if draft.verdict is not Verdict.TRUE and draft.ground.why is not Why.SIGN and line is not explanation.total:
        return draft
    return draft


def _slides(reasons: tuple[Reason, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys([reason.slide for reason in reasons]))
