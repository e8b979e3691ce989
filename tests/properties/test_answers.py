"""Answers against an independent reading of the data: pandas over rows.csv, in thousand euro."""

from __future__ import annotations

from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from budget.answers import Status
from budget.engine import answer
from budget.model import Credit, Level, Nature, Round
from budget.queries import (
    CompareQuery,
    FigureQuery,
    LookupQuery,
    Measure,
    NatureQuery,
    RankQuery,
    ReadNumber,
    ReasonQuery,
    RestQuery,
    ShareQuery,
    SumQuery,
)
from budget.store.builtin import builtin_folder
from budget.store.load import load_catalog

CATALOG = load_catalog(builtin_folder())
EXPLANATION = CATALOG.default
TABLE = pd.read_csv(builtin_folder() / "2022-wse" / "rows.csv", sep=";", comment="#").set_index("id")
LINES = list(TABLE.index)
ROUNDS = {"ba": Round("BA", 2021), "bo": Round("BO", 2022)}

lines = st.sampled_from(LINES)
credits_ = st.sampled_from(list(Credit))
rounds = st.sampled_from(list(ROUNDS))


def cell(line: str, credit: Credit, column: str) -> int:
    return int(TABLE.loc[line, f"{credit.value.lower()}_{column}"]) * 1_000


def test_the_table_holds_108_figures():
    amounts = TABLE[[f"{credit}_{column}" for credit in ("vak", "vek") for column in ("ba", "delta", "bo")]]
    assert amounts.size == 108


@given(lines, credits_, rounds)
def test_a_level_is_the_cell_of_the_table(line, credit, which):
    got = answer(FigureQuery((line,), Measure.LEVEL, credit, ROUNDS[which]), CATALOG)
    assert (got.value_eur, got.credit, got.round) == (cell(line, credit, which), credit, ROUNDS[which])


@given(lines, credits_)
def test_a_change_is_the_cell_of_the_table_and_a_percentage_comes_from_its_cells(line, credit):
    delta = cell(line, credit, "delta")
    assert answer(FigureQuery((line,), Measure.DELTA, credit), CATALOG).value_eur == delta
    pct = answer(FigureQuery((line,), Measure.PCT, credit), CATALOG).value_pct
    assert pct == Fraction(100 * delta, cell(line, credit, "ba"))


@given(lines, lines, credits_, rounds)
def test_a_share_is_part_over_whole(part, whole, credit, which):
    got = answer(ShareQuery(part, whole, Measure.LEVEL, credit, ROUNDS[which]), CATALOG)
    assert got.value_pct == Fraction(100 * cell(part, credit, which), cell(whole, credit, which))


@pytest.mark.parametrize("whole", ["wse", "jd", "jf", "je", "vdab", "sd-sterke-loopbanen"])
@pytest.mark.parametrize("credit", list(Credit))
@pytest.mark.parametrize("measure", [Measure.LEVEL, Measure.DELTA])
def test_the_shares_of_all_parts_add_up_to_the_whole(whole, credit, measure):
    parts = EXPLANATION.lines[whole].parts
    shares = [answer(ShareQuery(part, whole, measure, credit), CATALOG).value_pct for part in parts]
    assert sum(share for share in shares if share is not None) == 100


@given(lines, lines, credits_, st.sampled_from([Measure.LEVEL, Measure.DELTA]))
def test_a_comparison_turned_round_changes_its_sign(one, two, credit, measure):
    there = answer(CompareQuery((one, two), measure, credit), CATALOG).value_eur
    back = answer(CompareQuery((two, one), measure, credit), CATALOG).value_eur
    column = "bo" if measure is Measure.LEVEL else "delta"
    assert there == -back == cell(one, credit, column) - cell(two, credit, column)


@given(
    st.sampled_from([Level.ISE, Level.PROGRAMME]),
    st.sampled_from(list(Measure)),
    credits_,
    st.booleans(),
    st.sampled_from([-1, 0, 1]),
)
def test_a_ranking_is_the_sorted_table(level, measure, credit, descending, direction):
    name = credit.value.lower()
    rows = TABLE[(TABLE["scope"] == "wse") & (TABLE["level"] == level.value)]
    if direction:
        rows = rows[rows[f"{name}_delta"] * direction > 0]
    by = {
        Measure.LEVEL: rows[f"{name}_bo"],
        Measure.DELTA: rows[f"{name}_delta"],
        Measure.PCT: rows[f"{name}_delta"] / rows[f"{name}_ba"],
    }[measure]
    expected = by.sort_values(ascending=not descending, kind="stable")
    got = answer(RankQuery(level, measure, credit, None, descending, direction), CATALOG)
    assert [line.id for line, _ in got.body.entries] == list(expected.index)


