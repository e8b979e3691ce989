"""Questions that put lines in order or pick some of them out: largest, second, risers, above an amount, how many."""

from __future__ import annotations

from bot.grammar.asked import Asked
from bot.grammar.doubt import asks_if
from bot.grammar.rules.several import PLURALS, counts_units, is_parent
from budget.model import Credit, Level
from budget.queries import Bound, Measure, Query, RankQuery

__all__ = ["moving", "narrowed", "rank"]

_LEVELS = {"programme": Level.PROGRAMME, "ise": Level.ISE, "objective": Level.OBJECTIVE}
_COUNTS = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5}
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_BOUNDS = {"meer dan": True, "boven": True, "minstens": True, "minder dan": False, "onder": False, "nog geen": False}


def narrowed(asked: Asked) -> Query | None:
    """Lines in order, from a place on ("de tweede grootste") or without some ("de grootste buiten JD")."""
    if _asks_place(asked) or ("rank" in asked.frame.marks and _asks_if_first(asked)):
        return _place_of(asked)
    left = asked.turns.left
    if not left:
        return None
    if left.keys() <= {"no", "except"} and _not_below(asked):
        level = next(level for unit, level in _LEVELS.items() if asked.frame.has("unit_level", unit))
        return RankQuery(level, document=asked.document, without=(asked.subjects[0].line,))
    rest = {place for meaning, place in left.items() if meaning not in _ORDINALS and meaning != "ordinal"}
    if not rest <= {one.without_at for one in asked.subjects}:
        return None
    return _ranked(asked)


def rank(asked: Asked) -> Query | None:
    """Lines in order of size, change or percentage (DOMAIN, rules for answers 6)."""
    return _ranked(asked)


def moving(asked: Asked) -> Query | None:
    """The lines that go one way, when it is asked where something moves and no line is named: "waar wordt bespaard".

    That the whole domain rises is no answer then: some lines of it fall.
    """
    frame = asked.frame
    total = asked.explanation.total
    elsewhere = asked.policies or any(one.candidates != (total.id,) for one in asked.subjects)
    ways = frame.marks.get("measure", {}).keys() >= {"rise", "fall"} and frame.words.count("wat") > 1
    if elsewhere or asked.why or asked.percent or frame.numbers or not (asked.direction or ways) or asked.turns.left:
        return None
    saved = asked.direction < 0 and any(word.startswith(_SAVING) for word in frame.words)
    some = asked.firm_change and (not _WHERE.isdisjoint(frame.words) or _asks_what_moves(asked))
    if not (saved or some or ways) or "total" in frame.marks:
        return None
    if asked.rounds.single == asked.explanation.document.base_round and not asked.rounds.since_base:
        return None
    return RankQuery(
        Level.ISE,
        Measure.DELTA,
        asked.credit,
        descending=asked.direction >= 0,
        direction=asked.direction,
        document=asked.document,
    )


def _asks_what_moves(asked: Asked) -> bool:
    """Whether it is asked what goes up or down, by a verb behind "wat"; "wat is de stijging" asks how much."""
    frame = asked.frame
    moves = frame.marks.get("measure", {})
    verb = frame.word(1)
    place = 2 if verb in _GOES else 1
    moved = place in {moves.get("rise"), moves.get("fall")}
    return frame.word(0) == "wat" and moved and (place > 1 or verb.endswith(("t", "alen", "ijgen", "eien")))


_WHERE = frozenset({"waar", "posten"})
_GOES = frozenset({"gaat", "ging", "er"})
_SAVING = ("besparing", "bespaar", "bezuinig", "snoei", "gesnoei")


