"""Readiness is the readiness of every part, told with its facts; metrics count what was answered."""

from __future__ import annotations

import json

from bot.serve.health import Health, Part
from bot.serve.metrics import Metrics


def part(ready, **facts):
    async def check():
        return Part(ready, facts)

    return check


async def test_ready_is_when_every_part_is():
    health = Health({"data": part(True, documents=["2022-wse"])})
    ready, told = await health.ready()
    assert ready
    assert json.loads(told)["data"] == {"ready": True, "documents": ["2022-wse"]}
    health.add("slack", part(False, ping_age_s=99.0))
    ready, told = await health.ready()
    assert not ready
    assert json.loads(told)["slack"] == {"ready": False, "ping_age_s": 99.0}


async def test_who_stops_is_not_ready():
    health = Health({})
    health.stopping = True
    ready, told = await health.ready()
    assert not ready
    assert json.loads(told)["stopping"] is True


def test_requests_are_counted_by_what_became_of_them():
    metrics = Metrics()
    for status in (200, 200, 401, 500):
        metrics.http.count(status, 0.0004)
    metrics.socket.count(200, 2.0)
    text = metrics.text().decode()
    assert 'bbt_requests_total{outcome="answered",way="http"} 2.0' in text
    assert 'bbt_requests_total{outcome="refused",way="http"} 1.0' in text
    assert 'bbt_requests_total{outcome="failed",way="http"} 1.0' in text
    assert 'bbt_request_seconds_bucket{le="0.0005",way="http"} 4.0' in text
    assert 'bbt_request_seconds_bucket{le="1.0",way="socket"} 0.0' in text
    assert "process_resident_memory_bytes" in text
    assert "_created" not in text


def test_two_bots_in_one_process_count_apart():
    one, other = Metrics(), Metrics()
    one.http.count(200, 0.1)
    assert 'outcome="answered",way="http"} 0.0' in other.text().decode()
