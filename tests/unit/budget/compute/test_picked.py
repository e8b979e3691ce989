"""Stated causes picked out: added up, set against each other, or taken off the change they explain."""

import pytest

from budget.answers import Status
from budget.model import Credit, Nature
from budget.queries import CausesQuery, Pick, ReasonCode

INDEX, NEW = Pick(nature=Nature.INDEX), Pick(nature=Nature.NEW_POLICY)
DC, CARE, VOP = Pick(policy="dienstencheques"), Pick(policy="zorgkrediet"), Pick(policy="vop")


@pytest.mark.parametrize(
    ("query", "value"),
    [
        (CausesQuery("+", (INDEX, NEW), "wse"), 79_400_000),
        (CausesQuery("-", (INDEX, NEW), "wse"), 23_400_000),
        (CausesQuery("-", (DC, CARE), "wse"), 57_500_000),
        (CausesQuery("-", (Pick(reason="dc-index"), Pick(reason="dc-volume")), "wse"), 23_900_000),
        (CausesQuery("off", (INDEX,), "jd-loopbanen"), 20_197_000),
        (CausesQuery("off", (DC, CARE), "jd-loopbanen"), -2_003_000),
        (CausesQuery("+", (Pick(sign=-1),), "jd-loopbanen"), -3_700_000),
    ],
)
def test_picked_causes_come_to_an_exact_amount(ask, query, value):
    got = ask(query)
    assert (got.status, got.value_eur, got.credit) == (Status.OK, value, Credit.VAK)
    assert got.sources


def test_the_positive_and_the_negative_causes_are_all_of_them(ask):
    up, down = (ask(CausesQuery("+", (Pick(sign=sign),), "jd-loopbanen")).value_eur for sign in (1, -1))
    assert up + down == 57_900_000


@pytest.mark.parametrize(
    ("query", "code"),
    [
        (CausesQuery("off", (INDEX,), "jd-loopbanen", Credit.VEK), ReasonCode.NO_REASON_GIVEN),
        (CausesQuery("off", (DC,), "jf-competenties"), ReasonCode.NOT_IN_DOCUMENT),
        (CausesQuery("-", (DC, Pick(policy="sectorconvenants")), "wse"), ReasonCode.NO_FIGURE),
        (CausesQuery("+", (INDEX, VOP), "wse"), ReasonCode.OTHER_SCOPE),
    ],
)
def test_what_cannot_be_worked_out_is_said_without_a_figure(ask, query, code):
    got = ask(query)
    assert (got.status, got.reason_code, got.value_eur) == (Status.NO_DATA, code, None)
