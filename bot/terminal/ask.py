"""`bbt ask`: one question from the arguments or a stream of them; it asks the house and prints a face."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from bot.terminal.arguments import Parser

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from bot.handle import Handled
    from bot.wiring import House

__all__ = ["run", "wants_colour"]

FACES = ("text", "json", "slack", "teams")
NO_TEAMS = "Antwoorden voor Teams bestaan nog niet. Kies --face text, json of slack."
TEXT_AND_LINES = "Met --jsonl komen de vragen van de invoer: geef dan geen vraag mee."
WRONG_USAGE = 2
EXAMPLES = """\
Voorbeelden:
  bbt ask loopbanen
  bbt ask waarom daalt duurzame arbeidsmarkt werk
  bbt ask --over loopbanen en in VEK?
  bbt ask --face json "delta vek je"
  bbt ask --jsonl < vragen.jsonl

Elke regel van --jsonl is {"id": …, "text": "…"}; elk antwoord {"id", "reply", "result"}, met --face slack ook
"payload". Een regel die geen vraag is krijgt {"id", "error"} en de rest gaat door.
Afsluitcode: 0 beantwoord (ook als het niet in het document staat), 1 mislukt, 2 verkeerd gebruikt."""


def run(arguments: Sequence[str]) -> int:
    """Answer and return the exit code."""
    given = _read(arguments)
    if given.face == "teams":
        print(NO_TEAMS, file=sys.stderr)
        return WRONG_USAGE
    if given.jsonl:
        return _stream(given)
    from bot.terminal.house import open_here

    house = open_here()
    handled = _handled(" ".join(given.text), given.over, house)
    print(_face(handled, given.face))
    return 0


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser(
        "bbt ask [opties] VRAAG", "Beantwoordt een vraag over de begroting met cijfer, reden en bron.", EXAMPLES
    )
    parser.inputs.add_argument("text", nargs="*", metavar="VRAAG", help="de vraag, met of zonder aanhalingstekens")
    parser.options.add_argument(
        "--face", choices=FACES, default="text", metavar="VORM", help="text (gewoon), json, slack of teams"
    )
    parser.options.add_argument("--over", metavar="VRAAG", help="de vorige vraag, voor een vervolg als: en in VEK?")
    parser.options.add_argument("--jsonl", action="store_true", help="leest vragen van de invoer, een per regel")
    given = parser.parse_intermixed_args(list(arguments))
    if given.jsonl and given.text:
        parser.stop(TEXT_AND_LINES)
    return given


def _handled(text: str, over: str | None, house: House) -> Handled:
    from bot.handle import handle, subject_of

    last = None if over is None else subject_of(over, house)
    return handle(text, house, last)


def _face(handled: Handled, face: str) -> str:
    if face == "slack":
        from bot.terminal.json_lines import payload, written

        return written(payload(handled.reply), indent=2)
    if face == "json":
        from bot.terminal.json_lines import written
        from bot.terminal.result import result

        return written(result(handled.answer), indent=2)
    from bot.terminal.text import reply_text

    return reply_text(handled.reply, colour=wants_colour())


def wants_colour() -> bool:
    """Whether the answer goes to a person at a terminal who takes colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _stream(given: argparse.Namespace) -> int:
    from bot.terminal.house import open_here
    from bot.terminal.json_lines import answer_lines

    return answer_lines(sys.stdin.buffer, sys.stdout, open_here(), face=given.face, over=given.over)
