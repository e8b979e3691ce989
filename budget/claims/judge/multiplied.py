"""Reads what makes another amount of one: "tweemaal 57 miljoen", "de helft van 700 miljoen".

And the amount that is only what a part is taken of: "van de 78 miljoen extra gaat ... naar". It judges no figure.
"""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec.structs import replace

from budget.claims.bind.scene import Scene
from budget.claims.judge.truth import PCT
from budget.claims.read.segments import Spot
from budget.numbers_nl.words import plain, word_value
from budget.queries import ReadNumber

__all__ = ["is_factor", "is_unclear", "multiplied", "whole_end"]

_OF = re.compile(
    r"\s*van(?:\s+(?:de|het|die|dat|deze|onze|zijn|haar|hun))?(?:\s+(?:ruim|bijna|ongeveer|zowat|circa))?\s*"
)
_TIMES = re.compile(
    r"(?:([^\W\d_]+)\s*|(?<=\d)\s*)(?:keer|maal|x)(?:\s+(?:zoveel|zo veel) als)?(?:\s+(?:de|het|die))?\s*$"
)
_DOUBLE = re.compile(
    r"\b(?:het\s+)?(dubbel|driedubbel|drievoud|viervoud|tienvoud)e?(?:\s+van)?(?:\s+(?:de|het|die))?\s*$"
)
_VAGUE = re.compile(
    r"\b(?:veelvoud|deel|stuk|gedeelte|fractie|meerderheid|rest|tiende|honderdste)\s+van(?:\s+(?:de|het|die))?\s*$"
)
_SIZES = {"dubbel": 2, "driedubbel": 3, "drievoud": 3, "viervoud": 4, "tienvoud": 10}
_WORDS = {"anderhalve": Fraction(3, 2), "anderhalf": Fraction(3, 2), "halve": Fraction(1, 2), "half": Fraction(1, 2)}
_BEFORE = 48  # characters looked back
_LEADS = re.compile(
    r"(?:^|[:;,]\s*)(?:[^\W\d_]+\s+){0,2}?(?:van|uit|binnen)\s+(?:de|het|die|deze|dat|onze)(?:\s+totale)?\s*$"
)
_BEHIND = re.compile(r"\s*van\s+(?:de|het|die|deze|dat)(?:\s+totale)?\s*")
_VERBS = re.compile(
    r"\b(?:gaat|gaan|ging|gingen|vloeit|vloeien|is|zijn|komt|komen|zit|zitten|wordt|worden|dient|dienen)\b"
)


_MORE = re.compile(r"\s*(meer|minder|hoger|lager) dan(?:\s+(?:de|het|die))?\s*")
# What makes an amount one of a wish, a lack or a sum that is not worked out.
_TURNS = re.compile(
    r"\s*(?:(?:euro\s+)?(?:te (?:veel|weinig|kort)|tekort|(?:meer|minder) dan (?:ge|ver|be)\w+)"
    r"|(?:plus|min|maal|keer|x)\s)\b"
)


def is_factor(scene: Scene, spot: Spot) -> bool:
    """Whether a percentage or a fraction is only taken of the amount behind it: "10 procent van 700 miljoen"."""
    ahead = next((one for one in scene.read.numbers if one.start >= spot.end), None)
    if ahead is None or spot.span.number.kind != "pct" or ahead.number.kind != "eur":
        return False
    between = (scene.read.low, spot.end, ahead.start)
    return _OF.fullmatch(*between) is not None or _MORE.fullmatch(*between) is not None


def is_unclear(scene: Scene, spot: Spot) -> bool:
    """Whether an amount is not what is meant, and nobody says what is: "een deel van 700 miljoen", "te weinig"."""
    if _TURNS.match(scene.read.low, spot.end) is not None:
        return True
    return _VAGUE.search(scene.read.low, max(0, spot.start - _BEFORE), spot.start) is not None


def multiplied(scene: Scene, spot: Spot) -> Spot:
    """A figure with the factor in front of it worked in; the same when there is none."""
    factor = _factor(scene, spot)
    if factor is None or spot.span.number.kind != "eur":
        return spot
    number = spot.span.number
    hedge = None if _MORE.search(scene.read.low, spot.start, spot.span.start) else spot.span.hedge
    value, step = round(number.value * factor), max(1, round(number.step * factor))
    grown = ReadNumber(number.kind, value, step, number.signed, number.text, number.scale)
    return replace(spot, span=replace(spot.span, number=grown, hedge=hedge))


def _factor(scene: Scene, spot: Spot) -> Fraction | None:
    low = scene.read.low[max(0, spot.start - _BEFORE) : spot.start]
    double = _DOUBLE.search(low)
    if double is not None:
        return Fraction(_SIZES[double[1]])
    before = next((one for one in reversed(scene.read.numbers) if one.end <= spot.start), None)
    times = _TIMES.search(low)
    if times is not None and times[1] is None and before is not None and before.number.kind == "qty":
        return Fraction(before.number.value, 10**before.number.scale)
    if times is not None and times[1] is not None:
        word = plain(times[1])
        value = word_value(word)
        return _WORDS.get(word) if value is None else Fraction(value)
    if before is not None and before.number.kind == "pct" and _OF.fullmatch(scene.read.low, before.end, spot.start):
        return Fraction(before.number.value, 100 * PCT)
    more = _MORE.fullmatch(scene.read.low, before.end, spot.span.start) if before is not None else None
    if before is not None and before.number.kind == "pct" and more is not None:
        part = Fraction(before.number.value, 100 * PCT)
        return 1 + part if more[1] in {"meer", "hoger"} else 1 - part
    return None


def whole_end(scene: Scene, spot: Spot) -> int:
    """Where the words end that say of what a part is taken; -1 when the figure is no whole beside a part of it.

    "Van de 78 miljoen extra gaat 57 miljoen naar ...", "15 van de 18 miljoen bij ... is nieuw beleid".
    """
    low = scene.read.low
    spots = [one for segment in scene.segments for one in segment.spots if one.span.number.kind in {"eur", "qty"}]
    verb = _VERBS.search(low, spot.end)
    parts = [one for one in spots if one.end <= spot.start]
    behind = bool(parts) and _BEHIND.fullmatch(low, parts[-1].end, spot.start) is not None
    if verb is None and behind and spot.span.number.kind == "eur" and not low[spot.end :].strip(" .!"):
        return spot.end  # "is goed voor 15 van de 18 miljoen"
    if verb is None or spot.span.number.kind != "eur":
        return -1
    leads = _LEADS.search(low, max(0, spot.start - _BEFORE), spot.start)
    if leads is not None and any(one.start >= verb.end() for one in spots):
        return verb.start()
    return verb.start() if behind else -1
