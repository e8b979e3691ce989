"""The Dutch words for a judged claim: its verdict, the truth, the arithmetic and where a number really belongs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from bot.replies.amounts import signed
from bot.replies.check_facts import action_told, as_said, gap_told, hit_told, phrase, reasons_told, value_told
from bot.replies.naming import in_sentence, inner, joined, opening, subject
from bot.replies.verdicts import claims_counted, verdict_name, verdicts_counted
from budget.answers import Figure
from budget.claims.model import Claim, Kind, Verdict, Why
from budget.claims.read.language import NARROWS
from budget.model import Explanation, Level
from budget.queries import ReadNumber, ReasonCode

__all__ = ["explained", "heading", "quoted", "summary", "told"]

_LONGEST_QUOTE = 300
_ROUNDED = Fraction(11, 10)  # stated reasons are rounded, so that they may be a little more than the change
_FAR = 20  # times the true amount: from there the gap is no help
_WHY_NOT: Mapping[ReasonCode, str] = MappingProxyType(
    {
        ReasonCode.OTHER_YEAR: "Dat jaar staat niet in het document.",
        ReasonCode.OTHER_ROUND: "Die begrotingsronde of periode staat niet in het document.",
        ReasonCode.OTHER_CREDIT: "Dat krediet staat niet in het document; het geeft alleen VAK en VEK.",
        ReasonCode.OTHER_SCOPE: "Zo afgebakend staat het niet in het document.",
        ReasonCode.OTHER_SUBJECT: "Dat gaat over iets anders dan wat in het document staat.",
        ReasonCode.NOT_IN_DOCUMENT: "Dat cijfer staat niet in het document.",
        ReasonCode.NO_REASON_GIVEN: "Het document geeft daar geen reden voor.",
        ReasonCode.OPINION: "Daarin staat geen cijfer of feit dat het document kan bevestigen of tegenspreken.",
        ReasonCode.NO_FIGURE: "Het document geeft daar geen cijfer voor.",
    }
)
_NOT_UNDERSTOOD = (
    "Ik kan niet met zekerheid zeggen waarover dit gaat. Noem één onderdeel en één cijfer, met VAK of VEK."
)
_NO_CLAIM = (
    "Geen bewering gevonden. Geef een zin met een onderdeel en een cijfer, zoals: loopbanen stijgt met 10 miljoen."
)
_YOUNGER = "De uitspraak is jonger dan het document."


def quoted(words: str) -> str:
    """The words of a claim on one line, without control characters; cut behind 300 marks."""
    flat = " ".join("".join(mark if mark.isprintable() else " " for mark in words).split())
    return flat if len(flat) <= _LONGEST_QUOTE else f"{flat[: _LONGEST_QUOTE - 1].rstrip()}…"


def heading(claim: Claim) -> str:
    """The verdict in front of the words it is about: "KLOPT NIET: loopbanen daalt met 5 miljoen"."""
    return f"{verdict_name(claim.verdict).upper()}: {quoted(claim.place.quote)}"


def explained(claim: Claim, explanation: Explanation) -> str:
    """Why a claim has its verdict, in a few sentences that end with the slides it stands on."""
    text = told(claim, explanation)
    slides = [str(number) for number in sorted({source.slide.number for source in claim.sources})]
    if not slides:
        return text
    return f"{text} Bron: {explanation.document.title}, slide{'s' if len(slides) > 1 else ''} {joined(slides)}."


def told(claim: Claim, explanation: Explanation) -> str:
    """The explanation without its source, for where the sources stand together."""
    sentences = list(_uncheckable(claim, explanation) if claim.verdict is Verdict.UNCHECKABLE else [])
    sentences = sentences or _judged(claim, explanation)
    if claim.younger:
        sentences.append(_YOUNGER)
    return " ".join(sentences)


def summary(claims: Sequence[Claim]) -> str:
    """How many claims have each verdict: "3 beweringen: 2 kloppen, 1 niet te controleren."."""
    if not claims:
        return _NO_CLAIM
    return f"{claims_counted(len(claims))}: {verdicts_counted(Counter(claim.verdict for claim in claims))}."


def _heard(words: str) -> str:
    return "".join(mark for mark in words if mark.isalnum() or mark in " -+%,.()/")[:80].strip()


def _uncheckable(claim: Claim, explanation: Explanation) -> list[str]:
    ground = claim.ground
    if ground.why is Why.SUPPOSED:
        return ["Dat is een veronderstelling, een wens of een eis, geen bewering over wat in het document staat."]
    heard = _heard(ground.heard)
    if claim.code is ReasonCode.NOT_UNDERSTOOD and heard:
        first = f"“{heard}” begrijp ik niet bij dit cijfer."
    elif claim.code in {None, ReasonCode.NOT_UNDERSTOOD} or (claim.code is ReasonCode.OTHER_SUBJECT and heard):
        first = _unknown(heard, explanation) if heard else _NOT_UNDERSTOOD
    elif claim.code is ReasonCode.NOT_IN_DOCUMENT and claim.claimed is None:
        first = "Dat staat zo niet in het document."
    else:
        first = _WHY_NOT[claim.code or ReasonCode.NOT_IN_DOCUMENT]
    if claim.kind is Kind.STRUCTURE:
        first = "Waar dat onder staat, zegt het document niet: het noemt meer onderdelen samen."
    sentences = [first]
    if ground.reasons:
        sentences.append(f"Wel vermeld: {reasons_told(ground.reasons)}.")
    elif ground.action is not None:
        sentences.append(f"Wel vermeld: {action_told(ground.action)}.")
    elif ground.figure is not None:
        sentences.append(f"Wel bekend: {phrase(ground.figure, explanation)}.")
    if ground.owners and claim.claimed is not None:
        owner = hit_told(ground.owners[0], explanation)
        line = ground.owners[0].line
        same = line is not None and line.id in claim.subjects and claim.kind is not Kind.DRIVER
        elsewhere = "" if same else "; daar gaat de zin niet over"
        sentences.append(f"Dit getal past in het document bij {owner}{elsewhere}.")
    return sentences


def _unknown(heard: str, explanation: Explanation) -> str:
    """Why a word keeps a claim from being checked: it counts by another measure, or it is nothing of the document."""
    word = heard.lower()
    if word in NARROWS or word in {"aantal", "aantallen"}:
        return f"“{heard}” maakt er een ander cijfer van dan de bedragen in het document."
    printed = f"{explanation.document.title} {explanation.document.presenter} sociale economie".lower().split()
    if word in printed:
        return f"“{heard}” alleen is geen onderdeel van het document."
    return f"“{heard}” ken ik niet uit het document."


def _judged(claim: Claim, explanation: Explanation) -> list[str]:
    match claim.kind:
        case Kind.ARITHMETIC:
            return [_contradicted(claim)]
        case Kind.STRUCTURE:
            return [_structure(claim, explanation)]
        case Kind.DOCUMENT:
            return [_document(explanation)]
        case Kind.REASON:
            return _reasoned(claim, explanation)
        case Kind.STATEMENT if claim.ground.action is not None and claim.ground.action.period is None:
            return [f"In het document staat: {inner(claim.ground.action.text)}"]
        case Kind.QUANTITY | Kind.STATEMENT if claim.ground.action is not None:
            return [f"In het document staat: {action_told(claim.ground.action)}."]
        case _:
            return _measured(claim, explanation)


def _contradicted(claim: Claim) -> str:
    """The arithmetic of a sentence held against itself, in its own numbers."""
    if claim.claimed is None:
        return "De zin spreekt zichzelf tegen."
    number, truth = claim.claimed.number, claim.ground.figure
    first, last = (as_said(part.value_eur or 0, number) for part in claim.ground.parts)
    said = _heard(number.text)
    if number.kind != "eur":
        return f"De zin spreekt zichzelf tegen: van {first} naar {last} is geen {said}."
    difference = f", het verschil is {as_said(truth.value_eur or 0, number)}" if truth is not None else ""
    return f"De zin spreekt zichzelf tegen: van {first} naar {last}{difference}, en niet {said}."


def _structure(claim: Claim, explanation: Explanation) -> str:
    ground = claim.ground
    if ground.heard:
        at = joined([in_sentence(explanation.lines[one]) for one in ground.ranked])
        return f"{ground.heard}: in het document vermeld bij {at}."
    if ground.ranked:
        names = [in_sentence(explanation.lines[one]) for one in ground.ranked]
        number = "één" if len(names) == 1 else str(len(names))
        return f"Het document telt er {number}: {joined(names)}."
    line = explanation.lines[claim.subjects[0]]
    above = [one for one in (line.parent, line.objective) if one is not None]
    if not above:
        return f"{subject(line)} staat op zichzelf in het document."
    return f"{subject(line)} hoort bij {joined(in_sentence(explanation.lines[one]) for one in above)}."


def _document(explanation: Explanation) -> str:
    document = explanation.document
    day = f"{document.date.day}/{document.date.month}/{document.date.year}"
    return f"De toelichting is van {day}, voorgesteld door {document.presenter} in het {document.venue}."


def _reasoned(claim: Claim, explanation: Explanation) -> list[str]:
    """The change, the stated reasons that fit the claim, and how much of the change they are."""
    ground = claim.ground
    if not ground.reasons:
        return ["Die reden staat niet bij deze verandering."]
    line = explanation.lines[ground.reasons[0].line]
    sentences = [f"Vermeld bij {in_sentence(line)}: {reasons_told(ground.reasons)}."]
    amounts = [one.amount.eur for one in ground.reasons if one.amount is not None]
    subject_line = explanation.lines[claim.subjects[0]]
    delta = subject_line.amounts.vak_delta
    if len(amounts) == len(ground.reasons):
        together = "Dat is" if len(amounts) == 1 else "Samen is dat"
        total, of = signed(sum(amounts)), signed(delta)
        part = sum(amounts) * delta > 0 and abs(sum(amounts)) <= abs(delta) * _ROUNDED
        name = in_sentence(subject_line)
        sentences.append(
            f"{together} {total} van de {of} VAK voor {name}."
            if part
            else f"{together} {total}; het VAK van {name} verandert alles samen met {of}."
        )
        if ground.why is Why.PART:
            sentences.append("Dat is niet meer dan de helft." if part else "Dat gaat de andere kant op.")
    if len(ground.reasons) == 1 and not amounts and ground.reasons[0].cause:
        sentences.append(f"Het document zegt daarover: {ground.reasons[0].cause}.")
    if ground.why is Why.ONLY_REASON:
        sentences.append("Dat is niet alles: het document geeft nog andere redenen.")
    return sentences


def _measured(claim: Claim, explanation: Explanation) -> list[str]:
    """The truth, the gap, and what the number may have been taken from."""
    ground = claim.ground
    sentences = _truth(claim, explanation)
    if claim.verdict is Verdict.TRUE:
        return sentences
    if ground.why is Why.DENIED:
        return [*sentences, "De zin ontkent dat."]
    if ground.why is Why.SIGN:
        return [*sentences, "De richting is omgekeerd."]
    if ground.why is Why.PERCENT_POINT:
        return [*sentences, "Procentpunt is iets anders dan procent."]
    if claim.claimed is not None and ground.figure is not None:
        number = claim.claimed.number
        gap = gap_told(ground.figure, Fraction(number.value, 10**number.scale), number.kind)
        far = _is_far(ground.figure, number)
        told = "De bewering is van een heel andere grootte." if far else f"Het verschil met de bewering is {gap}."
        sentences += [told] if gap and claim.kind is not Kind.RATIO else []
    if ground.beside:
        also = "Het klopt wel anders gelezen" if claim.verdict is Verdict.HALF else "Het getal past wel hierbij"
        sentences.append(f"{also}: {phrase(ground.beside[0], explanation, ground.parts)}.")
    elif ground.owners:
        sentences.append(f"Het getal past wel bij {hit_told(ground.owners[0], explanation)}.")
    return sentences or ["Dat staat anders in het document."]


def _is_far(true: Figure, said: ReadNumber) -> bool:
    """Whether an amount is so much larger than the true one that what lies between says nothing."""
    return true.value_eur is not None and said.kind == "eur" and abs(said.value) > _FAR * abs(true.value_eur)


def _truth(claim: Claim, explanation: Explanation) -> list[str]:
    """What the document has, and for what is computed out of what."""
    ground = claim.ground
    if claim.kind is Kind.DRIVER and ground.reasons:
        amounts = [one.amount.eur for one in ground.reasons if one.amount is not None]
        counted = {one.id for one in ground.reasons}
        net = [one for one in ground.reasons if one.part_of not in counted]
        sentences = [f"Volgens het document: {reasons_told(tuple(net))}."]
        if len(net) > 1 and ground.figure is not None and len(amounts) >= len(net):
            sentences.append(f"{opening(phrase(ground.figure, explanation))}.")
        return sentences
    if claim.kind is Kind.SHARE and ground.reasons and ground.figure is not None and ground.parts:
        total, change = ground.parts
        together = f"samen is dat {value_told(total)}, ofwel" if len(ground.reasons) > 1 else "dat is"
        share = phrase(ground.figure, explanation, ground.parts)
        return [
            f"Volgens het document: {reasons_told(ground.reasons)}.",
            f"{opening(together)} {share} ({value_told(change)}).",
        ]
    computed = claim.kind in {Kind.SHARE, Kind.SUM, Kind.RATIO, Kind.COMPARE, Kind.DELTA} or not ground.figure
    shown = [*ground.parts] if computed else []
    if ground.figure is not None and ground.figure not in shown:
        shown.append(ground.figure)
    if claim.kind is Kind.RANK and ground.ranked and claim.verdict is not Verdict.TRUE:
        first = next((part for part in ground.parts if part.subject == ground.ranked[0]), None)
        shown += [first] if first is not None and first not in shown else []
    lines = [explanation.lines[one.subject] for one in shown if one.subject in explanation.lines]
    objective = any(line.level is Level.OBJECTIVE for line in lines)
    lead = "Berekend uit het document" if objective else "Volgens het document"
    return [f"{lead}: {_listed([phrase(one, explanation, ground.parts) for one in shown])}."] if shown else []


def _listed(phrases: list[str]) -> str:
    return joined(phrases) if len(phrases) < 3 else "; ".join(phrases)  # noqa: PLR2004 - a spoken pair
