"""Lets a short question go on about the last subject of a conversation ("en in VEK?"); it keeps nothing itself."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from bot.grammar.asked import Asked
from bot.grammar.subjects import Subject
from budget.answers import Answer, Status
from budget.model import Credit, Level, Round
from budget.queries import ChoiceQuery, Measure, PolicyQuery, RankQuery, ShareQuery
from budget.resolve.lines import narrow, part_of

__all__ = ["Last", "follow", "remember"]


class Last(Struct, frozen=True):
    """What a conversation was last about: lines or policies, and what of them was asked."""

    subjects: tuple[str, ...]
    policies: tuple[str, ...] = ()
    measure: Measure = Measure.LEVEL
    why: bool = False
    credit: Credit | None = None
    round: Round | None = None
    # "share" (part and whole), "choice" (the lines to choose from), "rank-…" (the level, and "-fallers" or "-risers"
    # when only lines of one way were asked); "" for all else
    kind: str = ""
    reasons: tuple[str, ...] = ()  # the single reasons of a policy, when only those were asked


_KEPT = {"level": Measure.LEVEL, "delta": Measure.DELTA, "pct": Measure.PCT}
_ON_THEIR_OWN = frozenset({"rank", "total", "unit_level"})
_MEASURED = frozenset({"measure", "source"})
_PLACES = frozenset({"slides", "slide_of"})
_SHORT = 5  # words of an answer to "bedoel je A of B"
_OPENERS = frozenset({"en", "maar", "ook", "of", "waarvan", "daarvan"})
_RANKED = "rank-"


def remember(answer: Answer) -> Last | None:
    """Give what a follow-up may go on about; None when the answer was about nothing of the document."""
    if answer.status in {Status.NOT_FOUND, Status.HELP} or not answer.subjects:
        return None
    if isinstance(answer.query, ChoiceQuery):
        return _of_choice(answer, answer.query)
    policies: tuple[str, ...] = getattr(answer.query, "policies", ()) or ()
    if not isinstance(policies, tuple):
        policies = ()
    return Last(
        answer.subjects,
        policies,
        _KEPT.get(answer.kind, Measure.LEVEL),
        answer.kind == "reason",
        getattr(answer.query, "credit", None),
        getattr(answer.query, "round", None) if answer.kind in _KEPT else None,
        _kind(answer),
        answer.query.reasons if isinstance(answer.query, PolicyQuery) else (),
    )


def _kind(answer: Answer) -> str:
    if isinstance(answer.query, RankQuery):
        way = {1: "-risers", -1: "-fallers"}.get(answer.query.direction, "")
        return f"{_RANKED}{answer.query.level.value}{way}"
    return "share" if isinstance(answer.query, ShareQuery) else ""


def _of_choice(answer: Answer, query: ChoiceQuery) -> Last | None:
    """Give the readings that are to be chosen from, with what was asked of them; None for those of policies."""
    if query.policies:
        return None
    measure = _KEPT.get(query.kind, Measure.LEVEL)
    words = query.options[0][1].split()
    credit = next((one for one in Credit if one.value in words), None)
    base = answer.document.base_round
    return Last(
        answer.subjects,
        (),
        measure,
        query.kind == "reason",
        credit,
        base if str(base.year) in words else None,
        "choice" if query.kind in _KEPT or query.kind == "reason" else "",
    )


def follow(asked: Asked, last: Last) -> Asked:
    """Fill in what a short question leaves out; a question that names a subject and a measure is left as it is."""
    frame = asked.frame
    marks = frame.marks
    if (
        frame.unknown
        or "elsewhere" in marks
        or "order_to_bot" in marks
        or "opinion" in marks
        or "help" in marks
        or frame.numbers
    ):
        return asked
    if last.kind == "choice":
        chosen = _chosen(asked, last)
        if chosen is not None:
            return chosen
    opened = frame.word(0) in _OPENERS
    if opened and last.kind.startswith(_RANKED) and "rank" in marks and "unit_level" not in marks:
        marks["unit_level"] = {last.kind.split("-")[1]: 0}  # "en het kleinste": of the same lines
        return asked
    if opened and last.kind.count("-") > 1 and _names_credit_only(asked):
        _, unit, way = last.kind.split("-")  # "welke ISE's dalen", "en in VEK?"
        marks["unit_level"], marks["rank"] = {unit: 0}, {way: 0}
        return asked
    if len(asked.subjects) == 1 and asked.percent and _refers_back(asked):
        return _as_part(asked, last)
    if opened and len(asked.subjects) == 1 and asked.subjects[0].ambiguous:
        asked = _within(asked, last)
    if not asked.has_names:
        if not (opened or _says_something(asked)) or not _ON_THEIR_OWN.isdisjoint(marks) or _of_document(asked):
            return asked
        return _with_subjects(asked, last)
    if opened and not _says_something(asked):
        return _with_measure(asked, last)
    return asked


def _names_credit_only(asked: Asked) -> bool:
    """Whether nothing but a credit is named."""
    others = {"measure", "why", "rank", "share", "nature", "source", "unit_level", "rest", "total", "turn", "glossary"}
    return asked.credit is not None and not asked.has_names and others.isdisjoint(asked.frame.marks)


def _refers_back(asked: Asked) -> bool:
    """Whether "hoeveel procent is dat van X" is asked: "dat" is what was spoken of, and X the whole."""
    words = asked.frame.words
    return "dat" in words and words[words.index("dat") + 1 : words.index("dat") + 2] == ["van"]


def _as_part(asked: Asked, last: Last) -> Asked:
    """Ask what part of the whole that is named the last line was; a policy or several lines are no such part."""
    lines = asked.explanation.lines
    if len(last.subjects) != 1 or last.policies or last.subjects[0] not in lines or asked.subjects[0].ambiguous:
        return asked
    part = Subject((last.subjects[0],), lines[last.subjects[0]].name, -1, -1)
    asked.frame.marks.setdefault("share", {})["share"] = 0
    return replace(asked, subjects=(part, *asked.subjects), percent=False)


def _within(asked: Asked, last: Last) -> Asked:
    """Take an ambiguous name for the line below the one that was spoken of: "JE", "waarvan activering?"."""
    subject = asked.subjects[0]
    if len(last.subjects) != 1 or last.subjects[0] not in asked.explanation.lines:
        return asked
    kept = _narrowed(subject.candidates, last.subjects[0], asked)
    return replace(asked, subjects=(replace(subject, candidates=kept),)) if len(kept) == 1 else asked


def _chosen(asked: Asked, last: Last) -> Asked | None:
    """Give the reading that a short answer picks from those offered ("werk", "die van JE"); None when it picks none."""
    if len(asked.frame.words) > _SHORT or _says_something(asked) or asked.policies:
        return None
    lines = asked.explanation.lines
    offered = tuple(one for one in last.subjects if one in lines)
    hits = [hit for hit in asked.frame.names if hit.kind in {"line", "branch"} and hit.targets[0] in lines]
    kept = {one for hit in hits for one in _narrowed(offered, hit.targets[0], asked)}
    if len(kept) != 1:
        return None
    only = kept.pop()
    subject = Subject((only,), lines[only].name, hits[0].first, hits[-1].end)
    return _with_measure(replace(asked, subjects=(subject,)), last)


def _narrowed(offered: tuple[str, ...], by: str, asked: Asked) -> tuple[str, ...]:
    """Give the readings that stand under a line, or that part of the one which stands in the table it heads."""
    line = asked.explanation.lines[by]
    if line.level is not Level.TOTAL:
        return narrow(offered, line, asked.explanation)
    # The whole stands among what is offered for a word such as "werk", and any line narrows to it.
    return () if line is asked.explanation.total else part_of(offered, by, asked.explanation)


def _says_something(asked: Asked) -> bool:
    """Whether anything but a subject is asked: a credit, a round, a measure, a reason or a place."""
    marks = asked.frame.marks
    return any(
        kind in marks
        for kind in ("credit", "measure", "why", "round_kind", "relative_round", "rest", "share", "nature", "source")
    ) or bool(asked.frame.years)


def _of_document(asked: Asked) -> bool:
    """Whether a question is about the document itself: who, when, how many slides."""
    source = asked.frame.marks.get("source", {})
    return bool(source) and not source.keys() <= _PLACES


def _with_subjects(asked: Asked, last: Last) -> Asked:
    lines = asked.explanation.lines
    known = tuple(one for one in last.subjects if one in lines)
    policies = tuple(one for one in last.policies if one in asked.explanation.policies)
    if policies:
        # "En de prognose?" goes on about the policy, "hoeveel procent is dat" about the one reason of it.
        reasons = () if "nature" in asked.frame.marks else last.reasons
        return replace(
            asked, policies=policies, reasons=tuple(one for one in reasons if one in asked.explanation.reasons)
        )
    subjects = tuple(Subject((one,), lines[one].name, -1, -1) for one in known)
    measured = asked.change or asked.percent or asked.why or not _MEASURED.isdisjoint(asked.frame.marks)
    kept = replace(asked, subjects=subjects)
    if last.kind == "share" and not measured:
        asked.frame.marks.setdefault("share", {})["share"] = 0
    elif last.kind == "share":
        kept = replace(asked, subjects=subjects[:1])  # a change or a reason is asked of the part
    if not asked.why:
        kept = _with_credit_and_round(kept, last)
    if measured or asked.rounds.single is not None:
        return kept
    return replace(
        kept,
        change=last.measure is Measure.DELTA,
        firm_change=last.measure is Measure.DELTA,
        percent=last.measure is Measure.PCT,
    )


def _with_measure(asked: Asked, last: Last) -> Asked:
    if last.kind == "share" and len(asked.subjects) == 1:
        asked = _as_share(asked, last)
    if last.why:
        asked.frame.marks.setdefault("why", {})["why"] = 0
    return replace(
        asked,
        change=last.measure is Measure.DELTA,
        firm_change=last.measure is Measure.DELTA,
        percent=last.measure is Measure.PCT,
        credit=last.credit,
        rounds=replace(asked.rounds, single=last.round),
    )


def _with_credit_and_round(asked: Asked, last: Last) -> Asked:
    """Keep the credit and the round that were asked before, where the follow-up names no other."""
    named = asked.both_credits or asked.credit is not None
    rounds = asked.rounds
    elsewhere = rounds.single is not None or rounds.change or rounds.foreign is not None
    return replace(
        asked,
        credit=asked.credit if named else last.credit,
        rounds=rounds if elsewhere or asked.change else replace(rounds, single=last.round),
    )


def _as_share(asked: Asked, last: Last) -> Asked:
    """Ask for another part of the same whole."""
    whole = asked.explanation.lines.get(last.subjects[-1])
    if whole is None or whole.id == asked.subjects[0].line:
        return asked
    asked.frame.marks.setdefault("share", {})["share"] = 0
    return replace(asked, subjects=(asked.subjects[0], Subject((whole.id,), whole.name, -1, -1)))
