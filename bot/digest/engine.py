"""The engine that delivers: DBOS triggers, queues and resumes; what is owed and what was sent it does not know.

Everything here may die at any line: the table of deliveries is the one truth, each look at the clock finds what is
left, and an attempt that comes after another first finds out what became of that one.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import structlog
from dbos import DBOS, DBOSConfig, SetWorkflowID, StepOptions
from msgspec import Struct

from bot.digest.parts import Parts

__all__ = ["VERSION", "Clockwork", "Engine"]

VERSION: Final = "1"
"""Of the shape of the workflow below; a deploy that leaves it alone goes on with what was begun before it."""

_QUEUE: Final = "digests"
_TICK: Final = "tick"
_TICKS: Final = "ticks"
_MOST_ATTEMPTS: Final = 10_000  # of one run; each is a few rows
_LONGEST_WAIT: Final = 60.0  # seconds a run sleeps before it looks again
_FINISHED: Final = ("SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED")
_IDS_AT_ONCE: Final = 200

log = structlog.get_logger("bbt.digest")


class Clockwork(Struct, frozen=True):
    """How often the engine looks, and when it takes over from a silent one."""

    cron: str = "* * * * *"
    beat: float = 5.0  # seconds
    dead_after: timedelta = timedelta(seconds=30)
    poll: float = 1.0  # seconds between two looks into the queue
    at_once: int = 4  # deliveries under way in this process
    kept: timedelta = timedelta(hours=1)  # finished runs of the engine
    version: str = VERSION


class Engine:
    """One process that delivers. `replica` is its name and nobody else's, ever."""

    def __init__(
        self, parts: Parts, clockwork: Clockwork, address: str, observe: Callable[[], None] = lambda: None
    ) -> None:
        self._observe = observe  # called with each beat
        self._planning = parts.planning
        self._rendering = parts.rendering
        self._sending = parts.sending
        self._clockwork = clockwork
        self._address = address
        self._stop = threading.Event()
        self._beating: threading.Thread | None = None
        self._running: set[str] = set()
        self._missing: dict[str, datetime] = {}  # counted as ours and in none of our threads, since when

    @property
    def replica(self) -> str:
        """The name of this process."""
        return self._sending.owner

    def start(self) -> None:
        """Begin to deliver; what was left by others that died is taken over as they turn silent."""
        config: DBOSConfig = {
            "name": "bbt",
            "system_database_url": self._address,
            "application_version": self._clockwork.version,  # or every deploy would strand what is under way
            "executor_id": self.replica,
            "log_level": "WARNING",
            # A run that was taken over while this process stood still waits in its thread for who has it now: with too
            # few threads those that wait would keep out those they wait for.
            "max_executor_threads": self._clockwork.at_once + 12,
            "sys_db_pool_size": self._clockwork.at_once + 4,
            "scheduler_polling_interval_sec": 5.0,
            "notification_listener_polling_interval_sec": 1.0,
        }
        logging.getLogger("dbos").setLevel(logging.WARNING)
        self._sending.lanes.beat(self.replica, self._sending.clock())  # nobody takes over what begins now
        DBOS(config=config)
        self._deliver = DBOS.workflow(name="digest")(self._make_deliver())
        self._tick = DBOS.workflow(name=_TICK)(self._make_tick())
        DBOS.launch()
        DBOS.register_queue(
            _QUEUE,
            worker_concurrency=self._clockwork.at_once,
            polling_interval_sec=self._clockwork.poll,
            on_conflict="always_update",
        )
        self._beating = threading.Thread(target=self._beat, name="bbt-heartbeat", daemon=True)
        self._beating.start()
        DBOS.register_queue(_TICKS, worker_concurrency=1, polling_interval_sec=self._clockwork.poll)
        DBOS.apply_schedules(
            [
                {
                    "schedule_name": "digests",
                    "workflow_fn": self._tick,
                    "schedule": self._clockwork.cron,
                    "queue_name": _TICKS,
                }
            ]
        )
        DBOS.trigger_schedule("digests")  # what waited while nobody was there does not wait for the next minute

    def stop(self, seconds: int = 5) -> None:
        """Stop; what is under way may finish for so long, the rest is taken over by whoever comes next."""
        self._stop.set()
        DBOS.destroy(workflow_completion_timeout_sec=seconds, destroy_registry=True)
        if self._beating is not None:
            self._beating.join()

    def _beat(self) -> None:
        while not self._stop.wait(self._clockwork.beat):
            with _survived("heartbeat"):
                self._sending.lanes.beat(self.replica, self._sending.clock())
                self._observe()

    def _make_deliver(self) -> Callable[[str], str]:
        def render(key: str) -> None:
            self._rendering.render(key)

        def send(key: str) -> float | None:
            # Made already, unless our table was put back to an earlier day and the engine's memory was not.
            self._rendering.render(key)
            return self._sending.attempt(key)

        def digest(key: str) -> str:
            self._running.add(key)
            self._missing.pop(key, None)
            try:
                DBOS.run_step(_step("render"), render, key)
                for _ in range(_MOST_ATTEMPTS):
                    wait = DBOS.run_step(_step("send"), send, key)
                    if wait is None:
                        break
                    DBOS.sleep(min(wait, _LONGEST_WAIT))
            finally:
                self._running.discard(key)
            return key

        return digest

    def _make_tick(self) -> Callable[[datetime, Any], None]:
        def look() -> list[str]:
            return list(self._planning.look())

        def tidy() -> None:
            self._planning.tidy()

        def tick(at: datetime, _context: Any) -> None:  # noqa: ANN401 - what the engine passes
            self._take_over()
            keys = DBOS.run_step({"name": "look"}, look)
            for start in range(0, len(keys), _IDS_AT_ONCE):
                self._enqueue(keys[start : start + _IDS_AT_ONCE])
            if at.minute == 0:
                DBOS.run_step({"name": "tidy"}, tidy)
            self._forget_finished()

        return tick

    def _enqueue(self, keys: Sequence[str]) -> None:
        """Put into the queue what is not there; a run that ended without an end of its delivery begins anew."""
        alive = self._sending.lanes.alive(self._sending.clock() - self._clockwork.dead_after)
        ids = {f"digest/{key}/v{self._clockwork.version}": key for key in keys}
        known = {
            one.workflow_id: one
            for one in DBOS.list_workflows(workflow_ids=list(ids), load_input=False, load_output=False)
        }
        for name, key in ids.items():
            one = known.get(name)
            if one is not None and one.status in _FINISHED:
                DBOS.delete_workflow(name)
            elif one is not None and one.status == "PENDING" and self._left(one.executor_id, key, alive):
                DBOS.resume_workflows([name], queue_name=_QUEUE)
                continue
            elif one is not None:
                continue
            with SetWorkflowID(name):
                DBOS.enqueue_workflow(_QUEUE, self._deliver, key)

    def _left(self, executor: str | None, key: str, alive: frozenset[str]) -> bool:
        """Whether a run is nobody's: of a process nobody hears, or counted as ours for long and in none of our threads.

        One that was just taken from the queue waits for a thread; to give it back again at once would fill them all.
        """
        if executor != self.replica:
            return executor not in alive
        if key in self._running:
            self._missing.pop(key, None)
            return False
        now = self._sending.clock()
        since = self._missing.setdefault(key, now)
        if now - since < self._clockwork.dead_after * 2:
            return False
        del self._missing[key]
        return True

    def _take_over(self) -> None:
        """Give the runs of silent processes back to the queue."""
        now = self._sending.clock()
        for silent in self._sending.lanes.silent(now - self._clockwork.dead_after):
            left = DBOS.list_workflows(executor_id=silent, status="PENDING", load_input=False, load_output=False)
            ids = [one.workflow_id for one in left if one.workflow_id.startswith("digest/")]
            if ids:
                DBOS.resume_workflows(ids, queue_name=_QUEUE)
            others = [one.workflow_id for one in left if not one.workflow_id.startswith("digest/")]
            if others:
                DBOS.cancel_workflows(others)  # a look at the clock is worth nothing later
            self._sending.lanes.bury(silent)
            log.warning("digest.taken_over", replica=silent, runs=len(ids))

    def _forget_finished(self) -> None:
        before = (datetime.now(UTC) - self._clockwork.kept).isoformat()
        done = DBOS.list_workflows(
            status=list(_FINISHED), completed_before=before, limit=1_000, load_input=False, load_output=False
        )
        if done:
            DBOS.delete_workflows([one.workflow_id for one in done])


def _step(name: str) -> StepOptions:
    """A step that may be done anew: a database can be away for a moment."""
    return {"name": name, "retries_allowed": True, "max_attempts": 5, "interval_seconds": 1.0}


@contextmanager
def _survived(what: str) -> Iterator[None]:
    """A database that is away for a moment ends no thread: the next turn comes soon."""
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415 - loaded long before

    try:
        yield
    except SQLAlchemyError as error:
        log.warning("digest.not_done", what=what, error=type(error).__name__)
