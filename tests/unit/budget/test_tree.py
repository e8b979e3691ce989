"""How lines stand to each other."""

from __future__ import annotations

import pytest

from budget.model import Catalog, Explanation, Level
from budget.store.builtin import builtin_folder
from budget.store.load import load_catalog
from budget.tree import above, formed_objective, inside, ises_below, leaves_below, lines_of_level, overlap, table_heads


@pytest.fixture(scope="module")
def explanation() -> Explanation:
    catalog: Catalog = load_catalog(builtin_folder())
    return catalog.default


def test_a_programme_without_ises_is_its_own_leaf(explanation):
    lines = explanation.lines
    assert leaves_below(explanation, lines["ja"]) == (lines["ja"],)
    assert ises_below(explanation, lines["ja"]) == ()
    assert len(leaves_below(explanation, explanation.total)) == 9
    assert len(ises_below(explanation, explanation.total)) == 7


def test_a_part_of_another_table_stands_below_the_line_it_is_a_part_of(explanation):
    names = [line.id for line in above(explanation, explanation.lines["vdab-jf-competenties"])]
    assert names == ["vdab-jf", "jf-competenties", "vdab", "jf", "sd-sterke-loopbanen", "wse"]


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [("vdab", "wse", True), ("wse", "vdab", False), ("vdab-jd", "jd", True), ("jd", "jd", True), ("ja", "jd", False)],
)
def test_inside_follows_programmes_objectives_and_part_tables(explanation, part, whole, expected):
    assert inside(explanation, explanation.lines[part], explanation.lines[whole]) is expected


def test_overlap_sees_shared_ises_below_both(explanation):
    lines = explanation.lines
    assert overlap(explanation, [lines["jd"], lines["sd-sterke-loopbanen"]])
    assert not overlap(explanation, [lines["ja"], lines["jd"], lines["sd-sterke-loopbanen"]][:2])
    assert not overlap(explanation, [lines["vdab-jd"], lines["jf"]])


def test_an_objective_is_formed_by_exactly_its_ises(explanation):
    lines = explanation.lines
    formed = formed_objective(explanation, [lines["jf-competenties"], lines["jd-loopbanen"]])
    assert formed is lines["sd-sterke-loopbanen"]
    assert formed_objective(explanation, [lines["jd-loopbanen"]]) is None


def test_levels_are_listed_in_table_order(explanation):
    assert [line.id for line in lines_of_level(explanation, Level.PROGRAMME)] == ["ja", "jb", "jd", "jf", "je"]
    assert [line.id for line in table_heads(explanation)] == ["wse", "vdab"]
