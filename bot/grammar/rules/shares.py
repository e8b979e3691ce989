"""Questions what part of a whole something is: which two ends, and which of the two is the whole."""

from __future__ import annotations

from bisect import bisect_left

from bot.grammar.asked import Asked
from bot.grammar.rules.lines import choice
from budget.model import Level, Line
from budget.queries import Measure, Query, ReasonCode, ReasonQuery, RefusalQuery, ShareQuery
from budget.resolve.lines import inside, narrow, part_of

__all__ = ["share"]

_RATIO = frozenset({"verhouding", "ratio"})
_OVER = frozenset({"in", "binnen"})
_OF = frozenset({"van", "in", "binnen"})
_AS_PERCENT = (["procent"], ["percent"], ["procenten"], ["percentage"], ["%"], ["pct"])


def share(asked: Asked) -> Query | None:
    """Part of a whole: of the level, or of the change when a rise or fall is said."""
    frame = asked.frame
    if not asked.subjects or asked.policies or "nature" in frame.marks or (asked.why and "rank" in frame.marks):
        return None
    marked = "share" in frame.marks or _percentage_of(asked)
    if _side_by_side(asked, marked=marked):
        return None
    if marked and "rank" in frame.marks and asked.change and len(asked.subjects) == 1 and not asked.percent:
        # "Het grootste deel van de stijging van loopbanen" is the cause that counts most.
        return choice(asked, "reason") or ReasonQuery(asked.lines[0], asked.credit, 0, asked.document)
    if not (marked or asked.percent or "compare" in frame.marks):
        return None
    several = asked.percent and len(asked.subjects) > 1
    of_something = several and (_within(asked) if "compare" in frame.marks else _of_is_said(asked))
    # "JD tegenover het totaal": the total stands behind the comparing word, else it only colours the subject.
    against = frame.marks.get("compare", {}).get("compare", len(frame.words))
    against_total = len(asked.subjects) == 1 and frame.marks.get("total", {}).get("total", -1) > against
    of_total = len(asked.subjects) == 1 and (
        against_total or (asked.percent and _of_the_total(asked)) or (asked.percent and _of_the_rise(asked))
    )
    if not (marked or of_something or of_total or _is_part_said(asked)):
        return None
    if len(asked.subjects) > 2 or (len(asked.subjects) > 1 and "sum" in frame.marks):  # noqa: PLR2004 - two ends
        return _together(asked)
    if marked and asked.change and _moves_itself(asked):
        return _not_worked_out(asked)
    measure = Measure.DELTA if asked.change else Measure.LEVEL
    pair = _pair(asked)
    if pair is None:
        return choice(asked, "share", wording="aandeel")
    part, whole = pair
    if part == whole:
        return None
    round_ = asked.rounds.single if measure is Measure.LEVEL else None
    return ShareQuery(part, whole, measure, asked.credit, round_, asked.document)


def _together(asked: Asked) -> Query:
    """Several lines together as a part of the last one named, or of the whole domain; else it is not worked out."""
    explanation = asked.explanation
    lines = explanation.lines
    *parts, last = asked.lines or (explanation.total.id,)
    if "total" in asked.frame.marks or not all(inside(lines[one], lines[last], explanation) for one in parts):
        parts, last = [one for one in asked.lines if one != explanation.total.id], explanation.total.id
    settled = len(asked.lines) == len(asked.subjects) and not any(one.without for one in asked.subjects)
    fits = len(parts) > 1 and all(inside(lines[one], lines[last], explanation) for one in parts)
    if not (settled and fits):
        return _not_worked_out(asked)
    measure = Measure.DELTA if asked.change else Measure.LEVEL
    round_ = asked.rounds.single if measure is Measure.LEVEL else None
    return ShareQuery(parts[0], last, measure, asked.credit, round_, asked.document, tuple(parts[1:]))


