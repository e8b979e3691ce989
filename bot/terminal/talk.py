"""The conversation in the terminal: question after question, with follow-ups; nothing typed here is kept."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.wiring import House

__all__ = ["talk"]

PROMPT = "\nbbt> "
ENDINGS = frozenset({"stop", "exit", "quit", "einde"})


def talk(house: House, lines: Iterable[str], *, colour: bool) -> None:
    """Answer every line until the lines end or one of them asks to stop; a follow-up is about the last subject."""
    from bot.grammar.followup import remember
    from bot.handle import handle
    from bot.terminal.text import reply_text

    last = None
    _prompt()
    for line in lines:
        text = line.strip()
        if text.casefold() in ENDINGS:
            return
        if text:
            handled = handle(_asked(text), house, last)
            last = remember(handled.answer) or last
            print(f"\n{reply_text(handled.reply, colour=colour)}")
        _prompt()
    print()


def _asked(text: str) -> str:
    """What is asked: in the terminal people type what they would type in Slack, or in the shell."""
    for before in ("/bbt ", "bbt ask ", "@bbt "):
        if text.casefold().startswith(before):
            return text[len(before) :].strip().strip('"')
    return text


def _prompt() -> None:
    sys.stdout.write(PROMPT)
    sys.stdout.flush()
