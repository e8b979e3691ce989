"""Judges a figure that is said of a line of the tables: level, change or percentage."""

from __future__ import annotations

from fractions import Fraction

from budget.answers import Figure
from budget.claims.bind.both import of_both
from budget.claims.bind.context import amount_of
from budget.claims.bind.credits import credit_of, names_both
from budget.claims.bind.rounds import round_of, stands_for_base
from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.rule import Judged, judge, signed
from budget.claims.judge.truth import elsewhere_on_line, true_figure, twins, value_of
from budget.claims.model import Claimed, Ground, Kind, Verdict, Why
from budget.claims.read.segments import Spot
from budget.figures import other
from budget.model import Credit, Line, Round
from budget.queries import ReadNumber, ReasonCode
from budget.resolve.lines import Candidates

__all__ = ["claimed_of", "held_against", "line_amount", "no_check"]

_TO = frozenset({"naar", "→", "➔", "➡", "⇒"})
_MILLION = 1_000_000
_THOUSAND = 1_000
_AS_PRINTED = 10_000  # a bare number from here on is in thousands, as the tables print


def claimed_of(spot: Spot) -> Claimed:
    """A figure as it was said; a bare number is read in million euro, or in thousands as the tables print."""
    number = _in_euro(spot.span.number)
    return Claimed(number, spot.span.hedge, _in_euro(spot.high.number) if spot.high is not None else None)


def _in_euro(number: ReadNumber) -> ReadNumber:
    if number.kind != "qty":
        return number
    scale: int = 10**number.scale
    unit = _THOUSAND if abs(number.value) >= _AS_PRINTED * scale and not number.scale else _MILLION
    if unit % scale:
        return number
    value, step = number.value * unit // scale, max(1, number.step * unit // scale)
    return ReadNumber("eur", value, step, number.signed, number.text)


def no_check(code: ReasonCode, subjects: tuple[str, ...], claimed: Claimed | None, heard: str = "") -> Draft:
    """A claim that cannot be checked, with the reason why."""
    return Draft(
        Verdict.UNCHECKABLE, Kind.OTHER, Ground(Why.NOTHING, heard=heard), subjects, claimed=claimed, code=code
    )


def line_amount(scene: Scene, index: int, spot: Spot, candidates: Candidates, *, is_part: bool = False) -> Draft:
    """Judge one figure of one line; several candidates are twins, of which the first is meant (the plain name).

    With `is_part` it is what a part is taken of, and may be a level or a change whatever is said.
    """
    amount = amount_of(scene, index, spot)
    credit, foreign = credit_of(scene, index, spot)
    claimed = claimed_of(spot)
    if foreign:
        return no_check(ReasonCode.OTHER_CREDIT, candidates, claimed)
    at = round_of(scene, index, amount.kind, spot)
    if isinstance(at, ReasonCode):
        return no_check(at, candidates, claimed)
    instead = stands_for_base(scene, spot)
    if amount.kind is Kind.LEVEL and (amount.is_base or instead or _goes_from(scene, index, spot)):
        at = scene.explanation.document.base_round
    if names_both(scene, index):
        if "samen" in scene.read.every:
            return no_check(ReasonCode.OTHER_CREDIT, candidates, claimed)  # VAK and VEK of one budget are no sum
        each = [(amount.kind, amount.direction, one, at) for one in Credit]
        return of_both(tuple(held_against(scene, candidates, one, claimed) for one in each))
    draft = held_against(scene, candidates, (amount.kind, amount.direction, credit, at), claimed)
    if is_part and draft.verdict is not Verdict.TRUE and not amount.direction:
        change = held_against(scene, candidates, (Kind.DELTA, 0, credit, at), claimed)
        return change if change.verdict is Verdict.TRUE else draft
    if instead.startswith("i") and draft.verdict is Verdict.FALSE:
        return no_check(ReasonCode.NOT_UNDERSTOOD, candidates, claimed)  # "in plaats van" what was asked, perhaps
    return draft


