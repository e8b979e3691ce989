"""Tables and bars of one width."""

import math

import pytest
import tabulate
from hypothesis import given
from hypothesis import strategies as st

from bot.columns import BAR_WIDTH, bar_rows, figure, table_rows

cells = st.text(alphabet="abcé€%+-.,019 ", min_size=1, max_size=12).map(str.strip).filter(bool)


@given(
    st.integers(1, 5).flatmap(
        lambda n: st.tuples(
            st.lists(cells, min_size=n, max_size=n),
            st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1, max_size=6),
            st.lists(st.booleans(), min_size=n, max_size=n),
        )
    )
)
def test_a_table_is_what_tabulate_draws(case):
    header, rows, numeric = case
    head, lines = table_rows(header, rows, numeric)
    sides = ["right" if right else "left" for right in numeric]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tabulate, "MIN_PADDING", 0)  # it would widen each header by two
        drawn = tabulate.tabulate(rows, header, "simple", disable_numparse=True, colalign=sides, headersalign=sides)
    assert [*head, *lines] == [line.rstrip() for line in drawn.splitlines()]


def test_wide_and_combining_characters_keep_the_columns_straight():
    _, (first, second) = table_rows(("a", "b"), (("日本", "x"), ("e\u0301", "y")), (False, False))
    assert first == "日本  x"
    assert second == "e\u0301     y"


@pytest.mark.parametrize(
    ("value", "written"),
    [(57.697, "57,697"), (1700.355, "1.700,355"), (13.0, "13,0"), (-1.9, "-1,9"), (0.079, "0,079"), (2, "2")],
)
def test_a_figure_keeps_every_digit_in_belgian_writing(value, written):
    assert figure(value) == written


def test_bars_are_drawn_in_proportion_and_falls_lighter():
    assert bar_rows((("Index", 16.0), ("Raming", -8.0), ("Rest", 0.01), ("Niets", 0.0))) == (
        f"Index   16,0 {'█' * BAR_WIDTH}",
        f"Raming  -8,0 {'░' * (BAR_WIDTH // 2)}",
        "Rest    0,01 █",
        "Niets    0,0",
    )


def test_no_bars_are_no_lines_and_an_endless_one_breaks_nothing():
    assert bar_rows(()) == ()
    assert len(bar_rows((("a", math.inf), ("b", math.nan), ("c", 1.0)))) == 3
