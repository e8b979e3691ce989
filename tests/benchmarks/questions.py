"""Distinct questions about given names, exact and with a typing error; every one is asked once."""

from __future__ import annotations

import itertools
import random
import string

__all__ = ["exact", "mistyped"]

TEMPLATES = (
    "{}",
    "budget {}",
    "hoeveel krijgt {}",
    "{} VEK",
    "delta {}",
    "delta vek {}",
    "waarom stijgt {}",
    "hoeveel procent stijgt {}",
    "{} vorig jaar",
    "wat is het vastleggingskrediet van {}?",
    "geef me de stijging van {} aub",
    "bron {}",
    "aandeel {} in het totaal",
    "onder welk programma valt {}",
    "{} 2021 vastlegging",
    "hoeveel VEK is er voor {}",
    "daalt {}?",
    "evolutie van {} in euro",
    "op welke slide staat {}",
    "betaalkrediet {} graag",
    "wat verandert er aan {}",
    "verklaar de stijging van {}",
    "procentuele stijging {} VEK",
    "VAK tegenover VEK {}",
    "hoeveel blijft onverklaard bij {}",
    "{} BA 2021",
    "{} BO 2022",
    "hoeveel geld gaat er naar {}",
)
SHORTEST = 6  # letters of a word that a typing error leaves readable


def exact(names: list[str], most: int) -> list[str]:
    """Questions with the names as they are, spread over names and kinds, at most `most`."""
    asked = (template.format(name) for template, name in _spread(names))
    return list(itertools.islice(dict.fromkeys(asked), most))


def mistyped(names: list[str], most: int, seed: int = 57) -> list[str]:
    """The same questions with one typing error in the longest word of each name."""
    chance = random.Random(seed)
    able = [name for name in names if max(map(len, name.split())) >= SHORTEST]
    asked = (template.format(_mistype(name, chance)) for template, name in _spread(able))
    return list(itertools.islice(dict.fromkeys(asked), most))


def _spread(names: list[str]) -> list[tuple[str, str]]:
    return [
        (template, names[(place + shift) % len(names)])
        for place in range(len(names))
        for shift, template in enumerate(TEMPLATES)
    ]


def _mistype(name: str, chance: random.Random) -> str:
    words = name.split()
    place = max(range(len(words)), key=lambda at: len(words[at]))
    word = words[place]
    at = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        word = word[:at] + word[at + 1 :]
    elif kind == 1:
        word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    elif kind == 2:
        word = word[:at] + chance.choice(string.ascii_lowercase) + word[at:]
    else:
        word = word[:at] + chance.choice(string.ascii_lowercase) + word[at + 1 :]
    return " ".join((*words[:place], word, *words[place + 1 :]))
