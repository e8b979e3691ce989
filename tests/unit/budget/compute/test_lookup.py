"""Where a number comes from."""

from __future__ import annotations

import pytest

from budget.answers import Status
from budget.model import Credit, Round
from budget.numbers_nl import find_numbers
from budget.queries import LookupQuery, ReadNumber, ReasonCode

BO = Round("BO", 2022)


def read(text: str) -> ReadNumber:
    return find_numbers(text)[0].number


@pytest.mark.parametrize(
    ("text", "line", "eur"),
    [
        ("57,7 miljoen", "jd-loopbanen", 57_697_000),
        ("57,7", "jd-loopbanen", 57_697_000),
        ("57.697", "jd-loopbanen", 57_697_000),
        ("57.697.000 euro", "jd-loopbanen", 57_697_000),
        ("15,2 miljoen", "jd-duurzame-arbeidsmarkt", -15_158_000),
        ("18,3 miljoen", "jd-activering", 18_307_000),
        ("1,7 miljard", "jd-loopbanen", 1_700_355_000),
        ("1,2 miljard", "jd-activering", 1_173_774_000),
        ("3,7 miljard", "wse", 3_747_351_000),
        ("243", "jf-competenties", 243_185_000),
        ("0,08 miljoen", "je-duurzame-arbeidsmarkt", 79_000),
        ("79", "je-duurzame-arbeidsmarkt", 79_000),
        ("5,5 miljoen", "je-activering", 5_456_000),
        ("2,7 miljoen", "jf-competenties", 2_744_000),
        ("13 miljoen", "jd-loopbanen", 13_000_000),
        ("15 miljoen", "jd-activering", 15_000_000),
        ("35,7 miljoen", "jd-loopbanen", 35_700_000),
        ("9,4 miljoen", "je-activering", 9_400_000),
    ],
)
def test_the_best_fact_that_rounds_to_a_number_is_given_exactly(ask, text, line, eur):
    got = ask(LookupQuery(read(text)))
    assert (got.status, got.subjects, got.value_eur) == (Status.OK, (line,), eur)


@pytest.mark.parametrize(
    ("text", "qty", "lines"),
    [
        ("7.500", 7_500, ("jd-activering",)),
        ("7.500 trajecten", 7_500, ("jd-activering",)),
        ("1000", 1_000, ("jd-activering", "je-activering")),
        ("600 euro", 600, ("jd-activering", "je-activering")),
        ("80 %", 80, ("jd-thema-overschrijdend",)),
    ],
)
def test_counted_things_are_found_by_their_number(ask, text, qty, lines):
    got = ask(LookupQuery(read(text)))
    assert (got.status, got.kind, got.value_qty, got.subjects) == (Status.OK, "measure", qty, lines)


def test_six_hundred_euro_is_said_of_both_jobbonuses(ask):
    got = ask(LookupQuery(read("600 euro")))
    assert [hit.action.id for hit in got.body.hits] == ["jobbonus", "jobbonus-plus"]


def test_a_percentage_is_found_among_the_changes(ask):
    got = ask(LookupQuery(read("3,5 %")))
    assert (got.subjects, got.value_eur) == (("jd-loopbanen",), None)
    assert round(got.value_pct, 3) == round(got.body.hits[0].figure.value_pct, 3)


def test_percentage_points_are_no_percentages(ask):
    assert ask(LookupQuery(read("3,5 procentpunt"))).status is Status.NOT_FOUND


def test_when_the_best_is_a_change_its_reasons_follow(ask):
    got = ask(LookupQuery(read("57,7 miljoen"), wants_reason=True, wants_change=True))
    assert (got.kind, got.credit, got.round) == ("reason", Credit.VAK, None)
    assert got.body.reasons.line.id == "jd-loopbanen"
    assert 11 in [one.slide.number for one in got.sources]
    assert ask(LookupQuery(read("57,1 miljoen"), wants_reason=True)).body.reasons.line.id == "jd"


def test_a_change_without_reasons_is_looked_up_all_the_same(ask):
    got = ask(LookupQuery(read("4.379"), wants_reason=True))
    assert (got.status, got.kind, got.value_eur, got.body.reasons) == (Status.OK, "lookup", 4_379_000, None)


def test_equally_good_facts_about_different_things_are_all_named(ask):
    got = ask(LookupQuery(read("1,8 miljoen")))
    assert (got.status, got.value_eur) == (Status.OK_BOTH, None)
    assert got.subjects == ("jd-activering", "jd-loopbanen")
    assert {hit.reason.id for hit in got.body.hits} == {"vop-index", "zorgkrediet-index", "landingsbanen"}


def test_a_direction_tells_equal_amounts_apart(ask):
    got = ask(LookupQuery(read("1,8 miljoen"), direction=-1))
    assert (got.status, got.value_eur, got.body.hits[0].reason.id) == (Status.OK, -1_800_000, "landingsbanen")


def test_a_written_sign_tells_equal_amounts_apart(ask):
    assert ask(LookupQuery(read("-1,8 miljoen"))).value_eur == -1_800_000


def test_a_change_comes_before_a_level_when_a_change_is_meant(ask):
    assert ask(LookupQuery(read("13,4 miljoen"))).body.hits[0].figure.measure == "level"
    got = ask(LookupQuery(read("18 miljoen"), wants_change=True))
    assert got.body.hits[-1].figure.measure == "level"


def test_a_named_line_narrows_the_search(ask):
    got = ask(LookupQuery(read("1,8 miljoen"), subject="jd-activering"))
    assert (got.value_eur, [hit.reason.id for hit in got.body.hits]) == (1_800_000, ["vop-index"])


def test_a_named_credit_and_round_narrow_the_search(ask):
    assert ask(LookupQuery(read("57,7 miljoen"), credit=Credit.VEK)).credit is Credit.VEK
    got = ask(LookupQuery(read("1,2 miljard"), round=Round("", 2021)))
    assert got.value_eur == 1_155_467_000
    assert ask(LookupQuery(read("1,2 miljard"), round=Round("", 2019))).status is Status.NOT_FOUND


def test_a_number_only_a_slide_prints_comes_with_its_known_oddity(ask):
    got = ask(LookupQuery(read("11,9 miljoen")))
    assert got.value_eur == 11_909_000
    printed = [hit for hit in got.body.hits if hit.statement is not None]
    assert [(hit.figure.round, hit.figure.value_eur, hit.slide.number) for hit in printed] == [(BO, 11_900_000, 14)]
    assert [gap.check for gap in got.body.gaps] == ["statement:je-duurzame-arbeidsmarkt:total"]


@pytest.mark.parametrize("text", ["999 miljoen", "7,5 miljoen", "0,1234567", "42 %"])
def test_a_number_nobody_printed_gets_no_figure_at_all(ask, text):
    got = ask(LookupQuery(read(text)))
    assert (got.status, got.reason_code) == (Status.NOT_FOUND, ReasonCode.NO_FIGURE)
    assert (got.figures, got.sources, got.body.hits, got.body.nearest) == ((), (), (), ())


def test_a_number_that_does_not_fit_the_named_line_shows_what_comes_near(ask):
    got = ask(LookupQuery(read("60 miljoen"), subject="jd-loopbanen"))
    assert (got.status, got.reason_code, got.value_eur) == (Status.NO_DATA, ReasonCode.NO_FIGURE, None)
    assert got.body.nearest[0].figure.value_eur == 57_697_000
    share = ask(LookupQuery(read("3,4 %"), subject="jd-loopbanen"))
    assert [hit.figure.measure for hit in share.body.nearest] == ["pct", "pct"]
