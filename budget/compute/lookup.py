"""Where a number comes from: every fact that rounds to it, best first; a number nobody printed gets no figure."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from budget.answers import Answer, LookupBody, LookupHit, ReasonSum, Status
from budget.causes import gaps_of, sum_below
from budget.facts import Fact, euro_facts, pct_facts, quantity_facts
from budget.figures import figure_of
from budget.model import Catalog, Credit, Explanation, KnownGap, Level, Line
from budget.provenance import line_sources, slide_of, sources
from budget.queries import LookupQuery, Measure, ReadNumber, ReasonCode
from budget.scope import explanation_for, settled_round
from budget.tree import inside

__all__ = ["answer"]

_MOST = 50  # facts named in one answer; the built-in document never comes near
_NEAREST = 3
_THOUSAND = 1_000
_MILLION = 1_000_000
_PCT_UNITS = 10_000  # a read percentage counts in 1/10000 of a percent
_LEVELS = {Level.ISE: 0, Level.PROGRAMME: 1, Level.TOTAL: 2, Level.OBJECTIVE: 3}

Quality = tuple[int, ...]


def answer(query: LookupQuery, catalog: Catalog) -> Answer:
    """The facts behind a number; the exact value of the best is the principal figure.

    Several equally good facts about different things give ok_both; none at all not_found, or no_data when the
    question named the line it should be about.
    """
    explanation = explanation_for(catalog, query.document, (query.subject,) if query.subject else (), query.round)
    ranked = sorted(
        _facts(query, explanation), key=lambda pair: (_quality(query, pair), _order(explanation, query, pair))
    )
    if not ranked:
        return _nothing(query, explanation)
    best = ranked[0][1]
    tied = [fact for pair in ranked if _quality(query, pair) == _quality(query, ranked[0]) for fact in (pair[1],)]
    several = not all(_related(explanation, best.hit, fact.hit) for fact in tied)
    hits = tuple([fact.hit for _, fact in ranked[:_MOST]])
    reasons = _reasons(explanation, best) if not several else None
    figure = best.hit.figure
    slides = [hit.slide.number for hit in hits]
    slides += [reason.slide for reason in reasons.reasons] if reasons is not None else []
    return Answer(
        query,
        Status.OK_BOTH if several else Status.OK,
        _kind(query, best, reasons),
        explanation.document,
        _subjects([fact.hit for fact in tied] if several else [hits[0]]),
        None if several else figure.credit,
        None if several else figure.round,
        tuple([hit.figure for hit in hits]),
        sources(explanation, slides),
        LookupBody(query.number, hits, reasons, (), _gaps(explanation, hits)),
        None if several else figure.value_eur,
        None if several else figure.value_pct,
        None if several else figure.value_qty,
    )


def _facts(query: LookupQuery, explanation: Explanation) -> Iterator[tuple[int, Fact]]:
    """Facts that fit the number and what the question named, with the reading of the number (0 is as written)."""
    subject = explanation.lines[query.subject] if query.subject is not None else None
    at = settled_round(explanation.document, query.round) if query.round is not None else None
    for reading, fact in _read(query.number, explanation):
        hit = fact.hit
        figure = hit.figure
        if query.credit is not None and figure.credit not in (query.credit, None):
            continue
        if isinstance(at, ReasonCode) or (at is not None and figure.round not in (at, None)):
            continue
        if subject is not None and not any(inside(explanation, line, subject) for line in _lines(explanation, hit)):
            continue
        yield reading, fact


def _read(number: ReadNumber, explanation: Explanation) -> Iterator[tuple[int, Fact]]:
    """The facts a number may mean; the document prints no percentage points, so those have none."""
    facts: list[Fact] = []
    if number.kind == "pct":
        facts += pct_facts(explanation, number.value, number.step)
        whole, part = divmod(number.value, _PCT_UNITS)
        if not part:
            facts += quantity_facts(explanation, whole, "%")
    elif number.kind == "eur":
        facts += euro_facts(explanation, number.value, number.step)
        facts += quantity_facts(explanation, number.value, "euro")
    elif number.kind == "qty":
        yield from _read_bare(number, explanation)
    for fact in facts:
        yield 0, fact


def _read_bare(number: ReadNumber, explanation: Explanation) -> Iterator[tuple[int, Fact]]:
    """A number without unit may be pieces, thousand euro (as the tables print) or million euro (as the slides do)."""
    if not number.scale:
        for fact in quantity_facts(explanation, number.value, None):
            yield 0, fact
    finer = 10**number.scale
    for unit in (_THOUSAND, _MILLION):
        if number.value * unit % finer:
            continue  # finer than a euro: nobody printed that
        for fact in euro_facts(explanation, number.value * unit // finer, max(1, number.step * unit // finer)):
            yield 0 if fact.exact else 1, fact


def _lines(explanation: Explanation, hit: LookupHit) -> list[Line]:
    """Every line a fact is about: an action may stand under two, a reason under a part line too."""
    if hit.action is not None:
        return [explanation.lines[one] for one in hit.action.lines]
    if hit.reason is not None and hit.reason.part_line is not None:
        return [explanation.lines[hit.reason.line], explanation.lines[hit.reason.part_line]]
    return [hit.line] if hit.line is not None else []


def _quality(query: LookupQuery, pair: tuple[int, Fact]) -> Quality:
    """What makes one fact really better than another, most telling first; lower is better."""
    reading, fact = pair
    number = query.number
    sign = -1 if number.value < 0 else 1
    return (
        int(number.signed and fact.is_change and fact.value * sign < 0),
        int(bool(query.direction) and fact.is_change and fact.value * query.direction < 0),
        int((query.wants_change or bool(query.direction)) and not fact.is_change),
        reading,
        int(not fact.exact),
        int(fact.hit.figure.credit is Credit.VEK),
    )


def _order(explanation: Explanation, query: LookupQuery, pair: tuple[int, Fact]) -> tuple[int | Fraction, ...]:
    """Order among equally good facts: the named line, draft round, nearest, lines before reasons, ISE, main table."""
    fact = pair[1]
    hit = fact.hit
    line = hit.line
    if line is None:  # every fact has its line; a fact without one would come last
        return (1,)
    return (
        int(query.subject is not None and line.id != query.subject),
        int(hit.statement is not None),
        int(hit.figure.round == explanation.document.base_round),
        0 if fact.exact else abs(abs(fact.value) - fact.asked),
        int(hit.reason is not None),
        _LEVELS[line.level],
        int(line.scope != explanation.total.id),
    )


def _related(explanation: Explanation, one: LookupHit, two: LookupHit) -> bool:
    """Whether two facts are about the same thing, so that naming the best chooses nothing silently."""
    ours, theirs = _lines(explanation, one), _lines(explanation, two)
    if one.reason is not None and two.reason is not None:
        return one.reason.id in (two.reason.id, two.reason.part_of)
    if one.action is not None or two.action is not None:
        same = {line.id for line in ours} == {line.id for line in theirs}
        return same and one.figure.value_qty == two.figure.value_qty
    return any(inside(explanation, a, b) or inside(explanation, b, a) for a in ours for b in theirs)


def _reasons(explanation: Explanation, best: Fact) -> ReasonSum | None:
    """The reasons of the best fact when it is a change of VAK of a line."""
    figure, line = best.hit.figure, best.hit.line
    if figure.measure not in ("delta", "pct") or figure.credit is not Credit.VAK or line is None:
        return None
    return sum_below(explanation, line)


def _gaps(explanation: Explanation, hits: tuple[LookupHit, ...]) -> tuple[KnownGap, ...]:
    """The known oddities behind hits that only a slide prints."""
    lines = dict.fromkeys([hit.statement.line for hit in hits if hit.statement is not None])
    return tuple([gap for line in lines for gap in gaps_of(explanation, line) if gap.check.startswith("statement:")])


def _kind(query: LookupQuery, best: Fact, reasons: ReasonSum | None) -> str:
    if best.hit.action is not None:
        return "measure"
    return "reason" if query.wants_reason and (reasons is not None or best.hit.reason is not None) else "lookup"


def _subjects(hits: list[LookupHit]) -> tuple[str, ...]:
    ids: dict[str, None] = {}
    for hit in hits:
        if hit.action is not None:
            ids.update(dict.fromkeys(hit.action.lines))
        elif hit.line is not None:
            ids[hit.line.id] = None
    return tuple(ids)


def _nothing(query: LookupQuery, explanation: Explanation) -> Answer:
    line = explanation.lines[query.subject] if query.subject is not None else None
    lines = (line,) if line is not None else ()
    return Answer(
        query,
        Status.NO_DATA if line is not None else Status.NOT_FOUND,
        "lookup",
        explanation.document,
        tuple([one.id for one in lines]),
        query.credit if line is not None else None,
        None,
        (),
        line_sources(explanation, lines),
        LookupBody(query.number, (), None, _nearest(query, explanation, line) if line is not None else ()),
        reason_code=ReasonCode.NO_FIGURE,
    )


def _nearest(query: LookupQuery, explanation: Explanation, line: Line) -> tuple[LookupHit, ...]:
    """The line's own figures that come closest to the number, nearest first."""
    document = explanation.document
    number = query.number
    unit = _PCT_UNITS if number.kind == "pct" else 1
    draft, base = document.draft_round, document.base_round
    wanted = [(Measure.LEVEL, draft), (Measure.DELTA, draft), (Measure.LEVEL, base)]
    if number.kind == "pct":
        wanted = [(Measure.PCT, draft)]
    found: list[tuple[Fraction, LookupHit]] = []
    for credit in (query.credit,) if query.credit is not None else tuple(Credit):
        for measure, at in wanted:
            figure = figure_of(line, measure, credit, at, explanation)
            value = Fraction(figure.value_eur) if figure.value_eur is not None else figure.value_pct
            if value is not None:
                hit = LookupHit(figure, line, None, None, None, slide_of(explanation, line.slide))
                found.append((abs(abs(value) * unit - abs(number.value)), hit))
    found.sort(key=lambda pair: pair[0])
    return tuple([hit for _, hit in found[:_NEAREST]])
