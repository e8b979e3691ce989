"""Judges places in an order: the largest, what rises most, the next behind another line."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from msgspec.structs import replace

from budget.answers import Figure
from budget.claims.bind.context import moves, negated
from budget.claims.bind.credits import credit_of
from budget.claims.bind.rounds import round_of
from budget.claims.bind.scene import Draft, Scene, bound
from budget.claims.judge.amounts import no_check
from budget.claims.judge.truth import true_figure, value_of
from budget.claims.model import Ground, Kind, Verdict, Why
from budget.claims.read.language import AROUND_LINES, ONLY
from budget.claims.read.strange import strange
from budget.claims.read.subjects import Group
from budget.claims.read.words import Hit
from budget.figures import other
from budget.model import Credit, Level, Line, Round
from budget.numbers_nl.words import word_value
from budget.queries import ReasonCode
from budget.tree import inside, lines_of_level

__all__ = ["PARTS", "alone_in", "apposed", "place_in_order", "ranks_a_line"]

_ORDINALS = {"tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5}
_JOINS = AROUND_LINES | {"en", "ook"}
# What may stand between "op een na" and its superlative.
_BETWEEN = frozenset("de het ise ises programma programmas post stijger daler stijging daling is was van alle".split())
_WINNERS = frozenset({"winnaar", "winnaars"})
_SAYS = frozenset({"is", "zijn", "was", "blijft", "wordt", "kent", "heeft", "krijgt", "kreeg", "ziet", "boekt"})
PARTS = frozenset("deel hap brok stuk part aandeel reden redenen oorzaak schok probleem uitdaging zorg wens".split())
_RELATIVE = frozenset(
    {"procentueel", "procentuele", "relatief", "relatieve", "procent", "percentage", "verhoudingsgewijs"}
)

_WITHIN = frozenset({"van", "in", "binnen", "over"})
_ALL_OF = frozenset({"de", "het", "heel", "hele", "gans", "ganse", "alle", "onze", "volledige", "gehele", "totale"})
_WIDER = frozenset({"vlaanderen", "overheid", "regering", "land", "belgie", "wereld", "gemeenschap", "gewest", "staat"})
_FLEMISH = frozenset({"vlaamse", "vlaams"})
_OWN = frozenset({"beleidsdomein", "domein", "minister", "viceminister"})
_EVER = re.compile(
    r"\b(?:ooit|aller tijden|sinds (?:jaren|lang|mensenheugenis)|in (?:jaren|tijden)|sinds (?:19|20)\d\d)\b"
)

Wanted = int | tuple[str, ...] | frozenset[str]
"""A place that is claimed: its number, right behind the lines named, or in front together with them."""


def place_in_order(scene: Scene) -> Draft | None:
    """Judge a superlative said of one line; None when there is none."""
    read = scene.read
    marks = [hit for hit in read.hits if "rank" in hit.kinds]
    if not marks or any(word in ONLY for word in read.every):
        return None
    groups = scene.groups
    mark = marks[0]
    meanings = {meaning for hit in marks for meaning in hit.kinds["rank"]}
    if not meanings & {"max", "min", "risers", "fallers"} or (not groups and scene.last is None):
        return None
    above = [group for group in groups if _comes_before(scene, group)]
    named = [group for group in groups if group not in above]
    group = named[0] if named else (scene.last.about.groups or (None,))[0] if scene.last is not None else None
    if group is None:
        return None
    line = scene.explanation.lines[group.lines[0]]
    credit, foreign = credit_of(scene, 0)
    change = _change(scene, meanings)
    at = round_of(scene, 0, Kind.DELTA if change else Kind.LEVEL)
    code = at if isinstance(at, ReasonCode) else ReasonCode.OTHER_CREDIT if foreign else None
    if code is None and any(strange(read, segment) for segment in scene.segments):
        code = ReasonCode.OTHER_SUBJECT
    if code is None and _beyond_document(scene, group):
        code = ReasonCode.OTHER_SCOPE
    peers = _peers(scene, named)
    rivals = _rivals(scene, line, named[1 + len(peers) :])
    if code is not None or isinstance(at, ReasonCode) or line not in rivals:
        return no_check(code or ReasonCode.NOT_UNDERSTOOD, (line.id,), None)
    wanted: Wanted = tuple(one.lines[0] for one in above) if above else _wanted(read.every, mark)
    if wanted == 0:
        return no_check(ReasonCode.NOT_UNDERSTOOD, (line.id,), None)
    if peers:
        wanted = frozenset({line.id, *(one.lines[0] for one in peers)})
    kind = Kind.LEVEL if not change else Kind.PCT if _RELATIVE & set(read.every) else Kind.DELTA
    low = ("min" in meanings) != (change < 0)
    denied = negated(read, scene.segments[0], mark.first)
    return _judged(scene, (line, rivals), (kind, change, low, wanted, denied), (credit, at))


def _beyond_document(scene: Scene, group: Group) -> bool:
    """Whether an order is of more than the document holds: "de grootste post van heel Vlaanderen", "... ooit"."""
    segments = scene.segments
    first, end = segments[0].first, segments[-1].last
    if _EVER.search(scene.read.low, segments[0].start, segments[-1].end):
        return True
    total = scene.explanation.total.id
    if any(one is not group and one.lines[0] == total for one in scene.groups):
        return False  # "de grootste post van de Vlaamse begroting voor WSE"
    words = scene.read.keys(first, end)
    for place, word in enumerate(words):
        if word not in _WITHIN:
            continue
        ahead = place + 1
        while ahead < len(words) and words[ahead] in _ALL_OF:
            ahead += 1
        told = words[ahead : ahead + 2]
        if told[:1] and (told[0] in _WIDER or (told[0] in _FLEMISH and _OWN.isdisjoint(told[1:]))):
            return True
    return False


def _peers(scene: Scene, named: list[Group]) -> list[Group]:
    """The lines told in one breath with the first one, which stand in front together: "loopbanen en JB"."""
    found: list[Group] = []
    for before, group in pairwise(named):
        between = scene.read.keys(before.end, group.first)
        levels = {scene.explanation.lines[one.lines[0]].level for one in (before, group)}
        if not set(between) <= _JOINS or len(levels) > 1:
            break
        found.append(group)
    return found


def alone_in(scene: Scene, index: int) -> Scene:
    """The scene of one segment by itself, with what it is about."""
    about = scene.abouts[index]
    return scene.but(segments=(scene.segments[index],), abouts=(about,))


def ranks_a_line(scene: Scene, index: int, mark: Hit) -> bool:
    """Whether a superlative is said of a line that its own segment names, and not of a part or a reason of it."""
    about = scene.abouts[index]
    behind = scene.read.keys(mark.end, mark.end + 1)
    if not about.groups or about.policies or about.reasons or about.natures or not PARTS.isdisjoint(behind):
        return False
    words = scene.read.keys(scene.segments[index].first, scene.segments[index].last)
    return not _SAYS.isdisjoint(words) or bool(moves(scene.read, scene.segments[index]))


def apposed(scene: Scene, index: int, mark: Hit) -> Scene | None:
    """The scene of a superlative set beside a line: "competenties stijgt, de grootste stijging van alle ISE's"."""
    segment = scene.segments[index]
    found = bound(scene, index)
    leads = scene.read.keys(segment.first, mark.first)
    known = replace(found.about, natures=())
    alone = len(known.groups) == 1 and not (known.policies or known.reasons or found.strange or found.excluded)
    units = any("unit_level" in hit.kinds for hit in scene.read.hits if mark.first < hit.first < segment.last)
    if found.index == index or leads not in (["de"], ["het"]) or not alone or not units or strange(scene.read, segment):
        return None
    return scene.but(segments=(segment,), abouts=(known,))


def _comes_before(scene: Scene, group: Group) -> bool:
    """Whether a line is only named as the one that goes first: "na loopbanen", "op loopbanen na"."""
    place = group.first - 1
    while place >= 0 and scene.read.words[place].key in AROUND_LINES:
        place -= 1
    before = scene.read.keys(max(0, place), place + 1)
    return before == ["na"] or (before == ["op"] and scene.read.keys(group.end, group.end + 1) == ["na"])


def _change(scene: Scene, meanings: set[str]) -> int:
    """Whether the order is of rises (1), of falls (-1) or of levels (0)."""
    if "risers" in meanings or not _WINNERS.isdisjoint(scene.read.every):
        return 1
    if "fallers" in meanings:
        return -1
    found = [sign for place, sign in moves(scene.read, scene.whole) if not scene.read.at.get(place, _NO).has("rank")]
    return found[0] if found else 0


class _None:
    @staticmethod
    def has(kind: str) -> bool:
        """No word is of any kind."""
        return not kind


_NO = _None()


def _wanted(words: list[str], mark: Hit) -> int:
    """The place that is claimed: 1, 2 for "tweede grootste", 3 for "op twee na de grootste"; 0 when it is not clear."""
    before = next((at for at in range(len(words) - 2) if _passes_over(words[at : at + 3])), -1)
    if before >= 0:
        between = words[before + 3 : mark.first] if before < mark.first else words[mark.end : before]
        return 1 + (word_value(words[before + 1]) or 0) if set(between) <= _BETWEEN else 0
    near = words[max(0, mark.first - 2) : mark.end]
    return next((_ORDINALS[word] for word in reversed(near) if word in _ORDINALS), 1)


def _passes_over(words: list[str]) -> bool:
    return words[0] == "op" and words[2] == "na" and word_value(words[1]) is not None


def _rivals(scene: Scene, line: Line, above: list[Group]) -> tuple[Line, ...]:
    """The lines an order is of: of the line's own level, below another line when one is named."""
    explanation = scene.explanation
    level = line.level
    units = {unit for hit in scene.read.hits for unit in hit.kinds.get("unit_level", ())}
    if {"programme", "ise"} <= units and line.scope == explanation.total.id:
        return lines_of_level(explanation, Level.PROGRAMME) + lines_of_level(explanation, Level.ISE)
    if "programme" in units and level is not Level.ISE:
        level = Level.PROGRAMME
    heads = [explanation.lines[group.lines[0]] for group in above]
    within = next((one for one in heads if one.id != line.id and inside(explanation, line, one)), None)
    if within is None and line.scope != explanation.total.id:
        within = explanation.lines[line.scope]
    return lines_of_level(explanation, level, within)


