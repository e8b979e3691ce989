"""One replica that delivers, as a process of its own that the campaigns kill; its times are short."""

from __future__ import annotations

import os
import secrets
import signal
import sys
import threading
from datetime import UTC, datetime, timedelta

from bot.digest.engine import Clockwork, Engine
from bot.digest.parts import Outside, engine_address, open_parts
from bot.digest.send import Pace
from bot.serve.logs import configure_logs
from bot.slack.blocks import message
from bot.slack.posting import WebPost
from bot.wiring import open_house

PACE = Pace(
    lease=timedelta(seconds=6),
    lane=timedelta(seconds=3),
    post_seconds=2,
    between=timedelta(milliseconds=5),
    again=timedelta(milliseconds=500),
)
CLOCKWORK = Clockwork(
    cron=os.environ.get("CHAOS_CRON", "* * * * * *"),
    beat=0.5,
    dead_after=timedelta(seconds=3),
    poll=0.1,
    at_once=4,
    version=os.environ.get("CHAOS_VERSION", "1"),
)


def dress(reply):
    return tuple(message(reply, profile=profile) for profile in ("plain", "text"))


def main(address: str, slack: str) -> None:
    configure_logs("info")  # to standard error: nobody reads a pipe that fills up
    owner = f"chaos-{os.getpid()}-{secrets.token_hex(4)}"
    post = WebPost("scenario-token", slack, PACE.post_seconds)
    outside = Outside(open_house(), dress, post, lambda: datetime.now(UTC), owner, PACE)
    parts = open_parts(address, outside)
    engine = Engine(parts, CLOCKWORK, engine_address(address))
    engine.start()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    stop.wait()
    engine.stop(2)
    parts.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
