"""Shares."""

from __future__ import annotations

from fractions import Fraction

import pytest
from msgspec.structs import replace

from budget.answers import Status
from budget.engine import answer
from budget.model import Amounts, Catalog, Round
from budget.queries import Measure, ReasonCode, ShareQuery


@pytest.mark.parametrize(
    ("query", "pct"),
    [
        (ShareQuery("je", "wse"), Fraction(531_900 * 100, 3_747_351)),
        (ShareQuery("vdab-jf-competenties", "jf-competenties"), Fraction(167_083 * 100, 243_185)),
        (ShareQuery("jd-loopbanen", "wse", Measure.DELTA), Fraction(57_697 * 100, 78_795)),
        (ShareQuery("jd", "jd"), Fraction(100)),
    ],
)
def test_a_share_is_the_exact_part_of_the_whole(ask, query, pct):
    got = ask(query)
    assert (got.status, got.kind, got.value_pct, got.value_eur) == (Status.OK, "share", pct, None)
    assert got.subjects == (query.part, query.whole)


def test_a_share_of_the_level_has_a_round_and_a_share_of_the_rise_has_none(ask):
    assert ask(ShareQuery("je", "wse")).round == Round("BO", 2022)
    assert ask(ShareQuery("je", "wse", Measure.DELTA)).round is None


@pytest.mark.parametrize(
    ("part", "whole", "inside"),
    [
        ("vdab", "wse", True),
        ("vdab-jd-activering", "jd", True),
        ("jd-loopbanen", "sd-sterke-loopbanen", True),
        ("je", "jd", False),
        ("wse", "je", False),
    ],
)
def test_a_ratio_of_separate_lines_is_told_from_a_share(ask, part, whole, inside):
    assert ask(ShareQuery(part, whole)).body.inside is inside


def test_there_is_no_share_of_nothing(catalog):
    explanation = catalog.default
    nothing = replace(explanation.lines["wse"], amounts=Amounts(0, 0, 0, 0, 0, 0))
    changed = Catalog({"x": replace(explanation, lines={**explanation.lines, "wse": nothing})}, {}, ())
    got = answer(ShareQuery("ja", "wse"), changed)
    assert (got.status, got.reason_code, got.value_pct) == (Status.NO_DATA, ReasonCode.NO_FIGURE, None)


def test_a_share_of_the_rise_to_2021_is_no_data(ask):
    got = ask(ShareQuery("je", "wse", Measure.DELTA, round=Round("", 2021)))
    assert (got.status, got.reason_code) == (Status.NO_DATA, ReasonCode.OTHER_YEAR)
