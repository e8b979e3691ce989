"""Writes questions as command text that the grammar reads back: for choices, buttons and help."""

from __future__ import annotations

from budget.model import Credit, Explanation, Round

__all__ = ["PREFIXES", "ask"]

PREFIXES = {
    "level": "",
    "delta": "delta ",
    "pct": "procent ",
    "reason": "waarom ",
    "rest": "onverklaard ",
    "parts": "onderdelen ",
    "slide_of": "bron ",
}
"""What stands before a name to ask one kind of question of it."""


def ask(
    kind: str, line: str, explanation: Explanation, *, credit: Credit | None = None, round_: Round | None = None
) -> str:
    """Write the command that asks one kind of question of one line, such as "delta Activering (werk) VEK"."""
    text = f"{PREFIXES.get(kind, kind + ' ')}{explanation.lines[line].name}"
    if credit is Credit.VEK:
        text += " VEK"
    if round_ is not None:
        text += f" {round_.label}"
    return text
