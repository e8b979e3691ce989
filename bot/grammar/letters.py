"""Tells the programmes JE and JA from the ordinary words "je" and "ja"; it reads nothing else."""

from __future__ import annotations

from bot.grammar.frame import Frame, Hit

__all__ = ["PROGRAMME_WORDS", "without_ordinary_words"]

_ORDINARY = frozenset({"ja", "je"})
_LETTERS = frozenset({"ja", "jb", "jd", "jf", "je"})
_LINKS = frozenset({"en", "of", "+", ",", "&", "vs", "versus", "tegenover", "met", "dan", "plus", "min", "naar"})
PROGRAMME_WORDS = frozenset({"programma", "progr", "prog", "pgm", "begrotingsprogramma"})
_PROGRAMME_BEFORE = frozenset(
    "delta vak vek budget budgetten begroting waarom reden stijging daling groei stijgt daalt bij voor naar in "
    "van tussen aandeel en of vs tegenover versus vergelijk procent % ba bo krediet middelen onder".split()
)
_PRONOUN_BEFORE = frozenset(
    "kan kun kon wil zou heb had ben weet vind denk geef zie ga moet mag doe zeg laat krijg als dat wat hoe die "
    "zal kunt kende ken bedoel schat hoop help stuur geloof toon gebruik ken".split()
)
_PRONOUN_AFTER = frozenset("me mij ons eens even eventjes snel vlug aub mijn dat het zeggen geven tonen".split())
_YES_BEFORE = frozenset(
    {",", "hoeveel", "wat", "maar", "graag", "welke", "welk", "waarom", "en", "dus", "ok", "zeker", "klopt"}
)
_NOT_ABOUT_MONEY = frozenset({"source", "help", "search", "audit", "actions", "explain", "opinion"})


def without_ordinary_words(hits: list[Hit], frame: Frame) -> list[Hit]:
    """Leave out the hits on "je" and "ja" that are the pronoun and the yes; linear in the number of hits."""
    if _ORDINARY.isdisjoint(frame.words):
        return hits
    ends = {hit.end for hit in hits if hit.kind == "line"}
    others = sum(1 for hit in frame.names if hit.kind in {"line", "policy", "reason"}) > 1
    return [hit for hit in hits if not _is_ordinary(hit, frame, others=others, beside=hit.first in ends)]


def _is_ordinary(hit: Hit, frame: Frame, *, others: bool, beside: bool) -> bool:
    """Whether a hit is the pronoun or the yes: capitals decide first, then the words beside it.

    `others` tells whether anything else of the document is named, `beside` whether a line's name ends right before it.
    """
    word = frame.words[hit.first]
    if hit.end - hit.first != 1 or word not in _ORDINARY:
        return False
    before, after = frame.word(hit.first - 1), frame.word(hit.end)
    if before in PROGRAMME_WORDS or (frame.typed(hit.first).isupper() and not frame.folded.isupper()):
        return False
    if word == "ja" and _is_yes(frame, hit.first):
        return True
    if word == "je" and (after in _PRONOUN_AFTER or before in _PRONOUN_BEFORE):
        return True
    if beside or _beside_letters(hit, frame, before, after):
        return False
    if word == "ja" and hit.first == 0:
        return after in _YES_BEFORE and (others or after == ",")
    if others:
        return before not in _PROGRAMME_BEFORE | _LINKS or before in {"voor", "van"}
    return before not in _PROGRAMME_BEFORE and not _NOT_ABOUT_MONEY.isdisjoint(frame.marks)


def _is_yes(frame: Frame, place: int) -> bool:
    """Whether "ja" is the yes of an answer that is asked for: "ja of nee", "zo ja welke", "stijgt, ja, maar waarom"."""
    before, after = frame.word(place - 1), frame.word(place + 1)
    if before in {"zo", ","} and after in {
        "",
        ",",
        "welke",
        "welk",
        "hoeveel",
        "waarom",
        "wat",
        "of",
        "/",
        "toch",
        "maar",
    }:
        return True
    over = frame.word(place + 2)
    return (after in {"of", "/", ",", ""} and over in {"nee", "neen"}) or after in {"nee", "neen"}


def _beside_letters(hit: Hit, frame: Frame, before: str, after: str) -> bool:
    """Whether other programme letters stand next to it, or across one linking word."""
    others = _LETTERS - {frame.words[hit.first]}
    if before in others or after in others:
        return True
    over_before = frame.word(hit.first - 2) if before in _LINKS else ""
    over_after = frame.word(hit.end + 1) if after in _LINKS else ""
    return over_before in others or over_after in others
