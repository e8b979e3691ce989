"""What `make run` does after its first answer: the bot in Slack when tokens are set, else the demo; nothing else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bot.settings import setting
from bot.terminal.main import main

__all__ = ["start"]

HTTP_PORT = "3000"
TOKENS = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET")


def start() -> int:
    """Run until told to stop; one token alone is a start for Slack too, that says which others lack."""
    bot, app, secret = (setting(name, os.environ, Path()) for name in TOKENS)
    print(flush=True)
    if not (bot or app or secret):
        return main(["demo"])
    return main(["serve", "--http", HTTP_PORT] if secret and not app else ["serve"])


if __name__ == "__main__":
    sys.exit(start())
