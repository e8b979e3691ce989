"""What `make run` starts after its first answer depends on nothing but the tokens that are set."""

from __future__ import annotations

import pytest

from bot.terminal import start


@pytest.mark.parametrize(
    ("tokens", "started"),
    [
        ((), ["demo"]),
        (("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"), ["serve"]),
        (("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"), ["serve", "--http", "3000"]),
        (("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"), ["serve"]),
        (("SLACK_BOT_TOKEN",), ["serve"]),
    ],
    ids=["none", "socket mode", "http", "all", "too few, and serve says which"],
)
def test_slack_starts_when_tokens_are_set_and_else_the_demo(monkeypatch, tmp_path, tokens, started):
    monkeypatch.chdir(tmp_path)
    for name in tokens:
        monkeypatch.setenv(name, "given")
    asked = []
    monkeypatch.setattr(start, "main", lambda arguments: asked.append(arguments) or 7)
    assert start.start() == 7
    assert asked == [started]
