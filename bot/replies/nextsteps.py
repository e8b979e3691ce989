"""Next steps as command text: every button types something our own grammar understands."""

from __future__ import annotations

from functools import lru_cache

from bot.replies.model import Button
from bot.replies.naming import asked_as
from budget.model import Credit, Level, Line

__all__ = ["after_figure", "after_reason", "ask", "help_steps", "ranking"]

HELP = Button("Hulp", "help")


@lru_cache(maxsize=1024)
def ask(label: str, command: str) -> Button:
    """A button with a label and the command it types."""
    return Button(label, command)


@lru_cache(maxsize=64)
def ranking(level: Level) -> Button:
    """The step that puts all lines of a level side by side."""
    if level is Level.PROGRAMME:
        return Button("Vergelijk programma's", "rangschik de programma's")
    return Button("Vergelijk ISE's", "rangschik de ISE's")


@lru_cache(maxsize=1024)
def _after_figure(name: str, credit: Credit, level: Level, year: str, *, why: bool) -> tuple[Button, ...]:
    other = "VEK" if credit is Credit.VAK else "VAK"
    steps = [Button(other, f"{name} {other}{year}")]
    if why:
        steps.append(Button("Waarom", f"waarom {name}"))
    steps += [ranking(level), Button("Bron", f"bron {name}")]
    return tuple(steps)


def after_figure(line: Line, credit: Credit, year: int | None = None, *, why: bool = True) -> tuple[Button, ...]:
    """Steps after a figure: the other credit (in the same year), why, the ranking, the source."""
    return _after_figure(asked_as(line), credit, line.level, f" {year}" if year else "", why=why)


@lru_cache(maxsize=1024)
def _after_reason(name: str, *, rest: bool) -> tuple[Button, ...]:
    figures, source = Button("Cijfers", f"budget {name}"), Button("Bron", f"bron {name}")
    if not rest:
        return (figures, source)
    return (figures, Button("Onverklaard deel", f"hoeveel van {name} blijft onverklaard"), source)


def after_reason(line: Line, *, rest: bool = True) -> tuple[Button, ...]:
    """Steps after reasons: the figures, what stays unexplained (when there is a rest to speak of), the source."""
    return _after_reason(asked_as(line), rest=rest)


def help_steps() -> tuple[Button, ...]:
    """Steps that always work, whatever was asked; without any digit in them."""
    return (Button("Loopbanen", "loopbanen"), Button("Stijgers", "stijgers"), HELP)
