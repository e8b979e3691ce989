"""The parts of docs/commands.md that are made from the grammar and the commands; it writes no file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Final

from bot.grammar.digest import DIGEST_EXAMPLES
from bot.grammar.examples import EXAMPLES
from bot.grammar.orders import ORDER_EXAMPLES
from bot.handle import Handled, handle
from bot.replies.digest_orders import digest_items
from bot.replies.model import Items
from bot.replies.orders import order_items
from bot.terminal.commands import ABOUT
from bot.wiring import House, open_house

__all__ = ["with_made_parts"]

PART: Final = re.compile(r"(<!-- made: (\w+) -->\n)(.*?)(<!-- /made -->)", re.DOTALL)


def with_made_parts(text: str) -> str:
    """A document with everything between its marks made anew; a mark nobody knows is a KeyError."""
    return PART.sub(lambda part: f"{part[1]}\n{PARTS[part[2]]()}\n{part[4]}", text)


@lru_cache(maxsize=1)
def _house() -> House:
    return open_house()


def _answered(question: str) -> Handled:
    return handle(question, _house())


def _told(items: Items) -> dict[str, str]:
    """Each line of help: the command before its colon, and what is said of it behind."""
    lines = (text.partition(": ") for _, text, _ in items.items)
    return {command: about for command, _, about in lines}


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [header, ("---",) * len(header), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


def _questions() -> str:
    told = next(part for part in _answered("help").reply.parts if isinstance(part, Items))
    # In the same order; help leaves one amount for the reader to fill in, so the words may differ.
    asked = zip(EXAMPLES.values(), _told(told).values(), strict=True)
    return _table(
        ("typ", "dat geeft", "het antwoord begint met"),
        ((f"`{question}`", about, _answered(question).reply.headline) for question, about in asked),
    )


def _listed(examples: Mapping[type, str], items: Items) -> str:
    told = _told(items)
    return _table(("typ", "dat doet"), ((f"`{command}`", told[command]) for command in examples.values()))


def _terminal() -> str:
    table = _table(("opdracht", "wat ze doet"), ((f"`bbt {name}`", about) for name, about in ABOUT.items()))
    # The block that shows what is printed fills these in.
    helps = [f"\n```console\n$ bbt {name} --help\n```\n" for name in ABOUT]
    return table + "".join(helps)


PARTS: Final[Mapping[str, Callable[[], str]]] = {
    "questions": _questions,
    "orders": lambda: _listed(ORDER_EXAMPLES, order_items()),
    "digest": lambda: _listed(DIGEST_EXAMPLES, digest_items()),
    "terminal": _terminal,
}
