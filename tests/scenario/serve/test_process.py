"""`bbt serve` as a process: answered over signed HTTP, told to stop by a signal, refused what is not of Slack."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlencode

import pytest

SECRET = "process-secret-of-nothing"  # noqa: S105 - of nothing
FORM = "application/x-www-form-urlencoded"


class FakeSlack(BaseHTTPRequestHandler):
    """Takes what comes; an answer that is sent to /slow waits until it is let go."""

    begun = threading.Event()
    let_go = threading.Event()
    delivered = threading.Event()
    error = ""

    def do_POST(self):
        self.rfile.read(int(self.headers["content-length"] or 0))
        if self.path == "/slow":
            self.begun.set()
            self.let_go.wait(20)
            self.delivered.set()
        said = {"ok": not self.error, "error": self.error, "team_id": "T1", "user_id": "UB", "bot_id": "B1"}
        body = json.dumps(said).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(BrokenPipeError):
            self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def slack():
    class Fresh(FakeSlack):
        begun, let_go, delivered = threading.Event(), threading.Event(), threading.Event()
        error = ""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Fresh)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    server.fake = Fresh
    yield server
    Fresh.let_go.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def environment(slack, tmp_path):
    return {
        **os.environ,
        "SLACK_BOT_TOKEN": "test",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": f"http://127.0.0.1:{slack.server_port}/api/",
        "BBT_DATABASE_URL": f"sqlite:///{tmp_path / 'bbt.db'}",
    }


@contextlib.contextmanager
def started(environment, tmp_path, *arguments):
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "serve", *arguments],
        env=environment,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.fixture
def bot(environment, tmp_path):
    with started(environment, tmp_path, "--http", "0") as process:
        line = process.stdout.readline()
        process.port = int(re.search(r"127\.0\.0\.1:(\d+)/slack/events", line)[1])
        yield process


def signed(body: bytes) -> dict[str, str]:
    stamp = str(int(time.time()))
    made = hmac.new(SECRET.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    return {"content-type": FORM, "x-slack-request-timestamp": stamp, "x-slack-signature": f"v0={made}"}


def ask(port, text, response_url):
    fields = {"command": "/bbt", "text": text, "team_id": "T1", "user_id": "U1", "channel_id": "C1"}
    body = urlencode({**fields, "response_url": response_url, "trigger_id": text}).encode()
    return call(port, "POST", "/slack/events", body, signed(body))


def call(port, method, path, body=None, headers=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    with contextlib.closing(connection):
        connection.request(method, path, body, headers or {})
        answered = connection.getresponse()
        return answered.status, answered.read().decode()


def takes_nobody_new(port, most=10_000):
    """Whether it stops answering, asked again and again until it does."""
    with contextlib.suppress(OSError):
        return not all(call(port, "GET", "/healthz") for _ in range(most))
    return True


def stopped(process, number=signal.SIGTERM):
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    return process.returncode, out, err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_command_is_answered_and_a_signal_stops_it_quietly(bot, slack, number):
    status, said = ask(bot.port, "loopbanen", f"http://127.0.0.1:{slack.server_port}/quick")
    assert status == 200
    assert "57,7 miljoen" in json.loads(said)["text"]
    code, _, log = stopped(bot, number)
    assert code == 0
    assert "Traceback" not in log
    assert [json.loads(line)["event"] for line in log.splitlines()][-2:] == ["stopping", "stopped"]


def test_what_was_begun_is_finished_before_it_stops(bot, slack):
    ask(bot.port, "loopbanen", f"http://127.0.0.1:{slack.server_port}/slow")
    assert slack.fake.begun.wait(20)
    bot.send_signal(signal.SIGTERM)
    # It takes nobody new while it finishes.
    assert takes_nobody_new(bot.port)
    assert bot.poll() is None
    slack.fake.let_go.set()
    bot.communicate(timeout=30)
    assert bot.returncode == 0
    assert slack.fake.delivered.is_set()


def test_operators_see_what_is_ready_and_what_was_asked(bot, slack):
    ask(bot.port, "loopbanen", f"http://127.0.0.1:{slack.server_port}/quick")
    status, told = call(bot.port, "GET", "/readyz")
    assert status == 200
    ready = json.loads(told)
    assert ready["data"] == {"ready": True, "documents": ["2022-wse"]}
    assert ready["database"]["ready"]
    assert call(bot.port, "GET", "/healthz") == (200, "ok\n")
    assert 'bbt_requests_total{outcome="answered",way="http"} 1.0' in call(bot.port, "GET", "/metrics")[1]


def test_nothing_malformed_gets_a_5xx(bot):
    good = signed(b"command=%2Fbbt")
    cases = [
        ({}, b"command=%2Fbbt"),
        ({**good, "x-slack-request-timestamp": "abc"}, b"command=%2Fbbt"),
        ({**good, "x-slack-signature": "v0=é".encode().decode("latin-1")}, b"command=%2Fbbt"),
        ({**good, "content-type": "application/json"}, b"{"),
        ({**good, "content-type": "text/xml"}, b"<a/>"),
        (good, b"payload=%7B"),
        (good, b"\xff\xfe\x00"),
        (good, b"command=%2Fandere"),
        (signed(b"text=zonder+team&command=%2Fbbt"), b"text=zonder+team&command=%2Fbbt"),
        (signed(b'{"type":"event_callback","event":7}'), b'{"type":"event_callback","event":7}'),
        (good, b"a" * (1024 * 1024 + 1)),
    ]
    for headers, body in cases:
        status, _ = call(bot.port, "POST", "/slack/events", body, headers)
        assert 400 <= status < 500, (headers, body[:40])


def test_the_log_holds_no_question_and_no_token(bot, slack):
    ask(bot.port, "loopbanen geheimwoord", f"http://127.0.0.1:{slack.server_port}/quick")
    call(bot.port, "POST", "/slack/events", b"text=geheimwoord", signed(b"something else"))
    _, out, log = stopped(bot)
    assert "geheimwoord" not in out + log
    assert SECRET not in out + log


def test_a_token_slack_refuses_is_told_in_words(environment, slack, tmp_path):
    slack.fake.error = "invalid_auth"
    with started(environment, tmp_path, "--http", "0") as process:
        _, said = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "Slack aanvaardt SLACK_BOT_TOKEN niet (invalid_auth)" in said
    assert "Traceback" not in said


def test_a_port_that_is_taken_is_told_in_words(environment, slack, tmp_path):
    with started(environment, tmp_path, "--http", str(slack.server_port)) as process:
        _, said = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "kan bbt niet luisteren" in said


def test_a_library_is_loaded_when_it_is_needed_and_not_before(environment):
    shown = (
        "import sys; from bot.serve.lean import load_structlog; load_structlog(); import bot.serve.assemble; "
        "print(*sorted(name for name in sys.modules if name.count('.') < 2))"
    )
    ran = subprocess.run([sys.executable, "-c", shown], env=environment, capture_output=True, text=True, check=True)
    heavy = {"pandas", "numpy", "matplotlib", "dbos", "pdfplumber", "pydantic", "sqlalchemy", "yaml", "babel", "rich"}
    assert set(ran.stdout.split()) & (heavy | {"slack_sdk.socket_mode"}) == set()  # over HTTP none of Socket Mode
    assert "structlog" in ran.stdout.split()


def test_a_library_that_is_hidden_while_another_loads_can_be_loaded_after_it(environment):
    shown = "from bot.serve.lean import load_structlog; load_structlog(); load_structlog(); import rich; print(rich)"
    ran = subprocess.run([sys.executable, "-c", shown], env=environment, capture_output=True, text=True, check=True)
    assert "rich" in ran.stdout
