"""The words around amounts: falls and rises, rests, names in a sentence."""

from __future__ import annotations

import pytest

from bot.replies.amounts import as_printed, exact, growth, more_or_less, movement, rest_amount, signed
from bot.replies.naming import bar_labels, inner, joined


def test_a_fall_is_told_as_a_fall_without_a_minus():
    assert movement(-15_158_000, "VAK") == "daalt met 15,2 miljoen euro VAK"


def test_no_change_is_told_as_such():
    assert movement(0, "VEK") == "blijft gelijk in VEK"
    assert more_or_less(0) == "evenveel als"


def test_a_difference_says_more_or_less():
    assert more_or_less(57_697_000) == "57,7 miljoen euro meer dan"
    assert more_or_less(-708_000) == "708.000 euro minder dan"


def test_growth_from_nothing_has_no_percentage():
    assert growth(5, 0) == ""


@pytest.mark.parametrize(
    ("eur", "text"),
    [
        (13_000_000, "+13,0 miljoen euro"),
        (-700_000, "-0,7 miljoen euro"),
        (79_000, "+79.000 euro"),
        (0, "0 euro"),
    ],
)
def test_a_stated_amount_carries_its_sign(eur, text):
    assert signed(eur) == text


def test_a_rest_is_exact_whatever_its_size():
    assert rest_amount(-203_000) == ("-0,2 miljoen euro", " (-203.000 euro)")
    assert rest_amount(7_000) == ("+7.000 euro", "")
    assert exact(2_744_000) == "+2.744.000 euro"


@pytest.mark.parametrize(
    ("eur", "step", "text"),
    [
        (1_700_000_000, 100_000_000, "1,7 miljard euro"),
        (520_000_000, 1_000_000, "520 miljoen euro"),
        (57_700_000, 100_000, "57,7 miljoen euro"),
        (80_000, 10_000, "0,08 miljoen euro"),
    ],
)
def test_a_statement_keeps_the_digits_of_its_slide(eur, step, text):
    assert as_printed(eur, step) == text


def test_a_plain_name_loses_its_capital_inside_a_sentence_and_letters_keep_theirs():
    assert inner("Loopbanen") == "loopbanen"
    assert inner("VDAB-toelage") == "VDAB-toelage"
    assert inner("Vlaams zorgkrediet") == "Vlaams zorgkrediet"


def test_names_are_joined_as_spoken():
    assert joined([]) == ""
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b en c"
    assert joined(["a", "b"], "of") == "a of b"


def test_bar_labels_are_short_and_differ():
    labels = bar_labels(("Groei aantal dienstencheques", "Groei aantal dienstenchequesgebruikers", "Kort"))
    assert all(len(label) <= 20 for label in labels)
    assert len(set(labels)) == 3
