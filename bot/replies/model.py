"""A Reply: what a person reads, in Dutch, without any platform; faces may arrange it but drop nothing."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["Button", "Chart", "Items", "Paragraph", "Part", "Reply", "SourceLine", "Table"]


class Paragraph(Struct, frozen=True):
    """One or more whole sentences."""

    text: str


class Table(Struct, frozen=True):
    """A table of ready-written cells; `numeric` tells per column whether it is right-aligned."""

    caption: str  # names the unit: "Duizend euro"
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]


class Items(Struct, frozen=True):
    """A titled list; each item is an optional amount ("+13,0 miljoen euro", "" for none), a text, and a depth (0, 1).

    With `total` it is a list that adds up: the last items then are the sum, the rest and the change itself.
    """

    title: str
    items: tuple[tuple[str, str, int], ...]


class Chart(Struct, frozen=True):
    """Bars in million euro; labels are at most 20 characters and unique, values exact as written in the tables."""

    title: str
    series: str
    bars: tuple[tuple[str, float], ...]


Part = Paragraph | Table | Items | Chart


class SourceLine(Struct, frozen=True):
    """One source as people cite it, with the link to the slide when there is one."""

    text: str
    link: str | None


class Button(Struct, frozen=True):
    """A next step: what it says and the command text it types for the user."""

    label: str
    command: str


class Reply(Struct, frozen=True):
    """The whole reply, top to bottom in the order of the fields.

    `headline` alone answers the question. `context` says credit, round, scope and definition. `paste` is one
    sentence with its source for a note or a speech ("" when there is nothing to quote). `choices` are the
    readings of an ambiguous question or the "Bedoelde je ...?" names, `buttons` the next steps.
    """

    status: str
    headline: str
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()
    context: str = ""
    sources: tuple[SourceLine, ...] = ()
    paste: str = ""
    choices: tuple[Button, ...] = ()
    buttons: tuple[Button, ...] = ()
