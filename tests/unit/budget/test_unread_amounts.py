"""What stands as an amount and was not read is told, and nothing that was read."""

import pytest

from budget.numbers_nl import unread_amounts, vague_amounts


@pytest.mark.parametrize(
    "amount",
    ["1e308 miljoen", "0x10 miljoen", "XL miljoen", "٩٩ miljoen", "5.7.7 miljoen", "57,,7 miljoen", "10^9 euro", "x %"],
)
def test_an_amount_that_is_not_read_is_found(amount):
    text = f"loopbanen stijgt met {amount} in 2022"
    start, end = unread_amounts(text)[0]
    assert text[start:end].strip() in amount


@pytest.mark.parametrize(
    "text",
    [
        "57,7 miljoen euro",
        "-3,8 mln.",
        "een half miljoen",
        "ruim vierhonderd miljoen",
        "van 7,1 naar 16,1 miljoen",
        "3,5 % en 2 procentpunt",
        "in miljoen euro",
        "in 2022 € 57,7 miljoen",
        "enkele miljoenen",
        "",
    ],
)
def test_what_was_read_or_is_no_figure_is_left_alone(text):
    assert unread_amounts(text) == ()


@pytest.mark.parametrize("hint", ["honderden miljoenen", "een paar miljoen", "miljarden", "enkele mln"])
def test_an_amount_that_is_hinted_at_is_found(hint):
    assert vague_amounts(f"er komt {hint} bij")


@pytest.mark.parametrize("text", ["57,7 miljoen", "miljoenennota", "een half miljard", ""])
def test_an_amount_that_is_given_is_no_hint(text):
    assert vague_amounts(text) == ()
