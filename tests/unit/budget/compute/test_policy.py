"""Policies: stated amounts, causes, counted things."""

from __future__ import annotations

import pytest

from budget.answers import PolicyBody, Status
from budget.model import Credit, Round
from budget.queries import PolicyAspect, PolicyQuery, ReasonCode


def test_a_single_driver_is_its_stated_amount(ask):
    got = ask(PolicyQuery(("jobbonus-plus",)))
    assert (got.status, got.kind, got.value_eur, got.subjects) == (Status.OK, "driver", 15_000_000, ("jd-activering",))
    assert (got.credit, got.round) == (Credit.VAK, None)


def test_several_drivers_of_a_policy_are_added_up(ask):
    got = ask(PolicyQuery(("dienstencheques",)))
    assert (got.kind, got.value_eur) == ("driver_sum", 58_600_000)
    assert got.figures[0].measure == "sum"


def test_the_net_amount_of_zorgkrediet_is_never_added_to_its_parts(ask):
    assert ask(PolicyQuery(("zorgkrediet",))).value_eur == 1_100_000
    every = ("zorgkrediet", "zorgkrediet-index", "zorgkrediet-lbo")
    assert ask(PolicyQuery(("zorgkrediet",), reasons=every)).value_eur == 1_100_000
    assert ask(PolicyQuery(("zorgkrediet",), reasons=every[1:])).value_eur == 1_100_000
    assert ask(PolicyQuery(("zorgkrediet",), reasons=("zorgkrediet-lbo",))).value_eur == -700_000


def test_what_a_policy_costs_altogether_is_never_in_the_document(ask):
    got = ask(PolicyQuery(("jobbonus-plus",), aspect=PolicyAspect.TOTAL))
    assert (got.status, got.reason_code) == (Status.NO_DATA, ReasonCode.NOT_IN_DOCUMENT)
    assert (got.value_eur, got.value_qty, got.figures) == (None, None, ())
    assert isinstance(got.body, PolicyBody)
    assert got.body.total_eur == 15_000_000  # the stated change, as labelled context


def test_a_policy_that_is_only_named_is_described_without_a_figure(ask):
    got = ask(PolicyQuery(("telewerk",)))
    assert (got.status, got.kind, got.value_eur, got.value_qty) == (Status.OK, "measure", None, None)
    assert got.body.actions


def test_a_change_asked_of_a_policy_without_one_is_no_data(ask):
    got = ask(PolicyQuery(("telewerk",), asked=True))
    assert (got.status, got.reason_code) == (Status.NO_DATA, ReasonCode.NO_FIGURE)


def test_a_policy_blamed_for_the_whole_change_without_amount_points_at_that_change(ask):
    got = ask(PolicyQuery(("sectorconvenants",), aspect=PolicyAspect.REASON))
    assert (got.status, got.kind, got.value_eur) == (Status.OK, "reason", -15_158_000)
    assert got.body.total_eur is None


@pytest.mark.parametrize(
    "query",
    [
        PolicyQuery(("landingsbanen",), aspect=PolicyAspect.REASON),
        PolicyQuery(("zorgkrediet",), reasons=("zorgkrediet-lbo",), aspect=PolicyAspect.REASON),
        PolicyQuery(("telewerk",), aspect=PolicyAspect.REASON),
    ],
)
def test_a_reason_the_source_does_not_give_is_not_guessed(ask, query):
    got = ask(query)
    assert (got.status, got.reason_code, got.value_eur) == (Status.NO_DATA, ReasonCode.NO_REASON_GIVEN, None)


def test_counted_things_go_into_the_quantity(ask):
    got = ask(PolicyQuery(("re-integratie",), aspect=PolicyAspect.QUANTITY))
    assert (got.status, got.kind, got.value_qty, got.value_eur) == (Status.OK, "measure", 7_500, None)
    both = ask(PolicyQuery(("jobbonus", "jobbonus-plus"), aspect=PolicyAspect.QUANTITY))
    assert both.value_qty == 600
    assert len(both.figures) == 2


def test_a_counted_thing_of_a_policy_without_one_is_no_data(ask):
    got = ask(PolicyQuery(("telewerk",), aspect=PolicyAspect.QUANTITY))
    assert (got.status, got.reason_code) == (Status.NO_DATA, ReasonCode.NO_FIGURE)


def test_quantities_that_differ_have_no_single_principal_figure(ask):
    got = ask(PolicyQuery(("re-integratie", "jobbonus"), aspect=PolicyAspect.QUANTITY))
    assert (got.value_qty, [one.value_qty for one in got.figures]) == (None, [7_500, 600])


@pytest.mark.parametrize(
    ("asked", "code"),
    [(Round("", 2020), ReasonCode.OTHER_YEAR), (Round("", 2021), ReasonCode.NOT_IN_DOCUMENT)],
)
def test_a_policy_has_no_figure_in_another_year(ask, asked, code):
    got = ask(PolicyQuery(("sine",), round=asked))
    assert (got.status, got.reason_code, got.value_eur) == (Status.NO_DATA, code, None)


def test_drivers_explain_vak_only(ask):
    got = ask(PolicyQuery(("sine",), credit=Credit.VEK))
    assert (got.status, got.value_eur) == (Status.NO_DATA, None)


def test_where_a_policy_stands_needs_no_figure(ask):
    got = ask(PolicyQuery(("jobbonus",), aspect=PolicyAspect.WHERE))
    assert (got.status, got.kind, got.figures) == (Status.OK, "structure", ())
    assert got.subjects == ("jd-activering", "je-activering")


def test_one_action_can_be_asked_alone(ask):
    got = ask(PolicyQuery(("jobbonus-plus",), actions=("jobbonus-plus",), aspect=PolicyAspect.QUANTITY))
    assert (got.value_qty, got.body.reasons) == (600, ())


def test_a_period_is_told_without_a_figure_and_never_made_up(ask):
    got = ask(PolicyQuery(("esf",), aspect=PolicyAspect.PERIOD))
    assert (got.status, got.kind, got.value_eur, got.value_qty) == (Status.OK, "measure", None, None)
    none = ask(PolicyQuery(("telewerk",), aspect=PolicyAspect.PERIOD))
    assert (none.status, none.reason_code) == (Status.NO_DATA, ReasonCode.NO_FIGURE)
