"""`bbt digest list|preview|send`: for who runs the bot; it sends nothing itself, the running bot does."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.terminal.arguments import Parser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.digest.counter import Counter
    from bot.digest.model import Subscription

__all__ = ["run"]

FAILURE = 1
PAGE = 20
EXAMPLES = """\
Voorbeelden:
  bbt digest list                    wie een digest krijgt, twintig per bladzijde
  bbt digest list --page 2
  bbt digest preview                 de digest van wie niets volgt
  bbt digest preview T0123:U0456     die van een abonnee, zoals hij nu zou zijn
  bbt digest send T0123:U0456        vraagt de draaiende bot er nu een te sturen

Afsluitcode: 0 gelukt, 1 mislukt, 2 verkeerd gebruikt."""
NOBODY = "Niemand heeft een digest ingesteld."
PAGE_LINE = "Bladzijde {page} van {pages}, {total} in totaal."
UNKNOWN = "{who} heeft geen digest. Typ “bbt digest list” om te zien wie wel."
OFF = "{who} heeft de digest uitgezet; er wordt niets gestuurd."
PLANNED = "Gepland. De draaiende bot stuurt hem binnen een minuut."
DAMAGED = "Het bestand {file} is beschadigd. Zet de laatste reservekopie terug, of verplaats het."

NO_PLACE = (
    "De databank {file} kan hier niet geschreven worden. Geef schrijfrecht, of noem een andere in BBT_DATABASE_URL."
)


def run(arguments: Sequence[str]) -> int:
    """Carry out one order and return the exit code."""
    parser = Parser("bbt digest list|preview|send [wie] [opties]", "Voor wie de bot beheert.", EXAMPLES)
    parser.inputs.add_argument(
        "order", choices=("list", "preview", "send"), metavar="list|preview|send", help="wat er moet gebeuren"
    )
    parser.inputs.add_argument("who", nargs="?", default="", metavar="wie", help="team en gebruiker, zoals T0123:U0456")
    parser.options.add_argument("--page", type=int, default=1, metavar="GETAL", help="bladzijde van de lijst")
    given = parser.parse_args(list(arguments))
    if given.order == "send" and ":" not in given.who:
        parser.stop("Naar wie? Geef team en gebruiker, zoals T0123:U0456.")
    if given.page < 1:
        parser.stop("Een bladzijde is 1 of meer.")
    from bot.storage.sound import DamagedError, NoPlaceError

    try:
        return _carry_out(given.order, given.who, given.page)
    except DamagedError as error:
        print(DAMAGED.format(file=error.file), file=sys.stderr)
        return FAILURE
    except NoPlaceError as error:
        print(NO_PLACE.format(file=error.file), file=sys.stderr)
        return FAILURE


def _carry_out(order: str, who: str, page: int) -> int:
    from bot.digest.parts import Outside, counter_of, open_parts
    from bot.digest.send import Pace
    from bot.settings import own_database, setting
    from bot.slack.posting import WebPost
    from bot.terminal.house import open_here

    house = open_here()
    address = setting("BBT_DATABASE_URL", os.environ, Path()) or own_database(os.environ)
    outside = Outside(house, lambda _reply: (), WebPost("", None, 1), _now, "operator", Pace())
    parts = open_parts(address, outside)
    try:
        counter = counter_of(parts, house, _now)
        if order == "list":
            return _list(counter, page)
        return _preview(counter, who) if order == "preview" else _send(counter, who)
    finally:
        parts.close()


def _now() -> datetime:
    return datetime.now(UTC)


def _list(counter: Counter, page: int) -> int:
    from tabulate import tabulate

    total, some = counter.subscribers.page((page - 1) * PAGE, PAGE)
    if not total:
        print(NOBODY)
        return 0
    head = ("Wie", "Uur", "Tijdzone", "Dagen", "Waar", "Toestand", "Volgt")
    print(tabulate([_row(one) for one in some], head))
    print(PAGE_LINE.format(page=page, pages=-(-total // PAGE), total=total))
    return 0


def _row(one: Subscription) -> tuple[str, ...]:
    days = "".join("mdwdvzz"[day] if day in one.weekdays else "-" for day in range(7))
    state = one.trouble or ("aan" if one.on else "uit")
    if one.on and one.paused_until is not None:
        state = f"pauze tot {one.paused_until}"
    return (one.id, f"{one.at:%H:%M}", one.zone, days, one.channel or "privé", state, ", ".join(one.follows))


def _preview(counter: Counter, who: str) -> int:
    from bot.digest.counter import Asked
    from bot.terminal.text import reply_text

    team, _, user = who.partition(":")
    if who and counter.known(team, user) is None:
        print(UNKNOWN.format(who=_shown(who)), file=sys.stderr)
        return FAILURE
    print(reply_text(counter.carry_out("voorbeeld", Asked(team, user))))
    return 0


def _send(counter: Counter, who: str) -> int:
    from bot.digest.counter import Asked

    team, _, user = who.partition(":")
    one = counter.known(team, user)
    if one is None or not one.on:
        print((UNKNOWN if one is None else OFF).format(who=_shown(who)), file=sys.stderr)
        return FAILURE
    counter.carry_out("nu", Asked(team, user))
    print(PLANNED)
    return 0


def _shown(who: str) -> str:
    return "".join(mark for mark in who if mark.isalnum() or mark == ":")[:80]
