"""`bbt demo`: the bot in a Slack on this machine, in the browser; where that cannot be had, in the terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.terminal.arguments import Parser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["run"]

FAILURE = 1
EXAMPLES = """\
Voorbeelden:
  bbt demo               een Slack op deze machine, in je browser
  bbt demo --terminal    hetzelfde gesprek, hier

De eerste keer haalt npm een pakket op (zo'n 30 MB); het komt in de cache van bbt en nergens anders. Er is geen
account en geen werkruimte nodig, en na Ctrl-C blijft er niets van over.
Afsluitcode: 0 netjes gestopt (Ctrl-C of SIGTERM), 1 mislukt, 2 verkeerd gebruikt."""

STARTING = "De demo start: een Slack op deze machine (de eerste keer haalt npm een pakket op)."
READY = """\
De demo draait. Open in je browser:

  {address}

Typ in #begroting:  /bbt loopbanen   of   /bbt waarom stijgt competenties
Noem de bot in een bericht met @bbt, of open bbt onder Apps. Rechtsboven kies je als wie je typt.
Stoppen: Ctrl-C."""
STOPPED = "De demo is gestopt."
LACKS = {
    "platform": "Voor deze machine bestaat de lokale Slack niet (wel voor Linux op x86-64).",
    "npm": "npm ontbreekt, en dat haalt de lokale Slack op. Op Debian of Ubuntu: apt-get install nodejs npm",
    "package": "npm kon de lokale Slack niet ophalen{details}.",
    "start": "De lokale Slack wil niet starten{details}.",
}
TALKING = "Daarom hier in de terminal. Stel een vraag, bijvoorbeeld: loopbanen. Stoppen: Ctrl-D of Ctrl-C."
CHOSEN = "Stel een vraag, bijvoorbeeld: loopbanen. Stoppen: Ctrl-D of Ctrl-C."


def run(arguments: Sequence[str]) -> int:
    """Run the demo until told to stop and return the exit code."""
    parser = Parser("bbt demo [opties]", "Toont de bot in een Slack op deze machine, tot je hem stopt.", EXAMPLES)
    parser.options.add_argument("--terminal", action="store_true", help="praat in de terminal, zonder browser")
    given = parser.parse_args(list(arguments))
    lack = None if given.terminal else _in_the_browser()
    if not given.terminal and lack is None:
        return 0
    if lack is not None:
        print(lack, file=sys.stderr)
    return _in_the_terminal(CHOSEN if lack is None else TALKING)


def _in_the_browser() -> str | None:
    """Run until told to stop; what lacks, in words, when it could not start."""
    from bot.demo.install import NotInstalledError, cache_folder, local_slack
    from bot.demo.server import NotStartedError

    print(STARTING, flush=True)
    try:
        binary = local_slack(cache_folder())
        from bot.demo.run import run as run_demo
        from bot.settings import data_folder

        run_demo(binary, data_folder(os.environ, Path()), _announce)
    except NotInstalledError as error:
        return _lacking(error.lack.value, error.details)
    except NotStartedError as error:
        return _lacking("start", str(error))
    print(STOPPED, flush=True)
    return None


def _announce(address: str) -> None:
    print(READY.format(address=address), flush=True)


def _lacking(lack: str, details: str) -> str:
    shown = "".join(mark for mark in details if mark.isprintable())[:200]
    return LACKS[lack].format(details=f": {shown}" if shown else "")


def _in_the_terminal(said: str) -> int:
    from bot.terminal.ask import wants_colour
    from bot.terminal.house import open_here
    from bot.terminal.talk import talk

    house = open_here()
    print(said, flush=True)
    talk(house, _typed(), colour=wants_colour())
    return 0


def _typed() -> Iterator[str]:
    """What is typed, line by line, whatever encoding the locale made Python believe; nothing without an input."""
    if sys.stdin is not None:
        for line in sys.stdin.buffer:
            yield line.decode("utf-8", "replace")
