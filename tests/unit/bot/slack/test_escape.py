"""What users and data write is read by people and obeyed by no client."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.escape import clean, code, mrkdwn, plain, shorten


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<!channel> kijk", "&lt;!channel&gt; kijk"),
        ("<@U123> en <https://x.example|hier>", "&lt;＠U123&gt; en &lt;https://x.example|hier&gt;"),
        ("R&D &amp; zo", "R&amp;D &amp;amp; zo"),
        ("*vet* _schuin_ ~weg~ `code`", "∗vet∗ ＿schuin＿ ∼weg∼ ˋcodeˋ"),
        ("@channel @here", "＠channel ＠here"),
        ("> citaat\n  > nog een\na > b", "› citaat\n  › nog een\na &gt; b"),
        ("57,7 miljoen euro (+3,5\u00a0%)", "57,7 miljoen euro (+3,5\u00a0%)"),
    ],
)
def test_marks_mentions_and_links_lose_their_power_and_keep_their_look(typed, shown):
    assert mrkdwn(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("57,7\u202e miljoen", "57,7 miljoen"),
        ("a\u200bb\u200d\ufeffc", "abc"),
        ("a\tb\x00c\x1b[31m", "a bc[31m"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\ud800x", "\N{REPLACEMENT CHARACTER}x"),
        ("x\U000e0041\U000e007f", "x"),
    ],
)
def test_what_cannot_be_seen_is_taken_out(typed, shown):
    assert clean(typed) == shown
    assert mrkdwn(typed) == shown
    assert code(typed) == shown


def test_plain_text_keeps_its_marks_for_nothing_obeys_them_there():
    assert plain("*a* <b> & @channel") == "*a* <b> & @channel"


def test_a_mention_in_plain_text_calls_nobody_when_it_is_quoted():
    assert plain("<!channel> <@U1> <#C1>") == "‹!channel> ‹@U1> ‹#C1>"


def test_in_code_only_what_breaks_out_gives_way():
    assert code("a_b *c* ``` <!here> @here") == "a_b *c* ˋˋˋ &lt;!here&gt; ＠here"


@given(st.text(st.characters(exclude_categories=())))
def test_no_text_at_all_keeps_a_mark_or_an_unseen_character(text):
    for escape in (mrkdwn, code):
        made = escape(text)
        bare = made.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "")
        assert not set("&<>`@") & set(bare)
        made.encode("utf-8")
    assert not set("*_~") & set(mrkdwn(text))
    assert not set("\u202e\u200b\x00\ufeff") & set(clean(text))


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("label", "limit", "shown"),
    [
        ("Waarom", 75, "Waarom"),
        ("Waarom stijgt loopbanen", 16, "Waarom stijgt…"),
        ("Waarom stijgt", 13, "Waarom stijgt"),
        ("Waarom, en hoe", 9, "Waarom…"),
        ("Arbeidsmarktexpertenoverleg", 10, "Arbeidsma…"),
    ],
)
def test_a_label_is_cut_after_a_word_and_only_when_it_must(label, limit, shown):
    assert shorten(label, limit) == shown


@given(st.text(min_size=1), st.integers(2, 80))
def test_a_cut_label_always_fits(label, limit):
    assert len(shorten(label, limit)) <= limit
