"""`bbt serve`: the bot for Slack until it is told to stop; it reads the settings and says in words what lacks."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.terminal.arguments import Parser

if TYPE_CHECKING:
    import argparse
    import socket
    from collections.abc import Sequence

    from bot.serve.settings import Fault, SettingsError
    from bot.serve.workspace import TokenError

__all__ = ["run"]

FAILURE = 1
HOST = "127.0.0.1"
HIGHEST_PORT = 65_535
EXAMPLES = """\
Voorbeelden:
  bbt serve                  Socket Mode: geen openbaar adres nodig
  bbt serve --http 3000      HTTP: Slack stuurt naar https://jouw-adres/slack/events

De instellingen komen uit de omgeving of uit een bestand .env in deze map; docs/operate.md noemt ze allemaal.
Afsluitcode: 0 netjes gestopt (Ctrl-C of SIGTERM), 1 mislukt, 2 verkeerd gebruikt."""

API_PAGE = "https://api.slack.com/apps, je app"
# Setting -> what it is, and where to get it.
SETTINGS = {
    "SLACK_BOT_TOKEN": (
        "het token van de bot, begint met xoxb-",
        f"{API_PAGE}, OAuth & Permissions, Bot User OAuth Token",
    ),
    "SLACK_APP_TOKEN": (
        "het token voor Socket Mode, begint met xapp-",
        f"{API_PAGE}, Basic Information, App-Level Tokens, met scope connections:write",
    ),
    "SLACK_SIGNING_SECRET": (
        "het geheim waarmee Slack ondertekent",
        f"{API_PAGE}, Basic Information, Signing Secret",
    ),
    "SLACK_API_URL": ("een ander adres van de Web API, met https", "laat weg, behalve voor proeven"),
    "BBT_ALLOWED_TEAMS": (
        "de id's van werkruimten, zoals T0123ABCD, met komma's ertussen",
        "het adres van Slack in de browser",
    ),
    "BBT_BLOCKS": ("rich, plain, lined of text", "laat weg voor rich"),
    "BBT_OPERATOR_CHANNEL": ("het id van een kanaal, zoals C0123ABCD", "in Slack, onderaan de gegevens van het kanaal"),
    "BBT_LOG_DAYS": ("een aantal dagen, hoogstens 9999", "laat weg voor 90"),
    "BBT_LOG_LEVEL": ("debug, info, warning of error", "laat weg voor info"),
    "BBT_DATA": ("een map met documenten", "laat weg voor de ingebouwde"),
    "BBT_DATABASE_URL": ("het adres van een database, zoals sqlite:///bbt.db", "laat weg voor een eigen bestand"),
}
PROBLEMS = {"missing": "ontbreekt", "wrong": "kan zo niet kloppen"}
NO_LISTENING = "Op {place} kan bbt niet luisteren: {why}. Kies een andere poort, of 0 voor een vrije."
DAMAGED = """\
Het bestand {file} is beschadigd; de bot start niet, want dan zou een digest kunnen wegvallen of twee keer komen.
  Wat te doen: zet de laatste reservekopie terug, of verplaats het bestand en begin met een leeg.
  Eindigt de naam op -engine, dan mag het gewoon weg: daarin staat alleen hoe ver de bezorging was."""
NO_PLACE = """\
De databank {file} kan hier niet geschreven worden.
  Wat te doen: geef schrijfrecht op die map, of noem in BBT_DATABASE_URL een andere plaats, zoals sqlite:////var/lib/bbt/bbt.db."""
REFUSED = """\
Slack aanvaardt {name} niet ({code}).
  Wat te doen: haal het opnieuw op bij {where}."""


def run(arguments: Sequence[str]) -> int:
    """Serve until told to stop and return the exit code."""
    given = _read(arguments)
    from bot.serve.settings import Mode, SettingsError, read_settings

    mode = Mode.SOCKET if given.http is None else Mode.HTTP
    try:
        settings = read_settings(mode, os.environ, Path())
    except SettingsError as error:
        print(_settings_fault(error), file=sys.stderr)
        return FAILURE
    port = given.health if given.http is None else given.http
    try:
        listening = _listening(given.host, port)
    except OSError as error:
        why = error.strerror or type(error).__name__
        print(NO_LISTENING.format(place=f"{given.host}:{port}", why=why), file=sys.stderr)
        return FAILURE
    from bot.wiring import all_to_stay

    with all_to_stay():
        from bot.serve.lean import load_structlog

        load_structlog()
        from bot.serve.assemble import serve
        from bot.serve.workspace import TokenError
        from bot.storage.sound import DamagedError, NoPlaceError

    try:
        serve(settings, mode, listening, lambda: _announce(mode, listening))
    except TokenError as error:
        print(_token_fault(error), file=sys.stderr)
        return FAILURE
    except DamagedError as error:
        print(DAMAGED.format(file=error.file), file=sys.stderr)
        return FAILURE
    except NoPlaceError as error:
        print(NO_PLACE.format(file=error.file), file=sys.stderr)
        return FAILURE
    finally:
        if listening is not None:
            listening.close()
    return 0


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser("bbt serve [opties]", "Laat de bot in Slack antwoorden, tot je hem stopt.", EXAMPLES)
    parser.options.add_argument(
        "--http", type=_port, metavar="POORT", help="ontvangt Slack over HTTP op deze poort; 0 kiest een vrije"
    )
    parser.options.add_argument("--host", default=HOST, metavar="ADRES", help=f"luistert op dit adres (gewoon {HOST})")
    parser.options.add_argument(
        "--health", type=_port, metavar="POORT", help="met Socket Mode: /healthz, /readyz en /metrics op deze poort"
    )
    given = parser.parse_args(list(arguments))
    if given.http is not None and given.health is not None:
        parser.stop("Met --http staan /healthz, /readyz en /metrics al op die poort: laat --health weg.")
    return given


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= HIGHEST_PORT:
        raise ValueError(text)
    return port


def _listening(host: str, port: int | None) -> socket.socket | None:
    if port is None:
        return None
    from bot.serve.web import listen

    return listen(host, port)


def _announce(mode: str, listening: socket.socket | None) -> None:
    address = ""
    if listening is not None:
        host, port = listening.getsockname()[:2]
        address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    if mode == "http":
        said = f"bbt luistert op {address}/slack/events. Stoppen: Ctrl-C."
    else:
        said = "bbt is verbonden met Slack (Socket Mode)."
        said += f" Toestand: {address}/readyz." if address else ""
        said += " Stoppen: Ctrl-C."
    print(said, flush=True)


def _settings_fault(error: SettingsError) -> str:
    told = "\n".join(_told(fault) for fault in error.faults)
    return f"""\
De bot kan niet starten: {_counted(len(error.faults))}.
{told}
Zet ze in de omgeving of in {Path(".env").absolute()}; docs/operate.md legt elke instelling uit.
Nog geen werkruimte? Probeer het zonder Slack: bbt demo"""


def _counted(faults: int) -> str:
    return "een instelling klopt niet" if faults == 1 else f"{faults} instellingen kloppen niet"


def _told(fault: Fault) -> str:
    # The value is never repeated: it may be a secret in the wrong place.
    what, where = SETTINGS[fault.name]
    return f"  {fault.name} {PROBLEMS[fault.problem]}: {what}.\n    Waar je het vindt: {where}."


def _token_fault(error: TokenError) -> str:
    return REFUSED.format(name=error.name, code=error.code, where=SETTINGS[error.name][1])
