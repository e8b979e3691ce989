"""`make bench`: load time, memory, time a question and cold start, on the built-in data and on 100,000 lines.

Every data set is measured in a process of its own, both in one run. No question is asked twice: what comes fast is the
road, not a memory of the answer. Run as `python -m tests.benchmarks.bench [--lines N] [--questions N] [--starts N]`.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.dataset import write_dataset
from tests.benchmarks.questions import exact, mistyped

__all__ = ["main"]

ROOT = Path(__file__).resolve().parents[2]
MIB = 1024 * 1024
WARM_UP = 200


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description="Load time, memory, time a question and cold start, side by side.")
    parser.add_argument("--lines", type=int, default=100_000, help="lines of the generated data set")
    parser.add_argument("--questions", type=int, default=2_000, help="questions of each kind")
    parser.add_argument("--starts", type=int, default=15, help="cold starts of each kind")
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    parser.add_argument("--names", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(measure(Path(given.measure), Path(given.names), given.questions)))
        return
    with tempfile.TemporaryDirectory(prefix="bbt-bench-") as place:
        compare(Path(place), given)


def compare(place: Path, given: argparse.Namespace) -> None:
    """Both data sets, each measured in a fresh process, then the cold starts in turn."""
    from tabulate import tabulate

    from bot.wiring import open_house
    from budget.store.builtin import builtin_folder

    catalog = open_house().catalog
    explanation = catalog.default
    builtin_names = [line.name for line in explanation.lines.values()]
    builtin_names += [policy.name for policy in explanation.policies.values()]
    large_names = write_dataset(place / "large", given.lines)
    sets = {"built-in": (builtin_folder(), builtin_names), "generated": (place / "large", large_names)}
    measured: dict[str, dict[str, float]] = {}
    for label, (folder, names) in sets.items():
        (place / "names.json").write_text(json.dumps(names), encoding="utf-8")
        command = [sys.executable, "-m", "tests.benchmarks.bench", "--measure", str(folder), "--names"]
        command += [str(place / "names.json"), "--questions", str(given.questions)]
        ran = subprocess.run(command, cwd=ROOT, env=_environment(place), stdout=subprocess.PIPE, text=True, check=True)
        measured[label] = json.loads(ran.stdout)
    starts = cold_starts(place, {label: folder for label, (folder, _) in sets.items()}, large_names[0], given.starts)
    rows: list[list[str]] = [
        [row, *(f"{measured[label][row]:,.1f}" for label in sets), _aim(row)] for row in measured["built-in"]
    ]
    rows += [[row, *figures, _aim(row)] for row, figures in starts]
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, {given.questions} distinct questions of each kind")
    print(tabulate(rows, ("", *sets, "aim"), colalign=("left", "right", "right", "left"), disable_numparse=True))


AIMS = {
    "exact names p50 (us)": "50; at most twice that when generated",
    "typing errors p99 (us)": "2,000",
    "cold start bbt ask (ms)": "250",
}


def _aim(row: str) -> str:
    return AIMS.get(row, "")


def _environment(place: Path) -> dict[str, str]:
    # Bytecode is written as for any user; the cache of the data starts empty.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "XDG_CACHE_HOME": str(place / "cache")}


def measure(folder: Path, names: Path, questions: int) -> dict[str, float]:
    """Load one data set twice (unknown, then known to the cache), ask it everything, and report."""
    before = _resident()
    opened = [_open(folder) for _ in ("unknown", "known")]
    house = opened[1][1]
    known = json.loads(names.read_text(encoding="utf-8"))
    figures = {
        "lines": float(sum(len(one.lines) for one in house.catalog.explanations.values())),
        "load, unknown data (ms)": opened[0][0] * 1e3,
        "load, known data (ms)": opened[1][0] * 1e3,
    }
    del opened
    for kind, asked in (
        ("exact names", exact(known, questions + WARM_UP)),
        ("typing errors", mistyped(known, questions + WARM_UP)),
    ):
        spent, answered = _ask(asked, house)
        figures |= {
            f"{kind}, questions": float(len(spent)),
            f"{kind}, answered (%)": 100 * answered / len(spent),
            f"{kind} p50 (us)": statistics.median(spent),
            f"{kind} p99 (us)": statistics.quantiles(spent, n=100)[98],
            f"{kind} worst (us)": max(spent),
        }
    figures["memory, data and index (MiB)"] = (_resident() - before) / MIB
    figures["memory, process (MiB)"] = _resident() / MIB
    return figures


def _open(folder: Path):
    from bot.wiring import open_house

    start = time.perf_counter()
    house = open_house(folder)
    return time.perf_counter() - start, house


def _ask(asked: list[str], house) -> tuple[list[float], int]:
    """Microseconds from text to Reply, each question once after a warm-up with others, and how many were answered.

    A choice and a "the document does not say" about the right name are answers; not knowing the name is none.
    """
    from bot.handle import handle

    for text in asked[:WARM_UP]:
        handle(text, house)
    spent, answered = [], 0
    clock = time.perf_counter_ns
    for text in asked[WARM_UP:]:
        start = clock()
        handled = handle(text, house)
        spent.append((clock() - start) / 1e3)
        answered += handled.reply.status not in ("not_found", "help")
    return spent, answered


def _resident() -> int:
    """Bytes of memory this process holds now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def cold_starts(place: Path, folders: dict[str, Path], name: str, times: int) -> list[tuple[str, list[str]]]:
    """Median milliseconds of whole processes, asked in turn so that a busy moment hits all alike."""
    question = {"built-in": "loopbanen", "generated": name}
    base = _environment(place)
    spent: dict[tuple[str, str], list[float]] = {}
    for _ in range(times + 1):
        for label, folder in folders.items():
            environment = {**base, "BBT_DATA": str(folder)}
            for row, command in (
                ("cold start python -c pass (ms)", ["-c", "pass"]),
                ("cold start bbt ask (ms)", ["-m", "bot", "ask", question[label]]),
            ):
                start = time.perf_counter()
                subprocess.run(
                    [sys.executable, *command], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True
                )
                spent.setdefault((row, label), []).append((time.perf_counter() - start) * 1e3)
    rows = dict.fromkeys(row for row, _ in spent)
    # The first round fills the cache and the bytecode; it does not count.
    return [(row, [f"{statistics.median(spent[row, label][1:]):,.1f}" for label in folders]) for row in rows]


if __name__ == "__main__":
    main()
