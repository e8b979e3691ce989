"""`make load`: 20,000 mixed signed requests at 200 a second beside a neighbour that wants the same core.

It fails (exit 1) on any 5xx, any answer over 3 s, any wrong answer, a p99 of 150 ms or more, or memory that keeps
growing. Run as `python -m tests.benchmarks.http.load [--requests N] [--rate N] [--blocks rich|plain]`.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.http.client import Connection, opened
from tests.benchmarks.http.contenders import Contender, Place, contenders, running, split_cores
from tests.benchmarks.http.requests import FORM, JSON, Requests

__all__ = ["main"]

SEED = 2022
GROWTH_MIB = 8.0  # between a third of the way and the end
SLOWEST_MS, P99_MS = 3_000.0, 150.0
FIRST_SERVER_ERROR = 500
KEPT = 30.0  # seconds without a request that a connection is used after
QUESTIONS = (
    "loopbanen", "waarom stijgt loopbanen", "delta vek je", "rangschik de ISE's", "hoeveel indexatie in totaal",
    "waar komt 15,2 miljoen vandaan", "wat is VAK", "help", "", "onderwijs", "lopbanen", "vergelijk jd en je",
    "<!channel> *loopbanen* `x`", "aandeel loopbanen in het totaal", "waarom daalt duurzame arbeidsmarkt",
)  # fmt: skip
# Kind -> how many of a hundred.
MIX = {"command": 62, "press": 14, "mention": 7, "direct": 6, "replay": 3, "forged": 3, "old": 2, "malformed": 3}


@dataclass
class Outcome:
    """What came of it all."""

    spent: list[float] = field(default_factory=list)
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    resident: list[float] = field(default_factory=list)


class Mixed:
    """Gives one request after another, and the status each must get."""

    def __init__(self, requests: Requests) -> None:
        self._requests = requests
        self._chance = random.Random(SEED)
        self._last = requests.command("loopbanen")

    def next(self) -> tuple[str, bytes, int]:
        """Kind, bytes and expected status."""
        kind = self._chance.choices(list(MIX), list(MIX.values()))[0]
        question = self._chance.choice(QUESTIONS)
        make = self._requests
        match kind:
            case "command":
                self._last = make.command(question)
                return kind, self._last, 200
            case "press":
                return kind, make.press(question or "loopbanen"), 200
            case "mention":
                event = {"type": "app_mention", "user": "U0BENCH01", "text": f"<@U0BOT> {question}", "ts": "1.1"}
                return kind, make.event({**event, "channel": "C0BENCH00"}), 200
            case "direct":
                event = {"type": "message", "channel_type": "im", "user": "U0BENCH02", "text": question, "ts": "1.2"}
                return kind, make.event({**event, "channel": "D0BENCH00"}), 200
            case "replay":
                return kind, self._last, 200
            case "forged":
                return kind, make.signed(b"command=%2Fbbt&text=loopbanen", FORM, spoilt=True), 401
            case "old":
                return kind, make.signed(b"command=%2Fbbt&text=loopbanen", FORM, age=301), 401
            case _:
                return kind, make.signed(b'{"type":', JSON), 400


def main() -> int:
    """Run the load and say whether it was borne."""
    parser = argparse.ArgumentParser(description="Mixed signed requests at a steady pace, beside a busy neighbour.")
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--rate", type=float, default=200.0, help="a second")
    parser.add_argument("--blocks", choices=("rich", "plain"), default="rich")
    given = parser.parse_args()
    server_cores, client_cores = split_cores()
    if client_cores is not None:
        os.sched_setaffinity(0, client_cores)
    with tempfile.TemporaryDirectory(prefix="bbt-load-") as place:
        folder = Path(place)
        slack = Contender("slack", (sys.executable, "-m", "tests.benchmarks.http.servers", "slack", "PORT"), b"")
        with running(slack, client_cores, folder) as sink:
            bot = next(
                one for one in contenders(folder, sink.port, node=False)[0] if one.name == f"bbt, {given.blocks}"
            )
            with running(bot, server_cores, folder) as server, _neighbour(server_cores):
                mixed = Mixed(Requests(server.port, f"http://127.0.0.1:{sink.port}/commands/1"))
                outcome = asyncio.run(_paced(server, mixed, given.requests, given.rate))
    return _judge(outcome)


@contextlib.contextmanager
def _neighbour(cores: set[int] | None) -> Iterator[None]:
    """A process that takes all it can get of the server's core."""
    process = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    if cores is not None:
        os.sched_setaffinity(process.pid, cores)
    try:
        yield
    finally:
        process.kill()
        process.wait()


async def _paced(server: Place, mixed: Mixed, total: int, rate: float) -> Outcome:
    outcome = Outcome()
    idle: list[Connection] = [await opened(server.port)]
    await idle[0].ask(mixed.next()[1])  # a bot that is still starting is measured elsewhere
    begin = time.perf_counter()

    async def one(kind: str, request: bytes, expected: int, due: float) -> None:
        connection = idle.pop() if idle else await opened(server.port)
        if due - connection.used > KEPT:  # the server may be closing it at this very moment
            connection.close()
            connection = await opened(server.port)
        status, _ = await connection.ask(request)
        # From when it was due, not from when it was sent: a server that holds up the client hides nothing.
        outcome.spent.append((time.perf_counter() - due) * 1e3)
        outcome.statuses[kind, status] += 1
        if status != expected:
            outcome.wrong.append(f"{kind}: {status} instead of {expected}")
        idle.append(connection)

    async with asyncio.TaskGroup() as group:
        for at in range(total):
            due = begin + at / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            group.create_task(one(*mixed.next(), due))
            if at % max(1, total // 30) == 0:
                outcome.resident.append(server.resident())
    outcome.resident.append(server.resident())
    for connection in idle:
        connection.close()
    return outcome


def _judge(outcome: Outcome) -> int:
    spent, resident = outcome.spent, outcome.resident
    p99 = statistics.quantiles(spent, n=100)[98]
    growth = resident[-1] - resident[len(resident) // 3]
    errors = sum(count for (_, status), count in outcome.statuses.items() if status >= FIRST_SERVER_ERROR)
    checks = {
        f"5xx: {errors}": errors == 0,
        f"answers over 3 s: {sum(one > SLOWEST_MS for one in spent)}": max(spent) <= SLOWEST_MS,
        f"p99: {p99:.1f} ms (p50 {statistics.median(spent):.2f}, worst {max(spent):.1f})": p99 < P99_MS,
        f"wrong answers: {len(outcome.wrong)} {outcome.wrong[:3] or ''}": not outcome.wrong,
        f"memory: {resident[0]:.0f} MiB at first, {resident[len(resident) // 3]:.0f} after a third, "
        f"{resident[-1]:.0f} at the end": growth < GROWTH_MIB,
    }
    print(f"{len(spent)} requests: {dict(sorted(Counter(kind for kind, _ in outcome.statuses.elements()).items()))}")
    for said, holds in checks.items():
        print(f"{'ok  ' if holds else 'FAIL'} {said}")
    return 0 if all(checks.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
