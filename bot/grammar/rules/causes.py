"""Questions that work stated causes out further: several natures, one sign, two compared, a change without some."""

from __future__ import annotations

from bot.grammar.asked import Asked
from bot.grammar.leaving_out import LEADING
from bot.grammar.rules.lines import choice
from bot.grammar.rules.numbers import main_number, reasons_of
from budget.causes import as_counted, policy_reasons, sums_below
from budget.model import Nature, Reason
from budget.queries import CausesQuery, Pick, PolicyAspect, PolicyQuery, Query, ReasonCode, RefusalQuery

__all__ = ["added", "compared", "of_reasons", "part_of_nature", "remaining", "without"]

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
    marks = asked.frame.marks
    if not asked.policies or (len(asked.policies) == 1 and len(asked.reasons) < _PAIR and "nature" not in marks):
        return None
    picks = _named(asked)
    if len(asked.policies) == 1 and len(picks) < _PAIR and "nature" in marks:
        reasons = picks if asked.reasons else ()
        picks = tuple(dict.fromkeys((*reasons, *_by_nature(asked))))
    if len(picks) < _PAIR:
        return None
    words = asked.frame.words
    which = not {"of", "dan"}.isdisjoint(words) and (
        "rank" in marks or "groter" in words or not {"more", "less"}.isdisjoint(marks.get("measure", {}))
    )
    if not ("compare" in marks or asked.frame.has("measure", "difference") or which):
        return None
    by_policy = len(asked.policies) > 1 and not asked.reasons
    unknown = tuple(one for one in asked.policies if not _has_amount(asked, one)) if by_policy else ()
    if unknown and not which and not asked.change and not asked.frame.has("measure", "level"):
        return PolicyQuery(asked.policies, aspect=PolicyAspect.WHAT, document=asked.document)
    if unknown:
        lines = tuple(dict.fromkeys(line for one in unknown for line in asked.explanation.policies[one].lines))
        return RefusalQuery(ReasonCode.NO_FIGURE, "no_data", lines, unknown, kind="compare", document=asked.document)
    return CausesQuery("-", picks, asked.explanation.total.id, asked.credit, asked.document)


def _by_nature(asked: Asked) -> tuple[Pick, ...]:
    """Give the one reason of a policy for each nature named ("index DC of nieuw beleid DC"); () when one is missing."""
    natures = asked.frame.marks["nature"]
    every = policy_reasons(asked.explanation, asked.policies)
    found = [
        [one.id for one in every if one.nature.value == nature] for nature in sorted(natures, key=natures.__getitem__)
    ]
    if any(len(ids) != 1 for ids in found):
        return ()
    return tuple(Pick(reason=ids[0]) for ids in found)


def remaining(asked: Asked) -> Query | None:
    """A policy without one of its reasons ("zorgkrediet zonder LBO"), or a nature without a policy: what is left."""
    left = asked.turns.left
    if set(left) != {"except"} or asked.subjects or asked.why or asked.percent or not asked.policies:
        return None
    place = left["except"]
    named = [hit for hit in asked.frame.names if hit.kind in {"policy", "reason"}]
    before = {one for hit in named if hit.first < place for one in hit.targets}
    out = {one for hit in named if hit.first > place for one in hit.targets}
    first = min((hit.first for hit in named if hit.first > place), default=-1)
    natures = asked.frame.marks.get("nature", {})
    if not out or not _follows(asked, place, first):
        return None
    if len(before) == 1 and not natures and set(asked.reasons) == out:
        every = policy_reasons(asked.explanation, tuple(before))
        wholes = {one.part_of for one in every if one.id in out}
        kept = [one for one in every if one.id not in out and one.part_of in wholes and one.id not in wholes]
    elif not before and len(natures) == 1 and natures.keys().isdisjoint(out) and min(natures.values()) < place:
        nature = Nature(next(iter(natures)))
        below, _ = sums_below(asked.explanation, asked.explanation.total)
        stated = as_counted(asked.explanation, [reason for one in below for reason in one.reasons], nature)
        borne = [one for one in stated if one.nature is nature]
        kept = [one for one in borne if one.policy not in out and one.id not in out]
        if len(kept) == len(borne):
            return None
        picks = tuple(Pick(reason=one.id) for one in kept if one.amount is not None)
        return _query(asked, "+", picks) if picks else None
    else:
        return None
    return of_reasons(asked, tuple([one for one in kept if one.amount is not None]))


