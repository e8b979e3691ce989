"""Reads which budget rounds a text names and in which document they stand; it judges no question."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from bot.grammar.frame import Frame, Hit
from budget.model import Catalog, Explanation, Round

__all__ = ["Rounds", "held_targets", "pick_explanation", "read_rounds"]


class Rounds(Struct, frozen=True):
    """The named rounds: `single` when exactly one of the document's was named, `change` when both were.

    `foreign` is the first named round that the document does not hold; `foreign_kind` tells a round of another kind
    ("BO 2021") from another year.
    """

    single: Round | None = None
    change: bool = False
    foreign: Round | None = None
    foreign_kind: bool = False
    since_base: bool = False  # the base year stands behind "tegenover", "dan", "sinds": it is compared with


_NONE = Rounds()
_ROUND_MARKS = frozenset({"round_kind", "year_word", "relative_round"})
_AGAINST = frozenset({"tegenover", "sinds", "tov", "vergeleken", "opzichte", "versus", "vs", "dan", "v"})


def _named(frame: Frame) -> list[tuple[str, int | None, int]]:
    """Give the named rounds as (kind or "", year or None, place), in order of place."""
    kinds = {place: kind for kind, place in frame.marks.get("round_kind", {}).items()}
    found: list[tuple[str, int | None, int]] = []
    used: set[int] = set()
    written = [(int(year), place) for year, place in frame.marks.get("year_word", {}).items()]
    for year, place in (*frame.years, *written):
        kind = ""
        for before in (place - 1, place - 2):
            if before in kinds and _BETWEEN_ROUNDS.isdisjoint(frame.words[before + 1 : place]):
                kind = kinds[before]
                used.add(before)
                break
        found.append((kind, year, place))
    for place, kind in kinds.items():
        if place in used:
            continue
        at = next((at for at, (own, _, year) in enumerate(found) if not own and year > place), -1)
        if at >= 0 and _BETWEEN_ROUNDS.isdisjoint(frame.words[place : found[at][2]]):
            found[at] = (kind, *found[at][1:])  # "initiele begroting JD 2021": the round of that year
        else:
            found.append((kind, None, place))
    return found


_BETWEEN_ROUNDS = frozenset(
    {"en", "of", "tegenover", "naar", "tot", "vs", "versus", "met", "tov", "dan", "-", "/", ","}
)


def pick_explanation(frame: Frame, catalog: Catalog) -> Explanation:
    """Give the document a question is about: of those that hold most of its names, the newest with the named years."""
    if len(catalog.explanations) == 1:
        return catalog.default
    explanations = tuple(catalog.explanations.values())
    held = [len([hit for hit in frame.names if held_targets(one, hit)]) for one in explanations]
    most = max(held)
    able = [one for one, count in zip(explanations, held, strict=True) if count == most]
    if not frame.years:
        return able[0]
    wanted = _named(frame)
    for whole in (True, False):
        for explanation in able:
            document = explanation.document
            rounds = (document.draft_round,) if whole else (document.base_round, document.draft_round)
            if all(any(_fits(kind, year, one) for one in rounds) for kind, year, _ in wanted):
                return explanation
    return able[0]


def held_targets(explanation: Explanation, hit: Hit) -> tuple[str, ...]:
    """What a name stands for in one document; a name of no document's own stands for the same in all."""
    kind = hit.kind
    room: Mapping[str, object]
    if kind in {"line", "branch"}:
        room = explanation.lines
    elif kind == "policy":
        room = explanation.policies
    elif kind == "reason":
        room = explanation.reasons
    else:
        return hit.targets
    return tuple([one for one in hit.targets if one in room])


def _fits(kind: str, year: int | None, one: Round) -> bool:
    return (not kind or kind == one.kind) and (year is None or year == one.year)


def read_rounds(frame: Frame, explanation: Explanation) -> Rounds:
    """Give the rounds a text names, judged against those of one document."""
    if not frame.years and _ROUND_MARKS.isdisjoint(frame.marks):
        return _NONE
    relative = frame.marks.get("relative_round")
    base, draft = explanation.document.base_round, explanation.document.draft_round
    named = _named(frame)
    for meaning, place in (relative or {}).items():
        if meaning in {"after", "before"} and frame.years:
            continue  # "volgend jaar, in 2022": the year that is named decides
        year = {"draft": draft.year, "base": base.year, "after": draft.year + 1, "before": base.year - 1}[meaning]
        named.append(("", year, place))
    has_base = has_draft = since_base = False
    foreign: Round | None = None
    foreign_kind = False
    for kind, at, place in named:
        if _fits(kind, at, base):
            has_base = True
            since_base = since_base or frame.word(place - 1) in _AGAINST or frame.word(place - 2) in _AGAINST
        elif _fits(kind, at, draft):
            has_draft = True
        elif foreign is None:
            foreign = Round(kind, at or draft.year)
            foreign_kind = at in {None, base.year, draft.year}
    single = None
    if has_base != has_draft:
        single = base if has_base else draft
    return Rounds(single, has_base and has_draft, foreign, foreign_kind, since_base)
