"""What a user typed comes back short and harmless."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.replies.echo import echo, echo_without_figures


def test_an_echo_keeps_letters_digits_spaces_and_plain_marks():
    assert (
        echo("Hoeveel (ongeveer) kost 3,5 % van café-bar +/- 2?") == "Hoeveel (ongeveer) kost 3,5 % van café-bar +/- 2"
    )


def test_an_echo_holds_no_broadcast_or_markup():
    assert echo("<!channel> *vet* `code` <@U1|x>") == "channel vet code U1 x"


def test_an_echo_of_only_marks_is_empty():
    assert echo("... --- ((( %%%") == ""
    assert echo("🤷‍♀️🔥💯") == ""


def test_an_echo_is_at_most_80_characters():
    assert len(echo("a" * 5000)) == 80


def test_an_echo_without_figures_drops_a_text_with_a_digit_or_percent_sign():
    assert echo_without_figures("geef 5 miljoen") == ""
    assert echo_without_figures("tien %") == ""
    assert echo_without_figures("onderwijs") == "onderwijs"


@given(st.text())
def test_whatever_is_typed_the_echo_is_short_and_plain(text):
    said = echo(text)
    assert len(said) <= 80
    assert all(mark.isalpha() or mark in " .,%+-()/0123456789" for mark in said)
