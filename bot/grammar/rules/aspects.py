"""What of a policy a question asks: its change, its cause, a total, counted things, years, a place or its meaning."""

from __future__ import annotations

from bot.grammar.asked import Asked
from budget.model import Nature
from budget.queries import PolicyAspect

__all__ = ["COUNTING", "aspect_of"]

_MONEY_WORDS = frozenset(
    "kost kosten kostte kostprijs budget geld middelen krediet uitgaven uitgave begroting pot potje prijskaartje "
    "kostplaatje enveloppe envelop centen".split()
)
_OUTLAYS = frozenset({"trekken", "trekt", "uittrekken", "uittrekt"})
_SPENT_ON = _MONEY_WORDS | _OUTLAYS
_SPENDING_VERBS = frozenset(
    "trekken trekt uittrekken uittrekt gaat krijgt krijgen kreeg staat zit besteed besteden uitgegeven voorzien "
    "wordt ingeschreven uitgetrokken gereserveerd heeft geven geeft geinvesteerd bedraagt vrijgemaakt begroot".split()
)
_SITED = frozenset(
    "situeren staat staan vind vinden terugvinden zit zitten hoort horen valt vallen thuis plaatsen".split()
)
_AMOUNT_WORDS = frozenset({"bedrag", "bedragen", "mln", "miljoen", "miljoenen", "euro", "€", "keur"})
_RECEIVING = frozenset("bedraagt bedragen krijg krijgt krijgen ontvang ontvangt ontvangen heb hebt recht".split())
# Also inside a word ("re-integratietrajecten"), and by another one ("bijkomende banen").
_ALSO = {"jobs": ("jobs", "banen", "arbeidsplaatsen")}
_OF_CONTENT = frozenset({"explain", "actions"})
_PLACES = frozenset({"slides", "slide_of"})


def aspect_of(asked: Asked, *, named_one: bool) -> PolicyAspect:
    """Tell what of a policy is asked; `named_one` when the question named single reasons of it."""
    said = _said(asked)
    if said is not None:
        return said
    if named_one and not (asked.change or "nature" in asked.frame.marks) and _asks_for_budget(asked):
        return PolicyAspect.TOTAL
    if asked.change or "nature" in asked.frame.marks or named_one:
        return PolicyAspect.CHANGE
    if asked.percent or _asks_what_people_get(asked):
        return PolicyAspect.QUANTITY
    if asked.frame.has("sum", "sum") and _SPENT_ON.isdisjoint(asked.frame.words):
        return PolicyAspect.CHANGE  # what can be added up is what the document states
    if _asks_for_money(asked):
        return PolicyAspect.TOTAL
    return PolicyAspect.CHANGE if _OF_CONTENT.isdisjoint(asked.frame.marks) else PolicyAspect.WHAT


def _said(asked: Asked) -> PolicyAspect | None:
    """Give the aspect a word of the question says outright; None when none does."""
    frame = asked.frame
    marks = frame.marks
    aspects = marks.get("aspect", {})
    if asked.why:
        return PolicyAspect.REASON
    if "share" in marks and not asked.change and "nature" not in marks:
        return PolicyAspect.TOTAL  # a part of a line would need what the policy costs altogether
    if _counts_things(asked) and _MONEY_WORDS.isdisjoint(frame.words):
        return PolicyAspect.QUANTITY
    if "period" in aspects:
        return PolicyAspect.PERIOD
    if asked.change:
        return PolicyAspect.WHERE if _asks_where(asked) else None
    if aspects.keys() & {"quantity", "premie"} or ("structure" not in marks and frame.has("unit_level", "objective")):
        return PolicyAspect.QUANTITY
    if frame.words[:2] == ["voor", "wie"] or frame.word(0) == "wie":
        return PolicyAspect.WHAT
    if frame.word(0) == "wanneer":
        return PolicyAspect.PERIOD
    sited = frame.word(0) == "waar" and not _SITED.isdisjoint(frame.words)
    return PolicyAspect.WHERE if sited or _asks_where(asked) else None


def _asks_where(asked: Asked) -> bool:
    marks = asked.frame.marks
    return "structure" in marks or "unit_level" in marks or not marks.get("source", {}).keys().isdisjoint(_PLACES)


def _asks_what_people_get(asked: Asked) -> bool:
    """Whether the amount somebody receives is asked, not what the policy costs."""
    words = asked.frame.words
    return (
        "total" not in asked.frame.marks
        and not _RECEIVING.isdisjoint(words)
        and _MONEY_WORDS.isdisjoint(words)
        and _pays_people(asked)
    )


def _asks_for_money(asked: Asked) -> bool:
    """Whether what a policy costs altogether is asked: a level, which the source gives of no policy.

    Money for a wholly new policy is the exception: what it gets more is what it gets.
    """
    frame = asked.frame
    total = "total" in frame.marks
    if _is_all_new(asked) and not total:
        return False
    words = frame.words
    if total or asked.credit is not None or not _SPENT_ON.isdisjoint(words):
        return True
    if not _AMOUNT_WORDS.isdisjoint(words) and not _has_amount(asked):
        return True
    if not frame.has("measure", "level"):
        return False
    return asked.rounds.single is not None or not _SPENDING_VERBS.isdisjoint(words) or {"is", "er"} <= set(words)


def _asks_for_budget(asked: Asked) -> bool:
    """Whether a level is asked of a single reason ("budget Steunpunt"); what it "costs" is its amount."""
    frame = asked.frame
    if _BUDGETS.isdisjoint(frame.words) or not frame.has("measure", "level"):
        return False
    named = {place for hit in frame.names for place in range(hit.first, hit.end)}  # "ESF-budget" is a name
    return any(word in _BUDGETS for place, word in enumerate(frame.words) if place not in named)


_BUDGETS = frozenset("budget begroting enveloppe envelop pot potje middelen krediet uitgaven".split())


def _has_amount(asked: Asked) -> bool:
    """Whether the source states an amount for one of the policies."""
    return any(
        reason.amount is not None
        for name in asked.policies
        for reason in asked.explanation.policy_reasons.get(name, ())
    )


def _counts_things(asked: Asked) -> bool:
    """Whether "hoeveel" asks for the very things an action of the policy counts (trajecten, jobs)."""
    frame = asked.frame
    if COUNTING.isdisjoint(frame.words):
        return False
    for name in asked.policies:
        for action in asked.explanation.policy_actions.get(name, ()):
            for quantity in action.quantities:
                things = quantity.unit.split()[-1]
                said = any(word.endswith(_ALSO.get(things, (things,))) for word in frame.words)
                if len(things) > 3 and things != "euro" and said:  # noqa: PLR2004 - "%" is no thing
                    return True
    return False


COUNTING = frozenset({"hoeveel", "aantal"})


def _pays_people(asked: Asked) -> bool:
    """Whether a policy's action names an amount in euro that somebody gets."""
    found = (action for name in asked.policies for action in asked.explanation.policy_actions.get(name, ()))
    return any(quantity.unit.startswith("euro") for action in found for quantity in action.quantities)


def _is_all_new(asked: Asked) -> bool:
    """Whether a policy's one amount is money for a wholly new policy: what it gets more is then what it gets."""
    reasons = [one for name in asked.policies for one in asked.explanation.policy_reasons.get(name, ())]
    return len(reasons) == 1 and reasons[0].nature is Nature.NEW_POLICY
