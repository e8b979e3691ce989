"""What holds for every text that is checked, whatever is in it."""

from __future__ import annotations

import itertools
import random
import string
import sys
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.replies.naming import asked_as
from budget.claims.check import check, checking
from budget.claims.model import Verdict
from budget.model import Credit, Level
from tests.claims.test_verdicts import SENTENCES

MOST_CALLS_A_CHARACTER = 120  # the densest text anybody found costs 75
SAID = [one["says"] for one in SENTENCES]
WORDS = sorted({word.strip(".?!:;") for says in SAID for word in says.split()} - {""})
hostile = st.text(
    st.one_of(st.characters(), st.sampled_from("\u202e\u200b\x00\x1b€%.,;:!?\n\r\t'\"()[]{}")), max_size=300
)
shuffled = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)


@given(st.one_of(hostile, st.text(string.printable, max_size=300)))
@settings(max_examples=300)
def test_any_text_is_judged_without_a_fault_and_each_claim_stands_where_it_says(house, text):
    for claim in check(text, house.lexicon):
        assert claim.place.line >= 1
        assert 0 <= claim.place.start <= claim.place.end
        assert (claim.code is not None) == (claim.verdict is Verdict.UNCHECKABLE)


def test_a_credit_said_far_behind_a_ranking_is_no_fault(house):
    said = "Activering werk is de tweede grootste ISE, maar VAK WSE: 3,747 miljard; VEK WSE: 3,758 miljard."
    assert check(said, house.lexicon)


@given(
    st.lists(st.sampled_from(SAID), min_size=2, max_size=4),
    st.sampled_from([" ", "\n", ", maar ", " en ", "; ", ": ", " - "]),
    st.booleans(),
)
@settings(max_examples=300)
def test_sentences_run_together_are_judged_without_a_fault(house, said, between, stops):
    text = between.join(said if stops else [one.rstrip(".!?") for one in said])
    for claim in check(text, house.lexicon):
        assert (claim.code is not None) == (claim.verdict is Verdict.UNCHECKABLE)


@given(shuffled)
@settings(max_examples=200)
def test_one_sentence_of_whatever_words_gets_at_least_one_verdict(house, text):
    assert check(text, house.lexicon) or not any(mark.isalnum() for mark in text)


@given(st.lists(st.sampled_from(SAID), min_size=2, max_size=6))
@settings(max_examples=60)
def test_the_claims_of_a_text_come_in_its_order_and_never_overlap(house, said):
    claims = check("\n\n".join(said), house.lexicon)
    places = [(claim.place.line, claim.place.start, claim.place.end) for claim in claims]
    assert places == sorted(places)
    for (line, _, end), (after, start, _) in pairwise(places):
        assert line < after or end <= start


@given(st.sampled_from(SAID), st.integers(1, 9))
@settings(max_examples=80)
def test_a_figure_changed_in_its_first_digit_is_never_true(house, says, digit):
    at = next((place for place, mark in enumerate(says) if mark.isdigit() and mark != "0"), None)
    if at is None or "," not in says[at : at + 6] or says[at] == str(digit):
        return
    before = check(says, house.lexicon)
    claimed = before[0].claimed if len(before) == 1 and before[0].verdict is Verdict.TRUE else None
    if claimed is None or claimed.hedge is not None:
        return
    changed = says[:at] + str(digit) + says[at + 1 :]
    assert [one.verdict for one in check(changed, house.lexicon)] != [Verdict.TRUE], changed


def test_a_text_is_judged_in_one_pass(house):
    ends = [end for end, _ in checking("\n".join(SAID[:40]), house.lexicon)]
    assert ends == sorted(ends)


PIECES = (
    "57,7 miljoen",
    "loopbanen",
    "VAK",
    "VEK",
    "in 2021",
    "in 2022 en",
    "de helft van de VDAB,",
    "3,5 procent van",
    "van 38,5 naar",
    "door de index",
    "alleen JB, net als",
    "meer dan",
    "respectievelijk",
    "maal 2",
    "(werk)",
    "1.000 jobs",
)


def work(text, lexicon):
    """How many calls a check takes: work that is the same on every machine."""
    calls = 0

    def tally(_frame, event, _argument):
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        check(text, lexicon)
    finally:
        sys.setprofile(before)
    return calls


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5))
@settings(max_examples=15, deadline=None)
def test_a_text_without_a_stop_costs_as_much_more_as_it_is_longer(house, pieces):
    piece = " ".join(pieces) + " "
    texts = [piece * (size // len(piece) + 1) for size in (2_000, 4_000)]
    for text in texts:
        check(text, house.lexicon)  # fills what is kept between texts
    short, long = (work(text, house.lexicon) / len(text) for text in texts)
    assert long < short * 1.3
    assert short < MOST_CALLS_A_CHARACTER, f"{short:.0f} calls a character: {piece}"


def test_a_figure_is_true_of_the_one_line_credit_and_round_it_rounds_from_and_of_no_other(house):
    """Held against an oracle of three lines: whole tenths of a million, halves either way."""
    lines = [one for one in house.catalog.default.lines.values() if one.level is not Level.OBJECTIVE]
    chosen = random.Random(11)  # noqa: S311 - the same every time
    for line, credit in itertools.product(lines, Credit):
        for other in [line, *chosen.sample(lines, 5)]:
            for year, true, said in (
                (2021, line.amounts.base(credit), other.amounts.base(credit)),
                (2022, line.amounts.draft(credit), other.amounts.base(credit)),
                (2022, line.amounts.draft(credit), other.amounts.draft(credit)),
            ):
                tenths = (said + 50_000) // 100_000
                figure = f"{tenths // 10},{tenths % 10} miljoen"
                says = f"Het {credit.value} van {asked_as(line)} bedraagt {figure} in {year}."
                fits = abs(true - tenths * 100_000) * 2 <= 100_000
                got = [claim.verdict for claim in check(says, house.lexicon)]
                assert (got == [Verdict.TRUE]) is fits, says
