"""Questions about a policy of the document or about one single reason, and about the announced actions."""

from __future__ import annotations

from bot.grammar.asked import Asked
from bot.grammar.doubt import asks_if, loose_words
from bot.grammar.rules.aspects import COUNTING, aspect_of
from bot.grammar.rules.causes import of_reasons
from bot.grammar.rules.numbers import presumed_of
from bot.grammar.subjects import Subject
from budget.causes import policy_reasons
from budget.model import Nature, Reason
from budget.queries import (
    ActionQuery,
    PolicyAspect,
    PolicyQuery,
    Presumed,
    Query,
    ReasonCode,
    ReasonQuery,
    RefusalQuery,
)
from budget.resolve.lines import inside

__all__ = ["actions", "is_paid_to_people", "policy"]


def policy(asked: Asked) -> Query | None:
    """What the document says of a policy: its amounts, its cause, its counted things, or that it says nothing."""
    if not asked.policies:
        return None
    misplaced = _misplaced(asked) or _head_count(asked)
    if misplaced is not None:
        return misplaced
    chosen = _chosen(asked)
    if isinstance(chosen, RefusalQuery):
        return chosen
    whole = _whole_change(asked, chosen) or _named_apart(asked, chosen)
    if whole is not None:
        return whole
    period = len(asked.frame.years) > 1 and _names_period(asked)
    loose = [place for place in loose_words(asked) if asked.frame.word(place) not in _OF_A_POLICY]
    doubted = len(asked.policies) == 1 and not period and asks_if(asked) and not loose
    number = presumed_of(asked) if doubted else None
    aspect = PolicyAspect.PERIOD if period else aspect_of(asked, named_one=bool(chosen))
    return PolicyQuery(
        asked.policies,
        tuple([reason.id for reason in chosen]),
        aspect=_held_against(number, aspect, asked) if number is not None else aspect,
        round=None if asked.rounds.since_base or period else asked.rounds.single,
        credit=asked.credit,
        document=asked.document,
        asked=asked.change,
        share=asked.change and (asked.percent or "share" in asked.frame.marks) and number is None,
        direction=asked.direction if doubted else 0,
        presumed=number,
        doubted=doubted and not asked.turns.flipped,
    )


def _held_against(number: Presumed, aspect: PolicyAspect, asked: Asked) -> PolicyAspect:
    """Tell what a presumed number is held against: the budget, or what somebody gets and what is counted."""
    if aspect not in {PolicyAspect.CHANGE, PolicyAspect.QUANTITY, PolicyAspect.TOTAL}:
        return aspect
    kind, size = number.number.kind, abs(number.number.value)
    if kind == "eur" and size >= _BUDGET_SIZE:
        stated = asked.explanation.policy_reasons.get(asked.policies[0], ())
        known = any(one.amount is not None for one in stated)
        return PolicyAspect.CHANGE if known and aspect is not PolicyAspect.TOTAL else PolicyAspect.TOTAL
    return PolicyAspect.QUANTITY if aspect is not PolicyAspect.TOTAL and not asked.change else aspect


_OF_A_POLICY = frozenset({"per", "premie", "doelstelling"})  # words that go with its counted things
_BUDGET_SIZE = 10_000  # euro: what one person gets stays below it


def _misplaced(asked: Asked) -> Query | None:
    """A policy asked under a line where the document does not put it."""
    if not asked.subjects:
        return None
    lines = asked.explanation.lines
    homes = [lines[one] for name in asked.policies for one in asked.explanation.policies[name].lines]
    for subject in asked.subjects:
        fits = not _elsewhere_in_part(asked, subject) and any(
            home.id == one
            or inside(home, lines[one], asked.explanation)
            or lines[one].whole == home.id
            or lines[one].scope == one
            for one in subject.candidates
            for home in homes
        )
        if not fits:
            return RefusalQuery(
                ReasonCode.NOT_IN_DOCUMENT,
                "no_data",
                (subject.line,),
                asked.policies,
                asked.credit,
                kind="driver",
                heard=subject.heard if subject.ambiguous else lines[subject.line].name,
                document=asked.document,
            )
    return None


def _elsewhere_in_part(asked: Asked, subject: Subject) -> bool:
    """Whether a part of the budget (VDAB) is named of which the amounts of the policies say nothing."""
    explanation = asked.explanation
    head = explanation.lines[subject.line].scope
    reasons = [one for name in asked.policies for one in explanation.policy_reasons.get(name, ())]
    return head != explanation.total.id and not any(
        one.part_line and explanation.lines[one.part_line].scope == head for one in reasons
    )


def _head_count(asked: Asked) -> Query | None:
    """How many people of a group there are: the document names the group and counts nobody."""
    if COUNTING.isdisjoint(asked.frame.words):
        return None
    place = asked.frame.marks.get("people", {}).get("people")
    if place is None:
        place = _counted_policy(asked)
    if place is None:
        place = _receivers(asked)
    if place is None or COUNTING.isdisjoint((asked.frame.word(place - 1), asked.frame.word(place - 2))):
        return None
    if any(word.startswith(("traject", "jobs", "premie", "euro")) or word == "job" for word in asked.frame.words):
        return None
    homes = tuple(one for name in asked.policies for one in asked.explanation.policies[name].lines)
    return RefusalQuery(
        ReasonCode.NOT_IN_DOCUMENT,
        "no_data",
        homes,
        asked.policies,
        kind="measure",
        heard=asked.frame.typed(place),
        document=asked.document,
    )