def _judged(
    scene: Scene,
    who: tuple[Line, tuple[Line, ...]],
    order: tuple[Kind, int, bool, Wanted, bool],
    at: tuple[Credit | None, Round],
) -> Draft:
    line, rivals = who
    kind, change, low, wanted, denied = order
    credit = at[0] or Credit.VAK
    figures = _ordered(scene, rivals, (kind, credit, at[1]), (change, low))
    holds = _holds(figures, line, wanted) != denied
    verdict = Verdict.TRUE if holds else Verdict.FALSE
    why = Why.AGREES if holds else Why.DIFFERS
    if not holds and at[0] is None:
        others = _ordered(scene, rivals, (kind, other(credit), at[1]), (change, low))
        if _holds(others, line, wanted) != denied:
            verdict, why = Verdict.HALF, Why.OTHER_CREDIT
    mine = next(
        (figure for figure in figures if figure.subject == line.id),
        true_figure(scene.explanation, line, kind, credit, at[1]),
    )
    shown = tuple(figures[:3])
    return Draft(
        verdict,
        Kind.RANK,
        Ground(why, mine, shown, ranked=tuple(figure.subject for figure in figures)),
        (line.id,),
        credit,
        at[1] if kind is Kind.LEVEL else None,
        slides=(line.slide,),
        credit_named=at[0] is not None,
    )


def _ordered(
    scene: Scene, rivals: tuple[Line, ...], of: tuple[Kind, Credit, Round], way: tuple[int, bool]
) -> list[Figure]:
    """The figures of the rivals, first the one that a superlative means."""
    kind, credit, at = of
    change, low = way
    figures = [true_figure(scene.explanation, line, kind, credit, at) for line in rivals]
    if change:
        figures = [figure for figure in figures if (value_of(figure) or 0) * change > 0]
    return sorted(figures, key=lambda figure: (_size(figure) if low else -_size(figure), figure.subject))


def _size(figure: Figure) -> Fraction:
    return Fraction(value_of(figure) or 0)


def _holds(figures: list[Figure], line: Line, wanted: Wanted) -> bool:
    """Whether a line stands in the place that is claimed."""
    if isinstance(wanted, frozenset):
        return {figure.subject for figure in figures[: len(wanted)]} == wanted
    first = wanted - 1 if isinstance(wanted, int) else len(wanted)
    if isinstance(wanted, tuple) and {figure.subject for figure in figures[:first]} != set(wanted):
        return False
    return len(figures) > first and figures[first].subject == line.id
