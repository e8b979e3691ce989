"""Whether a sentence says of a counted thing what its action says: who gets it, how often, at most or at least."""

from __future__ import annotations

import re

from budget.claims.bind.context import moves
from budget.claims.bind.scene import Scene
from budget.claims.read.language import ACTORS, ADVERBS, FLAT, HARMLESS, NEUTRAL, PRONOUNS, RISES, SAYING
from budget.claims.read.segments import Segment, Spot
from budget.model import Action, Quantity
from budget.queries import ReasonCode
from budget.resolve.text import phrase_key

__all__ = ["PREMIUM", "meant_for", "unlike"]

PREMIUM = "euro"
_STEM = 5
_SHORT = 2  # letters of words as "in" and "op"
_MONTHS = 12
_LEAST = frozenset({"meer dan", "boven", "minstens", "ruim", "dik", "iets meer dan"})
_ENDS = frozenset("afgeschaft afschaffen schaft geannuleerd stopgezet stopt vernietigd vernietigt".split())
_YEARLY = frozenset({"jaar", "jaarlijks", "jaarlijkse"})
_TIMES = frozenset(
    "maand maandelijks maandelijkse week wekelijks wekelijkse dag dagelijks dagelijkse uur kwartaal trimester semester "
    "eenmalig eenmalige".split()
)
_EXTRA = frozenset({"extra", "erbij", "bij", "meer", "bijkomend", "bijkomende", "bovenop", "minder"})
_EVERYBODY = frozenset({"alle", "elke", "ieder", "iedere", "allemaal"})
_NOT_ALL = frozenset(
    "laag lage lager lagere laagste laagbetaalde kleine kleiner beperkt starters starter startende startend".split()
)
_AT_MOST = frozenset({"maximaal", "max", "maximum", "tot", "hoogstens", "hooguit"})
_PAY = frozenset({"loon", "lonen", "inkomen", "inkomens"})  # "wie een lager loon heeft": nothing falls
_EACH = frozenset({"per", "elk", "elke", "ieder", "iedere", "telkens"})
_ONE = frozenset({"persoon", "werknemer", "loontrekkende", "jobbonus"})
_ANYBODY = frozenset(
    "iedereen vlaming vlamingen burger belastingbetaler niemand gezin ons jullie minister bruto verdient "
    "verdienen".split()
)
_MEANT = frozenset(
    "bijvoorbeeld mensen persoon personen premie bonus bedrag plan plant plannen start starten lanceert "
    "lanceren organiseert organiseren creeert creeren schept scheppen biedt bieden levert leveren oplevert "
    "financiert mikt mikken streeft beoogt bijkomende bij max maximum plaatsen voorziene aangekondigd "
    "aangekondigde aankondigt starters starter werknemers werknemer werkenden loon loontrekkende loontrekkende "
    "inkomen lager laag werkt werken ziet jobbonussen zelfstandige zelfstandigen sector arbeidsplaatsen banen "
    "traject trajecten jobs percent procent streefdoel doel ambitie streefcijfer doelt extra kandidaat "
    "langdurige zieke begeleidt begeleiden helpt helpen wilt komt er oplopen oploopt".split()
)
# Who a premium is said to be for, and is not: the two premiums of the document have each their own people.
_OTHERS = {
    "jobbonus": frozenset({"zelfstandigen", "zelfstandige", "starters"}),
    "jobbonus-plus": frozenset({"werknemers", "werknemer", "loontrekkenden", "loontrekkende", "bijberoep"}),
}
_THEIRS = {
    "jobbonus": frozenset({"loontrekkenden", "loontrekkende", "werknemers", "werknemer"}),
    "jobbonus-plus": frozenset({"zelfstandigen", "zelfstandige", "starters"}),
}
_DONE = frozenset("haalde haalden bereikte bereikten behaalde behaalden realiseerde realiseerden haalt haalden".split())
_AIM = frozenset("doelstelling doel streefcijfer mikt mikken ambitie streeft streefdoel doelt beoogt".split())
_PARTICIPLE = re.compile(
    r"(?:(?:bij|op|toe|in|af|uit|vrij|weg|mee|over)?ge\w+(?:d|t|(?<![dt])en)|(?:be|ver|ont|her)\w+(?:d|t))$"
)


