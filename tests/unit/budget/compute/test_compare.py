"""Lines side by side, and VAK beside VEK."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from budget.answers import Status
from budget.engine import answer
from budget.model import Amounts, Catalog, Credit, Round
from budget.queries import CompareQuery, CreditCompareQuery, Measure, ReasonCode


def test_two_lines_differ_by_first_minus_second(ask):
    got = ask(CompareQuery(("jd-loopbanen", "jf-competenties")))
    assert (got.kind, got.value_eur, got.round, got.credit) == (
        "compare",
        1_457_170_000,
        Round("BO", 2022),
        Credit.VAK,
    )
    assert ask(CompareQuery(("jf-competenties", "jd-loopbanen"))).value_eur == -1_457_170_000


def test_changes_and_percentages_can_be_compared(ask):
    assert ask(CompareQuery(("jd-loopbanen", "jd"), Measure.DELTA)).value_eur == 57_697_000 - 57_074_000
    got = ask(CompareQuery(("jd", "je"), Measure.PCT))
    assert got.value_pct == Fraction(57_074 * 100, 2_856_233) - Fraction(5_535 * 100, 526_365)
    assert got.value_eur is None


def test_three_lines_have_no_single_difference(ask):
    got = ask(CompareQuery(("ja", "jb", "je")))
    assert (got.status, got.value_eur, got.body.difference, len(got.figures)) == (Status.OK, None, None, 3)


def test_vak_minus_vek_has_no_credit_of_its_own(ask):
    got = ask(CreditCompareQuery("jd-duurzame-arbeidsmarkt", Measure.DELTA))
    assert (got.kind, got.value_eur, got.credit, got.round) == ("compare", -14_450_000, None, None)
    assert [one.credit for one in got.body.figures] == [Credit.VAK, Credit.VEK]


def test_vak_against_vek_is_the_level_of_bo_2022_unless_2021_is_named(ask):
    assert ask(CreditCompareQuery("je-activering")).value_eur == 0
    assert ask(CreditCompareQuery("je-activering", round=Round("BA", 2021))).value_eur == 514_456_000 - 514_984_000


def test_another_year_is_no_data(ask):
    for query in (CompareQuery(("ja", "jb"), round=Round("", 2020)), CreditCompareQuery("ja", round=Round("", 2020))):
        got = ask(query)
        assert (got.status, got.reason_code, got.value_eur) == (Status.NO_DATA, ReasonCode.OTHER_YEAR, None)


def test_a_percentage_of_nothing_cannot_be_compared(catalog):
    explanation = catalog.default
    nothing = replace(explanation.lines["ja"], amounts=Amounts(0, 0, 4, 4, 4, 4))
    changed = Catalog({"x": replace(explanation, lines={**explanation.lines, "ja": nothing})}, {}, ())
    for query in (CompareQuery(("ja", "jb"), Measure.PCT), CreditCompareQuery("ja", Measure.PCT)):
        got = answer(query, changed)
        assert (got.status, got.reason_code, got.value_pct) == (Status.NO_DATA, ReasonCode.NO_FIGURE, None)
