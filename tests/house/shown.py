"""What the Dutch pages show besides printed output: the table of scopes, and questions with the answer quoted below."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["LostError", "scopes_told", "shown_answers"]

SCOPE: Final = re.compile(r"^\| `([a-z_.:]+)` \|", re.MULTILINE)
HEADING: Final = "| scope |"
ASKED: Final = re.compile(r"^(?:/bbt|bbt ask)\b.*$", re.MULTILINE)
QUOTED: Final = re.compile(r"\n```\n\n((?:> .*\n)+)")
CONSOLE: Final = re.compile(r"```console\n.*?```", re.DOTALL)  # held by tests.house.documents


class LostError(Exception):
    """A question is shown without an answer below it."""


def scopes_told(text: str) -> list[str]:
    """The scopes in the rows of the table of scopes, as often as they stand there."""
    table = text[text.index(HEADING) :].split("\n\n", 1)[0]
    return SCOPE.findall(table)


def shown_answers(text: str) -> list[tuple[str, str]]:
    """Each line that starts with /bbt or bbt ask, with the sentence quoted right below its block.

    Raises LostError for a line without one.
    """
    text = CONSOLE.sub("", text)
    found = []
    for asked in ASKED.finditer(text):
        quoted = QUOTED.match(text, asked.end())
        if quoted is None:
            raise LostError(asked.group())
        found.append((asked.group(), " ".join(line[2:] for line in quoted[1].splitlines())))
    return found
