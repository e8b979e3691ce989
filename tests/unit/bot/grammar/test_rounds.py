"""Rounds are read by letters, years and words, and with several documents the years choose the document."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.grammar.parse import gather, parse
from bot.grammar.reading import read
from bot.grammar.rounds import Rounds
from bot.handle import handle
from bot.wiring import House, open_house
from budget.model import Round
from budget.store.builtin import builtin_folder

BASE, DRAFT = Round("BA", 2021), Round("BO", 2022)


@pytest.fixture
def rounds(house: House) -> Callable[[str], Rounds]:
    return lambda text: gather(read(text, house.lexicon), house.lexicon).rounds


@pytest.mark.parametrize(
    ("text", "single"),
    [
        ("loopbanen", None),
        ("loopbanen BA", BASE),
        ("loopbanen begrotingsaanpassing", BASE),
        ("loopbanen 2021", BASE),
        ("loopbanen vorig jaar", BASE),
        ("loopbanen BO 2022", DRAFT),
        ("loopbanen 2022", DRAFT),
        ("loopbanen initiële begroting", DRAFT),
        ("loopbanen dit jaar", DRAFT),
        ("loopbanen BA 2021 en BO 2022", None),
    ],
)
def test_a_round_of_the_document_is_found_by_any_of_its_names(text, single, rounds):
    assert rounds(text).single == single


def test_both_rounds_together_ask_the_change(rounds):
    assert rounds("van 2021 naar 2022").change
    assert rounds("van BA naar BO").change
    assert not rounds("in 2022").change


@pytest.mark.parametrize(
    ("text", "foreign", "kind"),
    [
        ("loopbanen 2019", Round("", 2019), False),
        ("loopbanen BO 2021", Round("BO", 2021), True),
        ("loopbanen BA 2022", Round("BA", 2022), True),
        ("loopbanen BA 2019", Round("BA", 2019), False),
        ("loopbanen volgend jaar", Round("", 2023), False),
        ("loopbanen 2021 en 2025", Round("", 2025), False),
    ],
)
def test_a_round_the_document_does_not_hold_is_foreign(text, foreign, kind, rounds):
    assert (rounds(text).foreign, rounds(text).foreign_kind) == (foreign, kind)


@pytest.mark.parametrize("text", ["stijging tegenover 2021", "stijging sinds 2021", "meer dan in 2021"])
def test_a_base_year_that_is_compared_with_asks_no_level(text, rounds):
    assert rounds(text).since_base


def shifted(line: str, years: int) -> str:
    """A line of a data file with its two years moved on."""
    return line.replace("2022", str(2022 + years)).replace("2021", str(2021 + years))


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> House:
    """The document of 2022 and a copy of it that is a year younger, side by side."""
    folder = tmp_path_factory.mktemp("side") / "data"
    shutil.copytree(builtin_folder(), folder)
    newer: Path = folder / "2023-wse"
    shutil.copytree(folder / "2022-wse", newer)
    for name in ("document.yaml", "reasons.csv", "actions.csv", "policies.csv", "statements.csv"):
        path = newer / name
        path.write_text(shifted(path.read_text(encoding="utf-8"), 1), encoding="utf-8")
    return open_house(folder)


@pytest.mark.parametrize(
    ("text", "document", "status", "label"),
    [
        ("loopbanen", "2023-wse", "ok", "BO 2023"),
        ("loopbanen 2023", "2023-wse", "ok", "BO 2023"),
        ("loopbanen BO 2023", "2023-wse", "ok", "BO 2023"),
        ("loopbanen BA 2022", "2023-wse", "ok", "BA 2022"),
        ("loopbanen BO 2022", "2022-wse", "ok", "BO 2022"),
        ("loopbanen 2022", "2022-wse", "ok", "BO 2022"),
        ("loopbanen 2021", "2022-wse", "ok", "BA 2021"),
        ("loopbanen BA 2021", "2022-wse", "ok", "BA 2021"),
        ("loopbanen 2019", "2023-wse", "no_data", None),
    ],
)
def test_side_by_side_the_years_choose_the_document(text, document, status, label, two):
    got = handle(text, two).answer
    assert (got.document.id, got.status, got.round and got.round.label) == (document, status, label)


def test_side_by_side_a_query_names_its_document(two, house):
    assert parse("loopbanen 2021", two.lexicon).document == "2022-wse"
    assert parse("loopbanen 2021", house.lexicon).document is None