def _side_by_side(asked: Asked, *, marked: bool) -> bool:
    """Whether two sizes are set side by side: "verhouding VAK VEK", "verschil in procentuele groei"."""
    if asked.both_credits and len(asked.subjects) == 1 and not _RATIO.isdisjoint(asked.frame.words):
        return True
    return not marked and asked.firm_change and "difference" in asked.frame.marks.get("measure", {})


def _percentage_of(asked: Asked) -> bool:
    """Whether a number of percent is said of one of two lines: "is loopbanen 45 % van WSE"."""
    frame = asked.frame
    if len(asked.subjects) != 2 or not frame.numbers or asked.turns.left:  # noqa: PLR2004 - a part and a whole
        return False
    starts = [start for _word, start, _end in frame.places]
    spans = [one for one in frame.numbers if one.number.kind == "pct"]
    return any(frame.word(bisect_left(starts, one.end)) == "van" for one in spans)


def _not_worked_out(asked: Asked) -> RefusalQuery:
    return RefusalQuery(
        ReasonCode.NOT_UNDERSTOOD, "no_data", asked.lines, kind="turned", heard="aandeel", document=asked.document
    )


def _moves_itself(asked: Asked) -> bool:
    """Whether the part itself is said to rise or fall ("stijgt het aandeel van X"), and not asked of a rise."""
    words = asked.frame.words
    return "aandeel" in words and not _VERBS.isdisjoint(words) and not any(one.startswith(_CHANGES) for one in words)


_VERBS = frozenset(
    "stijgt stijgen gestegen steeg daalt dalen gedaald daalde groeit groeien gegroeid verandert veranderd evolueert "
    "geevolueerd toegenomen afgenomen zakt gezakt".split()
)
_CHANGES = ("stijging", "daling", "groeip", "toename", "afname", "verhoging", "verlaging")


def _within(asked: Asked) -> bool:
    """Whether one of two lines set against each other holds the other: "JE tegenover WSE in procent" is a share."""
    if len(asked.subjects) != 2 or asked.change or any(one.ambiguous for one in asked.subjects):  # noqa: PLR2004
        return False
    first, second = (asked.explanation.lines[one] for one in asked.lines)
    return inside(first, second, asked.explanation) or inside(second, first, asked.explanation)


def _is_part_said(asked: Asked) -> bool:
    """Whether a part is asked as a percentage of its whole: "competenties: welk percentage is VDAB"."""
    lines = asked.explanation.lines
    if not asked.percent or asked.change or len(asked.subjects) != 1 or asked.subjects[0].ambiguous:
        return False
    line = lines[asked.subjects[0].line]
    if _over_the_total(asked):
        return True
    heads = [hit.first for hit in asked.frame.names if hit.targets == (line.scope,)]
    return line.whole is not None and any(asked.frame.word(place - 1) == "is" for place in heads)


def _over_the_total(asked: Asked) -> bool:
    """Whether a line is written over the whole domain: "JD/WSE in procent"."""
    frame = asked.frame
    if "/" not in frame.folded:
        return False
    total = asked.explanation.total.id
    places = [hit.first for hit in frame.names if hit.targets == (total,)]
    return any("/" in frame.folded[frame.places[at - 1][2] : frame.places[at][1]] for at in places if at)


def _of_is_said(asked: Asked) -> bool:
    """Whether "van" or "in" stands between a part and a whole; the one of "in procent" does not."""
    words = asked.frame.words
    return any(word in _OF and words[place + 1 : place + 2] not in _AS_PERCENT for place, word in enumerate(words))


def _of_the_total(asked: Asked) -> bool:
    """Whether "procent van het totaal" is said: "van" opens the whole, and the subject is not that whole itself."""
    frame = asked.frame
    place = frame.marks.get("measure", {}).get("pct", -1)
    total = frame.marks.get("total", {}).get("total", -1)
    if total < 0 or asked.subjects[0].candidates == (asked.explanation.total.id,):
        return False
    opened = not _AGAINST.isdisjoint(frame.words[max(0, total - 2) : total])
    asked_so = frame.word(place + 1) in _IS  # "hoeveel procent is dat van het totaal"
    near = "van" in frame.words[place + 1 : place + 3] and 0 <= total - place <= _FEW
    return near or (opened and (asked_so or total >= asked.subjects[0].end))


