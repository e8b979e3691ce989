"""Every error of the data becomes Dutch with a next step."""

from __future__ import annotations

import pytest

from bot.terminal.faults import PROBLEMS, expected_fault
from budget.errors import BudgetError, DataError, ReconcileError


@pytest.mark.parametrize("problem", [*PROBLEMS, "something new"])
def test_a_data_error_names_place_finding_expectation_and_next_step(problem):
    said = expected_fault(DataError("map/rows.csv", 7, problem, "57,x", "57697"))
    assert "map/rows.csv, regel 7," in said
    assert "57,x" in said
    assert "57697" in said
    assert "Wat te doen" in said
    assert problem == "missing" or problem not in said or problem == "column"


def test_an_error_of_a_whole_file_names_no_line():
    said = expected_fault(DataError("map/rows.csv", None, "empty", "", ""))
    assert "regel" not in said
    assert "Gevonden" not in said
    assert "Verwacht" not in said


def test_what_stood_there_is_shortened_and_made_printable():
    said = expected_fault(DataError("rows.csv", 1, "value", "\x1b[31m" + "x" * 1000, "1"))
    assert "\x1b" not in said
    assert "x" * 201 not in said


def test_english_of_a_library_does_not_reach_the_user():
    assert "should" not in expected_fault(DataError("a.yaml", 1, "value", "x", "String should match pattern '^a'"))


def test_a_contradiction_names_row_check_and_gap():
    said = expected_fault(ReconcileError("2022-wse/rows.csv", "jd", "programme:jd:vak_draft", 1_000_000, 1_010_000))
    for fact in (
        "2022-wse/rows.csv",
        "rij jd",
        "programme:jd:vak_draft",
        "1.000",
        "1.010",
        "+10 duizend euro",
        "10.000 euro",
    ):
        assert fact in said


def test_an_error_without_facts_is_told_all_the_same():
    assert expected_fault(BudgetError()) == "De gegevens kunnen niet gebruikt worden."
