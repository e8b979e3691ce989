"""Whatever signs a text is typed with, it is read in one spelling, and nothing hidden in it counts."""

from __future__ import annotations

import pytest

from budget.resolve.text import fold, phrase_key, tokens, words


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("initiële kredieten", "initiele kredieten"),
        ("e\u0301en", "een"),
        ("“loopbanen” – VEK", '"loopbanen" - VEK'),
        ("\u2212 15", "- 15"),
        ("loop\u00adbanen", "loopbanen"),
        ("loop\u200bban\u200den", "loopbanen"),
        ("\u202eloopbanen\u202c", "loopbanen"),
        ("\ufeffloopbanen", "loopbanen"),
        ("loopbanen\x00VEK", "loopbanen VEK"),
        ("loopbanen\x1b[31m", "loopbanen [31m"),
        ("loopbanen\u00a0VEK\u2009x", "loopbanen VEK x"),
        ("loopbanen\nVEK", "loopbanen\nVEK"),
        ("\uff2c\uff4f\uff4f\uff50", "Loop"),
        ("\ufb01nancien", "financien"),
        ("\ud800loopbanen", "loopbanen"),
        ("ISE's en programma’s", "ISEs en programmas"),
        ("in '21", "in 2021"),
        ("Δ loopbanen", " delta  loopbanen"),
    ],
)
def test_signs_that_look_alike_are_one(typed, plain):
    assert fold(typed) == plain


@pytest.mark.parametrize("markup", ["<!channel>", "<!here|here>", "<@U123>", "<#C1|algemeen>", "<https://a.b/c?d=e>"])
def test_what_a_chat_makes_of_mentions_and_links_counts_for_nothing(markup):
    assert words(fold(f"loopbanen {markup} VEK")) == ["loopbanen", "vek"]


def test_the_words_of_a_link_are_kept():
    assert words(fold("<https://a.b|loopbanen VEK>")) == ["loopbanen", "vek"]


@pytest.mark.parametrize("text", ["a < b", "<", "<<<<", "<http://nooit gesloten", "5 <6> 7"])
def test_a_lone_bracket_is_just_a_sign(text):
    assert words(fold(text)) == words(text)


def test_words_and_tokens_are_the_same_words():
    text = fold("Hoeveel VAK, 57,7 miljoen & 3 % voor jobbonus+?")
    assert [word.lower() for word, _, _ in tokens(text)] == words(text)
    assert all(text[start:end] == word for word, start, end in tokens(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("thema-overschrijdend", ["thema", "overschrijdend"]),
        ("1.700.355 euro", ["1.700.355", "euro"]),
        ("jobbonus+", ["jobbonus+"]),
        ("loopbanen/competenties", ["loopbanen", "competenties"]),
        ("a+b", ["a+", "b"]),
        ("3,5%", ["3,5", "%"]),
        ("", []),
        ("!?…", ["?"]),
        ("預算", []),
    ],
)
def test_a_text_is_parted_into_words_numbers_and_a_few_signs(text, found):
    assert words(fold(text)) == found


@pytest.mark.parametrize(
    "text", ["Duurzame arbeidsmarkt (werk)", "duurzame  arbeidsmarkt, WERK", "duurzame arbeidsmarkt werk"]
)
def test_a_name_is_looked_up_by_its_words_alone(text):
    assert phrase_key(text).replace(" ,", "") == "duurzame arbeidsmarkt werk"
