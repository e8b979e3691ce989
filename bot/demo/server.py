"""The local Slack as a child of this process: it starts on a free port and never outlives us."""

from __future__ import annotations

import ctypes
import json
import queue
import re
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

__all__ = ["NotStartedError", "serving"]

HOST: Final = "127.0.0.1"
STARTS: Final = 30.0  # seconds
STOPS: Final = 5.0  # seconds
PRINTED: Final = re.compile(rf"Web UI: +(http://{re.escape(HOST)}:\d+)")
PR_SET_PDEATHSIG: Final = 1  # of <sys/prctl.h>


class NotStartedError(Exception):
    """The local Slack did not start; the text is what it said."""


@contextmanager
def serving(binary: Path, workspace: Mapping[str, Any]) -> Iterator[str]:
    """Serve a workspace and give the address of its page, without a slash at the end.

    Raises NotStartedError when it does not come up.
    """
    with tempfile.TemporaryDirectory(prefix="bbt-demo-") as folder:
        config = Path(folder) / "workspace.json"
        config.write_text(json.dumps(dict(workspace)), encoding="utf-8")
        command = [str(binary), "--config", str(config), "--port", "0", "--base-host", HOST, "--files-dir", folder]
        with _child(command) as child:
            yield _address(child)


@contextmanager
def _child(command: list[str]) -> Iterator[subprocess.Popen[str]]:
    child = subprocess.Popen(  # noqa: S603 - the binary of the lock, with words of our own
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # Ctrl-C in a terminal goes to the whole group: here the bot stops first, then its Slack.
        start_new_session=True,
        preexec_fn=_tied_to_us(),  # noqa: PLW1509 - no thread runs yet, and it is one call of the kernel
    )
    try:
        yield child
    finally:
        child.terminate()
        try:
            child.wait(STOPS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _tied_to_us() -> Callable[[], None] | None:
    """What makes the kernel stop the child when we are killed without a chance to do it; None where it cannot."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    return lambda: libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _address(child: subprocess.Popen[str]) -> str:
    """Wait for the address; go on reading, or the child would stand still on a full pipe."""
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    assert child.stdout is not None  # noqa: S101 - for the types: it was asked for as a pipe
    threading.Thread(target=_read, args=(child.stdout, lines), name="bbt demo output", daemon=True).start()
    said: list[str] = []
    try:
        while (line := lines.get(timeout=STARTS)) is not None:
            found = PRINTED.search(line)
            if found:
                return found[1]
            said.append(line.strip())
    except queue.Empty:
        pass
    raise NotStartedError(" ".join(filter(None, said))[:300])


def _read(stream: IO[str], lines: queue.SimpleQueue[str | None]) -> None:
    with stream:
        for line in stream:
            lines.put(line)
    lines.put(None)
