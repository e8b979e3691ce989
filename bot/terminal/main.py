"""Finds the command, runs it, and turns whatever happens into an exit code; it answers nothing itself.

Exit codes: 0 answered (also "not in the document"), 1 failure, 2 wrong usage, 130 stopped with Ctrl-C,
141 nobody reads the output any more (as the shell reports it for other programs).
"""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from budget.errors import BudgetError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

FAILURE = 1
STOPPED = 130
NOBODY_READS = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command (None: the program's own arguments) and return its exit code; nothing is raised."""
    _speak_utf8()
    try:
        code = _finish(sys.argv[1:] if arguments is None else list(arguments))
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # What is still buffered has no reader: give it to the void, or Python complains at its own exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    return code


def _finish(arguments: list[str]) -> int:
    try:
        code = _run(arguments)
    except SystemExit as stop:  # argparse leaves this way, after help or a usage error
        code = stop.code if isinstance(stop.code, int) else FAILURE
    except BudgetError as error:
        from bot.terminal.faults import expected_fault

        print(expected_fault(error), file=sys.stderr)
        code = FAILURE
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:  # noqa: BLE001 - the one outer handler: the user gets a sentence, the log the rest
        from bot.terminal.faults import unexpected_fault

        print(unexpected_fault(error), file=sys.stderr)
        code = FAILURE
    sys.stdout.flush()
    return code


def _run(arguments: list[str]) -> int:
    from bot.terminal.commands import COMMANDS, short_help, unknown_command

    first, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if first in ("", "help", "-h", "--help"):
        print(short_help())
        return 0
    module = COMMANDS.get(first)
    if module is None:
        print(unknown_command(arguments), file=sys.stderr)
        return 2
    run = import_module(module).run
    return int(run([_as_typed(argument) for argument in rest]))


def _as_typed(argument: str) -> str:
    """The argument as its bytes read in UTF-8, whatever encoding the locale made Python believe."""
    return os.fsencode(argument).decode("utf-8", "replace")


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
