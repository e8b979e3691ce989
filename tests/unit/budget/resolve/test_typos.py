"""A slip of the fingers leads to the one word it can be, and to none when it can be two."""

from __future__ import annotations

import pytest

from budget.resolve.typos import TypoIndex, edits

KNOWN = {
    "loopbanen": 3,
    "competenties": 3,
    "activering": 3,
    "waarom": 1,
    "daalt": 1,
    "staat": 0,
    "budget": 1,
    "vdab": 3,
    "over": 0,
}


def index_of(weights: dict[str, int], meanings: dict[str, tuple[object, ...]] | None = None) -> TypoIndex:
    """An index in which every word means something of its own, unless said otherwise."""
    return TypoIndex(weights, meanings or {word: (word,) for word in weights})


@pytest.fixture(scope="module")
def index():
    return index_of(KNOWN)


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        ("werk", "werk", 0),
        ("bugdet", "budget", 1),
        ("budgt", "budget", 1),
        ("buddget", "budget", 1),
        ("bodget", "budget", 1),
        ("werken", "werk", 2),
        ("", "ab", 2),
        ("onderwijs", "landbouw", 3),
        ("kort", "veellanger", 3),
    ],
)
def test_errors_are_counted_up_to_a_limit(left, right, count):
    assert edits(left, right, 2) == count
    assert edits(right, left, 2) == count


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lopbanen", "loopbanen"),
        ("loopbanne", "loopbanen"),
        ("lopbanne", "loopbanen"),
        ("competneties", "competenties"),
        ("compotentjes", "competenties"),
        ("waaorm", "waarom"),
        ("dalt", None),
        ("daatl", "daalt"),
        ("vadb", "vdab"),
        ("vdap", None),
        ("ove", None),
        ("xx", None),
        ("wrm", None),
        ("buget2", None),
        ("b" * 41, None),
        ("onderwijs", None),
        ("budgetje", None),
    ],
)
def test_a_word_is_read_as_the_one_it_can_only_be(typed, meant, index):
    assert index.find(typed) == meant


def test_of_two_words_equally_near_none_is_taken():
    assert index_of({"staart": 1, "staat": 1, "stat": 1}).find("staatt") is None
    assert index_of({"badder": 1, "bedder": 1}).find("bodder") is None


def test_of_two_words_equally_near_the_weightier_is_taken():
    assert index_of({"bakker": 0, "bikker": 3}).find("bokker") == "bikker"


def test_of_two_words_equally_near_the_one_that_begins_alike_is_taken():
    assert index_of({"daling": 1, "paling": 1}).find("dalinng") == "daling"


def test_two_words_for_the_same_thing_are_one_reading():
    weights = {"badder": 1, "bedder": 1}
    assert index_of(weights, {"badder": ("a", "b"), "bedder": ("b",)}).find("bodder") in weights


def test_a_filler_word_forgives_one_error_only():
    assert index_of({"alstublieft": 0}).find("alstubliet") == "alstublieft"
    assert index_of({"alstublieft": 0}).find("alstbliet") is None


def test_a_large_vocabulary_still_forgives_one_error():
    words = {
        f"woord{chr(97 + a)}{chr(97 + b)}{chr(97 + c)}": 1 for a in range(26) for b in range(26) for c in range(26)
    }
    index = index_of({**words, "loopbanen": 3})
    assert index.find("lopbanen") == "loopbanen"
    assert index.find("lopbanne") is None
