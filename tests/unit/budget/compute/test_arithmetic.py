"""Arithmetic somebody else did, done again."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from budget.answers import Status
from budget.engine import answer
from budget.model import Amounts, Catalog, Round
from budget.queries import ArithmeticQuery, Measure, ReadNumber, ReasonCode

PAIR = ("jd-loopbanen", "jf-competenties")


def eur(value: int, step: int, *, signed: bool = False) -> ReadNumber:
    return ReadNumber("eur", value, step, signed, "")


@pytest.mark.parametrize(
    ("claimed", "verdict"),
    [
        (None, None),
        (eur(1_457_170_000, 1_000), "exact"),
        (eur(1_460_000_000, 10_000_000), "rounded"),
        (eur(1_470_000_000, 10_000_000), "differs"),
        (eur(-1_457_170_000, 1_000, signed=True), "differs"),
        (ReadNumber("pct", 14_600_000, 10_000, signed=False, text=""), "differs"),
    ],
)
def test_a_claimed_difference_is_held_against_the_true_one(ask, claimed, verdict):
    got = ask(ArithmeticQuery("-", PAIR, claimed))
    assert (got.status, got.value_eur, got.body.verdict) == (Status.OK, 1_457_170_000, verdict)


def test_an_unsigned_claim_is_about_the_size_alone(ask):
    got = ask(ArithmeticQuery("-", PAIR[::-1], eur(1_457_170_000, 1_000)))
    assert (got.value_eur, got.body.verdict) == (-1_457_170_000, "exact")


def test_a_sum_takes_every_line(ask):
    assert ask(ArithmeticQuery("+", ("ja", "jb", "je"))).value_eur == (42_835 + 16_124 + 531_900) * 1_000


def test_percentages_are_subtracted_as_percentages(ask):
    claimed = ReadNumber("pct", 9_000, 1_000, signed=False, text="0,9 %")
    got = ask(ArithmeticQuery("-", ("jd", "je"), claimed, Measure.PCT))
    assert (got.value_eur, got.body.verdict) == (None, "rounded")
    other = ask(ArithmeticQuery("-", ("jd", "je"), eur(1, 1), Measure.PCT))
    assert other.body.verdict == "differs"


def test_another_year_is_no_data(ask):
    assert ask(ArithmeticQuery("-", PAIR, round=Round("", 2018))).reason_code is ReasonCode.OTHER_YEAR


def test_percentages_of_nothing_are_not_subtracted(catalog):
    explanation = catalog.default
    nothing = replace(explanation.lines["ja"], amounts=Amounts(0, 0, 4, 4, 4, 4))
    changed = Catalog({"x": replace(explanation, lines={**explanation.lines, "ja": nothing})}, {}, ())
    got = answer(ArithmeticQuery("-", ("ja", "jb"), measure=Measure.PCT), changed)
    assert (got.status, got.reason_code) == (Status.NO_DATA, ReasonCode.NO_FIGURE)