def of_reasons(asked: Asked, reasons: tuple[Reason, ...]) -> Query | None:
    """Some single reasons: the one by itself, several added up under their own names; None without any."""
    if not reasons:
        return None
    if len(reasons) == 1:
        return PolicyQuery((reasons[0].policy,), (reasons[0].id,), credit=asked.credit, document=asked.document)
    lines = {one.line for one in reasons}
    subject = lines.pop() if len(lines) == 1 else asked.explanation.total.id
    picks = tuple(Pick(reason=one.id) for one in reasons)
    return CausesQuery("+", picks, subject, asked.credit, asked.document)


def _has_amount(asked: Asked, policy: str) -> bool:
    return any(one.amount is not None for one in asked.explanation.policy_reasons.get(policy, ()))


def part_of_nature(asked: Asked) -> Query | None:
    """A policy or a line as a part of all stated amounts of one nature: "hoeveel procent van de index is voor X"."""
    natures = asked.frame.marks.get("nature", {})
    if len(natures) != 1 or len(asked.subjects) > 1 or asked.firm_change or asked.why or asked.turns.left:
        return None
    nature, place = next(iter(natures.items()))
    if not _is_whole(asked, place):
        return None
    explanation = asked.explanation
    line = explanation.total
    if asked.policies:
        stated = list(policy_reasons(explanation, asked.policies))
    elif asked.lines and asked.lines[0] != line.id:
        below, _ = sums_below(explanation, explanation.lines[asked.lines[0]])
        stated = [reason for one in below for reason in one.reasons]
    else:
        return None
    borne = [one for one in as_counted(explanation, stated, Nature(nature)) if one.nature.value == nature]
    parts = [one for one in borne if one.amount is not None]
    if not parts or (asked.reasons and not {one.id for one in parts}.issuperset(asked.reasons)):
        return None  # the rules behind tell that there is no such amount
    picks = (Pick(nature=Nature(nature)), *(Pick(reason=one.id) for one in parts))
    return CausesQuery("/", picks, line.id, asked.credit, asked.document)


def _is_whole(asked: Asked, place: int) -> bool:
    """Whether a nature is the whole that a part is asked of: "deel van de index", "aandeel X in het nieuw beleid"."""
    frame = asked.frame
    share = frame.marks.get("share", {}).get("share", -1)
    if not (asked.percent or share >= 0):
        return False
    small = [at for at in range(max(0, place - _FEW), place) if frame.word(at) in {"van", "in", "binnen"}]
    if not small or not _ARTICLES.issuperset(frame.words[small[-1] + 1 : place]):
        return False
    if frame.word(small[-1]) != "van":
        return True
    return not any(word.startswith("aandeel") for word in frame.words[:place])


_FEW = 3
_ARTICLES = frozenset({"de", "het", "alle", "totale", "hele"})


def added(asked: Asked) -> Query | None:
    """Causes of several natures, or of one sign, added up over a line or the whole document."""
    signs = asked.frame.marks.get("sign")
    natures = asked.frame.marks.get("nature", {})
    if asked.policies or len(asked.subjects) > 1:
        return None
    if signs is not None and "why" in asked.frame.marks and len(signs) == 1:
        return _query(asked, "+", (Pick(sign=1 if "positive" in signs else -1),))
    if len(natures) < _PAIR or (asked.frame.numbers and len(reasons_of(asked, main_number(asked))) == 1):
        return None
    operator = "-" if "compare" in asked.frame.marks or asked.frame.has("measure", "difference") else "+"
    return _query(asked, operator, tuple(Pick(nature=Nature(one)) for one in sorted(natures, key=natures.__getitem__)))


def _query(asked: Asked, operator: str, picks: tuple[Pick, ...]) -> Query:
    subject = asked.subjects[0].line if asked.subjects else asked.explanation.total.id
    return choice(asked, "delta") or CausesQuery(operator, picks, subject, asked.credit, asked.document)
