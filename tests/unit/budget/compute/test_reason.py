"""Why a line moves."""

from __future__ import annotations

import pytest

from budget.answers import ReasonBody, Status
from budget.model import Credit
from budget.queries import ReasonCode, ReasonQuery


def test_the_reasons_of_an_ise_add_up_with_the_rest_to_the_change_of_the_table(ask):
    got = ask(ReasonQuery("jd-loopbanen"))
    assert (got.status, got.kind, got.value_eur) == (Status.OK, "reason", 57_697_000)
    (one,) = got.body.sums
    assert one.stated_eur + one.rest_eur == one.delta_eur
    drivers = [figure.value_eur for figure in got.figures if figure.measure == "driver"]
    assert drivers == [13_000_000, 11_800_000, 35_700_000, -1_900_000, 1_100_000, -1_800_000]


def test_zorgkrediet_counts_once_with_its_parts_beside_it(ask):
    (one,) = ask(ReasonQuery("jd-loopbanen")).body.sums
    assert [(whole.id, [part.id for part in parts]) for whole, parts in one.parts] == [
        ("zorgkrediet", ["zorgkrediet-index", "zorgkrediet-lbo"])
    ]
    assert "zorgkrediet-lbo" not in [reason.id for reason in one.reasons]


@pytest.mark.parametrize("line", ["jd-duurzame-arbeidsmarkt", "je-duurzame-arbeidsmarkt"])
def test_a_cause_without_amount_is_an_answer_and_adds_nothing_up(ask, line):
    got = ask(ReasonQuery(line))
    assert got.status is Status.OK
    (one,) = got.body.sums
    assert (one.stated_eur, one.rest_eur) == (None, None)
    assert one.reasons


@pytest.mark.parametrize("line", ["ja", "jb"])
def test_a_programme_without_reasons_gets_none_invented(ask, line):
    got = ask(ReasonQuery(line, direction=1))
    assert (got.status, got.reason_code) == (Status.NO_DATA, ReasonCode.NO_REASON_GIVEN)
    assert (got.value_eur, got.figures) == (None, ())
    assert [one.id for one in got.body.without] == [line]


@pytest.mark.parametrize("line", ["jd-thema-overschrijdend", "jd-loopbanen"])
def test_reasons_explain_vak_and_never_vek(ask, line):
    got = ask(ReasonQuery(line, Credit.VEK))
    assert (got.status, got.reason_code, got.credit) == (Status.NO_DATA, ReasonCode.NO_REASON_GIVEN, Credit.VEK)
    assert got.value_eur is None
    assert isinstance(got.body, ReasonBody)
    assert got.body.sums


def test_the_whole_domain_shows_each_ise_and_the_lines_without_reason(ask):
    got = ask(ReasonQuery("wse"))
    assert got.value_eur == 78_795_000
    assert len(got.body.sums) == 7
    assert [line.id for line in got.body.without] == ["ja", "jb"]
    assert [source.slide.number for source in got.sources] == [3, 8, 11, 14, 16, 12]


@pytest.mark.parametrize(
    ("line", "delta", "stated"),
    [("vdab-jd-activering", 1_523_000, [1_500_000]), ("vdab", 4_230_000, [1_500_000, 2_700_000])],
)
def test_vdab_has_the_reasons_that_stand_for_its_own_lines(ask, line, delta, stated):
    got = ask(ReasonQuery(line))
    assert got.value_eur == delta
    assert [one.stated_eur for one in got.body.sums] == stated


def test_what_vdab_leaves_open_of_competenties_is_no_rounding(ask):
    (one,) = ask(ReasonQuery("jf-competenties")).body.sums
    assert (one.rest_eur, one.rest_is_rounding) == (44_000, False)
    assert one.gap is not None


def test_a_presumed_direction_is_kept_for_the_reply_to_contradict(ask):
    got = ask(ReasonQuery("jd-loopbanen", direction=-1))
    assert (got.status, got.body.direction, got.value_eur) == (Status.OK, -1, 57_697_000)


def test_the_sum_of_the_reasons_is_the_principal_figure_when_the_sum_is_asked(ask):
    assert ask(ReasonQuery("jd-loopbanen", summed=True)).value_eur == 57_900_000
    assert ask(ReasonQuery("jd-duurzame-arbeidsmarkt", summed=True)).value_eur is None
