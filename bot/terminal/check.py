"""`bbt check`: the claims of a sentence, a file or the input, each with its verdict; it judges nothing itself."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.terminal.arguments import Parser

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

__all__ = ["run"]

WRONG_USAGE = 2
LARGEST = 10_000_000  # bytes of a text that is read
EXAMPLES = """\
Voorbeelden:
  bbt check loopbanen stijgt met 57,7 miljoen
  bbt check --date 2021-10-20 "Vorig jaar kreeg JA 38,5 miljoen."
  bbt check --file toespraak.txt
  bbt check --json < toespraak.txt
  bbt check --jsonl < zinnen.jsonl

Elke regel van --jsonl is {"id": …, "text": "…"}; elk oordeel {"id", "verdicts", "claims"}.
Afsluitcode: 0 nagekeken, 1 mislukt, 2 verkeerd gebruikt."""
NO_DATE = "Die datum ken ik niet. Schrijf jaar-maand-dag, zoals 2021-10-18."
NO_FILE = "Dat bestand kan ik niet lezen. Kijk na of het bestaat en of je het mag openen."
TOO_LARGE = "Deze tekst is te groot: hoogstens 10 MB. Knip hem in stukken."
NO_TEXT = "Dit is geen platte tekst in UTF-8. Bewaar het bestand als tekst (.txt, UTF-8) en probeer opnieuw."
EMPTY = "Er is niets om na te kijken. Geef een zin, of een bestand met --file."
TOO_MANY = "Geef de tekst op één manier: als zin, met --file of met --jsonl."
ONE_FORM = "Kies --json of --jsonl, niet allebei."


def run(arguments: Sequence[str]) -> int:
    """Judge what was given and return the exit code."""
    given = _read(arguments)
    said_on = _date(given.date)
    if given.date is not None and said_on is None:
        return _stop(NO_DATE)
    if given.jsonl:
        from bot.terminal.check_json import check_lines
        from bot.terminal.house import open_here

        return check_lines(sys.stdin.buffer, sys.stdout, open_here().lexicon, said_on)
    text = " ".join(given.text) if given.text else _bytes(given.file)
    if isinstance(text, int):
        return text
    if not any(mark.isalnum() for mark in text):
        return _stop(EMPTY)
    return _print(text, said_on, as_json=given.json)


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser(
        "bbt check [opties] ZIN", "Kijkt beweringen over de begroting na, met oordeel, cijfer en bron.", EXAMPLES
    )
    parser.inputs.add_argument("text", nargs="*", metavar="ZIN", help="de zin; zonder zin leest bbt de invoer")
    parser.inputs.add_argument("--file", metavar="BESTAND", help="een bestand met platte tekst")
    parser.options.add_argument("--date", metavar="DATUM", help="wanneer het gezegd is, zoals 2021-10-18")
    parser.options.add_argument("--json", action="store_true", help="schrijft de oordelen als JSON")
    parser.options.add_argument("--jsonl", action="store_true", help="leest teksten van de invoer, een per regel")
    given = parser.parse_intermixed_args(list(arguments))
    if bool(given.text) + bool(given.file) + given.jsonl > 1:
        parser.stop(TOO_MANY)
    if given.json and given.jsonl:
        parser.stop(ONE_FORM)
    return given


def _date(written: str | None) -> date | None:
    try:
        return None if written is None else date.fromisoformat(written)
    except ValueError:
        return None


def _bytes(file: str | None) -> str | int:
    """The text of a file or of the input, or the exit code when it is none."""
    try:
        if file is None:
            raw = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(file).open("rb") as opened:
                raw = opened.read(LARGEST + 1)
    except OSError:
        return _stop(NO_FILE, 1)
    if len(raw) > LARGEST:
        return _stop(TOO_LARGE, 1)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _stop(NO_TEXT, 1)
    return _stop(NO_TEXT, 1) if "\0" in text else text.replace("\r\n", "\n")


def _stop(sentence: str, code: int = WRONG_USAGE) -> int:
    print(sentence, file=sys.stderr)
    return code


def _print(text: str, said_on: date | None, *, as_json: bool) -> int:
    from bot.replies.check import explained, heading, summary
    from bot.terminal.house import open_here
    from budget.claims.check import check

    lexicon = open_here().lexicon
    claims = check(text, lexicon, said_on)
    explanation = lexicon.catalog.default
    if as_json:
        from bot.terminal.check_json import claim_json
        from bot.terminal.json_lines import written

        print(written({"claims": [claim_json(one, explanation) for one in claims]}, indent=2))
        return 0
    for one in claims:
        print(f"{heading(one)}\n  {explained(one, explanation)}\n")
    print(summary(claims))
    return 0
