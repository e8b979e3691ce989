"""Whether a cause says more than the document tells of its reasons: another word or another year; it judges none."""

from __future__ import annotations

import re

from msgspec.structs import replace

from budget.claims.bind.caused import Cause
from budget.claims.bind.context import moves
from budget.claims.bind.scene import Scene
from budget.claims.read.language import ACTORS, ADVERBS, HARMLESS, NEUTRAL, PRONOUNS, SAYING
from budget.claims.read.segments import Segment
from budget.claims.read.subjects import About
from budget.claims.read.words import NAMES
from budget.model import Nature, Reason
from budget.resolve.text import phrase_key

__all__ = ["beyond", "counted", "without_own_years"]

_STEM = 5
_SHORT = 3  # letters of words as "in" and "een"
_HELPS = frozenset("werden worden wordt werd zijn waren hebben heeft".split())
_PAIR = re.compile(r"\d{4}-\d{4}")  # years of a programme, and no year in which something is done
_YEAR = re.compile(r"\b20\d\d\b")
_CLAUSES = re.compile(r"[,;:]|\ben\b")
_KNOWN = NAMES | {"nature", "why", "measure", "relative_round", "round_kind", "unit_level"}
_SMALL = (
    ADVERBS
    | HARMLESS
    | ACTORS
    | PRONOUNS
    | SAYING
    | (NEUTRAL - {"welkome", "broodnodige", "magere", "karige", "ruime"})
)
_WEIGHS = frozenset(
    "vooral hoofdzakelijk grotendeels voornamelijk merendeels meestal uitsluitend louter puur deels gedeeltelijk "
    "danken wijten verklaren schrijven meeste merendeel factor effect gevolg impact evolutie oorzaak reden".split()
)
# Words that tell of a nature what its own name says.
_OF_NATURE = {
    Nature.NEW_POLICY: "ingevoerd invoering invoert invoeren start starten opstart lancering uitrol uitgerold nieuwe",
    Nature.VOLUME: "aangekocht aangekochte gekocht kopen aankoop aankopen verkocht gebruik gebruikt vraag verwacht",
    Nature.ESTIMATE: "geraamd raamt ingeschat inschatting prognose verwacht verwachte verwachting nieuwe",
    Nature.INDEX: "aanpassing automatische levensduurte prijzen indexen",
}


def beyond(scene: Scene, cause: Cause, reasons: tuple[Reason, ...]) -> bool:
    """Whether the words of a cause say something of the reasons that the document does not."""
    told = _told(scene, reasons)
    for at in range(cause.first, cause.end):
        word = scene.read.words[at]
        hit = scene.read.at.get(at)
        if hit is not None and not _KNOWN.isdisjoint(hit.kinds):
            continue
        if word.key in _SMALL | _WEIGHS or len(word.key) <= _SHORT or word.key[:_STEM] in told:
            continue
        return True
    dated = any(_YEAR.search(clause) for clause in _clauses(reasons))
    if dated and not all(_years(scene, cause, reasons).values()):
        return True
    signs = {sign for _, sign in moves(scene.read, Segment(0, len(scene.read.text), cause.first, cause.end, ()))}
    total = sum(one.amount.eur for one in reasons if one.amount is not None)
    return any(sign * total <= 0 for sign in signs)


def without_own_years(scene: Scene, cause: Cause, reasons: tuple[Reason, ...]) -> Scene:
    """The scene without the years that the document itself tells with its reasons: they are no round of a change."""
    years = _years(scene, cause, reasons)
    left = tuple(one for one in scene.read.numbers if not years.get(one.start))
    return scene if left == scene.read.numbers else scene.but(read=replace(scene.read, numbers=left))


def _years(scene: Scene, cause: Cause, reasons: tuple[Reason, ...]) -> dict[int, bool]:
    """The years in a cause by their place, and whether one clause of the document tells them with all that is said."""
    first, end = scene.read.words[cause.first - 1].start, scene.read.words[max(cause.first, cause.end) - 1].end
    clauses = _clauses(reasons)
    said = _content(scene, cause)
    return {
        one.start: any(str(one.number.value) in clause and _holds(clause, said) for clause in clauses)
        for one in scene.read.numbers
        if one.looks_like == "year" and first <= one.start < end
    }


def _clauses(reasons: tuple[Reason, ...]) -> list[str]:
    return [phrase_key(_PAIR.sub("", clause)) for one in reasons for clause in _CLAUSES.split(one.cause)]


def _holds(clause: str, said: set[str]) -> bool:
    return all(f" {stem}" in f" {clause}" for stem in said)


def counted(scene: Scene, cause: Cause, named: About) -> About:
    """What a cause names, narrowed to the volume where it is the number of something: "het aantal X"."""
    reasons = [one for name in named.policies for one in scene.explanation.policy_reasons.get(name, ())]
    is_count = not {"aantal", "aantallen"}.isdisjoint(scene.read.keys(cause.first, cause.end))
    if named.natures or not is_count or Nature.VOLUME not in {one.nature for one in reasons}:
        return named
    return replace(named, natures=(Nature.VOLUME.value,))


def _told(scene: Scene, reasons: tuple[Reason, ...]) -> set[str]:
    """The stems of what the document tells of reasons, and of the actions of their policies."""
    texts = [f"{one.name} {one.cause} {one.source_label} {one.nature.value}" for one in reasons]
    texts += [_OF_NATURE.get(one.nature, "") for one in reasons]
    for name in dict.fromkeys(one.policy for one in reasons):
        texts += [f"{one.name} {one.text}" for one in scene.explanation.policy_actions.get(name, ())]
    return {word[:_STEM] for word in phrase_key(" ".join(texts)).split()}


def _content(scene: Scene, cause: Cause) -> set[str]:
    """The stems of what a cause says beyond names and small words."""
    found: set[str] = set()
    for at in range(cause.first, cause.end):
        word, hit = scene.read.words[at].key, scene.read.at.get(at)
        is_name = hit is not None and not NAMES.isdisjoint(hit.kinds)
        if not is_name and len(word) > _SHORT and word not in ADVERBS | _WEIGHS | _HELPS:
            found.add(word[:_STEM])
    return found
