"""What `make run` does after its first answer: here the bot will start; until then it says so and starts nothing."""

from __future__ import annotations

import sys

__all__ = ["run"]

NOT_YET = (
    "De bot voor Slack volgt nog: in deze versie antwoordt bbt in de terminal. "
    "Stel zelf een vraag: .venv/bin/bbt ask waarom stijgt loopbanen"
)


def run() -> int:
    """Say honestly what is there."""
    print(f"\n{NOT_YET}")
    return 0


if __name__ == "__main__":
    sys.exit(run())
