"""Sums by nature."""

from __future__ import annotations

import pytest

from budget.answers import Status
from budget.model import Credit, Nature
from budget.queries import NatureQuery, ReasonCode


@pytest.mark.parametrize(
    ("nature", "line", "eur"),
    [
        (Nature.INDEX, "wse", 51_400_000),
        (Nature.INDEX, "jd-loopbanen", 37_500_000),
        (Nature.INDEX, "vdab", 2_700_000),
        (Nature.INDEX, "sd-sterke-loopbanen", 40_200_000),
        (Nature.NEW_POLICY, "wse", 28_000_000),
        (Nature.NEW_POLICY, "jd-activering", 15_000_000),
        (Nature.VOLUME, "jd", 11_800_000),
        (Nature.ESTIMATE, "wse", -5_800_000),
        (Nature.UNSTATED, "jd-loopbanen", -2_500_000),
    ],
)
def test_the_stated_amounts_of_one_nature_add_up(ask, nature, line, eur):
    got = ask(NatureQuery(nature, line))
    assert (got.status, got.kind, got.value_eur, got.subjects) == (Status.OK, "driver_sum", eur, (line,))
    assert sum(reason.amount.eur for reason in got.body.counted) == got.body.total_eur == eur


def test_the_new_index_mechanism_is_new_policy_and_only_stands_near(ask):
    got = ask(NatureQuery(Nature.INDEX, "wse"))
    assert "dc-indexmechanisme" not in [reason.id for reason in got.body.counted]
    assert "dc-indexmechanisme" in [reason.id for reason in got.body.near]
    assert [reason.id for reason in got.body.uncounted] == ["duurzame-se-index"]


def test_a_line_put_down_to_the_index_alone_shows_its_whole_change(ask):
    got = ask(NatureQuery(Nature.INDEX, "je-duurzame-arbeidsmarkt"))
    assert (got.status, got.value_eur, got.body.counted) == (Status.OK, 79_000, ())
    assert got.figures[0].measure == "delta"


def test_a_line_without_that_nature_gets_no_zero_dressed_as_a_figure(ask):
    got = ask(NatureQuery(Nature.NEW_POLICY, "jf-competenties"))
    assert (got.status, got.reason_code, got.value_eur) == (Status.NO_DATA, ReasonCode.NOT_IN_DOCUMENT, None)


def test_several_lines_with_the_nature_but_no_amount_give_no_figure(ask):
    got = ask(NatureQuery(Nature.COMMITMENT_TIMING, "wse"))
    assert (got.status, got.reason_code, got.value_eur) == (Status.NO_DATA, ReasonCode.NO_FIGURE, None)
    assert [reason.id for reason in got.body.uncounted] == ["sectorconvenants"]


def test_natures_are_stated_for_vak_only(ask):
    got = ask(NatureQuery(Nature.INDEX, "wse", Credit.VEK))
    assert (got.status, got.reason_code) == (Status.NO_DATA, ReasonCode.NO_REASON_GIVEN)
