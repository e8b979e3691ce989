"""What the pages show besides printed output: scopes, questions with the answer quoted below, and links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Final

__all__ = ["LostError", "lost_links", "scopes_told", "shown_answers"]

SCOPE: Final = re.compile(r"^\| `([a-z_.:]+)` \|", re.MULTILINE)
HEADING: Final = "| scope |"
ASKED: Final = re.compile(r"^(?:/bbt|bbt ask)\b.*$", re.MULTILINE)
QUOTED: Final = re.compile(r"\n```\n\n((?:> .*\n)+)")
CONSOLE: Final = re.compile(r"```console\n.*?```", re.DOTALL)  # held by tests.house.documents
LINK: Final = re.compile(r"\]\((?!https?:)([^)\s]+)\)")
HEADINGS: Final = re.compile(r"^#+ (.+)$", re.MULTILINE)


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


def lost_links(name: str, pages: Mapping[str, str]) -> list[str]:
    """The links of a page, other than to the web, that lead to no file or to no heading of it; pages by path."""
    lost = []
    for link in LINK.findall(CONSOLE.sub("", pages[name])):
        path, _, heading = link.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
        if target not in pages or (heading and heading not in map(_anchor, HEADINGS.findall(pages[target]))):
            lost.append(link)
    return lost


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
