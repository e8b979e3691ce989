"""What a reader is told when a digest did not arrive, or when nobody knows; it is sent like a digest, once."""

from __future__ import annotations

from datetime import date

from bot.replies.digest import DIGEST, weekday
from bot.replies.echo import echo
from bot.replies.model import Button, Reply

__all__ = ["lost_reply"]

_WHY = {
    "not_in_channel": "Ik ben geen lid van het kanaal. Nodig me daar uit en typ dan “digest aan”.",
    "channel_not_found": "Het kanaal bestaat niet meer, of ik mag het niet zien. Typ “digest mij” of, in een ander "
    "kanaal, “digest hier”.",
    "is_archived": "Het kanaal is gearchiveerd. Typ “digest mij” of, in een ander kanaal, “digest hier”.",
}


def lost_reply(state: str, day: str, error: str) -> Reply:
    """The notice about a digest that is uncertain or failed."""
    when = weekday(date.fromisoformat(day))
    if state == "uncertain":
        return Reply(
            "no_data",
            f"Ik weet niet of je digest van {when} is aangekomen. Ik stuur hem niet zomaar opnieuw: dan kreeg je hem "
            "misschien twee keer.",
            notes=("Staat hij er niet? Druk dan op “Stuur opnieuw”.",),
            buttons=(Button("Stuur opnieuw", f"{DIGEST} opnieuw {day}"), Button("Instellingen", DIGEST)),
        )
    why = _WHY.get(error, f"Slack nam hem niet aan ({echo(error)}).")
    return Reply(
        "no_data",
        f"Je digest van {when} kon ik niet bezorgen. {why}",
        notes=("Tot dat in orde is, staat je digest stil; je instellingen blijven bewaard.",),
        buttons=(Button("Zet weer aan", f"{DIGEST} aan"), Button("Instellingen", DIGEST)),
    )
