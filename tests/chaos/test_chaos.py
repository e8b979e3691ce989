"""The short form of the campaigns: nothing is lost, doubled or early, and the count that says so can be wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.chaos.campaigns import SLOW, in_peace, killed, on_sqlite
from tests.chaos.stub_slack import Storm


def test_three_kills_and_a_slack_that_lies_lose_and_double_nothing():
    storm = Storm(accepted_but_500=7, too_many=11, slow=SLOW)
    row = on_sqlite("short", 42, storm, killed(3, 1), readers=24)
    assert row.holds, row
    assert (row.delivered, row.uncertain, row.kills) == (24, 0, 3)


def test_where_the_history_is_closed_what_is_unsure_is_told_and_not_sent_again():
    storm = Storm(accepted_but_500=4, closed=True)
    row = on_sqlite("short, closed", 43, storm, in_peace, readers=8, channels=8)
    assert row.holds, row
    assert row.uncertain >= 2
    assert row.uncertain + row.delivered == 8


@pytest.mark.parametrize(
    "wrong", [{"lost": 1}, {"doubled": 1}, {"early": 1}, {"changed": 1}, {"untold": 1}, {"delivered": 23}]
)
def test_the_count_sees_what_is_wrong(wrong):
    right = _row()
    assert right.holds
    assert not replace(right, **wrong).holds


def _row():
    from tests.chaos.campaign import Row

    return Row("x", 24, 24, 0, 0, 0, 0, 0, 0, 0, 0, 24, 0, 1.0)
