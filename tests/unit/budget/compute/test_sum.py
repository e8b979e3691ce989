"""Sums of lines."""

from __future__ import annotations

import pytest

from budget.answers import Status
from budget.model import Round
from budget.queries import Measure, ReasonCode, SumQuery


def test_exactly_the_ises_of_an_objective_put_the_objective_first(ask):
    got = ask(SumQuery(("je-duurzame-arbeidsmarkt", "jd-duurzame-arbeidsmarkt")))
    assert got.subjects == ("sd-veerkrachtige-ondernemingen", "jd-duurzame-arbeidsmarkt", "je-duurzame-arbeidsmarkt")
    assert (got.kind, got.value_eur) == ("sum", 25_362_000)
    assert got.body.objective is not None


def test_an_objective_alone_is_the_sum_of_its_ises(ask):
    got = ask(SumQuery(("sd-sterke-loopbanen",)))
    assert (got.subjects[0], got.value_eur) == ("sd-sterke-loopbanen", 1_943_540_000)
    assert [line.id for line in got.body.lines] == ["jd-loopbanen", "jf-competenties"]


def test_other_lines_add_up_in_all_six_figures(ask, catalog):
    got = ask(SumQuery(("ja", "jb")))
    ja, jb = (catalog.default.lines[one].amounts for one in ("ja", "jb"))
    assert got.value_eur == ja.vak_draft + jb.vak_draft
    assert got.body.sum.amounts.vek_base == ja.vek_base + jb.vek_base
    assert got.body.objective is None
    assert ask(SumQuery(("ja", "jb"), Measure.DELTA)).value_eur == ja.vak_delta + jb.vak_delta


def test_a_line_named_twice_counts_once(ask):
    assert ask(SumQuery(("ja", "ja", "jb"))).value_eur == ask(SumQuery(("ja", "jb"))).value_eur
    assert ask(SumQuery(("ja", "ja"))).value_eur == 42_835_000


@pytest.mark.parametrize(
    "lines",
    [
        ("jd", "jd-loopbanen"),
        ("wse", "ja"),
        ("vdab", "jf"),
        ("sd-sterke-loopbanen", "jd"),
        ("jd", "sd-sterke-loopbanen"),
    ],
)
def test_lines_that_hold_the_same_money_are_not_added(ask, lines):
    got = ask(SumQuery(lines))
    assert (got.status, got.reason_code, got.value_eur) == (Status.NO_DATA, ReasonCode.OTHER_SCOPE, None)


def test_a_sum_in_another_year_is_no_data(ask):
    assert ask(SumQuery(("ja", "jb"), round=Round("", 2030))).reason_code is ReasonCode.OTHER_YEAR
