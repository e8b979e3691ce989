"""Replies on lines put in order: who is largest, who rises or falls most."""

from __future__ import annotations

from bot.replies.amounts import growth
from bot.replies.echo import echo
from bot.replies.model import Chart, Part, Reply, Table
from bot.replies.naming import asked_as, bar_labels, in_sentence, joined, kind_of_line, opening, subject, title
from bot.replies.nextsteps import ask, help_steps, ranking
from bot.replies.provenance import cited, context, document_line, source_lines
from bot.replies.tables import IN_THOUSANDS
from budget.answers import Answer, Figure, RankBody
from budget.model import Document, Level, Line
from budget.money import euro, percent, thousands
from budget.queries import Measure, RankQuery

__all__ = ["rank_reply"]

_READ_ALOUD = 3
_FEWEST_BARS = 3
_ORDINAL = {2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", 6: "zesde", 7: "zevende"}
_KIND = {Level.ISE: "ISE", Level.PROGRAMME: "programma", Level.OBJECTIVE: "doelstelling"}
_NUMBER = {1: "Eén", 2: "Twee", 3: "Drie", 4: "Vier", 5: "Vijf", 6: "Zes", 7: "Zeven"}


def _written(figure: Figure) -> str:
    if figure.value_pct is not None:
        return percent(figure.value_pct, sign=True)
    return euro(figure.value_eur or 0, sign=figure.measure != "level")


def _when(body: RankBody, document: Document) -> str:
    if body.measure is Measure.LEVEL:
        return f"{body.credit.value} in {(body.round or document.draft_round).label}"
    return f"{body.credit.value}, {document.draft_round.label} tegenover {document.base_round.label}"


def _claim(answer: Answer, body: RankBody, line: Line) -> str:
    kind = kind_of_line(line)
    article = "de" if kind == "doelstelling" else "het"
    nth = f"{_ORDINAL.get(body.place, f'{body.place}de')} " if body.place > 1 else ""
    if body.measure is Measure.LEVEL:
        size = "grootste" if body.descending else "kleinste"
        return f"{subject(line)} is {article} {nth}{size} {kind}{_among(answer, body)}"
    how = f" in procent{_left(answer, body)}" if body.measure is Measure.PCT else _left(answer, body)
    if nth and (body.direction or body.descending):
        return f"{subject(line)} is de {nth}sterkste {'daler' if body.direction < 0 else 'stijger'}{how}"
    if body.direction > 0 or (body.direction == 0 and body.descending):
        most = "het meest" if body.descending else "het minst"
        return f"{subject(line)} stijgt {most}{how}"
    most = "het minst" if body.descending and body.direction < 0 else "het meest"
    return f"{subject(line)} daalt {most}{how}"


def _among(answer: Answer, body: RankBody) -> str:
    """Where the ranking was cut to: " van programma JD", " van de doelstelling", or nothing for all lines."""
    query = answer.query
    left = _left(answer, body)
    if not isinstance(query, RankQuery) or query.parent is None or not body.entries:
        return left
    line = body.entries[0][0]
    if line.parent == query.parent and line.level is Level.ISE:
        return f" van programma {line.programme}{left}"
    owner, colon, _ = line.name.partition(": ")
    if line.scope == query.parent and colon:
        return f" van {owner}{left}"
    return f" van die doelstelling{left}" if line.objective == query.parent else left


def _left(answer: Answer, body: RankBody) -> str:
    """What was left out of the ranking: " buiten programma JD", or behind which line it begins: " na loopbanen"."""
    query = answer.query
    if not body.out or not isinstance(query, RankQuery):
        return ""
    return f" {'na' if query.after is not None else 'buiten'} {joined([in_sentence(line) for line in body.out])}"


def _picked(answer: Answer, body: RankBody, query: RankQuery) -> str:
    """How many lines there are that move, or that lie beyond a number, and which."""
    count = len(body.entries)
    bound, one = query.bound, count == 1
    way = "daalt" if body.direction < 0 else "stijgt"
    if not one and count:
        way = "dalen" if body.direction < 0 else "stijgen"
    if bound is not None:
        over = ("minstens" if bound.included else "meer dan") if bound.above else "minder dan"
        side = "boven" if bound.above else "onder"
        limit = echo(bound.number.text)
        lies = "ligt" if one or not count else "liggen"
        way = f"{way} met {over} {limit}" if body.direction else f"{lies} {side} {limit}"
        if not body.direction and bound.included:
            way = f"{'haalt' if lies == 'ligt' else 'halen'} minstens {limit}"
    kind = kind_of_line(body.entries[0][0], plural=not one) if count else _KIND.get(query.level, "lijn")
    number = (
        _NUMBER.get(count, str(count)) if count else f"Geen {'enkele' if kind in {'doelstelling', 'lijn'} else 'enkel'}"
    )
    named = joined([f"{in_sentence(line)} ({_written(figure)})" for line, figure in body.entries])
    told = f"{number} {kind}{_among(answer, body)} {way} ({_when(body, answer.document)})"
    return f"{told}: {named}." if named else f"{told}."


def _headline(answer: Answer, body: RankBody) -> str:
    document = answer.document
    query = answer.query
    if isinstance(query, RankQuery) and (query.bound is not None or (query.counted and body.direction)):
        return _picked(answer, body, query)
    if not body.entries:
        way = "daalt" if body.direction < 0 else "stijgt"
        level = answer.query.level if isinstance(answer.query, RankQuery) else Level.ISE
        kind = "enkel ISE" if level is Level.ISE else "enkel programma"
        rounds = f"{document.base_round.label} en {document.draft_round.label}"
        return f"Geen {kind} {way} in {body.credit.value} tussen {rounds}."
    line, figure = body.entries[0]
    when = _when(body, document)
    if len(body.entries) == 1 and body.total > 1:
        return f"{_claim(answer, body, line)}: {_written(figure)} {when}."
    kind = f"{kind_of_line(line, plural=True)}{_among(answer, body)}"
    number = _NUMBER.get(len(body.entries), str(len(body.entries)))
    named = joined([f"{in_sentence(each)} ({_written(value)})" for each, value in body.entries[:_READ_ALOUD]])
    if body.direction and body.measure is not Measure.LEVEL:
        if len(body.entries) == 1:
            way = "stijgt" if body.direction > 0 else "daalt"
            return f"Alleen {in_sentence(line)} {way}: {_written(figure)} {when}."
        way = "stijgen" if body.direction > 0 else "dalen"
        if len(body.entries) < body.total or len(body.entries) > _READ_ALOUD:
            return f"{_claim(answer, body, line)}: {_written(figure)} {when}; daarna {_rest_named(body)}."
        return f"{number} {kind} {way} ({when}): {named}."
    tail = _rest_named(body)
    return f"{_claim(answer, body, line)}: {_written(figure)} {when}" + (f"; daarna {tail}." if tail else ".")


def _rest_named(body: RankBody) -> str:
    return joined([f"{in_sentence(each)} ({_written(value)})" for each, value in body.entries[1:_READ_ALOUD]])


def _table(body: RankBody, document: Document) -> Table:
    credit = body.credit
    base, draft = document.base_round.label, document.draft_round.label
    rows = []
    for place, (line, _) in enumerate(body.entries, body.place):
        amounts = line.amounts
        delta = amounts.delta(credit)
        rows.append(
            (
                str(place),
                line.name,
                thousands(amounts.base(credit)),
                thousands(delta, sign=True),
                thousands(amounts.draft(credit)),
                growth(delta, amounts.base(credit)),
            )
        )
    header = ("Plaats", "Lijn", base, "Delta", draft, "Delta %")
    numeric = (True, False, True, True, True, True)
    return Table(f"{IN_THOUSANDS}, {credit.value}", header, tuple(rows), numeric)


def _chart(body: RankBody, document: Document) -> Chart | None:
    if len(body.entries) < _FEWEST_BARS or body.measure is Measure.PCT:
        return None
    labels = bar_labels(tuple([line.short for line, _ in body.entries]))
    values = [(figure.value_eur or 0) / 1_000_000 for _, figure in body.entries]
    return Chart(
        f"{opening(_when(body, document))}, in miljoen euro", body.credit.value, tuple(zip(labels, values, strict=True))
    )


def rank_reply(answer: Answer, body: RankBody) -> Reply:
    """Lines in the order asked, with the figure they were ordered by."""
    document = answer.document
    headline = _headline(answer, body)
    parts: list[Part] = []
    if body.entries:
        parts.append(_table(body, document))
        chart = _chart(body, document)
        if chart is not None:
            parts.append(chart)
    scope = body.entries[0][0].scope if body.entries else "wse"
    left_out = body.total - len(body.entries)
    steps = tuple(ask(title(line), asked_as(line)) for line, _ in body.entries[:3])
    if left_out > 0 and body.entries:
        steps = (*steps, ranking(body.entries[0][0].level))
    shown = f"{len(body.entries)} van de {body.total} getoond." if left_out > 0 and body.entries else ""
    return Reply(
        answer.status.value,
        headline,
        tuple(parts),
        (shown,) if shown else (),
        context(document, scope, body.credit),
        source_lines(answer.sources) or (document_line(document),),
        f"{headline.rstrip('.')} {cited(answer)}." if body.entries else "",
        (),
        steps or help_steps(),
    )
