"""`bbt manifest`: what to paste at Slack to make the app; it talks to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.terminal.arguments import Parser

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["run"]

NEEDS_URL = "Met --mode http hoort het openbare adres van de bot: --url https://bbt.voorbeeld.be"
NO_URL = "Met Socket Mode is er geen adres: laat --url weg, of kies --mode http."
NOT_HTTPS = (
    "Slack stuurt alleen naar een adres dat met https:// begint en een naam heeft, zoals https://bbt.voorbeeld.be"
)
EXAMPLES = """\
Voorbeelden:
  bbt manifest                                            voor Socket Mode
  bbt manifest --mode http --url https://bbt.voorbeeld.be

Plak het op https://api.slack.com/apps?new_app=1, bij From a manifest.
Afsluitcode: 0 geschreven, 2 verkeerd gebruikt."""


def run(arguments: Sequence[str]) -> int:
    """Print the manifest and return the exit code."""
    parser = Parser("bbt manifest [opties]", "Schrijft het manifest waarmee je de app in Slack maakt.", EXAMPLES)
    parser.options.add_argument(
        "--mode", choices=("socket", "http"), default="socket", metavar="WIJZE", help="socket (gewoon) of http"
    )
    parser.options.add_argument("--url", metavar="ADRES", help="het openbare https-adres van de bot, bij --mode http")
    given = parser.parse_args(list(arguments))
    if given.mode == "http" and not given.url:
        parser.stop(NEEDS_URL)
    if given.mode == "socket" and given.url:
        parser.stop(NO_URL)
    from bot.slack.manifest import manifest_text

    try:
        print(manifest_text(given.mode, given.url), end="")
    except ValueError:  # pydantic's own error is one
        parser.stop(NOT_HTTPS)
    return 0
