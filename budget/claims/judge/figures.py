"""Decides which judge a figure of a sentence goes to, or that it is nobody's claim."""

from __future__ import annotations

from budget.claims.bind.bare import TIMES, behind_times, is_bare, is_loose, is_times
from budget.claims.bind.caused import Cause, cause_in
from budget.claims.bind.context import amount_of, moves
from budget.claims.bind.credits import credits_in
from budget.claims.bind.dealings import beyond_budget, beyond_document
from budget.claims.bind.scene import Bound, Draft, Scene, bound
from budget.claims.judge.amounts import claimed_of, line_amount, no_check
from budget.claims.judge.compared import difference, total_of
from budget.claims.judge.counted import quantity
from budget.claims.judge.credit_pairs import credit_difference
from budget.claims.judge.drivers import nature_amount, owed, policy_amount, stated
from budget.claims.judge.growth import grown
from budget.claims.judge.multiplied import is_factor, is_unclear, multiplied, whole_end
from budget.claims.judge.shares import share
from budget.claims.judge.stated import arithmetic
from budget.claims.judge.within import portion_amount, whole_of
from budget.claims.model import Kind, Verdict
from budget.claims.read.language import BUDGET_WORDS, COUNTED, PRIVATE
from budget.claims.read.segments import Segment, Spot
from budget.claims.read.strange import excluded, strange, unknown
from budget.claims.read.subjects import About, Group, is_about
from budget.model import Level
from budget.queries import ReasonCode

__all__ = ["figure", "is_public", "uses_ratio"]

_SMALL = 10_000  # euro: below it an amount without a subject is a price, not a budget
_NEED = frozenset({"nodig"})
_SEPARATELY = frozenset({"resp", "respectievelijk"})
_TOTALS = frozenset("totale totaal totaalbudget totaalbedrag hele volledige gehele globale".split())
_MONEY = frozenset("budget begroting krediet kredieten beleidskrediet betaalkrediet vastleggingskrediet middelen "
                   "betaalkredieten beleidskredieten vereffeningskrediet vastleggingskredieten totaalbudget "
                   "totaalbedrag "
                   "bedrag beleidsdomein domein".split())  # fmt: skip


def figure(scene: Scene, index: int, spot: Spot, *, is_long: bool) -> Draft | None:
    """The judged claim of one figure; None when it is no claim (a price, a weight, a count of something else)."""
    number = spot.span.number
    counted = quantity(scene, index, spot)
    if counted is not None:
        return counted
    if is_long and number.kind == "qty" and is_loose(scene, index, spot):
        return None
    if spot.span.looks_like == "foreign":
        return None if is_long else no_check(ReasonCode.OTHER_SUBJECT, (), None)
    if number.kind == "qty" and (is_times(scene, spot) or behind_times(scene, spot) or not is_bare(scene, spot)):
        return _number(scene, index, spot, is_long=is_long)
    contradiction = arithmetic(scene, index, spot)
    if contradiction is not None:
        return contradiction
    found = share(scene, index, spot) or difference(scene, index, spot) or credit_difference(scene, index, spot)
    if found is not None or is_factor(scene, spot):
        return found
    return _amount(scene, index, spot, is_long=is_long)


def _number(scene: Scene, index: int, spot: Spot, *, is_long: bool) -> Draft | None:
    """A number that is no money: the times a line grows, or a count."""
    if is_times(scene, spot):
        return None
    return grown(scene) if behind_times(scene, spot) else _count(scene, index, is_long=is_long)


def _amount(scene: Scene, index: int, spot: Spot, *, is_long: bool) -> Draft | None:
    """An amount or a percentage, with what stands in front of it and makes another of it."""
    if is_unclear(scene, spot):
        return no_check(ReasonCode.NOT_UNDERSTOOD, _subjects(scene, bound(scene, index).about), claimed_of(spot))
    whole = _whole(scene, index, spot)
    if whole is not None:
        return None if whole.verdict is Verdict.TRUE else whole  # the claim is the part; a wrong whole is one too
    return _money(scene, index, multiplied(scene, spot), is_long=is_long)


