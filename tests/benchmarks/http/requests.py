"""Signed requests as Slack sends them, each one new: another trigger, the present time, its own signature."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
import time
from urllib.parse import quote_plus, urlencode

__all__ = ["SECRET", "Requests"]

SECRET = "0123456789abcdef0123456789abcdef"  # noqa: S105 - of no app
PEOPLE = 40  # of a cabinet, who ask in turn
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
FIELDS = {
    "token": "deprecated",
    "team_id": "T0BENCH00",
    "team_domain": "bench",
    "channel_id": "C0BENCH00",
    "channel_name": "begroting",
    "user_id": "U0BENCH00",
    "user_name": "an",
    "command": "/bbt",
    "api_app_id": "A0BENCH00",
    "is_enterprise_install": "false",
}


class Requests:
    """Makes the bytes of one request after another for one server."""

    def __init__(self, port: int, response_url: str) -> None:
        self._head = f"POST /slack/events HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\naccept: */*\r\n".encode()
        self._response_url = response_url
        fields = {**FIELDS, "response_url": response_url}
        del fields["user_id"]
        self._form = urlencode(fields).encode()
        self._key = hmac.new(SECRET.encode(), digestmod=hashlib.sha256)
        self._number = itertools.count()

    def command(self, text: str) -> bytes:
        """A slash command."""
        number = next(self._number)
        about = (self._form, number % PEOPLE, quote_plus(text).encode(), number)
        body = b"%b&user_id=U0BENCH%02d&text=%b&trigger_id=13345224609.%d" % about
        return self.signed(body, FORM)

    def press(self, value: str) -> bytes:
        """A button in an answer; its value is command text."""
        number = next(self._number)
        payload = {
            "type": "block_actions",
            "team": {"id": FIELDS["team_id"], "domain": "bench"},
            "user": {"id": FIELDS["user_id"], "username": "an", "team_id": FIELDS["team_id"]},
            "channel": {"id": FIELDS["channel_id"], "name": "begroting"},
            "container": {
                "type": "message",
                "channel_id": FIELDS["channel_id"],
                "message_ts": "1.1",
                "is_ephemeral": True,
            },
            "response_url": self._response_url,
            "trigger_id": f"13345224609.{number}",
            "actions": [
                {"type": "button", "action_id": "bbt.ask.0", "block_id": "b", "value": value, "action_ts": "1.2"}
            ],
        }
        return self.signed(b"payload=" + quote_plus(json.dumps(payload)).encode(), FORM)

    def event(self, event: dict[str, str]) -> bytes:
        """An event; its id is new."""
        number = next(self._number)
        body = {
            "type": "event_callback",
            "team_id": FIELDS["team_id"],
            "api_app_id": FIELDS["api_app_id"],
            "event_id": f"Ev{number:010}",
            "event_time": int(time.time()),
            "event": event,
        }
        return self.signed(json.dumps(body).encode(), JSON)

    def signed(self, body: bytes, kind: str, *, age: int = 0, spoilt: bool = False) -> bytes:
        """The whole request; `age` in seconds, `spoilt` gives a signature of another secret."""
        stamp = int(time.time()) - age
        mac = self._key.copy()
        mac.update(b"v0:%d:%b" % (stamp, body))
        signature = mac.hexdigest() if not spoilt else "0" * 64
        about = (
            f"content-type: {kind}\r\ncontent-length: {len(body)}\r\n"
            f"x-slack-request-timestamp: {stamp}\r\nx-slack-signature: v0={signature}\r\n\r\n"
        )
        return self._head + about.encode() + body
