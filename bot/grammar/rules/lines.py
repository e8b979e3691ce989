"""Questions about one line: its figures, its reasons, what they leave open, and one nature of money in it."""

from __future__ import annotations

from bot.grammar.asked import Asked
from bot.grammar.commands import ask
from bot.grammar.doubt import asks_if, loose_words
from bot.grammar.rules.numbers import leaves_open, main_number, presumed, reasons_of
from budget.model import Credit, Explanation, Level, Line, Nature
from budget.queries import (
    ChoiceQuery,
    FigureQuery,
    Measure,
    NatureQuery,
    PolicyQuery,
    Query,
    ReasonCode,
    ReasonQuery,
    RefusalQuery,
    RestQuery,
)

__all__ = [
    "branch_alone",
    "choice",
    "clash",
    "figure",
    "nature",
    "reason",
    "rest",
    "undecided_year",
    "without_reason",
]


def choice(asked: Asked, kind: str, *, wording: str | None = None) -> ChoiceQuery | None:
    """Give the choice between the readings of the first ambiguous subject; None when none is ambiguous.

    `wording` replaces the kind's own prefix in the commands offered.
    """
    for subject in asked.subjects:
        if subject.ambiguous:
            options = tuple(
                (one, ask(wording or kind, one, asked.explanation, credit=asked.credit, round_=asked.rounds.single))
                for one in subject.candidates
            )
            return ChoiceQuery(options, subject.heard, kind, document=asked.document)
    return None


def clash(asked: Asked) -> Query | None:
    """A subject whose qualifiers contradict it, such as the VDAB part of a line that has none."""
    for subject in asked.subjects:
        if subject.clash:
            return RefusalQuery(
                ReasonCode.OTHER_SCOPE,
                "no_data",
                (*subject.candidates, *subject.clash),
                credit=asked.credit,
                round=asked.rounds.single,
                kind=asked.measure.value,
                heard=subject.heard,
                document=asked.document,
            )
    return None


def branch_alone(asked: Asked) -> Query | None:
    """A word such as "werk" that narrows names but is none: the lines that bear it and the whole are offered."""
    hits = [hit for hit in asked.frame.names if hit.kind == "branch"]
    if asked.frame.has("source", "presenter") and "wie" in asked.frame.words:
        return None  # "wie is minister van werk" asks for the person
    if not hits or any(one.first <= hit.first < one.end for hit in hits for one in asked.subjects):
        return None
    branches = {target for hit in hits for target in hit.targets}
    explanation = asked.explanation
    lines = explanation.lines
    bearing = [one.id for one in lines.values() if "(" in one.name and one.parent in branches]
    kind = "reason" if asked.why else asked.measure.value
    offered = [explanation.total.id, *bearing]
    options = tuple(
        (one, ask(kind, one, explanation, credit=asked.credit, round_=asked.rounds.single)) for one in offered
    )
    return ChoiceQuery(options, asked.frame.words[hits[0].first], kind, document=asked.document)


def _only(asked: Asked) -> str:
    """Give the one line asked about: the first subject, else the total of the document."""
    return asked.subjects[0].line if asked.subjects else asked.explanation.total.id


def undecided_year(asked: Asked) -> Query | None:
    """A change "in 2021" would be the one from 2020, which no round of the document holds."""
    rounds = asked.rounds
    base = asked.explanation.document.base_round
    if rounds.single != base or rounds.since_base or not (asked.firm_change or asked.why) or asked.policies:
        return None
    year_places = [place for year, place in asked.frame.years if year == base.year]
    if not any(asked.frame.word(place - 1) == "in" for place in year_places):
        return None
    return _earlier_change(asked)


def _earlier_change(asked: Asked) -> RefusalQuery:
    """The change that led to the base round, of which the document tells nothing."""
    base = asked.explanation.document.base_round
    return RefusalQuery(
        ReasonCode.OTHER_YEAR,
        "no_data",
        asked.lines or (asked.explanation.total.id,),
        credit=asked.credit,
        round=base,
        kind="delta",
        heard=f"{base.year - 1}-{base.year}",
        document=asked.document,
    )


def rest(asked: Asked) -> Query | None:
    """What the stated reasons leave open of a change."""
    marks = asked.frame.marks
    if "rest" not in marks and not ("why" in marks and "sum" in marks and _against_table(asked)):
        return None
    found = choice(asked, "rest")
    if found is not None:
        return found
    explanation = asked.explanation
    below = _ises(explanation.lines[_only(asked)], explanation)
    if len(below) == 1:
        return RestQuery(below[0], asked.document)
    # What is open differs from line to line, and sums of it would hide one rest behind another.
    options = tuple((one, ask("rest", one, explanation)) for one in below)
    return ChoiceQuery(options, asked.subjects[0].heard if asked.subjects else "", "rest", document=asked.document)


def without_reason(asked: Asked) -> Query | None:
    """Which lines have no reason ("welke programma's hebben geen reden"): told with what the reasons leave open."""
    words = asked.frame.words
    if (
        asked.subjects
        or asked.policies
        or "unit_level" not in asked.frame.marks
        or _NONE.isdisjoint(words)
        or _REASONS.isdisjoint(words)
    ):
        return None
    return RestQuery(asked.explanation.total.id, asked.document)


_NONE = frozenset({"geen", "zonder"})
_REASONS = frozenset({"reden", "redenen", "verklaring", "oorzaak"})


def _against_table(asked: Asked) -> bool:
    """Whether reasons are held against the table."""
    return asked.frame.has("source", "table") or "compare" in asked.frame.marks


