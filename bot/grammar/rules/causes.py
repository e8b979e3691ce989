"""Questions that work stated causes out further: several natures, one sign, two compared, a change without some."""

from __future__ import annotations

from bot.grammar.asked import Asked
from bot.grammar.leaving_out import LEADING
from bot.grammar.rules.lines import choice
from budget.model import Nature
from budget.queries import CausesQuery, Pick, Query, ReasonCode, RefusalQuery

__all__ = ["added", "compared", "without"]

_PAIR = 2


def without(asked: Asked) -> Query | None:
    """The change of a line without some of its causes: "loopbanen zonder index", "stijging zonder dienstencheques"."""
    left = asked.turns.left
    if set(left) != {"except"} or len(asked.subjects) > 1 or asked.why or asked.percent:
        return None
    natures = asked.frame.marks.get("nature", {})
    places = [*natures.values(), *(hit.first for hit in asked.frame.names if hit.kind in {"policy", "reason"})]
    level = asked.frame.has("measure", "level") and not asked.firm_change
    if not places or level or "rank" in asked.frame.marks or not _follows(asked, left["except"], min(places)):
        return None
    picks = _named(asked) or tuple(Pick(nature=Nature(one)) for one in natures)
    if _named(asked) and natures and not asked.reasons:
        return None
    return _query(asked, "off", picks)


def _follows(asked: Asked, place: int, first: int) -> bool:
    """Whether what is named stands right behind the word that leaves it out."""
    return place < first and LEADING.issuperset(asked.frame.words[place + 1 : first])


def _named(asked: Asked) -> tuple[Pick, ...]:
    """Give the single reasons named, else the policies."""
    return tuple(Pick(reason=one) for one in asked.reasons) or tuple(Pick(policy=one) for one in asked.policies)


def compared(asked: Asked) -> Query | None:
    """Two policies or two single reasons set against each other."""
    if len(asked.policies) < _PAIR and len(asked.reasons) < _PAIR:
        return None
    picks = _named(asked)
    marks = asked.frame.marks
    words = asked.frame.words
    which = not {"of", "dan"}.isdisjoint(words) and (
        "rank" in marks or "groter" in words or not {"more", "less"}.isdisjoint(marks.get("measure", {}))
    )
    if len(picks) < _PAIR or not ("compare" in marks or asked.frame.has("measure", "difference") or which):
        return None
    unknown = tuple(one for one in asked.policies if not _has_amount(asked, one)) if not asked.reasons else ()
    if unknown:
        lines = tuple(dict.fromkeys(line for one in unknown for line in asked.explanation.policies[one].lines))
        return RefusalQuery(ReasonCode.NO_FIGURE, "no_data", lines, unknown, kind="compare", document=asked.document)
    return CausesQuery("-", picks, asked.explanation.total.id, asked.credit, asked.document)


def _has_amount(asked: Asked, policy: str) -> bool:
    return any(one.amount is not None for one in asked.explanation.policy_reasons.get(policy, ()))


def added(asked: Asked) -> Query | None:
    """Causes of several natures, or of one sign, added up over a line or the whole document."""
    signs = asked.frame.marks.get("sign")
    natures = asked.frame.marks.get("nature", {})
    if asked.policies or len(asked.subjects) > 1:
        return None
    if signs is not None and "why" in asked.frame.marks and len(signs) == 1:
        return _query(asked, "+", (Pick(sign=1 if "positive" in signs else -1),))
    if len(natures) < _PAIR:
        return None
    operator = "-" if "compare" in asked.frame.marks or asked.frame.has("measure", "difference") else "+"
    return _query(asked, operator, tuple(Pick(nature=Nature(one)) for one in sorted(natures, key=natures.__getitem__)))


def _query(asked: Asked, operator: str, picks: tuple[Pick, ...]) -> Query:
    subject = asked.subjects[0].line if asked.subjects else asked.explanation.total.id
    return choice(asked, "delta") or CausesQuery(operator, picks, subject, asked.credit, asked.document)
