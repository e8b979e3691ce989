"""Logs are for machines or people, and hold no token and no question."""

from __future__ import annotations

import io
import json
import logging

import pytest
import structlog

from bot.serve.logs import configure_logs, redact

TOKEN = "xoxb" + "-12-34-abcDEF"


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def loggers():
    """The loggers of this process as they were."""
    root = logging.getLogger()
    kept = root.handlers[:], root.level, {name: logging.getLogger(name).level for name in ("bot", "bbt")}
    yield
    root.handlers[:], root.level = kept[0], kept[1]
    for name, level in kept[2].items():
        logging.getLogger(name).setLevel(level)
    structlog.reset_defaults()


def test_a_line_for_a_machine_is_json():
    out = io.StringIO()
    configure_logs(stream=out)
    structlog.get_logger("bot.serve.x").info("started", mode="http")
    line = json.loads(out.getvalue())
    assert (line["event"], line["mode"], line["level"], line["logger"]) == ("started", "http", "info", "bot.serve.x")
    assert line["timestamp"].endswith("Z")


def test_a_line_at_a_terminal_is_for_a_person():
    out = Terminal()
    configure_logs(stream=out)
    structlog.get_logger("bot.serve.x").warning("slack_not_reached")
    assert "slack_not_reached" in out.getvalue()
    assert not out.getvalue().startswith("{")


def test_the_app_of_slack_logs_here_too():
    out = io.StringIO()
    configure_logs(stream=out)
    structlog.stdlib.get_logger("bbt.slack").info("slack.delivered_again")
    assert "slack.delivered_again" in out.getvalue()


def test_libraries_that_log_whole_bodies_at_info_are_quiet_by_default():
    out = io.StringIO()
    configure_logs(stream=out)
    logging.getLogger("slack_bolt.AsyncRequestVerification").info("body: text=loopbanen")
    assert out.getvalue() == ""
    configure_logs("debug", out)
    logging.getLogger("slack_bolt.AsyncRequestVerification").info("body: text=loopbanen")
    assert "loopbanen" in out.getvalue()


def test_bolt_need_not_tell_that_it_was_given_a_client():
    out = io.StringIO()
    configure_logs(stream=out)
    logging.getLogger("slack_bolt.AsyncApp").warning("As you gave `client` as well, `token` will be unused.")
    assert out.getvalue() == ""


def test_an_error_of_a_library_comes_with_its_traceback_and_without_a_token():
    out = io.StringIO()
    configure_logs(stream=out)
    try:
        int(f"bad token {TOKEN}")
    except ValueError:
        logging.getLogger("slack_sdk").exception("failed with %s", TOKEN)
    line = json.loads(out.getvalue())
    assert "ValueError" in line["exception"]
    assert TOKEN not in out.getvalue()


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        (f"token {TOKEN}.", "xoxb-", "abcDEF"),
        ("xapp" + "-1-A0-secret", "xapp-", "secret"),
        ("https://hooks.slack.com/commands/T1/2/geheim", "hooks.slack.com/commands/", "geheim"),
        ("wss://x.slack.com/link/?ticket=geheim&app_id=1", "wss://x.slack.com/link/", "geheim"),
    ],
)
def test_what_lets_a_reader_in_is_taken_out(text, kept, gone):
    assert kept in redact(text)
    assert gone not in redact(text)
    assert "[...]" in redact(text)


def test_other_text_stays_as_it_is():
    assert redact("answered in 3 ms, a-b-c") == "answered in 3 ms, a-b-c"
