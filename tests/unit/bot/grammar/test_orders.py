"""Orders are told from questions, and each has an example that help shows."""

import pytest

from bot.grammar.orders import ORDER_EXAMPLES, Favourites, Follow, Forget, Unfollow, read_order
from bot.replies.orders import order_items


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("volg loopbanen", Follow("loopbanen")),
        ("  Volg  waarom stijgt loopbanen?", Follow("waarom stijgt loopbanen")),
        ("ontvolg loopbanen", Unfollow("loopbanen")),
        ("volg loopbanen niet meer", Unfollow("loopbanen")),
        ("Favorieten!", Favourites()),
        ("mijn favorieten", Favourites()),
        ("vergeet mij", Forget()),
        ("Vergeet me.", Forget()),
        ("wis mijn gegevens", Forget()),
    ],
)
def test_an_order_is_read_however_it_is_typed(text, order):
    assert read_order(text) == order


@pytest.mark.parametrize(
    "text",
    [
        "",
        "volg",
        "loopbanen",
        "volgens wie stijgt loopbanen",
        "vergeet loopbanen",
        "mijn loopbaan",
        "wis alles",
        "toon jd",
    ],
)
def test_a_question_is_no_order(text):
    assert read_order(text) is None


def test_every_order_has_an_example_that_reads_as_that_order():
    for kind, text in ORDER_EXAMPLES.items():
        assert type(read_order(text)) is kind


def test_help_shows_every_order():
    shown = [text for _, text, _ in order_items().items]
    assert [line.split(":")[0] for line in shown] == list(ORDER_EXAMPLES.values())
