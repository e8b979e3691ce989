"""Starts each server that is measured, alone on one core, and reads its memory; it asks nothing of them."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.http.requests import SECRET

__all__ = ["Contender", "Place", "contenders", "running", "split_cores"]

ROOT = Path(__file__).resolve().parents[3]
JS = Path(__file__).parent / "bolt-js"
STARTED_WITHIN = 30.0
MIB = 1024 * 1024


@dataclass(frozen=True)
class Contender:
    """One server: how it is started (PORT stands for its port) and what its answer holds."""

    name: str
    command: tuple[str, ...]
    expected: bytes
    environment: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Place:
    """Where a server runs: its port, its process, and the core it has."""

    port: int
    process: subprocess.Popen[bytes]
    started: float

    def resident(self) -> float:
        """MiB of memory it holds now."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / MIB


def split_cores() -> tuple[set[int] | None, set[int] | None]:
    """A core for the server and the others for the client; None for both where there is only one."""
    if not hasattr(os, "sched_setaffinity"):
        return None, None
    cores = sorted(os.sched_getaffinity(0))
    return ({cores[0]}, set(cores[1:2])) if len(cores) > 1 else (None, None)


def contenders(folder: Path, slack_port: int, *, node: bool = True) -> tuple[list[Contender], str]:
    """The servers to measure, and why one of them lacks ("" when none does)."""
    python = (sys.executable, "-m")
    ours = (*python, "bot", "serve", "--http", "PORT")
    settings = (
        ("SLACK_BOT_TOKEN", "xoxb" + "-bench"),
        ("SLACK_SIGNING_SECRET", SECRET),
        ("SLACK_API_URL", f"http://127.0.0.1:{slack_port}/api/"),
        ("BBT_LOG_LEVEL", "error"),
    )

    def bbt(blocks: str) -> tuple[tuple[str, str], ...]:
        return (*settings, ("BBT_BLOCKS", blocks), ("BBT_DATABASE_URL", f"sqlite:///{folder / blocks}.db"))

    made = [
        Contender("bbt, plain", ours, b"57,7", bbt("plain")),
        Contender("bbt, rich", ours, b"57,7", bbt("rich")),
        Contender("Bolt, constant", (*python, "tests.benchmarks.http.servers", "constant", "PORT"), b"constant"),
        Contender("bare signature", (*python, "tests.benchmarks.http.servers", "bare", "PORT"), b"constant"),
    ]
    lacking = _install_js(folder / "bolt-js") if node else "not asked"
    if not lacking:
        node = ("node", str(folder / "bolt-js" / "server.js"), "PORT")
        made.append(
            Contender("Bolt JS, constant", node, b"constant", (("BENCH_SECRET", SECRET), ("NODE_ENV", "production")))
        )
    return made, lacking


def _install_js(folder: Path) -> str:
    if shutil.which("npm") is None or shutil.which("node") is None:
        return "Bolt for JavaScript is not measured: node or npm is not here"
    shutil.copytree(JS, folder, ignore=shutil.ignore_patterns("node_modules"))
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return "" if ran.returncode == 0 else f"Bolt for JavaScript is not measured: npm ci failed: {ran.stderr[-300:]}"


@contextlib.contextmanager
def running(contender: Contender, cores: set[int] | None, folder: Path) -> Iterator[Place]:
    """Start it, give it once it listens, and stop it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [part.replace("PORT", str(port)) if part == "PORT" else part for part in contender.command]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BBT_", "SLACK_", "PYTHONDONT"))}
    environment = {**kept, "XDG_CACHE_HOME": str(folder / "cache"), **dict(contender.environment)}
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    if cores is not None:
        os.sched_setaffinity(process.pid, cores)
    try:
        _await_port(port, process)
        yield Place(port, process, started)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _await_port(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.perf_counter() + STARTED_WITHIN
    while time.perf_counter() < end:
        if process.poll() is not None:
            raise RuntimeError(f"server ended with {process.returncode}")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.001)
    raise TimeoutError("server does not listen")
