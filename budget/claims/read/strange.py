"""Whether a segment speaks of something narrower or other than what the document has: one such word, and we abstain."""

from __future__ import annotations

import re

from budget.claims.read.language import (
    ACTORS,
    ADVERBS,
    BINDING,
    EXCLUDES,
    FACTORS,
    FALLS,
    FLAT,
    HARMLESS,
    NARROWS,
    NEUTRAL,
    PRONOUNS,
    RISES,
    SAYING,
    WISHES,
)
from budget.claims.read.segments import Segment
from budget.claims.read.verbs import verb_at
from budget.claims.read.words import NAMES, Read
from budget.numbers_nl.words import word_value

__all__ = ["excluded", "other_subject", "strange", "unknown"]

_PLAIN = ADVERBS | HARMLESS | ACTORS | RISES | FALLS | FLAT | PRONOUNS
_KNOWN = _PLAIN | SAYING | FACTORS | NEUTRAL | NARROWS | WISHES
_BACK = {
    "over": frozenset({"houdt", "houden", "hield"}),
    "op": frozenset({"brengt", "brengen", "bracht", "levert", "leveren", "leverde"}),
}
_ASKED = frozenset({"filler", "elsewhere", "glossary"})  # kinds of words that only a question makes little of
_ADVERB = re.compile(r".{3,}(?:lijk|lijks|erwijs|erwijze|halve|waarts|weg|gewijs)$")
_PARTICIPLE = re.compile(
    r"(?:(?:bij|op|toe|in|af|uit|vrij|weg|mee|over)?ge.+(?:d|t|en)|(?:be|ver|ont|her)\w+(?:d|t|en))$"
)
_FOREIGN = frozenset({"other_subject", "count", "small_talk"})
# Words that stand among the other subjects and are ordinary words just as well.
_ORDINARY = frozenset(
    "werken morgen gisteren tijd leven mooi warm koud weer groen mens uren jaren god euro onderzoek innovatie stad "
    "steden "
    "gemeente gemeenten mensen morgen uur dagen weken maanden week maand vrouwen mannen deze".split()
)
_NAMED_AFTER = frozenset("minister mevrouw meneer heer collega voorzitter volgens zegt zei aldus dhr mevr lid".split())
_GIVES = frozenset(
    "trekt trok geeft gaf investeert investeerde voorziet voorzag maakt maakte steekt stak pompt zegt zei meldt meldde "
    "beweert stelt besteedt kondigt".split()
)
_GETS = frozenset("krijgt krijgen kreeg kregen ontvangt ontvangen stijgt daalt groeit".split())
_BEFORE_SUBJECT = frozenset({"en", "maar", "ook", "de", "het", "zelfs", "want", "terwijl"})
_SPACE = re.compile(r"[\s'\"“”‘’«»]*")


def excluded(read: Read, segment: Segment) -> bool:
    """Whether something is left out of the sum: "WSE zonder VDAB", "op loopbanen na"."""
    words = read.keys(segment.first, segment.last)
    if any(word in EXCLUDES for word in words):
        return True
    if "na" not in words or "op" not in words:
        return False
    lines = [hit for hit in read.hits_in(segment.first, segment.last) if hit.has("line")]
    return any(read.keys(one.end, one.end + 1) == ["na"] and _is_after_op(read, one.first) for one in lines)


def _is_after_op(read: Read, place: int) -> bool:
    return "op" in read.keys(max(0, place - 2), place)


def strange(read: Read, segment: Segment, known: frozenset[str] = frozenset()) -> str:
    """The first word that makes a segment about something else, as it was written; "" when all is understood.

    `known` are words the caller reads itself.
    """
    if known:
        return _strange(read, segment, known)
    stretch = (segment.first, segment.last, len(segment.spots))
    if stretch not in read.odd:  # asked again for every figure of a sentence
        read.odd[stretch] = _strange(read, segment, known)
    return read.odd[stretch]


def _strange(read: Read, segment: Segment, known: frozenset[str]) -> str:
    hedges = [(spot.start, spot.span.start) for spot in segment.spots if spot.start < spot.span.start]
    for place in range(segment.first, segment.last):
        word = read.words[place]
        if any(start <= word.start < end for start, end in hedges):
            continue
        if word.key not in known and _is_strange(read, segment, place):
            return read.text[word.start : word.end]
    return ""


def other_subject(read: Read, segment: Segment) -> str:
    """The unknown word a segment says something of, as it was written: "Cultuur stijgt ook"; "" when there is none."""
    place = segment.first
    while place < segment.last and read.words[place].key in _BEFORE_SUBJECT:
        place += 1
    if place + 1 >= segment.last or not verb_at(read, place + 1):
        return ""
    word = read.words[place]
    known = place in read.at and not NAMES.isdisjoint(read.at[place].kinds)
    return "" if known or not _is_strange(read, segment, place) else read.text[word.start : word.end]