def unlike(scene: Scene, index: int, spot: Spot, said: tuple[Action, Quantity]) -> bool | ReasonCode:
    """Whether a sentence contradicts an action beyond its number (True), agrees (False), or says what it has not."""
    action, counted = said
    segment = scene.segments[index]
    words = scene.read.keys(segment.first, segment.last)
    signs = {
        sign
        for place, sign in moves(scene.read, segment)
        if scene.read.words[place].key not in _EXTRA and _PAY.isdisjoint(scene.read.keys(place + 1, place + 2))
    }
    if _is_part(scene, spot) or (signs and counted.unit == PREMIUM):
        return ReasonCode.NOT_IN_DOCUMENT  # what comes of it, and whether a premium was another before, stands nowhere
    if -1 in signs or not _ENDS.isdisjoint(words):
        return True
    if spot.span.hedge in _LEAST and "maximaal" in counted.qualifier:
        return True if abs(spot.span.number.value) >= counted.value else ReasonCode.NOT_IN_DOCUMENT
    if not _OTHERS.get(action.policy, frozenset()).isdisjoint(words) and not _names_both(scene, index):
        return True
    if counted.unit == PREMIUM and not _TIMES.isdisjoint(
        _behind(scene, segment, spot)
    ):  # 50 euro a month may well be 600 a year
        return True if spot.span.number.value * _MONTHS > counted.value else ReasonCode.NOT_IN_DOCUMENT
    everybody = _for_all(words, counted)
    if everybody is not None:
        return everybody
    if _is_rate(words, counted) or _is_reached(scene, words, counted, spot):
        return ReasonCode.NOT_IN_DOCUMENT
    return ReasonCode.OTHER_SUBJECT if _odd(scene, segment, action, spot) else False


def _for_all(words: list[str], counted: Quantity) -> bool | ReasonCode | None:
    """Whether a premium is said to go to everybody, or in full to all of its own people; None when it is not."""
    if counted.unit != PREMIUM or _EVERYBODY.isdisjoint(words):
        return None
    if not {"niet", "geen"}.isdisjoint(words):
        return ReasonCode.NOT_IN_DOCUMENT
    if _NOT_ALL.isdisjoint(words):
        return True
    is_full = "maximaal" in counted.qualifier and _AT_MOST.isdisjoint(words)
    return ReasonCode.NOT_IN_DOCUMENT if is_full else None


def _is_part(scene: Scene, spot: Spot) -> bool:
    """Whether something is said of a part of what is counted: "de helft van de 7.500 trajecten"."""
    before = scene.read.before(spot.start, 2)
    return before in (["van", "de"], ["van", "die"])


def _behind(scene: Scene, segment: Segment, spot: Spot) -> list[str]:
    """The words of a segment between a figure and the next one."""
    ahead = next((one.start for one in segment.spots if one.start >= spot.end), segment.end)
    return [word.key for word in scene.read.words if spot.end <= word.start < ahead]


def meant_for(policy: str, words: set[str]) -> bool | None:
    """Whether the people a premium is said to be for are its own; None when none are named, or some of each."""
    theirs = not _THEIRS.get(policy, frozenset()).isdisjoint(words)
    others = not _OTHERS.get(policy, frozenset()).isdisjoint(words)
    if "bijberoep" in words:
        return False  # self-employed beside a job: of neither premium
    return None if theirs == others else theirs


def _names_both(scene: Scene, index: int) -> bool:
    """Whether both premiums stand in one stretch, so that it is not said who gets which."""
    return _OTHERS.keys() <= set(scene.abouts[index].policies)


def _is_rate(words: list[str], counted: Quantity) -> bool:
    """Whether a count is said per something that the action does not count by."""
    if not {"gemiddeld", "gemiddelde", "telkens"}.isdisjoint(words) or not _TIMES.isdisjoint(words):
        return True
    yearly = "per jaar" in counted.qualifier
    if not {"jaarlijks", "jaarlijkse"}.isdisjoint(words) and not yearly:
        return True
    for place, word in enumerate(words):
        if word not in _EACH:
            continue
        one = words[place + 1] if place + 1 < len(words) else ""
        if not (yearly and one in _YEARLY | _ONE):
            return True
    return False


def _is_reached(scene: Scene, words: list[str], counted: Quantity, spot: Spot) -> bool:
    """Whether a goal is told as something that was reached, or as a part of something."""
    if counted.unit != "%" or not _AIM.isdisjoint(words):
        return False
    behind = next(iter(scene.read.behind(spot.end, 1)), "")
    return not _DONE.isdisjoint(words) or behind == "van"


def _odd(scene: Scene, segment: Segment, action: Action, spot: Spot) -> bool:
    """Whether a word stands beside a count that neither the action nor plain speech has: other people, other places."""
    told = {word[:_STEM] for word in phrase_key(f"{action.name} {action.text}").split()}
    premium = any(one.unit == PREMIUM for one in action.quantities)
    for place in range(segment.first, segment.last):
        word = scene.read.words[place]
        hit = scene.read.at.get(place)
        if spot.start <= word.start < spot.end:
            continue
        if premium and word.key in _ANYBODY:
            return True
        if hit is not None and (hit.has("line") or hit.has("policy", action.policy) or _is_plain(hit.kinds)):
            continue
        if word.key in _PLAIN or len(word.key) <= _SHORT or word.key[:_STEM] in told or _PARTICIPLE.match(word.key):
            continue
        return True
    return False


_PLAIN = ADVERBS | HARMLESS | ACTORS | RISES | FLAT | PRONOUNS | NEUTRAL | SAYING | _MEANT


def _is_plain(kinds: dict[str, tuple[str, ...]]) -> bool:
    """Whether a phrase is only one of time, measure or unit."""
    return kinds.keys() <= {"measure", "relative_round", "round_kind", "unit_level", "aspect", "rank", "sum", "total"}
