"""`bbt demo` where the local Slack cannot be had: why, in words, and the same conversation in the terminal."""

from __future__ import annotations

import pytest

from bot.demo import install
from bot.demo.install import Lack, NotInstalledError
from bot.demo.server import NotStartedError


def test_a_conversation_in_the_terminal_follows_up(bbt):
    ran = bbt("demo", "--terminal", typed=b"loopbanen\n\nen in VEK?\nstop\ncompetenties\n")
    assert ran.code == 0
    assert "Loopbanen: 1.700,4 miljoen euro VAK" in ran.out
    assert "Loopbanen: 1.700,4 miljoen euro VEK" in ran.out
    assert "Competenties" not in ran.out


@pytest.mark.parametrize("question", ["/bbt loopbanen", "@bbt loopbanen", 'bbt ask "loopbanen"'])
def test_what_one_would_type_in_slack_or_in_the_shell_is_a_question_too(bbt, question):
    assert "Loopbanen: 1.700,4 miljoen euro VAK" in bbt("demo", "--terminal", typed=question.encode()).out


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (NotInstalledError(Lack.NPM), "npm ontbreekt"),
        (NotInstalledError(Lack.PLATFORM), "Voor deze machine"),
        (NotInstalledError(Lack.PACKAGE, "code E404\x1b"), "niet ophalen: code E404."),
        (NotStartedError(""), "wil niet starten."),
    ],
)
def test_without_a_local_slack_the_terminal_takes_over_and_says_why(bbt, monkeypatch, error, told):
    def lacks(_):
        raise error

    monkeypatch.setattr(install, "local_slack", lacks)
    ran = bbt("demo", typed=b"loopbanen")
    assert ran.code == 0
    assert told in ran.err
    assert "\x1b" not in ran.err
    assert "57,7 miljoen" in ran.out


def test_a_terminal_that_nobody_types_in_ends_at_once(bbt):
    assert bbt("demo", "--terminal").code == 0
