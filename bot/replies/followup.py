"""Says that a reply went on about the last subject of a conversation; it decides nothing about it."""

from __future__ import annotations

__all__ = ["say_followed"]
