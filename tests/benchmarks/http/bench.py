"""`make bench`, over HTTP: the whole `/bbt loopbanen` beside servers that give a constant reply, on loopback.

Server and client have a core each (with two cores or more); all are measured in turn, round after round, and the
medians are shown. Run as `python -m tests.benchmarks.http.bench [--rounds N] [--seconds S] [--starts N]`.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

from tests.benchmarks.http.client import Timed, busy, once
from tests.benchmarks.http.contenders import Contender, Place, contenders, running, split_cores
from tests.benchmarks.http.requests import Requests

__all__ = ["main"]

QUESTION = "loopbanen"
MANY = 16
WARM_UP = 0.5
REFERENCE, ALTERNATIVE, OURS = "Bolt, constant", "Bolt JS, constant", ("bbt, plain", "bbt, rich")
Figures = dict[str, list[float]]


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description="The whole answer over signed HTTP beside constant replies.")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=1.5, help="of each measurement in a round")
    parser.add_argument("--starts", type=int, default=5, help="cold starts of each")
    given = parser.parse_args()
    server_cores, client_cores = split_cores()
    if client_cores is not None:
        os.sched_setaffinity(0, client_cores)
    with tempfile.TemporaryDirectory(prefix="bbt-bench-") as place:
        folder = Path(place)
        slack = Contender("slack", (sys.executable, "-m", "tests.benchmarks.http.servers", "slack", "PORT"), b"")
        with running(slack, client_cores, folder) as sink:
            made, lacking = contenders(folder, sink.port)
            measured: dict[str, Figures] = {one.name: {} for one in made}
            for _ in range(given.rounds):
                for one in made:
                    with running(one, server_cores, folder) as place_:
                        _add(measured[one.name], _round(one, place_, sink.port, given.seconds))
            for at in range(given.starts + 1):
                for one in made:
                    spent = _cold_start(one, server_cores, folder, sink.port)
                    if at:  # the first fills caches and bytecode
                        _add(measured[one.name], {"cold start (ms)": spent})
    _show(measured, cores=server_cores is not None)
    if lacking:
        print(lacking, file=sys.stderr)


def _round(one: Contender, place: Place, sink: int, seconds: float) -> dict[str, float]:
    make = Requests(place.port, f"http://127.0.0.1:{sink}/commands/1")

    def ask(connections: int, spent: float) -> Timed:
        import uvloop

        request: Callable[[], bytes] = lambda: make.command(QUESTION)  # noqa: E731
        return uvloop.run(busy(place.port, request, one.expected, connections=connections, seconds=spent))

    ask(MANY, WARM_UP)
    single, many = ask(1, seconds), ask(MANY, seconds)
    wrong = single.wrong + many.wrong
    if wrong:
        raise RuntimeError(f"{one.name}: {wrong} wrong answers, {single.statuses} {many.statuses}")
    return {
        "requests/s, 16 connections": len(many.spent) / many.seconds,
        "p50, 16 connections (ms)": statistics.median(many.spent),
        "p99, 16 connections (ms)": _p99(many.spent),
        "requests/s, 1 connection": len(single.spent) / single.seconds,
        "p50, 1 connection (ms)": statistics.median(single.spent),
        "p99, 1 connection (ms)": _p99(single.spent),
        "memory (MiB)": place.resident(),
    }


def _cold_start(one: Contender, cores: set[int] | None, folder: Path, sink: int) -> float:
    """Milliseconds from the start of the process until the first right answer is in."""
    with running(one, cores, folder) as place:
        make = Requests(place.port, f"http://127.0.0.1:{sink}/commands/1")
        status, body = asyncio.run(once(place.port, make.command(QUESTION)))
        spent = (time.perf_counter() - place.started) * 1e3
        if status != HTTPStatus.OK or one.expected not in body:
            raise RuntimeError(f"{one.name}: first answer is wrong, {status}")
        return spent


def _p99(spent: list[float]) -> float:
    return statistics.quantiles(spent, n=100)[98]


def _add(figures: Figures, more: dict[str, float]) -> None:
    for name, value in more.items():
        figures.setdefault(name, []).append(value)


def _show(measured: dict[str, Figures], *, cores: bool) -> None:
    from tabulate import tabulate

    medians = {name: {row: statistics.median(found) for row, found in one.items()} for name, one in measured.items()}
    rows: list[list[str]] = [
        [row, *(f"{medians[name][row]:,.2f}" for name in medians)] for row in next(iter(medians.values()))
    ]
    for row in ("requests/s, 16 connections", "requests/s, 1 connection", "cold start (ms)"):
        for beside in (REFERENCE, ALTERNATIVE):
            if beside in medians:
                ratios = [f"{one[row] / medians[beside][row]:.2f}" for one in medians.values()]
                rows.append([f"{row.partition(' (')[0]}: times {beside}", *ratios])
    print(f"/bbt {QUESTION} over signed HTTP, Python {sys.version.split()[0]}; "
          f"{'server and client on a core each' if cores else 'server and client share a core'}; medians")  # fmt: skip
    print(tabulate(rows, ("", *medians), colalign=("left", *["right"] * len(medians)), disable_numparse=True))


if __name__ == "__main__":
    main()
