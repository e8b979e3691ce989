"""What is written can be read back, and nothing anybody types stops the reader or sends it astray."""

from __future__ import annotations

import re
import sys
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from budget.money import count, euro, millions, percent, percentage_points, thousands
from budget.numbers_nl import HEDGES, NumberSpan, apart, find_numbers, prose, units

EUR = st.integers(min_value=-(10**13), max_value=10**13)
PERCENT = st.fractions(min_value=-1000, max_value=1000, max_denominator=10**6)
PIECES = st.sampled_from(
    (
        "57,7|57.697|1.700.355|57.7|2021|'22|18/10|0,5|-|+|−|–| |\u00a0|\n|€|k€|miljoen|mln|mld.|euro|%|procentpunt|pp|"
        "en|à|tot|resp.|,|(|)|een|half|kwart|twee|derde|van|bijna|meer|dan|BO22|slide|k|m|komma|duizend|14:30|1e|/|"
        "02 553 12 34"
    ).split("|")
)


def only(text: str) -> NumberSpan:
    spans = find_numbers(text)
    assert len(spans) == 1, (text, spans)
    return spans[0]


@given(EUR)
def test_an_amount_is_read_back_at_its_printed_precision(eur):
    span = only(euro(eur, sign=True))
    assert not span.doubtful
    assert span.number.kind == "eur"
    assert abs(span.number.value - eur) * 2 <= span.number.step * (abs(eur) >= 10**6)
    assert span.number.signed is (eur != 0)


@given(EUR, st.integers(min_value=1, max_value=6))
def test_millions_and_thousands_are_read_back(eur, decimals):
    read = only(f"{millions(eur, decimals)} miljoen euro").number
    assert abs(read.value - eur) * 2 <= read.step == 10 ** (6 - decimals)
    read = only(f"{thousands(eur)} duizend euro").number
    assert abs(read.value - eur) * 2 <= read.step == 1_000


@given(PERCENT)
def test_a_percentage_is_read_back_and_is_never_a_percentage_point(value):
    for written, kind in ((percent(value), "pct"), (percentage_points(value), "pp")):
        read = only(written).number
        assert read.kind == kind
        assert abs(read.value - value * 10_000) * 2 <= max(read.step, 1)
        # 1/10000 % is the finest that is kept
        assert (read.value != 0) is (value != 0) or abs(value) < Fraction(1, 10_000)


@given(st.integers(min_value=0, max_value=10**15))
def test_a_count_is_read_back(number):
    read = only(f"precies {count(number)} trajecten")
    assert (read.number.value, read.number.scale) == (number, 0)


@given(EUR, EUR)
def test_writing_keeps_the_order(first, second):
    low, high = sorted((first, second))
    assert only(f"{millions(low)} miljoen").number.value <= only(f"{millions(high)} miljoen").number.value
    assert only(f"{thousands(low)} duizend").number.value <= only(f"{thousands(high)} duizend").number.value


@given(EUR)
def test_a_sign_is_all_that_tells_a_fall_from_a_rise(eur):
    assert euro(-eur).removeprefix("-") == euro(eur).removeprefix("-")
    assert only(euro(-eur)).number.value == -only(euro(eur)).number.value


@given(st.text(max_size=200) | st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES, max_size=30).map("".join))
def test_any_text_is_read_without_a_fall(text):
    end = 0
    for span in find_numbers(text):
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.number.text
        assert span.number.kind in {"eur", "pct", "pp", "qty"}
        assert span.number.step >= 1
        assert span.number.scale == 0 or span.number.kind == "qty"
        assert span.hedge is None or span.hedge in HEDGES
        end = span.end


@given(st.lists(PIECES, min_size=1, max_size=6).map(" ".join))
def test_work_grows_with_the_text_and_not_faster(piece):
    short, long = _calls(f"{piece} " * 100), _calls(f"{piece} " * 400)
    assert long <= 5 * short + 1_000


def test_hostile_texts_stay_within_a_number_of_steps_per_character():
    for piece in (
        "1",
        "1 ",
        "1,",
        "1.111",
        "1 111 ",
        "0",
        "€ ",
        "- ",
        "een ",
        "twee en een ",
        "komma nul ",
        "tweehonderd",
    ):
        text = piece * (100_000 // len(piece))
        assert _calls(text) <= 60 * len(text)


def test_every_repetition_in_a_pattern_over_blanks_is_bounded():
    """Two unbounded runs of the same characters side by side are what makes a pattern quadratic."""
    patterns = [
        value for room in (apart, prose, units) for value in vars(room).values() if isinstance(value, re.Pattern)
    ]
    assert len(patterns) >= 10
    assert not [pattern.pattern for pattern in patterns if re.search(r"(?:\\s|\]|\))[*]", pattern.pattern)]


def _calls(text: str) -> int:
    """Count the Python calls that reading a text takes: a measure of work without a clock."""
    calls = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        find_numbers(text)
    finally:
        sys.setprofile(before)
    return calls
