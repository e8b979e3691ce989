"""Long texts are cut, never dropped."""

import time

from hypothesis import given
from hypothesis import strategies as st

from bot.slack.blocks.split import SECTION, packed, pieces
from bot.slack.escape import mrkdwn


def test_a_text_that_fits_stays_whole():
    assert pieces("Eén zin.", mrkdwn) == ["Eén zin."]


def test_a_blank_text_has_no_pieces():
    assert pieces(" \n ", mrkdwn) == []


def test_a_long_text_is_cut_after_a_sentence():
    text = "Een zin van zekere lengte. " * 200
    made = pieces(text, mrkdwn)
    assert len(made) > 1
    assert all(piece.endswith("lengte.") for piece in made)


def test_no_entity_is_cut_in_two():
    for piece in pieces("&" * 5_000, mrkdwn):
        assert piece.replace("&amp;", "") == ""
        assert len(piece) <= SECTION


@given(st.text(alphabet="ab <&.\n", max_size=400), st.integers(12, 80))
def test_pieces_fit_and_hold_every_word(text, limit):
    made = pieces(text, mrkdwn, limit)
    assert all(0 < len(piece) <= limit for piece in made)
    assert "".join("".join(made).split()) == "".join(mrkdwn(text).split())


def test_a_megabyte_without_a_space_is_cut_in_linear_time():
    started = time.perf_counter()
    assert sum(map(len, pieces("x" * 1_000_000, mrkdwn))) == 1_000_000
    assert time.perf_counter() - started < 2


def test_lines_are_grouped_under_their_head():
    assert packed(["aaaa", "bbbb", "cccc"], ["head"], 15) == [["head", "aaaa", "bbbb"], ["head", "cccc"]]
    assert packed([], ["head"]) == []
