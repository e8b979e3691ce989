"""Announced actions."""

from __future__ import annotations

from budget.answers import Status
from budget.queries import ActionQuery, ReasonCode


def test_without_a_line_every_action_is_listed_in_source_order(ask, catalog):
    got = ask(ActionQuery())
    assert got.body.actions == tuple(catalog.default.actions.values())
    assert got.subjects == ("wse",)


def test_an_action_on_a_slide_with_two_labels_stands_under_both(ask):
    ids = [{action.id for action in ask(ActionQuery((line,))).body.actions} for line in ("jd-activering", "je")]
    assert all("collectief-maatwerk" in one for one in ids)


def test_only_actions_with_a_quantity_can_be_asked(ask):
    got = ask(ActionQuery(with_quantity=True))
    assert [one.value_qty for one in got.figures] == [7_500, 1_000, 600, 600, 80]
    assert got.value_qty is None


def test_the_one_quantity_of_a_line_is_the_principal_figure(ask):
    assert ask(ActionQuery(("jd-thema-overschrijdend",))).value_qty == 80


def test_vdab_has_the_actions_that_name_it(ask):
    ids = {action.id for action in ask(ActionQuery(("vdab",))).body.actions}
    assert {"vdab-partners", "loopbaanplatform"} <= ids
    assert "jobbonus" not in ids


def test_a_line_without_actions_is_no_data(ask):
    got = ask(ActionQuery(("ja",)))
    assert (got.status, got.reason_code) == (Status.NO_DATA, ReasonCode.NOT_IN_DOCUMENT)
