"""Takes off what is said about a whole statement ("het is gelogen dat", "niets van aan") before the statement is read.

What is left keeps its places in the sentence. No claim is judged here: only what a denial makes of a verdict.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from budget.claims.bind.scene import Draft
from budget.claims.judge.amounts import no_check
from budget.claims.model import Ground, Verdict, Why
from budget.numbers_nl.plaintext import lowered
from budget.queries import ReasonCode

__all__ = ["Framed", "denied", "unframed"]

_MUCH = (
    r"(?:(?:dus|toch|gewoon|echt|helemaal|absoluut|zeker|totaal|allemaal|natuurlijk|ook|weer|pertinent|al|pure|puur|"
    r"klinkklare|je|reinste|grote|grove|regelrechte|een|de|het|simpelweg|manifest|compleet|volledig)\s+)*"
)
# What is called untrue. "Een fout" and "een vergissing" are left out: they may be an opinion of what is decided.
_UNTRUE = (
    rf"{_MUCH}(?:gelogen|nepnieuws|fake news|onzin|nonsens|flauwekul|larie|kletskoek|(?<!een )fout|foutief|"
    r"onjuist|onwaar|leugens?|verzonnen|verzinsels?|fantasie|sprookjes?|fabeltjes?|fabels?|mythes?|misverstand|bedrog|"
    r"uit de lucht gegrepen|niet\s+(?:waar|juist|zo|correct|het geval))"
)
_NOTHING = r"(?:helemaal |absoluut |echt )?(?:niets|niks|geen snars|geen woord|geen bal) van(?: aan| waar)?"
_FAILS = rf"(?:klopt|kloppen|strookt)\s+{_MUCH}niet"
_WRONG = (
    r"(?:heeft (?:het )?(?:ongelijk|mis|fout|verkeerd)|hebben (?:het )?(?:ongelijk|mis|fout)|liegt|liegen|dwaalt|"
    r"dwalen|vergist zich|vergissen zich|zit (?:ernaast|er naast|fout|verkeerd)|is mis)"
)
_OPENS = r"^(?P<open>[\s\"'«“(]*(?:[^\W\d_][\w .-]{0,30}:\s+)?(?:(?:maar|en|want|nee|neen|kijk|sorry|welnu|dus)[, ]+)*)"
_CLAIMS = r"(?:beweert|beweren|zegt|zeggen|stelt|denkt|denken|gelooft|meent|volhoudt)"
_DENIES = r"(?:ontken|ontkent|ontkennen|betwist|betwisten|weerlegt|weerleggen)"
_LEADS = re.compile(
    rf"{_OPENS}(?:(?:(?:het|dat|'t)\s+(?:is|was|blijft)\s+)?{_UNTRUE}"
    rf"|(?:(?:het|dat|er|daar|'t)\s+)?{_FAILS}"
    rf"|(?:er|daar)\s+(?:is|klopt)\s+{_NOTHING}"
    r"|nergens(?:\s+\w+){1,6}?"
    rf"|(?!niemand)(?:\w+\s+){{1,3}}{_DENIES}(?:\s+(?!niet)\w+){{0,2}}?"
    r"),?\s+dat(?=\s)"
)
# Behind it the speaker says what is so instead: "het klopt niet dat X daalt: het stijgt met ...".
_GOES_ON = re.compile(r"[:;]\s|\s-\s|,?\s(?:want|maar|integendeel|in werkelijkheid)\s")
_WHO = re.compile(rf"{_OPENS}wie(?:\s+\w+){{0,2}}?\s+{_CLAIMS},?\s+dat(?=\s)")
_WHO_ENDS = re.compile(rf",?\s+(?:die\s+)?{_WRONG}[\s.!\"'»”)]*$")
_THAT = re.compile(
    rf"{_OPENS}(?:(?:de|het|die|uw|jullie|zijn|haar|hun)\s+(?:verhaal|bewering|stelling|idee|gerucht|claim|uitspraak)\s+)?"
    r"dat(?=\s)"
)
_ENDS = re.compile(
    r"(?P<mark>[.,;:?!]|\s-)?\s+(?P<lead>(?:(?:maar|en|doch)\s+)?(?:(?:daar|er|hier|dat|dit)\s+)?(?:(?:is|zijn|was)\s+)?)"
    rf"(?P<what>{_UNTRUE}|{_NOTHING}|{_FAILS}|klopt {_NOTHING}|quod non)[\s.!\"'»”)]*$"
)
# What says that a statement holds, with a word of denial in it.
_AFFIRMS = re.compile(
    rf"{_OPENS}(?:niemand\s+{_DENIES}|(?:\w+\s+){{1,2}}{_DENIES}\s+niet|(?:het\s+)?(?:valt|is)\s+niet\s+te\s+ontkennen"
    r"|(?:(?:het|er)\s+is\s+)?geen\s+(?:geheim|leugen|onzin|nepnieuws|fabeltje|fabel|verzinsel|toeval|verrassing|wonder|"
    r"twijfel(?:\s+mogelijk)?)|het\s+is\s+niet\s+(?:gelogen|verwonderlijk|verrassend|toevallig|onwaar|onlogisch)"
    r"),?\s+dat(?=\s)"
)
# An exclamation that answers somebody else says nothing of what follows it.
_ANSWERS = re.compile(
    rf"{_OPENS}(?:(?:helemaal|absoluut|zeker|toch|allerminst|geenszins|echt)\s+niet|{_NOTHING}|niet waar|integendeel|"
    r"(?:dat\s+)?klopt niet|verre van)\s*[,:;!-]\s*(?=\S)"
)
_OPINION = re.compile(r"onzin|nonsens|flauwekul|larie|kletskoek|fout|bedrog")
_ALONE = re.compile(
    r"[\s\"'«“(]*(?P<that>(?:daar|er|hier|dat|dit)\s+)?(?:(?:is|zijn)\s+)?"
    rf"(?:{_UNTRUE}|(?P<nothing>{_NOTHING})|{_FAILS}|klopt {_NOTHING})[\s.!\"'»”)]*$"
)


class Framed(Struct, frozen=True):
    """A sentence with blanks in the place of its frame, and whether the frame denies it."""

    text: str
    is_denied: bool = False
    is_refuted: bool = False  # what denies it is the next sentence: by itself it claims what it says
    first: int | None = None  # where a frame before the statement starts; it is a part of what is claimed
    end: int = 0  # where a frame behind it ends
    until: int = 0  # where what is denied ends


def unframed(text: str, after: str = "") -> Framed:
    """A sentence without the words that deny it or answer somebody; `after` is the next sentence of its line."""
    low = lowered(text)
    leads = _LEADS.match(low)
    if leads is not None:
        first = leads.end("open")
        goes_on = _GOES_ON.search(low, leads.end())
        until = goes_on.start() if goes_on is not None else len(low)
        return Framed(_without(text, (first, leads.end())), is_denied=True, first=first, until=until)
    who = _WHO.match(low)
    ends = _WHO_ENDS.search(low, who.end()) if who is not None else None
    if who is not None and ends is not None:
        rest = _without(text, (who.end("open"), who.end()), ends.span())
        return Framed(rest, is_denied=True, first=who.end("open"), end=len(low.rstrip(" .!\n")), until=len(low))
    ends = _ENDS.search(low)
    that = _THAT.match(low)
    if ends is not None and _denies_before(ends, is_that=that is not None):
        start = (that.end("open"), that.end()) if that is not None else (0, 0)
        rest = _without(text, start, ends.span())
        at = that.end("open") if that is not None else None
        return Framed(rest, is_denied=True, first=at, end=ends.end("what"), until=len(low))
    answers = _AFFIRMS.match(low) or _ANSWERS.match(low)
    rest = text if answers is None else _without(text, (answers.end("open"), answers.end()))
    return Framed(rest, is_refuted=_is_refuted(low, lowered(after)))


def _without(text: str, *spans: tuple[int, int]) -> str:
    for first, end in spans:
        text = text[:first] + " " * (end - first) + text[end:]
    return text


def _denies_before(ends: re.Match[str], *, is_that: bool) -> bool:
    """Whether words at the end deny what stands before: "dat X, is gelogen", "X, maar dat klopt niet", "X? Onzin"."""
    lead = ends["lead"].split()
    if is_that:
        return lead[-1:] == ["is"] or ends["what"].startswith(("klop", "strook"))
    if lead[:1] == ["en"] and _OPINION.search(ends["what"]):
        return False  # "..., en dat is onzin" may be what somebody thinks of it
    refers = not {"daar", "er", "hier", "dat", "dit"}.isdisjoint(lead)
    if refers and (ends["mark"] or lead[0] in {"maar", "en", "doch"}):
        return True
    return bool(ends["mark"]) and not lead and not ends["what"].startswith("niet")  # "..., niet waar?" asks


def _is_refuted(low: str, after: str) -> bool:
    alone = _ALONE.match(after) if after else None
    return alone is not None and bool(alone["that"] or alone["nothing"] or low.rstrip().endswith("?"))


def denied(draft: Draft) -> Draft:
    """What a denial makes of a judged claim: the opposite; of a wrong number it leaves open what is so instead."""
    ground = draft.ground
    if draft.verdict is Verdict.TRUE:
        return replace(draft, verdict=Verdict.FALSE, ground=replace(ground, why=Why.DENIED))
    if draft.verdict is Verdict.FALSE and (draft.claimed is None or ground.why is Why.DENIED):
        return replace(draft, verdict=Verdict.TRUE, ground=replace(ground, why=Why.AGREES))
    if draft.verdict in {Verdict.FALSE, Verdict.APPROX}:
        found = no_check(ReasonCode.NOT_UNDERSTOOD, draft.subjects, draft.claimed)
        return replace(found, ground=Ground(Why.NOTHING, ground.figure), slides=draft.slides)
    return draft
