"""Refusals."""

from __future__ import annotations

from budget.answers import Status
from budget.model import Credit, Round
from budget.queries import ReasonCode, RefusalQuery


def test_a_refusal_about_something_else_holds_names_only(ask):
    got = ask(RefusalQuery(ReasonCode.OTHER_SUBJECT, "not_found", heard="onderwijs", nearest=("loopbanen",)))
    assert (got.status, got.reason_code) == (Status.NOT_FOUND, ReasonCode.OTHER_SUBJECT)
    assert (got.subjects, got.figures, got.sources, got.credit) == ((), (), (), None)
    assert (got.body.lines, got.body.heard, got.body.nearest) == ((), "onderwijs", ("loopbanen",))


def test_a_refusal_about_a_known_line_keeps_it_as_context(ask):
    asked = Round("", 2019)
    query = RefusalQuery(
        ReasonCode.OTHER_YEAR, "no_data", ("wse",), credit=Credit.VEK, round=asked, kind="level", heard=""
    )
    got = ask(query)
    assert (got.status, got.kind, got.credit, got.value_eur) == (Status.NO_DATA, "level", Credit.VEK, None)
    assert ([line.id for line in got.body.lines], got.body.round) == (["wse"], asked)


def test_a_refusal_about_a_policy_brings_what_is_said_of_it(ask):
    got = ask(RefusalQuery(ReasonCode.NOT_IN_DOCUMENT, "no_data", policies=("jobbonus-plus",)))
    assert [reason.id for reason in got.body.reasons] == ["jobbonus-plus"]
    assert got.subjects == ("jd-activering",)
