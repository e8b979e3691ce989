"""The HTTP server: uvicorn on uvloop and httptools, stopped by its owner; it takes no signal itself."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator

import uvicorn

from bot.serve.guard import Guard

__all__ = ["WebServer", "listen"]

BACKLOG = 2048
KEEP_ALIVE_SECONDS = 65  # longer than the usual minute of a proxy, so that it is the proxy that closes


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 takes a free one.

    Raises OSError when the address is taken, not ours, or unknown.
    """
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0][0]
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(BACKLOG)
        made.setblocking(False)  # noqa: FBT003 - the library's signature
    except OSError:
        made.close()
        raise
    return made


class WebServer(uvicorn.Server):
    """One server on one socket; `serve` returns when `stop` was called and all begun requests are answered."""

    def __init__(self, guard: Guard, grace: int) -> None:
        super().__init__(
            uvicorn.Config(
                guard,
                http="httptools",
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                date_header=False,
                timeout_keep_alive=KEEP_ALIVE_SECONDS,
                timeout_graceful_shutdown=grace,
            )
        )

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to the process; uvicorn would raise them again and skip what is still to finish."""
        yield

    async def serve_on(self, listening: socket.socket) -> None:
        """Serve until stopped."""
        await self.serve([listening])

    def stop(self) -> None:
        """Take no new request and finish those begun."""
        self.should_exit = True
