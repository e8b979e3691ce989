"""Each answer of Slack becomes the outcome it surely means, and what is not sure stays unsure."""

from __future__ import annotations

import http.server
import json
import socket
import threading
import urllib.parse
from datetime import UTC, datetime

import pytest

from bot.digest.outcome import Absent, Closed, Found, Refused, Slow, Unreached, Unsure, Unwelcome
from bot.slack.posting import EVENT, WebPost, client_id

SINCE = datetime(2026, 11, 26, tzinfo=UTC)


class Slack:
    """Gives one answer after the other, and keeps what it was asked."""

    def __init__(self):
        self.answers = []
        self.asked = []
        slack = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"])).decode()
                asked = json.loads(body) if body.startswith("{") else dict(urllib.parse.parse_qsl(body))
                slack.asked.append((self.path, asked))
                status, said, headers = slack.answers.pop(0)
                made = said.encode() if isinstance(said, str) else json.dumps(said).encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(made)))
                self.end_headers()
                self.wfile.write(made)

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def says(self, said, status=200, **headers):
        self.answers.append((status, said, {name.replace("_", "-"): value for name, value in headers.items()}))


@pytest.fixture
def slack():
    made = Slack()
    yield made
    made.server.shutdown()
    made.server.server_close()
    made.thread.join()


@pytest.fixture
def web(slack):
    return WebPost("scenario-token", f"http://127.0.0.1:{slack.server.server_port}/api", 2)


def test_a_post_carries_its_key_and_no_link_previews(slack, web):
    slack.says({"ok": True, "ts": "1.2"})
    assert web.post("C1", "T1:U1:2026-11-26", {"text": "hallo"}) == Found("1.2")
    ((path, asked),) = slack.asked
    assert path == "/api/chat.postMessage"
    assert asked["metadata"] == {"event_type": EVENT, "event_payload": {"key": "T1:U1:2026-11-26"}}
    assert asked["client_msg_id"] == client_id("T1:U1:2026-11-26")
    assert (asked["channel"], asked["text"], asked["unfurl_links"]) == ("C1", "hallo", False)


@pytest.mark.parametrize(
    ("said", "status", "headers", "outcome"),
    [
        ({"ok": False, "error": "ratelimited"}, 429, {"Retry_After": "17"}, Slow(17)),
        ({"ok": False, "error": "ratelimited"}, 429, {}, Slow(30)),
        ({"ok": False, "error": "ratelimited"}, 200, {}, Slow(30)),
        ({"ok": False, "error": "invalid_blocks"}, 200, {}, Refused("invalid_blocks")),
        ({"ok": False, "error": "not_in_channel"}, 200, {}, Unwelcome("not_in_channel")),
        ({"ok": False, "error": "internal_error"}, 500, {}, Unsure("internal_error")),
        ({"ok": False, "error": "service_unavailable"}, 503, {}, Unsure("service_unavailable")),
        ({"ok": False, "error": "something_new"}, 200, {}, Unsure("something_new")),
        ("<html>gateway</html>", 502, {}, Unsure("status 502")),
    ],
)
def test_what_slack_answers_to_a_post(slack, web, said, status, headers, outcome):
    slack.says(said, status, **headers)
    made = web.post("C1", "k", {"text": "hallo"})
    assert made == outcome or (isinstance(made, Unsure) and status == 502)
    assert len(slack.asked) == 1  # nothing is tried twice


def test_nobody_there_is_not_reached_and_silence_is_unsure():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert WebPost("t", f"http://127.0.0.1:{port}/", 1).post("C1", "k", {"text": "x"}) == Unreached("refused")
        taken.listen()
        assert isinstance(WebPost("t", f"http://127.0.0.1:{port}/", 1).post("C1", "k", {"text": "x"}), Unsure)
        assert isinstance(WebPost("t", f"http://127.0.0.1:{port}/", 1).find("C1", "k", SINCE), Unsure)
        assert isinstance(WebPost("t", f"http://127.0.0.1:{port}/", 1).open("U1"), Unsure)


def message(key):
    return {"ts": "3.3", "metadata": {"event_type": EVENT, "event_payload": {"key": key}}}


def test_a_message_is_found_by_its_key_on_a_later_page(slack, web):
    slack.says({"ok": True, "messages": [{"ts": "9"}, message("other")], "response_metadata": {"next_cursor": "p2"}})
    slack.says({"ok": True, "messages": [message("k")]})
    assert web.find("C1", "k", SINCE) == Found("3.3")
    assert slack.asked[0][1]["include_all_metadata"] in {"1", "true", "True"}
    assert slack.asked[1][1]["cursor"] == "p2"


def test_a_message_that_is_not_there_is_absent(slack, web):
    slack.says({"ok": True, "messages": [message("other"), {"metadata": {"event_payload": 3}}]})
    assert web.find("C1", "k", SINCE) == Absent()


def test_a_history_without_end_is_no_proof(slack, web):
    for _ in range(10):
        slack.says({"ok": True, "messages": [], "response_metadata": {"next_cursor": "more"}})
    assert isinstance(web.find("C1", "k", SINCE), Unsure)


@pytest.mark.parametrize(
    ("error", "status", "outcome"),
    [
        ("missing_scope", 200, Closed()),
        ("not_in_channel", 200, Closed()),
        ("account_inactive", 200, Unwelcome("account_inactive")),
        ("internal_error", 500, Unsure("internal_error")),
        ("ratelimited", 429, Slow(30)),
    ],
)
def test_what_slack_answers_to_a_search(slack, web, error, status, outcome):
    slack.says({"ok": False, "error": error}, status)
    assert web.find("C1", "k", SINCE) == outcome


def test_a_conversation_opens_or_says_why_not(slack, web):
    slack.says({"ok": True, "channel": {"id": "D7"}})
    slack.says({"ok": True})
    slack.says({"ok": False, "error": "user_not_found"})
    assert web.open("U1") == "D7"
    assert isinstance(web.open("U1"), Unsure)
    assert web.open("U1") == Unwelcome("user_not_found")
