"""Judges shares: a part of a line or of its change, in percent, in fractions, or "een op de drie"."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from budget.answers import Figure
from budget.claims.bind.credits import credit_of
from budget.claims.bind.rounds import round_of
from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.amounts import no_check
from budget.claims.judge.drivers import bearing, stated
from budget.claims.judge.rule import judge
from budget.claims.judge.truth import PCT, true_figure
from budget.claims.model import Claimed, Ground, Kind, Verdict, Why
from budget.claims.read.segments import Segment, Spot
from budget.claims.read.strange import strange
from budget.claims.read.subjects import About, Group
from budget.figures import other
from budget.model import Credit, Explanation, Level, Line, Nature, Reason, Round
from budget.queries import ReadNumber, ReasonCode
from budget.resolve.lines import part_of
from budget.tree import inside

__all__ = ["share", "share_of"]

_OF_CHANGE = frozenset(
    "stijging toename groei verhoging daling afname vermindering extra meeruitgaven aangroei".split()
)
_OF_ALL = frozenset(
    "budget begroting totaal totale beleidsdomein domein geheel geld middelen kredieten euro wsebudget".split()
)
# Words between a change and a name that make the name its part: "de stijging gaat naar loopbanen".
_LEADS = frozenset({"naar", "gaat", "gaan", "ging", "komt", "komen", "kwam", "door", "is", "zit", "voor"})
_LOSES = frozenset({"verliest", "verloor", "verloren", "levert", "leverde", "boet", "boette"})
# Words around a share that is said once more.
_AGAIN = frozenset("of toch om precies te zijn exact oftewel ofwel zijnde dus juister preciezer beter gezegd".split())
_SHARING = (
    "goed voor",
    "aandeel",
    "maakt",
    "vertegenwoordigt",
    "gaat naar",
    "naar",
    "besteed",
    "neemt",
    "slorpt",
    "uit",
)


def share(scene: Scene, index: int, spot: Spot) -> Draft | None:
    """Judge a percentage as a share; None when it is not said of what it is a share, or both sides are one line."""
    number = spot.span.number
    if number.kind not in {"pct", "pp"} or number.signed:
        return None
    behind = _behind(scene, spot)
    if _of_its_own(scene, index, behind):
        return None
    of_change = _of_change(scene, spot, behind)
    whole = _whole(scene, index, spot, behind)
    if whole is None and _of_each_euro(scene, spot):
        subjects = tuple(group.lines[0] for group in scene.groups)
        return no_check(ReasonCode.NOT_UNDERSTOOD, subjects, Claimed(number, spot.span.hedge))
    if whole is None:
        return _again(scene, index, spot)
    line, group = whole
    claimed = Claimed(number, spot.span.hedge)
    odd = next((word for word in (strange(scene.read, one) for one in _segments(scene, index)) if word), "")
    if odd:
        return no_check(ReasonCode.OTHER_SUBJECT, (line.id,), claimed, odd)
    part = _part(scene, line, group)
    if part is not None:
        return share_of(scene, index, (part, line, of_change), claimed)
    if of_change:
        return _of_reasons(scene, index, line, claimed)
    return None


def _of_its_own(scene: Scene, index: int, behind: list[str]) -> bool:
    """Whether a line is said to lose or win a part of itself: "verliest 53 procent van zijn budget"."""
    if behind[:1] in (["zijn"], ["haar"], ["hun"], ["eigen"]):
        return True
    segment = scene.segments[index]
    words = set(scene.read.keys(segment.first, segment.last))
    return behind[:1] in (["het"], ["de"]) and bool(_LOSES & words) and not scene.abouts[index].policies


def _segments(scene: Scene, index: int) -> list[Segment]:
    return [one for place, one in enumerate(scene.segments) if place == index or scene.abouts[place].groups]


def _behind(scene: Scene, spot: Spot) -> list[str]:
    """The words right behind a percentage, from its "van" on; empty without one."""
    words = scene.read.behind(spot.end, 9)
    if words[:1] == ["van"]:
        return words[1:8]
    return words[2:9] if words[1:2] == ["van"] else []


def _again(scene: Scene, index: int, spot: Spot) -> Draft | None:
    """Judge a percentage that says a share once more: "een op de vijf euro, 19 procent om precies te zijn"."""
    segment = scene.segments[index]
    before = scene.segments[index - 1].spots if index else ()
    if not before or scene.abouts[index].groups or not _AGAIN.issuperset(scene.read.keys(segment.first, segment.last)):
        return None
    span = replace(before[-1].span, number=spot.span.number, hedge=spot.span.hedge)
    return share(scene, index - 1, replace(before[-1], span=span)) if before[-1].span.number.kind == "pct" else None


def _of_each_euro(scene: Scene, spot: Spot) -> bool:
    """Whether a share is told of every so many euro, which is of the whole: "een op de zeven euro"."""
    return " op " in scene.read.low[spot.span.start : spot.span.end]


def _of_change(scene: Scene, spot: Spot, behind: list[str]) -> bool:
    if _of_each_euro(scene, spot) and "extra" in scene.read.low[spot.span.start : spot.end + len(" extra")]:
        return True
    if behind:
        return not _OF_CHANGE.isdisjoint(behind[:4])
    before = [word.key for word in scene.read.words if word.end <= spot.start]
    return "aandeel" in before and not _OF_CHANGE.isdisjoint(before)


def _whole(scene: Scene, index: int, spot: Spot, behind: list[str]) -> tuple[Line, Group | None] | None:
    """The line a share is of: named behind "van", the whole domain, or the line the named one stands in."""
    groups = scene.groups
    explanation = scene.explanation
    at = scene.read.place(spot.end)
    if behind:
        for group in groups:
            if group.first >= at and group.first - at <= 9:  # noqa: PLR2004 - "procent van de totale stijging van het"
                line = explanation.lines[group.lines[0]]
                between = set(scene.read.keys(at, group.first))
                if _is_bare(scene, at, group) or (_OF_CHANGE & between and not between & _LEADS):
                    return line, group
                break
        if not _OF_CHANGE.isdisjoint(behind[:4]) or not _OF_ALL.isdisjoint(behind[:4]):
            return explanation.total, None
        return None
    text = " ".join(scene.read.keys(scene.segments[index].first, scene.segments[index].last))
    heads = [group for group in groups if explanation.lines[group.lines[0]].level is Level.TOTAL]
    if "aandeel" in scene.read.every and groups:
        return (
            (explanation.lines[heads[-1].lines[0]], heads[-1])
            if len(groups) > 1 and heads
            else (explanation.total, None)
        )
    if len(groups) > 1 and heads and any(word in text for word in _SHARING):
        return explanation.lines[heads[-1].lines[0]], heads[-1]
    whole_said = not _OF_ALL.isdisjoint(scene.read.keys(0, at))
    if len(groups) == 1 and _of_each_euro(scene, spot):
        first, last = scene.read.words[groups[0].first], scene.read.words[groups[0].end - 1]
        return None if first.start < spot.start < last.start else (explanation.total, None)
    if groups and whole_said and any(word in text for word in ("goed voor", "gaat naar", "gaan naar", "aandeel")):
        return explanation.total, None
    return None


def _is_bare(scene: Scene, at: int, group: Group) -> bool:
    """Whether nothing but small words stands between "van" and the name."""
    return all(
        word in {"van", "de", "het", "budget", "middelen", "totale", "ise", "programma", "hele", "voor", "begroting"}
        for word in scene.read.keys(at, group.first)
    )


def _part(scene: Scene, whole: Line, group: Group | None) -> Line | None:
    """The line that is the part: another one that is named, or the part of a table head that is named."""
    explanation = scene.explanation
    named = scene.groups
    if not any(one is not group for one in named) and scene.last is not None:
        named = [*named, *scene.last.about.groups]
    for one in named:
        if one is group:
            continue
        line = explanation.lines[one.lines[0]]
        if line.id == whole.id:
            continue
        if inside(explanation, line, whole):
            return line
        if line.level is Level.TOTAL:
            parts = part_of((whole.id,), line.id, explanation)
            if parts:
                return explanation.lines[parts[0]]
    return None


def share_of(scene: Scene, index: int, said: tuple[Line, Line, bool], claimed: Claimed) -> Draft:
    """Judge a claimed share of a part in a whole, of its level or of its change."""
    part, whole, of_change = said
    kind = Kind.DELTA if of_change else Kind.LEVEL
    credit, foreign = credit_of(scene, index)
    at = round_of(scene, index, kind)
    if foreign or isinstance(at, ReasonCode):
        return no_check(at if isinstance(at, ReasonCode) else ReasonCode.OTHER_CREDIT, (part.id, whole.id), claimed)
    own = credit or Credit.VAK
    figures = _pair(scene.explanation, (part, whole), kind, (own, at))
    truth = _quotient(figures, own, at if kind is Kind.LEVEL else None)
    verdict, why = _judged(truth, claimed)
    beside: tuple[Figure, ...] = ()
    if verdict is not Verdict.TRUE and credit is None:
        pair = _pair(scene.explanation, (part, whole), kind, (other(own), at))
        second = _quotient(pair, other(own), truth.round)
        if _judged(second, claimed)[0] is Verdict.TRUE:
            verdict, why, beside = Verdict.HALF, Why.OTHER_CREDIT, (second,)
    return Draft(
        verdict,
        Kind.SHARE,
        Ground(why, truth, figures, beside),
        (part.id, whole.id),
        own,
        truth.round,
        claimed,
        slides=(part.slide, whole.slide),
        credit_named=credit is not None,
    )


def _pair(
    explanation: Explanation, lines: tuple[Line, Line], kind: Kind, at: tuple[Credit, Round]
) -> tuple[Figure, Figure]:
    first, second = (true_figure(explanation, line, kind, at[0], at[1]) for line in lines)
    return first, second


def _quotient(figures: tuple[Figure, Figure], credit: Credit, at: Round | None) -> Figure:
    part, whole = (figure.value_eur or 0 for figure in figures)
    return Figure(figures[0].subject, "share", credit, at, None, Fraction(part * 100, whole) if whole else None)


def _judged(truth: Figure, claimed: Claimed) -> tuple[Verdict, Why]:
    if claimed.number.kind == "pp" or truth.value_pct is None:
        return Verdict.FALSE, Why.PERCENT_POINT if claimed.number.kind == "pp" else Why.DIFFERS
    number = claimed.number
    if number.text.isalpha() or " " in number.text.strip("0123456789,% "):
        number = ReadNumber(number.kind, number.value, max(number.step, PCT), number.signed, number.text)
    found = judge(truth.value_pct * PCT, number.value, Claimed(number, claimed.hedge))
    if found[0] is Verdict.FALSE and " op " in number.text and claimed.hedge is None:
        # "Een op de vijf" is the nearest small fraction: what is about it is not false.
        about = judge(truth.value_pct * PCT, number.value, Claimed(number, "ongeveer"))
        return (Verdict.APPROX, Why.CLOSE) if about[0] is Verdict.TRUE else found
    return found


def _of_reasons(scene: Scene, index: int, whole: Line, claimed: Claimed) -> Draft | None:
    """Reasons as a share of the change they explain: "de index is 65 procent van de stijging bij loopbanen"."""
    about = next((one for one in scene.abouts if one.natures or one.policies or one.reasons), About())
    reasons: tuple[Reason, ...] = stated(scene.explanation, about)
    if about.natures and not reasons:
        reasons = bearing(scene.explanation, whole, Nature(about.natures[0]))
    known = [reason for reason in reasons if reason.amount is not None]
    if (
        not known
        or credit_of(scene, index)[0] is Credit.VEK
        or isinstance(round_of(scene, index, Kind.DELTA), ReasonCode)
    ):
        return None
    total = sum(reason.amount.eur for reason in known if reason.amount is not None)
    delta = whole.amounts.vak_delta
    truth = Figure(whole.id, "share", Credit.VAK, None, None, Fraction(total * 100, delta) if delta else None)
    verdict, why = _judged(truth, claimed)
    parts = (
        Figure(whole.id, "sum", Credit.VAK, None, total),
        true_figure(scene.explanation, whole, Kind.DELTA, Credit.VAK, scene.explanation.document.draft_round),
    )
    slides = (whole.slide, *dict.fromkeys(reason.slide for reason in known))
    ground = Ground(why, truth, parts, reasons=tuple(known))
    return Draft(verdict, Kind.SHARE, ground, (whole.id,), Credit.VAK, None, claimed, slides=slides)
