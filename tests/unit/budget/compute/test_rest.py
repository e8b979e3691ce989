"""The unexplained rest."""

from __future__ import annotations

import pytest

from budget.answers import Status
from budget.causes import sum_below
from budget.queries import ReasonCode, RestQuery


@pytest.mark.parametrize(
    ("line", "rest", "rounding"),
    [
        ("jd-loopbanen", -203_000, True),
        ("je-activering", -44_000, True),
        ("jf-competenties", 44_000, False),
        ("jd-thema-overschrijdend", 28_000, True),
        ("jd-activering", 7_000, True),
        ("vdab-jd-activering", 23_000, True),
        ("vdab-jf", 7_000, True),
        ("sd-meer-mensen-aan-het-werk", -37_000, True),
    ],
)
def test_the_rest_is_the_change_of_the_table_minus_the_stated_reasons(ask, line, rest, rounding):
    got = ask(RestQuery(line))
    assert (got.status, got.kind, got.value_eur) == (Status.OK, "rest", rest)
    assert got.body.sum.rest_is_rounding is rounding
    by_measure = {one.measure: one.value_eur for one in got.figures}
    assert by_measure["delta"] - by_measure["sum"] == by_measure["rest"] == rest


def test_competenties_shows_what_stands_outside_vdab(ask):
    got = ask(RestQuery("jf-competenties"))
    assert [(line.id, eur) for line, eur in got.body.delta_parts] == [
        ("vdab-jf-competenties", 2_707_000),
        ("jf-competenties", 37_000),
    ]
    assert ask(RestQuery("jd-activering")).body.delta_parts == ()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("ja", ReasonCode.NO_REASON_GIVEN),
        ("jd-duurzame-arbeidsmarkt", ReasonCode.NO_FIGURE),
        ("sd-veerkrachtige-ondernemingen", ReasonCode.NO_FIGURE),
    ],
)
def test_without_stated_amounts_there_is_no_rest(ask, line, code):
    got = ask(RestQuery(line))
    assert (got.status, got.reason_code, got.value_eur) == (Status.NO_DATA, code, None)


def test_the_rest_of_an_aggregate_is_told_apart_by_what_leaves_it_open(catalog):
    explanation = catalog.default
    lines = explanation.lines
    total = sum_below(explanation, explanation.total)
    found = {one.kind: (one.eur, [line.id for line in one.lines]) for one in total.rests}
    assert found["no_reason"] == (13_442_000, ["ja", "jb"])
    assert found["no_amount"] == (-15_079_000, ["jd-duurzame-arbeidsmarkt", "je-duurzame-arbeidsmarkt"])
    assert found["unexplained"] == (44_000, ["jf-competenties"])
    assert sum(one.eur for one in total.rests) == total.rest_eur
    assert sum_below(explanation, lines["vdab"]).rest_is_rounding
    assert not total.rest_is_rounding
    assert sum_below(explanation, lines["jd-loopbanen"]).rests == ()
