"""From a subject as people type it to the one line it stands for; the grammar of questions decides."""

from __future__ import annotations

from bot.digest.counter import Find, Found
from bot.handle import handle
from bot.wiring import House
from budget.answers import Status

__all__ = ["finder"]


def finder(house: House) -> Find:
    """Seek subjects in a house: what a question about nothing but the subject would be about."""
    lines = house.catalog.default.lines

    def find(subject: str) -> Found:
        handled = handle(subject, house)
        named = [line for line in handled.answer.subjects if line in lines]
        if handled.answer.status is Status.OK and len(named) == 1:
            return Found(named[0], lines[named[0]].name)
        if handled.answer.status is Status.AMBIGUOUS:
            return Found(nearest=tuple([lines[line].name for line in named]))
        return Found()

    return find
