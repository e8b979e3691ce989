"""Help is made from the grammar's examples, so each kind of question has one that asks it."""

from __future__ import annotations

from typing import get_args

import pytest

from bot.grammar.examples import EXAMPLES, NOT_ASKED
from bot.grammar.parse import parse
from bot.wiring import House
from budget.queries import Query


def test_every_kind_of_question_has_an_example() -> None:
    assert set(EXAMPLES) | NOT_ASKED == set(get_args(Query))


@pytest.mark.parametrize(("kind", "text"), EXAMPLES.items(), ids=lambda value: str(getattr(value, "__name__", value)))
def test_an_example_asks_the_kind_it_stands_for(kind: type[Query], text: str, house: House) -> None:
    assert type(parse(text, house.lexicon)) is kind
