"""Level, change and percentage of a line."""

from __future__ import annotations

from fractions import Fraction

import pytest
from msgspec.structs import replace

from budget.answers import FigureBody, RefusalBody, Status
from budget.engine import answer
from budget.model import Amounts, Catalog, Credit, Round
from budget.queries import FigureQuery, Measure, ReasonCode

BO, BA = Round("BO", 2022), Round("BA", 2021)


@pytest.mark.parametrize(
    ("asked", "meant", "eur"),
    [
        (None, BO, 1_700_355_000),
        (Round("", 2022), BO, 1_700_355_000),
        (BO, BO, 1_700_355_000),
        (Round("", 2021), BA, 1_642_658_000),
        (BA, BA, 1_642_658_000),
    ],
)
def test_a_level_is_bo_2022_unless_2021_is_named(ask, asked, meant, eur):
    got = ask(FigureQuery(("jd-loopbanen",), round=asked))
    assert (got.status, got.kind, got.round, got.value_eur) == (Status.OK, "level", meant, eur)


def test_vak_is_meant_when_no_credit_is_named_and_the_other_credit_stands_beside_it(ask):
    got = ask(FigureQuery(("jd",)))
    assert got.credit is Credit.VAK
    assert [(one.credit, one.value_eur) for one in got.figures] == [
        (Credit.VAK, 2_913_307_000),
        (Credit.VEK, 2_928_218_000),
    ]


def test_a_named_credit_comes_first(ask):
    got = ask(FigureQuery(("je",), Measure.DELTA, Credit.VEK))
    assert (got.credit, got.value_eur, got.round) == (Credit.VEK, 5_007_000, None)


def test_a_percentage_is_exact_and_signed(ask):
    got = ask(FigureQuery(("jd-duurzame-arbeidsmarkt",), Measure.PCT))
    assert got.value_pct == Fraction(-15_158_000 * 100, 28_532_000)
    assert (got.value_eur, got.value_qty, got.round) == (None, None, None)


def test_a_percentage_of_nothing_is_not_in_the_document(catalog):
    explanation = catalog.default
    line = explanation.lines["ja"]
    nothing = replace(line, amounts=Amounts(0, 0, 4, 4, 4, 4))
    changed = replace(explanation, lines={**explanation.lines, "ja": nothing})
    got = answer(FigureQuery(("ja",), Measure.PCT), Catalog({"x": changed}, {}, ()))
    assert (got.status, got.reason_code, got.value_pct) == (Status.NO_DATA, ReasonCode.NO_FIGURE, None)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (Round("", 2020), ReasonCode.OTHER_YEAR),
        (Round("BO", 2024), ReasonCode.OTHER_YEAR),
        (Round("BO", 2021), ReasonCode.OTHER_ROUND),
        (Round("BA", 2022), ReasonCode.OTHER_ROUND),
    ],
)
def test_a_round_the_document_does_not_have_gives_no_figure_but_keeps_the_line(ask, asked, code):
    got = ask(FigureQuery(("jd",), round=asked))
    assert (got.status, got.reason_code, got.kind) == (Status.NO_DATA, code, "level")
    assert (got.value_eur, got.figures, got.subjects) == (None, (), ("jd",))
    assert isinstance(got.body, RefusalBody)
    assert [line.id for line in got.body.lines] == ["jd"]
    assert got.body.round == asked


def test_the_change_that_led_to_2021_stands_in_an_older_document(ask):
    got = ask(FigureQuery(("jd",), Measure.DELTA, round=Round("", 2021)))
    assert (got.status, got.reason_code) == (Status.NO_DATA, ReasonCode.OTHER_YEAR)
    assert ask(FigureQuery(("jd",), Measure.DELTA, round=Round("", 2022))).value_eur == 57_074_000


def test_a_bare_subject_brings_level_change_percentage_and_reasons(ask):
    got = ask(FigureQuery(("jd-loopbanen",), bare=True))
    assert isinstance(got.body, FigureBody)
    assert got.value_eur == 1_700_355_000
    assert {one.measure for one in got.figures} == {"level", "delta", "pct"}
    (reasons,) = got.body.reasons
    assert reasons is not None
    assert (reasons.stated_eur, reasons.rest_eur, reasons.rest_is_rounding) == (57_900_000, -203_000, True)
    assert [source.slide.number for source in got.sources] == [3, 11]


def test_a_line_of_the_vdab_table_has_its_own_slide(ask):
    got = ask(FigureQuery(("vdab-jd-activering",), credit=Credit.VEK))
    assert (got.value_eur, [one.slide.number for one in got.sources]) == (549_840_000, [4])


def test_several_lines_are_answered_side_by_side_and_none_is_chosen(ask):
    got = ask(FigureQuery(("jd-activering", "je-activering")))
    assert got.status is Status.OK_BOTH
    assert got.subjects == ("jd-activering", "je-activering")
    assert [one.value_eur for one in got.figures] == [1_173_774_000, 519_912_000]
    assert (got.value_eur, got.value_pct, got.value_qty) == (None, None, None)


def test_an_objective_is_computed_from_its_ises_and_names_them(ask):
    got = ask(FigureQuery(("sd-sterke-loopbanen",)))
    assert got.value_eur == 1_700_355_000 + 243_185_000
    assert got.subjects == ("sd-sterke-loopbanen", "jd-loopbanen", "jf-competenties")
    assert 3 in [one.slide.number for one in got.sources]


def test_an_oddity_of_the_source_comes_with_the_line_it_touches(ask):
    got = ask(FigureQuery(("je-duurzame-arbeidsmarkt",)))
    assert isinstance(got.body, FigureBody)
    assert "statement:je-duurzame-arbeidsmarkt:total" in [gap.check for gap in got.body.gaps]


def test_a_bare_line_with_an_empty_base_shows_no_percentage(catalog):
    explanation = catalog.default
    new = replace(explanation.lines["ja"], amounts=Amounts(0, 5, 4, 4, 4, 9))
    changed = Catalog({"x": replace(explanation, lines={**explanation.lines, "ja": new})}, {}, ())
    got = answer(FigureQuery(("ja",), bare=True), changed)
    assert [one.credit for one in got.figures if one.measure == "pct"] == [Credit.VEK]
    only = answer(FigureQuery(("ja",), Measure.PCT, Credit.VEK), changed)
    assert [one.credit for one in only.figures] == [Credit.VEK]
