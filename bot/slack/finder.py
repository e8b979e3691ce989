"""What the search menu offers while somebody types: lines and policies, grouped by programme; it answers nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct

from bot.replies import slack_texts as words
from bot.replies.naming import asked_as, title
from bot.slack.escape import plain, shorten
from budget.model import Catalog, Explanation, Level
from budget.resolve.text import phrase_key

__all__ = ["Finder"]

_MOST: Final = 99  # options in one answer; Slack takes a hundred, the last is the search in everything
_LABEL: Final = 75
_VALUE: Final = 150
_SEARCH: Final = "zoek "


class _Entry(Struct, frozen=True):
    group: str
    label: str
    question: str
    words: tuple[str, ...]


class Finder:
    """The entries of one catalog, read once."""

    def __init__(self, catalog: Catalog) -> None:
        self._entries = tuple(_entries(catalog.default))

    def groups(self, typed: str) -> dict[str, Any]:
        """The options that hold every word as the beginning of one of theirs; all of them for nothing typed."""
        asked = phrase_key(typed[:_VALUE]).split()
        found = [entry for entry in self._entries if _holds(entry.words, asked)][:_MOST]
        groups: dict[str, list[Any]] = {}
        for entry in sorted(found, key=lambda entry: (entry.group != words.OTHERS, entry.group)):
            groups.setdefault(entry.group, []).append(_option(entry.label, entry.question))
        if asked:
            question = _SEARCH + " ".join(asked)
            groups[words.SEARCH_FOR] = [_option(question, question[:_VALUE])]
        return {
            "option_groups": [
                {"label": {"type": "plain_text", "text": group}, "options": options}
                for group, options in groups.items()
            ]
        }


def _entries(explanation: Explanation) -> list[_Entry]:
    """Lines, which are never cut off by policies, and then the policies; each knows its programme."""
    made: list[_Entry] = []
    homes: dict[str, str] = {}
    for line in explanation.lines.values():
        group = words.OTHERS if line.programme is None else words.group(line.programme)
        homes[line.id] = group
        label = title(line)
        if line.level is Level.PROGRAMME and line.programme and line.programme not in label:
            label = f"{line.programme}: {label}"
        made.append(_entry(group, label, asked_as(line), line.id))
    for policy in explanation.policies.values():
        group = next((homes[line] for line in policy.lines if line in homes), words.OTHERS)
        made.append(_entry(group, policy.name, policy.name, policy.id))
    return made


def _entry(group: str, label: str, question: str, more: str) -> _Entry:
    return _Entry(group, label, question, tuple(phrase_key(f"{label} {question} {more.replace('-', ' ')}").split()))


def _holds(own: Sequence[str], asked: Sequence[str]) -> bool:
    return all(any(word.startswith(one) for word in own) for one in asked)


def _option(label: str, question: str) -> dict[str, Any]:
    return {"text": {"type": "plain_text", "text": shorten(plain(label), _LABEL)}, "value": question}
