"""A campaign: readers whose hour has come, replicas that are killed in the middle, and a count of what arrived."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time as clock
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Engine

from bot.digest.model import EVERY_DAY, Subscription
from bot.storage.deliveries import FINAL, Deliveries
from bot.storage.engine import open_engine
from bot.storage.migrate import migrate
from bot.storage.subscribers import Subscribers
from tests.chaos.stub_slack import Storm, StubSlack
from tests.house.files import ROOT

READY_SECONDS = 40


@dataclass(frozen=True, slots=True)
class Row:
    """What a campaign ended with; `told` is how many of those that did not arrive were told to their owner."""

    name: str
    planned: int
    delivered: int
    uncertain: int
    skipped: int
    failed: int
    lost: int
    doubled: int
    early: int
    changed: int  # deliveries whose attempts did not send the same bytes
    untold: int
    posts: int
    kills: int
    seconds: float

    @property
    def holds(self) -> bool:
        sums = self.delivered + self.uncertain + self.skipped + self.failed == self.planned
        return sums and not (self.lost or self.doubled or self.early or self.changed or self.untold)


@dataclass
class Replica:
    """A process that delivers."""

    address: str
    slack: str
    version: str = "1"
    errors: tempfile._TemporaryFileWrapper = field(default_factory=tempfile.TemporaryFile)

    def __post_init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.chaos.worker", self.address, self.slack],
            cwd=ROOT,
            env={**os.environ, "CHAOS_VERSION": self.version},
            stdout=subprocess.PIPE,
            stderr=self.errors,
            text=True,
        )

    def ready(self) -> bool:
        """Wait until it delivers; False when it ended instead."""
        assert self.process.stdout is not None
        reader = threading.Thread(target=self.process.stdout.readline, daemon=True)
        reader.start()
        reader.join(READY_SECONDS)
        return self.process.poll() is None and not reader.is_alive()

    def kill(self) -> None:
        self.process.send_signal(signal.SIGCONT)
        self.process.kill()
        self.process.wait()
        self.close()

    def stop(self) -> None:
        self.process.send_signal(signal.SIGCONT)
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.close()

    def close(self) -> None:
        if self.process.stdout is not None:
            self.process.stdout.close()
        self.errors.close()

    def said(self) -> str:
        self.errors.seek(0)
        return self.errors.read().decode()


class Campaign:
    """One database, one Slack, and what is done to them. `channels` readers get theirs in a channel."""

    def __init__(self, name: str, address: str, seed: int, storm: Storm, readers: int = 60, channels: int = 0) -> None:
        self.name = name
        self.address = address
        self.random = random.Random(seed)  # the same campaign each time
        self.slack = StubSlack(storm)
        self.replicas: list[Replica] = []
        self.kills = 0
        self.version = "1"
        self.begun = clock.monotonic()
        self.readers = readers
        self.channels = channels
        self.seed_readers()

    def base(self) -> Engine:
        return open_engine(self.address)

    def seed_readers(self, *, born: bool = True) -> None:
        """Readers whose hour is now, in a zone where it is about noon."""
        engine = self.base()
        migrate(engine)
        kept = Subscribers(engine)
        now = datetime.now(UTC)
        for number in range(self.readers):
            kept.put(_reader(number, now, f"C{number}" if number < self.channels else ""))
        if born:
            kept.set_mark("born", 0)
        engine.dispose()

    def start(self, many: int = 1) -> None:
        fresh = [Replica(self.address, self.slack.address, self.version) for _ in range(many)]
        for one in fresh:
            assert one.ready(), one.said()
        self.replicas += fresh

    def kill_one(self, low: float, high: float, *, again: bool = True) -> None:
        """Wait a random moment, kill a random replica, and start another."""
        clock.sleep(self.random.uniform(low, high))
        victim = self.replicas.pop(self.random.randrange(len(self.replicas)))
        victim.kill()
        self.kills += 1
        if again:
            self.start()

    def freeze_one(self, seconds: float) -> None:
        clock.sleep(self.random.uniform(0.1, 0.6))
        one = self.random.choice(self.replicas)
        one.process.send_signal(signal.SIGSTOP)
        clock.sleep(seconds)
        one.process.send_signal(signal.SIGCONT)

    def wait_for(self, posts: int, seconds: float = 60) -> None:
        """Wait until Slack has seen so many posts."""
        end = clock.monotonic() + seconds
        while self.slack.posts < posts and clock.monotonic() < end:
            clock.sleep(0.02)
        assert self.slack.posts >= posts

    def refused(self) -> bool:
        """Whether a replica that starts now ends at once, because of the damage and nothing else."""
        one = Replica(self.address, self.slack.address, self.version)
        if one.ready():
            one.kill()
            return False
        one.process.wait()  # what it says of the damage is written when it ends, and not before
        said = one.said()
        one.close()
        return "DamagedError" in said

    def kill_all(self) -> None:
        for one in self.replicas:
            one.kill()
            self.kills += 1
        self.replicas.clear()

    def finish(self, seconds: float, *, until: Callable[[Deliveries], bool] | None = None) -> Row:
        """Wait until nothing is left to do, stop everything and count."""
        engine = self.base()
        kept = Deliveries(engine)
        end = clock.monotonic() + seconds
        while clock.monotonic() < end and not (until or self.ended)(kept):
            clock.sleep(0.2)
        for one in self.replicas:
            one.stop()
        row = self.count(kept)
        engine.dispose()
        self.slack.close()
        return row

    def ended(self, kept: Deliveries) -> bool:
        counts = kept.counts()
        return (
            sum(counts.values()) >= self.readers
            and not sum(many for state, many in counts.items() if state not in FINAL)
            and not kept.untold()
            and not kept.open_keys(datetime.now(UTC) + timedelta(days=1))
        )

    def count(self, kept: Deliveries) -> Row:
        counts = kept.counts()
        posted = {key: len(ids) for key, ids in self.slack.posted.items() if not key.startswith("told:")}
        delivered = counts.get("sent", 0)
        ended = sum(counts.get(state, 0) for state in FINAL)
        return Row(
            name=self.name,
            planned=sum(counts.values()),
            delivered=delivered,
            uncertain=counts.get("uncertain", 0),
            skipped=counts.get("skipped_late", 0),
            failed=counts.get("failed", 0),
            lost=self.readers - ended + max(0, delivered - len(posted)),
            doubled=sum(many - 1 for many in map(len, self.slack.posted.values())),
            early=self.slack.early,
            changed=sum(len(bodies) > 1 for bodies in self.slack.bodies.values()),
            untold=max(0, counts.get("uncertain", 0) + counts.get("failed", 0) - self._told()),
            posts=self.slack.posts,
            kills=self.kills,
            seconds=clock.monotonic() - self.begun,
        )

    def _told(self) -> int:
        """How many notices reached their reader."""
        return sum(key.startswith("told:") for key in self.slack.posted)


def _reader(number: int, now: datetime, channel: str) -> Subscription:
    offset = 12 - now.hour
    zone = f"Etc/GMT{-offset:+d}" if offset else "Etc/GMT"
    local = now + timedelta(hours=offset)
    return Subscription(
        "T1",
        f"U{number}",
        owed_from=date(local.year, local.month, local.day),
        changed=now - timedelta(days=2),
        at=time(local.hour, local.minute),
        zone=zone,
        weekdays=EVERY_DAY,
        channel=channel,
        follows=("jd-loopbanen",) if number % 2 else (),
    )