def _goes_from(scene: Scene, index: int, spot: Spot) -> bool:
    """Whether a level is where a change starts although the next figure stands in another segment."""
    next_number = next((one.start for one in scene.read.numbers if one.start >= spot.end), spot.end)
    if scene.read.low[spot.end : next_number].strip() in _TO:
        return True  # "38,5 → 42,8 miljoen"
    before = scene.read.low[: spot.start].rstrip()
    ahead = scene.segments[index + 1] if index + 1 < len(scene.segments) else None
    if not before.endswith((" van", "van")) or ahead is None or not ahead.spots:
        return False
    return scene.read.low[ahead.start : ahead.spots[0].start].split()[:1] in (["naar"], ["tot"])


Meant = tuple[Kind, int, Credit | None, Round]
"""What is claimed of a line: kind, direction (0: not said), the credit when one was named, the round."""


def held_against(scene: Scene, candidates: Candidates, meant: Meant, claimed: Claimed) -> Draft:
    """Hold a number against a line in the order of the rules: true, half, nearly, false."""
    kind, direction, credit, at = meant
    explanation = scene.explanation
    line = explanation.lines[candidates[0]]
    own = credit or Credit.VAK
    truth = true_figure(explanation, line, kind, own, at)
    verdict, why = _judged(truth, claimed, direction)
    beside: tuple[Figure, ...] = ()
    if claimed.number.kind == "pp":
        verdict, why = Verdict.FALSE, Why.PERCENT_POINT
    elif verdict is not Verdict.TRUE:
        half = _half(scene, line, meant, claimed)
        if half is not None:
            verdict, why, beside = half
    if verdict in {Verdict.FALSE, Verdict.APPROX} and not beside:
        beside = elsewhere_on_line(explanation, line, claimed, truth)
    return Draft(
        verdict,
        kind,
        Ground(why, truth, beside=beside),
        (line.id,),
        own,
        at if kind is Kind.LEVEL else None,
        _as_meant(claimed, direction),
        slides=_slides(scene, (truth, *beside)),
        credit_named=credit is not None,
    )


def _half(scene: Scene, line: Line, meant: Meant, claimed: Claimed) -> tuple[Verdict, Why, tuple[Figure, ...]] | None:
    """Half right: true for the credit nobody named, or for a twin of the line."""
    kind, direction, credit, at = meant
    explanation = scene.explanation
    if credit is None:
        figure = true_figure(explanation, line, kind, other(Credit.VAK), at)
        if _judged(figure, claimed, direction)[0] is Verdict.TRUE:
            return Verdict.HALF, Why.OTHER_CREDIT, (figure,)
    for twin in twins(explanation, line):
        figure = true_figure(explanation, twin, kind, credit or Credit.VAK, at)
        if _judged(figure, claimed, direction)[0] is Verdict.TRUE and _is_near(figure, claimed):
            return Verdict.HALF, Why.TWIN, (figure,)
    return None


def _is_near(figure: Figure, claimed: Claimed) -> bool:
    """Whether "meer dan" and the like speak of this figure at all."""
    value = value_of(figure)
    said = abs(claimed.number.value)
    return value is not None and abs(abs(Fraction(value)) - said) * 20 <= said


def _judged(figure: Figure, claimed: Claimed, direction: int) -> Judged:
    value = value_of(figure)
    if value is None:
        return Verdict.FALSE, Why.DIFFERS
    said = signed(claimed, direction)
    if not direction and not claimed.number.signed:
        said = abs(said) if value >= 0 else -abs(said)  # no direction was said
    return judge(value, said, claimed)


def _as_meant(claimed: Claimed, direction: int) -> Claimed:
    """The claim with the sign its sentence gives it."""
    number = claimed.number
    value = signed(claimed, direction)
    if value == number.value:
        return claimed
    return Claimed(
        ReadNumber(number.kind, value, number.step, number.signed, number.text, number.scale),
        claimed.hedge,
        claimed.high,
    )


def _slides(scene: Scene, figures: tuple[Figure, ...]) -> tuple[int, ...]:
    return tuple(scene.explanation.lines[one.subject].slide for one in figures)
