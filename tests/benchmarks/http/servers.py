"""The servers beside which the bot is measured, each a process of its own; none of them answers a question.

Run as `python -m tests.benchmarks.http.servers NAME PORT`. constant: Bolt with one listener and a constant reply;
bare: a handler that only checks the signature; slack: takes whatever is sent to a response_url or the Web API.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import sys
import time

from tests.benchmarks.http.requests import SECRET

__all__ = ["main"]

REPLY = {"response_type": "ephemeral", "text": "constant"}
OK = b'{"ok":true,"ts":"1.1","channel":"C0BENCH00","user_id":"U0BOT0000","team_id":"T0BENCH00","bot_id":"B0BENCH00"}'


def main(name: str, port: int) -> None:
    """Serve until killed."""
    if name == "slack":
        import uvloop

        uvloop.run(_slack(port))
        return
    import uvicorn

    app = _constant() if name == "constant" else _bare
    uvicorn.run(
        app, host="127.0.0.1", port=port, loop="uvloop", http="httptools", ws="none", lifespan="off",
        access_log=False, log_level="warning", server_header=False, date_header=False,
    )  # fmt: skip


def _constant():
    from slack_bolt.adapter.asgi.async_handler import AsyncSlackRequestHandler
    from slack_bolt.async_app import AsyncApp
    from slack_bolt.authorization import AuthorizeResult

    async def authorize():
        return AuthorizeResult(enterprise_id=None, team_id="T0BENCH00", bot_token="xoxb" + "-bench")

    app = AsyncApp(signing_secret=SECRET, process_before_response=True, authorize=authorize)

    @app.command("/bbt")
    async def bbt(ack):
        await ack(REPLY)

    return AsyncSlackRequestHandler(app)


async def _bare(scope, receive, send):
    headers = dict(scope["headers"])
    body = (await receive())["body"]
    stamp = headers[b"x-slack-request-timestamp"]
    made = hmac.new(SECRET.encode(), b"v0:" + stamp + b":" + body, hashlib.sha256).hexdigest().encode()
    valid = abs(time.time() - int(stamp)) < 300 and hmac.compare_digest(b"v0=" + made, headers[b"x-slack-signature"])
    said = json.dumps(REPLY).encode()
    about = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(said))]
    await send({"type": "http.response.start", "status": 200 if valid else 401, "headers": about})
    await send({"type": "http.response.body", "body": said})


class _Taking(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport, self.buffer = transport, b""

    def data_received(self, data):
        self.buffer += data
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return
        head = self.buffer[:end].lower()
        at = head.find(b"content-length:")
        length = int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
        if len(self.buffer) >= end + 4 + length:
            self.buffer = b""
            about = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(OK)
            self.transport.write(about + OK)


async def _slack(port):
    server = await asyncio.get_running_loop().create_server(_Taking, "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
