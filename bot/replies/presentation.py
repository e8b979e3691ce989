"""The Dutch words by which Slack presents the bot before anybody has asked it something; no figures."""

from __future__ import annotations

from typing import Final

__all__ = [
    "AGENT",
    "CHECK",
    "CHECK_ABOUT",
    "COMMAND_ABOUT",
    "COMMAND_HINT",
    "LONG",
    "NAME",
    "PROMPTS",
    "SEARCH",
    "SEARCH_ABOUT",
    "SHORT",
]

NAME: Final = "bbt"
SHORT: Final = "Cijfers en redenen uit de beleids- en begrotingstoelichting, met de slide erbij."
LONG: Final = (
    "Vraag een bedrag, een verandering of een reden uit de beleids- en begrotingstoelichting (BBT) van het "
    "beleidsdomein Werk en Sociale Economie. Typ /bbt loopbanen en je krijgt het exacte cijfer, de redenen die erbij "
    "horen, wat onverklaard blijft en de slide waarop het staat. Alleen jij ziet het antwoord, tot je het deelt. "
    "Wat niet in het document staat, zegt de bot ook: hij raadt niet. "
    "Hij leest geen kanalen mee: hij ziet alleen wat je hem vraagt."
)
COMMAND_ABOUT: Final = "Zoek een cijfer of een reden in de begrotingstoelichting"
COMMAND_HINT: Final = "loopbanen | waarom stijgt loopbanen | delta vek je | help"
SEARCH: Final = "Zoek in de BBT"
SEARCH_ABOUT: Final = "Zoek een lijn, een maatregel of een woord in de begrotingstoelichting"
CHECK: Final = "Factcheck dit"
CHECK_ABOUT: Final = "Vergelijk de cijfers in dit bericht met de begrotingstoelichting"
AGENT: Final = (
    "Beantwoordt vragen over de beleids- en begrotingstoelichting Werk en Sociale Economie: bedragen, veranderingen, "
    "redenen en maatregelen, telkens met de slide. Wat niet in het document staat, zegt hij."
)
# Title and question; Slack shows four at most.
PROMPTS: Final[tuple[tuple[str, str], ...]] = (
    ("Hoeveel gaat er naar loopbanen?", "loopbanen"),
    ("Waarom stijgt loopbanen?", "waarom stijgt loopbanen"),
    ("Wat stijgt en wat daalt?", "rangschik de ISE's volgens stijging"),
    ("Wat kan ik vragen?", "help"),
)