_FEW = 4  # words of "procent van de hele"
_AGAINST = frozenset({"van", "tegenover", "tov"})
_IS = frozenset({"is", "zijn", "was", "waren"})


def _of_the_rise(asked: Asked) -> bool:
    """Whether "procent van de stijging" is said before the one subject: then the whole rise is the whole."""
    frame = asked.frame
    place = frame.marks.get("measure", {}).get("pct", -1)
    follow = frame.words[place + 1 : place + 5]
    moves = frame.marks.get("measure", {})
    return (
        place >= 0
        and "van" in follow
        and any(
            place + 1 + follow.index("van") < moves.get(meaning, -1) <= place + 4
            for meaning in ("rise", "fall", "delta")
        )
        and asked.subjects[0].first > place + len(follow)
    )


def _pair(asked: Asked) -> tuple[str, str] | None:
    """Give part and whole: the structure decides, else the wording; None when a name stays ambiguous."""
    explanation = asked.explanation
    lines = explanation.lines
    first = asked.subjects[0]
    if len(asked.subjects) == 1:
        if first.ambiguous:
            return None
        line = lines[first.line]
        if line.whole is not None and _is_part_said(asked):
            return (line.id, line.whole)
        return (line.id, _default_whole(asked, line))
    second = asked.subjects[1]
    between = asked.frame.words[first.end : second.first]
    head_first = _whole_comes_first(asked) and not first.ambiguous and lines[first.line].scope == first.line
    if head_first and _OVER.isdisjoint(between):
        parts = part_of(second.candidates, first.line, explanation)
        if len(parts) == 1:
            return (parts[0], first.line)  # "hoeveel procent van VDAB gaat naar activering"
    for one, other in ((first, second), (second, first)):
        head = lines[one.candidates[0]]
        if not one.ambiguous and head.level is Level.TOTAL and head.id != explanation.total.id:
            parts = part_of(other.candidates, head.id, explanation)
            if (
                len(parts) == 1
                and [hit.kind for hit in asked.frame.names if hit.targets == (head.id,)].count("line") > 1
            ):
                return (parts[0], head.id)  # "JF van VDAB in VDAB": said twice, it is the whole too
            if len(parts) == 1 and lines[parts[0]].whole is not None and lines[other.candidates[0]].scope != head.id:
                return (parts[0], lines[parts[0]].whole or head.id)
    for one, other in ((first, second), (second, first)):
        if other.ambiguous:
            continue
        within = narrow(one.candidates, lines[other.line], explanation)
        if len(within) == 1 and inside(lines[within[0]], lines[other.line], explanation):
            return (within[0], other.line)
    if first.ambiguous or second.ambiguous:
        return None
    whole_first = _whole_comes_first(asked)
    return (second.line, first.line) if whole_first else (first.line, second.line)


def _default_whole(asked: Asked, line: Line) -> str:
    """Give the whole when none is named: the head of the line's table, or the document's total for that head."""
    total = asked.explanation.total.id
    return line.scope if line.scope != line.id and line.level is not Level.OBJECTIVE else total


def _whole_comes_first(asked: Asked) -> bool:
    """Whether the whole is named first: "welk deel van competenties is VDAB"; never behind "aandeel"."""
    frame = asked.frame
    place = frame.marks.get("share", {}).get("share")
    if place is None:
        place = frame.marks.get("measure", {}).get("pct", -1)
    words = frame.words
    if "hoeveel" in words and frame.word(words.index("hoeveel") + 1) == "van":
        return True
    if frame.word(place).startswith("aandeel"):
        return False
    follow = [frame.word(place + step) for step in range(1, 4)]
    return "van" in follow and asked.subjects[0].first > place
