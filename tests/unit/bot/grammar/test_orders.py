"""Orders are told from questions, and each has an example that help shows."""

from datetime import date

import pytest

from bot.grammar.orders import ORDER_EXAMPLES, Check, Favourites, Follow, Forget, Unfollow, read_order
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


def test_a_check_keeps_the_text_as_it_was_typed_and_the_day_in_front():
    assert read_order("check Loopbanen stijgt.\nJF daalt!") == Check("Loopbanen stijgt.\nJF daalt!")
    assert read_order("Factcheck: loopbanen stijgt") == Check("loopbanen stijgt")
    assert read_order("check 2021-10-20 JF daalt") == Check("JF daalt", date(2021, 10, 20))
    assert read_order("check") == Check("")
    assert read_order(Check("JF daalt", date(2021, 10, 20)).words) == Check("JF daalt", date(2021, 10, 20))
