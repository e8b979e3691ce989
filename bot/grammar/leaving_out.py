"""Tells whether the words before a name leave it out ("zonder", "niet naar"); it knows no names."""

from __future__ import annotations

from bot.grammar.frame import Frame

__all__ = ["LEADING", "left_out_at"]

_WITHOUT = frozenset({"zonder", "exclusief", "excl", "buiten", "behalve", "uitgezonderd", "uitgenomen", "na"})
_NOT_TO = frozenset({"naar", "aan", "voor", "bij", "via", "in", "onder", "van"})
_COUNTED_IN = frozenset(
    "meetelt meetellen meegeteld meerekent meerekenen meegerekend meeneemt meenemen meegenomen inbegrepen".split()
)
_BESIDE = frozenset({"is", "zijn", "en", "maar", "wel", "die", "dat", ","})  # "wat is niet VDAB", "maar niet VDAB"
LEADING = _NOT_TO | frozenset("de het een programma progr prog ise ises budget post lijn om".split())
"""Words between what leaves a name out and the name itself: "niet naar de VDAB"."""


def left_out_at(frame: Frame, first: int, end: int) -> int:
    """Give the place of the word that leaves out a name ("zonder", "niet naar", "op X na"); -1 when none does."""
    after = frame.word(end)
    if (after == "na" and frame.word(first - 1) == "op") or (after == "niet" and frame.word(end + 1) in _COUNTED_IN):
        return end
    place = first - 1
    while place >= 0 and frame.words[place] in LEADING:
        place -= 1
    if frame.word(place) == "niet" and place == first - 1 and frame.word(place - 1) in _BESIDE:
        return place
    if frame.word(place) in _WITHOUT or (frame.word(place) == "niet" and frame.word(place + 1) in _NOT_TO):
        return place
    return -1