def _ranked(asked: Asked) -> Query | None:
    frame = asked.frame
    marks = frame.marks.get("rank", {})
    units = frame.marks.get("unit_level", {})
    if (
        not (marks or _lists_units(asked) or (units and _named_place(asked)))
        or asked.policies
        or "nature" in frame.marks
        or asked.why
        or not _ranks_below(asked)
    ):
        return None
    listed = frame.words[marks["order"]] if set(marks) == {"order"} else ""
    if (listed in _LISTS and units and not _measured(asked)) or (listed in _TOPS and not units and asked.subjects):
        return None
    bound = _bound(asked)
    if bound is None and any(span.number.kind in {"eur", "pct"} for span in frame.numbers):
        return None
    level = next((_LEVELS[unit] for unit in _LEVELS if unit in units and not _names_subject(asked, unit)), Level.ISE)
    direction = _direction(asked, bounded=bound is not None)
    changes = direction != 0 or "risers" in marks or (asked.firm_change if bound is not None else asked.change)
    # "Welk percentage van WSE krijgt elk programma" asks for parts of a whole, and no growth.
    percent = bound.number.kind == "pct" if bound is not None else asked.percent and "share" not in frame.marks
    measure = Measure.PCT if percent else Measure.DELTA if changes else Measure.LEVEL
    smallest = "min" in marks or "reverse" in marks
    place = _place(asked)
    behind, without = _left_out(asked)
    return RankQuery(
        level,
        measure,
        asked.credit,
        asked.rounds.single if measure is Measure.LEVEL else None,
        descending=not smallest if direction >= 0 else smallest,
        direction=direction,
        count=_count(asked) if place == 1 else 1,
        parent=_parent(asked),
        document=asked.document,
        place=place,
        without=without,
        after=behind,
        bound=bound,
        counted=counts_units(asked),
    )


def _not_below(asked: Asked) -> bool:
    """Whether the lines that do not stand below another one are asked: "welke ISE's vallen niet onder JD"."""
    words = asked.frame.words
    listed = "unit_level" in asked.frame.marks and not (_STAND.isdisjoint(words) or PLURALS.isdisjoint(words))
    return listed and len(asked.subjects) == 1 and is_parent(asked, asked.subjects[0]) and not asked.why


def _named_place(asked: Asked) -> bool:
    """Whether a place in the order is named: "welk ISE staat op de tweede plaats"."""
    return bool(_PLACES & set(asked.frame.words)) and _place(asked) > 1


def _asks_place(asked: Asked) -> bool:
    """Whether the place of one line in the order is asked: "de hoeveelste is X", "op welke plaats staat X"."""
    frame = asked.frame
    if _PLACE_WORDS.isdisjoint(frame.words):
        return False
    asked_for = any(
        word == "hoeveelste" or (word in _PLACES and frame.word(place - 1) in {"welke", "welk"})
        for place, word in enumerate(frame.words)
    )
    return asked_for and len(asked.subjects) == 1 and not asked.subjects[0].ambiguous and not asked.policies


def _asks_if_first(asked: Asked) -> bool:
    """Whether a question asks if one line comes first ("is X de grootste stijger"): its place then tells."""
    order = asked.frame.marks["rank"]
    if order.keys() <= {"order", "reverse"} or len(asked.subjects) != 1 or asked.policies:
        return False
    subject = asked.subjects[0]
    units = asked.frame.marks.get("unit_level", {})
    below = any(_LEVELS[unit] is not asked.explanation.lines[subject.line].level for unit in units)
    if below or subject.ambiguous or subject.without or asked.why or not asks_if(asked):
        return False
    # When it moves the other way, that is told, and no place.
    delta = asked.explanation.lines[subject.line].amounts.delta(asked.credit or Credit.VAK)
    return _direction(asked, bounded=False) * delta >= 0


def _place_of(asked: Asked) -> RankQuery | None:
    line = asked.explanation.lines[asked.subjects[0].line]
    if line.level not in {Level.ISE, Level.PROGRAMME} or asked.turns.left:
        return None
    direction = _direction(asked, bounded=False)
    measure = Measure.PCT if asked.percent else Measure.DELTA if direction or asked.change else Measure.LEVEL
    return RankQuery(
        line.level,
        measure,
        asked.credit,
        asked.rounds.single if measure is Measure.LEVEL else None,
        descending="min" not in asked.frame.marks.get("rank", {}) and direction >= 0,
        direction=direction,
        count=1,
        parent=line.scope if line.scope != asked.explanation.total.id else None,
        document=asked.document,
        of=line.id,
    )


_PLACES = frozenset({"plaats", "plek", "positie", "rang"})
_PLACE_WORDS = _PLACES | {"hoeveelste"}
_SOME = frozenset({"een", "geen", "enkel", "enkele"})
_STAND = frozenset({"vallen", "horen", "behoren", "staan", "zitten"})
_LISTS = frozenset({"overzicht", "lijst"})
_TOPS = _LISTS | {"top"}


