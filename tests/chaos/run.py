"""`make chaos`: every campaign, or those that are named, and the table of what arrived."""

from __future__ import annotations

import sys

from tabulate import tabulate

from tests.chaos.campaign import Row
from tests.chaos.campaigns import CAMPAIGNS

HEAD = "campaign planned delivered uncertain late failed lost doubled early changed untold posts kills seconds".split()


def cells(row: Row) -> list[object]:
    return [
        *(row.name, row.planned, row.delivered, row.uncertain, row.skipped, row.failed),
        *(row.lost, row.doubled, row.early, row.changed, row.untold, row.posts, row.kills, round(row.seconds)),
    ]


def main(names: list[str]) -> int:
    rows = []
    for name, play in CAMPAIGNS.items():
        if names and not any(part in name for part in names):
            continue
        rows.append(play())
        sys.stderr.write(f"{name}: {'holds' if rows[-1].holds else 'BROKEN'} {rows[-1]}\n")
    sys.stdout.write(tabulate([cells(row) for row in rows], HEAD) + "\n")
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
