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

    from bot.terminal.check_files import Told
    from budget.claims.model import Claim
    from budget.model import Explanation
    from budget.resolve.lexicon import Lexicon

__all__ = ["run"]

WRONG_USAGE = 2
FAILED = 1
EXAMPLES = """\
Voorbeelden:
  bbt check loopbanen stijgt met 57,7 miljoen
  bbt check --date 2021-10-20 "Dit jaar krijgt JA 38,5 miljoen."
  bbt check --file toespraak.txt --html toespraak.html
  bbt check --file debat.vtt
  bbt check --json < toespraak.txt
  bbt check --jsonl < zinnen.jsonl

Een bestand is platte tekst, ondertitels (.vtt, .srt) of een Word-document (.docx), tot 10 MB.
Elke regel van --jsonl is {"id": …, "text": "…"}, met "date" erbij als je weet wanneer het gezegd is;
elk antwoord is {"id", "verdicts", "claims"}.
Afsluitcode: 0 nagekeken, 1 mislukt, 2 verkeerd gebruikt."""
NO_DATE = "Die datum ken ik niet. Schrijf jaar-maand-dag, zoals 2021-10-18."
EMPTY = "Er is niets om na te kijken. Geef een zin, of een bestand met --file."
TOO_MANY = "Geef de tekst op één manier: als zin, met --file of met --jsonl."
ONE_FORM = "Kies één vorm: --json, --jsonl of --html."
NOT_WRITTEN = "{name} kan ik niet schrijven. Kijk na of de map bestaat en of er plaats is."
WRITTEN = "Geschreven: {name}"
_FEW = 20_000  # characters: a shorter text is done before anyone looks


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
    from bot.terminal.check_files import FileProblem, Told, read_file, read_input

    try:
        told = Told(" ".join(given.text)) if given.text else read_file(given.file) if given.file else read_input()
    except FileProblem as wrong:
        return _stop(str(wrong), FAILED)
    if not any(mark.isalnum() for mark in told.text):
        return _stop(EMPTY)
    return _judge(told, said_on, given)


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser(
        "bbt check [opties] ZIN", "Kijkt beweringen over de begroting na, met oordeel, cijfer en bron.", EXAMPLES
    )
    parser.inputs.add_argument("text", nargs="*", metavar="ZIN", help="de zin; zonder zin leest bbt de invoer")
    parser.inputs.add_argument("--file", metavar="BESTAND", help="een tekst, ondertitels (.vtt, .srt) of een .docx")
    parser.options.add_argument("--date", metavar="DATUM", help="wanneer het gezegd is, zoals 2021-10-18")
    parser.options.add_argument("--json", action="store_true", help="schrijft de oordelen als JSON")
    parser.options.add_argument("--html", metavar="BESTAND", help="schrijft een pagina met de gemerkte tekst")
    parser.options.add_argument("--jsonl", action="store_true", help="leest teksten van de invoer, een per regel")
    given = parser.parse_intermixed_args(list(arguments))
    if bool(given.text) + bool(given.file) + given.jsonl > 1:
        parser.stop(TOO_MANY)
    if given.json + given.jsonl + (given.html is not None) > 1:
        parser.stop(ONE_FORM)
    return given


def _date(written: str | None) -> date | None:
    try:
        return None if written is None else date.fromisoformat(written)
    except ValueError:
        return None


def _stop(sentence: str, code: int = WRONG_USAGE) -> int:
    print(sentence, file=sys.stderr)
    return code


def _judge(told: Told, said_on: date | None, given: argparse.Namespace) -> int:
    from bot.terminal.house import open_here

    lexicon = open_here().lexicon
    explanation = lexicon.catalog.default
    claims = _claims(told.text, lexicon, said_on)
    times = [told.times[one.place.line - 1] if told.times else None for one in claims]
    if given.json:
        from bot.terminal.check_json import claim_json
        from bot.terminal.json_lines import written

        shown = [claim_json(one, explanation, time) for one, time in zip(claims, times, strict=True)]
        print(written({"claims": shown}, indent=2))
        return 0
    if given.html is not None:
        return _page(told, claims, explanation, given.html)
    from bot.replies.check import explained, heading, summary

    for one, time in zip(claims, times, strict=True):
        print(f"{time}  {heading(one)}" if time else heading(one))
        print(f"  {explained(one, explanation)}\n")
    print(summary(claims))
    return 0


def _claims(text: str, lexicon: Lexicon, said_on: date | None) -> list[Claim]:
    """The claims of a text; on a terminal a long one tells how far it is."""
    from budget.claims.check import checking

    shows = len(text) > _FEW and sys.stderr.isatty()
    claims: list[Claim] = []
    shown = -1
    for end, found in checking(text, lexicon, said_on):
        claims += found
        part = end * 100 // len(text)
        if shows and part > shown:
            shown = part
            sys.stderr.write(f"\r{part}\u00a0% nagekeken, {len(claims)} beweringen")
            sys.stderr.flush()
    if shows:
        sys.stderr.write("\r\x1b[K")
    return claims


def _page(told: Told, claims: list[Claim], explanation: Explanation, path: str) -> int:
    """Write the page beside its place first, so that a full disk leaves nothing half written."""
    import tempfile

    from bot.replies.check import summary
    from bot.replies.check_page import page

    made = page(told.text, told.times, claims, explanation)
    target = Path(path)
    scratch: str | None = None
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=target.parent, prefix=f".{target.name}.", delete=False
        ) as opened:
            scratch = opened.name
            opened.write(made)
        Path(scratch).chmod(0o644)
        Path(scratch).replace(target)
    except OSError:
        if scratch is not None:
            Path(scratch).unlink(missing_ok=True)
        return _stop(NOT_WRITTEN.format(name=target.name), FAILED)
    print(summary(claims))
    print(WRITTEN.format(name=path))
    return 0
