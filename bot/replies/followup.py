"""Says that a reply goes on about the last subject of a conversation; whether it does is decided elsewhere."""

from __future__ import annotations

from msgspec.structs import replace

from bot.replies.model import Reply
from bot.replies.naming import inner, joined

__all__ = ["say_followed"]


def say_followed(reply: Reply, followed: str, about: tuple[str, ...]) -> Reply:
    """Give the reply with a note on what of the conversation it took over: "subject" or "measure"."""
    if followed == "subject":
        note = f"Ik ga verder over {joined(inner(name) for name in about)}, het onderwerp van je vorige vraag."
    else:
        note = "Ik lees dit als dezelfde vraag als daarnet, over een ander onderwerp."
    return replace(reply, notes=(*reply.notes, note))
