"""Tells from its form and place whether an unknown word is a verb, which changes no subject; it knows no meanings."""

from __future__ import annotations

from bot.grammar.frame import Frame

__all__ = ["is_mere_verb"]

_HELPERS = frozenset(
    "is zijn was waren wordt worden werd werden heeft hebben had hadden kan kun kunt kunnen kon konden zal zullen "
    "zou zouden mag mogen moet moeten wil willen wou laat laten gaat gaan ging gingen komt komen doet doen".split()
)
# Words behind which an unknown word is a noun: it then names something, and may change what is asked.
_BEFORE_NOUNS = frozenset(
    "de het een deze dit dat die hoeveel aantal welke welk in van voor naar bij aan per uit op over met zonder "
    "geen elke elk alle mijn onze ons hun programma ise slide".split()
)
_CLOSES = frozenset({"", "?", ",", ";"}) | frozenset(
    "en maar of voor in met naar aan bij op van door dat die hoeveel wat als om tegenover dan want omdat terwijl "
    "waar hoe wordt werd is zijn heeft hebben had zou kan moet zal".split()
)
_PREFIXES = (
    "ge",
    "be",
    "ver",
    "ont",
    "her",
    "uit",
    "aan",
    "op",
    "af",
    "in",
    "toe",
    "door",
    "voor",
    "mee",
    "bij",
    "weg",
)
_SHORTEST = 5
_SENTENCE = 5  # words from which a text is a sentence and not a list of keywords


def is_mere_verb(frame: Frame, place: int) -> bool:
    """Whether an unknown word can only be the verb of its sentence: by its form, its place and a helping verb.

    In doubt it is none: a noun may ask for something the document does not hold.
    """
    word, before, after = frame.word(place), frame.word(place - 1), frame.word(place + 1)
    if len(word) < _SHORTEST or len(frame.words) < _SENTENCE or frame.typed(place)[0].isupper():
        return False
    if before == "te":
        return word.endswith("en")
    if before in _BEFORE_NOUNS or after not in _CLOSES or _HELPERS.isdisjoint(frame.words):
        return False
    participle = word.startswith(_PREFIXES) and word.endswith(("d", "t", "en"))
    return participle or word.endswith("en")
