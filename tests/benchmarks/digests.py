"""Two thousand digests due in the same minute: how long, how much memory, how many threads; none lost or doubled."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

from tests.chaos.campaign import Campaign
from tests.chaos.campaigns import sqlite
from tests.chaos.stub_slack import Storm

READERS = 2_000
MEMORY_MB = 150
THREADS = 30
SECONDS = 560
PAUSE = 0.5


class Watch(threading.Thread):
    """The most threads a process has had, and in the end its most memory."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.status = Path(f"/proc/{pid}/status")
        self.threads = self.memory = 0
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.wait(PAUSE) and self.status.exists():
            facts = dict(line.split(":", 1) for line in self.status.read_text().splitlines() if ":" in line)
            self.threads = max(self.threads, int(facts.get("Threads", "0")))
            self.memory = max(self.memory, int(facts.get("VmHWM", "0 kB").split()[0]) // 1024)


def main() -> int:
    os.environ["CHAOS_CRON"] = "* * * * *"  # as in a running bot: a look each minute
    with sqlite() as file:
        one = Campaign("2,000 at once", f"sqlite:///{file}", 1, Storm(), readers=READERS)
        one.start()
        watch = Watch(one.replicas[0].process.pid)
        watch.start()
        row = one.finish(SECONDS)
        watch.ended.set()
    print(f"{row.delivered} of {READERS} digests in {row.seconds:.0f} s, {row.doubled} doubled, {row.lost} lost")
    print(f"most memory {watch.memory} MB (aim {MEMORY_MB}), most threads {watch.threads} (aim {THREADS})")
    return 0 if row.holds and watch.memory <= MEMORY_MB and watch.threads < THREADS else 1


if __name__ == "__main__":
    sys.exit(main())
