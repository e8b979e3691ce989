"""From typed text to one Query: gathers what was asked and lets the rules decide, in one fixed order."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from bot.grammar.asked import Asked, change_words
from bot.grammar.followup import Last, follow
from bot.grammar.frame import Frame
from bot.grammar.reading import read
from bot.grammar.rounds import held_targets, pick_explanation, read_rounds
from bot.grammar.rules import (
    both_credits,
    causes,
    document,
    judged,
    kindred,
    lines,
    numbers,
    periods,
    policies,
    portions,
    ranks,
    refusals,
    several,
    shares,
    words,
)
from bot.grammar.subjects import read_subjects
from bot.grammar.turns import NO_TURNS, read_turns
from budget.model import Credit, Explanation
from budget.numbers_nl import UNIT_WORDS, unread_amounts
from budget.queries import HelpQuery, Query, ReasonCode, RefusalQuery
from budget.resolve.lexicon import Lexicon
from budget.resolve.text import LIMIT

__all__ = ["RULES", "Rule", "Understood", "called", "parse", "understand"]

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9])")


class Rule(Struct, frozen=True):
    """A rule, and the kinds of marks that call it; a rule that names none is asked of every question."""

    ask: Callable[[Asked], Query | None]
    called_by: frozenset[str] = frozenset()


def _called(ask: Callable[[Asked], Query | None], *kinds: str) -> Rule:
    return Rule(ask, frozenset(kinds))


RULES: tuple[Rule, ...] = (
    Rule(refusals.not_a_question),
    _called(words.oneself, "self"),
    _called(words.commands, "search", "help", "audit"),
    Rule(kindred.named_in_part),
    _called(refusals.foreign_subject, "elsewhere"),
    Rule(refusals.other_scope),
    Rule(refusals.unknown_words),
    _called(numbers.contradiction, "source"),
    Rule(words.glossary),
    Rule(refusals.explained_only),
    _called(refusals.foreign_credit, "other_credit"),
    Rule(periods.foreign_round),
    Rule(lines.clash),
    Rule(lines.branch_alone),
    Rule(numbers.arithmetic),
    Rule(ranks.narrowed),
    _called(causes.without, "turn"),
    _called(causes.remaining, "turn"),
    _called(lines.without_reason, "unit_level"),
    _called(several.outside_objectives, "unit_level"),
    Rule(refusals.turned),
    _called(lines.rest, "rest", "why"),
    Rule(portions.of_a_number),
    Rule(shares.share),
    Rule(several.total_of),
    _called(both_credits.credits_compared, "credit"),
    _called(ranks.rank, "rank", "unit_level"),
    _called(ranks.moving, "measure"),
    _called(causes.part_of_nature, "nature"),
    Rule(causes.compared),
    _called(causes.added, "sign", "nature"),
    Rule(policies.policy),
    _called(judged.judged, "measure"),
    _called(lines.nature, "nature"),
    Rule(numbers.lookup),
    _called(several.structure, "structure", "unit_level", "stands"),
    _called(document.where_it_stands, "source"),
    Rule(document.about_document),
    _called(kindred.kindred, "aspect"),
    _called(policies.actions, "actions"),
    Rule(lines.undecided_year),
    _called(lines.reason, "why"),
    Rule(several.compare),
    Rule(lines.figure),
    Rule(words.courtesy),
)
"""Every rule in the order it is asked; the first that gives a query decides, and refusals come before answers."""


@lru_cache(maxsize=512)
def called(kinds: frozenset[str]) -> tuple[Callable[[Asked], Query | None], ...]:
    """Give the rules that a question with these kinds of marks can concern, in order."""
    return tuple([rule.ask for rule in RULES if not rule.called_by or not rule.called_by.isdisjoint(kinds)])


class Understood(Struct, frozen=True):
    """How a text was understood, and what of the conversation filled it in.

    `followed` is "" for a question on its own, "subject" when it goes on about the last subject (its names are in
    `about`), "measure" when it asks the same of another subject.
    """

    query: Query
    followed: str = ""
    about: tuple[str, ...] = ()


def parse(text: str, lexicon: Lexicon) -> Query:
    """Read one typed question on its own; see understand."""
    return understand(text, lexicon).query


def understand(text: str, lexicon: Lexicon, last: Last | None = None) -> Understood:
    """Read one typed question; `last` is what the conversation was about, for "en in VEK?".

    Never fails: what is not understood is a RefusalQuery, nothing typed a HelpQuery. Linear in the text's length.
    """
    if len(text) > LIMIT:
        return Understood(RefusalQuery(ReasonCode.NOT_UNDERSTOOD, "not_found", kind="too_long"))
    asked = _question(text, lexicon) or gather(read(text, lexicon), lexicon)
    if not UNIT_WORDS.isdisjoint(asked.frame.words) and unread_amounts(text):
        return Understood(RefusalQuery(ReasonCode.NOT_UNDERSTOOD, "not_found", kind="unread_amount"))
    continued = follow(asked, last) if last is not None else asked
    if continued is asked:
        return Understood(_decide(asked))
    if asked.has_names:
        return Understood(_decide(continued), "measure")
    policies = asked.explanation.policies
    about = tuple(one.heard for one in continued.subjects) or tuple(policies[one].name for one in continued.policies)
    return Understood(_decide(continued), "subject", about)


def _question(text: str, lexicon: Lexicon) -> Asked | None:
    """Give the one question among several sentences when it stands on its own; None when it leans on the others.

    What somebody else claimed, or why it is asked, then does not get mixed into it.
    """
    if "?" not in text:
        return None
    sentences = _SENTENCE_END.split(text.strip())
    questions = [one for one in sentences if one.endswith("?")]
    if len(sentences) == 1 or len(questions) != 1:
        return None
    asked = gather(read(questions[0], lexicon), lexicon)
    if not asked.has_names or isinstance(_decide(asked), RefusalQuery):
        return None
    return asked


def _decide(asked: Asked) -> Query:
    """Ask the rules in order; the first that gives a query decides."""
    for ask in called(frozenset(asked.frame.marks)):
        query = ask(asked)
        if query is not None:
            return query
    if not asked.frame.words:
        return HelpQuery()
    return RefusalQuery(ReasonCode.NOT_UNDERSTOOD, "not_found", document=asked.document)


def gather(frame: Frame, lexicon: Lexicon) -> Asked:
    """Gather what every rule looks at."""
    catalog = lexicon.catalog
    explanation = pick_explanation(frame, catalog)
    if len(catalog.explanations) > 1:
        _leave_other_documents(frame, explanation)
    if frame.numbers and "measure" in frame.marks:
        _leave_comparisons(frame)
    change, firm, direction = change_words(frame)
    percent = frame.has("measure", "pct")
    apart = "share" in frame.marks or (percent and ("total" in frame.marks or _percent_of(frame)))
    subjects = read_subjects(frame, explanation, apart_over_in=apart)
    chosen, reasons = _policies(frame, explanation)
    if direction and len(frame.years) > 1 and _base_first(frame, explanation):
        direction = -direction
    turns = read_turns(frame, subjects, direction) if frame.numbers or "turn" in frame.marks else NO_TURNS
    credit = frame.marks.get("credit")
    if turns.credit and credit is not None:
        credit = {one: place for one, place in credit.items() if one != turns.credit}
    return Asked(
        frame=frame,
        lexicon=lexicon,
        explanation=explanation,
        document=explanation.document.id if len(catalog.explanations) > 1 else None,
        subjects=subjects,
        policies=chosen,
        reasons=reasons,
        rounds=read_rounds(frame, explanation),
        credit=Credit(next(iter(credit))) if credit is not None and len(credit) == 1 else None,
        both_credits=credit is not None and len(credit) > 1,
        change=change,
        firm_change=firm,
        percent=percent,
        direction=-direction if turns.flipped else direction,
        turns=turns,
    )


def _leave_other_documents(frame: Frame, explanation: Explanation) -> None:
    """Keep what a name stands for in this document; a name that only another one knows is an unknown word of it."""
    kept = [replace(hit, targets=held_targets(explanation, hit)) for hit in frame.names]
    foreign = {place for hit in kept if not hit.targets for place in range(hit.first, hit.end)}
    frame.names = [hit for hit in kept if hit.targets]
    frame.unknown = sorted({*frame.unknown, *foreign})


def _leave_comparisons(frame: Frame) -> None:
    """Take "meer dan 5 miljoen" for a comparison with a number: it tells of no rise, and "minder dan" of no fall."""
    measure = frame.marks["measure"]
    starts = {span.start for span in frame.numbers if span.hedge in {"meer dan", "minder dan"}}
    for meaning in ("more", "less"):
        place = measure.get(meaning, -1)
        if place >= 0 and any(start in starts for _word, start, _end in frame.places[place + 1 : place + 4]):
            del measure[meaning]


_IS = frozenset({"is", "zijn", "was", "waren", "vormt", "vormen"})
_MOVES = frozenset({"rise", "fall", "delta", "more", "less"})
_OF_GROWTH = ("groei", "stijging", "daling")


def _percent_of(frame: Frame) -> bool:
    """Whether "procent van" is said, behind which a whole follows; a percentage of growth has none."""
    place = frame.marks["measure"]["pct"]
    if frame.word(place).startswith(_OF_GROWTH):
        return False
    moved = place + 1 in frame.marks["measure"].values()  # "procentuele evolutie van": a growth, and no part
    if frame.word(place + 1) in _IS and not frame.marks["measure"].keys() & _MOVES:
        return True  # "hoeveel procent is JE van JD"
    if frame.word(place + 1) == "van" or (frame.word(place + 2) == "van" and not moved):
        return True
    return "hoeveel" in frame.words and frame.word(frame.words.index("hoeveel") + 1) == "van"


def _policies(frame: Frame, explanation: Explanation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the policies and single reasons named, in the order of the text; a named reason brings its policy."""
    chosen: dict[str, None] = {}
    reasons: dict[str, None] = {}
    for hit in frame.names:
        if hit.kind == "policy":
            chosen.update((one, None) for one in hit.targets if one in explanation.policies)
        elif hit.kind == "reason":
            found = [one for one in hit.targets if one in explanation.reasons]
            reasons.update((one, None) for one in found)
            chosen.update((explanation.reasons[one].policy, None) for one in found)
    if reasons:
        # "LBO zorgkrediet": the policy beside a reason only says where it belongs; another policy is asked with it.
        owners = {explanation.reasons[one].policy for one in reasons}
        for one in chosen:
            if one not in owners:
                every = explanation.policy_reasons.get(one, ())
                beside = _nature_beside(frame, one) if "nature" in frame.marks else ""
                meant = [reason for reason in every if reason.nature.value == beside] or every
                reasons.update((reason.id, None) for reason in meant)
    return tuple(chosen), tuple(reasons)


def _base_first(frame: Frame, explanation: Explanation) -> bool:
    """Whether the older year is set against the newer one ("minder in 2021 dan in 2022"): the way is then the other."""
    if "dan" not in frame.words:
        return False
    then = frame.words.index("dan")
    base = explanation.document.base_round.year
    places = dict(frame.years)
    return places.get(base, then) < then and any(place > then and year > base for year, place in frame.years)


def _nature_beside(frame: Frame, policy: str) -> str:
    """Give the nature that stands right beside a policy's name ("index dienstencheques"); "" without one."""
    near = {
        place
        for hit in frame.names
        if hit.kind == "policy" and policy in hit.targets
        for place in (
            hit.first - 1,
            hit.end,
            hit.first - 2 if frame.word(hit.first - 1) in {"van", "bij", "op"} else -1,
        )
    }
    return next((nature for nature, place in frame.marks["nature"].items() if place in near), "")
