"""Replies on words looked for in everything the document holds."""

from __future__ import annotations

from bot.replies.echo import echo
from bot.replies.model import Items, Reply
from bot.replies.nextsteps import ask, help_steps
from bot.replies.provenance import document_line, source_lines
from budget.answers import Answer, SearchBody

__all__ = ["search_reply"]

_KINDS = {
    "line": "begrotingslijn",
    "reason": "reden",
    "action": "actie",
    "policy": "beleid",
    "glossary": "woordenlijst",
    "slide": "slide",
}
_MOST_BUTTONS = 5


def search_reply(answer: Answer, body: SearchBody) -> Reply:
    """The items that hold all words, best first, each with the command that opens it."""
    heard = echo(body.text)
    about = f" met “{heard}”" if heard else ""
    if not body.hits:
        headline = f"Niets gevonden{about}: dat staat niet in het document."
    elif len(body.hits) == 1:
        headline = f"Eén vindplaats{about}: {body.hits[0].name}."
    else:
        headline = f"{len(body.hits)} vindplaatsen{about}, de beste eerst: {body.hits[0].name}."
    rows = []
    for hit in body.hits:
        kind = _KINDS.get(hit.kind, hit.kind)
        where = f"slide {hit.slide.number}" if hit.slide is not None else ""
        what = where if hit.kind == "slide" and where else ", ".join([kind, where] if where else [kind])
        command = "" if hit.command.lower() == hit.name.lower() else f": typ {hit.command}"
        rows.append(("", f"{hit.name} ({what}){command}", 0))
    opens: dict[str, str] = {}
    for hit in body.hits:
        opens.setdefault(hit.command, hit.name)
    return Reply(
        answer.status.value,
        headline,
        (Items("Gevonden", tuple(rows)),) if rows else (),
        (),
        "",
        source_lines(answer.sources) or (document_line(answer.document),),
        "",
        (),
        tuple(ask(name, command) for command, name in opens.items())[:_MOST_BUTTONS] or help_steps(),
    )
