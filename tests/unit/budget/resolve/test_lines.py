"""What a name stands for is narrowed by programme, objective and table, and only by what truly holds it."""

from __future__ import annotations

import pytest

from bot.wiring import House
from budget.resolve.lines import inside, narrow, part_of, plain


@pytest.fixture
def explanation(house: House):
    return house.catalog.default


@pytest.mark.parametrize(
    ("part", "whole", "holds"),
    [
        ("jd-loopbanen", "jd", True),
        ("jd-loopbanen", "wse", True),
        ("jd-loopbanen", "jf", False),
        ("jd-loopbanen", "jd-loopbanen", False),
        ("jd", "jd-loopbanen", False),
        ("jd-loopbanen", "sd-sterke-loopbanen", True),
        ("jd-activering", "sd-sterke-loopbanen", False),
        ("jd-thema-overschrijdend", "sd-meer-mensen-aan-het-werk", False),
        ("vdab-jd-activering", "vdab", True),
        ("vdab-jd-activering", "vdab-jd", True),
        ("vdab-jd-activering", "jd-activering", True),
        ("vdab-jd-activering", "jd", True),
        ("vdab-jd-activering", "wse", True),
        ("vdab-jd-activering", "jf", False),
        ("vdab", "wse", True),
        ("vdab", "jd", False),
        ("wse", "vdab", False),
        ("sd-sterke-loopbanen", "jd", False),
    ],
)
def test_a_line_is_inside_what_holds_it(part, whole, holds, explanation):
    assert inside(explanation.lines[part], explanation.lines[whole], explanation) is holds


def test_parts_of_another_table_must_be_named(explanation):
    assert plain(("jd-activering", "vdab-jd-activering"), explanation) == ("jd-activering",)
    assert plain(("vdab-jd-activering",), explanation) == ("vdab-jd-activering",)
    assert plain(("vdab-jd", "vdab-jf"), explanation) == ("vdab-jd", "vdab-jf")


def test_the_part_of_a_line_in_another_table_is_found(explanation):
    assert part_of(("jd-activering", "je-activering"), "vdab", explanation) == ("vdab-jd-activering",)
    assert part_of(("jd-loopbanen",), "vdab", explanation) == ()


def test_a_programme_keeps_what_stands_under_it(explanation):
    both = ("jd-activering", "je-activering")
    assert narrow(both, explanation.lines["je"], explanation) == ("je-activering",)
    assert narrow(both, explanation.lines["jf"], explanation) == ()
    assert narrow(("je",), explanation.lines["je"], explanation) == ("je",)
