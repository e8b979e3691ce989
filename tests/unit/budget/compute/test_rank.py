"""Rankings."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from budget.answers import Status
from budget.engine import answer
from budget.model import Catalog, Credit, Level, Round
from budget.queries import Measure, RankQuery, ReasonCode

BA = Round("BA", 2021)


@pytest.mark.parametrize(
    ("query", "order", "eur"),
    [
        (RankQuery(count=1), ("jd-loopbanen",), 1_700_355_000),
        (RankQuery(descending=False, count=1), ("je-duurzame-arbeidsmarkt",), 11_988_000),
        (RankQuery(Level.PROGRAMME), ("jd", "je", "jf", "ja", "jb"), 2_913_307_000),
        (RankQuery(Level.PROGRAMME, Measure.DELTA, count=1), ("jd",), 57_074_000),
        (
            RankQuery(measure=Measure.DELTA, direction=-1, descending=False),
            ("jd-duurzame-arbeidsmarkt", "jd-thema-overschrijdend"),
            -15_158_000,
        ),
        (
            RankQuery(measure=Measure.DELTA, credit=Credit.VEK, direction=-1, descending=False),
            ("jd-duurzame-arbeidsmarkt",),
            -708_000,
        ),
        (RankQuery(parent="vdab"), ("vdab-jd-activering", "vdab-jf-competenties"), 549_533_000),
        (RankQuery(parent="je"), ("je-activering", "je-duurzame-arbeidsmarkt"), 519_912_000),
        (RankQuery(parent="sd-sterke-loopbanen"), ("jd-loopbanen", "jf-competenties"), 1_700_355_000),
        (
            RankQuery(Level.OBJECTIVE),
            ("sd-sterke-loopbanen", "sd-meer-mensen-aan-het-werk", "sd-veerkrachtige-ondernemingen"),
            1_943_540_000,
        ),
    ],
)
def test_lines_come_in_the_asked_order_with_the_first_figure_as_principal(ask, query, order, eur):
    got = ask(query)
    assert (got.status, got.kind, got.subjects, got.value_eur) == (Status.OK, "rank", order, eur)
    assert [one.subject for one in got.figures] == list(order)


def test_risers_are_only_lines_that_rise(ask):
    got = ask(RankQuery(measure=Measure.DELTA, direction=1))
    assert all(one.value_eur > 0 for one in got.figures)
    assert len(got.subjects) == got.body.total == 5


def test_a_ranking_in_percent_has_a_percentage_and_no_round(ask):
    got = ask(RankQuery(Level.PROGRAMME, Measure.PCT, count=1))
    assert (got.subjects, got.value_eur, got.round) == (("jb",), None, None)
    assert round(got.value_pct, 1) == round(got.figures[0].value_pct, 1)


def test_a_level_can_be_ranked_in_2021(ask):
    got = ask(RankQuery(round=Round("", 2021), count=1))
    assert (got.round, got.value_eur) == (BA, 1_642_658_000)


def test_the_cut_tells_how_many_there_were(ask):
    assert ask(RankQuery(count=2)).body.total == 7


def test_nothing_that_falls_is_an_answer_without_a_figure(ask):
    got = ask(RankQuery(Level.PROGRAMME, Measure.DELTA, direction=-1, descending=False))
    assert (got.status, got.body.entries, got.value_eur, got.subjects) == (Status.OK, (), None, ("wse",))


def test_a_level_that_does_not_stand_below_the_line_is_no_data(ask):
    got = ask(RankQuery(Level.PROGRAMME, parent="jd"))
    assert (got.status, got.reason_code) == (Status.NO_DATA, ReasonCode.NOT_IN_DOCUMENT)


def test_a_ranking_of_another_year_is_no_data(ask):
    got = ask(RankQuery(round=Round("", 2019)))
    assert (got.status, got.reason_code, got.value_eur) == (Status.NO_DATA, ReasonCode.OTHER_YEAR, None)


@pytest.mark.parametrize("descending", [True, False])
def test_ties_stay_in_table_order(catalog, descending):
    explanation = catalog.default
    same = explanation.lines["jd-loopbanen"].amounts
    lines = {
        key: replace(line, amounts=same) if line.level is Level.ISE else line for key, line in explanation.lines.items()
    }
    changed = Catalog({"x": replace(explanation, lines=lines)}, {}, ())
    ises = [key for key, line in lines.items() if line.level is Level.ISE and line.scope == "wse"]
    assert list(answer(RankQuery(descending=descending), changed).subjects) == ises
