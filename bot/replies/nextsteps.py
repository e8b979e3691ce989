"""Next steps as command text: every button types something our own grammar understands."""

from __future__ import annotations

from functools import lru_cache

from bot.replies.model import Button
from bot.replies.naming import asked_as, in_sentence
from budget.model import Credit, Level, Line
from budget.queries import Measure

__all__ = ["after_figure", "after_policy", "after_reason", "ask", "help_steps", "ranking"]

_AHEAD = {Measure.LEVEL: "", Measure.DELTA: "delta ", Measure.PCT: "delta procent "}
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
def _after_figure(
    name: str, credit: Credit, level: Level, wording: tuple[str, str], *, chart: bool
) -> tuple[Button, ...]:
    other = "VEK" if credit is Credit.VAK else "VAK"
    ahead, year = wording
    return (
        Button(other, f"{ahead}{name} {other}{year}"),
        Button("Waarom", f"waarom {name}"),
        *((Button("Grafiek", f"grafiek {name}"),) if chart else ()),
        ranking(level),
        Button("Bron", f"bron {name}"),
    )


def after_figure(
    line: Line, credit: Credit, measure: Measure, year: int | None = None, *, chart: bool = False
) -> tuple[Button, ...]:
    """Steps after a figure: the same in the other credit (and the same year), why, the ranking, the source.

    `chart` when there are bars to show that the answer does not hold.
    """
    wording = (_AHEAD[measure], f" {year}" if year else "")
    return _after_figure(asked_as(line), credit, line.level, wording, chart=chart)


@lru_cache(maxsize=1024)
def _after_reason(name: str, *, rest: bool) -> tuple[Button, ...]:
    figures, source = Button("Cijfers", f"budget {name}"), Button("Bron", f"bron {name}")
    if not rest:
        return (figures, source)
    return (figures, Button("Onverklaard deel", f"hoeveel van {name} blijft onverklaard"), source)


def after_reason(line: Line, *, rest: bool = True) -> tuple[Button, ...]:
    """Steps after reasons: the figures, what stays unexplained (when there is a rest to speak of), the source."""
    return _after_reason(asked_as(line), rest=rest)


@lru_cache(maxsize=1024)
def _after_policy(name: str, said: str, command: str) -> tuple[Button, ...]:
    return Button(name, command), Button(f"Waarom {said}", f"waarom {command}")


def after_policy(line: Line) -> tuple[Button, ...]:
    """Steps after a policy, to a line it stands under: its figures, and why it changes."""
    return _after_policy(line.name, in_sentence(line), asked_as(line))


def help_steps() -> tuple[Button, ...]:
    """Steps that always work, whatever was asked; without any digit in them."""
    return (Button("Loopbanen", "loopbanen"), Button("Stijgers", "stijgers"), HELP)
