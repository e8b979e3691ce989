"""What somebody typed in Slack as plain text: Slack's own marks undone; nothing of it is understood here."""

from __future__ import annotations

import re
from typing import Final

from bot.slack.escape import clean

__all__ = ["typed"]

# <@U1|ann>, <#C1|name>, <!here>, <https://a.be|a.be>: the shown words stay, an id says nothing to us.
_MARK: Final = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")
_LONGEST: Final = 20_000  # far above any question, far below what would take time


def _shown(match: re.Match[str]) -> str:
    kind, target, shown = match.groups()
    if kind:
        return " "
    return shown if shown is not None else target


def typed(text: str) -> str:
    """The words somebody typed: mentions left out, links as they are shown, & < > written out again.

    What nobody can see is left out too.

    >>> typed("<@U123> R&amp;D <https://a.be|a.be>")
    'R&D a.be'
    """
    text = text[:_LONGEST]
    if "<" in text:
        text = _MARK.sub(_shown, text)
    if "&" in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return clean(text).strip()
