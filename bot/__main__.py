"""The door of the program: `bbt` and `python -m bot` come in here; all that follows stands in bot.terminal."""

from __future__ import annotations

import sys

from bot.terminal.main import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
