"""How lines, reasons and lists of names stand in a sentence, in a command and under a bar; nothing is looked up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from budget.model import Level, Line

__all__ = ["asked_as", "bar_labels", "in_sentence", "inner", "joined", "kind_of_line", "opening", "subject", "title"]

_LONGEST_BAR = 20
_PROPER = ("Vlaams", "Vlaander", "Europe", "Nederland")  # words that keep their capital inside a sentence too


@lru_cache(maxsize=2048)
def inner(name: str) -> str:
    """A name inside a sentence: a plain word loses its capital, letters such as VDAB or JD keep theirs."""
    first, _, _ = name.partition(" ")
    if first.startswith(_PROPER):
        return name
    return name[:1].lower() + name[1:] if first[1:].islower() or first[1:] == "" else name


@lru_cache(maxsize=2048)
def opening(text: str) -> str:
    """A text with a capital at its start."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=2048)
def _total(name: str, short: str) -> str:
    first, _, rest = name.partition(" ")
    return f"het hele {rest}" if first == "Totaal" and rest else short


@lru_cache(maxsize=2048)
def _part_of(name: str) -> str:
    owner, colon, part = name.partition(": ")
    return f"{inner(part)} bij {owner}" if colon else inner(name)


def in_sentence(line: Line) -> str:
    """A line inside a sentence: "loopbanen", "activering (werk) bij VDAB", "de doelstelling Sterke loopbanen"."""
    if line.level is Level.OBJECTIVE:
        return f"de doelstelling {line.name}"
    return _total(line.name, line.short) if line.level is Level.TOTAL else _part_of(line.name)


def subject(line: Line) -> str:
    """A line as the subject that starts a sentence: "Loopbanen", "Het hele beleidsdomein WSE"."""
    return opening(in_sentence(line))


def title(line: Line) -> str:
    """A line in front of a colon: "Loopbanen", "Activering (werk) bij VDAB", "Totaal beleidsdomein WSE"."""
    if line.level is Level.TOTAL or line.level is Level.OBJECTIVE:
        return line.name
    return opening(_part_of(line.name))


@lru_cache(maxsize=2048)
def _typed(name: str) -> str:
    for mark in "():":
        name = name.replace(mark, " ")
    return " ".join(name.split())


def asked_as(line: Line) -> str:
    """The line as people type it in a command: "duurzame arbeidsmarkt werk", "WSE", "VDAB competenties"."""
    if line.level is Level.TOTAL:
        return line.id.upper()
    name = line.name.partition(" (")[0] if line.level is Level.PROGRAMME else line.name
    return _typed(inner(name))


def joined(names: Iterable[str], last: str = "en") -> str:
    """Names as a spoken list: "a, b en c"; empty for none."""
    items = list(names)
    if len(items) < 2:  # noqa: PLR2004 - one name needs no joining
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def kind_of_line(line: Line, *, plural: bool = False) -> str:
    """What a line is called: "ISE", "programma", "doelstelling" or "totaal"."""
    match line.level:
        case Level.ISE:
            return "ISE's" if plural else "ISE"
        case Level.PROGRAMME:
            return "programma's" if plural else "programma"
        case Level.OBJECTIVE:
            return "doelstellingen" if plural else "doelstelling"
        case _:
            return "totalen" if plural else "totaal"


@lru_cache(maxsize=1024)
def bar_labels(names: tuple[str, ...]) -> tuple[str, ...]:
    """Labels of at most 20 characters, each different, in the order of the names."""
    taken: set[str] = set()
    labels = []
    for name in names:
        label = name if len(name) <= _LONGEST_BAR else f"{name[: _LONGEST_BAR - 1].rstrip()}…"
        turn = 2
        while label in taken:
            tail = f" {turn}"
            label = f"{name[: _LONGEST_BAR - len(tail)].rstrip()}{tail}"
            turn += 1
        taken.add(label)
        labels.append(label)
    return tuple(labels)