def _receivers(asked: Asked) -> int | None:
    """Give the place of those who get a policy: "hoeveel starters krijgen de jobbonus+"."""
    words = asked.frame.words
    if "hoeveel" not in words:
        return None
    first = words.index("hoeveel") + 1
    verbs = [place for place in range(first + 1, len(words)) if words[place] in _GET]
    many = words[first : first + 1] and words[first][-1:] in {"n", "s"} and words[first] not in _MONEY_WORDS
    return first if verbs and many and verbs[0] <= first + 2 else None


_COME = frozenset({"komen", "kwamen"})
_ARE = frozenset({"worden", "werden", "zijn", "waren"})
_GET = frozenset({"krijgen", "ontvangen", "genieten", "gebruiken", "hebben", "kregen", "ontvingen"})
_MONEY_WORDS = frozenset({"miljoen", "middelen", "kredieten", "miljoenen", "uitgaven", "cheques", "dienstencheques"})


def is_paid_to_people(asked: Asked) -> bool:
    """Whether the one policy of a question gives an amount to each person, so that "per persoon" is no cut of it."""
    actions = asked.explanation.policy_actions.get(asked.policies[0], ()) if len(asked.policies) == 1 else ()
    return any(quantity.unit == "euro" for action in actions for quantity in action.quantities)


def _counted_policy(asked: Asked) -> int | None:
    """Give the place of a policy that is counted itself: "hoeveel dienstencheques worden er gekocht"."""
    words = asked.frame.words
    come = "bij" in words and not _COME.isdisjoint(words)
    if not come and (asked.change or _ARE.isdisjoint(words)):
        return None
    return next((hit.first for hit in asked.frame.names if hit.kind == "policy"), None)


def _chosen(asked: Asked) -> tuple[Reason, ...] | RefusalQuery:
    """Give the single reasons a question names, by name or by nature; empty when it names the policy as a whole."""
    explanation = asked.explanation
    natures = _natures_asked(asked)
    if asked.reasons:
        kinds = {Nature(one) for one in natures or ()}
        named = policy_reasons(explanation, asked.policies)
        return tuple([reason for reason in named if reason.id in asked.reasons or reason.nature in kinds])
    if natures is None and not _names_growth(asked):
        return ()
    wanted = {Nature(one) for one in natures or ()} or {Nature.VOLUME}
    found = tuple([reason for reason in policy_reasons(explanation, asked.policies) if reason.nature in wanted])
    if found or natures is None:
        return found
    return RefusalQuery(
        ReasonCode.NOT_IN_DOCUMENT,
        "no_data",
        tuple(one for name in asked.policies for one in explanation.policies[name].lines),
        asked.policies,
        asked.credit,
        kind="driver",
        heard=next(iter(natures)),
        document=asked.document,
    )


def _natures_asked(asked: Asked) -> dict[str, int] | None:
    """Give the natures named beside the policies: the word that is part of a policy's own name asks for none."""
    names = " ".join(asked.explanation.policies[one].name.lower() for one in asked.policies)
    natures = asked.frame.marks.get("nature", {})
    return {one: at for one, at in natures.items() if asked.frame.word(at) not in names} or None


def _names_growth(asked: Asked) -> bool:
    """Whether the growth of the number itself is meant: "groei aantal dienstencheques"."""
    return "aantal" in asked.frame.words and asked.change


def _whole_change(asked: Asked, chosen: tuple[Reason, ...]) -> Query | None:
    """A policy that is the one cause of a line, without an amount of its own, is asked as that line's reason."""
    explanation = asked.explanation
    if len(asked.policies) != 1:
        return None
    reasons = chosen or explanation.policy_reasons.get(asked.policies[0], ())
    if len(reasons) != 1 or reasons[0].amount is not None:
        return None
    aspect = aspect_of(asked, named_one=bool(chosen))
    if aspect not in {PolicyAspect.CHANGE, PolicyAspect.REASON}:
        return None
    return ReasonQuery(reasons[0].line, asked.credit, asked.direction, asked.document)


def _names_period(asked: Asked) -> bool:
    """Whether the two years named are those of a programme ("ESF 2021-2027"), and no budget rounds."""
    years = tuple(sorted(year for year, _ in asked.frame.years))
    return any(
        action.period == years for name in asked.policies for action in asked.explanation.policy_actions.get(name, ())
    )


def _named_apart(asked: Asked, chosen: tuple[Reason, ...]) -> Query | None:
    """Single reasons of several policies are added up under their own names, not under those of the policies."""
    if len(asked.policies) < 2 or len({one.policy for one in chosen}) < 2:  # noqa: PLR2004 - it takes two
        return None
    ids = {one.id for one in chosen}
    apart = all(one.amount is not None and one.part_of not in ids for one in chosen)
    if not apart or aspect_of(asked, named_one=True) is not PolicyAspect.CHANGE:
        return None
    return of_reasons(asked, chosen)


def actions(asked: Asked) -> Query | None:
    """The announced actions under some lines, or all of them."""
    if "actions" not in asked.frame.marks or asked.policies or asked.change or asked.percent:
        return None
    counted = asked.frame.word(asked.frame.marks["actions"]["actions"] - 1) in COUNTING
    if (asked.frame.has("measure", "level") and not counted) or asked.why:
        return None
    lines = tuple(one for subject in asked.subjects for one in subject.candidates)
    return ActionQuery(lines, with_quantity="aspect" in asked.frame.marks, document=asked.document)
