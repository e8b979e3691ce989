"""The road from a text to judged claims; it judges no figure itself and writes no sentence."""

from bot.claims.check import check
from bot.claims.model import Claim

__all__ = ["Claim", "check"]
