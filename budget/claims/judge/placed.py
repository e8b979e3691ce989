"""Gives every judged claim of a sentence its own stretch of it, with the words that deny it; it judges none."""

from __future__ import annotations

import re

from budget.claims.bind.scene import Draft, Scene
from budget.claims.judge.framed import Framed, denied
from budget.claims.model import Verdict

__all__ = ["Found", "Placed", "answered", "apart"]

_LEAD = re.compile(r"\s*(?:en|maar)\s+", re.IGNORECASE)  # joins a claim to the one before, and is no part of it

Found = tuple[Draft, int, int]
"""A judged claim with the characters its figure or its words take."""

Placed = tuple[Draft, int, int, int]
"""A judged claim with the stretch that is its own, and the character it hangs on."""


def answered(framed: Framed, found: list[Found]) -> list[Found]:
    """The claims as the words around the sentence leave them; the next sentence can deny a true one only."""
    if not (framed.is_denied or framed.is_refuted):
        return found
    return [
        (denied(draft) if start < framed.until or _is_refuted(framed, draft) else draft, start, end)
        for draft, start, end in found
    ]


def _is_refuted(framed: Framed, draft: Draft) -> bool:
    return framed.is_refuted and draft.verdict is Verdict.TRUE


def _around(framed: Framed, placed: list[Placed]) -> list[Placed]:
    """The claims with the words that deny them, which are a part of what is claimed."""
    if not placed or not framed.is_denied:
        return placed
    draft, start, end, anchor = placed[0]
    if framed.first is not None:
        placed[0] = (draft, min(start, framed.first), end, anchor)
    draft, start, end, anchor = placed[-1]
    placed[-1] = (draft, start, max(end, framed.end), anchor)
    return placed


def apart(scene: Scene, found: list[Found], framed: Framed) -> list[Placed]:
    """Give every claim its own stretch of the sentence: its segment, cut where the next claim begins."""
    ordered = sorted(found, key=lambda one: (one[1], one[2]))
    placed: list[Placed] = []
    floor = 0
    for place, (draft, start, end) in enumerate(ordered):
        ahead = ordered[place + 1][1] if place + 1 < len(ordered) else len(scene.read.text)
        segment = next((one for one in scene.segments if one.start <= start < one.end), scene.whole)
        first = max(floor, min(segment.start, start))
        last = max(end, min(segment.end, ahead))
        text = scene.read.text
        while first < start and not text[first].isalnum() and text[first] not in "+-€(":
            first += 1
        first += len(lead.group()) if (lead := _LEAD.match(text, first, start)) is not None else 0
        last = end + len(text[end:last].rstrip().removesuffix(" naar").removesuffix(" tot").removesuffix(" en"))
        while last > end and not text[last - 1].isalnum() and text[last - 1] not in "%€)":
            last -= 1
        placed.append((draft, first, last, start))
        floor = last
    return _around(framed, placed)
