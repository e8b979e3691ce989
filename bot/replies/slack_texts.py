"""The Dutch words Slack's own surfaces need around a reply: menus, modals, the App Home, refusals and faults."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.replies.echo import echo
from budget.model import Catalog

__all__ = [
    "ASK_LABEL",
    "ASK_PLACEHOLDER",
    "CITE",
    "CLOSE",
    "COMPARE",
    "COMPARE_WITH",
    "DEBATE_FILE",
    "FAVOURITES",
    "FOLLOW",
    "FORGET",
    "FORGET_CONFIRM",
    "FORGET_DENY",
    "FORGET_TITLE",
    "FORGET_WARNING",
    "HELP",
    "HOME_INTRO",
    "HOME_TITLE",
    "MISREAD",
    "NOTHING_CHOSEN",
    "NOTHING_TO_CITE",
    "NO_FAVOURITES",
    "NO_RECENTS",
    "OTHERS",
    "RECENTS",
    "REMARK_LABEL",
    "REMARK_PLACEHOLDER",
    "SEARCH_FOR",
    "SEARCH_GO",
    "SEARCH_LABEL",
    "SEARCH_PLACEHOLDER",
    "SEARCH_TITLE",
    "SEND",
    "SHARE",
    "STATUS",
    "THANKS",
    "TITLE",
    "TRY",
    "WRONG",
    "WRONG_INTRO",
    "WRONG_TITLE",
    "at",
    "cannot_share",
    "cite",
    "compare_with",
    "complaint",
    "fault",
    "group",
    "misread",
    "nothing_beside",
    "other_team",
    "shared",
    "status_lines",
]

TITLE: Final = "Begrotingstoelichting"
CLOSE: Final = "Sluiten"
SHARE: Final = "Deel in kanaal"
COMPARE: Final = "Vergelijk met…"
COMPARE_WITH: Final = "Kies waarmee"
CITE: Final = "Citeer"
FOLLOW: Final = "Volg"
WRONG: Final = "Klopt niet?"

SEARCH_TITLE: Final = "Zoek in de BBT"
SEARCH_LABEL: Final = "Kies een lijn of een maatregel"
SEARCH_PLACEHOLDER: Final = "Typ enkele letters"
ASK_LABEL: Final = "Of stel een vraag"
ASK_PLACEHOLDER: Final = "waarom stijgt loopbanen"
SEARCH_GO: Final = "Zoek"
NOTHING_CHOSEN: Final = "Kies iets of typ een vraag."
OTHERS: Final = "Buiten een programma"
SEARCH_FOR: Final = "Zoek in alles"

WRONG_TITLE: Final = "Klopt dit niet?"
WRONG_INTRO: Final = "Je opmerking gaat met de vraag en het antwoord naar wie de bot beheert. Die ziet ook jouw naam."
REMARK_LABEL: Final = "Wat klopt er niet?"
REMARK_PLACEHOLDER: Final = "Bijvoorbeeld: op de slide staat een ander bedrag"
SEND: Final = "Verstuur"
THANKS: Final = "Dank je. Je opmerking is doorgegeven."
DEBATE_FILE: Final = "Alle beweringen van het debat"
MISREAD: Final = "Verkeerd begrepen"
NOTHING_TO_CITE: Final = "Dit antwoord heeft geen zin om te citeren."

HOME_TITLE: Final = "Beleids- en begrotingstoelichting"
HOME_INTRO: Final = "Typ een vraag en druk op Enter. Alleen jij ziet het antwoord."
FAVOURITES: Final = "Favorieten"
RECENTS: Final = "Laatst gevraagd"
STATUS: Final = "Wat erin zit"
TRY: Final = "Probeer"
HELP: Final = "Alles wat je kunt vragen"
NO_FAVOURITES: Final = "Nog geen. Druk op “Volg” onder een antwoord."
NO_RECENTS: Final = "Nog niets."
FORGET: Final = "Vergeet mij"
FORGET_TITLE: Final = "Alles wissen?"
FORGET_WARNING: Final = "Je favorieten, je recente vragen, je digest en het onderwerp van je gesprekken worden gewist."
FORGET_CONFIRM: Final = "Wis alles"
FORGET_DENY: Final = "Laat staan"


def other_team() -> str:
    """The refusal for a workspace that is not on the list."""
    return "Deze bot is niet bedoeld voor jullie werkruimte. Vraag aan wie hem beheert of dat kan veranderen."


def fault(reference: str) -> str:
    """The apology for what was not foreseen; the same reference stands in the log."""
    return (
        f"Er liep iets mis en ik kan nu niet antwoorden. Probeer het opnieuw. "
        f"Blijft het misgaan, geef dan de code {reference} door aan wie de bot beheert."
    )


def cannot_share() -> str:
    """Sharing did not succeed; the private answer is still there."""
    return "Delen lukte niet. Het antwoord staat nog bij jou; stel de vraag opnieuw en probeer het dan nog eens."


def shared(mention: str, question: str) -> str:
    """Who shared an answer and to which question; `mention` is ready for Slack."""
    heard = echo(question)
    return f"{mention} deelde dit antwoord op “{heard}”:" if heard else f"{mention} deelde dit antwoord:"


def cite(sentence: str) -> str:
    """The sentence to copy, introduced."""
    return f"Om te kopiëren:\n{sentence}"


def compare_with(name: str) -> str:
    """The question which line to hold beside this one."""
    return f"Waarmee wil je {name} vergelijken?"


def nothing_beside(name: str) -> str:
    """There is no line to hold beside this one."""
    return f"Ik vind geen lijn om naast {name} te zetten."


def complaint(mention: str, remark: str, question: str, answer: str) -> Sequence[str]:
    """A remark for the operator: who, what was asked and answered, and what is wrong with it."""
    return (f"{mention} meldt dat een antwoord niet klopt.", f"Vraag: {question}", f"Antwoord: {answer}", remark)


def group(programme: str) -> str:
    """The heading of a programme in a menu."""
    return f"Programma {programme}"


def status_lines(catalog: Catalog) -> tuple[str, ...]:
    """Per loaded document what it is and what it holds."""
    return tuple(
        f"{one.document.title} ({one.document.presenter}, {one.document.date:%d/%m/%Y}): {len(one.lines)} lijnen, "
        f"{len(one.reasons)} redenen, {len(one.actions)} maatregelen, {len(one.document.slides)} slides. "
        "De cijfers zijn bij de start met elkaar vergeleken."
        for one in catalog.explanations.values()
    )


def misread(place: int) -> str:
    """The button that takes one of several claims out again."""
    return f"{MISREAD}: bewering {place}"


def at(moment: datetime) -> str:
    """A moment as the clock in Brussels shows it."""
    return f"{moment.astimezone(ZoneInfo('Europe/Brussels')):%H.%M} uur"
