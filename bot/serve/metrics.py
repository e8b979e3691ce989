"""What Prometheus can ask of the process; counting costs a few microseconds a request, and no user is counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

__all__ = ["CONTENT_TYPE", "Metrics", "Way"]

CONTENT_TYPE: Final = b"text/plain; version=0.0.4; charset=utf-8"
# Seconds; 3 is where Slack gives up.
BUCKETS: Final = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 3.0)
LATE: Final = (1.0, 5.0, 15.0, 60.0, 300.0, 900.0, 3_600.0, 14_400.0)
SERVER_ERROR: Final = 500
CLIENT_ERROR: Final = 400


class Way:
    """The counters of one way in, found once and not for each request."""

    def __init__(self, requests: Counter, seconds: Histogram, way: str) -> None:
        self._answered = requests.labels(way, "answered")
        self._refused = requests.labels(way, "refused")
        self._failed = requests.labels(way, "failed")
        self._seconds = seconds.labels(way)

    def count(self, status: int, seconds: float) -> None:
        """One request that got a status after so many seconds."""
        self._seconds.observe(seconds)
        if status < CLIENT_ERROR:
            self._answered.inc()
        elif status < SERVER_ERROR:
            self._refused.inc()
        else:
            self._failed.inc()


class Metrics:
    """The metrics of one process, in a registry of their own."""

    def __init__(self) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call]  # a second series for each, which nobody reads
        self.registry = CollectorRegistry()
        requests = Counter(
            "bbt_requests", "Requests of Slack by way in and outcome", ["way", "outcome"], registry=self.registry
        )
        seconds = Histogram(
            "bbt_request_seconds",
            "Seconds until Slack had its answer",
            ["way"],
            buckets=BUCKETS,
            registry=self.registry,
        )
        self.http = Way(requests, seconds, "http")
        self.socket = Way(requests, seconds, "socket")
        self.guarded = Counter(
            "bbt_guard_refusals", "Requests refused before any work", ["reason"], registry=self.registry
        )
        self.connections = Counter("bbt_socket_connections", "Socket Mode connections made", registry=self.registry)
        self.ping_age = Gauge(
            "bbt_socket_ping_age_seconds", "Seconds since Slack answered a ping", registry=self.registry
        )
        self._digests = Gauge("bbt_digests", "Digests by what became of them", ["state"], registry=self.registry)
        self._tick = Gauge(
            "bbt_digest_tick_timestamp_seconds", "When the clock was last looked at", registry=self.registry
        )
        self._late = Histogram(
            "bbt_digest_late_seconds",
            "Seconds between the hour of a digest and its end",
            ["state"],
            buckets=LATE,
            registry=self.registry,
        )
        ProcessCollector(registry=self.registry)

    def digests_now(self, states: Mapping[str, int], tick: int) -> None:
        """How many digests stand in each state, and the last look at the clock in microseconds since 1970."""
        for state, many in states.items():
            self._digests.labels(state).set(many)
        self._tick.set(tick // 1_000_000)

    def digest_ended(self, state: str, seconds: float) -> None:
        """One digest that ended, so long after its hour."""
        self._late.labels(state).observe(seconds)

    def text(self) -> bytes:
        """All metrics in the text format of Prometheus."""
        return bytes(generate_latest(self.registry))
