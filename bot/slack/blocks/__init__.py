"""A Reply drawn in Block Kit: pure functions from words to plain dicts; nothing is sent from here."""

from bot.slack.blocks.build import PROFILES, Profile, forms, message

__all__ = ["PROFILES", "Profile", "forms", "message"]
