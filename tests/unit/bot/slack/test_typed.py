"""What Slack makes of typed words is undone."""

import pytest

from bot.slack.typed import typed


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("<@U1> loopbanen", "loopbanen"),
        ("<@U1|ann> <#C1|algemeen> jd", "jd"),
        ("<!subteam^S1|@groep> jd", "jd"),
        ("R&amp;D &lt;5 &gt;3", "R&D <5 >3"),
        ("<https://a.be>", "https://a.be"),
        ("<https://a.be|a.be> jd", "a.be jd"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("loop\u200bbanen", "loopbanen"),
        ("", ""),
        ("<" * 50, "<" * 50),
    ],
)
def test_marks_become_the_words_somebody_typed(sent, meant):
    assert typed(sent) == meant


def test_a_megabyte_of_marks_is_cut():
    assert len(typed("<@U1>x" * 200_000)) <= 20_000