@given(st.lists(st.sampled_from(["ja", "jb", "jd", "je", "jf"]), min_size=1, max_size=5, unique=True), credits_)
def test_a_sum_of_separate_lines_is_the_sum_of_their_cells(chosen, credit):
    got = answer(SumQuery(tuple(chosen), credit=credit), CATALOG)
    assert got.value_eur == sum(cell(line, credit, "bo") for line in chosen)


@given(st.lists(lines, min_size=2, max_size=4, unique=True))
def test_a_sum_is_never_larger_than_the_whole(chosen):
    got = answer(SumQuery(tuple(chosen)), CATALOG)
    assert got.status is Status.NO_DATA or 0 < got.value_eur <= cell("wse", Credit.VAK, "bo")


@given(st.sampled_from(list(EXPLANATION.lines)))
def test_parts_plus_rest_equal_the_change(line):
    got = answer(RestQuery(line), CATALOG)
    if got.status is Status.OK:
        one = got.body.sum
        assert one.stated_eur + one.rest_eur == one.delta_eur == EXPLANATION.lines[line].amounts.vak_delta
    reasons = answer(ReasonQuery(line), CATALOG)
    for one in reasons.body.sums:
        assert one.rest_eur is None or one.stated_eur + one.rest_eur == one.delta_eur


def test_all_natures_together_are_all_stated_amounts():
    stated = sum(
        reason.amount.eur for reason in EXPLANATION.reasons.values() if reason.amount and reason.part_of is None
    )
    totals = [answer(NatureQuery(nature, "wse"), CATALOG) for nature in Nature]
    assert sum(got.body.total_eur for got in totals if got.status is Status.OK) == stated


def fits(value: int, number: ReadNumber) -> bool:
    return 2 * abs(abs(value) - abs(number.value)) <= number.step


@given(
    st.one_of(
        st.integers(min_value=1, max_value=5_000_000),
        st.sampled_from(
            [abs(int(value)) for value in TABLE.select_dtypes("number").drop(columns="slide").to_numpy().flat]
        ),
    ),
    st.sampled_from([1, 10, 100, 1_000, 10_000, 100_000]),
)
def test_a_look_up_finds_just_what_brute_force_finds(thousands, coarse):
    step = coarse * 1_000
    value = (thousands * 1_000 + step // 2) // step * step
    assume(value)
    number = ReadNumber("eur", value, step, signed=False, text="")
    expected = {
        (line.id, credit, column)
        for line in EXPLANATION.lines.values()
        for credit in Credit
        for column, eur in (
            ("BA 2021", line.amounts.base(credit)),
            ("", line.amounts.delta(credit)),
            ("BO 2022", line.amounts.draft(credit)),
        )
        if fits(eur, number)
    }
    reasons = {one.id for one in EXPLANATION.reasons.values() if one.amount and fits(one.amount.eur, number)}
    got = answer(LookupQuery(number), CATALOG)
    assume(len(got.body.hits) < 50)
    found = [hit for hit in got.body.hits if hit.statement is None and hit.action is None]
    assert {hit.reason.id for hit in found if hit.reason is not None} == reasons
    rows = [hit.figure for hit in found if hit.reason is None]
    assert {(one.subject, one.credit, one.round.label if one.round else "") for one in rows} == expected
    assert (got.status is Status.NOT_FOUND) == (not expected and not reasons and not got.body.hits)


@given(st.integers(min_value=1, max_value=1_500_000), st.sampled_from([1, 10, 100, 1_000, 10_000]))
def test_a_percentage_is_found_just_where_brute_force_finds_it(tenthousandths, step):
    value = tenthousandths // step * step
    assume(value)
    expected = {
        (line.id, credit)
        for line in EXPLANATION.lines.values()
        for credit in Credit
        if 2 * abs(abs(Fraction(line.amounts.delta(credit) * 10**6, line.amounts.base(credit))) - value) <= step
    }
    got = answer(LookupQuery(ReadNumber("pct", value, step, signed=False, text="")), CATALOG)
    assert {(hit.line.id, hit.figure.credit) for hit in got.body.hits if hit.action is None} == expected