def _whole(scene: Scene, index: int, spot: Spot) -> Draft | None:
    """Judge what a part is taken of: of the line named beside it, or of the whole domain; None for other figures."""
    end = whole_end(scene, spot)
    if end < 0:
        return None
    words = scene.read.words
    beside = [one for one in scene.groups if words[one.first].start >= spot.end and words[one.end - 1].end <= end]
    lines = beside[0].lines if beside else whole_of(scene, index)
    between = Segment(spot.end, end, *_words_in(scene, spot.end, end), ())
    odd = strange(scene.read, between)
    if odd:
        return no_check(ReasonCode.OTHER_SUBJECT, lines, claimed_of(spot), odd)
    return line_amount(scene, index, spot, lines, is_part=True)


def _words_in(scene: Scene, start: int, end: int) -> tuple[int, int]:
    inside = [place for place, word in enumerate(scene.read.words) if start <= word.start < end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _money(scene: Scene, index: int, spot: Spot, *, is_long: bool) -> Draft | None:
    listed = _in_a_list(scene, spot)
    if listed is not None:
        return line_amount(scene, index, spot, listed)
    about = bound(scene, index)
    named = is_about(about.about) or bool(about.about.natures)
    if about.index < 0 and not named and not about.strange and _is_whole(scene, index):
        return line_amount(scene, index, spot, (scene.explanation.total.id,))
    if about.strange or about.excluded or not named:
        return _other(scene, index, spot, about, is_long=is_long)
    if is_long and _beside_private(scene) and not is_about(scene.abouts[index]):
        return None
    odd = unknown(scene.read, scene.segments[index], _needs(scene, index, about, spot))
    if odd:
        return no_check(ReasonCode.NOT_UNDERSTOOD, _subjects(scene, about.about), claimed_of(spot), odd)
    return _known(scene, index, spot, about)


def _needs(scene: Scene, index: int, about: Bound, spot: Spot) -> frozenset[str]:
    """The word of a need where it tells of a change: "er is 11,8 miljoen extra nodig omdat ..."; else it is a wish."""
    named = about.about
    told = not named.groups and cause_in(scene) is not None and len(stated(scene.explanation, named)) == 1
    return _NEED if told and amount_of(scene, index, spot).direction else frozenset()


def _known(scene: Scene, index: int, spot: Spot, about: Bound) -> Draft | None:
    """Judge a figure whose subject is understood."""
    if beyond_budget(scene, scene.segments[index]):
        return no_check(ReasonCode.NOT_IN_DOCUMENT, _subjects(scene, about.about), claimed_of(spot))
    against = beyond_document(scene, spot)
    if against:
        return no_check(ReasonCode.OTHER_SUBJECT, _subjects(scene, about.about), claimed_of(spot), against)
    named = owed(scene, spot) or _without_cause(scene, index, about)
    is_lines = bool(named.groups) and not _policy_leads(named)
    if (named.policies or named.reasons) and not is_lines:
        return policy_amount(scene, index, spot, named)
    if named.natures and _is_of_nature(scene, index, spot, named):
        return nature_amount(scene, index, spot, named)
    if not named.groups:
        return _other(scene, index, spot, about, is_long=False)
    if len(named.groups) > 1:
        return total_of(scene, index, spot, named.groups)
    return portion_amount(scene, index, spot, named.groups[0])


def _in_a_list(scene: Scene, spot: Spot) -> tuple[str, ...] | None:
    """The lines of a figure in "X en Y krijgen resp. 1 en 2 miljoen": as many names as figures, in one order."""
    if _SEPARATELY.isdisjoint(scene.read.every):
        return None
    every = scene.groups
    money = [one for segment in scene.segments for one in segment.spots]
    clear = not any(strange(scene.read, one) or excluded(scene.read, one) for one in scene.segments)
    named = any(one.policies or one.reasons or one.natures for one in scene.abouts)
    listed = spot in money and clear and not named and len(every) == len(money) > 1
    return every[money.index(spot)].lines if listed else None


def _policy_leads(named: About) -> bool:
    """Whether a policy beside a line is what the figure is about: it is the narrower of the two."""
    return bool(named.policies or named.reasons)


def _without_cause(scene: Scene, index: int, about: Bound) -> About:
    """What is named beside the cause that the sentence gives: "stijgt met 57,7 miljoen door de index"."""
    cause = cause_in(scene)
    named = about.about
    if cause is None or not moves(scene.read, scene.whole):
        return named
    groups = tuple(group for group in named.groups if not _inside(cause, group.first))
    if not groups or _policy_outside(scene, cause):
        return named
    segment = scene.segments[index]
    if any(_inside(cause, place) for place in range(segment.first, segment.last)) or about.index != index:
        return About(groups)
    return named


def _policy_outside(scene: Scene, cause: Cause) -> bool:
    return any(
        (hit.has("policy") or hit.has("reason")) and not hit.has("line") and not _inside(cause, hit.first)
        for hit in scene.read.hits
    )


def _inside(cause: Cause, place: int) -> bool:
    return cause.first <= place < cause.end


def _is_of_nature(scene: Scene, index: int, spot: Spot, named: About) -> bool:
    """Whether a figure is the size of a cause, and not of the line that is named with it."""
    segment = scene.segments[index]
    nature = next(
        (hit.first for hit in scene.read.hits if "nature" in hit.kinds and segment.first <= hit.first < segment.last),
        -1,
    )
    if nature < 0:
        return bool(named.natures) and not named.groups
    led = [word.key for word in scene.read.words[segment.first :] if word.end <= spot.start][-1:]
    lines = scene.explanation.lines
    moving = [
        group for group in named.groups if lines[group.lines[0]].level is not Level.TOTAL or _is_mover(scene, group)
    ]
    return not (led == ["met"] and any(group.first < nature for group in moving))


def _is_mover(scene: Scene, group: Group) -> bool:
    """Whether a total is what moves, and not where something does: "in het beleidsdomein stijgt de index"."""
    return not {"in", "binnen", "voor"} & set(scene.read.keys(max(0, group.first - 2), group.first))


def _is_whole(scene: Scene, index: int) -> bool:
    """Whether the whole domain is meant: "het totale budget stijgt met ... en het VEK met ..."."""
    segment = scene.segments[index]
    words = set(scene.read.keys(segment.first, segment.last))
    if index and credits_in(scene, segment) and not scene.abouts[index].natures:
        return _is_whole(scene, index - 1)
    money = bool(words & _MONEY or (scene.last is None and not scene.groups and credits_in(scene, segment)))
    return bool(words & _TOTALS) and money and "vlaamse" not in words and "vlaanderen" not in words


def _count(scene: Scene, index: int, *, is_long: bool) -> Draft | None:
    """A count the document does not have; None when it counts nothing of this domain."""
    if _beside_private(scene) and is_long:
        return None
    about = bound(scene, index).about
    own = is_about(scene.abouts[index])
    segment = scene.segments[index]
    words = scene.read.keys(segment.first, segment.last)
    if is_long and not own and COUNTED.isdisjoint(words):
        return None
    return no_check(ReasonCode.NOT_IN_DOCUMENT, _subjects(scene, about), None)


def _subjects(scene: Scene, about: About) -> tuple[str, ...]:
    if about.groups:
        return tuple(group.lines[0] for group in about.groups)
    policies = scene.explanation.policies
    return tuple(dict.fromkeys([line for one in about.policies for line in policies[one].lines]))


def _other(scene: Scene, index: int, spot: Spot, about: Bound, *, is_long: bool) -> Draft | None:
    """A figure of something the document does not have; in a long text only when it is about public money."""
    number = spot.span.number
    named = is_about(scene.abouts[index])
    if is_long and (_beside_private(scene) or not (named or is_public(scene))):
        return None
    if is_long and number.kind == "eur" and number.value < _SMALL and not named:
        return None
    code = ReasonCode.NOT_UNDERSTOOD if about.excluded else ReasonCode.OTHER_SUBJECT
    subjects = _subjects(scene, about.about)
    draft = no_check(code, subjects, claimed_of(spot) if number.kind != "qty" else None, about.strange)
    return draft if draft.kind is Kind.OTHER else None


def _beside_private(scene: Scene) -> bool:
    """Whether a word of private life stands in the sentence of a figure."""
    words = [word.key for word in scene.read.words]
    return not PRIVATE.isdisjoint(words)


def is_public(scene: Scene) -> bool:
    """Whether a sentence speaks of public money or of another policy domain."""
    words = scene.read.every
    if not BUDGET_WORDS.isdisjoint(words):
        return True
    return any("other_subject" in hit.kinds.get("elsewhere", ()) for hit in scene.read.hits)


def uses_ratio(scene: Scene) -> int:
    """The word that makes a sentence a ratio ("keer", "dubbel"); -1 when there is none."""
    for place, word in enumerate(scene.read.words):
        if word.key in TIMES or word.key in {"dubbel", "driedubbel"}:
            return place
    return -1
