"""`make bench`, third part: claims found and judged a second, time a sentence, and how both grow with the text."""

from __future__ import annotations

import random
import statistics
import time

from tabulate import tabulate

from bot.wiring import open_house
from budget.claims.check import check, checking
from tests.claims.test_verdicts import SENTENCES, debate

__all__ = ["main"]

SIZES = (1_000, 10_000, 100_000, 1_000_000)
DEBATE_AIM_MS = 50.0  # a debate of 60 lines, warm
_RUNS = 20


def main() -> None:
    """Measure and print: a debate, sentences one by one, and texts of growing length."""
    house = open_house()
    text, _ = debate("debate-1")
    check(text, house.lexicon)
    whole = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        found = len(check(text, house.lexicon))
        whole.append((time.perf_counter() - start) * 1000)
    print(
        f"A debate of {len(text.splitlines())} lines, {found} claims: {statistics.median(whole):.1f} ms "
        f"(aim {DEBATE_AIM_MS:.0f})"
    )
    said = [one["says"] for one in SENTENCES]
    times = sorted(_time(one, house) for one in said for _ in range(_RUNS))
    print(f"A sentence: p50 {times[len(times) // 2]:.0f} us, p99 {times[len(times) * 99 // 100]:.0f} us")
    shuffled = random.Random(7)
    rows = []
    for size in SIZES:
        long = " ".join(shuffled.choices(said, k=size // 40))[:size]
        start = time.perf_counter()
        number = sum(len(claims) for _, claims in checking(long, house.lexicon))
        spent = time.perf_counter() - start
        rows.append((size, number, f"{spent * 1000:.0f}", f"{number / spent:,.0f}", f"{spent / size * 1e6:.2f}"))
    print(tabulate(rows, ("characters", "claims", "ms", "claims a second", "us a character"), "simple"))


def _time(said: str, house) -> float:
    start = time.perf_counter()
    check(said, house.lexicon)
    return (time.perf_counter() - start) * 1e6


if __name__ == "__main__":
    main()
