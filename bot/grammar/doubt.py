"""Tells whether a question asks if something is so, and whether all of it was understood; it answers nothing."""

from __future__ import annotations

from bot.grammar.asked import Asked
from budget.queries import Presumed, ReadNumber

__all__ = ["asks_if", "loose_words", "multiplied"]

_OPEN = frozenset({"hoeveel", "wat", "welk", "welke", "waarom", "wie"})
_ASKING = frozenset(
    (
        "kwam kwamen komen ging gingen kregen neemt nam nemen is zijn was waren krijgt kreeg krijgen bedraagt heeft "
        "kost gaat gaan klopt komt wordt"
    ).split()
)
_MOVED = frozenset("steeg stegen stijgen daalde daalden dalen groeide groeiden groeien kromp krimpen zakte".split())
_NOUNS = frozenset({"winst"})
# Words that leave a yes or no as it is: small words, helping verbs, and what follows a verb in two parts.
_PLAIN = frozenset(
    (
        "neemt nam nemen levert valt viel loopt liep boet de het een dit dat deze die dan er in van voor op bij naar "
        "aan tot tegenover om te t met ten opzichte is zijn was waren ben wordt worden werd werden heeft hebben had "
        "krijgt krijgen kreeg gaat gaan ging komt komen kwam kost bedraagt klopt waar juist correct en of nee neen "
        "wel nu ook toch dus echt eigenlijk inderdaad effectief volgens minister document tabel cijfers begroting toe "
        "af achteruit vooruit terug lift hoogte boven beneden omlaag omhoog jaar euro miljoen miljard duizend procent "
        "% , ? & + vlaamse vlaams beleidsdomein ise ises programma budget geld middelen krediet kredieten bedrag "
        "vergelijking vergeleken sinds tussen mijnheer mevrouw aub graag even zeggen je ik we u men zo ja soms "
        "toevallig nog extra bijkomend bijkomende "
    ).split()
)
_OF_THE_CHANGE = frozenset({"measure", "credit", "round_kind", "year_word", "relative_round", "yesno", "multiple"})
_GROWTH = {"double": (1_000_000, "een verdubbeling"), "triple": (2_000_000, "een verdrievoudiging")}
_HALF = (500_000, "een halvering")
_HEDGES = frozenset({"bijna", "ruim", "zowat", "ongeveer", "nagenoeg", "minstens", "dik"})


def asks_if(asked: Asked) -> bool:
    """Whether a question asks if something is so: by its verb in front, or by "klopt"."""
    frame = asked.frame
    if not _OPEN.isdisjoint(frame.words):
        return False
    first = frame.word(0)
    if "yesno" in frame.marks or first in _ASKING:
        return True
    moves = frame.marks.get("measure", {})
    if 0 not in (moves.get("rise"), moves.get("fall")):
        return False
    # "Stijgt loopbanen" asks if it is so; "stijging loopbanen" asks how much.
    return first in _MOVED or (first[-1] == "t" and first not in _NOUNS and not first.startswith("ge"))


def loose_words(asked: Asked) -> list[int]:
    """Give the places of words that a yes or no would have to answer too and that no reading of the change takes up."""
    frame = asked.frame
    # Only the names: "competenties vooral door VDAB" says more than that VDAB's part of it rises.
    named = [
        hit
        for hit in frame.names
        if hit.kind in {"policy", "reason"} or any(one.first <= hit.first < one.end for one in asked.subjects)
    ]
    taken = {place for hit in named for place in range(hit.first, hit.end)}
    for kind in _OF_THE_CHANGE & frame.marks.keys():
        taken.update(frame.marks[kind].values())
    if frame.numbers:
        for place, (_word, start, _end) in enumerate(frame.places):
            if any(span.start <= start < span.end for span in frame.numbers):
                taken.add(place)
    hedged = {word for span in frame.numbers if span.hedge for word in span.hedge.split()} | _HEDGES
    return [
        place
        for place, word in enumerate(frame.words)
        if place not in taken and word not in _PLAIN and not word.isdigit() and word not in hedged
    ]


def multiplied(asked: Asked) -> Presumed | None:
    """Give the percentage that "verdubbelt" or "gehalveerd" takes for granted; None without such a word."""
    found = asked.frame.marks.get("multiple")
    if found is None or len(asked.subjects) > 1:
        return None
    meaning, place = next(iter(found.items()))
    value, name = _GROWTH.get(meaning, _HALF)
    before = asked.frame.word(place - 1)
    hedge = before if before in _HEDGES else "minstens"
    if before == "dan" and asked.frame.word(place - 2) == "meer":
        hedge = "meer dan"
    return Presumed(ReadNumber("pct", value, value, signed=False, text=name), hedge)
