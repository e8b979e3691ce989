"""What is said of both credits of a line at once: it holds when it holds for each; no figure is judged here."""

from __future__ import annotations

from msgspec.structs import replace

from budget.answers import Figure
from budget.claims.bind.scene import Draft
from budget.claims.model import Verdict

__all__ = ["of_both"]


def of_both(drafts: tuple[Draft, ...]) -> Draft:
    """One verdict out of those on each credit: true when it holds for both; for one is not enough, both were named."""
    true = [one for one in drafts if one.verdict is Verdict.TRUE]
    if len(true) == len(drafts):
        return replace(drafts[0], ground=replace(drafts[0].ground, parts=_figures(drafts)))
    worst = next((one for one in drafts if one.verdict is Verdict.FALSE), None)
    if worst is None:
        return next(one for one in drafts if one.verdict is not Verdict.TRUE)
    return replace(worst, ground=replace(worst.ground, beside=_figures(true) or worst.ground.beside))


def _figures(drafts: tuple[Draft, ...] | list[Draft]) -> tuple[Figure, ...]:
    return tuple(one.ground.figure for one in drafts if one.ground.figure is not None)
