"""What the bot says after an order: something was kept, dropped or forgotten; it does none of it."""

from __future__ import annotations

from bot.grammar.orders import ORDER_EXAMPLES, AboutDigest, Check, Favourites, Follow, Forget, Hold, Log, Unfollow
from bot.replies.echo import echo, echo_without_figures
from bot.replies.model import Button, Items, Reply
from bot.replies.nextsteps import HELP

__all__ = ["favourites", "followed", "forgotten", "no_digests", "not_followed", "order_items", "too_many", "unfollowed"]

_LABEL = 60
_WHAT = {
    Follow: "bewaart een vraag bij je favorieten",
    Unfollow: "haalt ze daar weg",
    Favourites: "toont je favorieten",
    Check: "kijkt beweringen na tegen het document",
    Hold: "begint een debat: ik kijk na wat je mij meldt; “debat stop” sluit het af",
    Log: "toont wat in dit gesprek is nagekeken; “log wis” maakt het leeg",
    AboutDigest: "toont je dagelijkse digest en stelt hem in",
    Forget: "wist alles wat ik van je bewaar",
}
_LIST = Button("Favorieten", ORDER_EXAMPLES[Favourites])


def _named(question: str, *, figures: bool = True) -> str:
    heard = echo(question) if figures else echo_without_figures(question)
    return f"“{heard}”" if heard else "Die vraag"


def _step(question: str) -> Button:
    return Button(question if len(question) <= _LABEL else f"{question[: _LABEL - 1].rstrip()}…", question)


def followed(question: str) -> Reply:
    """A favourite was kept."""
    undo = Button("Niet meer volgen", f"ontvolg {question}")
    return Reply("ok", f"{_named(question)} staat nu bij je favorieten.", buttons=(_LIST, undo))


def not_followed(question: str, nearest: tuple[Button, ...]) -> Reply:
    """A question without an answer is no favourite; the readings it may have had stand beside it."""
    said = f"{_named(question, figures=False)} kan ik niet volgen: daar heb ik zelf geen antwoord op."
    if nearest:
        said = f"{_named(question, figures=False)} kan meer dan één ding zijn. Kies eerst wat je wilt volgen."
    choices = tuple(Button(one.label, f"volg {one.command}") for one in nearest)
    return Reply("not_found", said, choices=choices, buttons=(_LIST, HELP))


def too_many() -> Reply:
    """No more favourites fit."""
    return Reply("no_data", "Je lijst met favorieten is vol. Haal er eerst een weg met “ontvolg”.", buttons=(_LIST,))


def unfollowed(question: str, *, known: bool) -> Reply:
    """A favourite was dropped, or was none."""
    said = "is geen favoriet meer." if known else "stond niet bij je favorieten."
    return Reply("ok", f"{_named(question)} {said}", buttons=(_LIST,))


def favourites(questions: tuple[str, ...]) -> Reply:
    """The favourites as buttons."""
    if not questions:
        return Reply("ok", "Je hebt nog geen favorieten. Typ “volg loopbanen” of druk op “Volg” onder een antwoord.")
    return Reply("ok", "Je favorieten:", choices=tuple(_step(question) for question in questions))


def no_digests() -> Reply:
    """There is no delivery here."""
    return Reply("no_data", "De dagelijkse digest is hier niet ingeschakeld; die werkt in Slack.", buttons=(HELP,))


def forgotten() -> Reply:
    """All was removed."""
    return Reply(
        "ok",
        "Ik ben je vergeten: favorieten, recente vragen, je digest en het onderwerp van onze gesprekken zijn gewist.",
        notes=("Berichten die al in Slack staan, kan alleen Slack verwijderen.",),
    )


def order_items() -> Items:
    """The orders as a part of help."""
    return Items("Opdrachten", tuple(("", f"{text}: {_WHAT[kind]}", 0) for kind, text in ORDER_EXAMPLES.items()))
