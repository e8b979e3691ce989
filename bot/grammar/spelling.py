"""Finds the known words behind mistyped, glued, parted and abbreviated ones; an unclear word stays unknown."""

from __future__ import annotations

from bot.grammar.frame import NAME_KINDS, Frame
from budget.resolve.lexicon import Lexicon

__all__ = ["know_words"]

_SPLIT_RIGHT = frozenset({"measure", "nature", "share", "why", "total", "credit", "rest"})
_SHORTEST_PART = 3
_SHORTEST_JOINED = 7
_LONGEST = 60  # letters; no compound of the budget is longer, and trying all cuts of a longer one takes time
_DOTTED = 3  # letters of an abbreviation with its dot
_UNDOTTED = 6  # and without: shorter ones could be another word


def know_words(frame: Frame, lexicon: Lexicon) -> None:
    """Replace every unknown word by what it stands for: one known word, or the two it is made of or part of."""
    known = lexicon.words
    every = frame.words
    if known.keys() >= set(every):
        return
    place = 0
    while place < len(every):
        word = every[place]
        if word in known or not word[0].isalpha():
            place += 1
            continue
        if word[-1] == "+" and not _read_plus(frame, place, lexicon):
            continue
        parts = _split(every[place], lexicon)
        if parts is not None:
            _part(frame, place, parts)
            place += 2
        elif _join(frame, place, lexicon):
            place = max(0, place - 1)
        else:
            _correct(frame, place, lexicon)
            place += 1


def _read_plus(frame: Frame, place: int, lexicon: Lexicon) -> bool:
    """Read a mistyped name that ends in "+" ("jobonus+"); else drop the sign, which then adds, and give False."""
    word = frame.words[place][:-1]
    name = word if word in lexicon.words else lexicon.typos.find(word)
    if name is not None and f"{name}+" in lexicon.words:
        frame.corrected[frame.words[place]] = frame.words[place] = f"{name}+"
        return True
    frame.words[place] = word
    frame.marks.setdefault("sum", {}).setdefault("plus", place)
    return False


def _part(frame: Frame, place: int, parts: tuple[str, str]) -> None:
    places = frame.places
    typed, start, end = places[place]
    cut = len(parts[0])
    frame.words[place : place + 1] = parts
    places[place : place + 1] = [(typed[:cut], start, start + cut), (typed[cut:], start + cut, end)]
    frame.years = [(year, at + 1 if at > place else at) for year, at in frame.years]


def _join(frame: Frame, place: int, lexicon: Lexicon) -> bool:
    """Join a word with its neighbour when together they are one name ("loop banen"); False when they are not."""
    for first in (place, place - 1):
        if first < 0 or first + 1 >= len(frame.words):
            continue
        whole = frame.words[first] + frame.words[first + 1]
        if len(whole) < _SHORTEST_JOINED or not _is_name(whole, lexicon):
            continue
        places = frame.places
        places[first : first + 2] = [(places[first][0] + places[first + 1][0], places[first][1], places[first + 1][2])]
        frame.words[first : first + 2] = [whole]
        frame.years = [(year, at - 1 if at > first else at) for year, at in frame.years]
        return True
    return False


def _correct(frame: Frame, place: int, lexicon: Lexicon) -> None:
    """Read a word as the one it abbreviates or mistypes, when there is just one."""
    word = frame.words[place]
    end = frame.places[place][2]
    dotted = frame.folded[end : end + 1] == "."
    read_as = None
    if dotted and len(word) >= _DOTTED:
        read_as = lexicon.abbreviated(word)
    read_as = read_as or lexicon.typos.find(word)
    if read_as is None and not dotted and len(word) >= _UNDOTTED:
        # Without a dot an error is likelier than an abbreviation: "jobbonuss" is no "jobbonussen".
        read_as = lexicon.abbreviated(word)
    if read_as is not None:
        frame.corrected[word] = frame.words[place] = read_as


def _is_name(phrase: str, lexicon: Lexicon) -> bool:
    return any(kind in NAME_KINDS for kind, _ in lexicon.phrases.get(phrase, ()))


def _split(word: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Part a compound ("loopbaanbudget") or two glued words ("duurzamearbeidsmarkt"); None when it is neither."""
    phrases = lexicon.phrases
    if len(word) > _LONGEST:
        return None
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        left, right = word[:cut], word[cut:]
        if f"{left} {right}" in phrases:
            return left, right
        meanings = phrases.get(right)
        if meanings is None or not any(kind in _SPLIT_RIGHT for kind, _ in meanings):
            continue
        for name in (left, left[:-1] if left[-1] == "s" else ""):
            if _is_name(name, lexicon):
                return name, right
    return None
