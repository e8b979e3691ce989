"""`make bench`, what each library costs a start: milliseconds and memory, each behind those above it.

Fresh processes load them one after another, in the order a server does; the medians are shown. Below the line stands
what a server loads later, when something needs it, and what it never loads. Run as
`python -m tests.benchmarks.libraries [--starts N]`.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys

from tests.benchmarks.bench import ROOT

__all__ = ["main"]

AT_START = {
    "aiohttp": "import aiohttp",
    "Slack SDK, Bolt": "import slack_sdk.web.async_client, slack_bolt.app.async_app",
    "uvicorn, uvloop, httptools": "import uvicorn, uvloop, httptools",
    "structlog": "from bot.serve.lean import load_structlog; load_structlog()",
    "prometheus_client": "import prometheus_client",
    "bbt: questions and replies": "import bot.handle",
    "bbt: Slack and server": "import bot.serve.assemble",
    "bbt: data and words": "from bot.wiring import open_house; house = open_house()",
}
LATER = {
    "SQLAlchemy, with the first thing kept": "import bot.storage.database",
    "first typing error": "from bot.handle import handle; handle('lopbanen', house)",
    "checker, with the first claim": "from budget.claims.check import check; check('JD stijgt', house.lexicon)",
    "Alembic, for an older database": "import alembic.config, alembic.script, alembic.runtime.environment",
    "DBOS, when somebody has a digest": "import dbos",
    "pydantic and YAML, for changed data": "import pydantic, yaml",
    "pandas, never in a server": "import pandas",
}
MEASURE = """
import json, sys, time
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096 / 2**20
spent = []
for code in json.loads(sys.argv[1]):
    held, start = resident(), time.perf_counter()
    exec(code)
    spent.append(((time.perf_counter() - start) * 1e3, resident() - held))
print(json.dumps(spent))
"""


def main() -> None:
    """Measure and print one table."""
    from tabulate import tabulate

    parser = argparse.ArgumentParser(description="What each library costs a start.")
    parser.add_argument("--starts", type=int, default=5)
    given = parser.parse_args()
    codes = json.dumps([*AT_START.values(), *LATER.values()])
    command = [sys.executable, "-c", MEASURE, codes]
    runs = []
    for _ in range(given.starts + 1):
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        runs.append(json.loads(ran.stdout))
    rows = []
    for place, name in enumerate([*AT_START, *LATER]):
        if place == len(AT_START):
            rows.append(["", "", ""])
        medians = [statistics.median(run[place][kind] for run in runs[1:]) for kind in (0, 1)]
        rows.append([name, f"{medians[0]:.0f}", f"{medians[1]:.1f}"])
    print(
        tabulate(rows, ("loaded by a server", "ms", "MiB"), colalign=("left", "right", "right"), disable_numparse=True)
    )


if __name__ == "__main__":
    main()