def _ises(line: Line, explanation: Explanation) -> tuple[str, ...]:
    """Give the lowest lines below a line, itself when nothing stands below it."""
    if not line.parts:
        return (line.id,)
    lines = explanation.lines
    return tuple(one for part in line.parts for one in _ises(lines[part], explanation) if lines[one].level is Level.ISE)


def nature(asked: Asked) -> Query | None:
    """The stated amounts of one nature over a line, a programme or the whole document."""
    natures = asked.frame.marks.get("nature")
    if natures is None or asked.policies:
        return None
    if asked.frame.numbers and "hoeveel" not in asked.frame.words:
        quoted = reasons_of(asked, main_number(asked))
        if len(quoted) == 1:
            return PolicyQuery((quoted[0].policy,), (quoted[0].id,), credit=asked.credit, document=asked.document)
    first = min(natures, key=natures.__getitem__)
    if len(asked.subjects) > 1:
        return None
    if asked.rounds.single == asked.explanation.document.base_round and not asked.rounds.since_base:
        return _earlier_change(asked)
    return choice(asked, "driver", wording=first) or NatureQuery(
        Nature(first), _only(asked), asked.credit, asked.document, _in_percent(asked)
    )


def _in_percent(asked: Asked) -> bool:
    """Whether an amount is asked as a part: "hoeveel procent van de stijging is index"; not when euros are asked."""
    return asked.percent or ("share" in asked.frame.marks and "euro" not in asked.frame.words)


def reason(asked: Asked) -> Query | None:
    """Why a line moves."""
    if not asked.why or asked.policies:
        return None
    found = choice(asked, "reason")
    if found is not None:
        return found
    if len(asked.lines) > 1:
        # One list of reasons belongs to one line: with several, the asker picks.
        options = tuple((one, ask("reason", one, asked.explanation)) for one in asked.lines)
        return ChoiceQuery(options, " en ".join(one.heard for one in asked.subjects), "reason", document=asked.document)
    if not asked.subjects and (_speaks_of_another(asked) or not _speaks_of_money(asked)):
        return None
    if asked.frame.has("rank", "min"):
        heard = asked.frame.word(asked.frame.marks["rank"]["min"])
        return RefusalQuery(
            ReasonCode.NOT_UNDERSTOOD, "no_data", (_only(asked),), kind="turned", heard=heard, document=asked.document
        )
    if _level_and_why(asked):
        return FigureQuery((_only(asked),), Measure.LEVEL, asked.credit, None, asked.document, bare=True)
    # Of the two credits the source explains one: who asks about both, asks about the other one too.
    credit = Credit.VEK if asked.both_credits else asked.credit
    words = asked.frame.words
    summed = asked.frame.has("sum", "sum") or ("tel" in words and "op" in words)
    return ReasonQuery(_only(asked), credit, asked.direction, asked.document, presumed(asked), summed)


def _level_and_why(asked: Asked) -> bool:
    """Whether a level is asked and then why it moves: "hoeveel krijgt loopbanen en waarom stijgt dat"."""
    words = asked.frame.words
    if words[0] not in {"hoeveel", "wat"} or "waarom" not in words or asked.rounds.single is not None:
        return False
    why = words.index("waarom")
    moves = asked.frame.marks.get("measure", {}).items()
    return words[why - 1] == "en" and all(place > why for name, place in moves if name != "level")


def _speaks_of_money(asked: Asked) -> bool:
    marks = asked.frame.marks
    return any(kind in marks for kind in ("measure", "credit", "total", "round_kind"))


def _speaks_of_another(asked: Asked) -> bool:
    """Whether something is asked of a person or of a line that is not named: the whole domain is not meant then."""
    frame = asked.frame
    if frame.marks.keys().isdisjoint(_OF_OTHERS) or "total" in frame.marks:
        return False
    if "sum" in frame.marks and "unit_level" not in frame.marks:
        return bool(frame.numbers)  # a sum of numbers is no question about the budget
    return ("unit_level" in frame.marks and "sum" not in frame.marks) or not _PERSONS.isdisjoint(frame.words)


_OF_OTHERS = frozenset({"unit_level", "source", "sum"})
_PERSONS = frozenset({"crevits", "hilde"})


def figure(asked: Asked) -> Query | None:
    """Level, change or percentage of a line; a subject alone gets all of it."""
    measure = asked.measure
    if measure is Measure.LEVEL and (asked.rounds.change or asked.rounds.since_base or _more_or_less(asked)):
        measure = Measure.DELTA
    found = choice(asked, measure.value)
    if found is not None:
        return found
    marks = asked.frame.marks
    another = _speaks_of_another(asked) or asked.frame.word(0) == "wie"
    if not asked.subjects and (another or not (_speaks_of_money(asked) or asked.frame.years)):
        return None
    bare = _OF_FIGURES.isdisjoint(marks) and not asked.frame.years
    round_ = asked.rounds.single if measure is Measure.LEVEL else None
    return FigureQuery(
        (_only(asked),),
        measure,
        asked.credit,
        round_,
        asked.document,
        bare,
        0 if measure is Measure.LEVEL else asked.direction,
        presumed(asked) if asked.frame.numbers or "multiple" in marks else None,
        _doubted(asked),
    )


_OF_FIGURES = frozenset({"measure", "credit", "round_kind"})


def _more_or_less(asked: Asked) -> bool:
    sums = asked.frame.marks.get("sum")
    return sums is not None and not sums.keys().isdisjoint({"plus", "minus"})


def _doubted(asked: Asked) -> bool:
    """Whether a yes or no is asked, and every word it depends on was understood."""
    if asked.turns.flipped or not asks_if(asked) or leaves_open(asked):
        return False
    return not loose_words(asked)
