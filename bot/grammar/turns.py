"""Reads the words that turn a question into another one ("niet", "zonder", "als", "keer"); it answers nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from bot.grammar.frame import Frame
from bot.grammar.subjects import Subject

__all__ = ["NO_TURNS", "Turns", "read_turns"]

_NEAR = 3  # words between a negation and the verb it belongs to
_SMALL = frozenset({"het", "de", "een", "in", "van", "om"})
_SAME = frozenset(
    {"%", "procent", "percentage", "aandeel", "deel", "bedrag", "stijging", "daling", "delta", "verschil"}
)
_NOT_A_TIME = frozenset({"deze", "die", "elke", "vorige", "volgende", "laatste", "eerste", "tweede", "nog", "een"})


class Turns(Struct, frozen=True):
    """The turning words of a question that are still to be taken up ({meaning: place}), and what was taken up here.

    `only_out` tells that all that is left are the words before subjects that are left out ("zonder VDAB"); `credit` is
    the credit that was ruled out ("geen VAK maar VEK"), `flipped` that the direction was negated ("daalt niet").
    """

    left: dict[str, int]
    only_out: bool = False
    credit: str = ""
    flipped: bool = False


NO_TURNS = Turns({})


def read_turns(frame: Frame, subjects: Sequence[Subject], direction: int) -> Turns:
    """Read the turning words of a text, and take up those whose meaning the words beside them settle.

    Numbers in sums ("10 % van", "plus 2 %") turn a question as words do.
    """
    left = dict(frame.marks.get("turn", ()))
    if frame.numbers:
        _read_sums(frame, subjects, left)
    if not left:
        return NO_TURNS
    if "as" in left and not _supposes(frame, left["as"]):
        del left["as"]
    if "whole" in left and "share" not in frame.marks and not frame.has("measure", "pct"):
        del left["whole"]  # "hoeveel staat er in de Vlaamse begroting voor loopbanen" names no whole to divide by
    if "after" in left and "rest" in frame.marks:
        del left["after"]  # "wat blijft er over na de redenen"
    if "times" in left and frame.word(left["times"] - 1) in _NOT_A_TIME:
        del left["times"]
    outs = {one.without_at for one in subjects}
    credit, flipped = "", False
    if "no" in left and left["no"] not in outs and _once(frame, left["no"]):
        credit = _ruled_out(frame, left["no"])
        flipped = not credit and direction != 0 and len(subjects) <= 1 and _negates_move(frame, left["no"])
        if credit or flipped:
            del left["no"]
    return Turns(left, bool(left) and outs.issuperset(left.values()), credit, flipped)


def _read_sums(frame: Frame, subjects: Sequence[Subject], left: dict[str, int]) -> None:
    """Add the sums with a number: a part of a line ("10 % van loopbanen"), and what is put on or off it."""
    if any(span.looks_like == "ordinal" for span in frame.numbers) and "source" not in frame.marks:
        left.setdefault("ordinal", next(place for place, word in enumerate(frame.words) if word.isdigit()))
    if len(subjects) != 1:
        return
    subject = subjects[0]
    starts = [start for _word, start, _end in frame.places]
    for span in frame.numbers:
        first, after = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if span.number.kind == "pct" and frame.word(after) == "van" and subject.first > after:
            left.setdefault("portion", first)
        elif first == subject.end and span.number.text.startswith(("plus", "min")):
            left.setdefault("sum", first)


def _supposes(frame: Frame, place: int) -> bool:
    """Whether "als" opens a supposition: behind it something rises or falls, or a number stands."""
    if frame.word(place + 1) in _SAME:
        return False
    moves = frame.marks.get("measure", {})
    if any(moves.get(meaning, -1) > place for meaning in ("rise", "fall", "more", "less")):
        return True
    start = frame.places[place][1]
    return any(span.start > start for span in frame.numbers)


def _once(frame: Frame, place: int) -> bool:
    """Whether there is no second negation, of which only the first was marked."""
    negations = {"niet", "geen", "noch", "niets", "niks", "nooit", "evenmin"}
    return sum(word in negations for word in frame.words) == 1 and frame.word(place) in {"niet", "geen"}


def _ruled_out(frame: Frame, place: int) -> str:
    """Give the credit a negation rules out when the other one is named too: "geen VAK maar VEK"."""
    credits = frame.marks.get("credit", {})
    if len(credits) < 2:  # noqa: PLR2004 - with one credit named, none is left to answer with
        return ""
    for credit, at in credits.items():
        if at > place and _SMALL.issuperset(frame.words[place + 1 : at]):
            return credit
    return ""


def _negates_move(frame: Frame, place: int) -> bool:
    """Whether a negation belongs to the one verb of rising or falling: "daalt niet", "geen stijging"."""
    if frame.has("measure", "level") or frame.word(place + 1) in {"naar", "aan", "voor", "bij", "door", "wegens"}:
        return False
    moves = frame.marks.get("measure", {})
    places = [moves[meaning] for meaning in ("rise", "fall", "more", "less") if meaning in moves]
    return any(place - _NEAR - 2 <= at < place or place < at <= place + _NEAR for at in places)
