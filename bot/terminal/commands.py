"""The commands there are, and the short help that names them; a command that does not exist yet is not in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["COMMANDS", "short_help", "unknown_command"]

# Each module has run(arguments) -> exit code. A command comes in by one line here and one in ABOUT.
COMMANDS: Mapping[str, str] = {
    "ask": "bot.terminal.ask",
    "check": "bot.terminal.check",
    "audit": "bot.terminal.audit",
    "demo": "bot.terminal.demo",
    "serve": "bot.terminal.serve",
    "digest": "bot.terminal.digest",
    "manifest": "bot.terminal.manifest",
}
ABOUT: Mapping[str, str] = {
    "ask": "beantwoordt een vraag over de begroting",
    "check": "kijkt beweringen over de begroting na",
    "audit": "controleert alle cijfers tegen elkaar",
    "demo": "toont de bot in een Slack op deze machine, in je browser",
    "serve": "laat de bot in Slack antwoorden",
    "digest": "toont wie een digest krijgt, maakt er één of verstuurt er één",
    "manifest": "schrijft het manifest waarmee je de app in Slack maakt",
}
EXAMPLES = (
    "bbt ask loopbanen",
    "bbt ask waarom stijgt loopbanen",
    "bbt ask delta vek je",
    "bbt ask hoeveel indexatie in totaal",
    "bbt ask waar komt 15,2 miljoen vandaan",
    "bbt ask wat is VAK",
)


def _listed() -> str:
    return "\n".join(f"  bbt {name:<8} {about}" for name, about in ABOUT.items())


def short_help() -> str:
    """What `bbt` alone prints: the commands and questions to try."""
    examples = "\n".join(f"  {example}" for example in EXAMPLES)
    return (
        "bbt beantwoordt vragen over de beleids- en begrotingstoelichting (BBT).\n\n"
        f"Opdrachten:\n{_listed()}\n\n"
        f"Voorbeelden:\n{examples}\n\n"
        "Meer uitleg: bbt ask --help of bbt audit --help."
    )


def unknown_command(arguments: Sequence[str]) -> str:
    """What to say when the first word is no command; a question without `ask` gets its own hint."""
    # Only letters and digits are shown back: what was typed may hold anything.
    typed = "".join(mark for mark in " ".join(arguments) if mark.isalnum() or mark in " .,%")[:80].strip()
    hint = f'\nWas het een vraag? Typ: bbt ask "{typed}"' if typed else ""
    return f"Die opdracht ken ik niet. Dit kan wel:\n{_listed()}{hint}"
