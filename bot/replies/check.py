"""The Dutch words for a judged claim: verdict, true figure with credit, round and slide, and how far off it is."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from bot.claims.model import Claim, Found
from budget.claims.judge import Truth, Verdict
from budget.model import Explanation
from budget.money import count, euro, percent
from budget.queries import ReasonCode

__all__ = ["explained", "summary", "verdict_name"]

_PCT_UNITS = 10_000
_NAMES: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.TRUE: "klopt",
        Verdict.APPROX: "klopt ongeveer",
        Verdict.HALF: "half juist",
        Verdict.FALSE: "klopt niet",
        Verdict.UNCHECKABLE: "niet te controleren",
    }
)
_WHY_NOT: Mapping[ReasonCode, str] = MappingProxyType(
    {
        ReasonCode.OTHER_YEAR: "dit gaat over een jaar dat niet in het document staat.",
        ReasonCode.OTHER_ROUND: "dit gaat over een begrotingsronde of een periode die het document niet geeft.",
        ReasonCode.OTHER_CREDIT: "dit gaat niet over één duidelijk krediet van het document.",
        ReasonCode.OTHER_SCOPE: "dat onderdeel staat niet zo in het document.",
        ReasonCode.OTHER_SUBJECT: "dit gaat over iets anders dan de begroting in het document.",
        ReasonCode.NOT_IN_DOCUMENT: "dat cijfer staat niet in het document.",
        ReasonCode.NO_REASON_GIVEN: "het document geeft daar geen reden voor.",
        ReasonCode.OPINION: "dit is een mening.",
        ReasonCode.NO_FIGURE: "hier staat geen cijfer of richting in die het document kan bevestigen.",
        ReasonCode.NOT_UNDERSTOOD: "ik kan niet met zekerheid zeggen waarover dit gaat. "
        "Noem één onderdeel, één cijfer en zo nodig VAK of VEK.",
    }
)

_NO_CLAIM = (
    "Geen bewering gevonden. Geef een zin met een onderdeel en een cijfer, zoals: loopbanen stijgt met 10 miljoen."
)


def verdict_name(verdict: Verdict) -> str:
    """A verdict as a reader sees it."""
    return _NAMES[verdict]


def explained(claim: Claim) -> str:
    """Why a claim has its verdict, in one or two sentences."""
    found = claim.found
    sentence = _why_not(found) if found.verdict is Verdict.UNCHECKABLE else _why(found, claim.explanation)
    sentence = f"{sentence[:1].upper()}{sentence[1:]}"
    if claim.younger:
        sentence += " Let op: de uitspraak is jonger dan het document."
    return sentence


def _why_not(found: Found) -> str:
    if found.heard:
        shown = "".join(mark for mark in found.heard if mark.isalnum() or mark in " -+%,.")[:80]
        return f"hierdoor durf ik geen oordeel te geven: {shown}."
    return _WHY_NOT[found.code or ReasonCode.NOT_UNDERSTOOD]


def _why(found: Found, explanation: Explanation) -> str:
    if found.truth is None:
        names = [explanation.lines[one].name for one in found.subjects]
        under = "staat in het document onder" if found.verdict is Verdict.TRUE else "staat in het document niet onder"
        return f"{names[0]} {under} {names[-1]}."
    said = f"volgens het document: {_told(found.truth, explanation)}"
    if found.held is not None:
        return f"{said}. Het klopt wel voor {_told(found.held, explanation)}."
    return f"{said}{_off(found)}."


def _off(found: Found) -> str:
    """How far the claim is from the truth, when both are amounts and it is not simply right."""
    if found.claimed is None or found.truth is None or found.verdict is Verdict.TRUE:
        return ""
    sign = found.claimed.sign
    if sign and found.truth.value * sign < 0:
        return "; de richting is dus omgekeerd"
    if found.claimed.number.kind != found.truth.unit:
        return "; dat is een andere eenheid"
    return f"; verschil {_written(abs(abs(found.truth.value) - found.claimed.size), found.truth.unit)}"


def _told(truth: Truth, explanation: Explanation) -> str:
    """A true value with what it is of: line, measure, credit, round and slide."""
    names = [explanation.lines[one].name for one in truth.subjects]
    kinds = {
        "delta": "wijziging van {0}",
        "pct": "wijziging van {0}",
        "level": "{0}",
        "share": "aandeel van {0} in {1}",
        "driver": "reden bij {0}",
        "sum": "som van de vermelde redenen bij {0}",
        "quantity": "actie onder {0}",
    }
    what = kinds[truth.measure].format(*(names if truth.measure == "share" else [" en ".join(names)]))
    change = truth.measure in {"delta", "pct", "driver", "sum"}
    value = _written(truth.value, truth.unit, sign=change)
    document = explanation.document
    rounds = f"{document.draft_round.label} tegenover {document.base_round.label}" if change else ""
    labels = [truth.credit.value if truth.credit else "", truth.round.label if truth.round else rounds]
    labels.append(f"slide {', '.join(str(one) for one in dict.fromkeys(truth.slides))}")
    return f"{what} {value} ({', '.join(one for one in labels if one)})"


def _written(value: Fraction, unit: str, *, sign: bool = False) -> str:
    if unit == "eur":
        return euro(int(value), sign=sign)
    if unit == "pct":
        return percent(value / _PCT_UNITS, sign=sign)
    return count(int(value))


def summary(claims: tuple[Claim, ...]) -> str:
    """How many claims there are of each verdict: "3 beweringen: 2 klopt, 1 niet te controleren"."""
    if not claims:
        return _NO_CLAIM
    counts = {verdict: len([one for one in claims if one.found.verdict is verdict]) for verdict in Verdict}
    parts = [f"{number} {_NAMES[verdict]}" for verdict, number in counts.items() if number]
    return f"{len(claims)} {'bewering' if len(claims) == 1 else 'beweringen'}: {', '.join(parts)}."
