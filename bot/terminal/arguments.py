"""argparse that speaks Dutch: usage, help and errors; it runs no command."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Parser"]

# What argparse says in English, and what a user reads. Not matched: the general sentence, never the English.
ERRORS = (
    (
        r"argument (?P<name>\S+?): invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)",
        "{name} kan niet {value} zijn. Kies uit: {choices}.",
    ),
    (
        r"argument (?P<name>\S+?): invalid int value: (?P<value>.+)",
        "Achter {name} hoort een getal, niet {value}.",
    ),
    (r"argument (?P<name>\S+?): expected (?:one|at least one) argument", "Achter {name} moet nog iets staan."),
    (r"argument (?P<name>\S+?): ignored explicit argument (?P<value>.+)", "Achter {name} hoort geen waarde."),
    (r"argument (?P<name>\S+?): not allowed with argument (?P<value>\S+)", "{name} en {value} gaan niet samen."),
    (
        r"argument (?P<name>\S+?): invalid _port value: (?P<value>.+)",
        "Achter {name} hoort een poort van 0 tot 65535, niet {value}.",
    ),
    (r"argument (?P<name>\S+?): invalid \S+ value: (?P<value>.+)", "{value} kan niet achter {name}."),
    (
        r"unrecognized arguments: (?P<value>.+)",
        "Deze optie ken ik niet: {value}. Begint de vraag met een streepje, zet er dan -- voor.",
    ),
    (r"the following arguments are required: (?P<value>.+)", "Er ontbreekt nog iets: {value}."),
)
GENERAL = "Zo begrijp ik de opdracht niet."
WRONG_USAGE = 2


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """The parser of one command; a usage error leaves with exit code 2 and a Dutch sentence."""

    def __init__(self, usage: str, description: str, examples: str) -> None:
        # The usage is given whole: argparse would cut the English word off its own.
        super().__init__(
            usage=usage,
            description=description,
            epilog=examples,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.inputs = self.add_argument_group("Wat je geeft")
        self.options = self.add_argument_group("Opties")
        self.options.add_argument("-h", "--help", action="help", help="toont deze uitleg")

    def error(self, message: str) -> NoReturn:
        """Say in Dutch what argparse found wrong; leave with 2."""
        self.stop(_dutch(message))

    def stop(self, sentence: str) -> NoReturn:
        """Say what is wrong and how the command is used; leave with 2."""
        print(f"{sentence}\n{self.format_usage().strip()}", file=sys.stderr)
        sys.exit(WRONG_USAGE)


def _dutch(message: str) -> str:
    for pattern, sentence in ERRORS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            # Control characters of a typed value must not reach the terminal.
            facts = {
                name: "".join(mark for mark in fact if mark.isprintable())[:80]
                for name, fact in found.groupdict().items()
            }
            return sentence.format(**facts)
    return GENERAL
