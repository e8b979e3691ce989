"""The few Dutch words a face sets around the fields of a Reply; no figures, no answers."""

from __future__ import annotations

from typing import Final

__all__ = ["MILLION_EURO", "NEXT", "QUOTE", "SOURCE", "SOURCE_AND_METHOD", "TOO_LONG", "TYPE"]

SOURCE: Final = "Bron"
SOURCE_AND_METHOD: Final = "Bron en berekening"
QUOTE: Final = "Om te citeren"
NEXT: Final = "Verder"
TYPE: Final = "typ"
MILLION_EURO: Final = "miljoen euro"
TOO_LONG: Final = "De rest van dit antwoord past niet in één bericht. Vraag een deel ervan op."
