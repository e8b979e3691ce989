"""The workspace of the demo: three people, two channels and the bot; nobody in it is real."""

from __future__ import annotations

from typing import Any, Final

__all__ = ["APP_TOKEN", "BOT_TOKEN", "BOT_USER", "CHANNELS", "PEOPLE", "SIGNING_SECRET", "TEAM", "workspace"]

# No real Slack would take these; the local one tells apps apart by them.
BOT_TOKEN: Final = "bot-of-the-demo"  # noqa: S105
APP_TOKEN: Final = "app-of-the-demo"  # noqa: S105
SIGNING_SECRET: Final = "secret-of-the-demo"  # noqa: S105
TEAM: Final = "T0BBTDEMO"
BOT_USER: Final = "U0BBT"
PEOPLE: Final = {
    "U0ANKE": ("anke", "Anke Peeters"),
    "U0BILAL": ("bilal", "Bilal Osman"),
    "U0CHRIS": ("chris", "Chris Maes"),
}
CHANNELS: Final = {"C0BEGROTING": "begroting", "C0DEBAT": "debat"}


def workspace(events: str | None = None) -> dict[str, Any]:
    """What the local Slack is told; with an address for events it signs and posts them there, else Socket Mode."""
    members = [*PEOPLE, BOT_USER]
    app = {
        "appId": "A0BBT",
        "botUserId": BOT_USER,
        "botName": "bbt",
        "botToken": BOT_TOKEN,
        "appToken": APP_TOKEN,
        "signingSecret": SIGNING_SECRET,
        "mode": "socket" if events is None else "events",
        **({} if events is None else {"requestUrl": events}),
    }
    return {
        "workspace": {"name": "Kabinet (demo)", "domain": "bbt-demo", "teamId": TEAM},
        "app": app,
        "users": [
            {"id": person, "name": name, "real_name": real, "tz": "Europe/Brussels"}
            for person, (name, real) in PEOPLE.items()
        ],
        "channels": [{"id": channel, "name": name, "members": members} for channel, name in CHANNELS.items()],
    }