def unknown(read: Read, segment: Segment, known: frozenset[str] = frozenset()) -> str:
    """The first word of a segment that is not understood at all, as it was written; "" when there is none.

    A figure is judged only where every word beside it is known: a verb nobody knows may turn the claim round.
    `known` are words the caller reads itself.
    """
    back = _flows_back(read.keys(segment.first, segment.last))
    for place in range(segment.first, segment.last):
        word = read.words[place]
        if word.key == back:
            return read.text[word.start : word.end]
        hit = read.at.get(place)
        if hit is not None and not hit.kinds.keys() <= _ASKED:
            continue
        if word.key in _KNOWN or word.key in known or len(word.key) <= 2 or _ADVERB.match(word.key):  # noqa: PLR2004
            continue
        if _is_giver(read, place) or read.low[max(0, word.start - 1) : word.start] == "#":
            continue
        if word_value(word.key) is None and not any(one.start <= word.start < one.end for one in segment.spots):
            return read.text[word.start : word.end]
    return ""


def _flows_back(words: list[str]) -> str:
    """The verb of money that comes out of a budget, and not into it: "houdt ... over", "brengt ... op"; "" without."""
    verbs = _BACK.get(words[-1], frozenset()) if words else frozenset()
    if not {"meer", "minder", "extra", "besparing", "daling", "stijging"}.isdisjoint(words):
        return ""  # "levert 3,7 miljoen minder op" tells a change
    return next((word for word in words if word in verbs), "")


def _is_strange(read: Read, segment: Segment, place: int) -> bool:
    word = read.words[place]
    if _is_giver(read, place):
        return False
    hit = read.at.get(place)
    if word.key in {"aantal", "aantallen"} and _counts(read, segment, place):
        return True
    if word.key in NARROWS:
        return not _a_year(read, place) and not (word.key == "elk" and _of_credits(read, segment))
    if hit is not None:
        if not NAMES.isdisjoint(hit.kinds):
            return False
        if hit.has("aspect", "premie") or hit.has("aspect", "cheque"):
            return not _names_policy(read, segment) and _binds(read, segment, place)
        if "elsewhere" in hit.kinds:
            foreign = not _FOREIGN.isdisjoint(hit.kinds["elsewhere"])
            return foreign and word.key not in _ORDINARY and word.key not in _PLAIN
        if hit.kinds.keys() != {"glossary"}:
            return False
    if word.key in _PLAIN or len(word.key) <= 2 or _ADVERB.match(word.key):  # noqa: PLR2004 - "op", "te", "n"
        return False
    return _binds(read, segment, place)


def _names_policy(read: Read, segment: Segment) -> bool:
    """Whether a segment names a policy or a reason, whose premium or cheque is meant."""
    hits = read.hits_in(segment.first, segment.last)
    return any(hit.has("policy") or hit.has("reason") for hit in hits)


def _counts(read: Read, segment: Segment, place: int) -> bool:
    """Whether a count is meant and no money: "het aantal klachten", or "het aantal dienstencheques" as the subject."""
    named = read.at.get(place)
    if place + 1 >= segment.last or (named is not None and not NAMES.isdisjoint(named.kinds)):
        return False
    hit = read.at.get(place + 1)
    if hit is None or NAMES.isdisjoint(hit.kinds):
        return True
    return hit.has("line") or (hit.has("policy") and place - segment.first <= 1 and verb_at(read, hit.end))


def _is_giver(read: Read, place: int) -> bool:
    """Whether a name on a platform is who gives the money: "@hildecrevits trekt 57,7 miljoen uit"."""
    word = read.words[place]
    return read.low[max(0, word.start - 1) : word.start] == "@" and not _GIVES.isdisjoint(
        read.keys(place + 1, place + 2)
    )


def _a_year(read: Read, place: int) -> bool:
    """Whether "per" or "elk" goes with a year, which leaves a yearly budget what it is."""
    return read.keys(place + 1, place + 2) in (["jaar"], ["begrotingsjaar"])


def _of_credits(read: Read, segment: Segment) -> bool:
    """Whether "elk" goes with the credits a segment names: "VAK en VEK stijgen elk met ..."."""
    hits = read.hits_in(segment.first, segment.last)
    return len({name for hit in hits for name in hit.kinds.get("credit", ())}) > 1


def _binds(read: Read, segment: Segment, place: int) -> bool:
    """Whether a word nobody knows stands where the figure is bound to something."""
    word = read.words[place]
    before = read.words[place - 1] if place > segment.first else None
    if before is not None and _SPACE.fullmatch(read.low, before.end, word.start) is None:
        before = None
    if word.capital and place > 0 and read.low[max(0, word.start - 2) : word.start].strip() not in {".", ":"}:
        back = place - 1
        while (
            back >= 0
            and read.words[back].capital
            and (back not in read.at or read.words[back].key in {"de", "het"})
            and read.words[back].key not in _NAMED_AFTER
        ):
            back -= 1
        return back < 0 or read.words[back].key not in _NAMED_AFTER
    if before is not None:
        if before.key in BINDING:
            return True
        if before.key.endswith("e") and place - 2 >= segment.first and read.words[place - 2].key in BINDING:
            return True
    if _behind_a_figure(read, segment, word.start):
        return _PARTICIPLE.match(word.key) is None
    if place != segment.first or not verb_at(read, place + 1):
        return False
    # Behind a mark only a verb of getting makes it the subject: "MARTENS: fout gelezen" is a speaker.
    return place + 1 < segment.last or read.words[place + 1].key in _GETS


def _behind_a_figure(read: Read, segment: Segment, at: int) -> bool:
    return any(spot.end <= at and not read.low[spot.end : at].strip() for spot in segment.spots)
