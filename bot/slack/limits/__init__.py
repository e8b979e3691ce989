"""What Slack refuses, known offline: limits of texts, blocks and surfaces; nothing is repaired here."""

from bot.slack.limits.report import Fault
from bot.slack.limits.surfaces import SURFACES, Surface, validate

__all__ = ["SURFACES", "Fault", "Surface", "validate"]