def _ranks_below(asked: Asked) -> bool:
    """Whether the lines named are one to look below, and ones to leave out."""
    kept = [one for one in asked.subjects if not one.without]
    if len(kept) > 1 or any(one.ambiguous or one.clash for one in asked.subjects if one.without):
        return False
    return not kept or is_parent(asked, kept[0])


def _direction(asked: Asked, *, bounded: bool) -> int:
    """Give which way the lines go; beside a number "meer dan" tells no direction."""
    marks = asked.frame.marks
    order = marks.get("rank", {})
    if "risers" in order or "fallers" in order:
        return int("risers" in order) - int("fallers" in order)
    if bounded:
        measure = marks.get("measure", {})
        return int("rise" in measure) - int("fall" in measure)
    # "Rangschik volgens stijging" orders all lines, also those that fall.
    return 0 if "order" in order else asked.direction


def _measured(asked: Asked) -> bool:
    """Whether figures of the lines are asked, not only their names."""
    return asked.change or asked.percent or asked.frame.has("measure", "level") or asked.credit is not None


def _only_counts(asked: Asked) -> bool:
    """Whether no more than the number of lines is asked: "hoeveel ISE's zijn er"."""
    moves = asked.change or asked.percent or asked.credit is not None
    return counts_units(asked) and not moves and _bound(asked) is None


def _bound(asked: Asked) -> Bound | None:
    """Give the one number that lines are held against: "boven 1 miljard", "meer dan 5 %"."""
    found = [span for span in asked.frame.numbers if span.number.kind in {"eur", "pct"} and span.hedge in _BOUNDS]
    if len(found) != 1 or found[0].hedge is None:
        return None
    return Bound(found[0].number, _BOUNDS[found[0].hedge], found[0].hedge == "minstens")


def _place(asked: Asked) -> int:
    """Give the place asked for: "tweede", "op een na", "2de" are 2; 1 when none is named."""
    for meaning in asked.turns.left:
        if meaning in _ORDINALS:
            return _ORDINALS[meaning]
    ordinal = (span.number.value for span in asked.frame.numbers if span.looks_like == "ordinal")
    return max(1, next(ordinal, 1))


def _left_out(asked: Asked) -> tuple[str | None, tuple[str, ...]]:
    """Give the line the order is to begin behind ("na loopbanen"), and the lines to be left out."""
    behind: str | None = None
    without: list[str] = []
    for one in asked.subjects:
        if one.without and one.without_at < one.first and asked.frame.word(one.without_at) == "na":
            behind = one.line
        elif one.without:
            without.append(one.line)
    return behind, tuple(without)


def _lists_units(asked: Asked) -> bool:
    """Whether lines of a level are asked as a list: "budget per ISE", "welke programma's stijgen"."""
    frame = asked.frame
    units = frame.marks.get("unit_level", {})
    if not units:
        return False
    place = min(units.values())
    measured = (_measured(asked) or _bound(asked) is not None) and not _only_counts(asked)
    per = frame.word(place - 1) in {"per", "elke", "elk", "alle", "iedere", "ieder"}
    per = per or (frame.word(place - 1) in _SOME and "er" in frame.words)  # "daalt er een programma"
    which = frame.word(place - 1) in {"welke", "welk"} or not PLURALS.isdisjoint(frame.words[place : place + 2])
    return measured and (per or which)


def _names_subject(asked: Asked, unit: str) -> bool:
    """Whether a level word belongs to a subject's name ("programma JD") and so asks for no list."""
    place = asked.frame.marks["unit_level"][unit]
    return any(place + 1 == one.first or one.first <= place < one.end for one in asked.subjects)


def _parent(asked: Asked) -> str | None:
    kept = [one.line for one in asked.subjects if not one.without and one.line != asked.explanation.total.id]
    return kept[0] if kept else None


def _count(asked: Asked) -> int | None:
    """Give how many were asked: a small number beside the rank word."""
    for span in asked.frame.numbers:
        number = span.number
        if number.kind == "qty" and not span.looks_like and 0 < number.value <= 50 and number.step == 1:  # noqa: PLR2004 - longer lists are asked whole
            return number.value
    for word in asked.frame.words:
        if word in _COUNTS:
            return _COUNTS[word]
    return None
