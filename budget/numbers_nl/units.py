"""The units people write behind or before a number, and how large they are; what a number counts is not read."""

from __future__ import annotations

import re

from msgspec import Struct

__all__ = ["Unit", "currency_before", "is_scale", "unit_at"]

_PERCENT = 10_000  # a percent in 1/10000 of a percent
_THOUSAND, _MILLION, _BILLION = 10**3, 10**6, 10**9

# "bn" and "milliard" are what translations and haste make of them; the misspellings are the usual ones.
_SCALES = {
    "duizend": _THOUSAND,
    "dzd": _THOUSAND,
    "miljoenen": _MILLION,
    "miljoen": _MILLION,
    "miljon": _MILLION,
    "millioen": _MILLION,
    "milioen": _MILLION,
    "milj": _MILLION,
    "mln": _MILLION,
    "mio": _MILLION,
    "miljarden": _BILLION,
    "miljard": _BILLION,
    "miljart": _BILLION,
    "milliard": _BILLION,
    "milard": _BILLION,
    "mld": _BILLION,
    "mrd": _BILLION,
    "mia": _BILLION,
    "bn": _BILLION,
    "biljoen": 10**12,
    "k": _THOUSAND,
    "m": _MILLION,
}
_SCALE = "|".join(_SCALES)
_EURO = r"€|euro(?:'?s)?(?![a-z])|eur(?![a-z])"
_FOREIGN = r"\$|£|(?:dollars?|usd|pond|gbp|yen|chf|frank)(?![a-z])"
_UNIT = re.compile(
    rf"(?:,-{{1,2}})?(?P<gap>\s{{0,6}})\(?(?:"
    rf"(?P<pp>(?:%|procent|percent|pct)[ -]?punt(?:en)?(?![a-z])|p\.p\.|ppt?(?![a-z0-9]))"
    rf"|(?P<pct>%|(?:procent|percent|pct)(?![a-z]))"
    rf"|(?P<pm>‰|promille(?![a-z]))"
    rf"|(?P<scale>{_SCALE})(?:\.?\s{{0,6}}(?:(?P<eur>{_EURO})|(?P<other>{_FOREIGN}))|(?![a-z0-9²³é]|'[a-z]))"
    rf"|(?P<bare>{_EURO})"
    rf"|(?P<foreign>{_FOREIGN})"
    rf")"
)
_PLAIN = {"pct": ("pct", _PERCENT), "pp": ("pp", _PERCENT), "pm": ("pct", _PERCENT // 10)}
_PLAIN |= {"bare": ("eur", 1), "foreign": ("qty", 1)}
_SCALE_AT = re.compile(rf"\s{{1,6}}(?:{_SCALE})(?![a-z0-9])")
# Millions of these are no euro; a policy ("1,6 miljard dienstencheques") is, so no policy stands here.
_THINGS = re.compile(
    r"\s{1,6}(?:[a-z]{2,20}e\s{1,3})?(?:mensen|personen|inwoners|vlamingen|belgen|burgers|werkenden|werknemers|"
    r"werkzoekenden|werklozen|gezinnen|kinderen|jongeren|vrouwen|mannen|jobs|banen|vacatures|uren|uur|dagen|jaar|jaren|"
    r"keer|bezoekers|toeschouwers|klanten|kilometers?|km|kilo|kg|ton|liter|keren|leden|stemmen|kijkers)(?![a-z])"
)
_BEFORE = re.compile(
    r"(?<![a-z0-9])(?:(?:(?P<size>[km]) ?)?(?:€ ?(?P<late>[km])?|euro?)|(?P<foreign>\$|£|usd|gbp|chf))\s{0,2}$"
)


class Unit(Struct, frozen=True):
    """A unit as found: kind and factor of ReadNumber, whether it holds a word of size, and where it ends."""

    kind: str
    factor: int
    scaled: bool
    end: int
    gap: bool  # something stands between the digits and the unit
    foreign: bool = False
    letter: bool = False  # just "m": a million, or metres


def unit_at(low: str, at: int) -> Unit | None:
    """Read the unit that starts at most a line break further than `at`, in lower case text; None when there is none."""
    found = _UNIT.match(low, at)
    if found is None:
        return None
    group = found.lastgroup or ""
    end = found.end()
    gap = found["gap"] != ""
    plain = _PLAIN.get(group)
    if plain is not None:
        return Unit(plain[0], plain[1], scaled=False, end=end, gap=gap, foreign=group == "foreign")
    scale = found["scale"]
    things = group == "other" or (group == "scale" and _THINGS.match(low, end) is not None)
    kind = "qty" if things else "eur"
    letter = group == "scale" and scale == "m"
    return Unit(kind, _SCALES[scale], scaled=True, end=end, gap=gap, foreign=group == "other", letter=letter)


def currency_before(low: str, floor: int, at: int) -> tuple[int, int] | None:
    """Read "€", "k€", "MEUR" and the like that end at `at`: where it starts and its factor (0: not euro)."""
    found = _BEFORE.search(low, max(floor, at - 8), at)
    if found is None:
        return None
    if found["foreign"]:
        return found.start(), 0
    size = found["size"] or found["late"]
    return found.start(), _SCALES[size] if size else 1


def is_scale(low: str, at: int) -> bool:
    """Whether a word of size ("miljoen") follows, after a space."""
    return _SCALE_AT.match(low, at) is not None
