"""A Slack that notes a message before it answers, and can be told to fail in every way it really does."""

from __future__ import annotations

import json
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs


@dataclass
class Storm:
    """What goes wrong: every so many posts (0: never)."""

    accepted_but_500: int = 0
    refused_500: int = 0
    too_many: int = 0
    retry_after: int = 1
    slow: float = 0.0  # seconds between noting a message and answering
    closed: bool = False  # the history may not be read


@dataclass
class StubSlack:
    """What was posted, by key, and what came too early."""

    storm: Storm = field(default_factory=Storm)
    posted: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    bodies: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    messages: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    early: int = 0
    posts: int = 0
    closed_until: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        stub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: object) -> None:
                pass

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                status, said, headers = stub.answer(self.path.rstrip("/").rpartition("/")[2], _fields(body))
                made = json.dumps(said).encode()
                try:
                    self.send_response(status)
                    for name, value in {**headers, "content-type": "application/json"}.items():
                        self.send_header(name, value)
                    self.send_header("content-length", str(len(made)))
                    self.end_headers()
                    self.wfile.write(made)
                except OSError:
                    pass  # who asked was killed

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

            def handle_error(self, *_: object) -> None:
                pass  # who asked was killed

        self.server = Server(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/api/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def answer(self, method: str, asked: dict[str, Any]) -> tuple[int, dict[str, Any], dict[str, str]]:
        if method == "auth.test":
            return 200, {"ok": True, "team_id": "T1", "user_id": "UB", "bot_id": "B1"}, {}
        if method == "conversations.open":
            return 200, {"ok": True, "channel": {"id": "D" + asked["users"]}}, {}
        if method == "conversations.history":
            if self.storm.closed:
                return 200, {"ok": False, "error": "missing_scope"}, {}
            with self.lock:
                return 200, {"ok": True, "messages": list(self.messages[asked["channel"]])}, {}
        if method != "chat.postMessage":
            return 200, {"ok": False, "error": "unknown_method"}, {}
        return self._post(asked)

    def _post(self, asked: dict[str, Any]) -> tuple[int, dict[str, Any], dict[str, str]]:
        key = asked["metadata"]["event_payload"]["key"]
        with self.lock:
            self.posts += 1
            number = self.posts
            if time.monotonic() < self.closed_until:
                self.early += 1
            if self.storm.too_many and number % self.storm.too_many == 0:
                self.closed_until = time.monotonic() + self.storm.retry_after
                retry = {"Retry-After": str(self.storm.retry_after)}
                return 429, {"ok": False, "error": "ratelimited"}, retry
            if self.storm.refused_500 and number % self.storm.refused_500 == 0:
                return 503, {"ok": False, "error": "service_unavailable"}, {}
            ts = f"{time.time():.6f}"
            self.posted[key].append(ts)
            self.bodies[key].add(json.dumps(asked.get("blocks"), sort_keys=True))
            self.messages[asked["channel"]].append({"ts": ts, "metadata": asked["metadata"]})
        time.sleep(self.storm.slow)
        if self.storm.accepted_but_500 and number % self.storm.accepted_but_500 == 0:
            return 500, {"ok": False, "error": "internal_error"}, {}
        return 200, {"ok": True, "ts": ts, "channel": asked["channel"]}, {}


def _fields(body: bytes) -> dict[str, Any]:
    if body.startswith(b"{"):
        made: dict[str, Any] = json.loads(body)
        return made
    return {name: values[0] for name, values in parse_qs(body.decode()).items()}
